import Synchronization

/// Tracks of the search run side by side, each from its own seed.
struct Portfolio: Sendable {
  /// Tracks of a search that is limited by steps.
  static let tracksByStep = 2

  /// What one track came to.
  struct Outcome: Sendable {
    let best: Snapshot
    let steps: Int
    let firstComplete: Double?
  }

  private let space: SearchSpace
  private let prices: SoftPrices
  /// Where the problem is one of cells: what its tracks search.
  private let cells: CellSpace?
  private let limits: SearchLimits
  private let clock: @Sendable () -> Double
  private let progress: (@Sendable (SearchProgress) -> Void)?
  private let stop: @Sendable () -> Bool

  init(
    _ space: SearchSpace, _ prices: SoftPrices, _ limits: SearchLimits,
    clock: @escaping @Sendable () -> Double,
    progress: (@Sendable (SearchProgress) -> Void)?, stop: @escaping @Sendable () -> Bool
  ) {
    self.space = space
    self.prices = prices
    cells = CellSpace(space, prices)
    self.limits = limits
    self.clock = clock
    self.progress = progress
    self.stop = stop
  }

  /// The tracks in the order of their seeds.
  func run() -> [Outcome] {
    let threads = max(1, limits.threads)
    let count = limits.steps == nil ? threads : Self.tracksByStep
    let start = clock()
    let next = Mutex(0)
    let results = Mutex<[Int: Outcome]>([:])
    @Sendable func work() {
      while let index = next.withLock({ next -> Int? in
        defer { next += 1 }
        return next < count ? next : nil
      }) {
        let outcome = run(track: index, of: count, start: start)
        results.withLock { $0[index] = outcome }
      }
    }
    Threads.run(min(threads, count), work)
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }

  private func run(track index: Int, of count: Int, start: Double) -> Outcome {
    let track = makeTrack(limits.seed &+ UInt64(index) &* 0x9E37_79B9)
    let stride = type(of: track).stride
    let steps = limits.steps.map { $0 / count + ($0 % count > index ? 1 : 0) }
    let deadline = limits.seconds.map { start + $0 }
    var lastReport = start
    var firstComplete: Double?
    func isOver() -> Bool { stop() || deadline.map { clock() >= $0 } ?? false }
    track.begin(stop: isOver)
    guard !space.problem.series.isEmpty else {
      return Outcome(best: track.best, steps: 0, firstComplete: 0)
    }
    let annealed = clock()
    while steps.map({ track.steps < $0 }) ?? true {
      let now = clock()
      if track.best.unplaced == 0, firstComplete == nil { firstComplete = now - start }
      if now - lastReport > 0.1, index == 0 {
        lastReport = now
        report(track, elapsed: now - start)
      }
      if stop() || deadline.map({ now >= $0 }) ?? false { break }
      var done = 0.0
      var count = stride
      if let steps {
        done = Double(track.steps) / Double(steps)
        count = min(stride, steps - track.steps)
      } else if let deadline {
        done = (now - annealed) / max(0.001, deadline - annealed)
      }
      track.advance(count, done: done)
    }
    if track.best.unplaced == 0, firstComplete == nil { firstComplete = clock() - start }
    report(track, elapsed: clock() - start)
    return Outcome(best: track.best, steps: track.steps, firstComplete: firstComplete)
  }

  private func makeTrack(_ seed: UInt64) -> any Track {
    cells.map { CellSearch($0, seed: seed) } ?? Search(space, prices, seed: seed)
  }

  private func report(_ track: any Track, elapsed: Double) {
    let sessions = space.problem.sessions.count
    progress?(
      SearchProgress(
        elapsed: elapsed, steps: track.steps, placed: sessions - track.unplaced, sessions: sessions,
        hard: 0, soft: track.softCost, best: track.best.cost))
  }
}
