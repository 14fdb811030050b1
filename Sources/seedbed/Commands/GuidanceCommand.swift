import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Planning
import Reports

/// What can be done about guidance.
struct GuidanceCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "guidance",
      abstract: text(
        zh: "创业指导和“一条龙”服务：登记、导入、到期、进展", en: "Guidance and the service chain: record, import, due, chain"),
      subcommands: [
        GuidancePlanCommand.self, GuidanceCapacity.self, GuidanceAppointments.self, GuidanceMove.self,
        GuidanceCancel.self,
        GuidanceRecord.self, GuidanceImport.self, GuidanceDue.self, GuidanceShow.self, GuidanceChain.self,
        GuidanceStrike.self,
      ])
  }
}

/// `guidance due`: the meetings that were agreed, and who is stuck in the chain.
struct GuidanceDue: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due",
      abstract: text(
        zh: "列出约定的指导：已过期未登记的和近期的", en: "List agreed meetings: passed and not on record, and soon"))
  }

  @Option(help: help(zh: "导师（默认：全部）", en: "The mentor (default: all)", "mentor"))
  var mentor: String?

  @Option(help: help(zh: "看到今后几天", en: "How many days ahead", "n"))
  var days = 14

  @Option(
    name: .customLong("as-of"), help: help(zh: "截至日期（默认今天）", en: "As of which day (default: today)", "date"))
  var asOf: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(asOf, "--as-of")
    guard (0...3650).contains(days) else {
      throw ValidationError(text(zh: "--days：应为 0 至 3650", en: "--days: expected 0 to 3650"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(asOf, "--as-of") ?? centre.today()
    let agreed = try centre.agreedGuidance(
      mentor: mentor.map { try centre.mentorID($0, asOf: day) }, upTo: day + days, asOf: day,
      calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    guard !agreed.isEmpty else {
      Console.write(Wording(zh: "没有到期或近期约定的指导", en: "no agreed meeting is due or soon"))
      return
    }
    let arranged = Dictionary(
      try centre.arrangedGuidance().filter(\.standing.isOpen).map { ($0.appointment.trainee, $0) }
    ) { first, _ in first }
    let language = Console.language
    let heads = [
      Wording(zh: "约定日期", en: "agreed for"), Wording(zh: "学员", en: "trainee"),
      Wording(zh: "导师", en: "mentor"), Wording(zh: "环节", en: "link"), Wording(zh: "下一步", en: "next"),
      Wording(zh: "情况", en: "standing"),
    ]
    var table = TextTable(heads.map { $0[language] })
    let names = try centre.names(of: [])
    for one in agreed {
      table.add([
        one.on.description, one.session.trainee, names.person(one.session.mentor),
        one.session.link.name[language],
        one.session.nextAction ?? "", Self.standing(one, on: day, arranged[one.session.trainee])[language],
      ])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }

  private static func standing(
    _ one: AgreedGuidance, on day: CivilDate, _ arranged: ArrangedGuidance?
  ) -> Wording {
    if let arranged, let row = arranged.row, arranged.standing == .ahead {
      return Wording(
        zh: "\(arranged.appointment.id)：\(row.date) \(row.start)",
        en: "\(arranged.appointment.id): \(row.date) \(row.start)")
    }
    if one.on == day { return Wording(zh: "今天", en: "today") }
    if one.on > day { return Wording(zh: "还有 \(one.on - day) 天", en: "in \(one.on - day) days") }
    return Wording(zh: "已过 \(one.overdue) 个工作日未登记", en: "\(one.overdue) working days ago, not on record")
  }
}

/// `guidance show`: the ledger of a period, of a trainee, or of a mentor.
struct GuidanceShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "显示指导台账，人和人次分开计", en: "Show the ledger of guidance, people and person-times apart"))
  }

  @Option(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String?

  @Option(help: help(zh: "导师", en: "The mentor", "mentor"))
  var mentor: String?

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try span.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try span.asOf(today: centre.today())
    let period = try span.period(asOf: day)
    Console.write(
      try centre.guidanceLedger(
        trainee: trainee, mentor: mentor.map { try centre.mentorID($0, asOf: day) }, area: span.area ?? "",
        within: period, knownOn: day))
  }
}

/// `guidance chain`: how many came how far in the service chain, and who is stuck.
struct GuidanceChain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "chain",
      abstract: text(
        zh: "“一条龙”各环节人数、用时，谁卡在哪里", en: "How many came how far in the service chain; who is stuck"))
  }

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    try Console.write(
      "service-chain", of: centre,
      ReportRequest(area: day.area, asOf: try day.asOf(today: centre.today())))
  }
}

/// `guidance strike`: an entry that was wrong.
struct GuidanceStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(zh: "作废一条登记错的指导", en: "Strike out guidance that was recorded wrongly"))
  }

  @Argument(help: help(zh: "指导编号", en: "The id of the guidance", "id"))
  var id: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    try Centres.open(options).strikeOut(guidance: id, reason: reason)
    Console.write(Wording(zh: "已作废 \(id)", en: "\(id) struck out"))
  }
}
