/// One repair, from the board as published to the best that was found.
struct RepairRun {
  private let board: RepairBoard
  private let space: SearchSpace
  private let prices: SoftPrices
  private let weights: Weights
  private let search: MoveSearch
  private let most: Int
  /// Work to be done in all, and what is left of it.
  private let units: Int
  private let effort: Effort
  /// Sessions to be placed that were not published.
  private let newSessions: Int
  /// Sessions that cannot have their published places whatever else is done.
  private let mustMove: Int
  /// Proved: a repair that leaves out no more than `leftOut` moves at least so many.
  private(set) var bound: Int
  /// Proved: there is no complete repair.
  private(set) var isImpossible: Bool
  /// Proved: at least so many of the sessions that have a place by themselves are left out.
  private(set) var leftOut = 0

  /// From so many sessions on that were never placed, whole series are planned before single sessions.
  private static let manyNew = 8
  /// How many more moves than must be made are tried one by one.
  private static let mostExtra = 8
  /// Rounds of planning whole series anew.
  private static let replans = 100
  /// Up to so many moves another repair with as many is looked for, in case it costs less.
  private static let mostCompared = 60
  /// How often the work of a repair is done once more where the fewest moves are not proved.
  private static let settling = 4

  init(
    _ board: RepairBoard, _ space: SearchSpace, _ prices: SoftPrices, _ weights: Weights, effort units: Int,
    most: Int, isImpossible: Bool
  ) {
    self.board = board
    self.space = space
    self.prices = prices
    self.weights = weights
    self.most = most
    self.units = units
    effort = Effort(units)
    search = MoveSearch(board, prices, effort)
    mustMove = board.open.count { board.isPublished[$0] && !board.mayStay[$0] }
    bound = mustMove
    self.isImpossible = isImpossible
    newSessions = board.open.count { !board.isPublished[$0] }
  }

  mutating func run() {
    let start = board.picture
    let missing = board.standing.count { $0 == .out }
    let left = board.open
    effort.within(units / 3) { search.fill(moves: most) }
    var best = Found(board, missing)
    let isManyNew = best.unplaced > 0 && newSessions >= Self.manyNew
    if isManyNew { best = replan(start, best, missing) }
    if best.unplaced > 0, !isManyNew {
      best = mend(best, missing) { mender in effort.within(units / 4) { mender.place(left) } }
    }
    if best.unplaced > 0 || best.moves > bound {
      best = effort.within((effort.left - units / 8) / 2) { prove(start, best, missing) }
    }
    let first = best
    if best.unplaced > leftOut || best.moves > bound { best = settle(start, best, missing) }
    let isSettled = best.isBetter(than: first)
    if best.unplaced > leftOut, !isManyNew, bound <= most { best = replan(start, best, missing) }
    var rival: Found?
    if best.unplaced == 0, best.moves > bound {
      best = lessen(best, missing)
    } else if isSettled, best.moves <= Self.mostCompared {
      let other = first.unplaced > 0 ? replan(start, first, missing) : first
      if other.unplaced == best.unplaced { rival = lessen(other, missing) }
    }
    if best.unplaced > max(1, leftOut) || best.unplaced == 1 && bound > most {
      best = leaveOut(start, best, missing)
    }
    polish(best, rival)
  }

  /// Puts the best known state down and makes it cheaper, or another that moves as few and costs less then.
  private func polish(_ best: Found, _ rival: Found?) {
    func polished(_ found: Found) -> (picture: RepairBoard.Picture, cost: Double) {
      board.restore(found.picture)
      Polish(board, search, prices).run()
      return (board.picture, prices.cost(board.keeper.units))
    }
    guard let rival, rival.unplaced == best.unplaced, rival.moves == best.moves else {
      _ = polished(best)
      return
    }
    let one = effort.within(effort.left / 2) { polished(rival) }
    let other = polished(best)
    if one.cost < other.cost { board.restore(one.picture) }
  }

  private func lessen(_ known: Found, _ missing: Int) -> Found {
    mend(known, missing) { mender in effort.within(effort.left - units / 8) { mender.lessen() } }
  }

  /// Makes the best known state better, sessions at a time.
  private func mend(_ known: Found, _ missing: Int, _ change: (Mender) -> Void) -> Found {
    board.restore(known.picture)
    change(Mender(board, search, most: most))
    let found = Found(board, missing)
    return found.isBetter(than: known) ? found : known
  }

  /// A state of the board, and how good it is.
  private struct Found {
    let picture: RepairBoard.Picture
    let unplaced: Int
    let moves: Int

    /// `missing` sessions are out whatever is done.
    init(_ board: RepairBoard, _ missing: Int) {
      picture = board.picture
      unplaced = board.standing.count { $0 == .out || $0 == .open } - missing
      moves = board.moves
    }

    func isBetter(than other: Found) -> Bool { (unplaced, moves) < (other.unplaced, other.moves) }
  }

  /// Raises the bound, one move at a time, until a repair is found, none can be, or the effort is used up.
  private mutating func prove(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    let limit = min(most, bound + Self.mostExtra)
    let movable = board.standing.indices.count { board.isPublished[$0] && board.standing[$0] != .pinned }
    while bound <= limit {
      if known.unplaced == 0, known.moves <= bound { return known }
      board.restore(start)
      switch search.find(board.open, moves: bound) {
      case .found: return Found(board, missing)
      case .spent: return known
      case .none(let atAll):
        guard board.isTravelExact else { return known }
        if atAll {
          endWithOneLeftOut()
          return known
        }
        bound += 1
        if bound > movable {
          // Not even with every session elsewhere.
          endWithOneLeftOut()
          return known
        }
      }
    }
    return known
  }

  /// Notes that not all can be placed; what was proved of moves was proved for all being placed.
  private mutating func endWithOneLeftOut() {
    isImpossible = true
    leftOut = 1
    bound = max(0, mustMove - 1)
  }

  /// Raises the bound by the stays that cannot hold together, until a repair is found that moves no more.
  private mutating func settle(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    board.restore(start)
    var fewest = FewestMoves(
      board, most: known.unplaced == 0 ? known.moves - 1 : most, Effort(units * Self.settling))
    let ending = fewest.run()
    if board.isTravelExact {
      if fewest.leftOut >= leftOut {
        // A session that is left out does not move.
        let least = max(0, fewest.moves - fewest.leftOut)
        bound = fewest.leftOut == 0 ? max(bound, least) : least
        leftOut = fewest.leftOut
      }
      if leftOut > 0 { isImpossible = true }
    }
    if ending == .found {
      let found = Found(board, missing)
      return found.moves <= most && found.isBetter(than: known) ? found : known
    }
    guard let nearest = fewest.nearest else { return known }
    board.restore(nearest.picture)
    let left = board.open
    for session in left { board.mark(session, .out) }
    effort.within(units / 4) { Mender(board, search, most: most).place(left) }
    let found = Found(board, missing)
    return found.moves <= most && found.isBetter(than: known) ? found : known
  }

  /// Leaves out as few sessions as can be found to be enough.
  private mutating func leaveOut(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    let least = max(1, leftOut, bound - most)
    for count in stride(from: least, to: known.unplaced, by: 1) {
      board.restore(start)
      if search.find(board.open, moves: min(most, bound + Self.mostExtra / 2), leftOut: count) == .found {
        let found = Found(board, missing)
        return found.isBetter(than: known) ? found : known
      }
      if effort.isSpent { return known }
    }
    return known
  }

  /// Plans whole series anew with moves that cost more than anything else, then moves back what can go back.
  private func replan(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    let steep = SoftPrices(weights.replacing(.moved, with: 1000))
    let track = Search(space, steep, seed: 1)
    track.begin(stop: { false })
    var rounds = Self.replans
    while track.best.unplaced > missing + leftOut, rounds > 0 {
      track.advance(1, done: 0.5)
      rounds -= 1
    }
    board.restore(start)
    board.adopt(track.best.placements)
    Polish(board, search, prices).moveBack()
    let found = Found(board, missing)
    return found.moves <= most && found.isBetter(than: known) ? found : known
  }
}
