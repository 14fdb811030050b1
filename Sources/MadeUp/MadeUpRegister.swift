import Civil
import Cohorts
package import FollowUp
import SeededNumbers

/// A made-up roster and business register of which it is known who is who.
///
/// Identity numbers have sound checks but the impossible province 99; phones begin with 100.
package struct MadeUpRegister: Sendable {
  /// How the register differs from the roster; shares of the cases that each may strike.
  package struct Nuisances: Sendable {
    /// Firms whose people come with the whole identity number, and with one of hidden places; the rest has none.
    package var wholeNumbers = 0.3
    package var hiddenNumbers = 0.3
    /// Trainees without identity number or without phone in the roster.
    package var withoutNumber = 0.03
    package var withoutPhone = 0.02
    /// Of the phones in the register: left out, changed since the course, an agent's, mistyped.
    package var phoneLeftOut = 0.12
    package var phoneChanged = 0.22
    package var phoneOfAgent = 0.08
    package var phoneMistyped = 0.02
    package var nameMistyped = 0.015
    /// Firms in another county of the prefecture, and elsewhere.
    package var otherCounty = 0.1
    package var elsewhere = 0.05
    /// Trainees who start a firm after the course, had one before, start a second, found one together.
    package var starts = 0.18
    package var ownedBefore = 0.04
    package var startsAgain = 0.08
    package var foundTogether = 0.15
    /// Trainees with a firm of a namesake in their own county, after their course, who is somebody else.
    package var namesakes = 0.015
    /// Trainees whose phone stands with a firm of a relative's; every second has a name one character off.
    package var relatives = 0.01
    /// People of one of a few clans: one surname, and the character of the generation before the last.
    package var clans = 0.0
    /// Pairs of trainees whose identity numbers were swapped in the roster.
    package var swappedNumbers = 0.002
    /// Trainees whose number stands in the roster of another person's (mistyped there).
    package var wrongNumber = 0.002

    package init() {}
  }

  /// Somebody whom the register names: the firm, and the place among its people from 0.
  package struct Person: Hashable, Sendable {
    package let firm: String
    package let place: Int

    package init(firm: String, place: Int) {
      self.firm = firm
      self.place = place
    }
  }

  package private(set) var roster: [RosterPerson] = []
  package private(set) var firms: [RegisteredFirm] = []
  /// Who of the register is which trainee.
  package private(set) var truth: [Person: String] = [:]

  private struct Human: Sendable {
    let name: String
    let number: String
    let phone: String
    let county: Int
  }

  private let nuisances: Nuisances
  private var generator: SplitMix64
  private let names = MadeUpNames()
  private let agents: [String]
  private let opened = CivilDate(daysSinceEpoch: 18_993)

  package init(seed: UInt64, trainees: Int, firms count: Int, nuisances: Nuisances = Nuisances()) {
    self.nuisances = nuisances
    generator = SplitMix64(seed: seed)
    var agents: [String] = []
    for _ in 0..<60 { agents.append(MadeUpRegister.phone(&generator)) }
    self.agents = agents
    var humans: [(human: Human, trained: ClosedRange<CivilDate>)] = []
    for number in 0..<trainees {
      let human = drawHuman()
      // Courses over the first four of six years.
      let first = opened + Int.random(in: 0..<1460, using: &generator)
      humans.append((human, first...(first + 9)))
      addToRoster(human, number, trained: first...(first + 9))
    }
    swapNumbers()
    let all = humans.map(\.human)
    for (number, trainee) in humans.enumerated() { addFirms(of: trainee.human, number, trainee.trained, all) }
    while firms.count < count {
      let human = drawHuman()
      add([person(human)], of: human, on: opened + Int.random(in: 0..<2190, using: &generator), truth: [:])
    }
    firms.shuffle(using: &generator)
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private static func phone(_ generator: inout SplitMix64) -> String {
    "100" + String(Int.random(in: 10_000_000..<100_000_000, using: &generator))
  }

  private mutating func drawHuman(named name: String? = nil, county: Int? = nil) -> Human {
    let county =
      county
      ?? min(
        9, Int(14 * Double.random(in: 0..<1, using: &generator) * Double.random(in: 0..<1, using: &generator))
      )
    let birth = CivilDate(daysSinceEpoch: Int.random(in: -1500..<13_500, using: &generator))
    let (year, month, day) = birth.parts
    // Some were first registered elsewhere.
    let home = chance(0.75) ? county : Int.random(in: 10..<60, using: &generator)
    var digits = [9, 9, 0, 1 + home / 5 % 9, home / 10, home % 10]
    digits += [
      year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10,
    ]
    let sequence = Int.random(in: 1..<400, using: &generator)
    digits += [sequence / 100, sequence / 10 % 10, sequence % 10]
    let check = ResidentID.checkCharacter(of: digits)
    let number = String(decoding: digits.map { UInt8($0 + 0x30) } + [check], as: UTF8.self)
    return Human(
      name: name ?? drawName(), number: number, phone: MadeUpRegister.phone(&generator),
      county: county)
  }

  private mutating func drawName() -> String {
    guard chance(nuisances.clans) else { return names.draw(&generator) }
    let clan = ["王建", "李国", "张志", "刘文", "陈德"][Int.random(in: 0..<5, using: &generator)]
    return clan + String(names.character(&generator))
  }

  /// Ten counties in two prefectures.
  private func area(_ county: Int) -> AreaCode? { AreaCode("990\(1 + county / 5)0\(1 + county % 5)") }

  private mutating func addToRoster(_ human: Human, _ number: Int, trained: ClosedRange<CivilDate>) {
    let written = chance(nuisances.wrongNumber) ? drawHuman().number : human.number
    let hasNumber = !chance(nuisances.withoutNumber)
    roster.append(
      RosterPerson(
        id: "T\(number)", name: human.name, identityKey: hasNumber ? written : nil,
        maskedIdentity: hasNumber ? MaskedNumber(written) : nil,
        phones: chance(nuisances.withoutPhone) ? [] : [human.phone], area: area(human.county),
        trained: trained))
  }

  private mutating func swapNumbers() {
    for place in stride(from: 0, to: roster.count - 1, by: 2) where chance(nuisances.swappedNumbers) {
      let (one, other) = (roster[place], roster[place + 1])
      roster[place] = one.withNumber(of: other)
      roster[place + 1] = other.withNumber(of: one)
    }
  }

  private mutating func addFirms(
    of human: Human, _ number: Int, _ trained: ClosedRange<CivilDate>, _ all: [Human]
  ) {
    let trainee = "T\(number)"
    if chance(nuisances.ownedBefore) {
      let date = trained.lowerBound + -Int.random(in: 30..<1000, using: &generator)
      add([person(human)], of: human, on: date, truth: [0: trainee])
    }
    if chance(nuisances.starts) {
      var people = [person(human)]
      var truth = [0: trainee]
      if chance(nuisances.foundTogether) {
        let other = Int.random(in: 0..<all.count, using: &generator)
        if chance(0.4), other != number {
          people.append(person(all[other], role: .founder))
          truth[1] = "T\(other)"
        } else {
          people.append(person(drawHuman(), role: .founder))
        }
      }
      add(people, of: human, on: dateAfter(trained), truth: truth)
      if chance(nuisances.startsAgain) {
        add([person(human)], of: human, on: dateAfter(trained), truth: [0: trainee])
      }
    }
    if chance(nuisances.namesakes) {
      let namesake = drawHuman(named: human.name, county: human.county)
      add([person(namesake)], of: namesake, on: dateAfter(trained), truth: [:])
    }
    if chance(nuisances.relatives) {
      var sibling = Array(human.name)
      sibling[sibling.count - 1] = names.character(&generator)
      let relative = drawHuman(named: chance(0.5) ? String(sibling) : nil, county: human.county)
      let shared = Human(
        name: relative.name, number: relative.number, phone: human.phone, county: human.county)
      add([person(shared)], of: shared, on: dateAfter(trained), truth: [:])
    }
  }

  private mutating func dateAfter(_ trained: ClosedRange<CivilDate>) -> CivilDate {
    let days =
      min(Double.random(in: 0..<1, using: &generator), Double.random(in: 0..<1, using: &generator)) * 1000
    return trained.upperBound + Int(days)
  }

  /// Somebody as the register has them, without the identity number.
  private mutating func person(_ human: Human, role: RegisteredPerson.Role = .legalRepresentative)
    -> (human: Human, role: RegisteredPerson.Role, name: String)
  {
    guard chance(nuisances.nameMistyped) else { return (human, role, human.name) }
    var name = Array(human.name)
    name[Int.random(in: 0..<name.count, using: &generator)] = names.character(&generator)
    return (human, role, String(name))
  }

  private mutating func add(
    _ people: [(human: Human, role: RegisteredPerson.Role, name: String)], of human: Human,
    on date: CivilDate,
    truth of: [Int: String]
  ) {
    let id = "F\(firms.count)"
    let numbers = Double.random(in: 0..<1, using: &generator)
    let named = people.map { person -> RegisteredPerson in
      var hidden = Array(person.human.number)
      let shown = chance(0.7) ? 6..<14 : 10..<18
      for place in shown { hidden[place] = "*" }
      let isWhole = numbers < nuisances.wholeNumbers
      let isHidden = !isWhole && numbers < nuisances.wholeNumbers + nuisances.hiddenNumbers
      return RegisteredPerson(
        role: person.role, name: person.name, identityKey: isWhole ? person.human.number : nil,
        maskedIdentity: isHidden ? MaskedNumber(String(hidden)) : nil)
    }
    var county = human.county
    if chance(nuisances.otherCounty) { county = county / 5 * 5 + Int.random(in: 0..<5, using: &generator) }
    if chance(nuisances.elsewhere) { county = Int.random(in: 0..<10, using: &generator) }
    firms.append(
      RegisteredFirm(
        id: id, name: "示例商行\(firms.count)", people: named, phone: phone(of: human), area: area(county),
        registeredOn: date))
    for (place, trainee) in of { truth[Person(firm: id, place: place)] = trainee }
  }

  private mutating func phone(of human: Human) -> String? {
    var point = Double.random(in: 0..<1, using: &generator)
    func falls(_ share: Double) -> Bool {
      point -= share
      return point < 0
    }
    if falls(nuisances.phoneLeftOut) { return nil }
    if falls(nuisances.phoneChanged) { return MadeUpRegister.phone(&generator) }
    if falls(nuisances.phoneOfAgent) { return agents[Int.random(in: 0..<agents.count, using: &generator)] }
    guard falls(nuisances.phoneMistyped) else { return human.phone }
    var digits = Array(human.phone)
    digits[Int.random(in: 3..<11, using: &generator)] = Character(
      String(Int.random(in: 0..<10, using: &generator)))
    return String(digits)
  }
}

extension RosterPerson {
  fileprivate func withNumber(of other: RosterPerson) -> RosterPerson {
    RosterPerson(
      id: id, name: name, identityKey: other.identityKey, maskedIdentity: other.maskedIdentity,
      phones: phones,
      area: area, trained: trained, industry: industry)
  }
}
