/// One track of a search: a timetable that is changed step by step.
///
/// `Portfolio` runs tracks, lets them meet, and says when to stop; a track knows its moves and its temperatures.
protocol Track: AnyObject {
  /// Steps taken so far.
  var steps: Int { get }
  /// The best timetable so far; making it may take time.
  var best: Snapshot { get }
  /// What the best timetable leaves out and costs; asked often.
  var bestUnplaced: Int { get }
  var bestCost: Double { get }
  /// What the timetable under search leaves out and costs.
  var unplaced: Int { get }
  var softCost: Double { get }
  /// Steps between two looks at the clock: a fraction of a millisecond's work.
  static var stride: Int { get }
  /// Where a verified track counted otherwise than the readable constraints.
  var discrepancy: Discrepancy? { get }

  /// Makes the first timetable.
  func begin(stop: () -> Bool)
  /// Takes so many steps; `done` is the share of the limit that is used up, 0 to 1.
  func advance(_ count: Int, done: Double)
  /// Goes on from another track's timetable; a track that cannot keeps its own.
  func adopt(_ other: Snapshot)
}

extension Track {
  var bestUnplaced: Int { best.unplaced }
  var bestCost: Double { best.cost }
  var discrepancy: Discrepancy? { nil }
  func adopt(_ other: Snapshot) {}
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
