import Civil
import Testing

@testable import Scheduling

/// What is proved of an excerpt without clauses, and what is not.
@Suite struct CountingProofTests {
  private let mornings = WeeklyPattern(open: Array(repeating: ["AM", "PM"], count: 7))

  private func excerpt(_ problem: Problem) -> Excerpt {
    let terrain = Terrain(problem, FactSources(problem))
    return Excerpt(terrain, Set(Universe(terrain: terrain).facts(of: Array(problem.series.indices))))
  }

  private func core(_ problem: Problem) -> Set<Fact> {
    let terrain = Terrain(problem, FactSources(problem))
    let found = Prover(terrain).core(
      of: Universe(terrain: terrain).facts(of: Array(problem.series.indices)), by: Prover.Proof.counting)
    #expect(found?.isMinimal == true)
    return Set(found?.facts ?? [])
  }

  /// What counting shows first; flows come before chains and turns.
  private func proof(of excerpt: Excerpt) -> Prover.Proof? {
    Prover(excerpt.terrain).shortage(of: excerpt)
  }

  /// Sessions of one series, each a module of its own, in that order.
  private func sessions(_ lengths: [Int], of series: Int = 0, needs: String? = nil) -> [Problem.Session] {
    lengths.enumerated().map { index, length in
      Problem.Session(
        series: series, order: index + 1, module: "m\(series)-\(index)", part: 1, periods: length,
        qualification: needs, features: [])
    }
  }

  @Test func `a session that nobody free may hold is lost, however many there are`() {
    let people = (1...6).map { Problem.Person.example("L\($0)", week: $0 == 6 ? 8 : 3) }
    let busy = CivilMoment(monday)..<CivilMoment(monday + 28)
    var last = people
    last[5].busy = [busy]
    let problem = Problem.example(people: last, series: [.example()], sessions: sessions([4]))
    #expect(excerpt(problem).lostTask == 0)
    #expect(
      core(problem).isSuperset(
        of: [.held(0), .module(0), .busy(person: 5, event: 0)] + (0..<5).map { .personWeek($0) }))
    let free = Problem.example(people: people, series: [.example()], sessions: sessions([4]))
    #expect(excerpt(free).lostTask == nil)
  }

  @Test func `a class meets no more lecturers than its sessions have seats for`() {
    let people = (1...5).map { Problem.Person.example("L\($0)") }
    let short = Problem.example(
      people: people, series: [.example(minLecturers: 3)], sessions: sessions([4, 4]))
    #expect(VarietyBound(excerpt(short)).isShort)
    #expect(core(short) == [.held(0), .variety(0)])
    let enough = Problem.example(
      people: people, series: [.example(minLecturers: 2)], sessions: sessions([4, 4]))
    #expect(!VarietyBound(excerpt(enough)).isShort)
  }

  @Test func `who is away all the time is not met`() {
    var away = Problem.Person.example("L2")
    away.busy = [CivilMoment(monday)..<CivilMoment(monday + 28)]
    let problem = Problem.example(
      people: [.example("L1"), away], series: [.example(minLecturers: 2)], sessions: sessions([4, 4]))
    #expect(VarietyBound(excerpt(problem)).isShort)
    #expect(
      core(problem).isSuperset(of: [
        .held(0), .module(0), .module(1), .variety(0), .busy(person: 1, event: 0),
      ]))
  }

  @Test func `two sessions longer than half a block never share one`() {
    var unordered = sessions([3, 3, 2])
    for index in unordered.indices { unordered[index].order = 1 }
    let problem = Problem.example(
      series: [.example(open: mornings, latest: monday)], sessions: unordered)
    let flow = FlowBound(excerpt(problem))
    #expect(flow.gap(.ownDays) == nil)
    #expect(flow.gap(.ownDays, ignoringBelow: 2)?.tasks == [0, 1, 2])
    #expect(flow.gap(.ownDays, ignoringBelow: 3) == nil)
  }

  @Test func `a week's limit counts what the sessions' lengths can fill of it`() {
    let problem = Problem.example(
      people: [.example("L1", week: 7)], series: [.example(latest: monday + 6)],
      sessions: sessions([4, 3, 4]))
    let longer = Problem.example(
      people: [.example("L1", week: 7)], series: [.example(latest: monday + 6)], sessions: sessions([4, 4]))
    #expect(FlowBound(excerpt(problem)).gap(.people)?.shortage.offered == 7)
    #expect(FlowBound(excerpt(longer)).gap(.people)?.shortage.offered == 4)
  }

  @Test func `sessions in a forced order leave a week half used`() {
    func chain(_ lengths: [Int]) -> Problem {
      Problem.example(
        people: [.example("L1", week: 4)], series: [.example(latest: monday + 13)],
        sessions: sessions(lengths))
    }
    #expect(proof(of: excerpt(chain([2, 4, 2]))) == .chain)
    #expect(ForcedChain(excerpt(chain([2, 4, 2])), effort: Effort(.max)).isBroken)
    #expect(!ForcedChain(excerpt(chain([2, 2, 4])), effort: Effort(.max)).isBroken)
    #expect(core(chain([2, 4, 2])).isSuperset(of: [.personWeek(0), .order(0), .order(1), .order(2)]))
  }

  @Test func `classes of one trainee in turns`() {
    func pair(_ own: [Int], _ other: [Int], latest: CivilDate) -> Problem {
      Problem.example(
        series: (1...2).map {
          .example("C\($0)", open: mornings, trainees: [1], latest: latest)
        }, sessions: sessions(own) + sessions(other, of: 1))
    }
    let packed = excerpt(pair([2, 4, 2], [4, 4], latest: monday + 1))
    #expect(proof(of: packed) == .turns)
    #expect(ClassesInTurn(packed, effort: Effort(.max)).impossible == [0, 1])
    let possible = excerpt(pair([2, 2, 4], [4, 4], latest: monday + 1))
    #expect(ClassesInTurn(possible, effort: Effort(.max)).impossible == nil)
    #expect(ClassesInTurn(possible, effort: Effort(.max)).order?.sorted() == [0, 1, 2, 3, 4])
  }

  @Test func `a shortage is that of all classes that share it`() {
    let problem = Problem.example(
      people: [.example("L1", holds: ["finance"], week: 8), .example("L2")],
      series: (1...6).map { .example("C\($0)", latest: monday + 6) },
      sessions: (0..<6).flatMap { sessions([4], of: $0, needs: "finance") })
    let explanation = Explainer(problem, FactSources(problem)).explain(clock: { 0 })
    #expect(explanation.conflicts.first?.series.count == 3)
    #expect(!explanation.conflicts.contains { !$0.isMinimal })
    #expect(explanation.unexplained.isEmpty && !explanation.isComplete)
  }

  @Test func `what is placed greedily holds every rule`() {
    var planned = 0
    for seed in 1...20 {
      var random = RandomSource(seed: UInt64(seed))
      let problem = Problem.example(
        people: [.example("L1", week: 8), .example("L2", day: 4), .example("L3", holds: ["tax"])],
        series: (1...3).map {
          .example("C\($0)", trainees: [random.below(2)], latest: monday + 3 + random.below(12))
        },
        sessions: (0..<3).flatMap { series in
          sessions(
            (0..<4).map { _ in 1 + random.below(4) }, of: series, needs: random.below(2) == 0 ? "tax" : nil)
        })
      let excerpt = excerpt(problem)
      var placement = GreedyPlacement(excerpt, effort: Effort(.max))
      guard let spots = placement.placed(rounds: 8) else { continue }
      planned += 1
      #expect(excerpt.holds(spots))
    }
    #expect(planned >= 10)
  }
}
