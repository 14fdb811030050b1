import Civil
import Cohorts
import FollowUp
import MadeUp
import SeededNumbers
import Testing

@Suite struct RegisterLinkingTests {
  private let known = CivilDate(daysSinceEpoch: 21_000)
  private let entry = Entry(on: CivilDate(daysSinceEpoch: 20_900), by: "回访员")
  private let county = AreaCode("990101")

  private func trainee(
    _ id: String, _ name: String, key: String? = nil, number: String? = nil, phone: String? = nil
  ) throws -> RosterPerson {
    let first = try #require(CivilDate("2025-03-01"))
    return RosterPerson(
      id: id, name: name, identityKey: key, maskedIdentity: number.flatMap { MaskedNumber($0) },
      phones: phone.map { [$0] } ?? [], area: county, trained: first...(first + 10))
  }

  private func firm(
    _ id: String, _ people: [RegisteredPerson], phone: String? = nil, on date: String = "2025-06-01"
  ) -> RegisteredFirm {
    RegisteredFirm(
      id: id, name: "示例商行\(id)", people: people, phone: phone, area: county, registeredOn: CivilDate(date))
  }

  /// Strangers around, so that a name and a phone have something to be rare in.
  private func strangers() -> [RegisteredFirm] {
    (0..<400).map { number in
      let place = number % 2 == 0 ? "990101" : "990205"
      return RegisteredFirm(
        id: "S\(number)", name: "示例\(number)", people: [RegisteredPerson(name: "路人\(number)")],
        phone: "1009\(1_000_000 + number)", area: AreaCode(place),
        registeredOn: CivilDate(daysSinceEpoch: 19_800 + number))
    }
  }

  private func link(
    _ firms: [RegisteredFirm], _ roster: [RosterPerson], decisions: [LinkDecision] = []
  ) -> [LinkProposal] {
    RegisterLinking(firms + strangers(), to: roster, decisions: decisions, asKnownOn: known).proposals
  }

  @Test func `the identity number with the name is exact`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "示例甲", identityKey: "k")])], [try trainee("T", "示例甲", key: "k")])
    #expect(found.map(\.verdict) == [.exact] && found.map(\.trainee) == ["T"])
    #expect(found[0].explanation(in: .chinese).hasPrefix("身份证号相同；姓名相同"))
    #expect(found[0].explanation(in: .english).contains("days after the course"))
  }

  @Test func `the identity number under another name is doubtful`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "别人丁", identityKey: "k")])], [try trainee("T", "示例甲", key: "k")])
    #expect(found.map(\.verdict) == [.doubtful] && found[0].reasons.contains { $0.isContradiction })
  }

  @Test func `name and phone are exact, the name alone never`() throws {
    let trainees = [try trainee("T", "示例甲", phone: "10000000017")]
    let both = link([firm("F", [RegisteredPerson(name: "示例甲")], phone: "10000000017")], trainees)
    #expect(both.map(\.verdict) == [.exact])
    let alone = link([firm("F", [RegisteredPerson(name: "示例甲")])], trainees)
    #expect(alone.allSatisfy { $0.verdict == .doubtful } && alone.count == 1)
  }

  @Test func `different identity numbers keep name and phone from being exact`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "示例甲", identityKey: "k")], phone: "10000000017")],
      [try trainee("T", "示例甲", key: "other", phone: "10000000017")])
    #expect(found.allSatisfy { $0.verdict == .doubtful })
  }

  @Test func `a brother with the family's phone is doubtful`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "示例乙")], phone: "10000000017")],
      [try trainee("T", "示例甲", phone: "10000000017")])
    #expect(found.allSatisfy { $0.verdict == .doubtful })
  }

  @Test func `an agent's phone tells little`() throws {
    let agent = "10000000099"
    let many = (0..<60).map { firm("A\($0)", [RegisteredPerson(name: "代办\($0)")], phone: agent) }
    let own = firm("F", [RegisteredPerson(name: "示例甲")], phone: agent)
    let trainees = [try trainee("T", "示例甲", phone: agent)]
    let shared = try #require(link([own] + many, trainees).first { $0.firm == "F" })
    let single = try #require(link([own], trainees).first { $0.firm == "F" })
    let factors = [shared, single].map { proposal in
      proposal.reasons.first { if case .samePhone = $0.sign { true } else { false } }?.factor ?? 0
    }
    #expect(factors[0] * 100 < factors[1])
  }

  @Test func `visible places of a hidden number speak for and against`() throws {
    let number = "990101199503150017"
    let shown = try #require(MaskedNumber("990101********0017"))
    let other = try #require(MaskedNumber("990101********0025"))
    let trainees = [try trainee("T", "示例甲", number: number)]
    let same = link([firm("F", [RegisteredPerson(name: "示例甲", maskedIdentity: shown)])], trainees)
    let different = link([firm("F", [RegisteredPerson(name: "示例甲", maskedIdentity: other)])], trainees)
    #expect(same.map(\.verdict) == [.exact])
    #expect(same[0].reasons.first?.sign == .samePlaces(10))
    #expect(!different.contains { $0.verdict == .exact })
  }

  @Test func `two trainees who fit are both listed, and neither is exact`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "示例甲", identityKey: "k")])],
      [try trainee("T1", "示例甲", key: "k"), try trainee("T2", "示例甲", key: "k")])
    #expect(found.map(\.trainee).sorted() == ["T1", "T2"])
    #expect(found.allSatisfy { $0.verdict == .doubtful && $0.hasRivals && abs($0.probability - 0.5) < 0.01 })
  }

  @Test func `a firm of two founders goes to two trainees, each once`() throws {
    let people = [
      RegisteredPerson(name: "示例甲", identityKey: "k"),
      RegisteredPerson(role: .founder, name: "示例乙", identityKey: "l"),
    ]
    let trainees = [try trainee("T1", "示例甲", key: "k"), try trainee("T2", "示例乙", key: "l")]
    #expect(link([firm("F", people)], trainees).map(\.trainee) == ["T1", "T2"])
    // The register names one person twice.
    let twice = [people[0], RegisteredPerson(role: .founder, name: "示例甲", identityKey: "k")]
    #expect(link([firm("F", twice)], trainees).map(\.place) == [0])
  }

  @Test func `a firm before the course is linked to the person and says so`() throws {
    let found = link(
      [firm("F", [RegisteredPerson(name: "示例甲", identityKey: "k")], on: "2025-02-01")],
      [try trainee("T", "示例甲", key: "k")])
    #expect(found.map(\.isBeforeCourse) == [true] && found.map(\.verdict) == [.exact])
    #expect(found[0].reasons.contains { $0.text[.chinese] == "开班前 28 天已登记" })
  }

  @Test func `what was decided is not proposed again, until it is decided anew`() throws {
    let firms = [firm("F", [RegisteredPerson(name: "示例甲", identityKey: "k")])]
    let trainees = [try trainee("T", "示例甲", key: "k")]
    let accepted = LinkDecision.accepting(link(firms, trainees), entry: entry)
    #expect(accepted.map(\.trainee) == ["T"])
    #expect(link(firms, trainees, decisions: accepted).isEmpty)
    let refused = LinkDecision(firm: "F", place: 0, trainee: "T", isAccepted: false, entry: entry)
    #expect(link(firms, trainees, decisions: accepted + [refused]).isEmpty)
    let later = LinkDecision(
      firm: "F", place: 0, trainee: "T", isAccepted: true, entry: Entry(on: known + 1, by: "回访员"))
    #expect(link(firms, trainees, decisions: [later]).count == 1)
  }

  @Test func `nothing is linked to nobody`() throws {
    #expect(RegisterLinking([], to: [], asKnownOn: known).proposals.isEmpty)
    #expect(link([firm("F", [])], []).isEmpty)
    #expect(link([firm("F", [RegisteredPerson(name: "")])], [try trainee("T", "")]).isEmpty)
    let odd = RegisteredFirm(id: "F", name: "", people: [RegisteredPerson(name: "示例甲")])
    #expect(link([odd], [RosterPerson(id: "T", name: "示例甲")]).allSatisfy { $0.verdict == .doubtful })
  }
}

/// Made-up registers with known truth: what is accepted is right, and what is true is found.
@Suite struct LinkageQualityTests {
  private func measure(_ seed: UInt64, _ nuisances: MadeUpRegister.Nuisances) -> (
    LinkageMeasure, RegisterLinking, MadeUpRegister
  ) {
    let register = MadeUpRegister(seed: seed, trainees: 2000, firms: 5000, nuisances: nuisances)
    let linking = RegisterLinking(
      register.firms, to: register.roster, asKnownOn: CivilDate(daysSinceEpoch: 21_000))
    return (LinkageMeasure(linking.proposals, of: register), linking, register)
  }

  @Test(arguments: 1...3)
  func `exact links are right and few links are missed`(seed: UInt64) {
    let (measure, _, register) = measure(seed, MadeUpRegister.Nuisances())
    #expect(register.truth.count > 300 && measure.exact > 200)
    #expect(measure.precision >= 0.99)
    #expect(measure.recall >= 0.95)
    #expect(measure.looks < 5)
  }

  @Test func `without any identity number what is accepted is still right`() {
    var nuisances = MadeUpRegister.Nuisances()
    (nuisances.wholeNumbers, nuisances.hiddenNumbers) = (0, 0)
    (nuisances.namesakes, nuisances.relatives, nuisances.phoneChanged) = (0.1, 0.05, 0.5)
    let (measure, _, _) = measure(4, nuisances)
    #expect(measure.exact > 20 && measure.precision >= 0.99)
    #expect(measure.recall >= 0.9)
  }

  @Test func `probabilities mean what they say`() {
    let (_, linking, register) = measure(5, MadeUpRegister.Nuisances())
    let said = linking.proposals.reduce(0) { $0 + $1.probability }
    let right = linking.proposals.filter {
      register.truth[MadeUpRegister.Person(firm: $0.firm, place: $0.place)] == $0.trainee
    }
    #expect(abs(said - Double(right.count)) < 0.05 * Double(right.count))
  }

  @Test(arguments: 1...3)
  func `trainees whom the register cannot name change no link and need not be kept`(seed: UInt64) {
    let known = CivilDate(daysSinceEpoch: 21_000)
    let register = MadeUpRegister(seed: seed, trainees: 2000, firms: 600)
    let sought = SoughtPeople(register.firms)
    let kept = register.roster.filter(sought.mayBe)
    #expect(kept.count < register.roster.count)
    let whole = RegisterLinking(register.firms, to: register.roster, asKnownOn: known)
    let narrowed = RegisterLinking(
      register.firms, to: kept, of: register.roster.count, asKnownOn: known)
    #expect(narrowed.proposals == whole.proposals && narrowed.linkedShare == whole.linkedShare)
  }

  @Test func `the order of firms and trainees changes no link`() {
    let register = MadeUpRegister(seed: 6, trainees: 500, firms: 1000)
    var generator = SplitMix64(seed: 6)
    let known = CivilDate(daysSinceEpoch: 21_000)
    func links(_ firms: [RegisteredFirm], _ roster: [RosterPerson]) -> Set<String> {
      Set(
        RegisterLinking(firms, to: roster, asKnownOn: known).proposals.map {
          "\($0.firm) \($0.place) \($0.trainee) \($0.verdict)"
        })
    }
    let straight = links(register.firms, register.roster)
    #expect(!straight.isEmpty)
    #expect(
      straight
        == links(register.firms.shuffled(using: &generator), register.roster.shuffled(using: &generator)))
  }

  @Test func `made-up numbers have sound checks and an impossible province`() throws {
    let register = MadeUpRegister(seed: 7, trainees: 200, firms: 100)
    for key in register.roster.compactMap(\.identityKey) {
      let id = try ResidentID(key)
      #expect(id.number.hasPrefix("99"))
    }
  }
}
