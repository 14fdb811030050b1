package import Civil

/// A mentor's relation to a trainee as it is on record (辅导关系): since when, how it came about, and why it ended.
package struct MentorAssignment: Hashable, Sendable {
  /// How it came about.
  package enum Origin: String, CaseIterable, Hashable, Sendable {
    case officer, everyoneFirst, bestTotal, twoWay

    package var name: Wording {
      switch self {
      case .officer: Wording(zh: "指定", en: "named by an officer")
      case .everyoneFirst, .bestTotal: Wording(zh: "匹配", en: "matched")
      case .twoWay: Wording(zh: "双向选择", en: "two-way choice")
      }
    }
  }

  /// As the ledger calls it; blank: it is not recorded yet.
  package let id: String
  package let relation: MentorRelation
  package let origin: Origin
  /// Why these two, in words.
  package let reason: String?
  /// Why it was ended; nil: it was not, though its days may be over.
  package let endReason: String?

  package init(
    id: String = "", _ relation: MentorRelation, origin: Origin = .officer, reason: String? = nil,
    endReason: String? = nil
  ) {
    self.id = id
    self.relation = relation
    self.origin = origin
    self.reason = reason
    self.endReason = endReason
  }
}

extension Matching.Mode {
  /// How what it matched came about.
  package var origin: MentorAssignment.Origin {
    switch self {
    case .everyoneFirst: .everyoneFirst
    case .bestTotal: .bestTotal
    case .twoWay: .twoWay
    }
  }
}
