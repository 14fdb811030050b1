import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// What can be done with pledges (三包).
struct PledgeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pledge",
      abstract: text(
        zh: "“三包”责任（包项目、包服务、包监管）：登记、履责、到期、台账",
        en: "Pledges: one officer answers for project, service and supervision"),
      subcommands: [
        PledgeRecord.self, PledgeHand.self, PledgeKeep.self, PledgeDue.self, PledgeList.self, PledgeEnd.self,
        PledgeStrike.self,
      ])
  }
}

/// `pledge record`: who answers for whom, from a file or one by one.
struct PledgeRecord: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: text(zh: "登记责任书：整表，或单个学员", en: "Record pledges: a file, or one trainee's"),
      discussion: text(
        zh: """
          整表：pledge record 责任书.csv（表头：学员、责任人、开始日期、结束日期）
          单个：pledge record T001 --officer 示例甲
          """,
        en: """
          A file: pledge record PLEDGES.csv (headers: trainee, officer, from, until)
          One: pledge record T001 --officer "Example A"
          """))
  }

  @Argument(help: help(zh: "责任书表文件，或学员编号", en: "The file of pledges, or a trainee's id", "file-or-id"))
  var what: String

  @Option(help: help(zh: "责任人", en: "The officer who answers", "name"))
  var officer: String?

  @Option(help: help(zh: "开始日期（默认：今天）", en: "The first day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "结束日期（默认：不限）", en: "The last day (default: none)", "date"))
  var until: String?

  @OptionGroup var sound: PartialOption

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(from, "--from"), Typed.day(until, "--until"))
    try Typed.notBlank(officer, "--officer")
  }

  func run() throws {
    let centre = try Centres.open(options)
    guard let officer else {
      let reading = try centre.readPledges(Places.read(what), file: Places.name(of: what))
      try FileIntake.check(reading.problems, partial: sound.partial)
      let ids = try centre.pledge(reading.rows.map(\.row))
      Console.write(Wording(zh: "已登记责任书 \(ids.count) 份", en: "pledges recorded: \(ids.count)"))
      return
    }
    let entry = PledgeEntry(
      trainee: what, officer: officer, from: try Typed.day(from, "--from"),
      to: try Typed.day(until, "--until"))
    for id in try centre.pledge([entry]) {
      Console.write(
        Wording(zh: "已登记 \(id)：\(officer) 负责 \(what)", en: "\(id) recorded: \(officer) answers for \(what)"))
    }
  }
}

/// `pledge hand`: another officer answers from a day on.
struct PledgeHand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hand", abstract: text(zh: "移交责任人", en: "Hand a pledge on to another officer"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "新的责任人", en: "The officer who answers from then on", "name"))
  var officer: String

  @Option(help: help(zh: "自哪天起（默认：今天）", en: "From which day on (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(from, "--from")
    try Typed.notBlank(officer, "--officer")
  }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(from, "--from") ?? centre.today()
    let pledge = try centre.handOn(pledgeFor: trainee, to: officer, from: day, reason: reason)
    Console.write(
      Wording(
        zh: "\(pledge.id)：自 \(day) 起由 \(officer) 负责 \(trainee)",
        en: "\(pledge.id): \(officer) answers for \(trainee) from \(day) on"))
  }
}

/// `pledge keep`: what was done, from a ledger or one by one.
struct PledgeKeep: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "keep",
      abstract: text(zh: "登记履责：整表，或单项", en: "Record what was done for pledges: a file, or one deed"),
      discussion: text(
        zh: """
          整表：pledge keep 履责台账.csv（表头：学员、责任事项、日期、内容）
          单项：pledge keep T001 --item 包服务 --what 上门送政策
          责任事项：包项目、包服务、包监管。
          """,
        en: """
          A file: pledge keep DEEDS.csv (headers: trainee, item, on, what)
          One: pledge keep T001 --item service --what "Visited with the new rules"
          Items: project, service, supervision.
          """))
  }

  @Argument(help: help(zh: "履责台账文件，或学员编号", en: "The file of deeds, or a trainee's id", "file-or-id"))
  var who: String

  @Option(help: help(zh: "责任事项", en: "For which item", "item"))
  var item: String?

  @Option(help: help(zh: "做了什么", en: "What was done", "text"))
  var what: String?

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @OptionGroup var sound: PartialOption

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (readItem(), Typed.day(on, "--on"))
    try Typed.notBlank(what, "--what")
    if (item == nil) != (what == nil) {
      throw ValidationError(text(zh: "--item 和 --what 须同时给出", en: "give --item and --what together"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    guard let item = try readItem(), let what else {
      let reading = try centre.readPledgeDeeds(Places.read(who), file: Places.name(of: who))
      try FileIntake.check(reading.problems, partial: sound.partial)
      let ids = try centre.keep(reading.rows.map(\.row))
      Console.write(Wording(zh: "已登记履责 \(ids.count) 次", en: "deeds recorded: \(ids.count)"))
      return
    }
    let day = try Typed.day(on, "--on") ?? centre.today()
    for id in try centre.keep([PledgeDeedEntry(trainee: who, item: item, on: day, what: what)]) {
      Console.write(
        Wording(
          zh: "已登记 \(id)：\(day) \(item.name.chinese)", en: "\(id) recorded: \(day), \(item.name.english)"))
    }
  }

  private func readItem() throws -> Pledge.Item? {
    try Typed.word(item, "--item", Pledge.Item.allCases.map(\.name), TieWords.item)
  }
}

/// `pledge due`: what is owed by when.
struct PledgeDue: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due",
      abstract: text(zh: "列出到期和逾期未履责的事项", en: "List what officers owe: due and overdue"))
  }

  @Option(help: help(zh: "提前列出多少天", en: "So many days ahead", "n"))
  var days = 14

  @Option(help: help(zh: "责任人（默认：全部）", en: "The officer (default: all)", "name"))
  var officer: String?

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws {
    try day.check()
    guard (0...3650).contains(days) else {
      throw ValidationError(text(zh: "--days：应为 0 至 3650", en: "--days: expected 0 to 3650"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let date = try day.asOf(today: centre.today())
    try Console.write(
      "pledge-duties", of: centre,
      ReportRequest(
        officer: officer, area: day.area, period: date...(date + days), asOf: date,
        calendar: centre.workingCalendar(calendarsFolder: options.calendars.path)))
  }
}

/// `pledge list`: the ledger.
struct PledgeList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "显示责任书和履责台账", en: "Show the ledger of pledges"))
  }

  @Option(help: help(zh: "责任人（默认：全部）", en: "The officer (default: all)", "name"))
  var officer: String?

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try span.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try span.asOf(today: centre.today())
    try Console.write(
      "pledges", of: centre,
      ReportRequest(
        officer: officer, area: span.area, period: try span.period(asOf: day), asOf: day,
        calendar: centre.workingCalendar(calendarsFolder: options.calendars.path)))
  }
}

/// `pledge end`: nobody answers any more.
struct PledgeEnd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "end", abstract: text(zh: "结束一份责任书", en: "End a pledge"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @OptionGroup var ending: EndingOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try ending.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try ending.day(today: centre.today())
    let pledge = try centre.endPledge(for: trainee, on: day, reason: ending.reason)
    Console.write(Wording(zh: "\(pledge.id) 已于 \(day) 结束", en: "\(pledge.id) ends on \(day)"))
  }
}

/// `pledge strike`: what was recorded wrongly.
struct PledgeStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(
        zh: "作废登记错的责任书（B…）或履责（D…）", en: "Strike out a pledge (B…) or a deed (D…) recorded wrongly"))
  }

  @OptionGroup var entry: StrikeOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try entry.check(letters: "BD") }

  func run() throws { try entry.strike(options) }
}

/// An entry of a ledger that was wrong.
struct StrikeOptions: ParsableArguments {
  @Argument(help: help(zh: "编号", en: "Its id", "id"))
  var id: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  func check(letters: String) throws {
    try Typed.notBlank(reason, "--reason")
    guard let first = id.uppercased().first, letters.contains(first), Int(id.dropFirst()) != nil else {
      let example = letters.map { "\($0)00001" }
      throw ValidationError(
        text(
          zh: "“\(id)”不是这类编号；应如 \(example.joined(separator: "、"))",
          en: "'\(id)' is no such id; expected one as \(example.joined(separator: ", "))"))
    }
  }

  func strike(_ options: CentreOptions) throws {
    try Centres.open(options).strikeOut(id, reason: reason)
    Console.write(Wording(zh: "已作废 \(id)", en: "\(id) struck out"))
  }
}
