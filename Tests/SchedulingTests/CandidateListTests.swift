import Civil
import Testing

@testable import Scheduling

/// The places listed for a session that must move, beside all places that it has.
@Suite struct CandidateListTests {
  /// A class of one session published on a day, on which nobody can hold it.
  private func board(published day: Int, latest: Int = 27) -> RepairBoard {
    let away = [CivilMoment(monday + day)..<CivilMoment(monday + day + 1)]
    let problem = Problem.example(
      people: (1...3).map { .example("L\($0)", busy: away) }, series: [.example(latest: monday + latest)],
      sessions: [.init(series: 0, module: "m", periods: 2)])
    let old = [0: Placement.example(0, day: day, periods: 2)]
    return RepairBoard(SearchSpace(problem, previous: old), previous: old)
  }

  private func isSame(_ one: [Candidate], _ other: [Candidate]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { $0.step.isSame(as: $1.step) }
  }

  @Test(arguments: [0, 11, 27], [1, 49, 160, 5000])
  func `the nearest places are those of whole days`(
    day: Int, count: Int
  ) {
    let board = board(published: day)
    let all = CandidateList.choices(of: 0, on: board, blockers: 0, Effort(1_000_000)).candidates
    let near = CandidateList.nearest(count, of: 0, on: board, Effort(1_000_000))
    #expect(near.count >= min(count, all.count))
    let farthest = near.map { abs($0.step.day - day) }.max() ?? 0
    #expect(isSame(near, all.filter { abs($0.step.day - day) <= farthest }))
    #expect(near.count { abs($0.step.day - day) < farthest } < count)
  }

  @Test func `a day that is closed to its class now is where the list begins all the same`() {
    let near = CandidateList.nearest(1, of: 0, on: board(published: 20, latest: 15), Effort(1_000_000))
    #expect(!near.isEmpty && near.allSatisfy { $0.step.day == 15 })
  }

  @Test func `to look for the nearest takes less work than to look for all`() {
    let (some, all) = (Effort(1_000_000), Effort(1_000_000))
    _ = CandidateList.nearest(1, of: 0, on: board(published: 11), some)
    _ = CandidateList.choices(of: 0, on: board(published: 11), blockers: 0, all)
    #expect(some.left > all.left)
  }

  @Test(arguments: 0..<20) func `the cheapest place is that of all near ones`(
    seed: Int
  ) {
    var random = RandomProblems(seed: UInt64(seed))
    let problem = Problem.example(
      people: [.example("L1", busy: [CivilMoment(monday + 9)..<CivilMoment(monday + 10)]), .example("L2")],
      series: [.example()],
      sessions: (1...3).map { .init(series: 0, module: "m\($0)", periods: 2) })
    let old = [
      0: Placement.example(0, day: 9, periods: 2),
      1: .example(1, day: random.number(0...27), block: 1, periods: 2, room: 1, people: [1]),
      2: .example(2, day: random.number(0...27), block: 2, periods: 2, people: [1]),
    ]
    let board = RepairBoard(SearchSpace(problem, previous: old), previous: old)
    let prices = SoftPrices(.standard)
    let cheapest = MoveSearch(board, prices, Effort(1_000_000)).cheapest(of: 0)
    func cost(_ step: Replanner.Step) -> Double {
      board.put(step, as: .placed)
      defer { board.takeUp(0) }
      return prices.cost(board.keeper.units)
    }
    let all = CandidateList.choices(of: 0, on: board, blockers: 0, Effort(1_000_000)).candidates
    func far(_ step: Replanner.Step) -> Int {
      abs(step.day - 9) * 8 + (step.position == board.old[0]?.position ? 0 : 1) + (step.people == [0] ? 0 : 2)
        + (step.room == 0 ? 0 : 1)
    }
    let near = all.map(\.step).enumerated().sorted { (far($0.1), $0.0) < (far($1.1), $1.0) }.prefix(160)
    #expect(cheapest.map(cost) == near.map { cost($0.1) }.min())
  }
}
