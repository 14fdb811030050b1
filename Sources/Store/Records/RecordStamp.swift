package import Civil

/// Who recorded something, when, and which day that was at the centre.
package struct RecordStamp: Hashable, Sendable {
  package let at: Instant
  /// The civil day in the centre's zone.
  package let on: CivilDate
  /// An account name, never a number of a person.
  package let by: String

  package init(at: Instant, on: CivilDate, by: String) {
    self.at = at
    self.on = on
    self.by = by
  }
}
