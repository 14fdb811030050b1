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

  private func limits(_ bundle: PlanningBundle) -> [FormingLimit] {
    bundle.formingLimits(of: bundle.classOffers(), months: months, least: 20)
  }

  /// Classes that the limits of exactly these months allow.
  private func bears(_ bundle: PlanningBundle, _ months: Range<Int> = 0..<1) -> Int? {
    limits(bundle).filter { $0.months == months }.compactMap { limit in
      limit.needs.values.max().map { limit.most / $0 }
    }.min()
  }

  @Test func `a room's open periods say how many classes may begin in a month`() {
    // A class of March is held until 11 April at the latest: 42 mornings of four periods, of which it takes 56.
    #expect(bears(bundle()) == 3)
    // Classes of both months have 73 mornings, not twice 42.
    #expect(bears(bundle(), 0..<2) == 5)
    var more = bundle()
    more.people += [.lecturer("P2", holds: ["SYB"])]
    more.rooms += [Room(id: "R2", site: "S1", name: "小教室", capacity: 12, open: .always(["AM"]))]
    #expect(bears(more) == 3 && limits(more).contains { $0.name.english == "rooms of 示例培训点" })
    more.rooms += [Room(id: "R3", site: "S1", name: "大教室", capacity: 30, open: .always(["AM"]))]
    #expect(bears(more) == 6 && bears(more, 0..<2) == 10)
  }

  @Test func `lecturers give no more than their week allows, and only what they are qualified for`() {
    // The days lie in seven ISO weeks, the first with its Sunday alone: 4 and six times 12 periods.
    #expect(bears(bundle(week: 12)) == 1)
    // Sessions of four periods fill eight of eleven.
    #expect(bears(bundle(week: 11)) == 0)
    var without = bundle()
    without.people = [.lecturer("P1", holds: ["GYB"])]
    #expect(bears(without) == 0)
    #expect(limits(without).first?.name.english == "lecturers holding SYB")
  }

  @Test func `who holds a scarce qualification is counted for all that only these people can hold`() {
    var two = bundle()
    two.modules = [.example(1, "M1", 56, holds: "SYB"), .example(2, "M2", 20, holds: "财政")]
    two.rooms += ["R2", "R3"].map {
      Room(id: $0, site: "S1", name: "教室", capacity: 30, open: .always(["AM"]))
    }
    two.people = [.lecturer("P1", holds: ["SYB", "财政"]), .lecturer("P2", holds: ["SYB"])]
    // A class of 76 periods is held within 52 days: together the two give 416 periods.
    #expect(bears(two) == 5)
    // With another for the second step, the two hold 56 periods of a class, for which there are again 416.
    two.people += [.lecturer("P3", holds: ["财政"])]
    #expect(bears(two) == 7)
  }

  @Test func `the centre's own classes are counted where their dates leave no other time`() {
    func with(latest: CivilDate) -> PlanningBundle {
      var held = bundle()
      held.classes = [
        TrainingClass(
          id: "X", course: "SYB", cohort: "G", site: "S1", size: 20, earliest: march + 1, latest: latest)
      ]
      return held
    }
    #expect(bears(with(latest: march + 30)) == 2)
    #expect(bears(with(latest: march + 60)) == 3)
  }

  @Test(arguments: 0..<20) func `every complete timetable keeps the limits`(_ seed: Int) {
    var random = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func draw(_ range: ClosedRange<Int>) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int((random >> 33) % UInt64(range.count))
    }
    var made = bundle(week: draw(6...24))
    made.centre.planFrom = march
    made.modules = [
      .example(1, "M1", draw(4...20), session: draw(2...4), holds: "SYB"),
      .example(2, "M2", draw(2...8), session: draw(2...4), holds: "税务"),
    ]
    made.people += [.lecturer("P2", holds: draw(0...1) == 0 ? ["税务"] : ["税务", "SYB"], week: draw(4...16))]
    let offers = made.classOffers()
    let classes = (0..<draw(2...8)).map { number in
      FormingProposal.ProposedClass(
        id: "N\(number)", offer: offers[0], start: months[draw(0...1)],
        intents: [])
    }
    var wider = made.adding(classes, trainees: [:])
    wider.classes = wider.classes.map {
      TrainingClass(
        id: $0.id, course: $0.course, cohort: $0.cohort, site: $0.site, size: 20, earliest: $0.earliest,
        latest: $0.latest)
    }
    let found = Planner(wider).solve(SearchLimits(steps: 60, untilComplete: true), clock: { 0 })
    guard found.unplaced.isEmpty else { return }
    for limit in limits(made) {
      let used =
        classes.filter { one in months.firstIndex(of: one.start).map(limit.months.contains) ?? false }
        .count * (limit.needs[0] ?? 0)
      #expect(used <= limit.most, "\(limit.name.english)")
    }
  }

  // MARK: Planning what is formed

  /// Two classes of 20 that want to begin, where no more people are left.
  private func planned(_ tight: PlanningBundle, _ limits: [FormingLimit]) -> PlannedProposal {
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
    return planner.plan(limits, SearchLimits(steps: 100, seed: 1), clock: { 0 }) { limits, progress in
      FormingProposal(
        intents, facts: [:], rules: rules, sizes: sizes, months: months, horizon: horizon, limits: limits,
        progress: progress)
    }
  }

  private func tight(week: Int) -> PlanningBundle {
    var tight = bundle(week: week)
    tight.centre.planFrom = march
    tight.centre.planTo = horizon + 14
    return tight
  }

  @Test func `a class that finds no place in its month is planned in the next`() {
    let found = planned(tight(week: 16), [])
    #expect(found.proof == .planned(sessions: 28) && found.ownUnplaced == 0 && found.rounds >= 1)
    #expect(found.proposal.classes.map(\.start) == months && found.proposal.leftOver.isEmpty)
    #expect(found.countedClasses == 2 && found.countedPeople == 40)
    let judgement = Planner(found.bundle).judge(found.rows)
    #expect(judgement.broken.isEmpty && judgement.missing.isEmpty)
  }

  @Test func `what a search did not find is not said to be proved, and what is counted is`() {
    let searched = planned(tight(week: 6), [])
    #expect(searched.proposal.classes.isEmpty && searched.proof == .planned(sessions: 0))
    let found = searched.proposal.leftOver.map { self.grounds(of: $0.reason) }
    #expect(found.count == 40 && found.allSatisfy { $0 == [.notFound] })
    let counted = planned(tight(week: 6), limits(tight(week: 6)))
    #expect(counted.countedClasses == 0)
    #expect(counted.proposal.leftOver.allSatisfy { self.grounds(of: $0.reason) == [.proved] })
  }

  private func grounds(of reason: FormingProposal.Reason) -> Set<FormingLimit.Ground> {
    guard case .left(.noCapacity(let limits)) = reason else { return [] }
    return Set(limits.map(\.ground))
  }

  @Test func `who is needed for what few can teach is spared, where others are left`() {
    var two = bundle()
    two.modules = [.example(1, "M1", 16, holds: "SYB"), .example(2, "M2", 12, holds: "财政")]
    two.people = [.lecturer("P1", holds: ["SYB", "财政"]), .lecturer("P2", holds: ["SYB"])]
    two.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G", site: "S1", size: 20)]
    let problem = ClassProblem(two).problem
    let scarce = ScarceLecturers(problem)
    // 16 periods are more of P2's time than 12 of P1's: without P1 the common course would run short first.
    #expect(scarce.spared.isEmpty)
    two.modules = [.example(1, "M1", 12, holds: "SYB"), .example(2, "M2", 12, holds: "财政")]
    let even = ClassProblem(two).problem
    let spared = ScarceLecturers(even)
    #expect(spared.spared == ["SYB": [0]])
    let narrower = spared.sparing(even) { _ in true }
    let first = narrower.sessions.indices.filter { narrower.sessions[$0].module == "M1" }
    #expect(first.allSatisfy { !narrower.isEligible(0, for: $0) && narrower.isEligible(1, for: $0) })
    let second = narrower.sessions.indices.filter { narrower.sessions[$0].module == "M2" }
    #expect(second.allSatisfy { narrower.isEligible(0, for: $0) })
    let none = spared.sparing(even) { _ in false }
    #expect(none.sessions.indices.allSatisfy { none.isEligible(0, for: $0) })
  }
}
