import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// What can be done with pairings (双联、挂钩、结对互助).
struct PairingCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pairing",
      abstract: text(
        zh: "结对：部门联系社区、干部联系创业户、干部挂钩企业、创业者互助",
        en: "Pairings: departments with communities, cadres with households or firms, founders"),
      subcommands: [
        PairingAdd.self, PairingImport.self, PairingMatch.self, PairingList.self, PairingEnd.self,
        PairingStrike.self,
      ])
  }
}

/// `pairing add`: two who are paired.
struct PairingAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: text(zh: "登记一对", en: "Record that two are paired"),
      discussion: text(
        zh: "种类：部门联系社区、干部联系创业户、干部挂钩企业、结对互助。创业户和互助双方写学员编号。",
        en:
          "Kinds: department_community, cadre_household, cadre_firm, peers. A household and both peers are trainees."
      ))
  }

  @Argument(help: help(zh: "种类", en: "The kind", "kind"))
  var kind: String

  @Argument(help: help(zh: "结对方（部门、干部、创业者）", en: "Who helps: a department, a cadre, a founder", "helper"))
  var helper: String

  @Argument(help: help(zh: "结对对象（社区、创业户、企业、创业者）", en: "Who is helped", "helped"))
  var helped: String

  @Option(help: help(zh: "开始日期（默认：今天）", en: "The first day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "结束日期（默认：不限）", en: "The last day (default: none)", "date"))
  var until: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.pairing(kind), Typed.day(from, "--from"), Typed.day(until, "--until"))
    try Typed.notBlank(helper, "helper")
    try Typed.notBlank(helped, "helped")
  }

  func run() throws {
    guard let kind = try Typed.pairing(kind) else { return }
    let entry = PairingEntry(
      kind: kind, helper: helper, helped: helped, from: try Typed.day(from, "--from"),
      to: try Typed.day(until, "--until"))
    for id in try Centres.open(options).pair([(entry, nil)]) {
      Console.write(
        Wording(
          zh: "已登记 \(id)：\(kind.name.chinese)，\(helper)—\(helped)",
          en: "\(id) recorded: \(kind.name.english), \(helper) and \(helped)"))
    }
  }
}

/// `pairing import`: a register of pairs.
struct PairingImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入结对名册（CSV 或 XLSX）", en: "Take in a register of pairs (CSV or XLSX)"),
      discussion: text(
        zh: "表头：种类、结对方、结对对象、开始日期、结束日期。", en: "The headers: kind, helper, helped, from, until."))
  }

  @Argument(help: help(zh: "名册文件", en: "The register's file", "file"), completion: .file())
  var file: String

  @OptionGroup var sound: PartialOption

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readPairings(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading.problems, partial: sound.partial)
    let ids = try centre.pair(reading.rows.map { ($0.row, nil) })
    Console.write(Wording(zh: "已登记结对 \(ids.count) 对", en: "pairings recorded: \(ids.count)"))
  }
}

/// `pairing list`: who is paired with whom.
struct PairingList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "显示结对台账", en: "Show who is paired with whom"))
  }

  @Option(help: help(zh: "种类（默认：全部）", en: "The kind (default: all)", "kind"))
  var kind: String?

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "只计截至该日已登记的情况（默认今天）", en: "Count what was recorded by then (default: today)", "date"))
  var asOf: String?

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try (Typed.pairing(kind), Typed.day(asOf, "--as-of")) }

  func run() throws {
    let centre = try Centres.open(options)
    Console.write(
      try centre.pairingReport(
        kind: Typed.pairing(kind), asOf: Typed.day(asOf, "--as-of") ?? centre.today()))
  }
}

/// `pairing end`: a pair that is no more.
struct PairingEnd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "end", abstract: text(zh: "结束一对", en: "End a pairing"))
  }

  @Argument(help: help(zh: "结对编号", en: "The pairing's id", "id"))
  var id: String

  @OptionGroup var ending: EndingOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try ending.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try ending.day(today: centre.today())
    let ended = try centre.endPairing(id, on: day, reason: ending.reason)
    Console.write(
      Wording(
        zh: "\(ended.id) 已于 \(day) 结束：\(ended.helper)—\(ended.helped)",
        en: "\(ended.id) ends on \(day): \(ended.helper) and \(ended.helped)"))
  }
}

/// `pairing strike`: a pair that was recorded wrongly.
struct PairingStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(zh: "作废登记错的一对", en: "Strike out a pairing that was recorded wrongly"))
  }

  @OptionGroup var entry: StrikeOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try entry.check(letters: "L") }

  func run() throws { try entry.strike(options) }
}

extension Typed {
  /// A kind of pairing.
  static func pairing(_ text: String?) throws -> Pairing.Kind? {
    try word(
      text, seedbed.text(zh: "种类", en: "kind"), Pairing.Kind.allCases.map(\.name), TieWords.pairing)
  }
}
