import Civil
import Testing

@Suite struct WorkingCalendarTests {
  /// Days off and worked weekend days of the State Council's notices for 2024 to 2026: first day and length.
  static let daysOff: [(String, Int)] = [
    ("2024-01-01", 1), ("2024-02-10", 8), ("2024-04-04", 3), ("2024-05-01", 5), ("2024-06-10", 1),
    ("2024-09-15", 3), ("2024-10-01", 7), ("2025-01-01", 1), ("2025-01-28", 8), ("2025-04-04", 3),
    ("2025-05-01", 5), ("2025-05-31", 3), ("2025-10-01", 8), ("2026-01-01", 3), ("2026-02-15", 9),
    ("2026-04-04", 3), ("2026-05-01", 5), ("2026-06-19", 3), ("2026-09-25", 3), ("2026-10-01", 7),
  ]
  static let worked = [
    "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
    "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
    "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
  ]

  static func published() throws -> WorkingCalendar {
    var calendar = WorkingCalendar()
    for (first, length) in daysOff {
      let date = try #require(CivilDate(first))
      for day in date..<(date + length) { calendar.add(.init(kind: .holiday, name: "放假"), on: day) }
    }
    for day in worked { calendar.add(.init(kind: .makeUpDay, name: "调休"), on: try #require(CivilDate(day))) }
    return calendar
  }

  @Test(arguments: [
    ("2026-09-18", 5, "2026-09-24"), ("2026-09-28", 5, "2026-10-10"), ("2026-09-24", 10, "2026-10-15"),
    ("2026-02-09", 10, "2026-02-28"), ("2026-02-13", 1, "2026-02-14"), ("2026-04-30", 3, "2026-05-08"),
    ("2025-12-31", 1, "2026-01-04"), ("2024-09-12", 5, "2024-09-20"),
  ])
  func `n working days after a date`(from: String, count: Int, result: String) throws {
    let date = try #require(CivilDate(from))
    #expect(try Self.published().workingDay(count, after: date).description == result)
  }

  @Test(arguments: [
    ("2026-09-14", "09-14 09-15 09-16 09-17 09-18 09-20 09-21 09-22 09-23 09-24"),
    ("2026-02-09", "02-09 02-10 02-11 02-12 02-13 02-14 02-24 02-25 02-26 02-27"),
    ("2026-04-27", "04-27 04-28 04-29 04-30 05-06 05-07 05-08 05-09 05-11 05-12"),
  ])
  func `a class of ten working days runs over holidays and make-up days`(from: String, days: String) throws {
    let date = try #require(CivilDate(from))
    let found = try Self.published().workingDays(10, from: date)
    #expect(found.map { $0.description.dropFirst(5) }.joined(separator: " ") == days)
  }

  @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func `a year has as many working days as the notice leaves`(year: Int, count: Int) throws {
    let first = try #require(CivilDate(year: year, month: 1, day: 1))
    let next = try #require(CivilDate(year: year + 1, month: 1, day: 1))
    let calendar = try Self.published()
    #expect((first..<next).filter(calendar.isWorkingDay).count == count)
  }

  @Test func `a day marked both ways is a holiday`() throws {
    let date = try #require(CivilDate("2026-02-14"))
    var calendar = WorkingCalendar()
    calendar.add(.init(kind: .makeUpDay, name: "上班"), on: date)
    calendar.add(.init(kind: .holiday, name: "放假"), on: date)
    #expect(calendar.mark(on: date)?.kind == .holiday)
    #expect(!calendar.isWorkingDay(date))
    #expect(calendar.marked.count == 2)
  }

  @Test func `the notice stands against what was expected in either order`() throws {
    let date = try #require(CivilDate("2027-02-14"))
    let expected = WorkingCalendar.Mark(kind: .holiday, name: "预计", isProvisional: true)
    let notice = WorkingCalendar.Mark(kind: .makeUpDay, name: "通知")
    for marks in [[expected, notice], [notice, expected]] {
      var calendar = WorkingCalendar()
      for mark in marks { calendar.add(mark, on: date) }
      #expect(calendar.mark(on: date) == notice)
      #expect(calendar.provisionalYears.isEmpty)
    }
  }

  @Test func `a provisional day makes its year provisional and no other`() throws {
    var calendar = try Self.published()
    var next = WorkingCalendar()
    next.add(
      .init(kind: .holiday, name: "元旦", isProvisional: true), on: try #require(CivilDate("2027-01-01")))
    calendar.merge(next)
    #expect(calendar.provisionalYears == [2027])
    #expect(calendar.isHoliday(try #require(CivilDate("2026-10-01"))))
    #expect(calendar.mark(on: try #require(CivilDate("2027-01-01")))?.isProvisional == true)
  }
}
