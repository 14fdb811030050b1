import Civil
import FollowUp
import Mentors
import Testing

@testable import Centre

@Suite struct PoolGuidanceTests {
  private func member(
    _ id: String, _ links: Set<ServiceLink>, area: String? = nil, capacity: Int = 2, on day: CivilDate
  ) -> PoolEntry {
    PoolEntry(
      PoolMember(
        id: id, kinds: [.longTermMentor], links: links,
        areas: Set(area.flatMap { AreaCode($0) }.map { [$0] } ?? []),
        capacity: capacity), name: "示例" + id, term: .init(from: day + -30, to: day + 300))
  }

  private func reasons(_ centre: Centre, on day: CivilDate) throws -> [String: [StuckReason]] {
    try Dictionary(
      uniqueKeysWithValues: centre.chain(area: "", asOf: day).stuck.map { ($0.place.trainee, $0.reasons) })
  }

  @Test func `who is stuck in a link that nobody of the pool serves in the area is told so`() throws {
    let followed = try FollowedCentre(daysLater: 200)
    let centre = followed.centre
    _ = try centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    let today = try centre.today()
    let stuck = try #require(try centre.chain(area: "", asOf: today).stuck.first)
    let lacks = StuckReason.noMentor(stuck.link)
    let id = stuck.place.trainee
    // Without a pool nothing is said of it.
    #expect(try reasons(centre, on: today)[id]?.contains(lacks) == false)
    _ = try centre.enter([member("E1", [.financing], on: today)])
    #expect(try reasons(centre, on: today)[id]?.first == lacks)
    _ = try centre.enter([member("E2", [stuck.link], on: today)])
    #expect(try reasons(centre, on: today)[id]?.contains(lacks) == false)
    _ = try centre.recordStep(.ended(reason: "调离"), of: "E2")
    #expect(try reasons(centre, on: today)[id]?.first == lacks)
  }

  @Test func `a mentor who is named stands under the id, and one without a place left is refused`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    _ = try centre.enter([member("E1", [.financing], capacity: 1, on: today)])
    func session(_ trainee: String, _ mentor: String) -> GuidanceSession {
      GuidanceSession(
        id: "", trainee: trainee, mentor: mentor, link: .financing, on: today + -1, minutes: 60)
    }
    #expect(try centre.record([session("T1", "示例E1")]).map(\.mentor) == ["E1"])
    #expect(try centre.mentorRelations(knownOn: today).map(\.subject) == ["T1"])
    #expect(throws: CentreError.self) { try centre.record([session("T2", "E1")]) }
    #expect(try centre.concerns(about: [session("T2", "E1")]).map(\.needsConfirmation) == [true])
    #expect(try centre.record([session("T2", "E1")], beyondCapacity: true).count == 1)
    #expect(try centre.record([session("T2", "路人")]).map(\.mentor) == ["路人"])
  }

  @Test func `the coverage counts requests that are open by the link in which such help is given`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let today = try centre.today()
    _ = try centre.enter([member("E1", [.financing], on: today)])
    _ = try centre.openRequest(.fundRaising, for: "T1")
    let coverage = try centre.teamCoverage(asOf: today)
    let waiting = Set(try centre.chain(area: "", asOf: today).stuck.map(\.place.trainee)).union(["T1"])
    let financing = coverage.items.first { $0.subject == .link(.financing) }
    #expect(financing?.demand == 1 && financing?.members == ["E1"])
    #expect(coverage.places.total == 2 && coverage.places.wanted == waiting.count)
    #expect(coverage.items.first?.wanted == 12)
    let before = try centre.teamCoverage(asOf: today + -1)
    #expect(before.items.first { $0.subject == .link(.financing) }?.members == [])
  }

  @Test func `an alumnus applies under the trainee's name, and nobody applies twice`() throws {
    let centre = try FollowedCentre().centre
    let entry = PoolEntry(PoolMember(id: "A-T2", kinds: [.alumnus], capacity: 1), trainee: "T2")
    let record = try centre.apply(entry)
    #expect(record.identity.trainee == "T2" && record.name == "示例戊")
    #expect(throws: CentreError.self) { try centre.apply(entry) }
    #expect(throws: CentreError.self) {
      try centre.apply(PoolEntry(PoolMember(id: "A-T9", kinds: [.alumnus]), trainee: "T9"))
    }
    #expect(throws: CentreError.self) { try centre.apply(PoolEntry(PoolMember(id: "E9", kinds: [.scholar]))) }
    _ = try centre.recordStep(.refused(reason: "不符合条件"), of: "A-T2")
    #expect(try centre.apply(entry).member.standing(on: centre.today()) == .applied)
  }
}
