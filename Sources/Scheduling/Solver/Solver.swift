package import Civil

/// Finds timetables: complete ones first, then better ones, until a limit is reached.
package struct Solver: Sendable {
  private let space: SearchSpace
  private let prices: SoftPrices

  /// A solver for the problem.
  ///
  /// `previous` are the published placements, by session: what differs from them costs `moved`. The search begins with
  /// the placements of `start`, as far as nothing stands against them; nil: with the published ones.
  package init(
    _ problem: Problem, weights: Weights = .standard, previous: [Int: Placement] = [:],
    start: [Int: Placement]? = nil
  ) {
    space = SearchSpace(problem, previous: previous, start: start)
    prices = SoftPrices(weights)
  }

  /// Searches until a limit is reached or `stop` says so.
  ///
  /// A search by steps runs a fixed number of tracks, shared among the threads, so that its result does not depend
  /// on how many there are; a search by time runs one track a thread.
  package func solve(
    _ limits: SearchLimits, clock: @escaping @Sendable () -> Double,
    progress: (@Sendable (SearchProgress) -> Void)? = nil, stop: (@Sendable () -> Bool)? = nil
  ) -> Solution {
    let (best, tracks) = search(limits, clock, progress, stop)
    return Solution(
      placements: best.placements.map(space.placement), unplaced: Reasons(space, prices).unplaced(in: best),
      cost: best.cost, steps: tracks.reduce(0) { $0 + $1.steps },
      firstComplete: tracks.compactMap(\.firstComplete).min(),
      discrepancy: tracks.lazy.compactMap(\.discrepancy).first)
  }

  /// The same search without the reasons for what is left out: they take long where much is.
  package func place(
    _ limits: SearchLimits, clock: @escaping @Sendable () -> Double, stop: (@Sendable () -> Bool)? = nil
  ) -> (placements: [Placement], steps: Int) {
    let (best, tracks) = search(limits, clock, nil, stop)
    return (best.placements.map(space.placement), tracks.reduce(0) { $0 + $1.steps })
  }

  private func search(
    _ limits: SearchLimits, _ clock: @escaping @Sendable () -> Double,
    _ progress: (@Sendable (SearchProgress) -> Void)?, _ stop: (@Sendable () -> Bool)?
  ) -> (best: Snapshot, tracks: [Portfolio.Outcome]) {
    let portfolio = Portfolio(
      space, prices, limits, clock: clock, progress: progress, stop: stop ?? { false })
    let tracks = portfolio.run()
    var best = tracks[0]
    for track in tracks.dropFirst() where track.best.isBetter(than: best.best) { best = track }
    return (best.best, tracks)
  }
}

/// The best timetable that a search found.
package struct Solution: Sendable {
  package let placements: [Placement]
  package let unplaced: [(session: Int, reason: Wording)]
  package let cost: Double
  /// Steps taken over all tracks.
  package let steps: Int
  /// Seconds until the first timetable without an unplaced session; nil: none was found.
  package let firstComplete: Double?
  /// Where a verified search counted wrongly, which ended it.
  package let discrepancy: Discrepancy?
}
