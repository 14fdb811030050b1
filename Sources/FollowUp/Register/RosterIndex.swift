import Civil
import Cohorts

/// The roster as it is searched: each trainee's values prepared, and who has which number, name and phone.
struct RosterIndex {
  struct Entry {
    let person: RosterPerson
    let name: PersonName
    let phones: [PhoneNumber]
    let county: AreaCode?
    let section: UInt8?
  }

  let entries: [Entry]
  private var byIdentity: [String: [Int]] = [:]
  private var byName: [PersonName: [Int]] = [:]
  private var byPhone: [PhoneNumber: [Int]] = [:]
  private var byEnds: [NumberEnds: [Int]] = [:]
  private let mostOfOnePhone: Int

  init(_ roster: [RosterPerson], mostOfOnePhone: Int) {
    self.mostOfOnePhone = mostOfOnePhone
    entries = roster.map { person in
      Entry(
        person: person, name: PersonName(person.name), phones: person.phones.compactMap { PhoneNumber($0) },
        county: person.area.flatMap { $0.level >= .county ? $0.ancestor(at: .county) : nil },
        section: person.industry?.utf8.first)
    }
    for (index, entry) in entries.enumerated() {
      if let key = entry.person.identityKey { byIdentity[key, default: []].append(index) }
      if !entry.name.isEmpty { byName[entry.name, default: []].append(index) }
      for phone in Set(entry.phones) { byPhone[phone, default: []].append(index) }
      if let ends = entry.person.maskedIdentity.flatMap({ NumberEnds($0) }) {
        byEnds[ends, default: []].append(index)
      }
    }
  }

  /// The trainees who share the number, the name, a phone or the visible ends of the number with somebody, in the
  /// roster's order.
  func candidates(for person: RegisteredPerson, name: PersonName, phones: [PhoneNumber]) -> [Int] {
    var found = byName[name] ?? []
    if let key = person.identityKey, let same = byIdentity[key] { found += same }
    for phone in phones {
      if let same = byPhone[phone], same.count <= mostOfOnePhone { found += same }
    }
    if let ends = person.maskedIdentity.flatMap({ NumberEnds($0) }), let same = byEnds[ends] { found += same }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    return found.filter { index in
      defer { last = index }
      return index != last
    }
  }
}
