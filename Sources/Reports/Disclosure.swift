import Cohorts

/// Whether a report's reader may see personal numbers: identity numbers and phones are masked unless asked for.
package enum Disclosure: Hashable, Sendable {
  case masked
  /// For the authority that a claim goes to, on request.
  case full

  /// An identity number as this reader may see it.
  package func idNumber(_ number: String?) -> Cell {
    guard let number, !number.isEmpty else { return .blank }
    return .text(self == .full ? number : MaskedIdentity.text(number))
  }

  /// A telephone number as this reader may see it.
  package func phone(_ phone: String?) -> Cell {
    guard let phone, !phone.isEmpty else { return .blank }
    return .text(self == .full ? phone : MaskedPhone.text(phone))
  }
}
