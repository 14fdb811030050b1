import Cohorts

/// Whom an extract of the register may name: trainees who share a number, a name, a phone or the visible ends of a
/// number with somebody in it.
///
/// The others of a roster are compared with nobody; of a large one they need not be kept.
package struct SoughtPeople: Sendable {
  private var identities: Set<String> = []
  private var names: Set<PersonName> = []
  private var phones: Set<PhoneNumber> = []
  private var ends: Set<NumberEnds> = []

  package init(_ firms: [RegisteredFirm]) {
    for firm in firms.lazy.map(PreparedFirm.init) {
      for one in firm.people {
        if let key = one.person.identityKey { identities.insert(key) }
        names.insert(one.name)
        phones.formUnion(one.phones)
        if let shown = one.person.maskedIdentity.flatMap({ NumberEnds($0) }) { ends.insert(shown) }
      }
    }
  }

  package func mayBe(_ person: RosterPerson) -> Bool {
    person.identityKey.map(identities.contains) ?? false
      || names.contains(PersonName(person.name))
      || person.phones.contains { text in PhoneNumber(text).map(phones.contains) ?? false }
      || person.maskedIdentity.flatMap { NumberEnds($0) }.map(ends.contains) ?? false
  }
}

/// The ends of an identity number that hidden ones usually show: six places and four.
struct NumberEnds: Hashable {
  private let text: [UInt8]

  /// Nil: one of them is hidden.
  init?(_ number: MaskedNumber) {
    let ends = Array(number.places.prefix(6) + number.places.suffix(4))
    guard !ends.contains(0x2A) else { return nil }
    text = ends
  }
}
