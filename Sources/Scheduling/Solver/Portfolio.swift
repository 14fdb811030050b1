import Synchronization

/// Tracks of the search run side by side, each from its own seed; at fixed points they meet and share their best.
struct Portfolio: Sendable {
  /// Tracks of a search that is limited by steps.
  static let tracksByStep = 2
  /// Into how many rounds a search of several tracks is cut, and from which on the track that is furthest behind
  /// goes on from the best one's timetable.
  static let rounds = 20
  static let firstMeeting = 8

  /// What one track came to.
  struct Outcome: Sendable {
    let best: Snapshot
    let steps: Int
    let firstComplete: Double?
    let discrepancy: Discrepancy?
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
    let run = Lane.Run(
      start: start, deadline: limits.seconds.map { start + $0 }, clock: clock, stop: stop,
      enough: limits.untilComplete ? limits.spared : nil, report: report)
    // Without sessions there is nothing to search.
    let steps = space.problem.sessions.isEmpty ? 0 : limits.steps
    let lanes = (0..<count).map { index in
      Lane(
        makeTrack(limits.seed &+ UInt64(index) &* 0x9E37_79B9), index: index,
        steps: steps.map { $0 / count + ($0 % count > index ? 1 : 0) }, run)
    }
    var joint = JointSearch(space, lanes.map(\.track), seed: limits.seed)
    let rounds = count == 1 ? 1 : joint == nil ? Self.rounds : JointSearch.rounds
    for round in 1...rounds {
      let share = Double(round) / Double(rounds)
      Self.each(lanes, threads: threads) { $0.advance(to: share) }
      if lanes.contains(where: \.isOver) { break }
      if joint != nil {
        joint?.meet()
      } else if round >= Self.firstMeeting, round < rounds {
        Self.share(lanes)
      }
    }
    if let first = lanes.first { report(first.track, elapsed: clock() - start) }
    return lanes.map {
      Outcome(
        best: $0.track.best, steps: $0.track.steps, firstComplete: $0.firstComplete,
        discrepancy: $0.track.discrepancy)
    }
  }

  /// Does the work on every lane, each on one of so many threads.
  private static func each(_ lanes: [Lane], threads: Int, _ work: @escaping @Sendable (Lane) -> Void) {
    let next = Mutex(0)
    Threads.run(min(threads, lanes.count)) {
      while let lane = next.withLock({ next -> Lane? in
        defer { next += 1 }
        return next < lanes.count ? lanes[next] : nil
      }) {
        work(lane)
      }
    }
  }

  /// The track furthest behind goes on from the timetable of the one furthest ahead.
  private static func share(_ lanes: [Lane]) {
    guard let first = lanes.min(by: { $0.isAhead(of: $1) }), let last = lanes.max(by: { $0.isAhead(of: $1) }),
      first !== last
    else { return }
    last.track.adopt(first.track.best)
  }

  private func makeTrack(_ seed: UInt64) -> any Track {
    cells.map { CellSearch($0, seed: seed) }
      ?? Search(
        space, prices, seed: seed, isWhole: limits.isWhole,
        verification: limits.verify ? Verification(space, prices) : nil)
  }

  private func report(_ track: any Track, elapsed: Double) {
    let sessions = space.problem.sessions.count
    progress?(
      SearchProgress(
        elapsed: elapsed, steps: track.steps, placed: sessions - track.unplaced, sessions: sessions,
        hard: 0, soft: track.softCost, best: track.bestCost))
  }
}
