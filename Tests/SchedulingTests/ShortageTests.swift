import Civil
import Testing

@testable import Scheduling

/// Where sessions can go by who is free, and which of them are short of the same people.
@Suite struct ShortageTests {
  private let mornings = WeeklyPattern(open: Array(repeating: ["AM", "PM"], count: 7))
  private let saturdays = WeeklyPattern(open: (0..<7).map { $0 == 5 ? ["AM", "PM"] : [] })

  private func facts(_ terrain: Terrain) -> [Fact] {
    Universe(terrain: terrain).facts(of: Array(terrain.problem.series.indices))
  }

  private func excerpt(_ problem: Problem, without dropped: Set<Fact> = []) -> Excerpt {
    let terrain = Terrain(problem, FactSources(problem))
    return Excerpt(terrain, Set(facts(terrain)).subtracting(dropped))
  }

  private func sessions(_ lengths: [Int], of series: Int = 0, needs: String? = nil) -> [Problem.Session] {
    lengths.enumerated().map { index, length in
      Problem.Session(
        series: series, order: index + 1, module: "m\(series)-\(index)", part: 1, periods: length,
        qualification: needs, features: [])
    }
  }

  @Test func `a session starts only when enough people are free and a room is open`() {
    let people: [Problem.Person] = [.example("L1", open: saturdays), .example("L2", open: saturdays)]
    let problem = Problem.example(people: people, series: [.example()], sessions: sessions([4]))
    #expect(Set(excerpt(problem).tasks[0].starts.map(\.day)) == [5, 12, 19, 26])
    #expect(excerpt(problem, without: [.personOpen(1)]).tasks[0].starts.count > 8)
    var team = problem
    team.sessions[0].team = 2
    #expect(Set(excerpt(team, without: [.personOpen(1)]).tasks[0].starts.map(\.day)) == [5, 12, 19, 26])
    let closed = Problem.example(
      rooms: [.example("R1", open: saturdays)], series: [.example()], sessions: sessions([4]))
    #expect(Set(excerpt(closed).tasks[0].starts.map(\.day)) == [5, 12, 19, 26])
  }

  @Test func `a class alone needs more days than its limit leaves it`() {
    let problem = Problem.example(
      series: [.example(open: mornings, day: 6, latest: monday + 1)], sessions: sessions([4, 4, 2, 2]))
    #expect(ClassesInTurn(excerpt(problem), effort: Effort(.max)).impossible == [0])
    let possible = Problem.example(
      series: [.example(open: mornings, day: 6, latest: monday + 1)], sessions: sessions([4, 2, 4, 2]))
    #expect(ClassesInTurn(excerpt(possible), effort: Effort(.max)).impossible == nil)
  }

  @Test func `a bottleneck is that of the weeks in which there is one`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["finance"], week: 8), .example("L2")],
      series: (0..<9).map { index in
        let first = monday + (index < 5 ? 7 : 7 * (index - 5))
        return .example("C\(index)", earliest: first, latest: first + 6)
      }, sessions: (0..<9).flatMap { sessions([4], of: $0, needs: "finance") })
    let excerpt = excerpt(problem)
    let flow = FlowBound(excerpt)
    let few = flow.bottleneck(.people, ignoringBelow: 1, of: Array(excerpt.tasks.indices))
    #expect(few.count == 3)
    #expect(few.allSatisfy { excerpt.tasks[$0].starts.allSatisfy { (7...13).contains($0.day) } })
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.unexplained.isEmpty && !explanation.conflicts.isEmpty)
    #expect(explanation.conflicts.allSatisfy { $0.isMinimal && $0.series.count == 3 })
  }

  @Test func `what is short by itself is told before what is short once events are counted`() {
    // The room is open on one morning a week; L1 and L2 are away on the last of them, too.
    let mondays = WeeklyPattern(open: (0..<7).map { $0 == 0 ? ["AM"] : [] })
    let away = CivilMoment(monday + 21)..<CivilMoment(monday + 22)
    let problem = Problem.example(
      rooms: [.example("R1", open: mondays)],
      people: [.example("L1", holds: ["law"], busy: [away]), .example("L2", holds: ["law"], busy: [away])],
      series: (0..<5).map { .example("C\($0)") },
      sessions: (0..<5).flatMap { sessions([4], of: $0, needs: "law") })
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.unexplained.isEmpty && explanation.conflicts.count == 1)
    for conflict in explanation.conflicts {
      #expect(conflict.isMinimal && conflict.shortage?.kind == .rooms)
      #expect(conflict.facts.contains(.roomOpen(0)))
      #expect(!conflict.facts.contains(.busy(person: 0, event: 0)))
    }
  }

  @Test func `facts in doubt are settled once there is work for it`() throws {
    let problem = Problem.example(
      people: [.example("L1", week: 4)], series: (0..<3).map { .example("C\($0)", latest: monday + 13) },
      sessions: (0..<3).flatMap { sessions([4], of: $0) })
    let terrain = Terrain(problem, FactSources(problem))
    let proof = Prover.Proof.flow(.people, ignoringBelow: 1)
    let all = facts(terrain)
    let poor = Prover(terrain, effort: Effort(1)).checked(all, proof)
    #expect(!poor.isMinimal && poor.facts == all && !poor.doubtful.isEmpty)
    let core = Prover(terrain).settled(poor)
    #expect(core.isMinimal && core.facts.count < all.count)
    #expect(core.facts.contains(.personWeek(0)))
  }

  @Test func `classes short of the same people stand in parts apart from others`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["tax"], week: 4), .example("L2", holds: ["law"], week: 4)],
      series: (0..<4).map { .example("C\($0)", latest: monday + 6) },
      sessions: (0..<4).flatMap { sessions([4], of: $0, needs: $0 < 2 ? "tax" : "law") })
    let gap = FlowBound(excerpt(problem)).gap(.people)
    #expect(gap?.parts == [[0, 1], [2, 3]])
  }

  @Test func `what is placed by moving tasks about holds every rule`() {
    var planned = 0
    for seed in 1...20 {
      var random = RandomSource(seed: UInt64(seed))
      let problem = Problem.example(
        people: [.example("L1", week: 12), .example("L2", day: 4), .example("L3", holds: ["tax"])],
        series: (1...3).map {
          .example("C\($0)", trainees: [random.below(2)], latest: monday + 6 + random.below(12))
        },
        sessions: (0..<3).flatMap { series in
          sessions(
            (0..<4).map { _ in 1 + random.below(4) }, of: series, needs: random.below(2) == 0 ? "tax" : nil)
        })
      let excerpt = excerpt(problem, without: seed % 2 == 0 ? [.order(1), .personDay(1)] : [.personWeek(0)])
      var placement = IterativePlacement(excerpt, effort: Effort(.max))
      let some = placement.mostPlaced(from: [:], steps: 60)
      #expect(!some.isEmpty)
      var next = IterativePlacement(excerpt, effort: Effort(.max))
      guard let spots = next.placed(from: some, steps: 200) else { continue }
      planned += 1
      #expect(excerpt.holds(spots))
    }
    #expect(planned >= 10)
  }
}
