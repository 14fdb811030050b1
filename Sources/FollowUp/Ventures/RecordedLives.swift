/// What became of trainees, with the days on which each thing was recorded: the ledgers of an older system, or a
/// made-up centre's.
///
/// Entries of ledgers and contacts keep their own days of record; their ids are given anew.
package struct RecordedLives: Hashable, Sendable {
  package var ventures: [VentureRecord]
  /// By the venture's id.
  package var whereabouts: [String: VentureWhereabouts]
  package var loans: [Loan]
  package var subsidies: [Subsidy]
  package var contacts: [Contact]
  package var requests: [HelpRequest]
  package var cases: [PlannedCase]

  package init(
    ventures: [VentureRecord] = [], whereabouts: [String: VentureWhereabouts] = [:], loans: [Loan] = [],
    subsidies: [Subsidy] = [], contacts: [Contact] = [], requests: [HelpRequest] = [],
    cases: [PlannedCase] = []
  ) {
    self.ventures = ventures
    self.whereabouts = whereabouts
    self.loans = loans
    self.subsidies = subsidies
    self.contacts = contacts
    self.requests = requests
    self.cases = cases
  }
}
