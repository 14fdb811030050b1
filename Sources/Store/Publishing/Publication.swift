package import Civil

/// What is put in force, all at once.
package struct Publication: Sendable {
  /// The number of the draft.
  package let draft: Int
  package let planFrom: CivilDate
  package let planTo: CivilDate
  package let sessions: [PublishedSession]
  /// The trainees of every class that the facts hold.
  package let roster: [String: Set<String>]
  package let owners: [FeedOwner]
  /// Sessions before this date that the timetable no longer has were held: they stay as they are.
  package let heldBefore: CivilDate

  package init(
    draft: Int, planFrom: CivilDate, planTo: CivilDate, sessions: [PublishedSession],
    roster: [String: Set<String>], owners: [FeedOwner], heldBefore: CivilDate
  ) {
    self.draft = draft
    self.planFrom = planFrom
    self.planTo = planTo
    self.sessions = sessions
    self.roster = roster
    self.owners = owners
    self.heldBefore = heldBefore
  }
}

/// What a publication changed, in sessions.
package struct PublicationCounts: Hashable, Sendable {
  /// Published for the first time, or again after they were cancelled.
  package var new = 0
  /// Date, time, place, people or status differ: SEQUENCE rose.
  package var changed = 0
  /// Only names or head counts differ: the revision time rose, SEQUENCE did not.
  package var reworded = 0
  package var cancelled = 0
  package var unchanged = 0
}

/// All that feeds are made from.
package struct PublishedState: Sendable {
  /// Counted from 1.
  package let publication: Int
  package let draft: Int
  package let published: Instant
  package let planFrom: CivilDate
  package let planTo: CivilDate
  /// The last revision of every session that was ever published, those of one date and start in a fixed order.
  package let revisions: [SessionRevision]
  package let withdrawals: [Withdrawal]
  /// The trainees of each class, as published.
  package let roster: [String: Set<String>]
  package let owners: [FeedOwner]
}
