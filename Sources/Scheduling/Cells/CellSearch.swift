/// One track of the search over cells: simulated annealing by moves and exchanges of single sessions.
///
/// A proposal moves a session to a cell, exchanges it with the one held there, or moves it with all that hangs on it
/// (`CellChain`). What it would change is counted from tables; most proposals clash and are turned down by that
/// alone. Conflicts that the first timetable may have are ended and never made.
final class CellSearch: Track {
  static let stride = 4_096

  private let space: CellSpace
  private let arena = Arena()
  private var state: CellState
  private var random: RandomSource
  /// By session: the cells of the best timetable so far.
  private let bestPeriod: Table<Int32>
  private let bestRoom: Table<Int32>
  private let teams: [[Int]]
  private let logarithms: Table<Float>
  private let chain: CellChain
  private(set) var steps = 0
  /// The cost of the best timetable without conflicts; `Int.max`: none was found yet.
  private var leastCost = Int.max
  /// The fewest conflicts so far.
  private var leastHard = Int.max
  private var made = Snapshot()
  private var isMade = true

  init(_ space: CellSpace, seed: UInt64) {
    self.space = space
    random = RandomSource(seed: seed)
    state = CellState(space, arena)
    bestPeriod = Table(arena, space.sessions, -1)
    bestRoom = Table(arena, space.sessions, -1)
    teams = space.space.problem.series.map { $0.people.sorted() }
    logarithms = CellCooling.logarithms(arena)
    chain = CellChain(arena, space)
  }

  var best: Snapshot {
    if !isMade {
      made = space.snapshot(bestPeriod, bestRoom, teams: teams)
      isMade = true
    }
    return made
  }
  var bestUnplaced: Int { leastHard == 0 ? 0 : best.unplaced }
  var bestCost: Double { leastHard == 0 ? Double(leastCost) / space.scale : best.cost }

  var unplaced: Int { min(state.hard, space.sessions) }
  var softCost: Double { Double(state.cost) / space.scale }

  // MARK: Beginning

  /// Gives every session a cell (`CellStart`).
  func begin(stop: () -> Bool) {
    var start = CellStart(space, seed: random.next())
    start.fill(&state, rounds: CellCooling.startRounds(sessions: space.sessions), stop: stop)
    keep()
  }

  // MARK: Steps

  func advance(_ count: Int, done: Double) {
    run(count, temperature: CellCooling.temperature(at: done))
    keep()
    steps += count
  }

  /// Goes on from another track's timetable, if it is complete.
  func adopt(_ other: Snapshot) {
    guard other.unplaced == 0, other.placements.count == space.sessions else { return }
    for one in other.placements { state.remove(one.session) }
    for one in other.placements {
      state.place(one.session, period: one.day * space.slots + one.position, room: one.room)
    }
    keep()
  }

  /// So many proposals at a temperature.
  private func run(_ count: Int, temperature: Double) {
    let proposals = CellProposals(space, logarithms, chain, temperature: temperature)
    // Copies in registers and on the stack: what belongs to an object is looked at for overlapping access.
    var (state, random, least) = (self.state, self.random, leastCost)
    proposals.run(count, &state, &random, least: &least, bestPeriod, bestRoom)
    (self.state, self.random) = (state, random)
    if least < leastCost {
      leastCost = least
      leastHard = 0
      isMade = false
    }
  }

  /// Keeps the timetable under search where it is better than the best so far.
  private func keep() {
    if state.hard == 0 ? state.cost < leastCost : state.hard < leastHard {
      if state.hard == 0 { leastCost = state.cost }
      leastHard = state.hard
      bestPeriod.copy(from: state.periodOf)
      bestRoom.copy(from: state.roomOf)
      isMade = false
    }
  }
}
