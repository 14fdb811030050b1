/// How many days can be saved at most, or people placed, whatever classes are formed.
///
/// The conditions that a wish is met once (prices of kinds) and that limits hold (prices of limits) are priced out
/// (Lagrange); what is left falls apart into slots, each of which chooses its people by itself. Any prices give a bound;
/// these are improved by steps along the subgradient (M. Held, R. M. Karp 1971), each of
/// which keeps most of the direction of the last (P. M. Camerini, L. Fratta, F. Maffioli 1975). A limit is counted in the need of the
/// largest class that uses it, so that its price is one of classes.
struct FormingBound {
  /// The least bound that was found, rounded down as savings are whole numbers.
  let most: Int
  /// What a class of each slot is worth by the best prices: where to look first.
  let worth: [Double]

  /// `saving` is what a person saves by beginning in a month; `known` is saved by classes that can be formed.
  init(_ model: FormingModel, saving: [Int], atLeast known: Int, steps: Int) {
    var kindPrice = model.kinds.map { _ in 0.0 }
    let limits = model.problem.limits.indices
    let unit = model.problem.limits.map { Double(max(1, $0.needs.values.max() ?? 1)) }
    var limitPrice = limits.map { _ in 0.0 }
    let caps = (0..<model.slots).map(model.cap)
    // Nobody can save more than by the best month.
    let first = model.kinds.reduce(0) { $0 + $1.wishes.count * (saving[$1.firstMonth...].max() ?? 0) }
    var best = Double.infinity
    var bestWorth = Array(repeating: 0.0, count: model.slots)
    var kindWay = kindPrice
    var limitWay = limitPrice
    var scale = 1.0
    var stale = 0
    for _ in 0..<max(1, steps) {
      var value = zip(model.kinds, kindPrice).reduce(0.0) { $0 + Double($1.0.wishes.count) * $1.1 }
      var kindSlack = model.kinds.map { Double($0.wishes.count) }
      var limitSlack = limits.map { Double(model.room[$0]) / unit[$0] }
      for limit in limits { value += limitPrice[limit] * limitSlack[limit] }
      var worth = Array(repeating: 0.0, count: model.slots)
      for slot in 0..<model.slots where caps[slot] > 0 || model.freeSeats[slot] > 0 {
        let price = model.usesOf[slot].reduce(0.0) {
          $0 + limitPrice[$1.limit] * Double($1.need) / unit[$1.limit]
        }
        let choice = Choice(
          model, slot, kindPrice, saving: Double(saving[model.month(slot)]), classPrice: price,
          cap: caps[slot])
        value += choice.value
        worth[slot] = choice.firstClass
        for (kind, people) in choice.people { kindSlack[kind] -= Double(people) }
        for use in model.usesOf[slot] {
          limitSlack[use.limit] -= Double(choice.classes * use.need) / unit[use.limit]
        }
      }
      if value < best - 1e-9 {
        (best, bestWorth, stale) = (value, worth, 0)
      } else {
        stale += 1
        if stale >= Self.patience { (scale, stale) = (scale / 2, 0) }
      }
      for kind in kindWay.indices { kindWay[kind] = kindSlack[kind] + Self.memory * kindWay[kind] }
      for limit in limits { limitWay[limit] = limitSlack[limit] + Self.memory * limitWay[limit] }
      let norm = Self.norm(kindWay, kindPrice) + Self.norm(limitWay, limitPrice)
      guard norm > 0, best - Double(known) >= 1, scale > 1e-4 else { break }
      let step = scale * max(value - Double(known), 1) / norm
      for kind in kindPrice.indices { kindPrice[kind] = max(0, kindPrice[kind] - step * kindWay[kind]) }
      for limit in limits { limitPrice[limit] = max(0, limitPrice[limit] - step * limitWay[limit]) }
    }
    // Sums of many prices err a little: the bound is not pushed below a whole number by that.
    most = max(known, min(first, Int((best + 1e-6 * max(1, abs(best))).rounded(.down))))
    worth = bestWorth
  }

  /// How much of the way of the last step goes on in the next, and after how many steps that gain nothing they are made
  /// half as long: as measured on one centre of 2,000 wishes.
  private static let memory = 0.95
  private static let patience = 30

  /// The square of a way, but for prices that are 0 and cannot fall.
  private static func norm(_ way: [Double], _ prices: [Double]) -> Double {
    zip(way, prices).reduce(0) { $1.1 <= 0 && $1.0 > 0 ? $0 : $0 + $1.0 * $1.0 }
  }

  /// What a slot would choose by given prices.
  private struct Choice {
    var value = 0.0
    /// The worth of its first class, also where it is not worth holding.
    var firstClass = 0.0
    var classes = 0
    var people: [(kind: Int, people: Int)] = []

    init(
      _ model: FormingModel, _ slot: Int, _ prices: [Double], saving: Double, classPrice: Double, cap: Int
    ) {
      let sorted = model.kindsOf[slot].map { (kind: $0, worth: saving - prices[$0]) }
        .sorted { ($1.worth, $0.kind) < ($0.worth, $1.kind) }
      for classes in 0...cap {
        let least = classes * model.problem.least
        let most = classes * model.most(slot) + model.freeSeats[slot]
        var (taken, worth) = (0, -Double(classes) * classPrice)
        var chosen: [(kind: Int, people: Int)] = []
        for one in sorted {
          let room = (one.worth > 0 ? most : least) - taken
          guard room > 0 else { break }
          let people = min(room, model.kinds[one.kind].wishes.count)
          chosen.append((one.kind, people))
          taken += people
          worth += Double(people) * one.worth
        }
        guard taken >= least else { break }
        if classes == 1 { firstClass = worth }
        if worth > value { (value, self.classes, people) = (worth, classes, chosen) }
      }
    }
  }
}
