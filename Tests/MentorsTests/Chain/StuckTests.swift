import Civil
import Testing

@testable import Mentors

@Suite struct StuckTests {
  private let start = ChainExamples.start

  private func stuck(
    _ sessions: [GuidanceSession], guided: Set<ServiceLink> = Set(ServiceLink.allCases),
    requests: [(id: String, since: CivilDate)] = [], after days: Int
  ) throws -> StuckTrainee? {
    let chain = try ChainExamples.six()
    let place = chain.place(
      of: "T1", from: start, services: sessions.compactMap(ChainService.init), asOf: start + days)
    return chain.stuck(place, sessions: sessions, requests: requests, guided: guided, asOf: start + days)
  }

  private func session(
    _ day: Int, _ link: ServiceLink = .projectDevelopment, _ outcome: GuidanceSession.Outcome = .held,
    next: Int? = nil
  ) -> GuidanceSession {
    GuidanceSession(
      id: "G\(day)", trainee: "T1", mentor: "P1", link: link, on: start + day, minutes: 60, outcome: outcome,
      next: next.map { start + $0 })
  }

  @Test func `nobody is stuck before the link's days are over`() throws {
    #expect(try stuck([], after: 20) == nil)
    let found = try #require(try stuck([], after: 21))
    #expect(found.days == 21 && found.limit == 20 && found.link == .projectDevelopment)
    #expect(found.reasons == [.nothingFixed(lastService: nil)])
  }

  @Test func `the reasons say what to do: a mentor, a meeting, a request`() throws {
    let found = try #require(
      try stuck(
        [session(2, next: 10)], guided: [.planDesign], requests: [("help-1", start + 4)], after: 40))
    #expect(
      found.reasons == [
        .noMentor(.projectDevelopment), .meetingPassed(start + 10), .openRequest("help-1", since: start + 4),
      ])
  }

  @Test func `a missed meeting takes nobody further and is a reason`() throws {
    let found = try #require(try stuck([session(2, .projectDevelopment, .missed, next: 50)], after: 30))
    #expect(found.place.passages.isEmpty)
    #expect(found.reasons == [.missed(start + 2), .fixedLate(start + 50)])
  }

  @Test func `people and person-times are counted apart`() {
    let sessions = [
      session(1), session(2), session(3, .planDesign, .missed),
      GuidanceSession(id: "G9", trainee: "T2", mentor: "P1", link: .planDesign, on: start + 3, minutes: 30),
    ]
    let count = GuidanceCount(sessions, in: start...(start + 3))
    #expect(count.people == 2 && count.personTimes == 3 && count.minutes == 150)
    #expect(GuidanceCount(sessions, in: (start + 2)...(start + 2)).personTimes == 1)
  }
}
