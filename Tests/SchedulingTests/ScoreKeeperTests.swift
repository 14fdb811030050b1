import Civil
import Testing

@testable import Scheduling

@Suite struct ScoreKeeperTests {
  /// Random placements and removals; after each, what the keeper says is what the readable constraints say.
  @Test(arguments: 0..<40) func `the incremental counts equal the readable constraints`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    var previous: [Int: Placement] = [:]
    for session in problem.sessions.indices where problems.chance(0.3) {
      previous[session] = .example(
        session, day: problems.number(0...27), periods: problem.sessions[session].periods, people: [0])
    }
    let keeper = ScoreKeeper(SearchSpace(problem, previous: previous))
    for _ in 0..<250 {
      let session = problems.number(0...problem.sessions.count - 1)
      if keeper.isPlaced(session) {
        if problems.chance(0.5) { keeper.remove(session) }
      } else {
        tryPlacing(session, keeper, previous, &problems)
      }
    }
  }

  private func tryPlacing(
    _ session: Int, _ keeper: ScoreKeeper, _ previous: [Int: Placement], _ problems: inout RandomProblems
  ) {
    let problem = keeper.space.problem
    let needsRoom = problem.series[problem.sessions[session].series].kind.needsRoom
    let day = problems.number(0...27)
    let position = problems.number(0...keeper.space.grid.count - 1)
    let room = needsRoom ? problems.number(0...problem.rooms.count - 1) : -1
    let people = Array(
      (0..<problem.people.count).shuffled(using: &problems.random).prefix(problem.sessions[session].team))
    let before = keeper.timetable(previous: previous)
    let broken = before.hardTotal
    let obstacle = keeper.obstacle(session, day: day, position: position, room: room, people: people)
    let tried = Timetable(
      problem,
      before.placed.map(\.placement)
        + [keeper.placement(session, day: day, position: position, room: room, people: people)],
      previous: previous)
    // An obstacle is a broken rule, and a broken rule an obstacle.
    #expect((obstacle == nil) == (tried.hardTotal == 0), "\(String(describing: obstacle))")
    #expect(broken == 0)
    guard obstacle == nil else { return }
    keeper.place(session, day: day, position: position, room: room, people: people)
    let after = keeper.timetable(previous: previous)
    for constraint in [Constraint].standard.soft {
      #expect(keeper.units[constraint.id] == constraint.total(in: after), "\(constraint.id)")
    }
  }
}

extension Timetable {
  fileprivate var hardTotal: Int { [Constraint].standard.hard.reduce(0) { $0 + $1.total(in: self) } }
}
