import Civil
import Testing

@testable import Scheduling

/// Problems that no centre would hand in on purpose: whatever they are, the solver ends, and breaks no hard rule.
@Suite struct OddProblemTests {
  @Test(arguments: 1...60) func `the solver ends on the oddest problems without breaking a rule`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(1_000 + seed))
    let problem = odd(problems.next(), &problems)
    var previous: [Int: Placement] = [:]
    for session in problem.sessions.indices where problems.chance(0.2) {
      previous[session] = .example(
        session, day: problems.number(-40...80), block: problems.number(-1...2),
        first: problems.number(1...9),
        room: problems.chance(0.5) ? problems.number(-1...9) : nil, people: [problems.number(-1...20)])
    }
    let solution = Solver(problem, previous: previous).solve(
      SearchLimits(steps: 40, seed: UInt64(seed)), clock: { 0 })
    #expect(solution.placements.count + solution.unplaced.count == problem.sessions.count)
    let timetable = Timetable(problem, solution.placements)
    for constraint in [Constraint].standard.hard {
      #expect(constraint.violations(in: timetable).isEmpty, "\(constraint.id)")
    }
    for (_, reason) in solution.unplaced { #expect(!reason.english.isEmpty && !reason.chinese.isEmpty) }
  }

  /// The problem with some of its values made extreme.
  private func odd(_ problem: Problem, _ chance: inout RandomProblems) -> Problem {
    var odd = problem
    if chance.chance(0.1) { odd.rooms = [] }
    if chance.chance(0.1) { odd.people = odd.people.prefix(1).map { stripped($0) } }
    if chance.chance(0.1) { odd.planTo = odd.planFrom + chance.number(-3...0) }
    if chance.chance(0.1) { odd.blocks = odd.blocks.map { Block(id: $0.id, start: $0.start, periods: 1) } }
    if chance.chance(0.1) {
      odd.blocks = (0..<3).map { Block(id: "B\($0)", start: ClockTime(minutes: 30 * $0), periods: 20) }
    }
    let sessions = odd.sessions
    odd.sessions = sessions.map { session in
      Problem.Session(
        series: session.series, order: chance.chance(0.1) ? 1 : session.order, module: session.module,
        part: session.part, periods: chance.chance(0.1) ? chance.number(0...30) : session.periods,
        qualification: chance.chance(0.1) ? "nobody's" : session.qualification, features: session.features,
        team: chance.chance(0.1) ? chance.number(1...9) : session.team,
        gapDays: chance.chance(0.1) ? chance.number(0...60) : session.gapDays,
        pins: chance.chance(0.2) ? [pin(odd, &chance), pin(odd, &chance)] : [])
    }
    return odd
  }

  private func pin(_ problem: Problem, _ chance: inout RandomProblems) -> Problem.Pin {
    Problem.Pin(
      date: chance.chance(0.5) ? monday + chance.number(-10...40) : nil,
      block: chance.chance(0.5) ? chance.number(0...problem.blocks.count - 1) : nil,
      first: chance.chance(0.5) ? chance.number(1...9) : nil,
      room: chance.chance(0.3) && !problem.rooms.isEmpty ? chance.number(0...problem.rooms.count - 1) : nil,
      people: chance.chance(0.3) ? [chance.number(0...problem.people.count - 1)] : nil)
  }

  private func stripped(_ person: Problem.Person) -> Problem.Person {
    Problem.Person(
      id: person.id, isLecturer: true, maxPeriodsDay: 0, maxPeriodsWeek: 0,
      open: WeeklyPattern(open: Array(repeating: [], count: 7)))
  }
}
