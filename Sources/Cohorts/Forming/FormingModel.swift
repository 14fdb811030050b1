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

  /// A limit that counts a slot, with what a class of the slot takes of it.
  struct Use {
    let limit: Int
    let need: Int
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
  /// By slot, the limits that it uses.
  let usesOf: [[Use]]
  /// By limit, what the classes that are held leave of it.
  let room: [Int]
  /// By slot, seats that are free in the classes that are held.
  let freeSeats: [Int]

  var slots: Int { problem.offers.count * months }
  func offer(_ slot: Int) -> Int { slot / months }
  func month(_ slot: Int) -> Int { slot % months }
  func most(_ slot: Int) -> Int { problem.offers[offer(slot)].most }

  init(_ problem: FormingProblem) {
    let (months, offers) = (problem.months.count, problem.offers.count)
    let kinds = Self.kinds(of: problem)
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
    var usesOf = Array(repeating: [Use](), count: offers * months)
    for (limit, one) in problem.limits.enumerated() {
      for (offer, need) in one.needs where (0..<offers).contains(offer) {
        for month in one.months.clamped(to: 0..<months) {
          usesOf[offer * months + month].append(Use(limit: limit, need: need))
        }
      }
    }
    self.usesOf = usesOf
    var room = problem.limits.map(\.most)
    var freeSeats = Array(repeating: 0, count: offers * months)
    for one in problem.held {
      let slot = one.offer * months + one.month
      freeSeats[slot] += max(0, one.seats - one.wishes.count)
      for use in usesOf[slot] { room[use.limit] -= use.need }
    }
    self.room = room.map { max(0, $0) }
    self.freeSeats = freeSeats
  }

  private static func kinds(of problem: FormingProblem) -> [Kind] {
    struct Key: Hashable {
      let offers: [Int]
      let firstMonth: Int
    }
    let isHeld = Set(problem.held.flatMap(\.wishes))
    var byKey: [Key: [Int]] = [:]
    for (place, wish) in problem.wishes.enumerated() where !isHeld.contains(wish.id) {
      guard let first = problem.firstMonth(of: wish) else { continue }
      let known = wish.offers.filter { problem.offers.indices.contains($0) }.sorted()
      guard !known.isEmpty else { continue }
      byKey[Key(offers: known, firstMonth: first), default: []].append(place)
    }
    return byKey.map { key, places in
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
  }

  /// Classes that a slot can hold at most, by its people and its limits.
  func cap(_ slot: Int) -> Int {
    let people = kindsOf[slot].reduce(0) { $0 + kinds[$1].wishes.count }
    let byPeople = most(slot) < problem.least ? 0 : people / problem.least
    return usesOf[slot].reduce(byPeople) { min($0, room[$1.limit] / $1.need) }
  }

  /// The limits that leave no room for one more class of a slot beside others that take so much of each.
  func full(_ slot: Int, beside used: [Int]) -> [Int] {
    usesOf[slot].filter { used[$0.limit] + $0.need > room[$0.limit] }.map(\.limit)
  }
}

/// How many classes each slot has, and what they take of each limit.
struct FormingCounts {
  private(set) var counts: [Int]
  private(set) var used: [Int]
  private let model: FormingModel

  init(_ model: FormingModel) {
    self.model = model
    counts = Array(repeating: 0, count: model.slots)
    used = Array(repeating: 0, count: model.problem.limits.count)
  }

  subscript(slot: Int) -> Int { counts[slot] }

  /// Whether one more class of the slot is within the limits.
  func hasRoom(_ slot: Int) -> Bool {
    model.usesOf[slot].allSatisfy { used[$0.limit] + $0.need <= model.room[$0.limit] }
  }

  mutating func add(_ slot: Int) { change(slot, by: 1) }
  mutating func remove(_ slot: Int) { change(slot, by: -1) }

  private mutating func change(_ slot: Int, by classes: Int) {
    counts[slot] += classes
    for use in model.usesOf[slot] { used[use.limit] += classes * use.need }
  }
}
