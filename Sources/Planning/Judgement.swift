package import Scheduling

/// What a timetable breaks, lacks and costs.
package struct Judgement: Sendable {
  /// Rows judged.
  package let sessions: Int
  /// Broken hard rules, one entry each (`H0`: the row itself is wrong).
  package let broken: [Violation]
  package let missing: [SessionKey]
  /// Every soft constraint in the order of the list.
  package let cost: [SoftCost]

  /// Sum of count × weight.
  package var total: Double { cost.reduce(0) { $0 + Double($1.count) * $1.weight } }
}

/// What a timetable costs by one soft constraint.
package struct SoftCost: Hashable, Sendable {
  /// The id of the constraint (`span`).
  package let constraint: String
  /// Units, as the constraint counts them.
  package let count: Int
  package let weight: Double

  package init(constraint: String, count: Int, weight: Double) {
    self.constraint = constraint
    self.count = count
    self.weight = weight
  }
}
