import Civil
import Cohorts
import Courses
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct ExplanationTests {
  private let monday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

  /// One class of two sessions in two weeks of mornings, one room, one lecturer.
  private func example() -> PlanningBundle {
    var bundle = PlanningBundle(centre: CentreSettings(name: "示例", planFrom: monday, planTo: monday + 13))
    bundle.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 4)]
    let always = WeeklyPattern.always(["AM"])
    bundle.sites = [Site(id: "S1", name: "示例培训点")]
    bundle.rooms = [Room(id: "R1", site: "S1", name: "教室", capacity: 30, open: always)]
    bundle.courses = [Course(id: "SYB", name: "SYB")]
    bundle.modules = [
      Module(course: "SYB", order: 1, id: "a", name: "a", periods: 8, sessionPeriods: 4, qualification: "SYB")
    ]
    bundle.people = [
      Person(id: "P1", name: "示例·讲师", roles: [.lecturer], qualifications: ["SYB"], open: always)
    ]
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: always)]
    bundle.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G")]
    return bundle
  }

  private func explain(_ bundle: PlanningBundle) -> BundleExplanation {
    Planner(bundle).explain(clock: { 0 })
  }

  private func cell(_ table: String, _ id: String, _ column: String, _ value: String) -> FactCell {
    FactCell(table: table, id: id, column: column, value: value)
  }

  @Test func `a bundle that can be planned has no conflict`() {
    let explanation = explain(example())
    #expect(explanation.isComplete && explanation.conflicts.isEmpty && explanation.unexplained.isEmpty)
  }

  @Test func `a lecturer's calendar against a class's dates is told cell by cell`() throws {
    var bundle = example()
    bundle.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G", latest: monday + 2)]
    bundle.busy["P1"] = [CivilMoment(monday)..<CivilMoment(monday + 2)]
    bundle.people.append(Person(id: "P2", name: "示例", roles: [.lecturer], open: .always(["AM"])))
    let explanation = explain(bundle)
    #expect(explanation.conflicts.count == 1)
    let conflict = try #require(explanation.conflicts.first)
    #expect(
      Set(conflict.facts) == [
        cell("classes", "C1", "class", "C1"), cell("classes", "C1", "latest", "2026-03-04"),
        cell("modules", "SYB/a", "periods", "8"), cell("modules", "SYB/a", "qualification", "SYB"),
        cell("people", "*", "qualifications", "SYB: P1"),
        cell("people", "P1", "calendar", "2026-03-02 00:00/2026-03-04 00:00"),
        cell("centre", "plan_from", "value", "2026-03-02"),
      ])
    #expect(conflict.rules == ["H2", "H5"])
    #expect(conflict.isMinimal)
    #expect(conflict.sentence.english.contains("only P1 holds SYB"))
    #expect(conflict.sentence.english.contains("4 periods free, 8 are needed"))
    #expect(conflict.sentence.chinese.contains("P1 日历上已有安排"))
    let first = try #require(conflict.relaxations.first)
    #expect(first.table == "classes" && first.column == "latest" && first.to == "2026-03-05")
  }

  @Test func `the cells of cohorts, pins and enrolments have their rows' keys`() throws {
    var bundle = example()
    bundle.cohorts = [
      Cohort(id: "G", name: "毕业生", category: "graduate", open: .always(["AM"]), maxPeriodsDay: 3)
    ]
    #expect(
      explain(bundle).conflicts.first?.facts.contains(cell("cohorts", "G", "max_periods_day", "3")) == true)
    bundle = example()
    bundle.pins = [
      Pin(classID: "C1", module: "a", part: 1, date: monday + 3),
      Pin(classID: "C1", module: "a", part: 2, date: monday + 1),
    ]
    let pinned = try #require(explain(bundle).conflicts.first)
    #expect(pinned.facts.contains(cell("pins", "C1/a/2", "date", "2026-03-03")))
    #expect(pinned.rules == ["H10"])
    #expect(pinned.relaxations.contains { $0.table == "pins" && $0.to.isEmpty })
  }
}
