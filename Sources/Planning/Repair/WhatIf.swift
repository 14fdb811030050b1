package import Scheduling

/// A session put elsewhere in thought.
package struct WhatIf: Sendable {
  package let session: SessionKey
  /// Nil where the timetable does not have the session.
  package let old: TimetableRow?
  package let new: TimetableRow
  /// Hard rules broken that are not broken as it is, and those no longer broken.
  package let broken: [Violation]
  package let mended: [Violation]
  /// Units more than now, rule by rule, in the order of the list.
  package let cost: [SoftCost]

  /// Sum of count × weight: what it costs more.
  package var total: Double { cost.reduce(0) { $0 + Double($1.count) * $1.weight } }
}

/// Somebody who could hold a session in place of another.
package struct Substitute: Sendable {
  package let person: String
  package let effect: WhatIf
}

/// Who could hold a session in place of one of its people.
package struct SubstituteRanking: Sendable {
  package let person: String
  /// The sessions that a substitute takes over, in time: the one asked about, or all the meetings of its trainee.
  package let taken: [TimetableRow]
  /// The best first.
  package let substitutes: [Substitute]
}
