import Civil
import Testing

@testable import Scheduling

/// Every complete timetable of a problem so small that all can be looked at.
private struct EveryTimetable {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  /// The least found, by proof, and in all; nil: there is no complete timetable.
  private(set) var least: [Double]?
  private(set) var cheapest = Double.infinity
  private let proofs: [BoundProof]

  init(_ problem: Problem, _ proofs: [BoundProof]) {
    space = SearchSpace(problem, previous: [:])
    keeper = ScoreKeeper(space)
    self.proofs = proofs
    look(from: 0)
  }

  private mutating func look(from session: Int) {
    guard session < space.problem.sessions.count else { return judge() }
    let kind = space.kinds[Int(space.kindOf[session])]
    let eligible = kind.eligible.map(Int.init)
    let teams =
      kind.team == 1
      ? eligible.map { [$0] }
      : eligible.flatMap { one in eligible.filter { $0 > one }.map { [one, $0] } }
    for day in space.window[Int(space.seriesOf[session])] ?? 0...0 {
      for position in 0..<space.grid.count {
        for room in space.problem.rooms.indices {
          for people in teams
          where keeper.obstacle(session, day: day, position: position, room: room, people: people) == nil {
            keeper.place(session, day: day, position: position, room: room, people: people)
            look(from: session + 1)
            keeper.remove(session)
          }
        }
      }
    }
  }

  private mutating func judge() {
    let prices = [Constraint].standard.soft.map {
      ($0.id, Double(keeper.units[$0.id] ?? 0) * Weights.standard[$0])
    }
    let here = proofs.map { proof in
      prices.reduce(0) { proof.constraints.contains($1.0) ? $0 + $1.1 : $0 }
    }
    least = least.map { zip($0, here).map(min) } ?? here
    cheapest = min(cheapest, prices.reduce(0) { $0 + $1.1 })
  }
}

@Suite struct BoundPropertyTests {
  /// One or two classes with three sessions in a few half days.
  private func tinyProblem(_ seed: Int) -> Problem {
    var problems = RandomProblems(seed: UInt64(seed))
    let pattern = { (problems: inout RandomProblems) in
      WeeklyPattern(open: (0..<7).map { _ in Set(["AM", "PM"].filter { _ in problems.chance(0.5) }) })
    }
    let people = (0..<3).map { index in
      Problem.Person.example(
        "P\(index)", holds: Set(["a", "b"].filter { _ in problems.chance(0.6) }), day: problems.number(4...8),
        open: pattern(&problems))
    }
    let rooms = (0..<2).map { index in
      Problem.Room.example(
        "R\(index)", site: index, features: Set(["pc"].filter { _ in problems.chance(0.6) }),
        open: pattern(&problems))
    }
    let classes = problems.number(1...2)
    let series = (0..<classes).map { index in
      Problem.Series.example(
        "C\(index)", day: problems.number(4...8), minLecturers: problems.number(1...2),
        earliest: monday, latest: monday + problems.number(3...5))
    }
    var sessions: [Problem.Session] = []
    for index in 0..<classes {
      var order = 1
      for module in 0..<(classes == 1 ? 3 : problems.number(1...2)) {
        if problems.chance(0.7) { order += 1 }
        sessions.append(
          Problem.Session(
            series: index, order: order, module: "m\(module)", periods: problems.number(3...4),
            qualification: [nil, "a", "b"][problems.number(0...2)],
            features: problems.chance(0.3) ? ["pc"] : [], team: problems.chance(0.15) ? 2 : 1,
            gapDays: problems.chance(0.3) ? problems.number(1...2) : 0))
      }
    }
    return .example(rooms: rooms, people: people, series: series, sessions: sessions, holidays: [monday + 2])
  }

  @Test func `no timetable of a tiny problem costs less than a bound, and often one costs no more`() {
    var (reached, solved) = (0, 0)
    for seed in 0..<60 {
      let problem = tinyProblem(seed)
      let bounds = LowerBounds(problem, effort: 6_000)
      let every = EveryTimetable(problem, bounds.proofs)
      guard let least = every.least else { continue }
      for (proof, cost) in zip(bounds.proofs, least) {
        #expect(proof.cost <= cost + 1e-9, "\(proof.id) of problem \(seed)")
      }
      #expect(bounds.total <= every.cheapest + 1e-9, "problem \(seed)")
      solved += 1
      if bounds.total == every.cheapest { reached += 1 }
    }
    #expect(solved >= 15)
    #expect(reached * 2 >= solved, "\(reached) of \(solved)")
  }

  @Test(arguments: 300..<360) func `no solution costs less than a bound`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    let bounds = LowerBounds(problem, effort: 6_000)
    let solution = Solver(problem).solve(SearchLimits(steps: 200, seed: 5), clock: { 0 })
    guard solution.unplaced.isEmpty else { return }
    let timetable = Timetable(problem, solution.placements)
    for proof in bounds.proofs {
      let cost = [Constraint].standard.soft.filter { proof.constraints.contains($0.id) }
        .reduce(0) { $0 + Double($1.total(in: timetable)) * Weights.standard[$1] }
      #expect(proof.cost <= cost + 1e-9, "\(proof.id)")
    }
    #expect(bounds.total <= solution.cost + 1e-9)
  }
}
