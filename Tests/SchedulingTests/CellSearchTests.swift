import Civil
import Testing

@testable import Scheduling

@Suite struct CellSearchTests {
  private let weights = Weights.courseTimetabling

  private func space(_ problem: Problem, _ weights: Weights = .courseTimetabling) -> CellSpace? {
    CellSpace(SearchSpace(problem, previous: [:]), SoftPrices(weights))
  }

  private func cost(_ timetable: Timetable) -> Double {
    [Constraint].standard.soft.reduce(0) { $0 + Double($1.total(in: timetable)) * weights[$1] }
  }

  private func hard(_ timetable: Timetable) -> Int {
    [Constraint].standard.hard.reduce(0) { $0 + $1.total(in: timetable) }
  }

  /// Proposals of all kinds at all temperatures; after every few, what is counted is what the constraints say.
  @Test(arguments: 0..<40) func `the incremental cost equals the readable constraints`(seed: Int) throws {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.nextCells()
    let space = try #require(self.space(problem))
    let arena = Arena()
    var state = CellState(space, arena)
    var start = CellStart(space, seed: UInt64(seed))
    start.fill(&state, rounds: 0...200) { false }
    let (period, room) = (Table<Int32>(arena, space.sessions, -1), Table<Int32>(arena, space.sessions, -1))
    let chain = CellChain(arena, space)
    var sound = 0
    for round in 0..<150 {
      let proposals = CellProposals(
        space, CellCooling.logarithms(arena), chain, temperature: [0.2, 3, 60][round % 3])
      var least = Int.max
      proposals.run(7, &state, &problems.random, least: &least, period, room)
      let timetable = self.timetable(of: state, space)
      guard let timetable else {
        #expect(state.hard > 0)
        continue
      }
      #expect((hard(timetable) == 0) == (state.hard == 0))
      guard state.hard == 0 else { continue }
      sound += 1
      #expect(Double(state.cost) / space.scale == cost(timetable))
    }
    withExtendedLifetime(arena) {}
    #expect(sound > 0 || state.hard > 0)
  }

  /// Nil where a session stands nowhere.
  private func timetable(of state: CellState, _ space: CellSpace) -> Timetable? {
    var placements: [Placement] = []
    for session in 0..<space.sessions {
      let (at, room) = (Int(state.periodOf[session]), Int(state.roomOf[session]))
      guard room < space.realRooms else { return nil }
      placements.append(
        Placement(
          session: session, date: monday + at / space.slots,
          block: space.space.grid.positions[at % space.slots].block, first: 1, periods: 1, room: room,
          people: space.space.problem.series[Int(space.seriesOf[session])].people.sorted()))
    }
    return Timetable(space.space.problem, placements)
  }

  @Test(arguments: 100..<130) func `a solution breaks no hard rule, and its cost is the readable one`(
    seed: Int
  ) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.nextCells()
    let solution = Solver(problem, weights: weights).solve(
      SearchLimits(steps: 20_000, seed: UInt64(seed)), clock: { 0 })
    let timetable = Timetable(problem, solution.placements)
    #expect(hard(timetable) == 0)
    #expect(solution.cost == cost(timetable))
    #expect(solution.placements.count + solution.unplaced.count == problem.sessions.count)
    #expect(Set(solution.placements.map(\.session)).count == solution.placements.count)
  }

  @Test(arguments: [200, 201, 202])
  func `the same seed and steps give the same cells on any number of threads`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.nextCells()
    let found = [1, 2, 8].map { threads in
      Solver(problem, weights: weights).solve(
        SearchLimits(steps: 30_000, seed: 5, threads: threads), clock: { 0 }
      ).placements
    }
    #expect(found[0] == found[1] && found[0] == found[2])
  }

  @Test func `more sessions than cells leave out only what has no cell`() {
    let blocks = [Block(id: "B", start: ClockTime(minutes: 480), periods: 1)]
    let always = WeeklyPattern.always(["B"])
    var one = Problem.Series(id: "C", open: always, wantedDays: 1, people: [0])
    one.sessions = [0, 1, 2]
    let problem = Problem(
      planFrom: monday, planTo: monday + 1, calendar: WorkingCalendar(), blocks: blocks, sites: ["S"],
      travelMinutes: [0], defaultTravelMinutes: 0,
      rooms: [Problem.Room(id: "R", site: 0, capacity: 9, open: always)],
      people: [Problem.Person(id: "P", isLecturer: true, open: always)], series: [one],
      sessions: (0..<3).map { Problem.Session(series: 0, module: "\($0)", periods: 1) })
    #expect(space(problem) != nil)
    let solution = Solver(problem, weights: weights).solve(SearchLimits(steps: 5_000), clock: { 0 })
    #expect(solution.placements.count == 2)
    #expect(solution.unplaced.count == 1)
  }

  @Test func `order, longer sessions and other prices are left to the search over series`() throws {
    var problems = RandomProblems(seed: 1)
    let problem = problems.nextCells()
    #expect(space(problem) != nil)
    #expect(space(problem, .standard) == nil)
    let priced = try Weights(overrides: ["compactness": 2])
    #expect(space(problem, priced) == nil)
    let classes = problems.next()
    #expect(space(classes) == nil)
  }
}
