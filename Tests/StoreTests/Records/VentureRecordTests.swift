import Civil
import FollowUp
import Testing

@testable import Store

@Suite struct VentureRecordTests {
  @Test func `a venture is read back as it began, and as its ledgers say it is`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    #expect(try store.nextVentureCode() == "V000001")
    let begun = VentureWhereabouts(address: "示例路 1 号", phone: madeUpPhone)
    try store.record(.example(), whereabouts: begun, stamp: .march(22))
    #expect(try store.nextVentureCode() == "V000002")
    let proof = Evidence(kind: "营业执照", reference: "副本", digest: "aa")
    let licence = try Licence("92999901MA0000000X".withChecks)
    let count = try Headcount(founders: 1, employees: 3, insured: 2, keyGroups: ["veteran": 1])
    let ids = try store.record(
      [
        ("V000001", .example(.state(.operating), on: 23, evidence: [proof])),
        ("V000001", .example(.jobs(count), on: 24)),
        ("V000001", .example(.fact(.registration(.licensed(licence, on: .march(23)))), on: 23)),
        ("V000001", .example(.fact(.phone("19900005678")), on: 24)),
        ("V000001", .example(.loan(id: "L1", borrower: "T1", .init(.applied, Money(yuan: 100_000))), on: 24)),
        (
          "V000001",
          .example(
            .subsidy(
              Subsidy(
                id: "S1", kind: "start-up", recipient: .person("T1"), amount: Money(yuan: 5000),
                paidOn: .march(25))),
            on: 25)
        ),
      ], stamp: .march(25))
    #expect(ids == ["V000001.s1", "V000001.j1", "V000001.f1", "V000001.f2", "L1.l1", "S1"])
    let file = try #require(try store.ventures(VentureQuery(founder: "T1")).first)
    #expect(file.first == .example())
    #expect(file.record.venture.licensedOn == .march(23))
    #expect(file.record.states.entries.first?.evidence == [proof])
    #expect(file.record.jobs.fact(on: .march(24), knownOn: .march(25)) == count)
    #expect(file.whereabouts == VentureWhereabouts(address: "示例路 1 号", phone: "19900005678"))
    #expect(file.loans.map(\.id) == ["L1"] && file.subsidies.map(\.id) == ["S1"])
    #expect(try store.ventures(VentureQuery(licence: licence.text)).count == 1)
  }

  @Test func `a correction names the entry it takes the place of`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    try store.record(.example(), stamp: .march(22))
    let first = try store.record([("V000001", .example(.state(.suspended), on: 22))], stamp: .march(22))
    try store.record(
      [("V000001", .example(.state(.operating), on: 22, recorded: 26, corrects: first[0]))], stamp: .march(26)
    )
    let states = try #require(try store.ventures().first).record.states
    #expect(states.fact(on: .march(30), knownOn: .march(25)) == .suspended)
    #expect(states.fact(on: .march(30), knownOn: .march(26)) == .operating)
  }

  @Test func `a founder who is not on record is refused, and nothing of the venture is stored`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    #expect(throws: StoreError.self) {
      try store.record(.example(founders: ["T1", "nobody"]), stamp: .march(22))
    }
    #expect(try store.ventures().isEmpty)
  }

  @Test func `the stream of all ventures says the same as each venture's file`() throws {
    let store = try CentreStore.withClass(in: TemporaryFolder())
    for number in 1...6 {
      let id = "V00000\(number)"
      try store.record(
        .example(id, founders: number.isMultiple(of: 2) ? ["T1", "T2"] : ["T3"]), stamp: .march(22))
      guard number != 3 else { continue }
      try store.record(
        [
          (id, .example(.state(.operating), on: 22 + number % 3)),
          (id, .example(.fact(.legalForm(.limitedCompany)), on: 24, recorded: 22 + number)),
          (id, .example(.jobs(try Headcount(founders: 1, employees: number)), on: 24)),
          (id, .example(.state(.suspended), on: 26)),
        ], stamp: .march(22 + number))
    }
    let day = CivilDate.march(25)
    let streamed = try store.ventureRecords(knownOn: day)
    let files = try store.ventures()
    #expect(streamed.map(\.venture.id) == files.map(\.first.id))
    for (record, file) in zip(streamed, files) {
      #expect(record.states == file.record.states.bare && record.jobs == file.record.jobs.bare)
      let asKnown = file.first.changed(by: file.facts, on: day, knownOn: day)
      #expect(record.venture.legalForm == asKnown.legalForm && record.venture.founders == asKnown.founders)
    }
    #expect(try store.ventureRecords(area: "9999", knownOn: day).count == 6)
    #expect(try store.ventureRecords(area: "61", knownOn: day).isEmpty)
  }
}

extension String {
  /// A credit code with the checks that its first 16 places ask for.
  fileprivate var withChecks: String {
    CreditCode(prefix: String(prefix(2)), area: .init(dropFirst(2).prefix(6)) ?? .nation, body: "MA000000")?
      .code
      ?? self
  }
}
