/// Makes a repair cheaper without moving more: sessions that were put down anew try other places.
struct Polish {
  private let board: RepairBoard
  private let search: MoveSearch
  private let prices: SoftPrices

  init(_ board: RepairBoard, _ search: MoveSearch, _ prices: SoftPrices) {
    self.board = board
    self.search = search
    self.prices = prices
  }

  private var cost: Double { prices.cost(board.keeper.units) }

  private var effort: Effort { search.effort }

  /// Puts down anew until nothing becomes better, one session at a time and then two, within the search's effort.
  func run() {
    moveBack()
    while improveSingles() || improvePairs() {}
  }

  /// Puts every moved session that can have its published place again back there.
  func moveBack() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for session in anew where board.isMove(board.placement(of: session)) {
        guard board.mayStay[session], let old = board.old[session] else { continue }
        let step = board.placement(of: session)
        board.takeUp(session)
        if board.obstacle(to: old) == nil {
          board.put(old, as: .kept)
          isChanged = true
        } else {
          board.put(step, as: .placed)
        }
      }
    }
  }

  private var anew: [Int] { board.standing.indices.filter { board.standing[$0] == .placed } }

  private func improveSingles() -> Bool {
    var isBetter = false
    for session in anew where !effort.isSpent {
      let step = board.placement(of: session)
      let before = cost
      board.takeUp(session)
      let best = search.cheapest(of: session) ?? step
      board.put(best, as: .placed)
      if cost < before - 1e-9 {
        isBetter = true
      } else {
        board.takeUp(session)
        board.put(step, as: .placed)
      }
    }
    return isBetter
  }

  /// Takes up two sessions of which each may stand in the other's way.
  private func improvePairs() -> Bool {
    let sessions = anew
    for (index, one) in sessions.enumerated() {
      for other in sessions[(index + 1)...] where isNear(one, other) {
        guard !effort.isSpent else { return false }
        if improve(one, other) { return true }
      }
    }
    return false
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (board.placement(of: one), board.placement(of: other))
    return board.space.seriesOf[one] == board.space.seriesOf[other]
      || abs(first.day - second.day) < 7
        && (first.room == second.room || !Set(first.people).isDisjoint(with: second.people))
  }

  private func improve(_ one: Int, _ other: Int) -> Bool {
    let steps = [board.placement(of: one), board.placement(of: other)]
    let before = cost
    board.takeUp(one)
    board.takeUp(other)
    for candidate in places(of: one) {
      effort.spend(1)
      board.put(candidate.step, as: .placed)
      if cost < before, !effort.isSpent {
        if let best = search.cheapest(of: other) {
          board.put(best, as: .placed)
          if cost < before - 1e-9 { return true }
          board.takeUp(other)
        }
      }
      board.takeUp(one)
    }
    for step in steps { board.put(step, as: .placed) }
    return false
  }

  private func places(of session: Int) -> [Candidate] {
    CandidateList.choices(of: session, on: board, blockers: 0, effort).candidates
  }
}
