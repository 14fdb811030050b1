import ArgumentParser
import Centre
import Civil
import Mentors

/// What every step of a membership is recorded with.
struct PoolStepOptions: ParsableArguments {
  @Argument(help: help(zh: "人员编号", en: "The member's id", "id"))
  var id: String

  @Option(help: help(zh: "哪天（默认：今天）", en: "On which day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "依据材料，如 聘书:编号，可给多个", en: "A paper, as letter:NUMBER, repeatable", "kind:number"))
  var evidence: [String] = []

  @Option(
    help: help(
      zh: "更正哪条聘任记录：记录号见 mentor show", en: "The entry that this one corrects; 'mentor show' tells its id",
      "entry"))
  var corrects: String?

  @OptionGroup var options: CentreOptions

  func check() throws { _ = try Typed.day(on, "--on") }

  /// Records a state and says so.
  func record(_ state: PoolState, from day: CivilDate? = nil, in centre: Centre) throws {
    let day = try day ?? Typed.day(on, "--on") ?? centre.today()
    let record = try centre.recordStep(
      state, of: id, from: day, evidence: Typed.evidence(evidence), corrects: corrects)
    let (chinese, english): (String, String) =
      if case .serving(let end?) = state {
        ("，至 \(end)", ", to \(end)")
      } else if case .serving = state {
        ("，不定期", ", without end")
      } else {
        ("", "")
      }
    Console.write(
      Wording(
        zh: "\(id) \(record.name)：自 \(day) 起“\(state.name.chinese)”\(chinese)",
        en: "\(id) \(record.name): \(state.name.english) from \(day)\(english)"))
  }
}

/// `mentor vet`: an application is being vetted, or is refused.
struct MentorVet: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "vet",
      abstract: text(
        zh: "登记审核；不通过用 --refuse 并写明原因", en: "Record that somebody is vetted, or refused with --refuse"))
  }

  @OptionGroup var step: PoolStepOptions

  @Flag(help: help(zh: "审核不通过", en: "The application is refused"))
  var refuse = false

  @Option(help: help(zh: "不通过的原因", en: "Why it is refused", "text"))
  var reason: String?

  func validate() throws {
    try step.check()
    try Typed.notBlank(reason, "--reason")
    guard refuse == (reason != nil) else {
      throw ValidationError(text(zh: "--refuse 和 --reason 须同时给出", en: "give --refuse and --reason together"))
    }
  }

  func run() throws {
    try step.record(reason.map { .refused(reason: $0) } ?? .vetting, in: Centres.open(step.options))
  }
}

/// `mentor appoint`: a term of service.
struct MentorAppoint: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "appoint",
      abstract: text(zh: "聘任：登记聘期（--on 起，--to 止）", en: "Appoint a member for a term (from --on, to --to)"))
  }

  @OptionGroup var step: PoolStepOptions

  @Option(help: help(zh: "聘期的最后一天（默认：不定期）", en: "The last day of the term (default: without end)", "date"))
  var to: String?

  func validate() throws {
    try step.check()
    _ = try Typed.day(to, "--to")
  }

  func run() throws {
    try step.record(.serving(to: Typed.day(to, "--to")), in: Centres.open(step.options))
  }
}

/// `mentor renew`: another term, or the end of a suspension.
struct MentorRenew: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "renew",
      abstract: text(zh: "续聘，或恢复暂停的聘任", en: "Renew a term, or end a suspension"),
      discussion: text(
        zh: "默认自原聘期届满的次日起，期限与原聘期相同；暂停的自今天恢复，至原聘期止。",
        en:
          "By default from the day after the term, for as long; after a suspension from today to the end of the term."
      ))
  }

  @OptionGroup var step: PoolStepOptions

  @Option(help: help(zh: "聘期的最后一天", en: "The last day of the term", "date"))
  var to: String?

  func validate() throws {
    try step.check()
    _ = try Typed.day(to, "--to")
  }

  func run() throws {
    let centre = try Centres.open(step.options)
    let record = try centre.poolMember(step.id, asOf: centre.today())
    let term = try record.renewal(
      from: Typed.day(step.on, "--on"), to: Typed.day(to, "--to"), today: centre.today())
    guard let term else {
      throw Failure(
        Wording(
          zh: "\(record.id) \(record.name) 没有可续的聘期（未聘任，或不定期）；请用 mentor appoint",
          en:
            "\(record.id) \(record.name) has no term to renew (none, or one without end): use mentor appoint")
      )
    }
    try step.record(.serving(to: term.to), from: term.from, in: centre)
  }
}

/// `mentor suspend`: a member serves no more for the time being.
struct MentorSuspend: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "suspend", abstract: text(zh: "暂停聘任", en: "Suspend a member"))
  }

  @OptionGroup var step: PoolStepOptions

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  func validate() throws {
    try step.check()
    try Typed.notBlank(reason, "--reason")
  }

  func run() throws { try step.record(.suspended(reason: reason), in: Centres.open(step.options)) }
}

/// `mentor end`: a member leaves the pool.
struct MentorEnd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "end", abstract: text(zh: "解聘", en: "End a member's service"))
  }

  @OptionGroup var step: PoolStepOptions

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  func validate() throws {
    try step.check()
    try Typed.notBlank(reason, "--reason")
  }

  func run() throws { try step.record(.ended(reason: reason), in: Centres.open(step.options)) }
}

/// `mentor certificate`: a certificate to teach or advise.
struct MentorCertify: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "certificate",
      abstract: text(
        zh: "登记讲师证、资格证及有效期、年度最低课时", en: "Record a certificate with its validity and yearly minimum"))
  }

  @Argument(help: help(zh: "人员编号", en: "The member's id", "id"))
  var id: String

  @Argument(help: help(zh: "证书名称，如 SYB讲师证", en: "Which certificate, as SYB lecturer", "kind"))
  var kind: String

  @Option(help: help(zh: "证书编号", en: "Its number", "number"))
  var number: String?

  @Option(help: help(zh: "有效期起（默认：今天）", en: "Since when it holds (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "有效期止（默认：长期）", en: "The last day on which it holds (default: none)", "date"))
  var to: String?

  @Option(help: help(zh: "年度最低课时", en: "Periods to be taught in each year", "n"))
  var periods: Int?

  @Option(
    help: help(
      zh: "更正哪条证书记录：记录号见 mentor show", en: "The entry that this one corrects; 'mentor show' tells its id",
      "entry"))
  var corrects: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(from, "--from"), Typed.day(to, "--to"))
    try Typed.notBlank(kind, text(zh: "证书名称", en: "kind"))
    if let periods, !(0...5_000).contains(periods) {
      throw ValidationError(text(zh: "--periods：应为 0 至 5000", en: "--periods: expected 0 to 5000"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let from = try Typed.day(from, "--from") ?? centre.today()
    let certificate = MentorCertificate(
      kind: kind, number: number ?? "", from: from, to: try Typed.day(to, "--to"), yearlyPeriods: periods)
    let record = try centre.recordCertificate(certificate, of: id, corrects: corrects)
    let end = certificate.to.map(\.description)
    Console.write(
      Wording(
        zh: "\(id) \(record.name)：\(kind)，\(from) 起，\(end.map { "至 \($0)" } ?? "长期有效")",
        en: "\(id) \(record.name): \(kind) from \(from), \(end.map { "to \($0)" } ?? "without end")"))
  }
}

/// `mentor strike`: an entry that was wrong.
struct MentorStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(
        zh: "作废一条登记错的聘任或证书记录", en: "Strike out a step or a certificate that was recorded wrongly"))
  }

  @Argument(
    help: help(
      zh: "记录号，如 P01.m3 或 P01.c1，见 mentor show", en: "The entry, as P01.m3 or P01.c1; 'mentor show' tells",
      "entry"))
  var entry: String

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let parts = entry.split(separator: ".", omittingEmptySubsequences: false)
    let id = parts.dropLast().joined(separator: ".")
    switch parts.last?.first {
    case "m": _ = try centre.recordStep(nil, of: id, corrects: entry)
    case "c": _ = try centre.recordCertificate(nil, of: id, corrects: entry)
    default:
      throw Failure(
        Wording(
          zh: "“\(entry)”不是聘任或证书的记录号；应为 P01.m3、P01.c1 这样的写法，见 mentor show",
          en: "'\(entry)' is no entry of a member; expected one as P01.m3 or P01.c1; 'mentor show' tells"))
    }
    Console.write(Wording(zh: "已作废 \(entry)，原记录仍可查", en: "\(entry) struck out; it stays in the ledger"))
  }
}
