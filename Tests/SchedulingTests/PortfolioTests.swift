import Civil
import Testing

@testable import Scheduling

@Suite struct PortfolioTests {
  /// Enough classes that tracks from two seeds differ and meet many times.
  private func problem(_ seed: UInt64) -> Problem {
    var problems = RandomProblems(seed: seed)
    return problems.next()
  }

  @Test(arguments: [400, 401, 402, 403])
  func `tracks that meet end the same on any number of threads`(seed: Int) {
    let problem = problem(UInt64(seed))
    let solutions = [1, 2, 8].map { threads in
      Solver(problem).solve(
        SearchLimits(steps: 400, seed: UInt64(seed), threads: threads), clock: { 0 })
    }
    for other in solutions.dropFirst() {
      #expect(other.placements == solutions[0].placements)
      #expect(other.cost == solutions[0].cost && other.steps == solutions[0].steps)
    }
  }

  @Test(arguments: [410, 411, 412]) func `a track goes on from another's timetable`(seed: Int) {
    let space = SearchSpace(problem(UInt64(seed)), previous: [:])
    let prices = SoftPrices(.standard)
    let (one, other) = (Search(space, prices, seed: 1), Search(space, prices, seed: 2))
    for track in [one, other] {
      track.begin { false }
      track.advance(50, done: 0.5)
    }
    other.adopt(one.best)
    #expect(other.unplaced == one.best.unplaced && other.softCost == one.best.cost)
    #expect(!one.best.isBetter(than: other.best))
    let adopted = other.best
    other.advance(50, done: 0.9)
    #expect(!adopted.isBetter(than: other.best))
  }

  @Test func `a search that is stopped gives the best of all tracks`() {
    let problem = problem(420)
    let solution = Solver(problem).solve(
      SearchLimits(seconds: 1_000, threads: 2), clock: { 0 }, stop: { true })
    #expect(solution.placements.count + solution.unplaced.count == problem.sessions.count)
    #expect(solution.steps == 0)
  }
}
