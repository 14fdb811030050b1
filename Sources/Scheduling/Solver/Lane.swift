/// A track with what it has used of the limits; worked on by one thread at a time.
final class Lane: @unchecked Sendable {
  let track: any Track
  let index: Int
  /// Steps that it may take; nil: no limit.
  private let steps: Int?
  private let limits: Run
  /// When its first timetable stood.
  private var begun: Double?
  private(set) var firstComplete: Double?
  private(set) var isOver = false

  /// What all lanes of a run share.
  struct Run: Sendable {
    let start: Double
    let deadline: Double?
    let clock: @Sendable () -> Double
    let stop: @Sendable () -> Bool
    /// A lane is over with its first timetable that leaves out no more sessions than this; nil: it goes on.
    let enough: Int?
    /// Called with each progress of the first lane, about ten times a second.
    let report: @Sendable (any Track, _ elapsed: Double) -> Void

    func isOver() -> Bool { stop() || deadline.map { clock() >= $0 } ?? false }
  }

  private var lastReport: Double

  init(_ track: any Track, index: Int, steps: Int?, _ limits: Run) {
    self.track = track
    self.index = index
    self.steps = steps
    self.limits = limits
    lastReport = limits.start
  }

  /// Makes the first timetable, the first time, and searches until this share of the limit is used up.
  func advance(to share: Double) {
    if begun == nil {
      track.begin(stop: limits.isOver)
      begun = limits.clock()
      if track.bestUnplaced == 0 { firstComplete = limits.clock() - limits.start }
    }
    let stride = type(of: track).stride
    let last = steps.map { Int(Double($0) * share) }
    while !isOver, last.map({ track.steps < $0 }) ?? true {
      let now = limits.clock()
      if let enough = limits.enough, track.bestUnplaced <= enough {
        isOver = true
        break
      }
      if index == 0, now - lastReport > 0.1 {
        lastReport = now
        limits.report(track, now - limits.start)
      }
      if limits.stop() || limits.deadline.map({ now >= $0 }) ?? false {
        isOver = true
        break
      }
      let done = done(at: now)
      if last == nil, share < 1, done >= share { break }
      track.advance(last.map { min(stride, $0 - track.steps) } ?? stride, done: done)
      if track.discrepancy != nil { isOver = true }
      if firstComplete == nil, track.bestUnplaced == 0 { firstComplete = limits.clock() - limits.start }
    }
  }

  /// The share of the limit that is used up; 0 where there is none.
  private func done(at now: Double) -> Double {
    if let steps { return Double(track.steps) / Double(max(1, steps)) }
    guard let deadline = limits.deadline, let begun else { return 0 }
    return (now - begun) / max(0.001, deadline - begun)
  }

  /// Whether its best timetable is better than the other's; of equals the first lane's.
  func isAhead(of other: Lane) -> Bool {
    (track.bestUnplaced, track.bestCost, index) < (
      other.track.bestUnplaced, other.track.bestCost, other.index
    )
  }
}
