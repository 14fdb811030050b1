import Civil
import Testing

@Suite struct MonthsTests {
  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-15", 24, "2028-11-15"),
    ("2024-02-29", 36, "2027-02-28"), ("2026-12-01", 1, "2027-01-01"), ("2026-01-10", -1, "2025-12-10"),
    ("2026-03-31", -13, "2025-02-28"), ("2026-05-05", 0, "2026-05-05"),
  ])
  func `the same day of a later month, or its last`(date: String, months: Int, result: String) throws {
    #expect(try #require(CivilDate(date)).adding(months: months).description == result)
  }

  @Test func `working days are counted after the first day up to the last`() throws {
    let calendar = try WorkingCalendarTests.published()
    let from = try #require(CivilDate("2026-09-28"))
    let to = try #require(CivilDate("2026-10-10"))
    #expect(calendar.countWorkingDays(after: from, to: to) == 5)
    #expect(calendar.countWorkingDays(after: to, to: from) == 0)
    #expect(calendar.firstWorkingDay(from: try #require(CivilDate("2026-10-01"))).description == "2026-10-08")
    #expect(calendar.firstWorkingDay(from: to) == to)
  }
}
