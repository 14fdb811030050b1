package import Civil

/// All that is on record of a venture.
package struct VentureFile: Sendable {
  /// As it began.
  package let first: Venture
  /// As it is at present, with its states and jobs.
  package let record: VentureRecord
  package let whereabouts: VentureWhereabouts
  package let facts: Ledger<VentureFact>
  package let loans: [Loan]
  /// Those of the venture and of its founders.
  package let subsidies: [Subsidy]
  package let recordedOn: CivilDate
  package let recordedBy: String

  package init(
    first: Venture, record: VentureRecord, whereabouts: VentureWhereabouts, facts: Ledger<VentureFact>,
    loans: [Loan], subsidies: [Subsidy], recordedOn: CivilDate, recordedBy: String
  ) {
    self.first = first
    self.record = record
    self.whereabouts = whereabouts
    self.facts = facts
    self.loans = loans
    self.subsidies = subsidies
    self.recordedOn = recordedOn
    self.recordedBy = recordedBy
  }
}
