package import Civil

/// When a fact was entered and by whom; facts are appended and never overwritten.
package struct Entry: Hashable, Sendable {
  package let on: CivilDate
  package let by: String

  package init(on: CivilDate, by: String) {
    self.on = on
    self.by = by
  }
}

/// That a person belongs to a category from a date on, to a date or on and on, and what proves it.
package struct CategoryMembership: Hashable, Sendable {
  /// Unique among all memberships: what a withdrawal refers to.
  package let id: String
  package let person: String
  package let category: String
  package let from: CivilDate
  /// The last day; nil: still.
  package let through: CivilDate?
  package let evidence: [Evidence]
  package let entry: Entry

  package init(
    id: String, person: String, category: String, from: CivilDate, through: CivilDate? = nil,
    evidence: [Evidence] = [], entry: Entry
  ) {
    self.id = id
    self.person = person
    self.category = category
    self.from = from
    self.through = through
    self.evidence = evidence
    self.entry = entry
  }

  package func holds(on date: CivilDate) -> Bool { from <= date && through.map { date <= $0 } ?? true }
}

/// That an earlier entry was wrong and counts no more (更正), as of the day it is entered.
package struct Correction: Hashable, Sendable {
  package let of: String
  package let reason: String
  package let entry: Entry

  package init(of id: String, reason: String, entry: Entry) {
    of = id
    self.reason = reason
    self.entry = entry
  }
}

/// The appended facts about who belonged to which category (台账).
package struct CategoryLedger: Sendable {
  private let byPerson: [String: [CategoryMembership]]
  private let withdrawals: [String: [Correction]]

  package init(_ memberships: [CategoryMembership], withdrawals: [Correction] = []) {
    byPerson = Dictionary(grouping: memberships, by: \.person)
    self.withdrawals = Dictionary(grouping: withdrawals, by: \.of)
  }

  /// All memberships of a person as they were known on a day, by first date; those that hold on no date asked too.
  package func memberships(of person: String, asKnownOn known: CivilDate) -> [CategoryMembership] {
    (byPerson[person] ?? []).filter { membership in
      membership.entry.on <= known
        && !(withdrawals[membership.id] ?? []).contains { $0.entry.on <= known }
    }
    .sorted { ($0.from, $0.category, $0.id) < ($1.from, $1.category, $1.id) }
  }

  /// The memberships that held on a date, as they were known on a day.
  package func memberships(
    of person: String, on date: CivilDate, asKnownOn known: CivilDate
  ) -> [CategoryMembership] {
    memberships(of: person, asKnownOn: known).filter { $0.holds(on: date) }
  }

  /// What was entered after a day about a time up to it: the late entries that a report lists apart.
  package func lateEntries(after day: CivilDate, through known: CivilDate) -> [CategoryMembership] {
    byPerson.keys.sorted().flatMap { person in
      memberships(of: person, asKnownOn: known).filter { $0.entry.on > day && $0.from <= day }
    }
  }
}
