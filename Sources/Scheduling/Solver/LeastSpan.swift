/// What the days of each class cost at least, whatever else is planned: what is still to come when a step plans
/// several classes one after the other.
///
/// From each first day on, sessions in their order take the earliest place at which the class is open, as if people
/// and rooms were always free; with a fixed order that ends earliest.
struct LeastSpan: Sendable {
  /// By series; 0 where modules may interleave, and for meetings.
  private let days: [Int]

  init(_ space: SearchSpace) {
    days = space.problem.series.indices.map { Self.days(of: $0, space) }
  }

  func cost(_ series: Int, _ prices: SoftPrices) -> Double { Double(days[series]) * prices.span }

  private static func days(of series: Int, _ space: SearchSpace) -> Int {
    let own = space.problem.series[series]
    let sessions = own.sessions.map { space.problem.sessions[$0] }
    let interleave = zip(sessions, sessions.dropFirst()).contains { $0.order == $1.order && $0.module != $1.module }
    guard space.isTaught[series], !interleave, let window = space.window[series] else { return 0 }
    var fewest = Int.max
    for first in window {
      guard space.seriesOpen[series * space.days + first] != 0 else { continue }
      guard let last = end(series, own, from: first, window, space) else { break }
      fewest = min(fewest, last - first + 1)
    }
    return fewest == Int.max ? 0 : max(0, fewest - space.fewestDays[series])
  }

  /// The day on which the class can be over at the earliest when it begins on this day or later; nil: not at all.
  private static func end(
    _ series: Int, _ own: Problem.Series, from first: Int, _ window: ClosedRange<Int>, _ space: SearchSpace
  ) -> Int? {
    var day = first
    var left = UInt64.max
    var periods = 0
    var lowerDay = -1
    var before: Int?
    for session in own.sessions {
      let one = space.problem.sessions[session]
      if let before, space.problem.sessions[before].order < one.order {
        lowerDay = day
      }
      if lowerDay >= 0, lowerDay + one.gapDays > day { (day, left, periods) = (lowerDay + one.gapDays, .max, 0) }
      before = session
      while true {
        guard day <= window.upperBound, one.periods <= own.maxPeriodsDay else { return nil }
        let found = place(length: one.periods, space.seriesOpen[series * space.days + day] & left, space)
        if periods + one.periods <= own.maxPeriodsDay, let found {
          left = space.grid.positionsAfter(length: one.periods, position: found)
          periods += one.periods
          break
        }
        (day, left, periods) = (day + 1, .max, 0)
      }
    }
    return day
  }

  private static func place(length: Int, _ open: UInt64, _ space: SearchSpace) -> Int? {
    var bits = open
    while bits != 0, length <= space.grid.longest {
      let position = bits.trailingZeroBitCount
      if space.grid.mask(length: length, position: position) != 0 { return position }
      bits &= bits &- 1
    }
    return nil
  }
}
