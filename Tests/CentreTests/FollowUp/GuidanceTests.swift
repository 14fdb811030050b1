import Civil
import FollowUp
import Interchange
import Mentors
import Testing

@testable import Centre

@Suite struct GuidanceTests {
  private func session(
    _ followed: FollowedCentre, _ trainee: String, _ link: ServiceLink, on day: String,
    _ outcome: GuidanceSession.Outcome = .held, next: String? = nil, request: String? = nil
  ) -> GuidanceSession {
    GuidanceSession(
      id: "", trainee: trainee, mentor: "导师甲", link: link, on: followed.day(day), minutes: 60,
      outcome: outcome, next: next.map { followed.day($0) }, request: request)
  }

  @Test func `guidance takes trainees through the chain, and what was struck out does not`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    let recorded = try centre.record([
      session(followed, "T1", .projectDevelopment, on: "2026-06-01", .finished),
      session(followed, "T1", .planDesign, on: "2026-06-03"),
      session(followed, "T2", .projectDevelopment, on: "2026-06-02", .missed),
    ])
    #expect(recorded.map(\.id) == ["G00001", "G00002", "G00003"])
    let today = try centre.today()
    let standing = try centre.chain(area: "", asOf: today)
    let places = Dictionary(uniqueKeysWithValues: standing.places.map { ($0.trainee, $0) })
    #expect(places["T1"]?.standing == .inLink(.planDesign, since: followed.day("2026-06-03")))
    #expect(places["T2"]?.standing.link == .projectDevelopment && places["T2"]?.passages.isEmpty == true)
    #expect(standing.funnel.rows.map(\.begun).prefix(2) == [1, 1])

    try centre.strikeOut(guidance: "G00002", reason: "重复登记")
    #expect(throws: CentreError.self) { try centre.strikeOut(guidance: "G00002", reason: "再次") }
    let after = try centre.chain(area: "", asOf: today).places.first { $0.trainee == "T1" }
    #expect(after?.standing == .waiting(.planDesign, since: followed.day("2026-06-01")))
  }

  @Test func `contacts with those who have a venture are follow-up support in the chain`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    func link() throws -> ServiceLink? {
      try centre.chain(area: "", asOf: centre.today()).places.first { $0.trainee == "T1" }?.standing.link
    }
    _ = try centre.record(followed.contact("T1", on: "2026-06-05"), calendar: followed.calendar)
    #expect(try link() == .projectDevelopment)
    try followed.addVenture()
    #expect(try link() == .followUp)
  }

  @Test func `what cannot be is refused, and nothing of the lot is stored`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let sound = session(followed, "T1", .planDesign, on: "2026-06-01")
    let wrong = [
      session(followed, "T9", .planDesign, on: "2026-06-01"),
      session(followed, "T1", .planDesign, on: "2036-06-01"),
      session(followed, "T1", .planDesign, on: "2026-06-01", next: "2026-06-01"),
      session(followed, "T1", .planDesign, on: "2026-06-01", request: "help-T1-9"),
    ]
    for one in wrong {
      #expect(throws: CentreError.self) { try centre.record([sound, one]) }
    }
    #expect(try centre.guidance(knownOn: centre.today()).isEmpty)
  }

  @Test func `agreed meetings are due until the next one is on record`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.record([
      session(followed, "T1", .planDesign, on: "2026-05-28", next: "2026-06-01"),
      session(followed, "T2", .planDesign, on: "2026-05-28", .missed, next: "2026-06-02"),
    ])
    let today = try centre.today()
    let due = try centre.agreedGuidance(upTo: today + 14, asOf: today, calendar: followed.calendar)
    #expect(due.map(\.session.trainee) == ["T1", "T2"])
    #expect(due.map(\.overdue) == due.map { followed.calendar.countWorkingDays(after: $0.on, to: today) })
    _ = try centre.record([session(followed, "T1", .planDesign, on: "2026-06-01", .finished)])
    #expect(
      try centre.agreedGuidance(upTo: today + 14, asOf: today, calendar: followed.calendar)
        .map(\.session.trainee) == ["T2"])
  }

  @Test func `a filled ledger says all that is wrong with it and leaves out what it says twice`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let ledger =
      "学员,导师,服务环节,指导日期,结果,下次日期\nT1,甲,项目开发,2026-06-01,完成,\nT1,甲,项目开发,2026-06-01,完成,\n"
      + "T9,甲,方案设计,2026-06-01,,\nT2,甲,理财,2026-06-01,,\nT2,甲,方案设计,2036-06-01,,2036-05-01\n"
    let reading = try centre.readGuidance(Array(ledger.utf8), file: "g.csv")
    #expect(reading.rows.map(\.row.trainee) == ["T1"])
    #expect(reading.problems.count { $0.isError } == 4 && reading.problems.count == 5)
    #expect(Set(reading.problems.compactMap(\.line)) == [3, 4, 5, 6])
    let again = try centre.record(reading.rows.map(\.row))
    #expect(again.count == 1)
    let second = try centre.readGuidance(Array(ledger.utf8), file: "g.csv")
    #expect(second.rows.isEmpty)
  }
}
