import Civil
import Testing

@testable import Scheduling

@Suite struct SolverTests {
  private func solve(_ problem: Problem, steps: Int = 60, threads: Int = 1, previous: [Int: Placement] = [:])
    -> Solution
  {
    Solver(problem, previous: previous).solve(
      SearchLimits(steps: steps, seed: 7, threads: threads), clock: { 0 })
  }

  @Test(arguments: 100..<140) func `a solution breaks no hard rule, and its cost is the readable one`(
    seed: Int
  ) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    let solution = solve(problem)
    let timetable = Timetable(problem, solution.placements)
    for constraint in [Constraint].standard.hard {
      #expect(constraint.violations(in: timetable).isEmpty, "\(constraint.id)")
    }
    let cost = [Constraint].standard.soft.reduce(0) {
      $0 + Double($1.total(in: timetable)) * Weights.standard[$1]
    }
    #expect(cost == solution.cost)
    #expect(solution.placements.count + solution.unplaced.count == problem.sessions.count)
  }

  @Test(arguments: [200, 201, 202])
  func `the same seed and steps give the same timetable on any number of threads`(
    seed: Int
  ) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    let one = solve(problem, threads: 1)
    #expect(one.placements == solve(problem, threads: 2).placements)
    #expect(one.placements == solve(problem, threads: 8).placements)
  }

  @Test(arguments: 100..<120)
  func `a search that begins with a timetable keeps it, and does not pay for changes of it`(
    seed: Int
  ) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    let found = solve(problem)
    let start = Dictionary(uniqueKeysWithValues: found.placements.map { ($0.session, $0) })
    let again = Solver(problem, start: start).solve(SearchLimits(steps: 0), clock: { 0 })
    #expect(again.placements.count >= found.placements.count)
    #expect(again.cost <= found.cost || again.placements.count > found.placements.count)
    let free = Solver(problem, start: start).solve(SearchLimits(steps: 60, seed: 7), clock: { 0 })
    let timetable = Timetable(problem, free.placements)
    let cost = [Constraint].standard.soft.reduce(0) {
      $0 + Double($1.total(in: timetable)) * Weights.standard[$1]
    }
    #expect(cost == free.cost)
  }

  @Test func `a series is left out whole where it must be`() {
    // Two days are open, and the class needs three sessions of four periods on different days.
    let problem = Problem.example(
      series: [
        .example("C1", day: 4, latest: monday + 1), .example("C2", day: 4, latest: monday + 1),
      ],
      sessions: (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) } + [
        .init(series: 1, module: "n", periods: 4)
      ])
    var limits = SearchLimits(steps: 60, seed: 7, untilComplete: true)
    #expect(Solver(problem).place(limits, clock: { 0 }).placements.count == 3)
    limits.isWhole = true
    let whole = Solver(problem).place(limits, clock: { 0 })
    #expect(whole.placements.map(\.session) == [3] && whole.steps == 60)
    // Three sessions may be missing: then the first timetable is enough.
    limits.spared = 3
    #expect(Solver(problem).place(limits, clock: { 0 }).steps == 0)
  }

  @Test func `a class that fits exactly is placed without cost`() {
    let problem = Problem.example(
      people: [.example("L1"), .example("L2")], series: [.example(day: 8)],
      sessions: (1...4).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let solution = solve(problem)
    #expect(solution.unplaced.isEmpty)
    // Sixteen periods over two lecturers, of whom the class needs one: eight beyond the mean, or another lecturer.
    #expect(solution.cost == 5)
  }

  @Test func `pins hold in the solution`() throws {
    let pin = Problem.Pin(date: monday + 10, block: 1, first: 1, room: 1, people: [1])
    let problem = Problem.example(
      series: [.example()],
      sessions: [
        .init(series: 0, order: 1, module: "a", periods: 4),
        .init(series: 0, order: 2, module: "b", periods: 4, pins: [pin]),
      ])
    let solution = solve(problem)
    let placed = try #require(solution.placements.first { $0.session == 1 })
    #expect(pin.holds(for: placed))
    #expect(solution.unplaced.isEmpty)
  }

  @Test func `a published timetable that still holds is kept`() {
    let problem = Problem.example(
      series: [.example()],
      sessions: [
        .init(series: 0, order: 1, module: "a", periods: 4),
        .init(series: 0, order: 2, module: "b", periods: 4),
      ])
    let published = [
      0: Placement.example(0, day: 2, people: [1]),
      1: Placement.example(1, day: 4, block: 1, room: 0, people: [1]),
    ]
    let solution = solve(problem, previous: published)
    #expect(Set(solution.placements) == Set(published.values))
  }

  @Test func `what nobody may teach stays out, with the reason, and the rest is placed`() {
    let problem = Problem.example(
      series: [.example()],
      sessions: [
        .init(series: 0, order: 1, module: "a", periods: 4),
        .init(series: 0, order: 2, module: "law", periods: 4, qualification: "law"),
        .init(series: 0, order: 3, module: "c", periods: 4),
      ])
    let solution = solve(problem)
    #expect(solution.unplaced.map(\.session) == [1])
    #expect(solution.unplaced.first?.reason.english.contains("law") == true)
    #expect(solution.placements.count == 2)
  }

  @Test func `an empty problem has an empty solution`() {
    let solution = solve(.example(series: [], sessions: []))
    #expect(solution.placements.isEmpty && solution.unplaced.isEmpty)
  }
}

@Suite struct RoomChoiceTests {
  @Test func `a room that suits only later sessions is used where the others are closed`() {
    let weekdays = WeeklyPattern(open: (0..<7).map { $0 < 5 ? ["AM"] : [] })
    let saturday = WeeklyPattern(open: (0..<7).map { $0 == 5 ? ["AM"] : [] })
    let problem = Problem.example(
      rooms: [
        .example("lab", features: ["pc", "projector"], open: weekdays),
        .example("plain", features: ["pc"], open: saturday),
      ],
      series: [.example(latest: monday + 5)],
      sessions: [
        .init(series: 0, order: 1, module: "a", periods: 4, features: ["pc", "projector"]),
        .init(series: 0, order: 2, module: "b", periods: 4, features: ["pc"], gapDays: 1),
        .init(
          series: 0, order: 3, module: "c", periods: 4, features: ["pc"],
          pins: [.init(date: monday + 5, block: nil, first: nil, room: nil, people: nil)]),
      ])
    let solution = Solver(problem).solve(SearchLimits(steps: 40, seed: 3), clock: { 0 })
    #expect(solution.unplaced.isEmpty)
    #expect(solution.placements.first { $0.session == 2 }?.room == 1)
  }
}
