import Civil
import Reports
import Testing

@testable import seedbed

@Suite struct WeekGridTests {
  static func grid(_ entries: [WeekGrid.Entry], notes: [String: String] = [:]) throws -> WeekGrid {
    let start = { (text: String) in try #require(ClockTime(text)) }
    return WeekGrid(
      week: try #require(ISOWeek("2026-W08")),
      blocks: [
        Block(id: "AM", start: try start("08:30"), periods: 4),
        Block(id: "PM", start: try start("14:00"), periods: 4),
        Block(id: "EVE", start: try start("18:30"), periods: 3),
      ],
      entries: entries,
      notes: Dictionary(uniqueKeysWithValues: try notes.map { (try #require(CivilDate($0.key)), $0.value) }))
  }

  static func entry(
    _ date: String, _ block: String, _ first: Int, _ periods: Int, _ title: String, _ details: String...,
    mark: String = ""
  ) throws -> WeekGrid.Entry {
    WeekGrid.Entry(
      date: try #require(CivilDate(date)), block: block, first: first, periods: periods, title: title,
      mark: mark, details: details)
  }

  static func week() throws -> WeekGrid {
    try grid(
      [
        entry("2026-02-16", "AM", 1, 4, "评估你的市场", "A1路演厅", "示例赵一", mark: "(1/3)"),
        entry("2026-02-16", "PM", 1, 1, "预测启动资金", "A1路演厅", "示例赵一", mark: "(2/2)"),
        entry("2026-02-16", "PM", 2, 3, "选择企业法律形态", "A1路演厅", "示例王八一"),
        entry(
          "2026-02-18", "EVE", 1, 3, "Assess your market with a very long title indeed", "Room 201",
          "Zhao Yi, Qian Er"),
        entry("2026-02-21", "AM", 3, 2, "结业", "A1路演厅", "示例赵一、示例钱二"),
      ], notes: ["2026-02-17": "春节放假", "2026-02-21": "调休上班"])
  }

  @Test(arguments: [(100, "week.100"), (80, "week.80"), (60, "week.60")])
  func `a week fits the width with its brackets, marks and free blocks`(width: Int, golden: String) throws {
    let lines = try Self.week().lines(width: width, in: .chinese)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    try Golden.expect(lines.joined(separator: "\n") + "\n", is: golden)
  }

  @Test func `an empty weekend has no columns`() throws {
    let entries = try [Self.entry("2026-02-16", "AM", 1, 4, "结业")]
    #expect(try Self.grid(entries).lines(width: 100, in: .english)[0].contains("Fri 20"))
    #expect(try !Self.grid(entries).lines(width: 100, in: .english)[0].contains("Sat"))
    #expect(
      try Self.grid(entries, notes: ["2026-02-21": "x"]).lines(width: 100, in: .english)[0].contains("Sat"))
  }

  @Test func `sessions that overlap are all named`() throws {
    let lines = try Self.grid([
      Self.entry("2026-02-16", "AM", 1, 3, "first"), Self.entry("2026-02-16", "AM", 2, 1, "second", "room"),
      Self.entry("2026-02-16", "AM", 4, 2, "too long"),
    ]).lines(width: 100, in: .english)
    #expect(lines.contains { $0.contains("┌first") })
    #expect(lines.contains("! Mon 02-16 AM2 also: second room"))
    #expect(lines.contains("! Mon 02-16 AM4 also: too long"))
  }
}
