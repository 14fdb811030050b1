import Civil
import Cohorts
import Courses
import Testing

@Suite struct ClaimTests {
  private typealias Example = CourseRecordExample
  private let calendar = WorkingCalendar()

  private func candidate(
    completion: Completion.Verdict = .completed, certified: Bool = true,
    ruling: Eligibility.Ruling = .eligible, success: ClaimCandidate.Success = .notYet,
    claims: [TrainingClaim] = []
  ) throws -> ClaimCandidate {
    ClaimCandidate(
      trainee: "T1", completion: completion,
      certificate: certified ? try Example.certificate("1", "T1", on: "2026-03-10") : nil,
      eligibility: Eligibility(ruling: ruling, regulation: "P", rule: nil, membership: nil, reasons: []),
      success: success, claims: claims)
  }

  private func course(
    completed: Int = 9, approved: String? = "2026-02-10", programme: Course.Programme = .syb
  ) throws -> ClaimedClass {
    ClaimedClass(
      classID: "C1", programme: programme, enrolled: 10, completed: completed,
      approvedOn: try approved.map(Example.day), openedOn: try Example.day("2026-03-02"))
  }

  private func judge(
    _ candidate: ClaimCandidate, _ course: ClaimedClass? = nil, on date: String = "2026-04-01"
  ) throws -> [ClaimVerdict] {
    try Example.claimRule().judge(
      candidate, in: course ?? self.course(), on: try Example.day(date), calendar)
  }

  @Test func `what completed is claimed at once, what depends on a start when it stands`() throws {
    let verdicts = try judge(try candidate())
    #expect(verdicts.map(\.ruling) == [.payable, .notYet])
    #expect(verdicts.map(\.amount) == [Money(yuan: 500), Money(yuan: 500)])
    #expect(verdicts[0].deadline == (try Example.day("2026-09-06")))
    #expect(verdicts[1].reasons == [.successOpen])
    let started = try judge(try candidate(success: .yes(on: try Example.day("2026-06-30"))), on: "2026-07-01")
    #expect(started.map(\.ruling) == [.payable, .payable])
  }

  @Test func `a stage is claimed once`() throws {
    let claim = TrainingClaim(
      id: "1", classID: "C1", trainee: "T1", occasion: .completion, amount: Money(yuan: 400),
      claimedOn: try Example.day("2026-03-20"), recordedOn: try Example.day("2026-03-20"), recordedBy: "甲")
    let verdict = try judge(try candidate(claims: [claim]))[0]
    #expect(verdict.ruling == .claimed)
    #expect(verdict.amount == Money(yuan: 400))
  }

  @Test func `what may still come leaves it open, what cannot refuses it`() throws {
    #expect(try judge(candidate(certified: false))[0].reasons == [.noCertificate])
    #expect(try judge(candidate(certified: false))[0].ruling == .notYet)
    #expect(try judge(candidate(completion: .failed, certified: false))[0].ruling == .refused)
    #expect(try judge(candidate(ruling: .undecided))[0].ruling == .notYet)
    #expect(try judge(candidate(ruling: .ineligible))[0].ruling == .refused)
    #expect(try judge(candidate(), course(approved: nil))[0].reasons == [.notApproved])
    #expect(try judge(candidate(), course(approved: "2026-03-05"))[0].ruling == .refused)
    #expect(try judge(candidate(), course(completed: 8))[0].reasons == [.passRateLow(0.8, least: 0.9)])
    #expect(try judge(candidate(), course(programme: .iyb))[0].reasons == [.noRate(.iyb)])
    #expect(try judge(candidate(), on: "2026-09-06")[0].ruling == .payable)
    #expect(
      try judge(candidate(), on: "2026-09-07")[0].reasons == [.deadlinePassed(try Example.day("2026-09-06"))])
  }

  @Test func `deadlines count days, working days or months`() throws {
    var holidays = WorkingCalendar()
    holidays.add(.init(kind: .holiday, name: "示例假日"), on: try Example.day("2026-03-12"))
    let day = try Example.day("2026-03-10")
    let deadline = { (period: ClaimRule.Period) in
      try Example.claimRule(within: period).deadline(from: day, holidays).description
    }
    #expect(try deadline(.days(180)) == "2026-09-06")
    #expect(try deadline(.months(6)) == "2026-09-10")
    #expect(try deadline(.workingDays(3)) == "2026-03-16")
    #expect(try Example.claimRule().noticeEnd(from: day, holidays).description == "2026-03-18")
  }

  @Test func `a monthly filing day is that of this month or the next`() throws {
    let rule = try Example.claimRule(monthlyDay: 31)
    #expect(rule.filingDay(from: try Example.day("2026-02-03"))?.description == "2026-02-28")
    let early = try Example.claimRule(monthlyDay: 15)
    #expect(early.filingDay(from: try Example.day("2026-12-16"))?.description == "2027-01-15")
    #expect(early.filingDay(from: try Example.day("2026-12-15"))?.description == "2026-12-15")
    #expect(try Example.claimRule().filingDay(from: Example.day("2026-12-15")) == nil)
  }
}
