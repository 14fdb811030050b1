import Civil
import Testing

@testable import FollowUp

@Suite struct EarlyWarningTests {
  private func reasons(
    _ record: VentureRecord = .example([(0, .operating)]), contacts: [Contact] = [], loans: [Loan] = [],
    requests: [HelpRequest] = [], asOf day: Int = 100
  ) -> [String] {
    let evidence = WarningEvidence(
      record: record, contacts: contacts, loans: loans, requests: requests, asOf: day0 + day,
      rule: WarningRule(stamp: .example(), jobsLost: 0.5, jobsDays: 90, requestWorkingDays: 10),
      followUp: FollowUpPlanTests.rule(), calendar: WorkingCalendar())
    return [EarlyWarning].standard.warnings(for: evidence).map(\.reason.english)
  }

  private func contact(
    _ day: Int, _ result: Contact.Result = .reached, _ troubles: Set<Contact.Trouble> = [],
    need: HelpRequest.Kind? = nil
  ) -> Contact {
    Contact(
      id: "K\(day)", subject: "V1", on: day0 + day, method: .visit, result: result, officer: "Li",
      troubles: troubles, need: need)
  }

  @Test func `a venture that goes well warns of nothing`() {
    #expect(reasons(.example([(0, .operating)], jobs: [(0, 4), (95, 4)]), contacts: [contact(90)]).isEmpty)
  }

  @Test func `a suspension warns, an end does not`() {
    #expect(reasons(.example([(0, .operating), (50, .suspended)])) == ["suspended since 2026-02-20"])
    let ended = VentureRecord.example([(0, .operating), (50, .suspended), (60, .deregistered)])
    #expect(reasons(ended).isEmpty)
  }

  @Test func `the last answer tells of trouble, an older one does not`() {
    let told = contact(80, .reached, [.meansToClose, .loss])
    #expect(reasons(contacts: [told]) == ["said on 2026-03-22 (visit): makes a loss, means to close"])
    #expect(reasons(contacts: [told, contact(90)]).isEmpty)
    #expect(reasons(contacts: [told], asOf: 79).isEmpty)
  }

  @Test func `half of the employees gone within the days warns`() {
    #expect(
      reasons(.example([(0, .operating)], jobs: [(0, 4), (95, 2)])) == ["4 employees on 2026-01-11, now 2"])
    #expect(reasons(.example([(0, .operating)], jobs: [(0, 4), (95, 3)])).isEmpty)
    #expect(reasons(.example([(0, .operating)], jobs: [(20, 4), (95, 0)])).isEmpty)
  }

  @Test func `an overdue loan, a lost contact and help not given warn`() {
    let steps = [(10, Loan.State.disbursed), (60, .overdue), (98, .repaid)].map { day, state in
      Ledger<Loan.Step>.Entry(
        id: "\(day)", Loan.Step(state, Money(yuan: 1)), from: day0 + day, recordedOn: day0 + day,
        recordedBy: "bank")
    }
    let loan = Loan(id: "L1", borrower: "T1", venture: "V1", steps: Ledger(Array(steps.prefix(2))))
    #expect(reasons(loans: [loan]) == ["a loan is overdue since 2026-03-02"])
    #expect(reasons(loans: [Loan(id: "L1", borrower: "T1", steps: Ledger(steps))]).isEmpty)
    let tries = [70, 75, 80].map { contact($0, .noAnswer) }
    #expect(reasons(contacts: tries) == ["nobody could be reached since 2026-03-22"])
    let request = HelpRequest(id: "H1", subject: "V1", kind: .licences, openedOn: day0 + 84)
    #expect(reasons(requests: [request]) == ["help with licences is open for 11 working days"])
    #expect(reasons(requests: [request], asOf: 98).isEmpty)
  }

  @Test func `a need that is told opens a request for help`() throws {
    let request = try #require(HelpRequest(openedBy: contact(10, need: .fundRaising)))
    #expect(request.kind == .fundRaising && request.contact == "K10" && request.openedOn == day0 + 10)
    #expect(HelpRequest(openedBy: contact(10)) == nil)
  }
}
