import Civil
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct GuidancePlannerTests {
  private let monday = guidanceMonday
  private let bundle = PlanningBundle.guidanceExample()

  private func classes() -> [TimetableRow] {
    Planner(bundle).solve(SearchLimits(steps: 20), clock: { 0 }).rows
  }

  private func plan(
    _ needs: [GuidanceNeed], known: [TimetableRow]? = nil, weeks: Int = 4, slack: Int = 7,
    experts: [ServiceLink: Set<String>] = [:], bundle: PlanningBundle? = nil
  ) -> GuidancePlan {
    GuidancePlanner(
      bundle ?? self.bundle, known: known ?? classes(), days: monday...(monday + (7 * weeks - 1)),
      slack: slack,
      experts: experts
    ).plan(needs, parts: ["T1": 1_005], limits: SearchLimits(steps: 200), clock: { 0 })
  }

  @Test func `meetings stand beside the classes, which stay, and nothing is broken`() {
    let known = classes()
    let plan = plan((1...6).map { .example("T\($0)", wish: monday + $0) }, known: known)
    #expect(plan.meetings.count == 6 && plan.waiting.isEmpty && plan.judgement.broken.isEmpty)
    #expect(plan.rows.filter { $0.kind == .class } == known.filter { $0.kind == .class })
    #expect(plan.meetings.first { $0.need.trainee == "T1" }?.row.part == 1_005)
  }

  @Test func `desks are used only when they are open`() {
    let plan = plan((1...12).map { .example("T\($0)") })
    #expect(plan.meetings.count == 12)
    #expect(
      plan.meetings.allSatisfy {
        $0.row.room == "D1" && $0.row.block == "AM" && !$0.row.date.weekday.isWeekend
      })
  }

  @Test func `a wish for a day that is full moves by no more days than allowed`() {
    // A desk of four periods, one mentor: the fifth has to go to another day.
    let needs = (1...5).map { GuidanceNeed.example("T\($0)", by: "P2", wish: monday + 8) }
    let within = plan(needs, slack: 1)
    #expect(within.meetings.count == 5 && within.meetings.count { $0.isOnWish == true } == 4)
    #expect(within.meetings.allSatisfy { abs($0.row.date - (monday + 8)) <= 1 })
    let strict = plan(needs, slack: 0)
    #expect(strict.meetings.count == 4 && strict.waiting.count == 1)
  }

  @Test func `a wish for a holiday goes to the day after`() {
    var bundle = bundle
    bundle.calendar.add(.init(kind: .holiday, name: "假日"), on: monday + 8)
    let plan = plan([.example("T2", wish: monday + 8)], bundle: bundle)
    #expect(plan.meetings.first?.row.date == monday + 9)
  }

  @Test func `deadlines hold, and what is overdue comes in the first days`() {
    let plan = plan([
      .example("T2", to: monday + 2), .example("T3", from: monday + -30, to: monday + -20),
      .example("T4", from: monday + 40),
    ])
    #expect(plan.meetings.first { $0.need.trainee == "T2" }.map { $0.row.date <= monday + 2 } == true)
    let late = plan.meetings.first { $0.need.trainee == "T3" }
    #expect(late.map { $0.isLate && $0.row.date <= monday + 7 } == true)
    #expect(plan.waiting.map(\.need.trainee) == ["T4"])
  }

  @Test func `a trainee's needs are one meeting by somebody who can serve all of them`() {
    let plan = plan(
      [.example("T2", link: .financing), .example("T2", link: .riskAssessment)],
      experts: [.financing: ["P1", "P2"], .riskAssessment: ["P2"]])
    #expect(plan.meetings.count == 1 && plan.meetings.first?.row.people == ["P2"])
    #expect(plan.meetings.first?.need.reasons.count == 2)
  }

  @Test func `a second mentor, an unknown one and a lack of mentors are told`() {
    let plan = plan([.example("T2", by: "P1"), .example("T2", by: "P2"), .example("T3", by: "P9")])
    #expect(plan.meetings.count == 1 && plan.waiting.count == 2)
    #expect(plan.waiting.contains { $0.reason.english.contains("no mentor 'P9'") })
    #expect(plan.waiting.contains { $0.reason.english.contains("another mentor in this plan") })
    var bundle = bundle
    bundle.people = bundle.people.map { Person(id: $0.id, name: $0.name, roles: [.lecturer], open: $0.open) }
    let none = self.plan([.example("T2")], bundle: bundle)
    #expect(none.meetings.isEmpty && none.waiting[0].reason.english.contains("no mentor at all"))
  }

  @Test func `visits to one street are one trip, others are not, and the saving is what is not travelled`() {
    let plan = plan([
      .example("T2", .visit, by: "P2", wish: monday + 9, area: "610113001"),
      .example("T3", .visit, by: "P2", area: "610113001002"),
      .example("T4", .visit, by: "P2", area: "610113002"),
      .example("T5", by: "P2", area: "610113001"),
    ])
    #expect(plan.meetings.count == 4 && plan.judgement.broken.isEmpty)
    // T3 wants to be visited in the first week, and T2 in the second: each goes its own way.
    #expect(plan.meetings.first { $0.need.trainee == "T2" }?.row.date == monday + 9)
    let together = self.plan([
      .example("T2", .visit, by: "P2", wish: monday + 5, area: "610113001"),
      .example("T3", .visit, by: "P2", area: "610113001002"),
    ])
    #expect(together.trips.map(\.trainees.count) == [2])
    #expect(together.trips.first?.savedMinutes == 30 && together.trips.first?.travelMinutes == 90)
    #expect(together.trips.first?.date == monday + 5)
  }

  @Test func `a mentor's own calendar and classes are kept free of meetings`() {
    var bundle = bundle
    bundle.busy["P2"] = [CivilMoment(monday)..<CivilMoment(monday + 3)]
    let plan = plan(
      [.example("T2", by: "P2"), .example("T3", .online, by: "P1", to: monday)], bundle: bundle)
    #expect(plan.meetings.first { $0.need.trainee == "T2" }.map { $0.row.date >= monday + 3 } == true)
    #expect(plan.judgement.broken.isEmpty && plan.meetings.count == 2)
  }

  @Test func `the same input gives the same plan`() {
    let needs = (1...20).map {
      GuidanceNeed.example("T\($0)", $0.isMultiple(of: 3) ? .visit : .office, area: "610113001")
    }
    let known = classes()
    #expect(plan(needs, known: known).rows == plan(needs.reversed(), known: known).rows)
  }

  @Test func `with everything free the classes may move, and still nothing is broken`() {
    let known = classes()
    let plan = GuidancePlanner(bundle, known: known, keepsKnown: false, days: monday...(monday + 27))
      .plan([.example("T2", by: "P1", wish: known[0].date)], limits: SearchLimits(steps: 200), clock: { 0 })
    #expect(plan.judgement.broken.isEmpty && plan.judgement.missing.isEmpty)
  }

  @Test func `tables for a bundle count one meeting a trainee from 1, and the planner accepts them`() {
    var bundle = bundle
    bundle.mentoring = [MentoringRequest(trainee: "T9", meetings: 2)]
    let known = Planner(bundle).solve(SearchLimits(steps: 20), clock: { 0 }).rows
    let first = plan([.example("T1")], known: known, bundle: bundle)
    var second = first.bundle
    second.mentoring = second.mentoring.map { request in
      guard let row = first.rows.first(where: { $0.trainee == request.trainee }), request.firstPart > 1 else {
        return request
      }
      var request = request
      request.candidates = Set(row.people)
      return request
    }
    let again = GuidancePlanner(second, known: first.rows, days: (monday + 14)...(monday + 27)).plan(
      [.example("T1", wish: monday + 15)], parts: ["T1": 1_006], limits: SearchLimits(steps: 200),
      clock: { 0 })
    let tables = GuidanceExport(again.bundle, again.rows)
    bundle.mentoring = tables.mentoring
    let judgement = Planner(bundle).judge(tables.rows)
    #expect(judgement.broken.isEmpty && judgement.missing.isEmpty)
    #expect(tables.mentoring.map(\.trainee).sorted() == ["T1", "T9"])
    #expect(tables.rows.count == again.rows.count - 1)
  }
}
