package import Civil

/// A draft timetable (草案) that was kept, without its sessions.
package struct DraftSummary: Sendable {
  /// Counted from 1, in the order of making.
  package let id: Int
  package let made: Instant
  package let madeBy: String
  package let seed: UInt64
  /// Steps that the search took.
  package let steps: Int
  /// Sessions placed.
  package let sessions: Int
  /// Sessions that found no place, and the first reason found.
  package let unplaced: [UnplacedSession]
  /// Every soft constraint in the order of the list.
  package let cost: [SoftCost]
  /// Whether it is the timetable in force.
  package let isPublished: Bool

  package init(
    id: Int, made: Instant, madeBy: String, seed: UInt64, steps: Int, sessions: Int,
    unplaced: [UnplacedSession], cost: [SoftCost], isPublished: Bool
  ) {
    self.id = id
    self.made = made
    self.madeBy = madeBy
    self.seed = seed
    self.steps = steps
    self.sessions = sessions
    self.unplaced = unplaced
    self.cost = cost
    self.isPublished = isPublished
  }

  /// Sum of count × weight.
  package var total: Double { cost.reduce(0) { $0 + Double($1.count) * $1.weight } }
}

extension SoftCost {
  /// A cost as it is read back from where it was kept.
  package init(_ constraint: String, count: Int, weight: Double) {
    self.constraint = constraint
    self.count = count
    self.weight = weight
  }
}

extension UnplacedSession {
  /// A missing session as it is read back from where it was kept.
  package init(_ session: SessionKey, reason: Wording) {
    self.session = session
    self.reason = reason
  }
}
