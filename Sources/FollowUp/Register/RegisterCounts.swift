import Civil
import Cohorts

/// How common each value is among the register's people: what an agreement by chance is measured by.
struct RegisterCounts {
  let people: Double
  private let rules: LinkageRules
  private var names: [PersonName: Int] = [:]
  private var phones: [PhoneNumber: Int] = [:]
  private var counties: [AreaCode: Int] = [:]
  private var prefectures: [AreaCode: Int] = [:]
  private var sections: [UInt8: Int] = [:]
  private var located = 0
  private var classified = 0
  /// Dates of registration, sorted.
  private let dates: [Int]

  /// `size`: of the whole roster, of which the index holds at least those who bear a name of the register.
  init(_ firms: [PreparedFirm], roster: RosterIndex, of size: Int, rules: LinkageRules) {
    self.rules = rules
    var people = 0
    var dates: [Int] = []
    dates.reserveCapacity(firms.count)
    for firm in firms {
      for person in firm.people {
        people += 1
        names[person.name, default: 0] += 1
      }
      for phone in Set(firm.people.flatMap(\.phones)) { phones[phone, default: 0] += 1 }
      if let county = firm.county {
        located += 1
        counties[county, default: 0] += 1
        prefectures[county.ancestor(at: .prefecture), default: 0] += 1
      }
      if let section = firm.section {
        classified += 1
        sections[section, default: 0] += 1
      }
      if let date = firm.firm.registeredOn { dates.append(date.daysSinceEpoch) }
    }
    self.people = Double(max(1, people))
    self.dates = dates.sorted()
    rosterSize = Double(max(1, size))
    for entry in roster.entries where !entry.name.isEmpty { rosterNames[entry.name, default: 0] += 1 }
  }

  private let rosterSize: Double
  private var rosterNames: [PersonName: Int] = [:]

  func entries(named name: PersonName) -> Int { names[name] ?? 0 }

  func entries(withPhone phone: PhoneNumber) -> Int { phones[phone] ?? 0 }

  /// The share of other people with a name, counted in the register and the roster together.
  ///
  /// The two records compared are taken off, and what is left corrects the share that names have in general: the mean
  /// of a gamma distribution after that many were seen.
  func share(ofName name: PersonName) -> Double {
    let others = Double(max(0, (names[name] ?? 0) + (rosterNames[name] ?? 0) - 2))
    return (others + rules.nameShape) / (people + rosterSize + rules.nameShape / rules.meanNameShare)
  }

  /// The share of other people who have a phone: without the one entry that may be the person's own.
  func share(ofPhone phone: PhoneNumber) -> Double {
    Double(max(0, (phones[phone] ?? 0) - 1)) / people + rules.chanceOfPhone
  }

  /// The shares of firms in a county, and in its prefecture outside it.
  func shares(around county: AreaCode) -> (county: Double, prefecture: Double) {
    let all = Double(max(1, located))
    let here = Double(counties[county] ?? 0)
    let around = Double(prefectures[county.ancestor(at: .prefecture)] ?? 0) - here
    return (max(here, 1) / all, max(around, 1) / all)
  }

  func share(ofSection section: UInt8) -> Double {
    max(1, Double(sections[section] ?? 0)) / Double(max(1, classified))
  }

  /// The share of firms registered on the dates.
  func share(from first: CivilDate?, before end: CivilDate?) -> Double {
    let low = first.map { firstIndex(from: $0.daysSinceEpoch) } ?? 0
    let high = end.map { firstIndex(from: $0.daysSinceEpoch) } ?? dates.count
    return max(1, Double(high - low)) / Double(max(1, dates.count))
  }

  private func firstIndex(from day: Int) -> Int {
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// A firm whose values were prepared for comparing.
struct PreparedFirm {
  struct Person {
    let person: RegisteredPerson
    let name: PersonName
    /// The person's own phone, then the firm's.
    let phones: [PhoneNumber]
  }

  let firm: RegisteredFirm
  let people: [Person]
  let county: AreaCode?
  let section: UInt8?

  init(_ firm: RegisteredFirm) {
    self.firm = firm
    let shared = firm.phone.flatMap { PhoneNumber($0) }
    people = firm.people.map { person in
      let own = person.phone.flatMap { PhoneNumber($0) }
      return Person(
        person: person, name: PersonName(person.name),
        phones: own == shared ? [own].compactMap { $0 } : [own, shared].compactMap { $0 })
    }
    county = firm.area.flatMap { $0.level >= .county ? $0.ancestor(at: .county) : nil }
    section = firm.industry?.utf8.first
  }
}
