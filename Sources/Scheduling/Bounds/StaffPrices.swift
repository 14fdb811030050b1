/// A price for each lecturer's period, by which lecturers and load are bounded together.
///
/// Lagrangian relaxation (A. M. Geoffrion, 1974) of the rule that periods beyond the mean are counted: a period of
/// lecturer p costs a price between 0 and the weight of load, and the mean itself is given back. Whatever the prices,
/// no timetable costs less than the sum over classes of the cheapest lecturers at these prices, less the mean load
/// at the price of each lecturer: each period beyond the mean costs at least its price.
package struct StaffPrices: Sendable {
  package struct Group: Sendable {
    package let people: [Int]
    /// In ten-thousandths of the weight of load: 0 to 10,000.
    package let price: Int
  }

  package let groups: [Group]
  /// What each class costs at least at these prices, in the order of the classes; those that cost nothing are left out.
  package let classes: [(series: Int, cost: Double)]
  package let fairLoad: Int
  /// The sum, less the mean load at its prices, rounded up to what lecturers and load can cost.
  package let cost: Double

  static let scale = 10_000
}

/// Looks for prices that make the bound great, by subgradient steps: a fixed number at most, no randomness.
struct StaffPricing {
  private let needs: StaffingNeeds
  private let covers: [Cover?]
  private let extra: Double
  private let weight: Double

  private static let mostSteps = 2000

  init(_ needs: StaffingNeeds, lecturers: Double, load: Double) {
    self.needs = needs
    extra = lecturers
    weight = load
    covers = needs.types.map { type, _ in
      Cover(type.needs.map { Cover.Need(holders: $0.groups, seats: $0.team, weight: $0.periods) })
    }
  }

  /// The best prices found, with the bound that they prove.
  func best() -> StaffPrices {
    var prices = Array(repeating: weight / 2, count: needs.groups.count)
    var best = (value: -Double.infinity, prices: Array(repeating: 0.0, count: prices.count))
    var (pace, since) = (1.0, 0)
    for _ in 0..<Self.mostSteps where pace > 1e-4 {
      let (value, slope) = bound(at: prices)
      since += 1
      if value > best.value {
        if value > best.value + 1e-6 * max(1, abs(value)) { since = 0 }
        best = (value, prices)
      }
      if since >= 30 {
        (pace, since, prices) = (pace / 2, 0, best.prices)
        continue
      }
      let square = slope.reduce(0) { $0 + $1 * $1 }
      guard square > 0 else { break }
      let aim = best.value + 0.05 * max(20, abs(best.value)) * pace
      let step = pace * (aim - value) / square
      for group in prices.indices { prices[group] = min(weight, max(0, prices[group] + step * slope[group])) }
    }
    return proof(best.prices)
  }

  /// The bound at these prices, and by group the periods that the cheapest lecturers hold beyond the mean.
  private func bound(at prices: [Double]) -> (value: Double, slope: [Double]) {
    var value = 0.0
    var slope = needs.groups.map { -Double(needs.fairLoad * $0.count) }
    for (group, mean) in slope.enumerated() { value += mean * prices[group] }
    for (index, (type, classes)) in needs.types.enumerated() {
      let count = Double(classes.count)
      let choice = cheapest(index, type, prices)
      value += count * choice.cost
      for (group, periods) in choice.taken { slope[group] += count * Double(periods) }
    }
    return (value, slope)
  }

  /// The cheapest lecturers of a class of this type; where it has too many needs to look at all ways, each need by
  /// itself, which can only be cheaper.
  private func cheapest(
    _ index: Int, _ type: StaffingNeeds.ClassType, _ prices: [Double]
  ) -> Cover.Choice {
    if let cover = covers[index], let choice = cover.cheapest(prices: prices, extra: extra, free: type.free) {
      return choice
    }
    var (cost, taken) = (0.0, [(holder: Int, weight: Int)]())
    for need in type.needs {
      guard let group = need.groups.min(by: { prices[$0] < prices[$1] }) else { continue }
      cost += prices[group] * Double(need.periods * need.team)
      taken.append((group, need.periods * need.team))
    }
    return Cover.Choice(cost: cost, taken: taken)
  }

  private func proof(_ found: [Double]) -> StaffPrices {
    let scale = Double(StaffPrices.scale)
    let units = found.map { weight > 0 ? Int(($0 / weight * scale).rounded()) : 0 }
    let prices = units.map { weight * Double($0) / scale }
    var classes: [(series: Int, cost: Double)] = []
    for (index, (type, members)) in needs.types.enumerated() {
      let cost = cheapest(index, type, prices).cost
      if cost > 0 { classes += members.map { ($0, cost) } }
    }
    classes.sort { $0.series < $1.series }
    let mean = prices.indices.reduce(0) {
      $0 + Double(needs.fairLoad * needs.groups[$1].count) * prices[$1]
    }
    let value = classes.reduce(0) { $0 + $1.cost } - mean
    return StaffPrices(
      groups: zip(needs.groups, units).map { StaffPrices.Group(people: $0, price: $1) }, classes: classes,
      fairLoad: needs.fairLoad, cost: max(0, roundedUp(value)))
  }

  /// Where both weights are whole numbers, so is every cost.
  private func roundedUp(_ value: Double) -> Double {
    guard extra == extra.rounded(), weight == weight.rounded() else { return value - 1e-6 }
    return (value - 1e-6).rounded(.up)
  }
}
