import Civil
import Testing

@testable import Scheduling

/// Two classes of one session each, for which there is one lecturer: each stands where the other was published.
@Suite struct RecombinationTests {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let repertoire: Repertoire
  private let recombination: Recombination
  private let old = [[Self.step(0, day: 0)], [Self.step(1, day: 1)]]

  init() {
    let problem = Problem.example(
      series: [.example("C1"), .example("C2")],
      sessions: [.init(series: 0, module: "a", periods: 4), .init(series: 1, module: "a", periods: 4)])
    space = SearchSpace(
      problem,
      previous: [
        0: .example(0, day: 1, periods: 4, people: [0]), 1: .example(1, day: 0, periods: 4, people: [0]),
      ])
    keeper = ScoreKeeper(space)
    repertoire = Repertoire(space, keeper)
    recombination = Recombination(space, keeper, SoftPrices(.standard), repertoire)
  }

  private static func step(_ session: Int, day: Int) -> Replanner.Step {
    Replanner.Step(session: session, day: day, position: 0, room: 0, people: [0])
  }

  @Test func `two classes change places where neither could alone`() {
    repertoire.keep([Self.step(0, day: 1)], of: 0, cost: 0)
    repertoire.keep([Self.step(1, day: 0)], of: 1, cost: 0)
    #expect(recombination.place([0, 1], instead: old, limit: 15))
    #expect(keeper.day[0] == 1 && keeper.day[1] == 0)
    #expect(keeper.units.moved == 0 && keeper.unplaced == 0)
  }

  @Test func `of several choices the cheapest is taken`() {
    for day in 1...5 {
      repertoire.keep([Self.step(0, day: day)], of: 0, cost: day == 1 ? 0 : 10)
      repertoire.keep([Self.step(1, day: day - 1)], of: 1, cost: day == 1 ? 0 : 10)
    }
    #expect(recombination.place([0, 1], instead: old, limit: 1000))
    #expect(keeper.units.moved == 0)
  }

  @Test func `nothing is placed where no choice stays within the limit`() {
    repertoire.keep([Self.step(0, day: 2)], of: 0, cost: 10)
    #expect(!recombination.place([0, 1], instead: old, limit: 15))
    #expect(keeper.unplaced == 2 && keeper.units == ScoreKeeper(space).units)
  }

  @Test func `the first class gets another plan than it had`() {
    repertoire.keep(old[0], of: 0, cost: 10)
    #expect(!recombination.place([0, 1], instead: old, limit: 1000))
    repertoire.keep([Self.step(0, day: 2)], of: 0, cost: 10)
    #expect(recombination.place([0, 1], instead: old, limit: 1000))
    #expect(keeper.day[0] == 2 && keeper.day[1] == 1)
  }

  @Test func `a plan that others now stand against is left out`() {
    let problem = Problem.example(
      series: [.example("C1"), .example("C2"), .example("C3")],
      sessions: (0...2).map { .init(series: $0, module: "a", periods: 4) })
    let keeper = ScoreKeeper(SearchSpace(problem, previous: [:]))
    let repertoire = Repertoire(keeper.space, keeper)
    let recombination = Recombination(keeper.space, keeper, SoftPrices(.standard), repertoire)
    keeper.place(2, day: 3, position: 0, room: 0, people: [0])
    repertoire.keep([Self.step(0, day: 3)], of: 0, cost: 0)
    #expect(!recombination.place([0, 1], instead: old, limit: 1000))
    #expect(keeper.unplaced == 2)
  }
}
