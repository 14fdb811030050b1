import ArgumentParser
import Civil
import Planning

/// `timetable what-if`: what a change would break and cost, without making it.
struct TimetableWhatIf: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "what-if",
      abstract: text(
        zh: "试算：把一个课次移到别处会违反什么、扣分多少", en: "What moving a session would break and cost, without moving it"),
      discussion: text(
        zh: """
          例：seedbed timetable what-if C001/市场/1 课表.csv 数据包 --to 2026-03-05 AM 1 R2 "P001;P002"
          返回码：0 不违反硬规则；1 违反；2 无法读取。
          """,
        en: """
          As: seedbed timetable what-if C001/market/1 t.csv bundle --to 2026-03-05 AM 1 R2 "P001;P002"
          Exit status: 0 no hard rule is broken by it; 1 one is; 2 cannot be read.
          """))
  }

  @Argument(
    help: help(
      zh: "课次编号（课表的 session 列）", en: "The session's id, of the timetable's column session", "session"))
  var session: String

  @OptionGroup var source: TimetableSource

  @Option(
    parsing: .upToNextOption,
    help: help(
      zh: "移到：日期 时段 起始课时 [教室] [人员]", en: "Where to: DATE BLOCK PERIOD [ROOM] [PEOPLE]", "place"))
  var to: [String] = []

  @Option(help: help(zh: "换到哪间教室", en: "Another room", "room"))
  var room: String?

  @Option(help: help(zh: "由谁上，以分号分隔", en: "Who is to hold it, with semicolons between", "people"))
  var people: String?

  @OptionGroup var weights: WeightsOption

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func validate() throws { _ = try place() }

  func run() throws {
    let desk = try source.desk(weights: try weights.weights())
    let effect: WhatIf
    do {
      effect = try desk.whatIf(session, at: try place())
    } catch let error as WhatIfError {
      throw error.failure
    }
    if json {
      Console.write(try JSONText.of(WhatIfReport.Effect(effect)))
    } else {
      for line in WhatIfReport.lines(effect, in: Console.language) { Console.write(line) }
    }
    if !effect.broken.isEmpty { throw ExitCode.findings }
  }

  private func place() throws -> WhatIfDesk.Place {
    var place = WhatIfDesk.Place(room: room, people: people.map(Self.list))
    if to.isEmpty, room == nil, people == nil {
      throw ValidationError(
        text(zh: "请给出 --to、--room 或 --people", en: "give --to, --room or --people"))
    }
    guard !to.isEmpty else { return place }
    guard (3...5).contains(to.count), let date = CivilDate(to[0]), let first = Int(to[2]),
      (1...99).contains(first)
    else {
      throw ValidationError(
        text(
          zh: "--to：“\(to.joined(separator: " "))”应写成 2026-03-05 AM 1，之后可加教室和人员",
          en:
            "--to: '\(to.joined(separator: " "))' should be written as 2026-03-05 AM 1, then a room and people"
        ))
    }
    place.date = date
    place.block = to[1]
    place.firstPeriod = first
    if to.count > 3 { place.room = to[3] }
    if to.count > 4 { place.people = Self.list(to[4]) }
    return place
  }

  private static func list(_ text: String) -> [String] {
    text.split { ";；、".contains($0) }.map(String.init)
  }
}
