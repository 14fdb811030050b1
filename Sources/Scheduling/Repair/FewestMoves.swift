/// The fewest moves, from below: stays that cannot all be are found until those left can (core-guided search).
///
/// After OLL (B. Andres, B. Kaufmann, O. Matheis, T. Schaub, 2012; A. Morgado et al., 2014): whenever some stays
/// cannot hold together, one of these sessions moves; from then on it is assumed that only one does. Where sessions
/// cannot be placed however many move, one of them is left out. Sessions become tasks of the ``MoveEncoding`` when
/// it takes their going away to place the others, so that far fewer are planned than there are.
struct FewestMoves {
  enum Ending {
    /// The board holds a repair that leaves out and moves no more than must.
    case found
    /// The moves allowed are too few.
    case tooFew
    /// The effort is used up.
    case spent
  }

  private let board: RepairBoard
  private let start: RepairBoard.Picture
  private let encoding: MoveEncoding
  private let effort: Effort
  /// More than so many moves are not asked for.
  private let most: Int
  /// Sessions that cannot have their published places whatever else is done.
  private let bound: Int
  /// Every stay named so far; what is assumed of them, and of sessions being placed.
  private var stays: [Literal] = []
  private var staying: [Literal] = []
  private var placing: [Literal] = []
  private var counts: [Literal: Count] = [:]
  /// Work that adding sessions took.
  private var adding = 0
  /// Proved: so many sessions move, or are left out, at least where no more than `leftOut` are left out.
  private(set) var moves: Int
  /// Proved: so many sessions are left out at least.
  private(set) var leftOut = 0
  /// A state of the board in which what could not be placed yet is open.
  private(set) var nearest: (picture: RepairBoard.Picture, open: Int)?

  /// Literals of which no more than `allowed` fail while that which stands for the count holds.
  private struct Count {
    let literals: [Literal]
    let allowed: Int
  }

  /// What is looked at in clauses at the cost of one place.
  private static let clausesPerPlace = 6
  /// Work that adding sessions may take in all: some ten million literals.
  private static let mostAdding = 12_000_000
  /// Conflicts after which a question is given up, and those for making a set of stays smaller.
  private static let (patience, trimming) = (200_000, 200)

  /// The board is as published, with what must be placed open.
  init(_ board: RepairBoard, most: Int, _ effort: Effort) {
    self.board = board
    self.most = most
    self.effort = effort
    start = board.picture
    bound = board.open.count { board.isPublished[$0] && !board.mayStay[$0] }
    moves = bound
    encoding = MoveEncoding(board)
  }

  mutating func run() -> Ending {
    if !add(board.open) { return .spent }
    var looked = 0
    while true {
      effort.spend((encoding.search.work - looked) / Self.clausesPerPlace + 1)
      looked = encoding.search.work
      if effort.isSpent { return .spent }
      if moves > most { return .tooFew }
      let new = encoding.takeNew()
      stays += new.stays
      staying += new.stays
      placing += new.placed
      let verdict = encoding.search.search(
        conflicts: Self.patience, work: effort.left * Self.clausesPerPlace, assuming: placing + staying)
      switch verdict {
      case .unknown: return .spent
      case .unsatisfiable:
        // Without anything assumed there is always the way of leaving all out.
        guard !encoding.search.failed.isEmpty else { return .spent }
        relax(smaller(encoding.search.failed))
      case .satisfiable:
        switch settle() {
        case .repair: return .found
        case .known, .tooMany: return .spent
        case .learned: break
        }
      }
    }
  }

  /// Lets sessions move; false where there would be too many clauses to look through them within the effort.
  private mutating func add(_ sessions: [Int]) -> Bool {
    for session in sessions {
      if adding > min(Self.mostAdding, effort.left * Self.clausesPerPlace) { return false }
      let before = encoding.search.work
      encoding.add(session)
      adding += encoding.search.work - before
    }
    return true
  }

  // MARK: What cannot hold together

  /// A part of the literals that cannot hold together either.
  private func smaller(_ failed: [Literal]) -> [Literal] {
    var core = failed
    var index = 0
    let end = encoding.search.work + effort.left / 4 * Self.clausesPerPlace
    // Every literal is left out in turn.
    while core.count > 1, index < core.count, encoding.search.work < end {
      var fewer = core
      fewer.remove(at: index)
      let verdict = encoding.search.search(
        conflicts: Self.trimming, work: end - encoding.search.work, assuming: fewer)
      if verdict == .unsatisfiable, !encoding.search.failed.isEmpty {
        let kept = Set(encoding.search.failed)
        core = fewer.filter(kept.contains)
      } else {
        index += 1
      }
    }
    return core
  }

  /// One of the sessions moves; or, where none that stays has a part in it, one is left out.
  private mutating func relax(_ core: [Literal]) {
    encoding.search.reset()
    encoding.search.add(core.map { !$0 })
    let members = Set(core)
    let moving = staying.filter(members.contains)
    if moving.isEmpty {
      leftOut += 1
      placing.removeAll(where: members.contains)
      placing += relaxed(core)
      // What was proved of moves was proved for all being placed.
      staying = stays
      moves = bound
    } else {
      moves += 1
      staying.removeAll(where: members.contains)
      staying += relaxed(moving)
    }
  }

  /// What is assumed in place of literals of which one fails: that no more than one does.
  private mutating func relaxed(_ literals: [Literal]) -> [Literal] {
    var new: [Literal] = []
    for literal in literals {
      if let count = counts[literal], let next = allow(count.allowed + 1, of: count.literals) {
        new.append(next)
      }
    }
    if let count = allow(1, of: literals) { new.append(count) }
    return new
  }

  /// A literal that holds only while no more than so many of the others fail; nil where all may.
  private mutating func allow(_ allowed: Int, of literals: [Literal]) -> Literal? {
    guard allowed < literals.count else { return nil }
    let literal = encoding.search.question()
    encoding.search.limit(
      literals.map { (!$0, 1) } + [(literal, literals.count - allowed)], to: literals.count)
    counts[literal] = Count(literals: literals, allowed: allowed)
    return literal
  }

  // MARK: What an assignment says

  private enum Settled {
    /// The board holds what the assignment says, which breaks nothing.
    case repair
    /// The encoding knows more than before.
    case learned
    /// It knew already what the assignment breaks.
    case known
    /// More sessions would have to be looked at than can be.
    case tooMany
  }

  private mutating func settle() -> Settled {
    let (steps, gone, left) = (encoding.steps, encoding.gone, encoding.leftOut)
    encoding.search.reset()
    board.restore(start)
    for session in gone + steps.map(\.session) + left where board.keeper.isPlaced(session) {
      board.takeUp(session)
    }
    for session in left { board.mark(session, .out) }
    var refused: [Replanner.Step] = []
    for step in steps {
      if board.obstacle(to: step) == nil {
        board.put(step, as: board.isMove(step) || !board.isPublished[step.session] ? .placed : .kept)
      } else {
        refused.append(step)
      }
    }
    if refused.isEmpty, gone.isEmpty { return .repair }
    let obstacles = refused.map { ($0, board.obstacle(to: $0)) }
    let open = refused.count + gone.count
    if left.isEmpty, open < nearest?.open ?? .max { nearest = (board.picture, open) }
    board.restore(start)
    var settled = Settled.known
    for (step, obstacle) in obstacles {
      if let obstacle, encoding.keep(step, from: obstacle, among: steps) { settled = .learned }
    }
    if gone.isEmpty { return settled }
    return add(gone) ? .learned : .tooMany
  }
}
