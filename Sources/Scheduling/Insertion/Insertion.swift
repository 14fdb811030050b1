package import Civil

/// Puts single meetings beside a timetable that stays as it is, the more pressing first.
///
/// A meeting without a free place gets one by moving others on, in chains, and takes the place of a less pressing one
/// only where there is no other way. Same meetings, same places: nothing is random.
package struct Insertion: Sendable {
  /// A meeting to be placed: one session, the only one of its series.
  package struct Order: Hashable, Sendable {
    package let session: Int
    /// The days on which it should be, among those of its series.
    package let wished: ClosedRange<CivilDate>
    /// The block and the person that go with the wish, for a trip; nil: any.
    package let block: Int?
    package let person: Int?

    package init(
      _ session: Int, wished: ClosedRange<CivilDate>, block: Int? = nil, person: Int? = nil
    ) {
      self.session = session
      self.wished = wished
      self.block = block
      self.person = person
    }
  }

  /// What came of it.
  package struct Result: Sendable {
    /// Sorted by session.
    package let placements: [Placement]
    /// By session, why each of the others has no place.
    package let hindrances: [Int: Hindrance]
    /// Places looked at.
    package let steps: Int
  }

  private let space: SearchSpace
  private let settled: [Placement]

  /// - Parameters:
  ///   - problem: with the series of the meetings.
  ///   - settled: placements that break no hard rule; they stay.
  package init(_ problem: Problem, settled: [Placement]) {
    space = SearchSpace(problem, previous: [:])
    self.settled = settled
  }

  /// Places the meetings, of which those that come first are the more pressing.
  ///
  /// Those of `begun` stand already, and may move. Once `stop` says so, each takes a free place or waits.
  package func place(
    _ orders: [Order], begun: [Placement] = [], stop: () -> Bool = { false }
  ) -> Result {
    let board = InsertionBoard(space, orders, settled: settled)
    board.begin(with: begun)
    var isStopped = false
    // Each within its wish; then those left on any of their days; then the others may leave their wishes for them.
    for (isWide, others) in [(false, false), (true, false), (true, true)] {
      board.forgetDeadEnds()
      for order in orders.indices where !board.isPlaced(order) {
        isStopped = isStopped || stop()
        board.place(order, isWide: isWide, others: others, mayMoveOthers: !isStopped)
      }
    }
    board.forgetDeadEnds()
    for order in orders.indices where !board.isPlaced(order) {
      isStopped = isStopped || stop()
      if isStopped { break }
      board.placeInsteadOfLessPressing(order)
    }
    for order in orders.indices where board.isPlaced(order) { board.bringBack(order) }
    let left = orders.indices.filter { !board.isPlaced($0) }
    return Result(
      placements: orders.indices.compactMap { board.place(of: $0).map(space.placement) }
        .sorted { $0.session < $1.session },
      hindrances: hindrances(of: left, orders, isStopped: isStopped), steps: board.steps)
  }

  private func hindrances(of left: [Int], _ orders: [Order], isStopped: Bool) -> [Int: Hindrance] {
    guard !left.isEmpty else { return [:] }
    let board = InsertionBoard(space, orders, settled: settled)
    var competition = Competition(board)
    var found: [Int: Hindrance] = [:]
    for order in left {
      var hindrance = board.hindranceAlone(of: order) ?? competition.hindrance(of: order)
      if isStopped, case .taken = hindrance { hindrance = .stopped }
      found[orders[order].session] = hindrance
    }
    return found
  }
}
