import Testing

@testable import Civil

@Suite struct CadenceTests {
  private func held(_ cadence: Cadence, _ first: String, _ last: String) throws -> [String] {
    let days = try #require(CivilDate(first))...(try #require(CivilDate(last)))
    return try cadence.meetings(in: days, calendar: WorkingCalendarTests.published())
      .map { $0.held?.description ?? "-" }
  }

  @Test func `a weekly meeting moves off the holidays of the week`() throws {
    #expect(
      try held(Cadence(.weekly(.monday)), "2026-04-27", "2026-05-11")
        == ["2026-04-27", "2026-05-06", "2026-05-11"])
    #expect(
      try held(Cadence(.weekly(.monday), move: .earlier), "2026-04-27", "2026-05-11")
        == ["2026-04-27", "2026-04-30", "2026-05-11"])
    #expect(
      try held(Cadence(.weekly(.monday), move: .skip), "2026-04-27", "2026-05-11")
        == ["2026-04-27", "-", "2026-05-11"])
  }

  @Test func `a week without a working day has no meeting`() throws {
    // 15 to 23 February 2026 are off; the next meeting's day is the 23rd, which is off too.
    #expect(
      try held(Cadence(.weekly(.monday)), "2026-02-09", "2026-03-02")
        == ["2026-02-09", "-", "2026-02-24", "2026-03-02"])
  }

  @Test func `a monthly meeting on the 31st is on the month's last day`() throws {
    #expect(
      try held(Cadence(.monthly(day: 31)), "2026-03-01", "2026-05-31")
        == ["2026-03-31", "2026-04-30", "2026-06-01"])
  }

  @Test func `a quarter is assessed in the first month of the next`() throws {
    #expect(
      try held(Cadence(.quarterly(day: 5)), "2026-01-01", "2026-12-31")
        == ["2026-01-05", "2026-04-07", "2026-07-06", "2026-10-08"])
  }
}
