import Civil
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-03-02", 20514),
    ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `a date is a count of days and is written back as it was`(text: String, days: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.daysSinceEpoch == days)
    #expect(date.description == text)
    #expect(CivilDate(daysSinceEpoch: days) == date)
  }

  @Test func `every day of four centuries comes after the day before it`() throws {
    var expected = (year: 1899, month: 12, day: 31)
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1))
    for date in first..<(first + 146_097) {
      let parts = date.parts
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
      if expected.day < CivilDate.days(inMonth: expected.month, of: expected.year) {
        expected.day += 1
      } else if expected.month < 12 {
        expected = (expected.year, expected.month + 1, 1)
      } else {
        expected = (expected.year + 1, 1, 1)
      }
      #expect(parts == expected)
    }
  }

  @Test(arguments: ["2026/3/2", "2026-3-2", "2026/03/02"])
  func `slashes and short months are read`(text: String) {
    #expect(CivilDate(text)?.description == "2026-03-02")
  }

  @Test(arguments: [
    "", "2026", "2026-02-29", "2026-02-30", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
    "26-03-02",
    "0000-01-01", "2026--02", "-2026-03-02", "2026-03-02-01", "2026-03-０2", "2026-3-x", "20260302",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-03-02", Weekday.monday), ("1970-01-01", .thursday), ("1969-12-31", .wednesday),
    ("2024-02-29", .thursday), ("2027-02-06", .saturday), ("0001-01-01", .monday),
  ])
  func `the weekday is known on both sides of 1970`(text: String, weekday: Weekday) {
    #expect(CivilDate(text)?.weekday == weekday)
  }

  @Test func `days are added and counted over month and year ends`() throws {
    let date = try #require(CivilDate("2026-12-30"))
    #expect((date + 3).description == "2027-01-02")
    #expect((date + -365).description == "2025-12-30")
    #expect((date + 3) - date == 3)
    #expect(date < date + 1)
  }
}

@Suite struct ISOWeekTests {
  @Test(arguments: [
    ("2026-01-01", "2026-W01"), ("2025-12-29", "2026-W01"), ("2025-12-28", "2025-W52"),
    ("2021-01-03", "2020-W53"), ("2027-01-01", "2026-W53"), ("2027-01-03", "2026-W53"),
    ("2027-01-04", "2027-W01"), ("2026-03-16", "2026-W12"), ("2026-03-22", "2026-W12"),
  ])
  func `a week belongs to the year of its Thursday`(day: String, week: String) throws {
    let date = try #require(CivilDate(day))
    #expect(date.isoWeek.description == week)
    #expect(ISOWeek(week) == date.isoWeek)
    #expect((date.isoWeek.monday...(date.isoWeek.monday + 6)).contains(date))
    #expect(date.isoWeek.monday.weekday == .monday)
  }

  @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "26-W12", "2026W12", "2026-12", "W12", "", "2026-W"])
  func `what is no week is refused`(text: String) {
    #expect(ISOWeek(text) == nil)
  }

  @Test func `weeks are in order over the end of the year`() throws {
    let last = try #require(ISOWeek("2026-W53"))
    let first = try #require(ISOWeek("2027-W01"))
    #expect(last < first)
    #expect(first.monday - last.monday == 7)
  }
}
