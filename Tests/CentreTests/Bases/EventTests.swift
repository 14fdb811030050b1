import Civil
import Interchange
import ProjectLibrary
import Reports
import Testing

@testable import Centre

@Suite struct EventTests {
  private func event(
    _ followed: FollowedCentre, id: String = "", _ kind: OutreachEvent.Kind = .consultation,
    on day: String = "2026-06-20", hosts: [String] = ["区人社局", "团区委"]
  ) -> OutreachEvent {
    OutreachEvent(
      id: id, kind: kind, name: "示例咨询日", days: followed.day(day)...followed.day(day), place: "示例广场",
      area: AreaCode("610113"), hosts: hosts,
      hours: OutreachEvent.Hours(ClockTime(minutes: 540), ClockTime(minutes: 990)))
  }

  /// The entry of the public calendar with a title, in lines.
  private func entry(_ title: String, _ followed: FollowedCentre) throws -> [String] {
    _ = try followed.centre.writeFeeds(to: followed.example.feeds)
    let feed = try #require(followed.example.feed("public.ics"))
    let entries = feed.split(separator: "BEGIN:VEVENT\n").dropFirst().map {
      $0.split(separator: "\n").map(String.init)
    }
    return try #require(entries.first { $0.contains { $0.hasSuffix(title) } })
  }

  @Test func `a public event keeps its UID, and its sequence rises when it moves or is cancelled`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let first = try centre.register(event(followed))
    #expect(first.id == "E0001")
    let told = try entry("示例咨询日", followed)
    let uid = try #require(told.first { $0.hasPrefix("UID:") })
    #expect(told.contains("DTSTART;TZID=Asia/Shanghai:20260620T090000"))
    #expect(told.contains("DTEND;TZID=Asia/Shanghai:20260620T163000"))
    #expect(told.contains("SEQUENCE:0") && told.contains("STATUS:CONFIRMED"))
    let before = followed.example.feed("public.ics")
    followed.example.machine.wait(days: 1)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    #expect(followed.example.feed("public.ics") == before)

    let later = followed.day("2026-06-21")
    _ = try centre.change(event: "E0001") { $0.days = later...(later + 2) }
    let moved = try entry("示例咨询日", followed)
    #expect(moved.contains(uid) && moved.contains("SEQUENCE:1"))
    #expect(moved.contains("DTSTART;VALUE=DATE:20260621") && moved.contains("DTEND;VALUE=DATE:20260624"))

    _ = try centre.change(event: "E0001") { $0.cancelled = "场地停电" }
    let gone = try entry("示例咨询日", followed)
    #expect(gone.contains(uid) && gone.contains("SEQUENCE:2") && gone.contains("STATUS:CANCELLED"))
    #expect(gone.contains { $0.hasPrefix("SUMMARY:[已取消]") })
    followed.example.machine.wait(days: 60)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    #expect(followed.example.feed("public.ics")?.contains("BEGIN:VEVENT") == false)
  }

  @Test func `what is no longer public is cancelled in the calendar, and what never was is not in it`() throws
  {
    let followed = try FollowedCentre()
    let centre = followed.centre
    var hidden = event(followed, id: "内部")
    hidden.isPublic = false
    _ = try centre.register(hidden)
    _ = try centre.writeFeeds(to: followed.example.feeds)
    #expect(followed.example.feed("public.ics") == nil)
    _ = try centre.register(event(followed))
    _ = try entry("示例咨询日", followed)
    _ = try centre.change(event: "E0001") { $0.isPublic = false }
    #expect(try entry("示例咨询日", followed).contains("STATUS:CANCELLED"))
  }

  @Test func `an event of two hosts counts once, and one that was cancelled not at all`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.register(event(followed, on: "2026-04-01"))
    _ = try centre.register(event(followed, on: "2026-05-01", hosts: ["区人社局"]))
    _ = try centre.change(event: "E0002") { $0.cancelled = "下雨" }
    let report = try centre.outreachReport(area: "610113", asOf: centre.today())
    let row = try #require(
      report.tables[0].rows.first { $0[0] == .words(OutreachEvent.Kind.consultation.name) })
    #expect(row[1...4] == [.count(5), .count(1), .count(0), .count(4)])
    #expect(report.tables[2].rows.map { $0[3] } == [.decimal(0.5, places: 2), .decimal(0.5, places: 2)])
    #expect(report.tables[1].rows.count == 2)
  }

  @Test func `results wait for the event, and awards need projects of the library`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.register(event(followed, .contest))
    #expect(throws: CentreError.self) { try centre.change(event: "E0001") { $0.reached = 10 } }
    followed.example.machine.wait(days: 30)
    _ = try centre.change(event: "E0001") { $0.reached = 10 }
    #expect(throws: CentreError.self) {
      try centre.change(event: "E0001") { $0.awards = [.init(project: "P001", prize: "一等奖")] }
    }
    _ = try centre.enter([project("P001", followed)])
    _ = try centre.change(event: "E0001") { $0.awards = [.init(project: "P001", prize: "一等奖")] }
    let report = try centre.outreachReport(asOf: centre.today())
    #expect(report.tables[4].rows.map { $0.prefix(3) } == [[.text("P001"), .text("社区家政"), .text("一等奖")]])
    #expect(throws: CentreError.self) { try centre.change(event: "E0001") { $0.cancelled = "下雨" } }
  }

  @Test func `a match is made at an event that is on record`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    #expect(throws: CentreError.self) {
      try centre.choose("P001", by: "T1", on: followed.day("2026-05-01"), event: "E0001")
    }
    _ = try centre.enter([project("P001", followed)])
    for (day, state) in [("2026-02-02", ProjectState.review), ("2026-02-03", .listed)] {
      let opinions = ["甲", "乙", "丙"].map {
        ProjectOpinion(reviewer: $0, unit: "示例局", verdict: .pass, remark: nil)
      }
      _ = try centre.review(
        "P001",
        ProjectStep(
          state, opinions: state == .listed ? opinions : [], validUntil: followed.day("2036-12-31")),
        on: followed.day(day))
    }
    var fair = event(followed, .exhibition, on: "2026-05-01")
    fair.projects = ["P001"]
    _ = try centre.register(fair)
    #expect(throws: CentreError.self) {
      try centre.choose("P001", by: "T1", on: followed.day("2026-05-01"), event: "E0009")
    }
    try centre.choose("P001", by: "T1", on: followed.day("2026-05-01"), event: "E0001")
    let report = try centre.eventReport("E0001", asOf: centre.today())
    #expect(report.tables[1].rows.map { $0[1] } == [.text("T1")])
    #expect(
      try centre.outreachReport(asOf: centre.today()).tables[3].rows.map { $0[2] } == [.count(1)])
  }

  private func project(_ id: String, _ followed: FollowedCentre) -> Project {
    Project(
      id: id, kind: .project, name: "社区家政", summary: "给小区居民做钟点服务", source: "征集", owner: "区妇联",
      industry: Industry("O8010"), investment: Money(fen: 3_000_000)...Money(fen: 8_000_000), staff: 3...6,
      space: nil, skills: [], paybackMonths: 10,
      risks: ProjectRisk.Kind.allCases.map { ProjectRisk($0, .low, remedy: nil) }, fit: [], area: nil,
      isHighTech: false, collectedOn: followed.day("2026-02-01"), validUntil: followed.day("2036-12-31"))
  }
}
