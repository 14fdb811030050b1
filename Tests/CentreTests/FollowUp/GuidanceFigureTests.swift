import Civil
import FollowUp
import Indicators
import Interchange
import Mentors
import ProjectLibrary
import Reports
import Testing

@testable import Centre

/// Guidance and help as figures and as ledgers that are handed out.
@Suite struct GuidanceFigureTests {
  private func session(
    _ followed: FollowedCentre, _ trainee: String, on day: String,
    _ outcome: GuidanceSession.Outcome = .held, link: ServiceLink = .planDesign
  ) -> GuidanceSession {
    GuidanceSession(
      id: "", trainee: trainee, mentor: "P1", link: link, on: followed.day(day), minutes: 60,
      outcome: outcome)
  }

  private func evidence(
    _ followed: FollowedCentre, _ first: String, _ last: String, area: String = "",
    knownOn day: CivilDate? = nil
  ) throws -> IndicatorEvidence {
    try followed.centre.evidence(
      area: area, period: followed.day(first)...followed.day(last),
      knownOn: day ?? followed.centre.today())
  }

  @Test func `guidance on record is a service, in people and in person-times, until it is struck out`() throws
  {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.record([
      session(followed, "T1", on: "2026-06-01"), session(followed, "T1", on: "2026-06-03", .finished),
      session(followed, "T2", on: "2026-06-02", .missed), session(followed, "T3", on: "2026-05-29"),
    ])
    let june = try evidence(followed, "2026-06-01", "2026-06-30")
    let figures = Indicator.guidance.result(june).components.compactMap(\.figure)
    #expect(figures[0].numerator == .init(.init(zh: "创业指导人数", en: "people guided"), .person, ["T1"]))
    #expect(figures[1].numerator.quantity == Quantity(2, .personTime))
    #expect(figures[1].numerator.origin == .records(["T1", "T1"]))
    #expect(june.participations.filter(\.kind.isService).map(\.person) == ["T1", "T1"])
    for id in ["served", "guided"] {
      let part = try [Measure].standard[id]?.count(june).get()
      #expect(part?.quantity == Quantity(1, .person))
    }
    #expect(try [Measure].standard["guidance"]?.count(june).get().quantity == Quantity(2, .personTime))

    let today = try centre.today()
    followed.example.machine.wait(days: 2)
    try centre.strikeOut(guidance: "G00001", reason: "登记错了人")
    let after = try evidence(followed, "2026-06-01", "2026-06-30")
    #expect(Indicator.guidance.result(after).components[1].figure?.numerator.quantity.amount == 1)
    // As it was known before.
    let before = try evidence(followed, "2026-06-01", "2026-06-30", knownOn: today)
    #expect(Indicator.guidance.result(before).components[1].figure?.numerator.quantity.amount == 2)
  }

  @Test func `a meeting of the timetable counts until its day is on record`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    let year = try evidence(followed, "2026-01-01", "2026-12-31")
    let meetings = year.participations.filter { $0.kind == .meeting }
    let first = try #require(meetings.min { ($0.on, $0.person) < ($1.on, $1.person) })
    #expect(Indicator.guidance.result(year).components[1].figure?.numerator.quantity.amount == 0)
    _ = try centre.record([session(followed, first.person, on: first.on.description, .missed)])
    let missed = try evidence(followed, "2026-01-01", "2026-12-31")
    #expect(missed.participations.count == year.participations.count - 1)
    _ = try centre.record([session(followed, first.person, on: first.on.description)])
    let held = try evidence(followed, "2026-01-01", "2026-12-31")
    #expect(held.participations.count { $0.kind == .meeting } == meetings.count - 1)
    #expect(held.participations.count { $0.kind == .guidance } == 1)
  }

  @Test func `a request is known from the day of its record, and open until it was settled`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.planFollowUp(officer: "王某", calendar: followed.calendar)
    let day = try centre.today()
    let need = followed.contact("T1", on: "2026-06-01", need: .licences)
    let request = try #require(try centre.record(need, calendar: followed.calendar).request)
    followed.example.machine.wait(days: 3)
    _ = try centre.closeRequest(request.id, outcome: "已办照", calendar: followed.calendar)
    func open(_ day: CivilDate) throws -> [Cell] {
      let kind = try #require([ReportKind].all.named("help-deadlines"))
      let report = try centre.report(kind, ReportRequest(asOf: day, calendar: followed.calendar))
      return try #require(report.tables.first).rows.map { $0[0] }
    }
    #expect(try open(day) == [.text(request.id)])
    #expect(try open(day + -1).isEmpty && open(day + 3).isEmpty)
    let stuck = { (day: CivilDate) in try centre.chain(area: "", asOf: day).places.count }
    #expect(try stuck(day) == stuck(day + 3))
  }

  @Test func `the chain counts everybody whose class has ended, before any follow-up is planned`() throws {
    let followed = try FollowedCentre()
    let standing = try followed.centre.chain(area: "", asOf: followed.centre.today())
    #expect(standing.funnel.trainees > 0)
    #expect(standing.places.allSatisfy { $0.standing.link == .projectDevelopment })
  }

  @Test func `guidance, help, projects and days off are handed out`() throws {
    let followed = try FollowedCentre()
    let centre = followed.centre
    _ = try centre.record([
      session(followed, "T1", on: "2026-06-01"), session(followed, "T2", on: "2026-06-02"),
    ])
    _ = try centre.openRequest(.planning, for: "T1")
    let today = try centre.today()
    followed.example.machine.wait(days: 1)
    try centre.strikeOut(guidance: "G00002", reason: "重复")
    _ = try centre.closeRequest("help-T1-r1", outcome: "已定规划", calendar: followed.calendar)
    _ = try centre.enter([
      Project(
        id: "P001", kind: .project, name: "示例项目", summary: "示例", source: "示例", owner: "示例局",
        industry: Industry("H6210"), collectedOn: today)
    ])
    try centre.record([ProjectStepRow(project: "P001", on: today + 1, step: ProjectStep(.review))])
    var calendar = WorkingCalendar()
    calendar.add(.init(kind: .holiday, name: "端午节"), on: followed.day("2026-06-19"))
    let folder = followed.example.folder.path + "/ledgers"
    func export(_ day: CivilDate) throws -> ExportedFiles {
      _ = try centre.exportLedgers(to: folder, knownOn: day, calendar: calendar, in: .english)
      return ExportedFiles(folder: folder)
    }
    let before = try export(today)
    #expect(try before.rows("guidance").map { $0["struck_out_on"] } == ["", ""])
    #expect(try before.rows("help_requests").map { $0["closed_on"] } == [""])
    #expect(try before.rows("projects").isEmpty)
    let after = try export(today + 1)
    #expect(try after.rows("guidance").map { $0["struck_out_on"] } == ["", (today + 1).description])
    let request = try #require(try after.rows("help_requests").first)
    #expect(request["outcome"] == "已定规划" && request["closed_on"] == (today + 1).description)
    #expect(try after.rows("projects").map { $0["industry"] } == ["6210"])
    #expect(try after.rows("project_steps").map { $0["state"] } == ["review"])
    #expect(try after.rows("calendar").map { $0["date"] } == ["2026-06-19"])
  }
}
