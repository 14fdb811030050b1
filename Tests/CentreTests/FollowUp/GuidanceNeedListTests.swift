import Civil
import FollowUp
import Interchange
import Mentors
import Planning
import Scheduling
import Testing

@testable import Centre

@Suite struct GuidanceNeedListTests {
  private func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(daysSinceEpoch: 0) }

  private func agree(_ trainee: String, on: String, next: String, in centre: Centre) throws {
    _ = try centre.record([
      GuidanceSession(
        id: "", trainee: trainee, mentor: "P1", link: .riskAssessment, on: day(on), minutes: 45,
        mode: .online, next: day(next))
    ])
  }

  private func plan(_ centre: Centre, lapse: Int? = nil) throws -> (draft: GuidanceDraft?, list: GuidanceList)
  {
    try centre.planGuidance(
      GuidanceOrder(mostStuck: 0, lapse: lapse), limits: SearchLimits(steps: 10), calendar: WorkingCalendar())
  }

  @Test func `a missed agreement is made up for soon, and one that is long past is asked about`() throws {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    // 71 days ago, 2 days ago, today, and in ten days.
    try agree("T1", on: "2026-02-20", next: "2026-02-28", in: centre)
    try agree("T2", on: "2026-05-01", next: "2026-05-08", in: centre)
    let list = try plan(centre, lapse: 60)
    #expect(list.list.lapsed.map(\.trainee) == ["T1"] && list.list.lapsed.map(\.waitingDays) == [71])
    let missed = try #require(list.list.needs.first { $0.trainee == "T2" })
    #expect(missed.wish == nil && missed.waitingDays == 2)
    #expect(missed.asked.english.contains("2 days ago") && missed.asked.chinese.contains("已过 2 天"))
    #expect(list.draft?.plan.meetings.map(\.need.trainee) == ["T2"])
    // The page names both, and nobody is dropped.
    let page = try centre.report(on: try #require(list.draft))
    #expect("\(page)".contains("Lapsed: ask the trainee first"))
    // Asked for so, the old one is planned as well.
    #expect(try plan(centre, lapse: 100).list.lapsed.isEmpty)
    #expect(try plan(centre, lapse: 1).list.lapsed.map(\.trainee) == ["T1", "T2"])
  }

  @Test func `what is agreed for today is neither planned nor dropped`() throws {
    let centre = try ExampleCentre.inForce().centre
    try agree("T2", on: "2026-05-01", next: "2026-05-10", in: centre)
    let list = try plan(centre)
    #expect(list.draft == nil && list.list.waiting.map(\.need.trainee) == ["T2"])
    #expect(list.list.waiting.first?.reason.english.contains("agreed for today") == true)
  }

  @Test func `sessions that break a rule are named before anything is planned`() throws {
    let example = try ExampleCentre.inForce()
    try agree("T2", on: "2026-05-01", next: "2026-05-12", in: example.centre)
    try example.importBundle([
      "rooms.csv": "room,site,name,capacity,features\nR8,S1,一号教室,30,consult\nR9,S1,二号教室,30,\n"
    ])
    do {
      _ = try plan(example.centre)
      Issue.record("planned beside a broken timetable")
    } catch let error as CentreError {
      let text = error.wording[.english]
      #expect(text.contains("the timetable breaks 7 rules"), "\(text)")
      #expect(text.contains("H4 class/第1班/想法/1: unknown room") && text.contains("mentoring/T1//1"), "\(text)")
      #expect(error.wording[.chinese].contains("H4") && text.contains("timetable repair"))
    }
  }

  @Test
  func
    `whom the pool appoints guides in the office without the role, and is no mentor of the bundle's requests`()
    throws
  {
    let example = try ExampleCentre.inForce()
    let centre = example.centre
    let today = try centre.today()
    func member(_ id: String) -> PoolEntry {
      PoolEntry(
        PoolMember(id: id, kinds: [.departmentExpert], links: [.financing], capacity: 5), name: "示例" + id,
        term: .init(from: today + -5, to: today + 10))
    }
    _ = try centre.openRequest(.fundRaising, for: "T2")
    let before = try plan(centre)
    #expect(before.draft?.plan.meetings.first?.row.people == ["P1"])
    _ = try centre.enter([member("P2"), member("E9")])
    let after = try plan(centre)
    let draft = try #require(after.draft)
    #expect(draft.plan.meetings.first?.row.people == ["P2"] && draft.plan.judgement.broken.isEmpty)
    #expect(after.list.appointed.planned == ["P2"] && after.list.appointed.leftOut.map(\.id) == ["E9"])
    #expect(draft.plan.bundle.mentoring.first { $0.trainee == "T1" }?.mentor == "P1")
    _ = try centre.publish()
    // The term is over, and what was published in it stands.
    example.machine.wait(days: 15)
    #expect(try plan(centre).list.appointed.planned.isEmpty)
    _ = try example.plan()
    #expect(try centre.publish().cancelled == 0)
  }
}
