import Civil

extension [MentorAssignment] {
  /// Whom mentors help: those assigned, and those guided without an assignment of the two in the same time.
  package func relations(with guided: [MentorRelation]) -> [MentorRelation] {
    let own = map(\.relation)
    let assigned = Dictionary(grouping: own) { MentorPair($0) }
    return own
      + guided.filter { relation in
        !(assigned[MentorPair(relation)] ?? []).contains { $0.overlaps(relation) }
      }
  }
}

/// A mentor and whom it helps.
private struct MentorPair: Hashable {
  let member: String
  let subject: String

  init(_ relation: MentorRelation) { (member, subject) = (relation.member, relation.subject) }
}

extension MentorRelation {
  fileprivate func overlaps(_ other: MentorRelation) -> Bool {
    (to.map { other.from <= $0 } ?? true) && (other.to.map { from <= $0 } ?? true)
  }
}
