import Civil
import Mentors
import Testing

@Suite struct GuidanceNeedTests {
  private let day = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

  private func need(
    _ trainee: String = "T1", by mentor: String? = nil, from: Int = 0, to: Int? = nil, wish: Int? = nil,
    for reason: GuidanceNeed.Reason = .stuck(.financing, days: 3)
  ) -> GuidanceNeed {
    GuidanceNeed(
      trainee: trainee, link: .financing, mentor: mentor, wish: wish.map { day + $0 }, earliest: day + from,
      latest: to.map { day + $0 }, reasons: [reason])
  }

  @Test func `deadlines press before wishes that come later, requests before agreements of one day`() {
    let needs = [
      need("stuck"), need("agreed", wish: 5, for: .agreed("G1", on: day + 5)),
      need("late", to: 9, for: .request("R2", due: day + 9)),
      need("soon", to: 5, for: .request("R1", due: day + 5)),
    ]
    #expect(
      needs.sorted(by: GuidanceNeed.isMorePressing).map(\.trainee) == ["soon", "agreed", "late", "stuck"])
  }

  @Test func `one meeting serves two needs with the earlier deadline and all reasons`() {
    let both = need(by: "P1", to: 9).joined(with: need(to: 4, for: .request("R1", due: day + 4)))
    #expect(both?.latest == day + 4 && both?.mentor == "P1" && both?.reasons.count == 2)
  }

  @Test func `needs of two mentors, or of days that never meet, are not joined`() {
    #expect(need(by: "P1").joined(with: need(by: "P2")) == nil)
    #expect(need(to: 3).joined(with: need(from: 4)) == nil)
  }

  @Test func `what is overdue already hinders no other need`() {
    let both = need(from: 10, to: 3).joined(with: need(from: 10, to: 20))
    #expect(both?.latest == day + 20)
  }

  @Test(
    arguments: [
      GuidanceNeed.Reason.request("help-T1-r1", due: nil), .request("a@b", due: CivilDate("2026-03-02")),
      .agreed("G00001", on: CivilDate(daysSinceEpoch: 20_000)),
      .visit("T1-3", on: CivilDate(daysSinceEpoch: 20_000)), .stuck(.riskAssessment, days: 12),
    ])
  func `a reason is read back from its code`(_ reason: GuidanceNeed.Reason) {
    #expect(GuidanceNeed.Reason(code: reason.code) == reason)
  }

  @Test func `a code that is none is refused`() {
    for code in ["", "request", "agreed=G1", "stuck=cooking@3", "visit=x@y", "fly=1@2026-03-02"] {
      #expect(GuidanceNeed.Reason(code: code) == nil, "\(code)")
    }
  }

  @Test func `guidance on the day or later settles an appointment, guidance before it does not`() {
    let one = GuidanceAppointment(
      number: 12, trainee: "T1", part: 1_001, link: .financing, mode: .office, earliest: day,
      reasons: [.stuck(.financing, days: 1)])
    func held(_ trainee: String, _ on: Int) -> GuidanceSession {
      GuidanceSession(
        id: "G1", trainee: trainee, mentor: "P1", link: .financing, on: day + on, minutes: 60,
        outcome: .missed)
    }
    #expect(one.id == "A00012" && GuidanceAppointment.number("a00012") == 12)
    #expect(one.isSettled(by: [held("T1", 5)], on: day + 5))
    #expect(!one.isSettled(by: [held("T1", 4), held("T2", 5)], on: day + 5))
  }
}
