/// One track of the search over cells: simulated annealing by moves and exchanges of single sessions.
///
/// A proposal moves a session to a cell, or exchanges it with the one held there. What it would change is counted
/// from tables; most proposals clash and are turned down by that alone. Conflicts may stand for a while at a price,
/// and only timetables without any are kept as the best.
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
  private(set) var best = Snapshot()
  private var leastCost = Int.max
  private var leastHard = Int.max

  init(_ space: CellSpace, seed: UInt64) {
    self.space = space
    random = RandomSource(seed: seed)
    state = CellState(space, arena)
    bestPeriod = Table(arena, space.sessions, -1)
    bestRoom = Table(arena, space.sessions, -1)
    teams = space.space.problem.series.map { $0.people.sorted() }
    logarithms = CellCooling.logarithms(arena)
    chain = CellChain(arena, sessions: space.sessions)
  }

  var unplaced: Int { state.hard }
  var softCost: Double { Double(state.cost) / space.scale }

  // MARK: Beginning

  func begin(stop: () -> Bool) {
    var start = CellStart(space, seed: random.next())
    start.fill(&state, rounds: CellCooling.startRounds, stop: stop)
    keep()
  }

  // MARK: Steps

  func advance(_ count: Int, done: Double) {
    run(count, temperature: CellCooling.temperature(at: done))
    keep()
    steps += count
  }

  /// So many proposals at a temperature.
  private func run(_ count: Int, temperature: Double) {
    let proposals = CellProposals(space, logarithms, chain, temperature: temperature)
    var random = self.random
    var least = leastCost
    proposals.run(count, &state, &random, least: &least, bestPeriod, bestRoom)
    self.random = random
    if least < leastCost {
      leastCost = least
      leastHard = -1
    }
  }

  /// Makes the best timetable known.
  private func keep() {
    if leastHard == -1 {
      leastHard = 0
      best = space.snapshot(bestPeriod, bestRoom, teams: teams)
    } else if state.hard == 0, state.cost < leastCost || best.unplaced > 0 {
      leastCost = state.cost
      leastHard = 0
      best = space.snapshot(state.periodOf, state.roomOf, teams: teams)
    } else if best.unplaced > 0, state.hard < leastHard {
      leastHard = state.hard
      let found = space.snapshot(state.periodOf, state.roomOf, teams: teams)
      if found.isBetter(than: best) { best = found }
    }
  }
}
