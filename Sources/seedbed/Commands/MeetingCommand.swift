import ArgumentParser
import Centre
import Civil
import Foundation
import Interchange
import Mentors
import Planning
import Reports

/// Meetings that come back: weekly, monthly, quarterly.
struct MeetingCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "meeting",
      abstract: text(
        zh: "例会制度：周例会、月点评、季考核、联络员交流", en: "Standing meetings: weekly, monthly, quarterly"),
      subcommands: [MeetingAdd.self, MeetingList.self, MeetingEnd.self])
  }
}

/// `meeting add`: a meeting that comes back.
struct MeetingAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: text(zh: "登记或更改一项例会", en: "Enter a standing meeting, or change it"),
      discussion: text(
        zh: """
          --every 写“周一”“每月5日”“每季10日”（每季首月，考核上一季），英文 Mon、monthly:5、quarterly:10。
          遇休息日按 --move 顺延 (later)、提前 (earlier) 或不开 (skip)；调休上班日照常。
          参加人写师资编号，或 lecturer、mentor、expert（该角色全体）；联络员等可写姓名。
          """,
        en: """
          --every takes Mon, monthly:5 or quarterly:10 (in the first month of each quarter, for the quarter before). On a \
          day on which nobody works the meeting goes by --move: later, earlier or skip. Attendees are ids of people, or \
          lecturer, mentor, expert for all who have that role; names for others, such as liaison officers.
          """))
  }

  @Argument(help: help(zh: "例会编号", en: "Its id", "id"))
  var id: String

  @Option(help: help(zh: "名称，如 周例会", en: "Its name", "name"))
  var name: String

  @Option(help: help(zh: "周期", en: "How often", "rhythm"))
  var every: String

  @Option(help: help(zh: "开始时间，如 16:00", en: "When it begins, as 16:00", "time"))
  var start: String

  @Option(help: help(zh: "结束时间", en: "When it ends", "time"))
  var end: String

  @Option(help: help(zh: "参加人，用分号隔开", en: "Who attends, separated by semicolons", "list"))
  var attendees: String

  @Option(help: help(zh: "地点", en: "Where", "text"))
  var place = ""

  @Option(help: help(zh: "遇休息日", en: "On days off", "later|earlier|skip"))
  var move = "later"

  @Option(help: help(zh: "首日（默认今天）", en: "Its first day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "末日（默认首日起三年）", en: "Its last day (default: three years on)", "date"))
  var to: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    for (value, option) in [(id, "id"), (name, "--name"), (attendees, "--attendees")] {
      try Typed.notBlank(value, option)
    }
    _ = try (Typed.day(from, "--from"), Typed.day(to, "--to"), cadence(), times())
  }

  func run() throws {
    let centre = try Centres.open(options)
    let first = try Typed.day(from, "--from") ?? centre.today()
    let last = try Typed.day(to, "--to") ?? first + 1_095
    guard first <= last else {
      throw Failure(Wording(zh: "--to 早于首日 \(first)", en: "--to is before the first day, \(first)"))
    }
    let times = try times()
    try centre.record(
      StandingMeeting(
        code: id, name: name, cadence: try cadence(), start: times.start, end: times.end, days: first...last,
        place: place,
        attendees: attendees.split(whereSeparator: { ";；、".contains($0) }).map {
          $0.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }))
    Console.write(Wording(zh: "已登记例会 \(id) \(name)", en: "standing meeting \(id) \(name) entered"))
    Console.note(
      Wording(zh: "用“seedbed meeting list”查看日期", en: "'seedbed meeting list' tells its days"))
  }

  private func times() throws -> (start: ClockTime, end: ClockTime) {
    guard let start = ClockTime(start), let end = ClockTime(end), start < end else {
      throw ValidationError(
        text(
          zh: "--start、--end：应写成 16:00、17:00，且结束晚于开始",
          en: "--start, --end: expected times as 16:00 and 17:00, the end after the start"))
    }
    return (start, end)
  }

  private func cadence() throws -> Cadence {
    guard let rhythm = Self.rhythm(every), let move = Cadence.Move(rawValue: move) else {
      throw ValidationError(
        text(
          zh: "--every 应为 周一…周日、每月1日…31日、每季1日…31日；--move 应为 later、earlier、skip",
          en:
            "--every: expected Mon … Sun, monthly:1 … 31 or quarterly:1 … 31; --move: later, earlier or skip")
      )
    }
    return Cadence(rhythm, move: move)
  }

  private static func rhythm(_ text: String) -> Cadence.Rhythm? {
    let days = [
      ["mon", "周一", "星期一"], ["tue", "周二", "星期二"], ["wed", "周三", "星期三"], ["thu", "周四", "星期四"],
      ["fri", "周五", "星期五"], ["sat", "周六", "星期六"], ["sun", "周日", "星期日"],
    ]
    let lower = text.lowercased()
    if let index = days.firstIndex(where: { $0.contains(lower) }), let day = Weekday(rawValue: index) {
      return .weekly(day)
    }
    for (heads, make) in [
      (["monthly:", "每月"], Cadence.Rhythm.monthly(day:)),
      (["quarterly:", "每季"], Cadence.Rhythm.quarterly(day:)),
    ] {
      for head in heads where lower.hasPrefix(head) {
        let digits = lower.dropFirst(head.count).filter { $0 != "日" && $0 != "号" }
        if let day = Int(digits), (1...31).contains(day) { return make(day) }
      }
    }
    return nil
  }
}

/// `meeting list`: the standing meetings and their next days.
struct MeetingList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出例会日期，休息日已移开，注明与课次冲突", en: "List the days of standing meetings, and what clashes"))
  }

  @Option(help: help(zh: "看到今后几天", en: "How many days ahead", "n"))
  var days = 92

  @OptionGroup var options: CentreOptions

  func validate() throws {
    guard (0...3650).contains(days) else {
      throw ValidationError(text(zh: "--days：应为 0 至 3650", en: "--days: expected 0 to 3650"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let found = try centre.standingOccurrences(
      within: today...(today + days),
      calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    guard !found.isEmpty else {
      Console.write(Wording(zh: "没有例会", en: "no standing meetings"))
      return
    }
    let rows = (try? centre.rows()) ?? []
    let language = Console.language
    let heads = [
      Wording(zh: "日期", en: "on"), Wording(zh: "时间", en: "at"), Wording(zh: "例会", en: "meeting"),
      Wording(zh: "地点", en: "where"), Wording(zh: "人数", en: "people"), Wording(zh: "说明", en: "remarks"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .left, .left, .right])
    for one in found {
      table.add([
        (one.held ?? one.nominal).description, "\(one.start)–\(one.end)", "\(one.meeting) \(one.name)",
        one.place,
        "\(one.attendees.count)", Self.remark(one, rows)[language],
      ])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }

  private static func remark(_ one: StandingOccurrence, _ rows: [TimetableRow]) -> Wording {
    guard let held = one.held else { return Wording(zh: "休息日，不开", en: "a day off: left out") }
    let away = Set(one.clashes(with: rows).flatMap(\.people)).intersection(one.attendees).sorted()
    let moved =
      held == one.nominal
      ? Wording(zh: "", en: "") : Wording(zh: "原 \(one.nominal)；", en: "moved from \(one.nominal); ")
    let clash =
      away.isEmpty
      ? Wording(zh: "", en: "")
      : Wording(
        zh: "有课不能到：\(away.joined(separator: "、"))", en: "have sessions then: \(away.joined(separator: ", "))")
    return Wording(zh: moved.chinese + clash.chinese, en: moved.english + clash.english)
  }
}

/// `meeting end`: a standing meeting that is held no more.
struct MeetingEnd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "end",
      abstract: text(zh: "停止一项例会，日历随之取消", en: "End a standing meeting; calendars learn of it"))
  }

  @Argument(help: help(zh: "例会编号", en: "Its id", "id"))
  var id: String

  @OptionGroup var options: CentreOptions

  func run() throws {
    try Centres.open(options).endStandingMeeting(id)
    Console.write(Wording(zh: "已停止例会 \(id)", en: "standing meeting \(id) ended"))
  }
}
