import Civil
import Testing

@testable import ICalendar

@Suite struct WorkingCalendarTests {
  private func year(_ year: Int) throws -> WorkingCalendar {
    let name = "Calendars/cn-holidays-\(year).ics"
    return try Fixture.reader.workingCalendar(in: Fixture.bytes(name), source: name)
  }

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test(arguments: [(2024, 28, 8, 251), (2025, 28, 5, 248), (2026, 33, 6, 248)])
  func `the published years have their days off, make-up days and working days`(
    year: Int, off: Int, worked: Int, workingDays: Int
  ) throws {
    let calendar = try self.year(year)
    #expect(calendar.marked.count { $0.mark.kind == .holiday } == off)
    #expect(calendar.marked.count { $0.mark.kind == .makeUpDay } == worked)
    #expect(calendar.provisionalYears.isEmpty)
    let days = try date("\(year)-01-01")...date("\(year)-12-31")
    #expect(days.count(where: calendar.isWorkingDay) == workingDays)
  }

  @Test(arguments: [
    ("2026-09-18", 5, "2026-09-24"), ("2026-09-28", 5, "2026-10-10"), ("2026-09-24", 10, "2026-10-15"),
    ("2026-02-09", 10, "2026-02-28"), ("2026-02-13", 1, "2026-02-14"), ("2026-04-30", 3, "2026-05-08"),
    ("2025-12-31", 1, "2026-01-04"), ("2024-09-12", 5, "2024-09-20"),
  ])
  func `working days are counted across holidays, make-up days and the year's end`(
    from: String, count: Int, result: String
  ) throws {
    var calendar = WorkingCalendar()
    for year in 2024...2026 { calendar.merge(try self.year(year)) }
    #expect(calendar.workingDay(count, after: try date(from)).description == result)
  }

  @Test(arguments: [
    ("2026-09-14", "14 15 16 17 18 20 21 22 23 24"), ("2026-02-09", "9 10 11 12 13 14 24 25 26 27"),
    ("2026-04-27", "27 28 29 30 6 7 8 9 11 12"),
  ])
  func `ten working days of a class`(from: String, days: String) throws {
    let found = try year(2026).workingDays(10, from: date(from)).map { String($0.parts.day) }
    #expect(found.joined(separator: " ") == days)
  }

  @Test func `the days of 2027 are provisional and say so`() throws {
    let calendar = try year(2027)
    #expect(calendar.provisionalYears == [2027])
    #expect(calendar.marked.count == 13)
    #expect(calendar.marked.allSatisfy { $0.mark.kind == .holiday && $0.mark.isProvisional })
    #expect(calendar.mark(on: try date("2027-02-06"))?.name == "春节（暂定）")
  }

  @Test func `a holiday file may use a rule, an exception, and other categories`() throws {
    let name = "holidays-with-a-daily-rule"
    let calendar = try Fixture.reader.workingCalendar(in: Fixture.odd(name), source: name)
    #expect(calendar.marked.map(\.date.description) == ["2026-05-01", "2026-05-03", "2026-05-09"])
    #expect(calendar.mark(on: try date("2026-05-01"))?.name == "劳动节")
    #expect(calendar.mark(on: try date("2026-05-09"))?.isProvisional == true)
    #expect(calendar.isMakeUpDay(try date("2026-05-09")))
  }

  @Test(arguments: ["one-event-without-start", "end-of-calendar-missing"])
  func `a holiday file with one bad event is refused with its line`(name: String) throws {
    let bytes = try Fixture.odd(name)
    let error = #expect(throws: CalendarError.self) {
      try Fixture.reader.workingCalendar(in: bytes, source: name)
    }
    #expect(error?.line != nil)
  }

  @Test func `a holiday whose rule is not understood is refused, not held every day`() {
    let bytes = Fixture.event("RRULE:FREQ=LUNAR", "CATEGORIES:HOLIDAY")
    let error = #expect(throws: CalendarError.self) {
      try Fixture.reader.workingCalendar(in: bytes, source: "lunar.ics")
    }
    #expect(error?.wording.chinese.contains("lunar.ics:2：规则无法识别") == true)
  }

  @Test func `a broken holiday file is refused`() {
    #expect(throws: CalendarError.self) {
      try Fixture.reader.workingCalendar(in: Array("劳动节".utf8), source: "x.ics")
    }
  }

  @Test func `a working calendar that is written reads back as the same days`() throws {
    var calendar = WorkingCalendar()
    for year in 2025...2026 { calendar.merge(try self.year(year)) }
    calendar.add(
      WorkingCalendar.Mark(kind: .holiday, name: "劳动节, 预计; 待定", isProvisional: true),
      on: try date("2027-05-01"))
    let bytes = try calendar.text(name: "示例中心", revised: Instant(secondsSinceEpoch: 1_770_000_000))
    let read = try Fixture.reader.workingCalendar(in: bytes, source: "calendar.ics")
    #expect(read.marked.map(\.date) == calendar.marked.map(\.date))
    #expect(read.marked.map(\.mark.kind) == calendar.marked.map(\.mark.kind))
    #expect(read.marked.map(\.mark.name) == calendar.marked.map(\.mark.name))
    #expect(read.provisionalYears == [2027])
  }
}
