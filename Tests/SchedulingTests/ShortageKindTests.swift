import Civil
import Testing

@testable import Scheduling

/// What makes the same people short beyond a count of their free periods.
@Suite struct ShortageKindTests {
  private func open(_ days: Set<Int>) -> WeeklyPattern {
    WeeklyPattern(open: (0..<7).map { days.contains($0) ? ["AM"] : [] })
  }

  private func excerpt(_ problem: Problem) -> Excerpt {
    let terrain = Terrain(problem, FactSources(problem))
    return Excerpt(terrain, Set(Universe(terrain: terrain).facts(of: Array(problem.series.indices))))
  }

  private func sessions(_ lengths: [Int], of series: Int) -> [Problem.Session] {
    lengths.enumerated().map { index, length in
      Problem.Session(
        series: series, order: index + 1, module: "m\(series)-\(index)", part: 1, periods: length,
        qualification: "law", features: [])
    }
  }

  private func lecturers(_ count: Int, open: WeeklyPattern? = nil, day: Int = 8, week: Int = 40) -> [Problem
    .Person]
  {
    (1...count).map { number in
      open.map { .example("L\(number)", holds: ["law"], day: day, week: week, open: $0) }
        ?? .example("L\(number)", holds: ["law"], day: day, week: week)
    }
  }

  @Test func `two sessions that each need more than half of the people are not held at once`() {
    var problem = Problem.example(
      people: lecturers(5, open: open([0, 1])),
      series: (0..<3).map { .example("C\($0)", latest: monday + 6) },
      sessions: (0..<3).flatMap { sessions([3], of: $0) })
    #expect(FlowBound(excerpt(problem)).gap(.teams) == nil)
    for index in problem.sessions.indices { problem.sessions[index].team = 3 }
    let short = excerpt(problem)
    #expect(short.wantTooMany(0, 1))
    #expect(FlowBound(short).gap(.people) == nil)
    let gap = FlowBound(short).gap(.teams)
    #expect(gap?.shortage == PeriodShortage(kind: .teams, needed: 9, offered: 6))
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.unexplained.isEmpty && explanation.conflicts.count == 1)
    #expect(explanation.conflicts.allSatisfy { $0.isMinimal && $0.facts.contains(.team(0)) })
    problem.people += [.example("L6", holds: ["law"])]
    #expect(FlowBound(excerpt(problem)).gap(.teams) == nil)
  }

  @Test func `a week that holds one session holds one however long it is`() {
    let problem = Problem.example(
      people: lecturers(2, week: 3),
      series: (0..<3).map { .example("C\($0)", latest: monday + 6) } + [.example("C3")],
      sessions: (0..<3).flatMap { sessions([2], of: $0) } + sessions([3], of: 3))
    let flow = FlowBound(excerpt(problem))
    #expect(flow.gap(.people) == nil)
    #expect(flow.gap(.people, ignoringBelow: 0)?.shortage.offered == 3)
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.conflicts.first?.series == [0, 1, 2])
    #expect(explanation.conflicts.allSatisfy { $0.isMinimal })
  }

  @Test func `a class takes the people of one morning for one session at a time`() {
    let problem = Problem.example(
      rooms: [.example("R1"), .example("R2")],
      people: lecturers(1, open: open([5, 6])) + [
        .example("L2", holds: ["law"], open: open([5])), .example("L3", holds: ["law"], open: open([5])),
      ],
      series: (0..<2).map { .example("C\($0)", latest: monday + 6) },
      sessions: sessions([4, 4], of: 0) + sessions([4, 4], of: 1))
    #expect(
      FlowBound(excerpt(problem)).gap(.people)?.shortage
        == PeriodShortage(kind: .people, needed: 16, offered: 12))
  }

  @Test func `whoever holds fewer periods a day than a session has is not counted for it`() {
    let problem = Problem.example(
      rooms: [.example("R1"), .example("R2")],
      people: lecturers(3, day: 3) + [.example("L4", holds: ["law"], day: 4)],
      series: (0..<2).map { .example("C\($0)", latest: monday) },
      sessions: sessions([4], of: 0) + sessions([4], of: 1))
    #expect(
      FlowBound(excerpt(problem)).gap(.people)?.shortage
        == PeriodShortage(kind: .people, needed: 8, offered: 4))
  }
}
