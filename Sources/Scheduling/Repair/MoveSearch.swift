/// Looks for a repair within a number of moves, or proves that there is none.
///
/// Depth first: the open session with the fewest places is put down; kept sessions in the way of a place are taken
/// up too and must go elsewhere, each of which is a move. As every place comes with every smallest set of sessions
/// in its way, a search that ends without a repair has proved that none exists within the moves. Where a session
/// finds no place, the search goes back to the last decision that had a part in it (Prosser's conflict-directed
/// backjumping, 1993).
final class MoveSearch {
  enum Ending: Equatable {
    /// The board holds the repair.
    case found
    /// There is none; `atAll`: not with any number of moves either.
    case none(atAll: Bool)
    /// The effort is used up.
    case spent
  }

  private let board: RepairBoard
  private let prices: SoftPrices
  /// Lists of places that may still be made.
  private(set) var effort: Int
  /// Open sessions looked at before one is chosen.
  private static let considered = 12

  // Of the search in hand.
  private var mostMoves = 0
  private var mostLeftOut = 0
  private var wasCut = false
  /// Published sessions put down elsewhere.
  private var moved = 0
  private var leftOut: [Int] = []
  /// By session taken up: the one that it stood in the way of.
  private var ejector: [Int: Int] = [:]
  /// Decisions that cost moves which were not bound to be made.
  private var spenders: Set<Int> = []
  /// Places of each session when the search began.
  private var rank: [Int: Int] = [:]

  init(_ board: RepairBoard, _ prices: SoftPrices, effort: Int) {
    self.board = board
    self.prices = prices
    self.effort = effort
  }

  /// Whether an open session cannot have its published place again.
  private func mustMove(_ session: Int) -> Bool { board.isPublished[session] && !board.mayStay[session] }

  /// What a candidate costs in moves beyond those that must be made.
  private func price(_ candidate: Candidate) -> Int {
    let session = candidate.step.session
    let isFree = !board.isPublished[session] || isBoundToMove(session)
    return candidate.blockers.count + (isFree || !board.isMove(candidate.step) ? 0 : 1)
  }

  /// Whether its move is counted already: it must move, or it was taken up for another.
  private func isBoundToMove(_ session: Int) -> Bool { mustMove(session) || ejector[session] != nil }

  /// Searches with at most so many moves and sessions left out; where it finds nothing the board is as before.
  func find(moves: Int, leftOut most: Int) -> Ending {
    mostMoves = moves
    mostLeftOut = most
    wasCut = false
    moved = 0
    leftOut = []
    ejector = [:]
    spenders = []
    if rank.isEmpty {
      for session in board.open { rank[session] = list(session, 0).candidates.count }
    }
    guard let failure = descend(board.open) else { return .found }
    return failure.isSpent ? .spent : .none(atAll: !wasCut)
  }

  private struct Failure {
    /// Decisions that together leave no way.
    var culprits: Set<Int> = []
    var isSpent = false
  }

  private func list(_ session: Int, _ most: Int) -> Choices {
    effort -= 1
    return CandidateList.choices(of: session, on: board, blockers: most)
  }

  /// Puts down all open sessions; nil where that was possible.
  private func descend(_ open: [Int]) -> Failure? {
    if open.isEmpty { return nil }
    if effort <= 0 { return Failure(isSpent: true) }
    let bound = open.count(where: isBoundToMove)
    let mayLeaveOut = min(mostLeftOut - leftOut.count, bound)
    let spare = mostMoves - moved - bound + mayLeaveOut
    if spare < 0 {
      wasCut = true
      return Failure(culprits: spenders.union(leftOut))
    }
    guard let (session, choices) = choose(open, spare) else { return overdrawn() }
    var culprits = choices.vetoes.union(leftOut)
    if choices.isCut {
      wasCut = true
      culprits.formUnion(spenders)
    }
    if let ejector = ejector[session] { culprits.insert(ejector) }
    let rest = open.filter { $0 != session }
    for candidate in ordered(choices.candidates) {
      guard let failure = attempt(candidate, rest) else {
        return nil
      }
      if failure.isSpent || !failure.culprits.contains(session) { return failure }
      culprits.formUnion(failure.culprits)
    }
    if leftOut.count < mostLeftOut {
      leftOut.append(session)
      board.mark(session, .out)
      guard let failure = descend(rest) else { return nil }
      leftOut.removeLast()
      board.mark(session, .open)
      if failure.isSpent || !failure.culprits.contains(session) { return failure }
      culprits.formUnion(failure.culprits)
    }
    culprits.remove(session)
    return Failure(culprits: culprits)
  }

  private func attempt(_ candidate: Candidate, _ rest: [Int]) -> Failure? {
    let step = candidate.step
    let cost = price(candidate)
    let move = board.isMove(step) ? 1 : 0
    for blocker in candidate.blockers {
      board.takeUp(blocker)
      ejector[blocker] = step.session
    }
    board.put(step, as: .placed)
    moved += move
    if cost > 0 { spenders.insert(step.session) }
    let failure = descend(candidate.blockers + rest)
    guard let failure else { return nil }
    if cost > 0 { spenders.remove(step.session) }
    moved -= move
    board.takeUp(step.session)
    for blocker in candidate.blockers {
      ejector[blocker] = nil
      if let old = board.old[blocker] { board.put(old, as: .kept) }
    }
    return failure
  }

  private func overdrawn() -> Failure {
    wasCut = true
    // Which decisions led here is not told apart.
    return Failure(
      culprits: Set(board.standing.indices.filter { board.standing[$0] == .placed }).union(leftOut))
  }

  /// The open session with the fewest places; nil where the open sessions together need more moves than there are.
  private func choose(_ open: [Int], _ spare: Int) -> (session: Int, choices: Choices)? {
    var best: (session: Int, free: Int)?
    var stuck: [(session: Int, choices: Choices)] = []
    for session in soonest(open) {
      let choices = allowed(session, 0)
      if !choices.candidates.isEmpty {
        if best.map({ choices.candidates.count < $0.free }) ?? true {
          best = (session, choices.candidates.count)
        }
        continue
      }
      let wider = spare > 0 ? allowed(session, spare) : choices
      if wider.candidates.isEmpty { return (session, wider) }
      stuck.append((session, wider))
    }
    if mostLeftOut == leftOut.count, needed(by: stuck) > spare { return nil }
    if let tightest = stuck.min(by: { $0.choices.candidates.count < $1.choices.candidates.count }) {
      return tightest
    }
    return best.map { ($0.session, allowed($0.session, spare)) }
  }

  /// The places of a session within so many moves beyond those that must be made.
  private func allowed(_ session: Int, _ spare: Int) -> Choices {
    var choices = list(session, spare)
    if ejector[session] != nil { choices.candidates.removeAll { !board.isMove($0.step) } }
    let count = choices.candidates.count
    choices.candidates.removeAll { price($0) > spare }
    if choices.candidates.count < count { choices.isCut = true }
    return choices
  }

  /// Moves that sessions with no blocker in common need one and all.
  private func needed(by stuck: [(session: Int, choices: Choices)]) -> Int {
    var claimed: Set<Int> = []
    var least = 0
    for (_, choices) in stuck {
      let wanted = Set(choices.candidates.flatMap(\.blockers))
      guard claimed.isDisjoint(with: wanted) else { continue }
      claimed.formUnion(wanted)
      least += choices.candidates.map(price).min() ?? 0
    }
    return least
  }

  /// Those taken up for others first, then by how few places they had at the beginning.
  private func soonest(_ open: [Int]) -> [Int] {
    guard open.count > Self.considered else { return open }
    return Array(open.sorted { (rank[$0] ?? 0, $0) < (rank[$1] ?? 0, $1) }.prefix(Self.considered))
  }

  /// By the moves that they need, then by what they cost.
  private func ordered(_ candidates: [Candidate]) -> [Candidate] {
    let priced = candidates.enumerated().map { index, candidate in
      (candidate, price(candidate), candidate.blockers.isEmpty ? cost(of: candidate.step) : 0, index)
    }
    return priced.sorted { ($0.1, $0.2, $0.3) < ($1.1, $1.2, $1.3) }.map(\.0)
  }

  /// What the timetable costs with the session there.
  private func cost(of step: Replanner.Step) -> Double {
    let keeper = board.keeper
    keeper.place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    defer { keeper.remove(step.session) }
    return prices.cost(keeper.units)
  }

  // MARK: Without going back

  /// Puts down what fits as it is, within so many moves, and leaves the rest out.
  ///
  /// Sessions with few places come first.
  func fill(moves most: Int) {
    ejector = [:]
    var moves = 0
    var counts = Dictionary(uniqueKeysWithValues: board.open.map { ($0, list($0, 0).candidates.count) })
    rank = counts
    while let session = counts.min(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key {
      counts[session] = nil
      let choices = list(session, 0).candidates.filter { moves < most || !board.isMove($0.step) }
      guard let best = cheapest(choices) else {
        board.mark(session, .out)
        continue
      }
      board.put(best, as: .placed)
      if board.isMove(best) { moves += 1 }
      let series = board.space.seriesOf[session]
      for other in counts.keys where board.space.seriesOf[other] == series {
        counts[other] = list(other, 0).candidates.count
      }
    }
  }

  /// The cheapest place, one that is no move before any other.
  func cheapest(_ candidates: [Candidate]) -> Replanner.Step? {
    var best: (step: Replanner.Step, moves: Int, cost: Double)?
    for candidate in candidates where candidate.blockers.isEmpty {
      let moves = board.isMove(candidate.step) ? 1 : 0
      let cost = cost(of: candidate.step)
      if best.map({ (moves, cost) < ($0.moves, $0.cost - 1e-9) }) ?? true {
        best = (candidate.step, moves, cost)
      }
    }
    return best?.step
  }
}
