package import Civil

/// A subsidy (补贴) paid to a person or a venture.
package struct Subsidy: Hashable, Sendable {
  package enum Recipient: Hashable, Sendable {
    case person(String)
    case venture(String)

    /// The person's or the venture's.
    package var id: String {
      switch self {
      case .person(let id), .venture(let id): id
      }
    }
  }

  package let id: String
  /// The kind's code in the regulation (training, one-off start-up, rent, social insurance, interest).
  package let kind: String
  package let recipient: Recipient
  package let amount: Money
  package let paidOn: CivilDate

  package init(id: String, kind: String, recipient: Recipient, amount: Money, paidOn: CivilDate) {
    self.id = id
    self.kind = kind
    self.recipient = recipient
    self.amount = amount
    self.paidOn = paidOn
  }
}

/// How often a kind of subsidy may be had; a number of the regulation.
package struct SubsidyLimit: Hashable, Sendable {
  package enum Span: Hashable, Sendable { case ever, calendarYear }

  package let kind: String
  package let times: Int
  package let span: Span

  package init(kind: String, times: Int = 1, per span: Span = .ever) {
    self.kind = kind
    self.times = times
    self.span = span
  }

  /// The subsidies beyond the limit, by the day of payment: those that should not have been paid.
  package func excess(in subsidies: [Subsidy]) -> [Subsidy] {
    var had: [Key: Int] = [:]
    return subsidies.filter { $0.kind == kind }.sorted { ($0.paidOn, $0.id) < ($1.paidOn, $1.id) }.filter {
      subsidy in
      let key = Key(recipient: subsidy.recipient, year: span == .ever ? nil : subsidy.paidOn.year)
      had[key, default: 0] += 1
      return had[key, default: 0] > times
    }
  }

  private struct Key: Hashable {
    let recipient: Subsidy.Recipient
    let year: Int?
  }
}
