package import Civil

/// What one roster or register says of a person, for finding the same person in another.
package struct PersonRecord: Hashable, Sendable {
  /// Unique among all records that are compared.
  package let id: String
  package let name: String
  /// Stands for the whole identity number: a keyed hash or the number itself, as the caller decides.
  package let identityKey: String?
  package let phone: String?
  package let birthDate: CivilDate?
  package let area: AreaCode?

  package init(
    id: String, name: String, identityKey: String? = nil, phone: String? = nil, birthDate: CivilDate? = nil,
    area: AreaCode? = nil
  ) {
    self.id = id
    self.name = name
    self.identityKey = identityKey
    self.phone = phone
    self.birthDate = birthDate
    self.area = area
  }
}

/// That somebody judged two records to be one person, or not to be; facts are appended, a later one rules.
package struct SamePersonDecision: Hashable, Sendable {
  package let records: RecordPair
  package let isSame: Bool
  package let note: String?
  package let entry: Entry

  package init(_ first: String, _ second: String, isSame: Bool, note: String? = nil, entry: Entry) {
    records = RecordPair(first, second)
    self.isSame = isSame
    self.note = note
    self.entry = entry
  }
}

/// Two records, whichever was named first.
package struct RecordPair: Hashable, Comparable, Sendable {
  package let first: String
  package let second: String

  package init(_ one: String, _ other: String) {
    first = min(one, other)
    second = max(one, other)
  }

  package static func < (left: RecordPair, right: RecordPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
