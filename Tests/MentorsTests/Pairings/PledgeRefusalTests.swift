import Civil
import Testing

@testable import Mentors

@Suite struct PledgeRefusalTests {
  private let day = ChainExamples.start

  private func pledge(_ id: String, _ from: Int, _ to: Int?, officer: String = "王") -> Pledge {
    Pledge(
      id: id, trainee: "T1", from: day + from, to: to.map { day + $0 },
      officers: Ledger([
        Ledger<String>.Entry(id: "1", officer, from: day + from, recordedOn: day, recordedBy: "x")
      ]))
  }

  @Test func `one officer answers for a trainee at a time`() {
    let other = pledge("B1", 0, 30)
    #expect(
      pledge("B2", 30, nil).refusal(beside: [other]) == .bound(id: "B1", officer: "王", since: day))
    #expect(pledge("B2", 31, nil).refusal(beside: [other]) == nil)
    #expect(
      pledge("B2", 9, 8).refusal(beside: []) == .endsBeforeItBegins(from: day + 9, to: day + 8))
  }

  @Test func `a deed is of a day of the pledge that is not to come`() {
    let one = pledge("B1", 0, 30)
    #expect(one.refusal(ofDeedOn: day + 30, today: day + 40) == nil)
    #expect(
      one.refusal(ofDeedOn: day + 31, today: day + 40)
        == .notBinding(id: "B1", from: day, to: day + 30, on: day + 31))
    #expect(one.refusal(ofDeedOn: day + 5, today: day + 4) == .inFuture(day + 5, today: day + 4))
  }

  @Test func `it is handed on to somebody else on a day on which it binds`() {
    let one = pledge("B1", 0, nil)
    #expect(one.refusal(ofHandingTo: "王", from: day + 3, today: day + 3) == .sameOfficer("王"))
    #expect(one.refusal(ofHandingTo: "李", from: day + 3, today: day + 3) == nil)
    #expect(one.refusal(ofHandingTo: "李", from: day + -1, today: day) != nil)
  }
}
