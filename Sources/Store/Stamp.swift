package import Civil

/// Who did something and when: what every entry of a ledger (台账) carries.
package struct Stamp: Hashable, Sendable {
  package let at: Instant
  /// An account name, never a number of a person.
  package let actor: String

  package init(at: Instant, actor: String) {
    self.at = at
    self.actor = actor
  }
}
