/// The best timetable that a track has seen, kept by series: only what has changed since is written again.
struct BestTimetable {
  private(set) var unplaced = Int.max
  private(set) var cost = Double.infinity
  private var plans: [[Replanner.Step]]
  /// Series whose plan under search may differ from the one kept.
  private var changed: ChangedSeries

  init(_ space: SearchSpace) {
    plans = space.problem.series.map { _ in [] }
    changed = ChangedSeries(space)
    space.problem.series.indices.forEach { changed.insert($0) }
  }

  /// Notes that the series was planned anew.
  mutating func touch(_ series: Int) { changed.insert(series) }

  /// Keeps the timetable under search if it is better; `plan` gives the placements of a series.
  mutating func record(unplaced: Int, cost: Double, plan: (Int) -> [Replanner.Step]) {
    guard (unplaced, cost) < (self.unplaced, self.cost - 1e-9) else { return }
    self.unplaced = unplaced
    self.cost = cost
    for series in changed.list { plans[series] = plan(series) }
    changed.removeAll()
  }

  var snapshot: Snapshot {
    Snapshot(placements: plans.flatMap(\.self), unplaced: unplaced, cost: cost)
  }
}
