import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors

/// `pairing match`: both sides choose.
struct PairingMatch: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: text(
        zh: "双向选择结对（如每个企业 1 至 2 名干部）", en: "Pair by a two-way choice, as one or two cadres for each firm"),
      discussion: text(
        zh: """
          名单表头：编号、一方（干部/企业）、名称、区域、行业、专长、名额；志愿表头：填报人、志愿对象、志愿、不选。
          默认双向选择；已在结对的保持不变。--record 登记结果。
          """,
        en: """
          Headers of the list: id, side (helper/helped), name, area, industry, skills, places; of the wishes: chooser, \
          chosen, rank, refused. By default a two-way choice; pairings in force stay. --record records the pairs.
          """))
  }

  @Argument(help: help(zh: "双方名单文件", en: "The file of both sides", "file"), completion: .file())
  var members: String

  @Option(help: help(zh: "种类（默认：干部挂钩企业）", en: "The kind (default: cadre_firm)", "kind"))
  var kind: String?

  @Option(help: help(zh: "每个对象几名，如 1-2", en: "How many for each that is helped, as 1-2", "n-m"))
  var capacity: String?

  @Flag(
    name: .customLong("everyone-first"),
    help: help(zh: "先满足人数，再求总分最高", en: "Everyone first, then most points"))
  var everyoneFirst = false

  @OptionGroup var way: MatchWayOptions

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.pairing(kind), seats())
    try way.check()
    if everyoneFirst && (way.twoWay || way.bestTotal) {
      throw ValidationError(text(zh: "匹配方式只能给出一个", en: "give one way of matching only"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let reading = try centre.readMatchMembers(Places.read(members), file: Places.name(of: members))
    try FileIntake.check(reading.problems, partial: way.sound.partial)
    let kind = try Typed.pairing(kind) ?? .cadreFirm
    let found = try centre.matchPairings(
      reading.rows.map(\.row), kind: kind, seats: seats() ?? Seats(minimum: 1, capacity: kind.most ?? 1),
      mode: everyoneFirst ? .everyoneFirst : way.bestTotal ? .bestTotal : .twoWay, wishes: way.source(),
      asOf: today)
    try FileIntake.check(found.problems, partial: way.sound.partial)
    try way.tell(found.report, on: today)
    guard way.record else { return }
    let ids = try centre.record(found, in: Console.language)
    Console.write(Wording(zh: "已登记结对 \(ids.count) 对", en: "pairings recorded: \(ids.count)"))
  }

  private func seats() throws -> Seats? {
    guard let capacity else { return nil }
    let parts = capacity.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if let least = parts.first ?? nil, let most = parts.last ?? nil, parts.count <= 2, least >= 0,
      least <= most, (1...1000).contains(most)
    {
      return Seats(minimum: parts.count == 1 ? min(1, least) : least, capacity: most)
    }
    throw ValidationError(
      text(
        zh: "--capacity：“\(capacity)”应写成 2 或 1-2",
        en: "--capacity: '\(capacity)' should be written as 2 or 1-2"))
  }
}
