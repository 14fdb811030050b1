package import Civil

/// Repairs a published timetable that no longer holds: as few sessions move as possible, then it costs little.
package struct Repairer {
  private let problem: Problem
  private let weights: Weights
  private let previous: [Int: Placement]
  private let frozen: Set<Int>
  private let space: SearchSpace
  private let prices: SoftPrices

  /// - Parameters:
  ///   - problem: what holds from now on.
  ///   - weights: of the soft constraints; `moved` does not matter, moves come first.
  ///   - previous: the published placements, by session; what the problem does not know has the index -1.
  ///   - start: published sessions before this date stay, and nothing is placed before it; nil: the plan's first.
  ///   - keeps: what stays of published placements, by session.
  package init(
    _ problem: Problem, weights: Weights = .standard, previous: [Int: Placement],
    from start: CivilDate? = nil,
    keeps: [Int: Set<Kept>] = [:]
  ) {
    var pinned = problem
    let frozen = Set(previous.values.filter { start.map($0.date.isBefore) ?? false }.map(\.session))
    for (session, placement) in previous {
      let kept = frozen.contains(session) ? Set(Kept.allCases) : keeps[session] ?? []
      if !kept.isEmpty { pinned.sessions[session].pins.append(placement.pin(kept)) }
    }
    self.problem = pinned
    self.weights = weights
    self.previous = previous
    self.frozen = frozen
    space = SearchSpace(pinned, previous: previous)
    prices = SoftPrices(weights)
    if let start {
      space.close(
        before: start - problem.planFrom, besides: previous.values.filter { frozen.contains($0.session) })
    }
  }

  /// Repairs within so many moves (nil: any number); more effort proves more and takes longer.
  package func repair(maxMoves: Int? = nil, effort: Int = Repair.usualEffort) -> Repair {
    let board = RepairBoard(space, previous: previous, countsCompactness: prices.compactness != 0)
    let held = frozen.filter { board.standing[$0] == .open }.sorted()
    for session in held { board.hold(session) }
    let checks = Eligibility(space)
    let homeless = board.open.filter { !checks.hasPlace($0) }
    for session in homeless { board.mark(session, .out) }
    var run = RepairRun(
      board, space, prices, weights, effort: effort, most: maxMoves ?? problem.sessions.count,
      isImpossible: !homeless.isEmpty)
    run.run()
    let placements = board.placements.filter { board.standing[$0.session] != .held }
    let snapshot = Snapshot(placements: placements, unplaced: 0, cost: 0)
    let reasons = Reasons(space, prices).unplaced(in: snapshot).map { session, reason in
      // With a budget it is the budget that stands in the way of what has places.
      (session: session, reason: maxMoves == nil || homeless.contains(session) ? reason : Self.noMovesLeft)
    }
    return Repair(
      placements: placements.map(placement) + held.compactMap { previous[$0] },
      moved: problem.sessions.indices.filter {
        board.standing[$0] == .placed && board.isMove(board.placement(of: $0))
      },
      added: problem.sessions.indices.filter { board.keeper.isPlaced($0) && previous[$0] == nil },
      held: held, unplaced: reasons.filter { !held.contains($0.session) }, fewestMoves: run.bound,
      isImpossible: run.isImpossible, fewestUnplaced: homeless.count + run.leftOut)
  }

  private static let noMovesLeft = Wording(
    zh: "在允许改动的课次数之内没有安排上", en: "not placed within the moves that are allowed")

  private func placement(_ step: Replanner.Step) -> Placement {
    if let old = previous[step.session], let known = space.step(of: old), known.isSame(as: step) {
      return Placement(
        session: old.session, date: old.date, block: old.block, first: old.first,
        periods: problem.sessions[old.session].periods, room: old.room, people: old.people)
    }
    let position = space.grid.positions[step.position]
    return Placement(
      session: step.session, date: problem.planFrom + step.day, block: position.block, first: position.first,
      periods: problem.sessions[step.session].periods, room: step.room < 0 ? nil : step.room,
      people: step.people)
  }
}

/// A side of a published placement that can be kept by itself.
package enum Kept: String, Hashable, Sendable, CaseIterable { case time, room, people }

/// What a repair came to.
package struct Repair: Sendable {
  /// Places that a repair looks at unless told otherwise: a fraction of a second's work.
  package static let usualEffort = 3_000_000

  /// All sessions that have a place, by session but for those held.
  package let placements: [Placement]
  /// Published sessions that are elsewhere now, and sessions that were not published.
  package let moved: [Int]
  package let added: [Int]
  /// Sessions before the start that break a rule now and stay as they were.
  package let held: [Int]
  package let unplaced: [(session: Int, reason: Wording)]
  /// Proved: to leave out no more than `fewestUnplaced`, at least so many must move.
  package let fewestMoves: Int
  /// Proved: not all sessions can be placed, however many move.
  package let isImpossible: Bool
  /// Proved: however many move, at least so many find no place.
  package let fewestUnplaced: Int

  /// Whether all is placed and no repair moves fewer sessions.
  package var isFewest: Bool { unplaced.isEmpty && moved.count == fewestMoves }
}

extension CivilDate {
  fileprivate func isBefore(_ other: CivilDate) -> Bool { self < other }
}

extension Placement {
  /// A pin that keeps these sides of it.
  fileprivate func pin(_ kept: Set<Kept>) -> Problem.Pin {
    let isTimeKept = kept.contains(.time)
    return Problem.Pin(
      date: isTimeKept ? date : nil, block: isTimeKept ? block : nil, first: isTimeKept ? first : nil,
      room: kept.contains(.room) ? room : nil, people: kept.contains(.people) ? Set(people) : nil)
  }
}

extension SearchSpace {
  /// Closes the days before one to all series, but for what was held then.
  func close(before day: Int, besides held: [Placement]) {
    var open: [Int: UInt64] = [:]
    for placement in held {
      guard let step = step(of: placement) else { continue }
      open[Int(seriesOf[step.session]) * days + step.day, default: 0] |= 1 << UInt64(step.position)
    }
    for series in problem.series.indices {
      for closed in 0..<min(max(0, day), days) {
        seriesOpen[series * days + closed] &= open[series * days + closed] ?? 0
      }
    }
  }
}
