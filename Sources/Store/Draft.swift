package import Civil
package import Planning

/// What a stored draft costs by one soft constraint.
package struct DraftCost: Hashable, Sendable {
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

/// A session that found no place in a stored draft, and the first reason found.
package struct DraftUnplaced: Hashable, Sendable {
  package let session: SessionKey
  package let reason: Wording

  package init(session: SessionKey, reason: Wording) {
    self.session = session
    self.reason = reason
  }
}
