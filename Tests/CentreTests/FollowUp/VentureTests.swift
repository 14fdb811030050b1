import Civil
import FollowUp
import Interchange
import Testing

@testable import Centre

@Suite struct VentureTests {
  private let code = "92610113MA6TE5T173"

  private func licensed(_ followed: FollowedCentre) throws -> Venture.Registration {
    .licensed(try Licence(code), on: followed.day("2026-05-20"))
  }

  @Test func `a code, a licence and a founder are what they say`() throws {
    let followed = try FollowedCentre()
    try followed.addVenture(licence: licensed(followed))
    #expect(throws: CentreError.self) { try followed.addVenture() }
    #expect(throws: CentreError.self) { try followed.addVenture("V000002", licence: licensed(followed)) }
    #expect(throws: CentreError.unknownSubject(.trainee("T9"))) {
      try followed.centre.addVenture(
        Venture(id: "V3", name: "店", founders: [.init(person: "T9")], legalForm: .unregistered, area: "61"),
        changes: [], calendar: followed.calendar)
    }
    #expect(try followed.centre.ventures(VentureQuery()).count == 1)
    #expect(try followed.centre.nextVentureCode() == "V000002")
  }

  @Test func `changes are appended all or none, and what cannot be is refused`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    try followed.addVenture()
    let jobs = VentureChange.jobs(try Headcount(founders: 1, employees: 3))
    #expect(throws: CentreError.self) {
      try centre.changeVenture(
        "V000001",
        [
          try followed.entry(jobs, on: "2026-06-01"),
          try followed.entry(.state(.preparing), on: "2026-06-01"),
        ],
        calendar: followed.calendar)
    }
    #expect(try centre.venture("V000001").record.jobs.entries.isEmpty)
    try centre.changeVenture(
      "V000001",
      [
        try followed.entry(jobs, on: "2026-06-01"), try followed.entry(.fact(.name("新店名")), on: "2026-06-01"),
        try followed.entry(
          .loan(id: "L1", borrower: "T1", .init(.approved, Money(yuan: 100_000))), on: "2026-06-01"),
      ], calendar: followed.calendar)
    let file = try centre.venture("V000001")
    #expect(file.record.venture.name == "新店名" && file.record.jobs.entries.count == 1)
    #expect(file.loans.map(\.borrower) == ["T1"])
    #expect(throws: CentreError.self) {
      try centre.changeVenture(
        "V000001",
        [
          try followed.entry(
            .loan(id: "L1", borrower: "T1", .init(.disbursed, Money(yuan: 120_000))), on: "2026-06-02")
        ], calendar: followed.calendar)
    }
  }

  @Test func `an entry is struck out or corrected by its id, once, and stays in the ledger`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    try followed.addVenture()
    try centre.changeVenture(
      "V000001", [try followed.entry(.state(.suspended), on: "2026-06-01")], calendar: calendar)
    let today = try centre.today()
    func strike(_ id: String, _ change: VentureChange? = nil) throws {
      try centre.changeVenture(
        "V000001",
        [.init(id: "", change, from: today, recordedOn: today, recordedBy: "tester", corrects: id)],
        calendar: calendar)
    }
    for wrong in ["V000001.s9", "V000002.s1", "V000001.j1", "x"] {
      #expect(throws: CentreError.self, "\(wrong)") { try strike(wrong) }
    }
    let jobs = VentureChange.jobs(try Headcount(founders: 1, employees: 3))
    #expect(throws: CentreError.self) { try strike("V000001.s2", jobs) }
    try strike("V000001.s2")
    let states = try centre.venture("V000001").record.states
    #expect(states.entries.count == 3 && states.fact(on: today, knownOn: today) == .operating)
    #expect(throws: CentreError.self) { try strike("V000001.s2") }
    #expect(throws: CentreError.unknownSubject(.trainee("T9"))) {
      try centre.changeVenture(
        "V000001",
        [
          try followed.entry(
            .loan(id: "L1", borrower: "T9", .init(.applied, Money(yuan: 1))), on: "2026-06-01")
        ], calendar: calendar)
    }
  }

  @Test func `a one-off subsidy is paid once`() throws {
    let followed = try FollowedCentre()
    try followed.addVenture()
    func pay(_ id: String, _ kind: String = "start_up") throws {
      let subsidy = Subsidy(
        id: id, kind: kind, recipient: .venture("V000001"), amount: Money(yuan: 5_000),
        paidOn: followed.day("2026-06-01"))
      try followed.centre.changeVenture(
        "V000001", [try followed.entry(.subsidy(subsidy), on: "2026-06-01")], calendar: followed.calendar)
    }
    try pay("S1")
    #expect(throws: CentreError.self) { try pay("S2") }
    #expect(throws: CentreError.self) { try pay("S3", "lunch") }
    #expect(try followed.centre.venture("V000001").subsidies.map(\.id) == ["S1"])
  }

  @Test func `whoever has a venture is followed for longer, until it ends`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    _ = try centre.planFollowUp(officer: "王某", calendar: calendar)
    func steps() throws -> Int { try centre.tasks(of: "T1", calendar: calendar).count }
    #expect(try steps() == 4)
    try followed.addVenture()
    #expect(try steps() == 6)
    try centre.changeVenture(
      "V000001", [try followed.entry(.state(.deregistered), on: "2026-06-05")], calendar: calendar)
    #expect(try steps() == 4)
  }

  @Test func `exact matches with the register become ventures, doubtful ones wait for a decision`() throws {
    let followed = try FollowedCentre()
    let (centre, calendar) = (followed.centre, followed.calendar)
    let register =
      "统一社会信用代码,企业名称,经营者,身份证号,电话,成立日期,登记状态\n"
      + "\(code),示例丁小吃店,示例丁,\(ExampleBundle.idNumber),,2026-06-02,存续\n"
      + ",示例戊家政,示例戊,,,2026-06-03,存续\n"
    let reading = try centre.readRegister(Array(register.utf8), file: "register.csv")
    let match = try centre.match(reading)
    #expect(match.linking.proposals.map(\.verdict) == [.exact, .doubtful])
    #expect(try centre.ventures(VentureQuery()).isEmpty)
    #expect(try centre.acceptExact(match, source: "register.csv", calendar: calendar) == ["V000001"])
    let venture = try centre.venture("V000001").record
    #expect(venture.venture.registration.licence?.text == code)
    #expect(venture.venture.founders == [.init(person: "T1")])
    #expect(venture.states.entries.map(\.fact) == [.operating])
    #expect(venture.states.entries[0].evidence.map(\.reference) == ["register.csv"])

    let rest = try centre.match(reading)
    let doubtful = try #require(rest.linking.proposals.first)
    #expect(rest.linking.proposals.count == 1 && doubtful.trainee == "T2")
    #expect(
      try centre.decide(
        firm: doubtful.firm, trainee: "T2", isAccepted: false, in: rest, source: "register.csv",
        calendar: calendar) == nil)
    #expect(try centre.match(reading).linking.proposals.isEmpty)
    #expect(throws: CentreError.self) {
      try centre.decide(
        firm: doubtful.firm, trainee: "T2", isAccepted: true, in: try centre.match(reading),
        source: "register.csv", calendar: calendar)
    }
  }

  @Test func `a founder is found by the name and the places of the number that are shown`() throws {
    let followed = try FollowedCentre()
    func read(_ number: String) throws -> [ImportProblem] {
      let list = "姓名,身份证号码,企业名称,区域,经营状态\n示例丁,\(number),示例家政,610113,筹备\n"
      return try followed.centre.readVentures(Array(list.utf8), file: "list.csv").problems
    }
    #expect(try read("999999********0012").filter(\.isError) == [])
    #expect(try read("999999********0013").filter(\.isError).count == 1)
  }

  @Test func `a list of ventures is imported once`() throws {
    let followed = try FollowedCentre()
    let list =
      "姓名,身份证号码,企业名称,统一社会信用代码,登记日期,法律形态,区域,经营状态\n"
      + "示例丁,\(ExampleBundle.idNumber),示例小吃店,\(code),2026-06-02,个体工商户,610113,正常经营\n"
      + "示例戊,,示例家政,,,,610113,筹备\n"
    let reading = try followed.centre.readVentures(Array(list.utf8), file: "list.csv")
    #expect(reading.problems == [] && reading.ventures.count == 2)
    let first = try followed.centre.importVentures(reading, calendar: followed.calendar)
    #expect(first.added == 2 && first.known == 0)
    let second = try followed.centre.importVentures(reading, calendar: followed.calendar)
    #expect(second.added == 0 && second.known == 2)
    #expect(try followed.centre.ventures(VentureQuery(founder: "T2")).map(\.record.venture.name) == ["示例家政"])
  }
}
