/// One track of a search: a timetable that is changed step by step.
///
/// `Portfolio` runs tracks and says when to stop; a track knows its moves and its temperatures.
protocol Track: AnyObject {
  /// Steps taken so far.
  var steps: Int { get }
  /// The best timetable so far.
  var best: Snapshot { get }
  /// What the timetable under search leaves out and costs.
  var unplaced: Int { get }
  var softCost: Double { get }
  /// Steps between two looks at the clock: a fraction of a millisecond's work.
  static var stride: Int { get }

  /// Makes the first timetable.
  func begin(stop: () -> Bool)
  /// Takes so many steps; `done` is the share of the limit that is used up, 0 to 1.
  func advance(_ count: Int, done: Double)
}

/// The placements of a moment.
struct Snapshot: Sendable {
  var placements: [Replanner.Step] = []
  var unplaced = Int.max
  var cost = Double.infinity

  func isBetter(than other: Snapshot) -> Bool {
    (unplaced, cost) < (other.unplaced, other.cost - 1e-9)
  }
}
