/// One repair, from the board as published to the best that was found.
struct RepairRun {
  private let board: RepairBoard
  private let space: SearchSpace
  private let prices: SoftPrices
  private let weights: Weights
  private let search: MoveSearch
  private let most: Int
  private let effort: Int
  /// Sessions to be placed that were not published.
  private let newSessions: Int
  /// Proved: a complete repair moves at least so many.
  private(set) var bound: Int
  /// Proved: there is no complete repair.
  private(set) var isImpossible: Bool

  /// From so many sessions on that were never placed, whole series are planned before single sessions.
  private static let manyNew = 8
  /// How many more moves than must be made are tried one by one.
  private static let mostExtra = 8

  init(
    _ board: RepairBoard, _ space: SearchSpace, _ prices: SoftPrices, _ weights: Weights, effort: Int,
    most: Int, isImpossible: Bool
  ) {
    self.board = board
    self.space = space
    self.prices = prices
    self.weights = weights
    self.most = most
    self.effort = effort
    search = MoveSearch(board, prices, effort: effort)
    bound = board.open.count { board.isPublished[$0] && !board.mayStay[$0] }
    self.isImpossible = isImpossible
    newSessions = board.open.count { !board.isPublished[$0] }
  }

  mutating func run() {
    let start = board.picture
    let missing = board.standing.count { $0 == .out }
    search.fill(moves: most)
    var best = Found(board, missing)
    let isManyNew = best.unplaced > 0 && newSessions >= Self.manyNew
    if isManyNew { best = replan(start, best, missing) }
    if best.unplaced > 0 || best.moves > bound { best = prove(start, best, missing) }
    if best.unplaced > 0, !isManyNew, bound <= most, !isImpossible || missing > 0 {
      best = replan(start, best, missing)
    }
    if best.unplaced > 1 || best.unplaced == 1 && bound > most { best = leaveOut(start, best, missing) }
    board.restore(best.picture)
    Polish(board, search, prices).run(effort: effort / 40)
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
      switch search.find(moves: bound, leftOut: 0) {
      case .found: return Found(board, missing)
      case .spent: return known
      case .none(let atAll):
        guard board.isTravelExact else { return known }
        if atAll {
          isImpossible = true
          return known
        }
        bound += 1
        if bound > movable {
          // Not even with every session elsewhere.
          bound = movable
          isImpossible = true
          return known
        }
      }
    }
    return known
  }

  /// Leaves out as few sessions as can be found to be enough.
  private mutating func leaveOut(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    let least = max(1, bound - most)
    for count in stride(from: least, to: known.unplaced, by: 1) {
      board.restore(start)
      if search.find(moves: min(most, bound + Self.mostExtra / 2), leftOut: count) == .found {
        let found = Found(board, missing)
        return found.isBetter(than: known) ? found : known
      }
      if search.effort <= 0 { return known }
    }
    return known
  }

  /// Plans whole series anew with moves that cost more than anything else, then moves back what can go back.
  private func replan(_ start: RepairBoard.Picture, _ known: Found, _ missing: Int) -> Found {
    let steep = SoftPrices(weights.replacing(.moved, with: 1000))
    let track = Search(space, steep, seed: 1)
    track.begin(stop: { false })
    var rounds = effort / 60
    while track.best.unplaced > missing, rounds > 0 {
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
