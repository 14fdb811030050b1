import Civil
import Cohorts
import SeededNumbers
import Testing

private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

@Suite struct SamePersonTests {
  private let born = CivilDate(year: 1990, month: 5, day: 6)
  private let phone = "10000000017"

  private func record(
    _ id: String, _ name: String = "示例甲", identity: String? = nil, phone: String? = nil,
    birth: CivilDate? = nil
  ) -> PersonRecord {
    PersonRecord(id: id, name: name, identityKey: identity, phone: phone, birthDate: birth)
  }

  private func proposal(_ one: PersonRecord, _ other: PersonRecord) -> SamePersonProposal? {
    SamePersonProposal.among([one, other]).first
  }

  private func decision(_ one: String, _ other: String, same: Bool = true, on date: String = "2026-01-01")
    throws -> SamePersonDecision
  {
    SamePersonDecision(one, other, isSame: same, entry: Entry(on: try day(date), by: "审核员"))
  }

  @Test func `the identity number alone is proposed, and certain with the name`() throws {
    let certain = try #require(proposal(record("a", identity: "x"), record("b", "示例 甲", identity: "x")))
    #expect(certain.isCertain && certain.score == 100)
    let odd = try #require(proposal(record("a", identity: "x"), record("b", "别人丁", identity: "x")))
    #expect(!odd.isCertain && odd.isContradictory && odd.score == 50)
  }

  @Test func `two of name, phone and birth date are proposed, one is not`() throws {
    #expect(proposal(record("a", birth: born), record("b", birth: born))?.score == 60)
    #expect(proposal(record("a", phone: phone), record("b", phone: "+86 " + phone))?.score == 65)
    #expect(proposal(record("a"), record("b")) == nil)
    #expect(proposal(record("a", phone: phone), record("b", "别人丁", phone: phone)) == nil)
  }

  @Test func `two identity numbers of otherwise one person are shown as a contradiction`() throws {
    let pair = try #require(
      proposal(
        record("a", identity: "x", phone: phone, birth: born),
        record("b", identity: "y", phone: phone, birth: born)))
    #expect(pair.isContradictory && pair.signs.first == .otherIdentity)
    #expect(proposal(record("a", identity: "x", birth: born), record("b", identity: "y", birth: born)) == nil)
  }

  @Test func `what was decided is not proposed again`() {
    let records = [record("a", identity: "x"), record("b", identity: "x")]
    #expect(SamePersonProposal.among(records, decided: [RecordPair("b", "a")]).isEmpty)
  }

  @Test func `confirmed pairs make one person, through others too`() throws {
    let records = ["a", "b", "c", "d"].map { record($0) }
    let groups = PersonGroups(
      records, decisions: [try decision("a", "b"), try decision("c", "b")], asKnownOn: try day("2026-02-01"))
    #expect(groups.groups == [["a", "b", "c"]])
    #expect(groups.records(ofPersonWith: "d") == ["d"])
    #expect(groups.records(ofPersonWith: "c") == ["a", "b", "c"])
  }

  @Test func `two identity numbers never meet in one person`() throws {
    let records = [record("a", identity: "x"), record("b"), record("c", identity: "y")]
    let groups = PersonGroups(
      records, decisions: [try decision("a", "b"), try decision("b", "c", on: "2026-01-02")],
      asKnownOn: try day("2026-02-01"))
    #expect(groups.groups == [["a", "b"]])
    #expect(groups.contradictions.map(\.cause) == [.twoIdentities(RecordPair("a", "c"))])
  }

  @Test func `people judged to be different stay so, until judged anew`() throws {
    let records = ["a", "b", "c"].map { record($0) }
    let decisions = [
      try decision("a", "b"), try decision("b", "c"), try decision("a", "c", same: false, on: "2025-12-01"),
    ]
    let known = try day("2026-02-01")
    let apart = PersonGroups(records, decisions: decisions, asKnownOn: known)
    #expect(apart.groups == [["a", "b"]] && apart.contradictions.count == 1)
    let anew = decisions + [try decision("a", "c", on: "2026-01-15")]
    #expect(PersonGroups(records, decisions: anew, asKnownOn: known).groups == [["a", "b", "c"]])
    #expect(PersonGroups(records, decisions: anew, asKnownOn: try day("2026-01-10")).groups == [["a", "b"]])
  }

  @Test func `the order of the records changes nothing`() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<50 {
      let records = (0..<30).map { number in
        record(
          "r\(number)", "示例" + ["甲", "乙", "丙"][Int.random(in: 0..<3, using: &generator)],
          identity: Bool.random(using: &generator) ? "k\(Int.random(in: 0..<8, using: &generator))" : nil,
          phone: "1000000001\(Int.random(in: 0..<4, using: &generator))", birth: born)
      }
      let proposals = SamePersonProposal.among(records)
      #expect(proposals == SamePersonProposal.among(records.shuffled(using: &generator)))
      let decisions = try proposals.prefix(40).map { try decision($0.records.first, $0.records.second) }
      let known = try day("2026-02-01")
      let groups = PersonGroups(records, decisions: decisions, asKnownOn: known)
      let shuffled = PersonGroups(
        records.shuffled(using: &generator), decisions: decisions.shuffled(using: &generator),
        asKnownOn: known)
      #expect(groups.groups == shuffled.groups)
      let keys = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.identityKey) })
      for group in groups.groups {
        #expect(Set(group.compactMap { keys[$0] ?? nil }).count <= 1)
      }
    }
  }

  @Test func `names and phones are near by one slip`() throws {
    #expect(PersonName("欧阳示例").isNear(PersonName("欧阳示")) && !PersonName("王示").isNear(PersonName("李例")))
    #expect(PersonName("阿·示例") == PersonName("阿示例"))
    #expect(PhoneNumber("10000000017") == PhoneNumber("+86-100-0000-0017"))
    let swapped = try #require(PhoneNumber("10000000071"))
    #expect(PhoneNumber("10000000017")?.isNear(swapped) == true)
    #expect(PhoneNumber("10000000023")?.isNear(swapped) == false)
    #expect(PhoneNumber("11111111111") == nil && PhoneNumber("138****0017") == nil)
  }
}

@Suite struct IntentTests {
  @Test func `a wish is open until its person is enrolled, and open again when that was wrong`() throws {
    let entry = Entry(on: try day("2026-01-05"), by: "调查员")
    let area = AreaCode("990102003")
    let wishes = [
      Intent(
        id: "i1", name: "示例甲", phone: "10000000017", birthDate: try day("1990-05-06"), area: area,
        wish: "开茶馆", programme: "SYB", surveyedOn: try day("2026-01-04"), entry: entry),
      Intent(id: "i2", name: "示例乙", area: area, wish: "未定", surveyedOn: try day("2026-01-03"), entry: entry),
    ]
    let register = IntentRegister(
      wishes,
      outcomes: [
        IntentOutcome(
          intent: "i1", outcome: .enrolled(trainee: "T1"), entry: Entry(on: try day("2026-02-01"), by: "教务")),
        IntentOutcome(intent: "i1", outcome: .reopened, entry: Entry(on: try day("2026-03-01"), by: "教务")),
      ])
    #expect(register.open(asKnownOn: try day("2026-01-31")).map(\.id) == ["i2", "i1"])
    #expect(register.open(asKnownOn: try day("2026-02-28")).map(\.id) == ["i2"])
    #expect(register.open(asKnownOn: try day("2026-03-01")).map(\.id) == ["i2", "i1"])
    #expect(register.open(asKnownOn: try day("2026-01-01")).isEmpty)
    let county = try #require(AreaCode("990102"))
    let demand = register.demand(in: county, asKnownOn: try day("2026-01-31"))
    #expect(demand.map(\.programme) == ["", "SYB"] && demand.map(\.intents.count) == [1, 1])
    let trainee = PersonRecord(
      id: "T1", name: "示例甲", identityKey: "x", phone: "10000000017", birthDate: try day("1990-05-06"))
    let found = register.proposals(among: [trainee], asKnownOn: try day("2026-01-31"))
    #expect(found.map(\.records) == [RecordPair("i1", "T1")])
  }
}
