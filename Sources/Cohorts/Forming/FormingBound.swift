/// How many days can be saved at most, whatever classes are formed.
///
/// The conditions that a wish is met once (prices of kinds) and that limits hold (prices of limits and months) are
/// priced out (Lagrange); what is left falls apart into slots, each of which chooses its people by itself. Any prices
/// give a bound; these are improved by steps along the subgradient (M. Held, R. M. Karp 1971).
struct FormingBound {
  /// The least bound that was found, rounded down as savings are whole days.
  let saved: Int
  /// What a class of each slot is worth by the best prices: where to look first.
  let worth: [Double]

  init(_ model: FormingModel, atLeast known: Int, steps: Int) {
    let months = model.months
    var kindPrice = model.kinds.map { _ in 0.0 }
    var limitPrice = model.problem.limits.map { _ in Array(repeating: 0.0, count: months) }
    let caps = (0..<model.slots).map(model.cap)
    var best = Double.infinity
    var bestWorth = Array(repeating: 0.0, count: model.slots)
    var scale = 1.0
    var stale = 0
    for _ in 0..<max(1, steps) {
      var value = zip(model.kinds, kindPrice).reduce(0.0) { $0 + Double($1.0.wishes.count) * $1.1 }
      var kindSlack = model.kinds.map { Double($0.wishes.count) }
      var limitSlack = limitPrice.indices.map { limit in
        (0..<months).map { Double(model.most(limit, in: $0)) }
      }
      for (limit, prices) in limitPrice.enumerated() {
        for month in 0..<months { value += prices[month] * limitSlack[limit][month] }
      }
      var worth = Array(repeating: 0.0, count: model.slots)
      for slot in 0..<model.slots where caps[slot] > 0 {
        let month = model.month(slot)
        let price = model.limitsOf[slot].reduce(0.0) { $0 + limitPrice[$1][month] }
        let choice = Choice(model, slot, kindPrice, classPrice: price, cap: caps[slot])
        value += choice.value
        worth[slot] = choice.firstClass
        for (kind, people) in choice.people { kindSlack[kind] -= Double(people) }
        for limit in model.limitsOf[slot] { limitSlack[limit][month] -= Double(choice.classes) }
      }
      if value < best - 1e-9 {
        (best, bestWorth, stale) = (value, worth, 0)
      } else {
        stale += 1
        if stale >= 12 { (scale, stale) = (scale / 2, 0) }
      }
      let norm =
        kindSlack.reduce(0) { $0 + $1 * $1 }
        + limitSlack.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
      guard norm > 0, best - Double(known) >= 1, scale > 1e-4 else { break }
      let step = scale * max(value - Double(known), 1) / norm
      for kind in kindPrice.indices { kindPrice[kind] = max(0, kindPrice[kind] - step * kindSlack[kind]) }
      for limit in limitPrice.indices {
        for month in 0..<months {
          limitPrice[limit][month] = max(0, limitPrice[limit][month] - step * limitSlack[limit][month])
        }
      }
    }
    // Sums of many prices err a little: the bound is not pushed below a whole number by that.
    saved = max(known, Int((best + 1e-6 * max(1, abs(best))).rounded(.down)))
    worth = bestWorth
  }

  /// What a slot would choose by given prices.
  private struct Choice {
    var value = 0.0
    /// The worth of its first class, also where it is not worth holding.
    var firstClass = 0.0
    var classes = 0
    var people: [(kind: Int, people: Int)] = []

    init(_ model: FormingModel, _ slot: Int, _ prices: [Double], classPrice: Double, cap: Int) {
      let saving = Double(model.saved[model.month(slot)])
      let sorted = model.kindsOf[slot].map { (kind: $0, worth: saving - prices[$0]) }
        .sorted { ($1.worth, $0.kind) < ($0.worth, $1.kind) }
      for classes in 1...cap {
        let (least, most) = (classes * model.problem.least, classes * model.most(slot))
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
