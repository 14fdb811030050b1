import Civil
import Cohorts
import Courses
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct FormingCapacityTests {
  private let march = CivilDate("2026-03-01") ?? CivilDate(daysSinceEpoch: 0)
  private var months: [CivilDate] { [march, march.adding(months: 1)] }
  private var horizon: CivilDate { march.adding(months: 2) }

  /// A course of 56 periods, mornings of four periods on every day, one room, one lecturer of 20 periods a week.
  private func bundle(week: Int = 40) -> PlanningBundle {
    var bundle = PlanningBundle.capacityExample(days: 60, classes: 0)
    bundle.people = [.lecturer("P1", holds: ["SYB"], week: week)]
    bundle.rooms = [Room(id: "R1", site: "S1", name: "教室", capacity: 30, open: .always(["AM"]))]
    bundle.modules = [.example(1, "M1", 56, holds: "SYB")]
    return bundle
  }

  private func most(_ bundle: PlanningBundle, _ name: String, rows: [TimetableRow] = []) -> [Int]? {
    bundle.formingLimits(of: bundle.classOffers(), months: months, horizon: horizon, rows: rows)
      .first { $0.name.english == name }?.most
  }

  @Test func `a room's open periods in a month say how many classes may begin in it`() {
    // March has 31 mornings of four periods, 124, of which a class takes 56.
    #expect(most(bundle(), "rooms of 示例培训点") == [2, 2])
    var smaller = bundle()
    smaller.rooms += [Room(id: "R2", site: "S1", name: "小教室", capacity: 12, open: .always(["AM"]))]
    #expect(most(smaller, "rooms of 示例培训点") == [2, 2])
    smaller.rooms += [Room(id: "R3", site: "S1", name: "大教室", capacity: 30, open: .always(["AM"]))]
    #expect(most(smaller, "rooms of 示例培训点") == [4, 4])
  }

  @Test func `lecturers give no more than their week allows`() {
    // March 2026 lies in six ISO weeks, the first with its Sunday alone.
    #expect(most(bundle(week: 12), "lecturers of SYB") == [1, 1])
    #expect(most(bundle(), "lecturers of SYB") == [2, 2])
    var without = bundle()
    without.people = [.lecturer("P1", holds: ["GYB"])]
    #expect(most(without, "lecturers of SYB") == [0, 0])
  }

  @Test func `what the timetable in force holds is taken off`() {
    let rows = (0..<10).map { day in
      TimetableRow(
        session: "s\(day)", kind: .class, classID: "X", module: "M1", part: day + 1, trainee: "",
        date: march + 1 + day, block: "AM", firstPeriod: 1, periods: 4, start: ClockTime(minutes: 510),
        end: ClockTime(minutes: 720), site: "S1", room: "R1", people: ["P1"])
    }
    // 124 less 40 leaves one class of 56 periods.
    #expect(most(bundle(), "rooms of 示例培训点", rows: rows) == [1, 2])
    #expect(most(bundle(), "lecturers of SYB", rows: rows) == [1, 2])
  }

  @Test func `a class without a timetable is counted over its days`() {
    var held = bundle()
    held.classes = [
      TrainingClass(
        id: "X", course: "SYB", cohort: "G", site: "S1", size: 20, earliest: march + 1,
        latest: march + 30)
    ]
    #expect(most(held, "rooms of 示例培训点") == [1, 2])
  }

  @Test func `classes that cannot be planned together are formed no more`() throws {
    // One lecturer of 20 periods a week: of two classes that begin together only one can be held within four weeks.
    var tight = bundle(week: 20)
    tight.centre.planFrom = march
    tight.centre.planTo = horizon
    let offers = tight.classOffers()
    let intents = (0..<40).map { number in
      Intent(
        id: "Y\(padded(number, 2))", name: "示例\(number)", birthDate: march + -10_000,
        categories: ["graduate"],
        wish: "开店", programme: "OTHER", surveyedOn: march + (-1 - number),
        entry: Entry(on: march + -1, by: "示例"))
    }
    let stamp = RuleStamp(
      name: Wording(zh: "示例", en: "example"), version: "1", from: march + -3000, source: "made up")
    let sizes = ClassRule(
      stamp: stamp, periodMinutes: 45, periodsPerHalfDay: 4, periodsPerEvening: 4, lengths: [],
      leastTrainees: 20, usualTrainees: 20, mostTrainees: 20, leastLecturers: 1)
    let anybody = EligibilityRegulation(
      id: "all", name: stamp.name, area: .nation, from: march + -3000, source: "made up",
      rules: [EligibilityRule(id: "all", programmes: [.other])])
    let rules = FormingRules(
      offers: offers, courses: tight.courses, cohorts: tight.cohorts,
      eligibility: EligibilityRegulations([anybody]), entry: nil, date: march, area: .nation)
    let planner = FormingPlanner(
      tight, offers: offers, months: months,
      trainees: Dictionary(
        uniqueKeysWithValues: intents.map { ($0.id, Trainee(id: $0.id, name: $0.name, category: "graduate")) }
      ),
      rows: [])
    let planned = planner.plan([], SearchLimits(steps: 20_000, seed: 1), clock: { 0 }) { limits in
      FormingProposal(
        intents, facts: [:], rules: rules, sizes: sizes, months: months, horizon: horizon, limits: limits)
    }
    guard case .planned(let sessions) = planned.proof else {
      Issue.record("a timetable is found: \(planned.proof)")
      return
    }
    #expect(planned.rounds >= 1 && planned.proposal.classes.count == 2)
    #expect(planned.proposal.classes.map(\.start) == months)
    #expect(sessions == 28 && planned.ownUnplaced == 0)
    #expect(Planner(planned.bundle).bundle.centre.planTo >= horizon)
  }
}
