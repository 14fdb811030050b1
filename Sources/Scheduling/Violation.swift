package import Civil

/// That a timetable breaks a rule once, and how.
package struct Violation: Hashable, Sendable {
  /// The id of the constraint (`H4`, `span`).
  package let constraint: String
  /// What it counts for: 1 for a hard rule, the units of the constraint for a soft one.
  package let amount: Int
  /// Which sessions, rooms or people, and what is wrong with them.
  package let explanation: Wording

  package init(_ constraint: String, amount: Int = 1, _ explanation: Wording) {
    self.constraint = constraint
    self.amount = amount
    self.explanation = explanation
  }
}
