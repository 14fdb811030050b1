/// Looks for prices that make the bound on lecturers and load great, by subgradient steps: no randomness, and a fixed
/// number of them at most.
struct StaffPricing {
  /// Which holders each class must or must not have; a class not named is free.
  typealias Standings = [Int: [Cover.Standing]]

  /// Where steps have led.
  struct Ascent {
    var value = -Double.infinity
    var prices: [Double]
    /// By type of class and group, how often the cheapest cover had one of the group of late, 0 to 1.
    var usage: [[Double]] = []
  }

  /// How much of what the covers had at one step is remembered at the next.
  private static let memory = 0.97

  let needs: StaffingNeeds
  private let covers: [Cover?]
  private let extra: Double
  private let weight: Double

  init(_ needs: StaffingNeeds, lecturers: Double, load: Double) {
    self.needs = needs
    extra = lecturers
    weight = load
    covers = needs.types.map { type, _ in
      Cover(type.needs.map { Cover.Need(holders: $0.groups, seats: $0.team, weight: $0.periods) })
    }
  }

  /// Whether every class is small enough to be looked at in all ways.
  var isExact: Bool { covers.allSatisfy { $0 != nil } }

  /// The prices from which to begin.
  var middle: [Double] { Array(repeating: weight / 2, count: needs.groups.count) }

  /// Steps from these prices to better ones, in the case of these standings.
  func ascend(from start: [Double], steps: Int, _ standings: Standings = [:]) -> Ascent {
    var prices = start
    var best = Ascent(prices: start)
    var usage = needs.types.map { _ in Array(repeating: 0.0, count: start.count) }
    var (pace, since, seen) = (1.0, 0, 0.0)
    for _ in 0..<steps where pace > 1e-4 {
      let (value, slope, holders) = bound(at: prices, standings)
      seen = seen * Self.memory + 1
      for (type, own) in holders.enumerated() {
        for group in usage[type].indices { usage[type][group] *= Self.memory }
        for group in own { usage[type][group] += 1 }
      }
      since += 1
      if value > best.value {
        if value > best.value + 1e-6 * max(1, abs(value)) { since = 0 }
        (best.value, best.prices) = (value, prices)
      }
      if value == .infinity { break }
      if since >= 30 {
        (pace, since, prices) = (pace / 2, 0, best.prices)
        continue
      }
      let square = slope.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { break }
      let aim = best.value + 0.05 * max(20, abs(best.value)) * pace
      let length = pace * (aim - value) / square
      for group in prices.indices {
        prices[group] = min(weight, max(0, prices[group] + length * slope[group]))
      }
    }
    best.usage = usage.map { $0.map { $0 / max(1, seen) } }
    return best
  }

  /// The bound at these prices, by group the periods that the cheapest lecturers hold beyond the mean, and by type
  /// who these are.
  private func bound(at prices: [Double], _ standings: Standings) -> (
    value: Double, slope: [Double], holders: [Set<Int>]
  ) {
    var slope = needs.groups.map { -Double(needs.fairLoad * $0.count) }
    var value = slope.indices.reduce(0) { $0 + slope[$1] * prices[$1] }
    var holders: [Set<Int>] = []
    for (index, (type, classes)) in needs.types.enumerated() {
      let count = Double(classes.count)
      guard let choice = cheapest(index, type, prices, standings) else { return (.infinity, slope, []) }
      value += count * choice.cost
      for (group, periods) in choice.taken { slope[group] += count * Double(periods) }
      holders.append(Set(choice.taken.map(\.holder)))
    }
    return (value, slope, holders)
  }

  /// The cheapest lecturers of a class of this type, nil where it cannot have any; where it has too many needs to look
  /// at all ways, each need by itself, which can only be cheaper.
  private func cheapest(
    _ index: Int, _ type: StaffingNeeds.ClassType, _ prices: [Double], _ standings: Standings
  ) -> Cover.Choice? {
    if let cover = covers[index] {
      return cover.cheapest(
        prices: prices, extra: extra, free: type.free, standings: standings[index] ?? [])
    }
    var (cost, taken) = (0.0, [(holder: Int, weight: Int)]())
    for need in type.needs {
      guard let group = need.groups.min(by: { prices[$0] < prices[$1] }) else { continue }
      cost += prices[group] * Double(need.periods * need.team)
      taken.append((group, need.periods * need.team))
    }
    return Cover.Choice(cost: cost, taken: taken)
  }

  /// The case with prices in whole ten-thousandths, and what it proves; nil where no timetable is of this case.
  func proof(
    _ found: [Double], _ standings: Standings = [:]
  ) -> (case: StaffPrices.Case, value: Double)? {
    let scale = Double(StaffPrices.scale)
    let units = found.map { weight > 0 ? Int(($0 / weight * scale).rounded()) : 0 }
    let prices = units.map { weight * Double($0) / scale }
    var classes: [(series: Int, cost: Double)] = []
    for (index, (type, members)) in needs.types.enumerated() {
      guard let cost = cheapest(index, type, prices, standings)?.cost else { return nil }
      if cost > 0 { classes += members.map { ($0, cost) } }
    }
    classes.sort { $0.series < $1.series }
    let mean = prices.indices.reduce(0) {
      $0 + Double(needs.fairLoad * needs.groups[$1].count) * prices[$1]
    }
    let value = classes.reduce(0) { $0 + $1.cost } - mean
    return (
      StaffPrices.Case(choices: choices(standings), prices: units, classes: classes), max(0, roundedUp(value))
    )
  }

  /// The standings in the problem's own terms.
  func choices(_ standings: Standings) -> [StaffPrices.Choice] {
    standings.sorted { $0.key < $1.key }.flatMap { index, standings in
      standings.indices.filter { standings[$0] != .open }.map {
        StaffPrices.Choice(
          series: needs.types[index].classes[0], person: needs.groups[$0][0], isHeld: standings[$0] == .held)
      }
    }
  }

  /// Where both weights are whole numbers, so is every cost.
  func roundedUp(_ value: Double) -> Double {
    guard extra == extra.rounded(), weight == weight.rounded() else { return value - 1e-6 }
    return (value - 1e-6).rounded(.up)
  }
}
