import Civil
import Testing

@testable import FollowUp

@Suite struct VentureChangeTests {
  typealias Entry = Ledger<VentureChange>.Entry

  func entry(_ change: VentureChange, _ day: Int, recordedAfter delay: Int = 0, corrects: String? = nil)
    -> Entry
  {
    Entry(
      id: "C\(day)", change, from: day0 + day, recordedOn: day0 + day + delay, recordedBy: "officer",
      corrects: corrects)
  }

  @Test(arguments: [
    VentureFact.name("示例小吃店"), .legalForm(.limitedCompany), .registration(.none),
    .registration(.exempt(reason: "家政服务")), .registration(.exempt(reason: "")), .industry(Industry("H6210")),
    .industry(Industry("A01")), .industry(nil), .area("610113001002"), .startUpCost(Money(yuan: 50_000)),
    .startUpCost(nil), .incubator("示例孵化基地"), .incubator(nil), .address("示例路 1 号"), .phone(nil),
    .founders([Venture.Founder(person: "张 1"), Venture.Founder(person: "T;2", attempt: 2)]),
  ])
  func `a fact is read back from its text`(fact: VentureFact) {
    #expect(VentureFact(kind: fact.kind, text: fact.text) == fact)
  }

  @Test func `a licence is read back from its text, and nonsense is not`() throws {
    let fact = VentureFact.registration(.licensed(try #require(Licence.example), on: day0))
    #expect(VentureFact(kind: .registration, text: fact.text) == fact)
    #expect(VentureFact(kind: .registration, text: "92610113MA6TE5T174\t2026-01-01") == nil)
    #expect(VentureFact(kind: .founders, text: "T1") == nil)
    #expect(VentureFact(kind: .legalForm, text: "shop") == nil)
  }

  @Test func `a venture is told as it was on a date`() {
    let facts = Ledger<VentureFact>([
      .init(id: "1", .name("A"), from: day0 + 10, recordedOn: day0 + 12, recordedBy: "officer"),
      .init(id: "2", .name("B"), from: day0 + 20, recordedOn: day0 + 20, recordedBy: "officer"),
    ])
    let venture = VentureRecord.example().venture
    #expect(venture.changed(by: facts, on: day0 + 5, knownOn: day0 + 30).name == "V1")
    #expect(venture.changed(by: facts, on: day0 + 15, knownOn: day0 + 30).name == "A")
    #expect(venture.changed(by: facts, on: day0 + 15, knownOn: day0 + 11).name == "V1")
    #expect(venture.changed(by: facts, on: day0 + 25, knownOn: day0 + 30).name == "B")
  }

  @Test func `what has not happened yet and what cannot follow is refused`() throws {
    let record = VentureRecord.example([(0, .preparing), (10, .operating)])
    #expect(throws: VentureChangeFlaw.inFuture(day0 + 20, recordedOn: day0 + 15)) {
      try record.check(entry(.state(.suspended), 20, recordedAfter: -5))
    }
    #expect(throws: VentureChangeFlaw.self) { try record.check(entry(.state(.preparing), 20)) }
    try record.check(entry(.state(.suspended), 20))
  }

  @Test func `founders, people at work and licences are held against each other`() throws {
    let record = VentureRecord.example(licensed: 3, [(0, .operating)])
    let two = try Headcount(founders: 2, employees: 1)
    #expect(throws: VentureChangeFlaw.moreFoundersAtWork(2, founders: 1)) {
      try record.check(entry(.jobs(two), 5))
    }
    #expect(throws: VentureChangeFlaw.noFounder) { try record.check(entry(.fact(.founders([])), 5)) }
    let twice = [Venture.Founder(person: "T1"), Venture.Founder(person: "T1", attempt: 2)]
    #expect(throws: VentureChangeFlaw.founderTwice("T1")) {
      try record.check(entry(.fact(.founders(twice)), 5))
    }
    let licence = try #require(Licence.example)
    #expect(throws: VentureChangeFlaw.licenceGone(licence)) {
      try record.check(entry(.fact(.registration(.none)), 5))
    }
    try record.check(entry(.fact(.registration(.none)), 5, corrects: "C1"))
  }

  @Test func `no more is paid out than was approved, and no subsidy beyond its limit`() throws {
    let record = VentureRecord.example([(0, .operating)])
    let steps = Ledger<Loan.Step>([
      .init(
        id: "1", Loan.Step(.approved, Money(yuan: 100_000)), from: day0, recordedOn: day0,
        recordedBy: "officer"),
      .init(
        id: "2", Loan.Step(.disbursed, Money(yuan: 60_000)), from: day0 + 5, recordedOn: day0 + 5,
        recordedBy: "officer"),
    ])
    let loan = Loan(id: "L1", borrower: "T1", venture: "V1", steps: steps)
    func paid(_ yuan: Int) -> Entry {
      entry(.loan(id: "L1", borrower: "T1", Loan.Step(.disbursed, Money(yuan: yuan))), 9)
    }
    try record.check(paid(40_000), loans: [loan])
    #expect(
      throws: VentureChangeFlaw.paidBeyondApproval(
        paid: Money(yuan: 110_000), approved: Money(yuan: 100_000))
    ) { try record.check(paid(50_000), loans: [loan]) }

    let limit = SubsidyLimit(kind: "start-up")
    func subsidy(_ id: String) -> Subsidy {
      Subsidy(
        id: id, kind: "start-up", recipient: .venture("V1"), amount: Money(yuan: 5_000), paidOn: day0 + 9)
    }
    try record.check(entry(.subsidy(subsidy("S1")), 9), limits: [limit])
    #expect(throws: VentureChangeFlaw.subsidyBeyondLimit(limit)) {
      try record.check(entry(.subsidy(subsidy("S2")), 9), subsidies: [subsidy("S1")], limits: [limit])
    }
  }

  @Test func `a record of a venture stays small`() {
    #expect(MemoryLayout<VentureRecord>.stride <= 160)
  }
}
