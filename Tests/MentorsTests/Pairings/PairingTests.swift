import Civil
import Testing

@testable import Mentors

@Suite struct PairingTests {
  private let day = ChainExamples.start

  private func pairing(
    _ id: String, _ helper: String, _ helped: String, _ from: Int, _ to: Int?,
    _ kind: Pairing.Kind = .cadreFirm
  ) -> Pairing {
    Pairing(
      id: id, kind: kind, helper: helper, helped: helped, from: day + from, to: to.map { day + $0 })
  }

  @Test func `a firm has two cadres at a time, and a third when one has gone`() {
    let others = [pairing("1", "A", "F", 0, nil), pairing("2", "B", "F", 10, 50)]
    #expect(pairing("3", "C", "F", 20, nil).refusal(beside: others) == .full("F", most: 2, on: day + 20))
    #expect(pairing("3", "C", "F", 51, nil).refusal(beside: others) == nil)
    #expect(pairing("3", "C", "F", 0, nil).refusal(beside: others) == .full("F", most: 2, on: day + 10))
    #expect(pairing("3", "C", "F", 0, 9).refusal(beside: others) == nil)
  }

  @Test func `the same two are not paired twice at a time`() {
    let other = pairing("1", "A", "F", 0, 30)
    #expect(pairing("2", "A", "F", 30, nil).refusal(beside: [other]) == .paired(other))
    #expect(pairing("2", "A", "F", 31, nil).refusal(beside: [other]) == nil)
    let peers = pairing("1", "A", "B", 0, nil, .peers)
    #expect(pairing("2", "B", "A", 5, nil, .peers).refusal(beside: [peers]) == .paired(peers))
  }

  @Test func `a pairing ends no earlier than it begins, and needs two`() {
    #expect(
      pairing("1", "A", "F", 5, 4).refusal(beside: [])
        == .endsBeforeItBegins(from: day + 5, to: day + 4))
    #expect(pairing("1", "A", "A", 0, nil).refusal(beside: []) == .withItself("A"))
  }

  @Test func `the officer of a pledge owes each item in its working days, from the last deed on`() {
    let officers = Ledger([Ledger<String>.Entry(id: "1", "王", from: day, recordedOn: day, recordedBy: "x")])
    let pledge = Pledge(
      trainee: "T1", from: day, officers: officers, deeds: [.init(item: .service, on: day + 10, what: "上门")])
    let rule = PledgeRule(stamp: ChainExamples.stamp, workingDays: [.project: 5, .service: 5])
    let calendar = WorkingCalendar()
    let duties = rule.duties(of: pledge, in: calendar, asOf: day + 12)
    #expect(duties.map(\.item) == [.project, .service] && duties.allSatisfy { $0.officer == "王" })
    #expect(duties[0].due == calendar.workingDay(5, after: day))
    #expect(duties[0].overdue == calendar.countWorkingDays(after: duties[0].due, to: day + 12))
    #expect(duties[1].due == calendar.workingDay(5, after: day + 10) && duties[1].overdue == 0)
    #expect(rule.duties(of: pledge, in: calendar, asOf: day + -1).isEmpty)
  }
}
