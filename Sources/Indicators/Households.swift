/// Which households (户) people belong to, as far as their rosters say it, and which of them are of a kind.
package struct Households: Sendable {
  /// The kinds of household that plans count, by the category of their members.
  package static let kinds = ["zero_employment", "disabled", "low_income"]

  /// By person: equal for all of one household.
  package let households: [String: String]
  /// The people of each kind, by category code.
  package let members: [String: Set<String>]

  package init(_ households: [String: String] = [:], members: [String: Set<String>] = [:]) {
    self.households = households
    self.members = members
  }

  /// The households of a kind: those of which a member is known to be of the category.
  func households(of kind: String) -> Set<String> {
    Set((members[kind] ?? []).compactMap { households[$0] })
  }
}
