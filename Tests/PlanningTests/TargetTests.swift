import Civil
import Cohorts
import Courses
import Scheduling
import Testing

@testable import Planning

@Suite struct TargetTests {
  /// One class of four periods in five mornings, which one lecturer holds.
  private func example() -> PlanningBundle {
    var bundle = PlanningBundle.capacityExample(days: 5)
    bundle.modules = [.example(1, "想法", 4)]
    return bundle
  }

  private func answer(_ bundle: PlanningBundle, _ trainees: Int, days: Int = 5, steps: Int = 40)
    -> TargetAnswer
  {
    let question = TargetQuestion(
      trainees: trainees, by: capacityMonday + (days - 1), course: "SYB", cohort: "G")
    return Planner(bundle).answer(question, SearchLimits(steps: steps, seed: 1), clock: { 0 })
  }

  /// The bundle with the classes of the answer's timetable, and how they are judged there.
  private func judged(_ bundle: PlanningBundle, _ answer: TargetAnswer) -> Judgement {
    let sizes = bundle.newClassIDs(answer.classesPlanned).map { (id: $0, size: answer.classSize) }
    return Planner(bundle.adding(sizes, for: answer.question)).judge(answer.rows)
  }

  @Test func `a target within reach is answered by classes of a complete timetable`() {
    let bundle = example()
    let answer = answer(bundle, 50)
    #expect(answer.verdict == .planned)
    #expect((answer.classSize, answer.classesNeeded) == (30, 2))
    #expect(answer.plan.map(\.trainees) == [25, 25])
    #expect(
      answer.plan.allSatisfy { $0.site == "S1" && $0.from >= capacityMonday && $0.to <= answer.question.by })
    // Five mornings of one lecturer, of which the bundle's class takes one.
    #expect((answer.classesAtMost, answer.classesPlanned) == (4, 4))
    let judgement = judged(bundle, answer)
    #expect(judgement.broken.isEmpty && judgement.missing.isEmpty && judgement.sessions == 5)
  }

  @Test func `a target out of reach is answered by a proof of what is short`() throws {
    let answer = answer(example(), 121)
    #expect(answer.verdict == .excluded && answer.traineesAtMost == 120 && answer.traineesPlanned == 120)
    let shortage = try #require(answer.shortages.first)
    #expect((shortage.need, shortage.supply) == (24, 20))
    #expect(shortage.shares.map(\.id) == ["P1"])
    #expect(shortage.classes.map(\.id) == ["N01…N05", "C1"])
    #expect(answer.conclusion.english.hasPrefix("Out of reach, proved: 4 classes more at most"))
  }

  @Test func `what neither plan nor proof decides is left open`() {
    // A lecturer of another site: there is no time to travel, which the count does not see.
    var bundle = example()
    bundle.blocks = [
      Block(id: "AM", start: ClockTime(minutes: 510), periods: 2),
      Block(id: "NOON", start: ClockTime(minutes: 615), periods: 2),
    ]
    bundle.modules = [.example(1, "想法", 2)]
    bundle.centre.planTo = capacityMonday
    bundle.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G", site: "S1", size: 20)]
    bundle.sites.append(Site(id: "S2", name: "另一培训点"))
    bundle.rooms = [
      Room(id: "R1", site: "S1", name: "教室", capacity: 20, open: .always(["AM", "NOON"])),
      Room(id: "R2", site: "S2", name: "教室", capacity: 30, open: .always(["AM", "NOON"])),
    ]
    let both = WeeklyPattern.always(["AM", "NOON"])
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: both)]
    bundle.people = [.lecturer("P1", open: both)]
    let answer = answer(bundle, 10, days: 1)
    #expect(answer.verdict == .open)
    #expect((answer.classesAtMost, answer.classesPlanned) == (1, 0))
    #expect(answer.plan.isEmpty && answer.unplaced == 0)
  }

  @Test func `a date after the plan gives the new classes more days and the old ones none`() {
    var bundle = example()
    bundle.centre.planTo = capacityMonday
    let answer = answer(bundle, 300, days: 11, steps: 60)
    #expect(answer.verdict == .planned && answer.classesAtMost == 10)
    #expect(answer.rows.first { $0.classID == "C1" }?.date == capacityMonday)
  }

  @Test func `a class is as large as its course and the best site allow`() {
    var bundle = example()
    #expect(bundle.classSize(of: "SYB") == 30)
    bundle.modules = [.example(1, "想法", 4, features: ["pc"])]
    #expect(bundle.classSize(of: "SYB") == 0)
    #expect(answer(bundle, 1).verdict == .excluded)
    bundle.rooms.append(
      Room(id: "R3", site: "S1", name: "机房", capacity: 18, features: ["pc"], open: .always(["AM"])))
    #expect(bundle.classSize(of: "SYB") == 18)
    bundle.courses = [Course(id: "SYB", name: "SYB", maxClassSize: 12)]
    #expect(bundle.classSize(of: "SYB") == 12)
  }

  @Test func `a bundle that is short by itself bears no class more`() {
    var bundle = example()
    bundle.modules = [.example(1, "想法", 24)]
    let answer = answer(bundle, 10)
    #expect(answer.verdict == .excluded && answer.classesAtMost == 0 && answer.rows.isEmpty)
    #expect(answer.shortages.map(\.kind).contains(.classTime))
  }

  @Test func `the course and cohort of most classes are the usual ones`() {
    var bundle = PlanningBundle.capacityExample(days: 5, classes: 0)
    bundle.courses.append(Course(id: "GYB", name: "GYB"))
    bundle.cohorts.append(Cohort(id: "H", name: "返乡", category: "graduate", open: .always(["AM"])))
    #expect(bundle.commonCourse == "SYB" && bundle.commonCohort(of: "GYB") == "G")
    bundle.classes = [("N1", "GYB", "H"), ("C2", "GYB", "H"), ("C3", "SYB", "G")].map {
      TrainingClass(id: $0.0, course: $0.1, cohort: $0.2)
    }
    #expect(bundle.commonCourse == "GYB" && bundle.commonCohort(of: "GYB") == "H")
    #expect(bundle.newClassIDs(2) == ["NN01", "NN02"])
  }

  @Test func `the same steps and seed give the same plan`() {
    let (one, other) = (answer(example(), 90), answer(example(), 90))
    #expect(one.rows == other.rows && one.plan == other.plan && one.steps == other.steps)
  }
}
