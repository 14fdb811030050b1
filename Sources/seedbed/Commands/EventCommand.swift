import ArgumentParser
import Centre
import Civil
import Interchange
import Reports

/// What can be done with outreach events.
struct EventCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "event",
      abstract: text(
        zh: "创业宣传活动：登记、导入、结果、取消、任务进度；公开的进公开日历",
        en: "Outreach events: register, import, results, cancel, quotas; public ones are in the public feed"),
      subcommands: [
        EventAdd.self, EventChange.self, EventImport.self, EventList.self, EventShow.self, EventResult.self,
        EventCancel.self, EventStrike.self,
      ])
  }
}

/// `event list`: the events of a period against their quotas, with the credit of each host.
struct EventList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(
        zh: "列出活动、任务完成情况、各主办单位折算场次和对接",
        en: "List the events, the quotas, each host's credit and the matches made"))
  }

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try span.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try span.asOf(today: centre.today())
    Console.write(
      try centre.outreachReport(area: span.area ?? "", within: span.period(asOf: day), asOf: day))
  }
}

/// `event show`: one event with its projects and the matches made there.
struct EventShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "显示一场活动、展示的项目和对接", en: "Show an event, its projects and matches"))
  }

  @Argument(help: help(zh: "活动编号", en: "The event's id", "event"))
  var event: String

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    Console.write(try centre.eventReport(event, asOf: day.asOf(today: centre.today())))
  }
}

/// `event import`: a ledger of events.
struct EventImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(
        zh: "导入活动台账（CSV 或 XLSX）；“0余份”一类丢失数字的单元格会指出",
        en: "Take in a ledger of events (CSV or XLSX); numbers that lost their digits are told"),
      discussion: text(
        zh:
          "表头：活动编号、活动类型、活动名称、开始日期、结束日期、时间、地点、区域、主办单位、容量、参与人数、咨询人次、资料份数、展示项目、奖项、公开、取消原因。编号相同的视为变更。",
        en:
          "The headers: event, kind, name, from, to, hours, place, area, hosts, capacity, reached, consultations, materials, "
          + "projects, awards, public, cancelled. A row with a known id changes it."))
  }

  @Argument(help: help(zh: "活动台账文件", en: "The file of events", "file"), completion: .file())
  var file: String

  @OptionGroup var sound: PartialOption
  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readEvents(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading.problems, partial: sound.partial)
    let counts = try centre.enter(reading.rows.map(\.row))
    Console.write(
      Wording(
        zh: "活动已存入：新增 \(counts.new) 场，变更 \(counts.changed) 场，未变 \(counts.unchanged) 场",
        en: "events on record: \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) as before"))
    try FileIntake.end(isWhole: reading.isSound)
  }
}

/// `event strike`: an entry that was wrong.
struct EventStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(
        zh: "作废一场登记错的活动（取消的活动用 event cancel）", en: "Strike out an event that was entered by mistake"))
  }

  @Argument(help: help(zh: "活动编号", en: "The event's id", "event"))
  var event: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    try Centres.open(options).strikeOut(event: event, reason: reason)
    Console.write(Wording(zh: "已作废 \(event)", en: "\(event) struck out"))
  }
}
