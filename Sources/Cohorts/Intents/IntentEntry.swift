/// A wish with the numbers that are sealed in the register.
package struct IntentEntry: Hashable, Sendable {
  /// Its `identityKey` and `phone` are those below, or nil.
  package let intent: Intent
  package let idNumber: String?

  package init(intent: Intent, idNumber: String? = nil) {
    self.intent = intent
    self.idNumber = idNumber
  }
}
