import Civil

/// A forming problem in flat numbers: wishes of one kind together, a slot for each offer and month.
struct FormingModel {
  /// Wishes that the same slots can meet.
  struct Kind {
    let offers: [Int]
    let firstMonth: Int
    /// Places in `FormingProblem.wishes`, who waits longest first.
    let wishes: [Int]
  }

  let problem: FormingProblem
  let kinds: [Kind]
  let months: Int
  /// Days saved by a wish that begins in a month instead of waiting to the horizon.
  let saved: [Int]
  /// By slot, the kinds that it can take.
  let kindsOf: [[Int]]
  /// By kind, the slots that can take it.
  let slotsOf: [[Int]]
  /// By slot, the places of the limits that it uses.
  let limitsOf: [[Int]]

  var slots: Int { problem.offers.count * months }
  func offer(_ slot: Int) -> Int { slot / months }
  func month(_ slot: Int) -> Int { slot % months }
  func most(_ slot: Int) -> Int { problem.offers[offer(slot)].most }

  init(_ problem: FormingProblem) {
    struct Key: Hashable {
      let offers: [Int]
      let firstMonth: Int
    }
    let (months, offers) = (problem.months.count, problem.offers.count)
    var byKey: [Key: [Int]] = [:]
    for (place, wish) in problem.wishes.enumerated() {
      guard let first = problem.firstMonth(of: wish) else { continue }
      let known = wish.offers.filter { (0..<offers).contains($0) }.sorted()
      guard !known.isEmpty else { continue }
      byKey[Key(offers: known, firstMonth: first), default: []].append(place)
    }
    let kinds = byKey.map { key, places in
      Kind(
        offers: key.offers, firstMonth: key.firstMonth,
        wishes: places.sorted {
          (problem.wishes[$0].since, problem.wishes[$0].id) < (
            problem.wishes[$1].since, problem.wishes[$1].id
          )
        })
    }.sorted { left, right in
      left.firstMonth == right.firstMonth
        ? left.offers.lexicographicallyPrecedes(right.offers) : left.firstMonth < right.firstMonth
    }
    self.problem = problem
    self.kinds = kinds
    self.months = months
    saved = problem.months.map { max(0, problem.horizon - $0) }
    slotsOf = kinds.map { kind in
      kind.offers.flatMap { offer in (kind.firstMonth..<months).map { offer * months + $0 } }
    }
    var kindsOf = Array(repeating: [Int](), count: offers * months)
    for (kind, slots) in slotsOf.enumerated() { for slot in slots { kindsOf[slot].append(kind) } }
    self.kindsOf = kindsOf
    limitsOf = (0..<offers * months).map { slot in
      problem.limits.indices.filter { problem.limits[$0].offers.contains(slot / months) }
    }
  }

  /// Classes that a limit lets begin in a month.
  func most(_ limit: Int, in month: Int) -> Int {
    let most = problem.limits[limit].most
    return month < most.count ? max(0, most[month]) : 0
  }

  /// Classes that a slot can hold at most, by its people and its limits.
  func cap(_ slot: Int) -> Int {
    let people = kindsOf[slot].reduce(0) { $0 + kinds[$1].wishes.count }
    let byPeople = most(slot) < problem.least ? 0 : people / problem.least
    return limitsOf[slot].reduce(byPeople) { min($0, most($1, in: month(slot))) }
  }

  /// Whether one more class of a slot is within the limits beside the others.
  func hasRoom(_ slot: Int, beside counts: [Int]) -> Bool {
    let month = month(slot)
    return cap(slot) > 0
      && limitsOf[slot].allSatisfy { limit in
        let used = problem.limits[limit].offers.reduce(0) { $0 + counts[$1 * months + month] }
        return used < most(limit, in: month)
      }
  }
}
