import Civil
import Cohorts
import Courses
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct PlannerTests {
  private let monday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

  /// One class of two sessions, one mentoring request, one room and one desk.
  private func example() -> PlanningBundle {
    var bundle = PlanningBundle(centre: CentreSettings(name: "示例", planFrom: monday, planTo: monday + 13))
    bundle.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 4)]
    let always = WeeklyPattern.always(["AM"])
    bundle.sites = [Site(id: "S1", name: "示例培训点")]
    bundle.rooms = [
      Room(id: "R1", site: "S1", name: "教室", capacity: 30, open: always),
      Room(id: "D1", site: "S1", name: "咨询室", capacity: 4, features: ["consult"], open: always),
    ]
    bundle.courses = [Course(id: "SYB", name: "SYB")]
    bundle.modules = [Module(course: "SYB", order: 1, id: "想法/评估", name: "想法", periods: 6, sessionPeriods: 4)]
    bundle.people = [Person(id: "P1", name: "示例·讲师", roles: [.lecturer, .mentor], open: always)]
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: always)]
    bundle.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G")]
    bundle.trainees = [Trainee(id: "T1", name: "示例·学员", category: "graduate")]
    bundle.enrolments = [Enrolment(classID: "C1", trainee: "T1")]
    bundle.mentoring = [MentoringRequest(trainee: "T1", meetings: 1)]
    return bundle
  }

  private func solved() -> [TimetableRow] {
    Planner(example()).solve(SearchLimits(steps: 10), clock: { 0 }).rows
  }

  private func rules(_ rows: [TimetableRow]) -> [String] {
    Planner(example()).judge(rows).broken.map(\.constraint)
  }

  @Test func `a solution is complete, sorted and unbroken`() {
    let rows = solved()
    #expect(rows.count == 3)
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.date <= $1.date })
    #expect(rules(rows).isEmpty)
    #expect(Planner(example()).judge(rows).missing.isEmpty)
  }

  @Test func `a session keeps its id, whatever its module is called`() {
    let ids = solved().map(\.session)
    #expect(Set(ids) == ["C1/想法%2F评估/1", "C1/想法%2F评估/2", "T1/1"])
    #expect(Set(solved().map(\.session)) == Set(ids))
  }

  @Test func `a row that is wrong in itself breaks H0`() {
    var rows = solved()
    rows[0].periods = 3
    // Wrong length, and an end that does not fit it.
    #expect(rules(rows) == ["H0", "H0"])
    rows = solved()
    rows[1].session = rows[0].session
    #expect(rules(rows) == ["H0"])
    rows = solved()
    rows.append(rows[0])
    #expect(rules(rows) == ["H0"])
    rows = solved()
    rows[0].classID = "C9"
    rows[0].kind = .class
    #expect(rules(rows) == ["H0"])
  }

  @Test func `unknown blocks, rooms and people are found, and the session is missing without a place`() {
    var rows = solved()
    rows[0].block = "NIGHT"
    #expect(rules(rows) == ["H2"])
    #expect(Planner(example()).judge(rows).missing.count == 1)
    rows = solved()
    rows[0].room = "R9"
    #expect(rules(rows) == ["H4"])
    rows = solved()
    if let index = rows.firstIndex(where: { $0.kind == .class }) { rows[index].people = ["P9"] }
    #expect(rules(rows) == ["H5"])
  }

  @Test func `a row counts as moved when date, block, period, room or a person differs`() {
    let rows = solved()
    var old = rows
    old[0].date = old[0].date + 1
    old[1].room = "gone"
    let judgement = Planner(example()).judge(rows, previous: old)
    #expect(judgement.cost.first { $0.constraint == "moved" }?.count == 2)
    #expect(judgement.total == judgement.cost.reduce(0) { $0 + Double($1.count) * $1.weight })
  }

  @Test func `replanning keeps a published timetable that still holds`() {
    let rows = solved()
    let again = Planner(example()).solve(SearchLimits(steps: 10, seed: 9), previous: rows, clock: { 0 })
    #expect(again.rows == rows)
  }
}
