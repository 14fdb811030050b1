import Civil
import Testing

@testable import Scheduling

/// Placements found by moving tasks about, and sessions held in turns, against every placement there is.
@Suite struct IterativePlacementTests {
  private func excerpt(_ problem: Problem) -> Excerpt {
    let terrain = Terrain(problem, FactSources(problem))
    return Excerpt(terrain, Set(Universe(terrain: terrain).facts(of: Array(problem.series.indices))))
  }

  private func session(of series: Int, part: Int = 1, periods: Int = 4) -> Problem.Session {
    Problem.Session(
      series: series, order: part, module: "m\(series)-\(part)", part: 1, periods: periods,
      qualification: nil, features: [])
  }

  @Test func `what lies in the way moves on`() {
    let mornings = WeeklyPattern(open: Array(repeating: ["AM"], count: 7))
    let problem = Problem.example(
      people: [.example("L1")],
      series: [
        .example("C1", open: mornings, latest: monday + 1), .example("C2", open: mornings, latest: monday),
      ], sessions: [session(of: 0), session(of: 1)])
    let excerpt = excerpt(problem)
    let first = Excerpt.Start(day: 0, position: excerpt.tasks[0].starts[0].position)
    let known = [0: Excerpt.Spot(start: first, room: 0, people: [0])]
    var placement = IterativePlacement(excerpt, effort: Effort(.max))
    let spots = placement.placed(from: known, steps: 4)
    #expect(spots?.map(\.start.day) == [1, 0])
    var short = IterativePlacement(excerpt, effort: Effort(.max))
    #expect(short.placed(from: known, steps: 0) == nil)
  }

  @Test func `a known placement is taken over where it still holds`() {
    let problem = Problem.example(
      people: [.example("L1", week: 8)], series: [.example(latest: monday + 13)],
      sessions: (1...3).map { session(of: 0, part: $0) })
    let excerpt = excerpt(problem)
    let position = excerpt.tasks[0].starts[0].position
    // All on three days of one week: the last is too much for the week.
    let known = Dictionary(
      uniqueKeysWithValues: (0..<3).map { session in
        (session, Excerpt.Spot(start: .init(day: session, position: position), room: 1, people: [0]))
      })
    var placement = IterativePlacement(excerpt, effort: Effort(.max))
    let spots = placement.placed(from: known, steps: 10)
    #expect(spots?.prefix(2).map(\.start.day) == [0, 1])
    #expect((spots?.last?.start.day ?? 0) >= 7)
    #expect(spots.map(excerpt.holds) == true)
  }

  @Test(arguments: 1...60)
  func `a placement is found exactly where there is one`(seed: Int) {
    var random = RandomSource(seed: UInt64(1000 + seed))
    let problem = Problem.tiny(&random)
    let excerpt = excerpt(problem)
    var placement = IterativePlacement(excerpt, effort: Effort(.max))
    let spots = placement.placed(from: [:], steps: 400)
    #expect(spots.map(excerpt.holds) ?? true)
    #expect((spots != nil) == Enumeration(problem).canBePlanned)
  }

  @Test func `tasks move on one into the place of the next where hardly a place is left`() {
    // Each may be held on one day or the next; the last day alone is free.
    let mornings = WeeklyPattern(open: Array(repeating: ["AM"], count: 7))
    let problem = Problem.example(
      people: [.example("L1")],
      series: (0..<8).map {
        .example("C\($0)", open: mornings, earliest: monday + max(0, $0 - 1), latest: monday + $0)
      }, sessions: (0..<8).map { session(of: $0) })
    let excerpt = excerpt(problem)
    let position = excerpt.tasks[0].starts[0].position
    let known = Dictionary(
      uniqueKeysWithValues: (1..<8).map {
        ($0, Excerpt.Spot(start: .init(day: $0 - 1, position: position), room: 0, people: [0]))
      })
    // One step finds it only by a chain.
    var placement = IterativePlacement(excerpt, effort: Effort(.max))
    let spots = placement.placed(from: known, steps: 1) ?? []
    #expect(spots.map(\.start.day) == Array(0..<8))
    #expect(excerpt.holds(spots))
    var full = problem
    full.series[7].latest = monday + 6
    var none = IterativePlacement(self.excerpt(full), effort: Effort(.max))
    #expect(none.placed(from: known, steps: 60) == nil)
  }

  @Test(arguments: 1...60)
  func `a chain leaves a placement that holds every rule, or all as it was`(seed: Int) {
    var random = RandomSource(seed: UInt64(4000 + seed))
    let excerpt = excerpt(Problem.tiny(&random))
    var placement = IterativePlacement(excerpt, effort: Effort(.max))
    for task in excerpt.tasks.indices.shuffled(using: &random) {
      let before = placement.placed.spots.map { $0.map { [$0.start.day, $0.start.position] + $0.people } }
      let isPlaced = placement.placeByChain(task)
      #expect(isPlaced == (placement.placed.spots[task] != nil))
      #expect(isPlaced == !placement.waiting.contains(task))
      let after = placement.placed.spots.map { $0.map { [$0.start.day, $0.start.position] + $0.people } }
      if !isPlaced { #expect(after == before) }
      for (index, spot) in placement.placed.spots.enumerated() {
        guard let spot else { continue }
        #expect(placement.placed.inTheWay(of: index, at: spot, weights: placement.weights).isEmpty)
      }
    }
    let spots = placement.placed.spots.compactMap(\.self)
    let isVaried = excerpt.members.contains { $0.variety > 1 }
    if spots.count == excerpt.tasks.count, !isVaried { #expect(excerpt.holds(spots)) }
  }

  @Test func `where a week is too full those give way that weigh least and no more than it takes`() {
    let problem = Problem.example(
      people: [.example("L1", week: 9)], series: (1...4).map { .example("C\($0)") },
      sessions: [
        session(of: 0, periods: 2), session(of: 1, periods: 3), session(of: 2, periods: 4),
        session(of: 3, periods: 4),
      ])
    let excerpt = excerpt(problem)
    var placed = PlacedTasks(excerpt)
    func spot(_ task: Int, day: Int) -> Excerpt.Spot {
      let start = excerpt.tasks[task].starts.first { $0.day == day } ?? excerpt.tasks[task].starts[0]
      return Excerpt.Spot(start: start, room: 0, people: [0])
    }
    for task in 0..<3 { placed.put(task, spot(task, day: task)) }
    #expect(placed.usage.weekLoad(.person(0), 3) == 9)
    let last = spot(3, day: 3)
    // Two and three periods go before the four that weigh more; once these are the lightest, they go alone.
    #expect(placed.inTheWay(of: 3, at: last, weights: [1, 1, 3, 1]) == [0, 1])
    #expect(placed.inTheWay(of: 3, at: last, weights: [1, 2, 2, 1]) == [0, 1])
    #expect(placed.inTheWay(of: 3, at: last, weights: [1, 4, 2, 1]) == [2])
    #expect(placed.inTheWay(of: 3, at: last, weights: [2, 2, 1, 1]) == [2])
    placed.remove(2)
    #expect(placed.inTheWay(of: 3, at: last, weights: [1, 1, 1, 1]).isEmpty)
  }

  @Test(arguments: 1...40)
  func `clauses decide alike whether tasks are kept apart at once or once they meet`(seed: Int) {
    var random = RandomSource(seed: UInt64(3000 + seed))
    let problem = Problem.tiny(&random)
    let excerpt = excerpt(problem)
    let prover = Prover(excerpt.terrain)
    let canBePlanned = Enumeration(problem).canBePlanned
    for isLazy in [false, true] {
      let encoding = Encoding(excerpt, isLazy: isLazy)
      encoding.prefer([0: Excerpt.Spot(start: .init(day: 0, position: 0), room: 0, people: [0])])
      let verdict = prover.search(encoding, conflicts: 10_000)
      #expect(verdict == (canBePlanned ? .satisfiable : .unsatisfiable))
      if canBePlanned { #expect(prover.spots(encoding).map(excerpt.holds) == true) }
    }
  }

  @Test(arguments: 1...40, [true, false])
  func `two classes of one trainee, or of one room, exclude each other exactly where no turns are left`(
    seed: Int, isTrainee: Bool
  ) {
    var random = RandomSource(seed: UInt64(seed))
    var problem = Problem.example(
      series: (0..<2).map {
        .example(
          "C\($0)", day: 1 + random.below(3), trainees: isTrainee ? [1] : [],
          earliest: monday + random.below(2), latest: monday + 1 + random.below(2))
      },
      sessions: (0..<2).flatMap { series in
        (1...2).map { part in
          var one = session(of: series, part: random.below(2) == 0 ? part : 1, periods: 1 + random.below(2))
          one.module = "m\(series)-\(part)"
          one.gapDays = random.below(2)
          return one
        }
      })
    problem.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 1 + random.below(3))]
    problem.planTo = monday + 2
    // Nobody is short but the trainee, or the only room.
    if !isTrainee { problem.rooms.removeLast() }
    let always = WeeklyPattern.always(["AM"])
    for index in problem.people.indices { problem.people[index].open = always }
    for index in problem.rooms.indices { problem.rooms[index].open = always }
    for index in problem.series.indices { problem.series[index].open = always }
    guard problem.sessions.allSatisfy({ $0.periods <= problem.blocks[0].periods }) else { return }
    let impossible = ClassesInTurn(excerpt(problem), effort: Effort(.max)).impossible
    #expect((impossible != nil) == !Enumeration(problem).canBePlanned)
  }
}
