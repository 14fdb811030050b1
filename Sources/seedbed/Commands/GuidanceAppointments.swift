import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Planning
import Reports

/// `guidance appointments`: what is arranged, and what has become of it.
struct GuidanceAppointments: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "appointments",
      abstract: text(zh: "列出指导预约：何时、何地、与谁，登记了没有", en: "List what is arranged: when, where, with whom"))
  }

  @Option(help: help(zh: "导师编号（默认：全部）", en: "The mentor's id (default: all)", "id"))
  var mentor: String?

  @Option(help: help(zh: "学员编号（默认：全部）", en: "The trainee's id (default: all)", "id"))
  var trainee: String?

  @Flag(help: help(zh: "也列已登记、已取消和未发布的", en: "Also what is on record, cancelled or not published"))
  var all = false

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let arranged = try centre.arrangedGuidance().filter { one in
      (all || one.standing.isOpen) && (trainee.map { one.appointment.trainee == $0 } ?? true)
        && (mentor.map { one.row?.people.contains($0) ?? false } ?? true)
    }
    guard !arranged.isEmpty else {
      Console.write(Wording(zh: "没有指导预约", en: "nothing is arranged"))
      return
    }
    let language = Console.language
    let heads = [
      Wording(zh: "预约", en: "id"), Wording(zh: "日期", en: "on"), Wording(zh: "时间", en: "at"),
      Wording(zh: "学员", en: "trainee"), Wording(zh: "导师", en: "mentor"), Wording(zh: "环节", en: "link"),
      Wording(zh: "地点", en: "where"), Wording(zh: "情况", en: "standing"),
    ]
    var table = TextTable(heads.map { $0[language] })
    let sorted = arranged.sorted {
      ($0.row?.date ?? $0.appointment.earliest, $0.row?.start ?? ClockTime(minutes: 0), $0.appointment.number)
        < (
          $1.row?.date ?? $1.appointment.earliest, $1.row?.start ?? ClockTime(minutes: 0),
          $1.appointment.number
        )
    }
    for one in sorted {
      table.add([
        one.appointment.id, one.row?.date.description ?? "", one.row.map { "\($0.start)–\($0.end)" } ?? "",
        one.appointment.trainee, one.row?.people.joined(separator: ";") ?? "",
        one.appointment.link.name[language],
        one.row.map { $0.room.isEmpty ? one.appointment.mode.name[language] : $0.room } ?? "",
        Self.words(one)[language],
      ])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }

  private static func words(_ one: ArrangedGuidance) -> Wording {
    switch one.standing {
    case .ahead: one.appointment.reasons.wording
    case .unrecorded: Wording(zh: "已过，未登记", en: "past, not on record")
    case .settled: Wording(zh: "已登记", en: "on record")
    case .cancelled(let cancelled):
      Wording(
        zh: "\(cancelled.on) 取消：\(cancelled.reason)", en: "cancelled on \(cancelled.on): \(cancelled.reason)")
    case .unpublished: Wording(zh: "未发布", en: "not published")
    }
  }
}

/// `guidance cancel`: arranged guidance that will not be held.
struct GuidanceCancel: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cancel",
      abstract: text(zh: "取消一次指导预约，日历随之更新", en: "Cancel arranged guidance; calendars learn of it"))
  }

  @Argument(help: help(zh: "预约编号，如 A00012", en: "The id of the appointment, as A00012", "id"))
  var id: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    let summary = try Centres.open(options).cancelAppointment(id, reason: reason)
    Console.write(Wording(zh: "已取消 \(id)", en: "\(id) cancelled"))
    if let summary { Console.write(PublicationReport.sentence(summary)) }
  }
}

/// `guidance move`: arranged guidance at another time, place, or with another mentor.
struct GuidanceMove: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "move",
      abstract: text(zh: "给一次指导预约改时间、地点或导师", en: "Put arranged guidance elsewhere"),
      discussion: text(
        zh: "只改给出的各项。新的安排违反规则时不改，并说明原因。",
        en:
          "Only what is given changes. Where the new place breaks a rule nothing is changed, and it is told why."
      ))
  }

  @Argument(help: help(zh: "预约编号，如 A00012", en: "The id of the appointment, as A00012", "id"))
  var id: String

  @Option(help: help(zh: "日期", en: "The day", "date"))
  var date: String?

  @Option(help: help(zh: "时段", en: "The block", "block"))
  var block: String?

  @Option(help: help(zh: "从第几课时起", en: "The first period", "n"))
  var period: Int?

  @Option(help: help(zh: "导师编号", en: "The mentor's id", "id"))
  var mentor: String?

  @Option(help: help(zh: "教室（窗口）编号", en: "The id of the room", "id"))
  var room: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(date, "--date")
    if date == nil, block == nil, period == nil, mentor == nil, room == nil {
      throw ValidationError(
        text(
          zh: "请给出 --date、--block、--period、--mentor、--room 中要改的项",
          en: "give what is to change: --date, --block, --period, --mentor, --room"))
    }
  }

  func run() throws {
    let place = AppointmentPlace(
      date: try Typed.day(date, "--date"), block: block, firstPeriod: period, mentor: mentor, room: room)
    let (row, summary) = try Centres.open(options).moveAppointment(id, to: place)
    let people = row.people.joined(separator: ";")
    Console.write(
      Wording(
        zh: "\(id)：\(row.date) \(row.start)–\(row.end) \(people) \(row.room)",
        en: "\(id): \(row.date) \(row.start)–\(row.end) \(people) \(row.room)"
      ).trimmed)
    Console.write(PublicationReport.sentence(summary))
  }
}

extension Wording {
  /// Without the blank at the end that a visit leaves, which has no room.
  fileprivate var trimmed: Wording {
    func cut(_ text: String) -> String { text.hasSuffix(" ") ? String(text.dropLast()) : text }
    return Wording(zh: cut(chinese), en: cut(english))
  }
}
