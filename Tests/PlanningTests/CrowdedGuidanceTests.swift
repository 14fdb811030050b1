import Civil
import Mentors
import Scheduling
import Testing

@testable import Planning

@Suite struct CrowdedGuidanceTests {
  private let monday = guidanceMonday

  private func plan(
    _ needs: [GuidanceNeed], _ bundle: PlanningBundle, known: [TimetableRow], weeks: Int = 2, slack: Int = 0
  ) -> GuidancePlan {
    GuidancePlanner(bundle, known: known, days: monday...(monday + (7 * weeks - 1)), slack: slack)
      .plan(needs, parts: [:], limits: SearchLimits(steps: 50), clock: { 0 })
  }

  @Test(arguments: 1..<6)
  func `no session that stands is lost or moved, however many ask for its time`(_ seed: Int) {
    var bundle = PlanningBundle.guidanceExample(days: 14)
    // Ten meetings published on any day of two weeks, twenty more asked for on two of its days.
    bundle.mentoring = (20..<30).map {
      MentoringRequest(trainee: "T\($0)", mentor: "P2", meetings: 1, periods: 1 + ($0 + seed) % 2)
    }
    let known = Planner(bundle).solve(SearchLimits(steps: 60, seed: UInt64(seed)), clock: { 0 }).rows
    #expect(known.count == 12)
    let busiest = known.filter { $0.kind == .mentoring }.map(\.date)
    let needs = (1..<20).map {
      GuidanceNeed.example("T\($0)", by: "P2", wish: busiest[$0 % busiest.count], minutes: 45 * (1 + $0 % 2))
    }
    let plan = plan(needs, bundle, known: known)
    #expect(plan.rows.filter { row in known.contains { $0.session == row.session } } == known)
    #expect(plan.judgement.broken.isEmpty && plan.judgement.missing.count == plan.waiting.count)
    #expect(plan.unplaced.isEmpty && plan.meetings.count + plan.waiting.count == needs.count)
    #expect(!plan.waiting.isEmpty)
  }

  @Test func `sessions that a timetable lacks are not planned with the guidance`() {
    let bundle = PlanningBundle.guidanceExample()
    let known = Planner(bundle).solve(SearchLimits(steps: 20), clock: { 0 }).rows
    let plan = plan([.example("T2")], bundle, known: Array(known.prefix(1)))
    #expect(plan.rows.count == 2 && plan.meetings.count == 1 && plan.unplaced.isEmpty)
  }

  @Test
  func `of those who ask for too few periods the more pressing are served, and the others told how many`() {
    let bundle = PlanningBundle.guidanceExample(days: 14)
    let day = monday + 8
    let needs = (1...7).map {
      GuidanceNeed(
        trainee: "T\($0)", link: .financing, mentor: "P2", minutes: 45, wish: day, earliest: monday,
        reasons: [$0 == 7 ? .request("help-T7-r1", due: nil) : .agreed("G\($0)", on: day)])
    }
    let plan = plan(needs, bundle, known: [])
    #expect(plan.meetings.map(\.need.trainee).sorted() == ["T1", "T2", "T3", "T7"])
    #expect(plan.waiting.map(\.need.trainee) == ["T4", "T5", "T6"])
    for one in plan.waiting {
      #expect(one.reason.english.contains("can hold 4 more meetings on 2026-03-10"), "\(one.reason.english)")
      #expect(one.reason.english.contains("7 are wanted, 3 too many"))
      #expect(one.reason.chinese.contains("至多还能指导 4 次"))
    }
  }

  @Test func `who cannot meet at all is told what stands against it and what would help`() {
    var bundle = PlanningBundle.guidanceExample(days: 14)
    let afternoons = WeeklyPattern(open: Weekday.allCases.map { _ in ["PM"] })
    bundle.people[1] = Person(id: "P2", name: "示例·导师", roles: [.mentor], open: afternoons)
    let plan = plan([.example("T2", by: "P2", wish: monday + 1)], bundle, known: [])
    #expect(plan.meetings.isEmpty && plan.waiting.count == 1)
    let reason = plan.waiting.first?.reason
    #expect(
      reason?.english.contains("the hours of") == true && reason?.english.contains("desks are closed") == true
    )
    #expect(reason?.chinese.contains("窗口不开放") == true && reason?.chinese.contains("延长窗口开放时间") == true)
  }

  @Test func `what was agreed long ago does not push out what is agreed for a day to come`() {
    let bundle = PlanningBundle.guidanceExample(days: 14)
    let day = monday + 1
    func need(_ trainee: Int, agreed on: CivilDate) -> GuidanceNeed {
      GuidanceNeed(
        trainee: "T\(trainee)", link: .financing, mentor: "P2", minutes: 45, wish: on < monday ? nil : on,
        earliest: monday, reasons: [.agreed("G\(trainee)", on: on)])
    }
    // Four periods of the desk a day: the old ones could all have the second day, but for those of that day.
    let needs = (1...8).map { need($0, agreed: monday + (-40 - $0)) } + (9...12).map { need($0, agreed: day) }
    let plan = plan(needs, bundle, known: [], weeks: 1)
    #expect(plan.waiting.isEmpty)
    #expect(plan.meetings.filter { $0.need.wish != nil }.allSatisfy { $0.row.date == day })
  }
}
