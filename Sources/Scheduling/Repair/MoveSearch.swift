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
  let effort: Effort
  /// Open sessions looked at before one is chosen.
  private static let considered = 12
  /// Places of a session whose cost is counted: those nearest to its published place.
  private static let priced = 160
  /// What counting a cost takes, in places looked at.
  private static let pricing = 6
  /// Places of a session that a hasty search looks at.
  private static let hastyPlaces = 240
  /// Places up to which a session's are counted when one is chosen: more are not told apart.
  private static let counted = 1000

  // Of the search in hand.
  private var mostMoves = 0
  private var mostLeftOut = 0
  /// Whether only the places nearest to the published ones are tried: finds much, and proves nothing.
  private var isHasty = false
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

  init(_ board: RepairBoard, _ prices: SoftPrices, _ effort: Effort) {
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

  /// Searches places for open sessions with at most so many moves and sessions left out.
  ///
  /// Other sessions that were put down stay. Where it finds nothing the board is as before. A hasty search tries only
  /// the places nearest to the published ones: where it ends without a repair there may be one all the same.
  func find(_ open: [Int], moves: Int, leftOut most: Int = 0, isHasty: Bool = false) -> Ending {
    self.isHasty = isHasty
    defer { self.isHasty = false }
    mostMoves = moves
    mostLeftOut = most
    wasCut = false
    moved = 0
    leftOut = []
    ejector = [:]
    spenders = []
    if open.count > Self.considered { for session in open where rank[session] == nil { note(session) } }
    guard let failure = descend(open) else { return .found }
    return failure.isSpent || isHasty ? .spent : .none(atAll: !wasCut)
  }

  private func note(_ session: Int) {
    rank[session] = list(session, 0, upTo: Self.counted).candidates.count
  }

  private struct Failure {
    /// Decisions that together leave no way.
    var culprits: Set<Int> = []
    var isSpent = false
  }

  private func list(_ session: Int, _ most: Int, upTo limit: Int = .max) -> Choices {
    CandidateList.choices(
      of: session, on: board, blockers: most, upTo: isHasty ? min(limit, Self.hastyPlaces) : limit, effort)
  }

  /// Puts down all open sessions; nil where that was possible.
  private func descend(_ open: [Int]) -> Failure? {
    if open.isEmpty { return nil }
    let bound = open.count(where: isBoundToMove)
    let mayLeaveOut = min(mostLeftOut - leftOut.count, bound)
    let spare = mostMoves - moved - bound + mayLeaveOut
    if spare < 0 {
      wasCut = true
      return Failure(culprits: spenders.union(leftOut))
    }
    let choice = choose(open, spare)
    if effort.isSpent { return Failure(isSpent: true) }
    guard let (session, free, wide) = choice else { return overdrawn() }
    let rest = open.filter { $0 != session }
    var culprits = Set(leftOut)
    if let ejector = ejector[session] { culprits.insert(ejector) }
    if let ending = attempt(free.map(\.candidates) ?? [], of: session, rest, &culprits) {
      return ending.failure
    }
    // What needs no session to make way is tried first; the rest is listed only where that does not help.
    let all = wide ?? (spare > 0 ? wider(session, spare) : free) ?? Choices()
    if effort.isSpent { return Failure(isSpent: true) }
    culprits.formUnion(all.vetoes)
    if all.isCut {
      wasCut = true
      culprits.formUnion(spenders)
    }
    let others = free == nil ? all.candidates : all.candidates.filter { !$0.blockers.isEmpty }
    if let ending = attempt(others, of: session, rest, &culprits) { return ending.failure }
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

  /// The end of a search below a session; no failure where it found a repair.
  private struct Ended { let failure: Failure? }

  /// Tries the places one after the other; nil where the search must go on with others.
  private func attempt(
    _ candidates: [Candidate], of session: Int, _ rest: [Int], _ culprits: inout Set<Int>
  ) -> Ended? {
    for candidate in ordered(candidates) {
      guard let failure = attempt(candidate, rest) else { return Ended(failure: nil) }
      if failure.isSpent || !failure.culprits.contains(session) { return Ended(failure: failure) }
      culprits.formUnion(failure.culprits)
    }
    return nil
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

  /// The open session with the fewest places, and those where nothing must make way, or all that it has.
  ///
  /// Nil where the open sessions together need more moves than there are, or the effort is spent.
  private func choose(_ open: [Int], _ spare: Int) -> (session: Int, free: Choices?, wide: Choices?)? {
    var best: (session: Int, free: Int)?
    var stuck: [(session: Int, choices: Choices)] = []
    for session in soonest(open) {
      // One place more than the best has is enough to know that it is not better; the published one may not count.
      let isBound = !board.isPublished[session] || isBoundToMove(session)
      let most = min(best?.free ?? Self.counted, Self.counted)
      let free = allowed(session, 0, upTo: isBound ? most + 1 : .max)
      if effort.isSpent { return nil }
      if !free.candidates.isEmpty {
        if best.map({ free.candidates.count < $0.free }) ?? true { best = (session, free.candidates.count) }
        continue
      }
      let wider = spare > 0 ? wider(session, spare) : free
      if effort.isSpent { return nil }
      if wider.candidates.isEmpty { return (session, nil, wider) }
      stuck.append((session, wider))
    }
    if mostLeftOut == leftOut.count, needed(by: stuck) > spare { return nil }
    if let tightest = stuck.min(by: { $0.choices.candidates.count < $1.choices.candidates.count }) {
      return (tightest.session, nil, tightest.choices)
    }
    return best.map { ($0.session, allowed($0.session, 0), nil) }
  }

  /// The places of a session with kept sessions in the way; a hasty search takes those with the fewest.
  private func wider(_ session: Int, _ spare: Int) -> Choices {
    guard isHasty else { return allowed(session, spare) }
    for most in 1..<max(1, spare) {
      let some = allowed(session, most)
      if effort.isSpent || some.candidates.contains(where: { !$0.blockers.isEmpty }) { return some }
    }
    return allowed(session, spare)
  }

  /// The places of a session within so many moves beyond those that must be made.
  private func allowed(_ session: Int, _ spare: Int, upTo limit: Int = .max) -> Choices {
    var choices = list(session, spare, upTo: limit)
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
      let wanted = Set(choices.candidates.flatMap { $0.blockers })
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

  /// By the moves that they need, then by what they cost; only places near the published one have their cost counted.
  private func ordered(_ candidates: [Candidate]) -> [Candidate] {
    guard candidates.count > 1 else { return candidates }
    effort.spend(candidates.count / 4)
    let near = candidates.indices.map { (index: $0, price: price(candidates[$0]), far: far(candidates[$0])) }
      .sorted { ($0.price, $0.far, $0.index) < ($1.price, $1.far, $1.index) }
    var costs = Array(repeating: 0.0, count: near.count)
    let cheap = near.prefix(Self.priced)
    for (place, one) in cheap.enumerated() where candidates[one.index].blockers.isEmpty {
      costs[place] = cost(of: candidates[one.index].step)
    }
    let sorted = cheap.indices.sorted { (near[$0].price, costs[$0], $0) < (near[$1].price, costs[$1], $1) }
    return sorted.map { candidates[near[$0].index] }
      + near.dropFirst(Self.priced).map { candidates[$0.index] }
  }

  /// How far a place is from the published one: days, then the time of day, people and room.
  private func far(_ candidate: Candidate) -> Int {
    let step = candidate.step
    guard let old = board.old[step.session] else { return step.day * 8 }
    return abs(step.day - old.day) * 8 + (step.position == old.position ? 0 : 1)
      + (step.people == old.people ? 0 : 2) + (step.room == old.room ? 0 : 1)
  }

  /// What the timetable costs with the session there.
  private func cost(of step: Replanner.Step) -> Double {
    let keeper = board.keeper
    effort.spend(Self.pricing)
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
    for session in board.open { note(session) }
    var left = Set(board.open)
    while let session = left.min(by: { (rank[$0] ?? 0, $0) < (rank[$1] ?? 0, $1) }) {
      left.remove(session)
      guard let best = cheapest(of: session, where: { moves < most || !board.isMove($0) }) else {
        board.mark(session, .out)
        continue
      }
      board.put(best, as: .placed)
      if board.isMove(best) { moves += 1 }
      let series = board.space.seriesOf[session]
      for other in board.space.problem.series[Int(series)].sessions where left.contains(other) { note(other) }
    }
  }

  /// The cheapest place that is allowed, one that is no move before any other, of those near the published one.
  ///
  /// No other session has to make way for it.
  func cheapest(
    of session: Int, where isAllowed: (Replanner.Step) -> Bool = { _ in true }
  ) -> Replanner.Step? {
    ejector = [:]
    // Whatever is farther away in days comes after all of these.
    let near = CandidateList.nearest(Self.priced, of: session, on: board, effort)
    return ordered(near.filter { isAllowed($0.step) }).first?.step
  }
}
