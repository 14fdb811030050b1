/// The days that a class takes at least beyond the fewest, whatever else is planned, and with a certain person.
///
/// From each first day on, sessions in their order take the earliest place at which the class is open (and the
/// person, for sessions of the kind in question, by pattern and calendar); with a fixed order that ends earliest.
final class LeastSpan {
  private let space: SearchSpace
  private let prices: SoftPrices
  private let arena = Arena()
  /// By series; 0 where modules may interleave, and for meetings.
  private let alone: Table<Int32>
  /// By series, one of its kinds (`width` to a row) and person: filled when first asked for, -1 before.
  private let known: Table<Int16>
  private let width: Int
  /// By series: the kinds of its sessions.
  private let kinds: [[Int]]
  private let isFixed: Table<Bool>

  init(_ space: SearchSpace, _ prices: SoftPrices) {
    self.space = space
    self.prices = prices
    let series = space.problem.series.indices
    kinds = series.map { series in
      Set(space.problem.series[series].sessions.map { Int(space.kindOf[$0]) }).sorted()
    }
    width = max(1, kinds.map(\.count).max() ?? 1)
    known = Table(arena, series.count * width * space.problem.people.count, -1)
    alone = Table(arena, series.count, 0)
    isFixed = Table(arena, series.map { space.isTaught[$0] && Self.isFixed($0, space) })
    for series in series where isFixed[series] { alone[series] = Int32(days(series, kind: -1, person: -1)) }
  }

  /// The price of these days, whoever holds the class.
  func cost(_ series: Int) -> Double { Double(alone[series]) * prices.span }

  /// The price of these days when the sessions of each kind are held by people of the pool.
  func cost(_ series: Int, _ pool: Pool) -> Double {
    guard isFixed[series] else { return 0 }
    var most = alone[series]
    for (index, kind) in kinds[series].enumerated() {
      var only = -1
      var count = 0
      for person in pool.people where space.kinds[kind].isEligible[person] {
        only = person
        count += 1
      }
      guard count == 1, count == space.kinds[kind].team else { continue }
      most = max(most, Int32(least(series, index, kind, only)))
    }
    return Double(most) * prices.span
  }

  private func least(_ series: Int, _ index: Int, _ kind: Int, _ person: Int) -> Int16 {
    let cell = (series * width + index) * space.problem.people.count + person
    if known[cell] < 0 { known[cell] = Int16(clamping: days(series, kind: kind, person: person)) }
    return known[cell]
  }

  /// Whether the order of the sessions is given, so that the earliest places are the best.
  private static func isFixed(_ series: Int, _ space: SearchSpace) -> Bool {
    let sessions = space.problem.series[series].sessions.map { space.problem.sessions[$0] }
    return zip(sessions, sessions.dropFirst()).allSatisfy { $0.order != $1.order || $0.module == $1.module }
  }

  private func days(_ series: Int, kind: Int, person: Int) -> Int {
    guard let window = space.window[series] else { return 0 }
    var fewest = Int.max
    for first in window where space.seriesOpen[series * space.days + first] != 0 {
      guard let last = end(series, from: first, window, kind, person) else { break }
      fewest = min(fewest, last - first + 1)
    }
    // Where no way is found the bound is of no use, and the planning itself will tell.
    return fewest == Int.max ? 0 : max(0, fewest - space.fewestDays[series])
  }

  /// The day on which the class can be over at the earliest when it begins on this day or later; nil: not at all.
  private func end(
    _ series: Int, from first: Int, _ window: ClosedRange<Int>, _ kind: Int, _ person: Int
  ) -> Int? {
    let own = space.problem.series[series]
    var (day, left, periods) = (first, UInt64.max, 0)
    var lowerDay = -1
    var before: Int?
    for session in own.sessions {
      let one = space.problem.sessions[session]
      guard one.periods <= own.maxPeriodsDay, one.periods <= space.grid.longest else { return nil }
      if let before, space.problem.sessions[before].order < one.order { lowerDay = day }
      if lowerDay >= 0, lowerDay + one.gapDays > day {
        (day, left, periods) = (lowerDay + one.gapDays, .max, 0)
      }
      before = session
      while true {
        guard day <= window.upperBound else { return nil }
        var open =
          space.seriesOpen[series * space.days + day] & left & space.grid.fitting(length: one.periods)
        if person >= 0, Int(space.kindOf[session]) == kind, open != 0 {
          let cell = person * space.days + day
          open &= space.personOpen[cell] & space.grid.clear(of: space.personBusy[cell], length: one.periods)
        }
        if open != 0, periods + one.periods <= own.maxPeriodsDay {
          left = space.grid.positionsAfter(length: one.periods, position: open.trailingZeroBitCount)
          periods += one.periods
          break
        }
        (day, left, periods) = (day + 1, .max, 0)
      }
    }
    return day
  }
}
