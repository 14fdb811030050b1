import Synchronization

/// Tracks of the search run side by side, each from its own seed.
struct Portfolio: Sendable {
  /// Tracks of a search that is limited by steps.
  static let tracksByStep = 2

  /// What one track came to.
  struct Track: Sendable {
    let best: Search.Snapshot
    let steps: Int
    let firstComplete: Double?
  }

  private let space: SearchSpace
  private let prices: SoftPrices
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
    self.limits = limits
    self.clock = clock
    self.progress = progress
    self.stop = stop
  }

  /// The tracks in the order of their seeds.
  func run() -> [Track] {
    let threads = max(1, limits.threads)
    let count = limits.steps == nil ? threads : Self.tracksByStep
    let start = clock()
    let next = Mutex(0)
    let results = Mutex<[Int: Track]>([:])
    @Sendable func work() {
      while let index = next.withLock({ next -> Int? in
        defer { next += 1 }
        return next < count ? next : nil
      }) {
        let track = run(track: index, of: count, start: start)
        results.withLock { $0[index] = track }
      }
    }
    Threads.run(min(threads, count), work)
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
  }

  private func run(track: Int, of count: Int, start: Double) -> Track {
    let search = Search(space, prices, seed: limits.seed &+ UInt64(track) &* 0x9E37_79B9)
    let steps = limits.steps.map { $0 / count + ($0 % count > track ? 1 : 0) }
    let deadline = limits.seconds.map { start + $0 }
    var lastReport = start
    var firstComplete: Double?
    func isOver() -> Bool { stop() || deadline.map { clock() >= $0 } ?? false }
    search.begin(stop: isOver)
    guard !space.problem.series.isEmpty else { return Track(best: search.best, steps: 0, firstComplete: 0) }
    let annealed = clock()
    var done = 0.0
    while steps.map({ search.steps < $0 }) ?? true {
      if search.steps % 8 == 0 {
        let now = clock()
        if search.best.unplaced == 0, firstComplete == nil { firstComplete = now - start }
        if now - lastReport > 0.1, track == 0 {
          lastReport = now
          report(search, elapsed: now - start)
        }
        if stop() || deadline.map({ now >= $0 }) ?? false { break }
        if let steps {
          done = Double(search.steps) / Double(steps)
        } else if let deadline {
          done = (now - annealed) / max(0.001, deadline - annealed)
        }
      }
      // As long as something is left out, exchanging it for something else must stay possible.
      search.step(temperature: search.keeper.unplaced > 0 ? Cooling.hot : Cooling.temperature(at: done))
    }
    if search.best.unplaced == 0, firstComplete == nil { firstComplete = clock() - start }
    report(search, elapsed: clock() - start)
    return Track(best: search.best, steps: search.steps, firstComplete: firstComplete)
  }

  private func report(_ search: Search, elapsed: Double) {
    let sessions = space.problem.sessions.count
    progress?(
      SearchProgress(
        elapsed: elapsed, steps: search.steps, placed: sessions - search.keeper.unplaced, sessions: sessions,
        hard: 0, soft: search.softCost, best: search.best.cost))
  }
}
