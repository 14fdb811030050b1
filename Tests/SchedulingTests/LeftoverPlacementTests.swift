import Civil
import Testing

@testable import Scheduling

/// Places found for what a search has left out.
@Suite struct LeftoverPlacementTests {
  private func step(_ session: Int, day: Int, position: Int) -> Replanner.Step {
    Replanner.Step(session: session, day: day, position: position, room: 0, people: [0])
  }

  /// So many classes of one session, each on one day or the next; with the last day as well, each has a place.
  private func queue(_ count: Int, lastDay: Int) -> Problem {
    let mornings = WeeklyPattern(open: Array(repeating: ["AM"], count: 7))
    return .example(
      people: [.example("L1")],
      series: (0..<count).map { index in
        .example(
          "C\(index)", open: mornings, earliest: monday + max(0, index - 1),
          latest: monday + min(index, lastDay))
      },
      sessions: (0..<count).map {
        Problem.Session(series: $0, module: "m\($0)", periods: 4, qualification: nil, features: [])
      })
  }

  @Test func `sessions move on so that the one left out has a place, and as many as can be are told`() {
    let problem = queue(6, lastDay: 5)
    let space = SearchSpace(problem, previous: [:])
    let position = space.grid.position(block: 0, first: 1) ?? -1
    let placed = (1..<6).map { step($0, day: $0 - 1, position: position) }
    let leftovers = LeftoverPlacement(space)
    leftovers.begin(with: placed)
    #expect(leftovers.placedCount == 5)
    for _ in 0..<20 { leftovers.advance() }
    #expect(leftovers.found.map(\.session) == Array(0..<6))
    #expect(leftovers.found.map(\.day) == Array(0..<6))
    let full = LeftoverPlacement(SearchSpace(queue(6, lastDay: 4), previous: [:]))
    full.begin(with: placed)
    for _ in 0..<20 { full.advance() }
    #expect(full.placedCount == 5)
  }

  @Test func `it begins at its step, goes on while it finds more, and then leaves the search alone for long`()
  {
    let problem = queue(6, lastDay: 4)
    let space = SearchSpace(problem, previous: [:])
    let position = space.grid.position(block: 0, first: 1) ?? -1
    var turns = LeftoverTurns(space)
    var placed = (1..<5).map { step($0, day: $0 - 1, position: position) }
    var worked: [Int] = []
    for step in 0..<600 where turns.isDue(at: step) {
      worked.append(step)
      if let found = turns.advance(at: step, from: { placed }) { placed = found }
    }
    // Four are given, five have a place, and six can have none.
    #expect(placed.count == 5)
    #expect(worked.first == 64)
    #expect(worked.count == 130)
    #expect(!worked.contains(300))
  }

  @Test(arguments: 1...60)
  func `a search places everything exactly where that can be done`(seed: Int) {
    var random = RandomSource(seed: UInt64(7000 + seed))
    let problem = Problem.tiny(&random)
    let solution = Solver(problem).solve(SearchLimits(steps: 400, verify: true), clock: { 0 })
    #expect(solution.discrepancy == nil)
    #expect(solution.unplaced.isEmpty == Enumeration(problem).canBePlanned)
  }

  @Test(arguments: 300..<310)
  func `a longer search breaks no hard rule, whatever is left out`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    var limits = SearchLimits(steps: 140, seed: 3, verify: true)
    let solution = Solver(problem).solve(limits, clock: { 0 })
    #expect(solution.discrepancy == nil)
    let timetable = Timetable(problem, solution.placements)
    for constraint in [Constraint].standard.hard {
      #expect(constraint.violations(in: timetable).isEmpty, "\(constraint.id)")
    }
    limits.verify = false
    #expect(solution.placements == Solver(problem).solve(limits, clock: { 0 }).placements)
  }
}
