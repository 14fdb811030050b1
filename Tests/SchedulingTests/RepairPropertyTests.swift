import Civil
import Testing

@testable import Scheduling

/// Repairs of tiny problems beside the fewest moves that trying everything finds.
@Suite struct RepairPropertyTests {
  @Test(arguments: 0..<30) func `the moves of a repair are as few as trying everything finds`(seed: Int) {
    var tiny = TinyRepairs(seed: UInt64(seed))
    let (problem, old) = tiny.next()
    let repair = Repairer(problem, previous: old).repair(effort: 200_000)
    expectSound(repair, problem, old, most: nil)
    guard let fewest = Exhaustive(problem, old).fewestMoves else {
      #expect(!repair.unplaced.isEmpty)
      #expect(repair.fewestUnplaced <= Exhaustive(problem, old).fewestUnplaced)
      if repair.unplaced.count == repair.fewestUnplaced { #expect(repair.moved.count >= repair.fewestMoves) }
      // To prove that nothing helps takes more work than to find what helps.
      let patient = Repairer(problem, previous: old).repair(effort: 20_000_000)
      #expect(patient.isImpossible && patient.fewestUnplaced == Exhaustive(problem, old).fewestUnplaced)
      #expect(patient.unplaced.count == patient.fewestUnplaced)
      #expect(patient.moved.count >= patient.fewestMoves)
      return
    }
    #expect(repair.unplaced.isEmpty && repair.moved.count == fewest)
    #expect(repair.isFewest && !repair.isImpossible)
  }

  @Test(arguments: 100..<112) func `a budget is never exceeded, and said to be too small only where it is`(
    seed: Int
  ) {
    var tiny = TinyRepairs(seed: UInt64(seed))
    let (problem, old) = tiny.next()
    let fewest = Exhaustive(problem, old).fewestMoves
    for most in 0...2 {
      let repair = Repairer(problem, previous: old).repair(maxMoves: most, effort: 200_000)
      expectSound(repair, problem, old, most: most)
      if let fewest, fewest <= most {
        #expect(repair.unplaced.isEmpty && repair.moved.count == fewest)
      } else if let fewest {
        #expect(!repair.unplaced.isEmpty && repair.fewestMoves > most && repair.fewestMoves <= fewest)
      } else {
        #expect(!repair.unplaced.isEmpty)
      }
    }
  }

  @Test(arguments: 200..<210) func `little effort proves less and breaks nothing`(seed: Int) {
    var tiny = TinyRepairs(seed: UInt64(seed))
    let (problem, old) = tiny.next()
    let repair = Repairer(problem, previous: old).repair(effort: 300)
    expectSound(repair, problem, old, most: nil)
    if let fewest = Exhaustive(problem, old).fewestMoves {
      #expect(repair.fewestMoves <= fewest && !repair.isImpossible)
      if repair.unplaced.isEmpty { #expect(repair.moved.count >= fewest) }
    }
  }

  @Test(arguments: 300..<360) func `the fewest moves of the clauses are those that trying everything finds`(
    seed: Int
  ) {
    var tiny = TinyRepairs(seed: UInt64(seed))
    let (problem, old) = tiny.next()
    let space = SearchSpace(problem, previous: old)
    let board = RepairBoard(space, previous: old)
    let homeless = outside(board)
    var fewest = FewestMoves(board, most: .max, Effort(4_000_000))
    #expect(fewest.run() == .found)
    let exhaustive = Exhaustive(problem, old)
    #expect(fewest.leftOut + homeless == exhaustive.fewestUnplaced)
    #expect(board.standing.count { $0 == .out } == exhaustive.fewestUnplaced && board.open.isEmpty)
    if let count = exhaustive.fewestMoves { #expect(fewest.moves == count && board.moves == count) }
    let timetable = Timetable(problem, board.placements.map(space.placement), previous: old)
    for constraint in [Constraint].standard.hard {
      #expect(constraint.violations(in: timetable).isEmpty, "\(constraint.id)")
    }
  }

  @Test(arguments: 400..<420) func `clauses cut short prove no more than there must be`(seed: Int) {
    var tiny = TinyRepairs(seed: UInt64(seed))
    let (problem, old) = tiny.next()
    let board = RepairBoard(SearchSpace(problem, previous: old), previous: old)
    let homeless = outside(board)
    var fewest = FewestMoves(board, most: .max, Effort(60 + seed % 40 * 20))
    let ending = fewest.run()
    let exhaustive = Exhaustive(problem, old)
    #expect(fewest.leftOut + homeless <= exhaustive.fewestUnplaced)
    if let count = exhaustive.fewestMoves {
      #expect(fewest.moves <= count)
      if ending == .found { #expect(board.moves == count) }
    }
  }

  /// Marks what has no place on an empty timetable, and counts it.
  private func outside(_ board: RepairBoard) -> Int {
    let checks = Eligibility(board.space)
    let homeless = board.open.filter { !checks.hasPlace($0) }
    for session in homeless { board.mark(session, .out) }
    return homeless.count
  }

  private func expectSound(_ repair: Repair, _ problem: Problem, _ old: [Int: Placement], most: Int?) {
    let timetable = Timetable(problem, repair.placements, previous: old)
    for constraint in [Constraint].standard.hard {
      #expect(constraint.violations(in: timetable).isEmpty, "\(constraint.id)")
    }
    #expect(repair.placements.count + repair.unplaced.count == problem.sessions.count)
    #expect(repair.moved.count == Constraint.moved.total(in: timetable))
    if let most { #expect(repair.moved.count <= most) }
  }
}

/// Problems of three days with a timetable that held before somebody fell ill or a room was closed.
private struct TinyRepairs {
  var random: RandomProblems

  init(seed: UInt64) { random = RandomProblems(seed: seed) }

  mutating func next() -> (problem: Problem, old: [Int: Placement]) {
    var problem = problem()
    let keeper = ScoreKeeper(SearchSpace(problem, previous: [:]))
    var old: [Int: Placement] = [:]
    for session in problem.sessions.indices {
      var places = Exhaustive.places(of: session, keeper)
      places.shuffle(using: &random.random)
      guard let step = places.first, random.chance(0.95) else { continue }
      keeper.place(session, day: step.day, position: step.position, room: step.room, people: step.people)
      old[session] = keeper.placement(session)
    }
    disturb(&problem)
    return (problem, old)
  }

  private mutating func problem() -> Problem {
    let people = (0..<3).map { index in
      Problem.Person(
        id: "P\(index)", isLecturer: true, isMentor: true,
        qualifications: random.chance(0.7) ? ["tax"] : [], maxPeriodsDay: random.number(1...4),
        maxPeriodsWeek: random.number(3...6), open: always)
    }
    var series: [Problem.Series] = []
    var sessions: [Problem.Session] = []
    for index in 0..<random.number(2...3) {
      let isClass = index == 0 || random.chance(0.8)
      let count = isClass ? random.number(1...3) : 1 + index % 2
      series.append(
        .example(
          "C\(index)", kind: isClass ? .taught : .office, day: random.number(2...4),
          minLecturers: isClass && count > 1 ? random.number(1...2) : 1, gap: isClass ? 0 : 1,
          trainees: random.chance(0.3) ? [0] : [index]))
      sessions += (1...count).map { part in
        Problem.Session(
          series: index, order: isClass ? (part + 1) / 2 : 1, module: isClass ? "m\(part / 2)" : "",
          part: part,
          periods: isClass ? random.number(1...2) : 1,
          qualification: isClass && random.chance(0.4) ? "tax" : nil,
          team: isClass && random.chance(0.1) ? 2 : 1)
      }
    }
    var problem = Problem.example(
      rooms: [.example("R1"), .example("R2", site: random.number(0...1))], people: people, series: series,
      sessions: sessions)
    problem.planTo = problem.planFrom + 2
    problem.blocks = [
      Block(id: "AM", start: ClockTime(minutes: 510), periods: 2),
      Block(id: "PM", start: ClockTime(minutes: 640), periods: 1),
    ]
    return problem
  }

  private mutating func disturb(_ problem: inout Problem) {
    let date = monday + random.number(0...2)
    if random.chance(0.25) {
      problem.rooms[random.number(0...1)].closed = [date]
      return
    }
    let index = random.number(0...2)
    let known = problem.people[index]
    problem.people[index] = Problem.Person(
      id: known.id, isLecturer: true, isMentor: true, qualifications: known.qualifications,
      maxPeriodsDay: random.chance(0.3) ? 1 : known.maxPeriodsDay, maxPeriodsWeek: known.maxPeriodsWeek,
      open: known.open, busy: [CivilMoment(date)..<CivilMoment(date + random.number(1...2))])
  }
}

/// The fewest moves by trying every set of sessions and every way to place them.
private struct Exhaustive {
  private let problem: Problem
  private let old: [Int: Placement]
  private let space: SearchSpace

  init(_ problem: Problem, _ old: [Int: Placement]) {
    self.problem = problem
    self.old = old
    space = SearchSpace(problem, previous: [:])
  }

  /// Nil where not all sessions can be placed.
  var fewestMoves: Int? {
    let published = old.keys.sorted()
    guard isPossible(Set(published)) else { return nil }
    for count in 0...published.count {
      for moved in subsets(of: published[...], count) where isPossible(Set(moved)) { return count }
    }
    return nil
  }

  /// The fewest sessions that are left out, however many move.
  var fewestUnplaced: Int {
    let all = problem.sessions.indices
    return all.indices.first { place(Array(all), ScoreKeeper(space), leaving: $0) } ?? all.count
  }

  private func subsets(of sessions: ArraySlice<Int>, _ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    guard let first = sessions.first else { return [] }
    return subsets(of: sessions.dropFirst(), count - 1).map { [first] + $0 }
      + subsets(of: sessions.dropFirst(), count)
  }

  private func isPossible(_ moved: Set<Int>) -> Bool {
    let keeper = ScoreKeeper(space)
    for (session, placement) in old.sorted(by: { $0.key < $1.key }) where !moved.contains(session) {
      guard let step = space.step(of: placement),
        keeper.obstacle(session, day: step.day, position: step.position, room: step.room, people: step.people)
          == nil
      else { return false }
      keeper.place(session, day: step.day, position: step.position, room: step.room, people: step.people)
    }
    return place(problem.sessions.indices.filter { !keeper.isPlaced($0) }, keeper)
  }

  /// Places the sessions in every way, that with the fewest places first.
  private func place(_ sessions: [Int], _ keeper: ScoreKeeper, leaving count: Int = 0) -> Bool {
    let lists = sessions.map { (session: $0, places: Self.places(of: $0, keeper)) }
    guard let next = lists.min(by: { $0.places.count < $1.places.count }) else { return true }
    let rest = sessions.filter { $0 != next.session }
    for step in next.places {
      keeper.place(
        step.session, day: step.day, position: step.position, room: step.room, people: step.people)
      defer { keeper.remove(step.session) }
      if place(rest, keeper, leaving: count) { return true }
    }
    return count > 0 && place(rest, keeper, leaving: count - 1)
  }

  /// Every placement of the session that breaks nothing.
  static func places(of session: Int, _ keeper: ScoreKeeper) -> [Replanner.Step] {
    let problem = keeper.space.problem
    let team = problem.sessions[session].team
    let people = problem.people.indices
    let teams =
      team == 1
      ? people.map { [$0] } : people.flatMap { one in people.map { [one, $0] } }.filter { $0[0] < $0[1] }
    return (0..<keeper.space.days).flatMap { day in
      (0..<keeper.space.grid.count).flatMap { position in
        problem.rooms.indices.flatMap { room in
          teams.map {
            Replanner.Step(session: session, day: day, position: position, room: room, people: $0)
          }
        }
      }
    }.filter {
      keeper.obstacle(session, day: $0.day, position: $0.position, room: $0.room, people: $0.people) == nil
    }
  }
}
