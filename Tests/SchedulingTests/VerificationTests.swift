import Civil
import Testing

@testable import Scheduling

@Suite struct VerificationTests {
  private let problem = Problem.example(
    series: [.example("C1"), .example("C2")],
    sessions: [.init(series: 0, module: "a", periods: 4), .init(series: 1, module: "a", periods: 4)])

  /// Real steps of the search, from the first timetable to a cold one; after each all is counted anew.
  @Test(arguments: 300..<330) func `every step of a search counts as the readable constraints do`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    var previous: [Int: Placement] = [:]
    for session in problem.sessions.indices where problems.chance(0.3) {
      previous[session] = .example(
        session, day: problems.number(0...27), periods: problem.sessions[session].periods, people: [0])
    }
    let solution = Solver(problem, previous: previous).solve(
      SearchLimits(steps: 120, seed: UInt64(seed), verify: true), clock: { 0 })
    #expect(solution.discrepancy == nil, "\(solution.discrepancy?.wording.english ?? "")")
    #expect(solution.steps == 120)
  }

  @Test func `two classes in one room at a time are found`() throws {
    let space = SearchSpace(problem, previous: [:])
    let keeper = ScoreKeeper(space)
    keeper.place(0, day: 0, position: 0, room: 0, people: [0])
    #expect(Verification(space, SoftPrices(.standard)).discrepancy(in: keeper, after: 1) == nil)
    keeper.place(1, day: 0, position: 0, room: 0, people: [1])
    let found = try #require(Verification(space, SoftPrices(.standard)).discrepancy(in: keeper, after: 2))
    #expect(found.constraint == "H4" && found.step == 2)
    #expect(found.wording.english.contains("after step 2"))
    #expect(found.wording.chinese.contains("第 2 步"))
  }

  @Test func `a wrong count is found`() throws {
    let keeper = ScoreKeeper(SearchSpace(problem, previous: [:]))
    keeper.place(0, day: 0, position: 0, room: 0, people: [0])
    // The other space knows of a published timetable, from which the placement is a move.
    let other = SearchSpace(problem, previous: [0: .example(0, day: 1)])
    let found = try #require(Verification(other, SoftPrices(.standard)).discrepancy(in: keeper, after: 1))
    #expect(found.constraint == "moved" && found.counted == 0 && found.recounted == 1)
  }
}
