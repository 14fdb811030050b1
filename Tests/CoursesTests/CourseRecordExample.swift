import Civil
import Cohorts
import Courses
import Testing

/// A made-up class of three half days and the rules of a made-up region.
enum CourseRecordExample {
  static func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  static func stamp() throws -> RuleStamp {
    RuleStamp(
      name: Wording(zh: "示例口径", en: "Example"), version: "1", from: try day("2020-01-01"), source: "示例")
  }

  /// 10 periods: four and four on the second of March, two on the third.
  static func held() throws -> [HeldHalfDay] {
    [
      HeldHalfDay(HalfDay(date: try day("2026-03-02"), block: "AM"), periods: 4),
      HeldHalfDay(HalfDay(date: try day("2026-03-02"), block: "PM"), periods: 4),
      HeldHalfDay(HalfDay(date: try day("2026-03-03"), block: "AM"), periods: 2),
    ]
  }

  static func record(
    _ trainee: String, _ date: String, _ block: String, _ periods: Int, recordedOn: String = "2026-03-04"
  ) throws -> Attendance {
    Attendance(
      classID: "C1", trainee: trainee, date: try day(date), block: block, periods: periods,
      recordedOn: try day(recordedOn), recordedBy: "录入员甲")
  }

  static func certificate(
    _ number: String, _ trainee: String, on date: String = "2026-03-10", classID: String = "C1"
  ) throws -> Certificate {
    Certificate(
      number: number, classID: classID, trainee: trainee, issuedOn: try day(date),
      recordedOn: try day("2026-03-11"), recordedBy: "录入员甲")
  }

  static func completionRule(
    _ share: Double = 0.8, graded: Set<Course.Programme>? = nil
  ) throws -> CompletionRule {
    CompletionRule(stamp: try stamp(), leastAttendance: share, lowestGrade: .pass, gradedProgrammes: graded)
  }

  /// Half of ¥1,000 on completion where nine of ten complete, half on success; within 180 days.
  static func claimRule(
    within period: ClaimRule.Period = .days(180), monthlyDay: Int? = nil
  ) throws -> ClaimRule {
    ClaimRule(
      stamp: try stamp(), rates: [.syb: Money(yuan: 1000)],
      stages: [
        ClaimRule.Stage(.completion, .share(0.5), leastPassRate: 0.9),
        ClaimRule.Stage(.success, .amount(Money(yuan: 500))),
      ], claimWithin: period, monthlyDay: monthlyDay, noticeWorkingDays: 5)
  }
}
