/// A ledger (台账): facts with the days on which they hold, appended and never overwritten.
///
/// Two dates stand apart: from when a fact holds and when it was recorded. So a report can be asked as of a past
/// day, with what was known on that day, and late entries show.
package struct Ledger<Fact: Hashable & Sendable>: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let id: String
    /// What holds; nil: the entry only strikes out the one that it corrects.
    package let fact: Fact?
    package let from: CivilDate
    /// The last day on which it holds; nil: until an entry that begins later.
    package let to: CivilDate?
    package let recordedOn: CivilDate
    package let recordedBy: String
    package let evidence: [Evidence]
    /// The id of the entry that this one takes the place of.
    package let corrects: String?

    package init(
      id: String, _ fact: Fact?, from: CivilDate, to: CivilDate? = nil, recordedOn: CivilDate,
      recordedBy: String, evidence: [Evidence] = [], corrects: String? = nil
    ) {
      self.id = id
      self.fact = fact
      self.from = from
      self.to = to
      self.recordedOn = recordedOn
      self.recordedBy = recordedBy
      self.evidence = evidence
      self.corrects = corrects
    }
  }

  /// As they were appended.
  package private(set) var entries: [Entry] = []

  /// The day from which on all entries are known and stand as they were appended; nil: some do not.
  ///
  /// Most ledgers are appended in order and hold no correction.
  package private(set) var plainFrom: CivilDate? = CivilDate(daysSinceEpoch: .min)

  package init(_ entries: [Entry] = []) {
    self.entries = entries
    for (index, entry) in entries.enumerated() {
      count(entry, after: index == 0 ? nil : entries[index - 1])
    }
  }

  /// Takes over entries of which is known from which day on they stand as they are: what `plainFrom` says.
  ///
  /// For those who read hundreds of thousands of ledgers and look at each entry anyway.
  package init(_ entries: [Entry], plainFrom: CivilDate?) {
    self.entries = entries
    self.plainFrom = plainFrom
  }

  package mutating func append(_ entry: Entry) {
    count(entry, after: entries.last)
    entries.append(entry)
  }

  private mutating func count(_ entry: Entry, after last: Entry?) {
    plainFrom = Self.plainFrom(plainFrom, with: entry, after: last)
  }

  /// What `plainFrom` becomes with one more entry at the end.
  @inlinable
  package static func plainFrom(_ known: CivilDate?, with entry: Entry, after last: Entry?) -> CivilDate? {
    guard let known, entry.corrects == nil, entry.fact != nil, last.map({ $0.precedes(entry) }) ?? true
    else { return nil }
    return max(known, entry.recordedOn)
  }

  /// The entries that stood on a day, without those corrected by then, in the order in which they begin to hold.
  ///
  /// Of equal beginnings the one recorded first comes first.
  @inlinable
  package func standing(knownOn day: CivilDate) -> [Entry] {
    if let plainFrom, plainFrom <= day { return entries }
    let known = entries.filter { $0.recordedOn <= day }
    let corrected = Set(known.compactMap(\.corrects))
    return known.enumerated().filter { $0.element.fact != nil && !corrected.contains($0.element.id) }
      .sorted { left, right in
        left.offset < right.offset
          ? left.element.precedes(right.element) : !right.element.precedes(left.element)
      }.map(\.element)
  }

  /// The entry that holds on a date, as far as was known on a day: of several the one that begins last.
  @inlinable
  package func entry(on date: CivilDate, knownOn day: CivilDate) -> Entry? {
    standing(knownOn: day).last { entry in
      entry.from <= date && entry.to.map { date <= $0 } ?? true
    }
  }

  /// What holds on a date, as far as was known on a day.
  @inlinable
  package func fact(on date: CivilDate, knownOn day: CivilDate) -> Fact? {
    entry(on: date, knownOn: day)?.fact
  }

  /// What concerns the days up to `date` but was recorded after `day`, on which their report was closed.
  @inlinable
  package func lateEntries(upTo date: CivilDate, closedOn day: CivilDate) -> [Entry] {
    if let plainFrom, plainFrom <= day { return [] }
    return entries.filter { $0.from <= date && $0.recordedOn > day }
  }
}

extension Ledger.Entry {
  /// Whether it stands before an entry that was appended later: it holds earlier, or as early and was recorded no later.
  @inlinable
  package func precedes(_ later: Self) -> Bool {
    from == later.from ? recordedOn <= later.recordedOn : from < later.from
  }
}

/// What proves a fact: a paper, a photograph, a visit.
package struct Evidence: Hashable, Sendable {
  /// What it is: licence, graduation certificate, closing notice, payroll, visit note.
  package let kind: String
  /// Its number or the place where it is kept; blank: not known.
  package let reference: String
  package let issuer: String?
  package let issuedOn: CivilDate?
  /// The SHA-256 of the file in hexadecimal, where there is one.
  package let digest: String?

  package init(
    kind: String, reference: String = "", issuer: String? = nil, issuedOn: CivilDate? = nil,
    digest: String? = nil
  ) {
    self.kind = kind
    self.reference = reference
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.digest = digest
  }
}
