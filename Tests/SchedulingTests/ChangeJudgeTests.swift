import Civil
import Testing

@testable import Scheduling

@Suite struct ChangeJudgeTests {
  /// Any placement of a session, mostly a broken one.
  private func anywhere(_ session: Int, _ problem: Problem, _ problems: inout RandomProblems) -> Placement {
    let one = problem.sessions[session]
    let needsRoom = problem.series[one.series].kind.needsRoom
    return Placement(
      session: session, date: monday + problems.number(-2...30), block: problems.number(0...2),
      first: problems.number(1...4), periods: one.periods,
      room: needsRoom ? problems.number(0...problem.rooms.count - 1) : nil,
      people: Array(
        (0..<problem.people.count).shuffled(using: &problems.random).prefix(problems.number(0...2)))
    )
  }

  @Test(arguments: 300..<340)
  func `the difference of a change is the full count after less the full count before`(seed: Int) {
    var problems = RandomProblems(seed: UInt64(seed))
    let problem = problems.next()
    var placements: [Placement] = []
    for session in problem.sessions.indices where problems.chance(0.9) {
      placements.append(anywhere(session, problem, &problems))
    }
    let previous = Dictionary(
      uniqueKeysWithValues: placements.filter { _ in problems.chance(0.5) }.map { ($0.session, $0) })
    let before = Timetable(problem, placements, previous: previous)
    let judge = ChangeJudge(before)
    for _ in 0..<40 {
      let session = problems.number(0...problem.sessions.count - 1)
      var new = anywhere(session, problem, &problems)
      let index = placements.firstIndex { $0.session == session }
      if let index, problems.chance(0.5) {
        // The same time and room with other people.
        let people = new.people
        new = placements[index]
        new.people = people
      }
      var changed = placements
      if let index { changed[index] = new } else { changed.append(new) }
      let after = Timetable(problem, changed, previous: previous)
      let difference = judge.change(to: new)
      for constraint in [Constraint].standard {
        #expect(
          difference.units[constraint.id] == constraint.total(in: after) - constraint.total(in: before),
          "\(constraint.id)")
      }
      let hard = [Constraint].standard.hard.reduce(0) {
        $0 + $1.violations(in: after).count - $1.violations(in: before).count
      }
      #expect(difference.broken.count - difference.mended.count == hard)
    }
  }

  @Test func `changes of several sessions are judged together, by the constraints asked for`() {
    let problem = Problem.example(
      people: [.example("L1", mentor: true), .example("L2", mentor: true)],
      series: [.example("T", kind: .office, gap: 7, trainees: [0])],
      sessions: (1...2).map { .init(series: 0, module: "", part: $0, periods: 2) })
    let old = [Placement.example(0, periods: 2), .example(1, day: 7, periods: 2)]
    let judge = ChangeJudge(Timetable(problem, old), [.mentoring, .rest])
    let one = judge.change(to: .example(0, periods: 2, people: [1]))
    #expect(one.broken.map(\.constraint) == ["H9"])
    let both = judge.change(to: [
      .example(0, periods: 2, people: [1]), .example(1, day: 7, periods: 2, people: [1]),
    ])
    #expect(both.units["H9"] == 0 && both.broken.isEmpty && both.mended.isEmpty)
    #expect(Set(both.units.keys) == ["H9", "rest"])
  }

  @Test func `what is broken at both places is not news`() {
    let problem = Problem.example(
      rooms: [.example("small", seats: 5), .example("R2")], series: [.example()],
      sessions: [.init(series: 0, module: "a", periods: 4), .init(series: 0, module: "b", periods: 4)])
    let judge = ChangeJudge(Timetable(problem, [.example(0), .example(1, day: 1, room: 1)]))
    let later = judge.change(to: .example(0, day: 2))
    #expect(later.broken.isEmpty && later.mended.isEmpty)
    let clash = judge.change(to: .example(0, day: 1, room: 1))
    #expect(Set(clash.broken.map(\.constraint)) == ["H3", "H4", "H5", "H6"])
    #expect(clash.mended.map(\.constraint) == ["H4"])
    #expect(clash.units["rooms"] == -1)
  }
}
