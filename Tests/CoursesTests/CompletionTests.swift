import Civil
import Courses
import Testing

@Suite struct CompletionTests {
  private typealias Example = CourseRecordExample

  @Test func `of several records of a half day the one recorded last holds`() throws {
    let records = [
      try Example.record("T1", "2026-03-02", "AM", 4, recordedOn: "2026-03-05"),
      try Example.record("T1", "2026-03-02", "AM", 1),
      try Example.record("T1", "2026-03-02", "PM", 0),
      try Example.record("T1", "2026-03-02", "PM", 3),
    ]
    let book = AttendanceBook(
      classID: "C1", held: try Example.held(), records: records, knownOn: try Example.day("2026-03-09"))
    #expect(
      book.count(of: "T1", through: try Example.day("2026-03-09"))
        == AttendanceCount(held: 10, attended: 7, unrecorded: 2))
    let early = AttendanceBook(
      classID: "C1", held: try Example.held(), records: records, knownOn: try Example.day("2026-03-04"))
    #expect(early.count(of: "T1", through: try Example.day("2026-03-02")).attended == 4)
  }

  @Test func `nobody attends more than was held, and records of other days count for nothing`() throws {
    let book = AttendanceBook(
      classID: "C1", held: try Example.held(),
      records: [
        try Example.record("T1", "2026-03-03", "AM", 4), try Example.record("T1", "2026-03-09", "AM", 4),
      ], knownOn: try Example.day("2026-03-09"))
    #expect(book.count(of: "T1", through: try Example.day("2026-03-09")).attended == 2)
    #expect(book.strays.map(\.date.description) == ["2026-03-09"])
  }

  @Test(arguments: [(10, 8), (35, 28), (56, 45), (0, 0), (1, 1)])
  func `four fifths of the periods are rounded up to whole ones`(held: Int, needed: Int) throws {
    #expect(try Example.completionRule().periodsNeeded(of: held) == needed)
  }

  @Test func `a trainee completes with enough periods and a plan that passes`() throws {
    let rule = try Example.completionRule()
    let judged = rule.judge(AttendanceCount(held: 10, attended: 8), grade: .pass, programme: .syb)
    #expect(judged == Completion(verdict: .completed, reasons: []))
  }

  @Test func `too few periods fail, with the number that is short`() throws {
    let rule = try Example.completionRule()
    let judged = rule.judge(AttendanceCount(held: 10, attended: 5), grade: .fail, programme: .syb)
    #expect(judged.verdict == .failed)
    #expect(
      judged.reasons == [
        .attendanceShort(by: 3, attended: 5, needed: 8), .gradeTooLow(.fail, lowest: .pass),
      ])
    #expect(judged.reasons[0].text.chinese.contains("缺 3 课时"))
  }

  @Test func `what is not recorded leaves the verdict open`() throws {
    let rule = try Example.completionRule()
    let judged = rule.judge(
      AttendanceCount(held: 10, attended: 5, unrecorded: 4), grade: nil, programme: .syb)
    #expect(judged.verdict == .open)
    #expect(judged.reasons == [.attendanceUnrecorded(4, missing: 3), .gradeMissing])
    #expect(rule.judge(AttendanceCount(held: 0, attended: 0), grade: .pass, programme: .syb).verdict == .open)
  }

  @Test func `a programme without a plan needs no grade`() throws {
    let rule = try Example.completionRule(graded: [.syb])
    let full = AttendanceCount(held: 10, attended: 10)
    #expect(rule.judge(full, grade: nil, programme: .gyb).verdict == .completed)
    #expect(rule.judge(full, grade: nil, programme: .syb).verdict == .open)
  }

  @Test func `certificate numbers are unique, written as the region writes them, and for the completed`()
    throws
  {
    let held = [try Example.certificate("CY2026000001", "T1")]
    let format = CertificateFormat("CY{year}######")
    let today = try Example.day("2026-04-01")
    let end = try Example.day("2026-03-09")
    func flaws(_ new: Certificate, _ verdict: Completion.Verdict = .completed) -> [CertificateFlaw] {
      held.flaws(ofAdding: new, completion: verdict, end: end, format: format, today: today)
    }
    #expect(flaws(try Example.certificate("CY2026000002", "T2")) == [])
    #expect(
      flaws(try Example.certificate("CY2026000001", "T2")) == [.numberTaken(classID: "C1", trainee: "T1")])
    #expect(flaws(try Example.certificate("CY2026000009", "T1")) == [.otherNumber("CY2026000001")])
    #expect(flaws(try Example.certificate("CY2025000002", "T2")) == [.notWrittenAs(format)])
    #expect(flaws(try Example.certificate("CY2026000003", "T3"), .failed) == [.notCompleted(.failed)])
    #expect(flaws(try Example.certificate("CY2026000004", "T4", on: "2026-03-01")) == [.beforeEnd(end)])
    #expect(flaws(try Example.certificate("CY2026000004", "T4", on: "2026-05-01")) == [.inFuture])
  }
}
