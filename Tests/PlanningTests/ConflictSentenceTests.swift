import Civil
import Cohorts
import Courses
import Mentors
import Testing

@testable import Planning
@testable import Scheduling

/// What many cells say together.
@Suite struct ConflictSentenceTests {
  private let monday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

  /// So many classes and requests for mentoring; each class ends a day after the one before, as far as `days` go.
  private func names(_ count: Int, days: Int) -> FactNames {
    var bundle = PlanningBundle(centre: CentreSettings(name: "示例", planFrom: monday, planTo: monday + 40))
    bundle.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 4)]
    bundle.courses = [Course(id: "SYB", name: "SYB")]
    bundle.modules = [Module(course: "SYB", order: 1, id: "a", name: "a", periods: 8, sessionPeriods: 4)]
    bundle.people = (1...3).map {
      Person(
        id: "P\($0)", name: "示例", roles: [.lecturer, .mentor], maxPeriodsWeek: 6, open: .always(["AM"]))
    }
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: .always(["AM"]))]
    bundle.classes = (0..<count).map {
      TrainingClass(id: "C\($0)", course: "SYB", cohort: "G", latest: monday + 2 + min($0, days))
    }
    bundle.trainees = (0..<count).map { Trainee(id: "T\($0)", name: "示例", category: "graduate") }
    bundle.mentoring = (0..<count).map {
      MentoringRequest(trainee: "T\($0)", meetings: $0 == 0 ? 2 : 3, periods: 2, mode: .office)
    }
    return FactNames(bundle: bundle, problem: ClassProblem(bundle).problem)
  }

  private func sentence(_ names: FactNames, _ facts: [Fact]) -> Wording {
    ConflictSentence(
      names: names, conflict: Conflict(facts: facts, isMinimal: true, relaxations: [], shortage: nil)
    ).wording
  }

  @Test func `cells that say the same of different rows are told once`() {
    let names = names(3, days: 1)
    let latest = sentence(names, (0..<3).map { .latest($0) })
    #expect(
      latest.english.contains("C0 ends on 2026-03-04 at the latest; C1, C2 end on 2026-03-05 at the latest"))
    #expect(latest.chinese.contains("C0 最迟 2026-03-04 结束；C1、C2 最迟 2026-03-05 结束"))
    let weeks = sentence(names, [.personWeek(0), .personWeek(1), .personWeek(2)])
    #expect(weeks.english.hasPrefix("P1, P2, P3 hold at most 6 periods a week each."))
    #expect(weeks.chinese.hasPrefix("P1、P2、P3 每人每周最多 6 课时。"))
    #expect(sentence(names, [.personWeek(1)]).chinese.hasPrefix("P2 每周最多 6 课时。"))
  }

  @Test func `many values are told by the first, and how many there are`() {
    let names = names(9, days: 9)
    let latest = sentence(names, (0..<9).map { .latest($0) })
    #expect(
      latest.english.contains(
        "C0, C1, C2, C3, C4, C5, C6, C7 … (9) end on 2026-03-04, 2026-03-05, 2026-03-06 … (9) at the latest"))
    #expect(latest.chinese.contains("… (9) 最迟 2026-03-04、2026-03-05、2026-03-06 … (9) 结束"))
    let few = sentence(names, (0..<4).map { .latest($0) })
    #expect(few.english.contains("C3 ends on 2026-03-07 at the latest"))
  }

  @Test func `requests for as many meetings are told together`() {
    let names = names(3, days: 1)
    let held = sentence(names, (3..<6).map { .held($0) } + [.mode(4), .mode(5)])
    #expect(
      held.english.hasPrefix(
        "Trainee T0 wants 2 meetings of 2 periods; trainees T1, T2 want 3 meetings of 2 periods each; "
          + "the meetings of T1, T2 are in the office."))
    #expect(held.chinese.hasPrefix("学员 T0 需辅导 2 次，每次 2 课时；学员 T1、T2 各需辅导 3 次，每次 2 课时；"))
  }
}
