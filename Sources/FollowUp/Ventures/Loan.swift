package import Civil

/// A start-up loan (创业担保贷款) from the application to its repayment.
package struct Loan: Hashable, Sendable {
  package enum State: String, CaseIterable, Hashable, Sendable {
    case applied, approved, disbursed, extended, overdue, repaid

    package var name: Wording {
      switch self {
      case .applied: Wording(zh: "申请", en: "applied for")
      case .approved: Wording(zh: "审核通过", en: "approved")
      case .disbursed: Wording(zh: "放款", en: "disbursed")
      case .extended: Wording(zh: "展期", en: "extended")
      case .overdue: Wording(zh: "逾期", en: "overdue")
      case .repaid: Wording(zh: "还清", en: "repaid")
      }
    }
  }

  /// A state and the amount that it concerns: what was applied for, approved, paid out.
  package struct Step: Hashable, Sendable {
    package let state: State
    package let amount: Money

    package init(_ state: State, _ amount: Money) {
      self.state = state
      self.amount = amount
    }
  }

  package let id: String
  /// The person's id.
  package let borrower: String
  package let venture: String?
  package var steps: Ledger<Step>

  package init(id: String, borrower: String, venture: String? = nil, steps: Ledger<Step> = Ledger()) {
    self.id = id
    self.borrower = borrower
    self.venture = venture
    self.steps = steps
  }
}

/// The funnel of loans: how much was applied for, approved and paid out in a period.
package struct LoanFunnel: Hashable, Sendable {
  package struct Stage: Hashable, Sendable {
    package let state: Loan.State
    /// The ids of the loans, sorted: person-times (人次).
    package let loans: [String]
    /// The ids of the borrowers, sorted, each once: people (人).
    package let borrowers: [String]
    package let amount: Money
  }

  /// Applied, approved, disbursed.
  package let stages: [Stage]
  /// Days from approval to the first payment, of the loans paid out, in the order of `stages[2].loans`; nil where no
  /// approval is recorded.
  package let daysToPayment: [Int?]

  /// Counts the steps that lie within the period, as known on a day.
  ///
  /// Of a state recorded several times for a loan, amounts are added up: it may be paid out in parts.
  package init(_ loans: [Loan], within period: ClosedRange<CivilDate>, knownOn day: CivilDate) {
    let sorted = loans.sorted { $0.id < $1.id }
    let steps = sorted.map { $0.steps.standing(knownOn: day) }
    stages = [Loan.State.applied, .approved, .disbursed].map { state in
      var reached: [Loan] = []
      var amount = Money.zero
      for (loan, steps) in zip(sorted, steps) {
        let amounts = steps.filter { period.contains($0.from) }.compactMap(\.fact).filter {
          $0.state == state
        }
        if !amounts.isEmpty { reached.append(loan) }
        amount = amounts.reduce(amount) { $0 + $1.amount }
      }
      return Stage(
        state: state, loans: reached.map(\.id), borrowers: Set(reached.map(\.borrower)).sorted(),
        amount: amount)
    }
    let paid = Set(stages[2].loans)
    daysToPayment = zip(sorted, steps).filter { paid.contains($0.0.id) }.map { _, steps in
      guard let approval = steps.first(where: { $0.fact?.state == .approved })?.from,
        let payment = steps.first(where: { $0.fact?.state == .disbursed })?.from
      else { return nil }
      return payment - approval
    }
  }

  /// What was paid out of what was approved, by amount; nil where nothing was approved.
  package var disbursedOfApproved: Double? {
    stages[1].amount.fen == 0 ? nil : Double(stages[2].amount.fen) / Double(stages[1].amount.fen)
  }
}
