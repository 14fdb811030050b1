import Civil
import Testing

@testable import FollowUp

@Suite struct VentureTests {
  @Test func `a venture goes from preparing to operating, with or without a licence, and may resume`() {
    #expect(VentureState.preparing.mayBecome(.registered))
    #expect(VentureState.preparing.mayBecome(.operating))
    #expect(VentureState.suspended.mayBecome(.operating))
    #expect(VentureState.revoked.next == [.deregistered])
    #expect(!VentureState.operating.mayBecome(.preparing))
    #expect(VentureState.allCases.allSatisfy { $0.mayBecome($0) })
    #expect(VentureState.allCases.allSatisfy { $0.isFinal == $0.next.isEmpty })
  }

  @Test func `what is deregistered cannot operate, and the message says what may follow`() {
    let ledger = Ledger.example([(0, .operating), (10, .deregistered), (20, .operating)])
    let found = ledger.impossibleTransitions(of: "V1", knownOn: day0 + 20)
    #expect(found == [.init(venture: "V1", from: .deregistered, to: .operating, on: day0 + 20)])
    #expect(found.first?.sentence.chinese == "V1：2026-01-21 由“注销”变为“正常经营”不成立；此后不再变更。请更正台账。")
  }

  @Test func `an entry in the past is judged with what comes after it`() {
    let ledger = Ledger.example([(0, .preparing), (30, .operating)])
    func entry(_ state: VentureState, _ day: Int) -> Ledger<VentureState>.Entry {
      .init(id: "new", state, from: day0 + day, recordedOn: day0 + 40, recordedBy: "x")
    }
    #expect(throws: Never.self) { try ledger.check(entry(.registered, 20), of: "V1") }
    #expect(throws: ImpossibleTransition(venture: "V1", from: .deregistered, to: .operating, on: day0 + 30)) {
      var registered = ledger
      registered.append(entry(.registered, 10))
      try registered.check(entry(.deregistered, 20), of: "V1")
    }
  }

  @Test func `enterprises and individual businesses are told apart`() {
    #expect(LegalForm.individualBusiness.kind == .individualBusiness)
    #expect(LegalForm.onePersonCompany.kind == .enterprise)
    #expect(LegalForm.unregistered.kind == .unregistered)
  }

  @Test func `nobody is insured or of a key group who is not employed`() throws {
    #expect(throws: Headcount.Flaw.moreInsuredThanEmployees(insured: 4, employees: 3)) {
      try Headcount(founders: 1, employees: 3, insured: 4)
    }
    #expect(throws: Headcount.Flaw.moreOfGroupThanEmployees(group: "disabled", count: 2, employees: 1)) {
      try Headcount(founders: 1, employees: 1, keyGroups: ["disabled": 2])
    }
    #expect(throws: Headcount.Flaw.negative) { try Headcount(founders: -1, employees: 0) }
    let count = try Headcount(founders: 2, employees: 3, insured: 3, keyGroups: ["graduate": 2, "women": 3])
    #expect(count.employees == 3)
  }

  @Test func `a loan is counted by stage, in people and in person-times`() {
    func loan(_ id: String, _ borrower: String, _ steps: [(Int, Loan.State, Int)]) -> Loan {
      Loan(
        id: id, borrower: borrower,
        steps: Ledger(
          steps.map { day, state, yuan in
            .init(
              id: "\(id)-\(day)", Loan.Step(state, Money(yuan: yuan)), from: day0 + day,
              recordedOn: day0 + day,
              recordedBy: "bank")
          }))
    }
    let loans = [
      loan(
        "L2", "T1",
        [(5, .applied, 80_000), (20, .approved, 50_000), (32, .disbursed, 20_000), (40, .disbursed, 30_000)]),
      loan("L1", "T1", [(0, .applied, 100_000), (10, .approved, 100_000)]),
      loan("L3", "T2", [(60, .applied, 70_000), (400, .approved, 70_000)]),
    ]
    let funnel = LoanFunnel(loans, within: day0...(day0 + 364), knownOn: day0 + 500)
    #expect(funnel.stages.map(\.loans) == [["L1", "L2", "L3"], ["L1", "L2"], ["L2"]])
    #expect(funnel.stages.map(\.borrowers.count) == [2, 1, 1])
    #expect(funnel.stages.map(\.amount) == [250_000, 150_000, 50_000].map { Money(yuan: $0) })
    #expect(funnel.daysToPayment == [12])
    #expect(isClose(funnel.disbursedOfApproved, 1.0 / 3))
  }

  @Test func `a subsidy is had once, or once a year`() {
    let paid = [(0, "T1"), (300, "T1"), (400, "T1"), (10, "T2")].enumerated().map { index, payment in
      Subsidy(
        id: "B\(index)", kind: "start-up", recipient: .person(payment.1), amount: Money(yuan: 5000),
        paidOn: day0 + payment.0)
    }
    #expect(SubsidyLimit(kind: "start-up").excess(in: paid).map(\.id) == ["B1", "B2"])
    #expect(
      SubsidyLimit(kind: "start-up", per: .calendarYear).excess(in: paid.reversed()).map(\.id) == ["B1"])
    #expect(SubsidyLimit(kind: "rent").excess(in: paid).isEmpty)
  }
}
