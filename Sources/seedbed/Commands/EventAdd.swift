import ArgumentParser
import Centre
import Civil
import Interchange
import ProjectLibrary

/// What is told of an event when it is registered or changed.
struct EventFields: ParsableArguments {
  @Option(help: help(zh: "结束日期（默认：开始日期）", en: "The last day (default: the first)", "date"))
  var to: String?

  @Option(help: help(zh: "时间，如 09:00-16:30", en: "Its hours, as 09:00-16:30", "hours"))
  var hours: String?

  @Option(help: help(zh: "区划代码", en: "The code of its area", "code"))
  var area: String?

  @Option(help: help(zh: "可容纳人数", en: "How many it has room for", "n"))
  var capacity: Int?

  @Option(help: help(zh: "展示的项目编号，可给多个", en: "A project that is shown, repeatable", "project"))
  var project: [String] = []

  func check() throws {
    _ = try (Typed.day(to, "--to"), Typed.area(area), openHours())
    if let capacity, !(0...10_000_000).contains(capacity) {
      throw ValidationError(text(zh: "--capacity：应为 0 至 10000000", en: "--capacity: expected 0 to 10000000"))
    }
  }

  func openHours() throws -> OutreachEvent.Hours? {
    guard let hours else { return nil }
    if let read = EventWords.hours(hours) { return read }
    throw ValidationError(
      text(
        zh: "--hours：“\(hours)”应写成 09:00-16:30", en: "--hours: '\(hours)' should be written as 09:00-16:30"))
  }

  /// The days from a first one on; throws where the last is before it.
  func days(from first: CivilDate) throws -> ClosedRange<CivilDate> {
    let last = try Typed.day(to, "--to") ?? first
    guard first <= last else {
      throw ValidationError(
        text(zh: "--to：\(last) 早于第一天 \(first)", en: "--to: \(last) is before the first day, \(first)"))
    }
    return first...last
  }
}

/// `event add`: registers an event.
struct EventAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    let kinds = OutreachEvent.Kind.allCases.map(\.name)
    return CommandConfiguration(
      commandName: "add",
      abstract: text(zh: "登记一场宣传活动", en: "Register an outreach event"),
      discussion: text(
        zh: """
          类型：\(kinds.map(\.chinese).joined(separator: "、"))。
          几家共办的给多个 --host，牵头单位在前；只计一场，各家均分。
          """,
        en: """
          Kinds: \(kinds.map(\.english).joined(separator: ", ")).
          Several hosts: --host repeated, the leading one first; the event counts once, in equal parts.
          """))
  }

  @Option(help: help(zh: "活动编号（默认：自动编号）", en: "Its id (default: the next one)", "id"))
  var id: String?

  @Option(help: help(zh: "类型", en: "Its kind", "kind"))
  var kind: String

  @Option(help: help(zh: "名称", en: "Its name", "text"))
  var name: String

  @Option(help: help(zh: "开始日期", en: "The first day", "date"))
  var from: String

  @Option(help: help(zh: "地点", en: "Where", "text"))
  var place: String

  @Option(help: help(zh: "主办单位，可给多个，牵头的在前", en: "Who holds it, repeatable, the leading one first", "unit"))
  var host: [String]

  @OptionGroup var fields: EventFields

  @Flag(name: .customLong("not-public"), help: help(zh: "不进公开日历", en: "Leave it out of the public feed"))
  var isHidden = false

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try fields.check()
    _ = try EventWords.kind(kind)
    for (text, option) in [(name, "--name"), (place, "--place")] + host.map({ ($0, "--host") }) {
      try Typed.notBlank(text, option)
    }
    if let first = try Typed.day(from, "--from") { _ = try fields.days(from: first) }
  }

  func run() throws {
    guard let kind = try EventWords.kind(kind), let first = try Typed.day(from, "--from") else { return }
    let event = try Centres.open(options).register(
      OutreachEvent(
        id: id ?? "", kind: kind, name: name, days: fields.days(from: first), place: place,
        area: fields.area.flatMap { AreaCode($0) }, hosts: host, capacity: fields.capacity,
        projects: fields.project, isPublic: !isHidden, hours: fields.openHours()))
    Console.write(
      Wording(
        zh:
          "已登记 \(event.id) \(event.name)（\(kind.name.chinese)），\(event.days.lowerBound) 至 \(event.days.upperBound)",
        en:
          "\(event.id) \(event.name) registered (\(kind.name.english)), \(event.days.lowerBound) to \(event.days.upperBound)"
      ))
  }
}

/// `event change`: what changed of an event; what is not given stays.
struct EventChange: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: text(
        zh: "变更活动的时间、地点等，未给的不变；订阅者的日历随之更新",
        en: "Record what changed of an event; subscribers' calendars follow"))
  }

  @Argument(help: help(zh: "活动编号", en: "The event's id", "event"))
  var event: String

  @Option(help: help(zh: "名称", en: "Its name", "text"))
  var name: String?

  @Option(help: help(zh: "开始日期（天数不变）", en: "The first day; it stays as long", "date"))
  var from: String?

  @Option(help: help(zh: "地点", en: "Where", "text"))
  var place: String?

  @Option(help: help(zh: "主办单位，给出全部，牵头的在前", en: "All who hold it, the leading one first", "unit"))
  var host: [String] = []

  @OptionGroup var fields: EventFields

  @Flag(help: help(zh: "取消有误或恢复举办", en: "It was cancelled and is held after all"))
  var held = false

  @Flag(
    inversion: .prefixedNo, exclusivity: .exclusive,
    help: help(zh: "是否进公开日历", en: "Whether it stands in the public feed"))
  var `public`: Bool?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try fields.check()
    _ = try Typed.day(from, "--from")
    for (text, option) in [(name, "--name"), (place, "--place")] + host.map({ ($0, "--host") }) {
      try Typed.notBlank(text, option)
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let old = try centre.event(event, asOf: centre.today())
    let first = try Typed.day(from, "--from") ?? old.days.lowerBound
    let days =
      fields.to == nil
      ? first...(first + (old.days.upperBound - old.days.lowerBound)) : try fields.days(from: first)
    let hours = try fields.openHours() ?? old.hours
    let changed = try centre.change(event: event) { one in
      one.name = name ?? one.name
      one.days = days
      one.hours = hours
      one.place = place ?? one.place
      one.area = fields.area.flatMap { AreaCode($0) } ?? one.area
      one.capacity = fields.capacity ?? one.capacity
      if !host.isEmpty { one.hosts = host }
      if !fields.project.isEmpty { one.projects = fields.project }
      if held { one.cancelled = nil }
      one.isPublic = `public` ?? one.isPublic
    }
    Console.write(
      changed == old
        ? Wording(zh: "\(event) 没有变化", en: "nothing changed of \(event)")
        : Wording(zh: "已登记 \(event) 的变更", en: "recorded what changed of \(event)"))
  }
}

/// Words of events as they are typed.
enum EventWords {
  static func kind(_ text: String) throws -> OutreachEvent.Kind? {
    try Typed.word(text, "--kind", OutreachEvent.Kind.allCases.map(\.name), OutreachWords.kind)
  }

  static func hours(_ text: String) -> OutreachEvent.Hours? { OutreachWords.hours(text) }
}
