import Civil
import Testing

@testable import Scheduling

@Suite struct RepairTests {
  /// Somebody away on these days of the plan.
  private func away(_ days: ClosedRange<Int>) -> [BusyTime] {
    [CivilMoment(monday + days.lowerBound)..<CivilMoment(monday + days.upperBound + 1)]
  }

  private func broken(_ problem: Problem, _ placements: [Placement]) -> [String] {
    let timetable = Timetable(problem, placements)
    return [Constraint].standard.hard.filter { $0.total(in: timetable) > 0 }.map(\.id)
  }

  @Test func `one substitute is one move`() {
    let problem = Problem.example(
      people: [.example("L1", busy: away(0...0)), .example("L2")], series: [.example()],
      sessions: (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let old = [
      0: Placement.example(0), 1: .example(1, day: 1), 2: .example(2, day: 2),
    ]
    let repair = Repairer(problem, previous: old).repair()
    #expect(repair.moved == [0])
    #expect(repair.isFewest && repair.fewestMoves == 1)
    #expect(broken(problem, repair.placements).isEmpty)
    #expect(repair.placements.filter { $0.session != 0 } == [old[1], old[2]])
  }

  /// L1 is away; only L2 could stand in, but holds another session then, which only L3 could take over.
  private func swap(third: Bool) -> (problem: Problem, old: [Int: Placement]) {
    let pinned = Problem.Pin(date: monday, block: 0, first: 1, room: nil, people: nil)
    let people: [Problem.Person] = [
      .example("L1", holds: ["tax"], busy: away(0...0)), .example("L2", holds: ["tax", "law"]),
      .example("L3", holds: third ? ["law"] : []),
    ]
    let problem = Problem.example(
      people: people, series: [.example("C1"), .example("C2")],
      sessions: [
        .init(series: 0, module: "tax", periods: 4, qualification: "tax", pins: [pinned]),
        .init(series: 1, module: "law", periods: 4, qualification: "law", pins: [pinned]),
      ])
    return (problem, [0: .example(0), 1: .example(1, room: 1, people: [1])])
  }

  @Test func `where one must make way for another, two moves are proved to be the fewest`() {
    let (problem, old) = swap(third: true)
    let repair = Repairer(problem, previous: old).repair()
    #expect(repair.moved == [0, 1])
    #expect(repair.isFewest && repair.fewestMoves == 2)
    #expect(broken(problem, repair.placements).isEmpty)
  }

  @Test func `a budget too small for a repair is kept, and said to be too small`() {
    let (problem, old) = swap(third: true)
    let repair = Repairer(problem, previous: old).repair(maxMoves: 1)
    #expect(repair.fewestMoves == 2)
    #expect(repair.moved.isEmpty && repair.unplaced.map(\.session) == [0])
    #expect(!repair.isFewest && !repair.isImpossible)
  }

  @Test func `what no moves can repair is said to be impossible`() {
    let (problem, old) = swap(third: false)
    let repair = Repairer(problem, previous: old).repair()
    #expect(repair.isImpossible && repair.fewestUnplaced == 1)
    #expect(repair.unplaced.map(\.session) == [0] && repair.moved.isEmpty)
  }

  /// A class of four days, of which the plan leaves one more; its lecturer is away on the first days.
  private func shifted(away days: Int) -> RepairBoard {
    var problem = Problem.example(
      people: [.example("L1", busy: away(0...(days - 1)))], series: [.example("C1", day: 4)],
      sessions: (1...4).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    problem.planTo = problem.planFrom + 4
    let old = Dictionary(uniqueKeysWithValues: (0...3).map { ($0, Placement.example($0, day: $0)) })
    return RepairBoard(SearchSpace(problem, previous: old), previous: old)
  }

  @Test func `where the first of a class must come a day later, the clauses move all of it`() {
    let board = shifted(away: 1)
    var fewest = FewestMoves(board, most: 4, Effort(100_000))
    #expect(fewest.run() == .found)
    #expect(fewest.moves == 4 && fewest.leftOut == 0 && board.moves == 4)
    #expect(board.placements.map(\.day) == [1, 2, 3, 4])
  }

  @Test func `with too few moves allowed, the clauses say so`() {
    var fewest = FewestMoves(shifted(away: 1), most: 3, Effort(100_000))
    #expect(fewest.run() == .tooFew && fewest.moves == 4)
  }

  @Test func `where a day is missing, the clauses leave out one`() {
    let board = shifted(away: 2)
    var fewest = FewestMoves(board, most: 4, Effort(100_000))
    #expect(fewest.run() == .found && fewest.leftOut == 1)
    #expect(board.standing.count { $0 == .out } == 1)
  }

  @Test func `time, room and people are kept separately`() {
    let problem = Problem.example(
      people: [.example("L1", busy: away(0...0)), .example("L2")], series: [.example()],
      sessions: [.init(series: 0, module: "m", periods: 4)])
    let old = [0: Placement.example(0)]
    let sameTime = Repairer(problem, previous: old, keeps: [0: [.time]]).repair()
    #expect(sameTime.placements.first?.people == [1] && sameTime.placements.first?.date == monday)
    let samePeople = Repairer(problem, previous: old, keeps: [0: [.people, .room]]).repair()
    #expect(samePeople.placements.first?.people == [0] && samePeople.placements.first?.date != monday)
    let nothing = Repairer(problem, previous: old, keeps: [0: [.people, .time]]).repair()
    #expect(nothing.unplaced.map(\.session) == [0] && nothing.isImpossible)
  }

  @Test func `nothing is moved before the start, and what lies before it stays`() {
    let problem = Problem.example(
      people: [.example("L1", busy: away(5...5)), .example("L2", busy: away(5...27))], series: [.example()],
      sessions: (1...3).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let old = [0: Placement.example(0), 1: .example(1, day: 5), 2: .example(2, day: 9)]
    let repair = Repairer(problem, previous: old, from: monday + 4).repair()
    #expect(repair.moved == [1])
    #expect(repair.placements.allSatisfy { $0.session == 0 || $0.date >= monday + 4 })
  }

  @Test func `what was held though it breaks a rule now still keeps later meetings apart`() {
    let problem = Problem.example(
      people: [.example("L1", mentor: true, busy: away(3...3) + away(10...10))],
      series: [.example("T", kind: .office, gap: 7, trainees: [0])],
      sessions: (1...2).map { .init(series: 0, module: "", part: $0, periods: 2) })
    let old = [0: Placement.example(0, day: 3, periods: 2), 1: .example(1, day: 10, periods: 2)]
    let repair = Repairer(problem, previous: old, from: monday + 4).repair()
    #expect(repair.held == [0] && repair.moved == [1] && repair.unplaced.isEmpty)
    #expect(repair.placements.count == 2 && repair.placements.contains { $0 == old[0] })
    let later = repair.placements.first { $0.session == 1 }
    #expect(later.map { $0.date > monday + 10 } ?? false)
    #expect(broken(problem, repair.placements) == ["H5"])
  }

  @Test func `a mentor who is gone is followed by another, what was held before set aside`() {
    let problem = Problem.example(
      people: [.example("L1"), .example("L2", mentor: true)],
      series: [.example("T", kind: .office, gap: 7, trainees: [0])],
      sessions: (1...2).map { .init(series: 0, module: "", part: $0, periods: 2) })
    let old = [0: Placement.example(0, day: 1, periods: 2), 1: .example(1, day: 10, periods: 2)]
    let repair = Repairer(problem, previous: old, from: monday + 4).repair()
    #expect(repair.held == [0] && repair.moved == [1] && repair.isFewest)
    #expect(repair.placements.contains { $0.session == 1 && $0.people == [1] })
  }

  @Test func `a list of places ends where the effort does`() {
    let problem = Problem.example(
      people: (1...9).map { .example("L\($0)") }, series: [.example()],
      sessions: [.init(series: 0, module: "m", periods: 2)])
    let board = RepairBoard(SearchSpace(problem, previous: [:]), previous: [:])
    let (little, much) = (Effort(200), Effort(1_000_000))
    let some = CandidateList.choices(of: 0, on: board, blockers: 0, little)
    let all = CandidateList.choices(of: 0, on: board, blockers: 0, much)
    #expect(little.isSpent && little.left > -20)
    #expect(some.candidates.count < all.candidates.count && !much.isSpent)
    let first = CandidateList.choices(of: 0, on: board, blockers: 0, upTo: 7, much)
    #expect(first.candidates.map(\.step.day) == Array(repeating: 0, count: first.candidates.count))
    #expect((7...18).contains(first.candidates.count))
  }

  @Test func `a closed room is left by the sessions in it alone`() {
    var room = Problem.Room.example("R1")
    room.closed = [monday + 1]
    let problem = Problem.example(
      rooms: [room, .example("R2")], series: [.example()],
      sessions: (1...2).map { .init(series: 0, order: $0, module: "m\($0)", periods: 4) })
    let old = [0: Placement.example(0), 1: .example(1, day: 1)]
    let repair = Repairer(problem, previous: old).repair()
    #expect(repair.moved == [1] && repair.isFewest)
    #expect(broken(problem, repair.placements).isEmpty)
    #expect(broken(problem, Array(old.values)) == ["H4"])
  }
}
