import Civil
import Testing

@testable import ICalendar

@Suite struct RecurrenceTests {
  /// The starts a rule gives in 2026 and 2027 from 2025-01-29 09:00, as `2026-01-05`.
  private func dates(_ text: String, from start: String = "20250129T090000") throws -> [String] {
    let rule = try RecurrenceRule(text)
    var budget = WorkBudget(1_000_000)
    let start = try #require(WallTime(start))
    let starts = try rule.starts(
      from: start.seconds, in: 1_767_225_600...1_830_297_599, until: rule.until?.seconds, budget: &budget)
    return starts.map { CivilDate(daysSinceEpoch: $0 / 86_400).description }
  }

  // What python-dateutil 2.9 gives for the same rules.
  @Test(arguments: [
    ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO", ["2027-01-04"]),
    ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH", ["2026-12-31"]),
    ("FREQ=YEARLY;BYYEARDAY=1,-1", ["2026-01-01", "2026-12-31", "2027-01-01", "2027-12-31"]),
    ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", ["2026-11-26", "2027-11-25"]),
    ("FREQ=YEARLY;BYDAY=20MO", ["2026-05-18", "2027-05-17"]),
    ("FREQ=YEARLY;INTERVAL=2", ["2027-01-29"]),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", ["2026-02-13", "2026-03-13", "2026-11-13", "2027-08-13"]),
    ("FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=-1", ["2026-03-31", "2026-10-31", "2027-05-31", "2027-12-31"]),
    (
      "FREQ=MONTHLY;INTERVAL=6;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      ["2026-01-30", "2026-07-31", "2027-01-29", "2027-07-30"]
    ),
    ("FREQ=DAILY;INTERVAL=300", ["2026-09-21", "2027-07-18"]),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=51;BYDAY=SU,WE;WKST=SU", ["2026-01-11", "2026-01-14"]),
    ("FREQ=WEEKLY;UNTIL=20260114T090000", ["2026-01-07", "2026-01-14"]),
    ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", []),
  ])
  func `rules are followed as RFC 5545 means them`(rule: String, expected: [String]) throws {
    #expect(try dates(rule) == expected)
  }

  @Test(arguments: [
    "", "FREQ=OFTEN", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYDAY=XX",
    "FREQ=DAILY;UNTIL=soon",
    "FREQ=DAILY;FREQ=WEEKLY", "RSCALE=CHINESE;FREQ=YEARLY", "FREQ=DAILY;BYHOUR=25", "COUNT=3",
  ])
  func `a rule that is not understood is not guessed at`(rule: String) {
    #expect(throws: RecurrenceRule.Unreadable.self) { try RecurrenceRule(rule) }
  }

  @Test func `the years before the window cost nothing without COUNT`() throws {
    let rule = try RecurrenceRule("FREQ=WEEKLY;BYDAY=MO")
    var budget = WorkBudget(40)
    let start = try #require(WallTime("16000103T000000"))
    let starts = try rule.starts(
      from: start.seconds, in: 1_767_225_600...1_768_435_200, until: nil, budget: &budget)
    #expect(starts.count == 2)
  }
}
