/// Spots of some of an excerpt's tasks that hold all rules among them, and whom another spot would turn out.
struct PlacedTasks {
  let excerpt: Excerpt
  private(set) var spots: [Excerpt.Spot?]
  private(set) var placedCount = 0
  /// By task: its periods, and the stretches that it takes where it is held.
  private let lengths: ContiguousArray<Int>
  private(set) var masks: ContiguousArray<UInt64>
  private(set) var usage: ResourceUsage
  private let before: [[(task: Int, gap: Int)]]
  private let after: [[(task: Int, gap: Int)]]
  /// By member: those that share a trainee with it.
  let sharers: [[Int]]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    spots = Array(repeating: nil, count: excerpt.tasks.count)
    lengths = ContiguousArray(excerpt.tasks.map(\.length))
    masks = ContiguousArray(repeating: 0, count: excerpt.tasks.count)
    usage = ResourceUsage(excerpt)
    before = excerpt.predecessors
    after = excerpt.successors
    sharers = excerpt.sharers
  }

  mutating func put(_ task: Int, _ spot: Excerpt.Spot) {
    spots[task] = spot
    masks[task] = mask(task, spot.start)
    placedCount += 1
    usage.change(task, spot, of: excerpt, isTaken: true)
  }

  mutating func remove(_ task: Int) {
    guard let spot = spots[task] else { return }
    spots[task] = nil
    masks[task] = 0
    placedCount -= 1
    usage.change(task, spot, of: excerpt, isTaken: false)
  }

  /// The minutes and days between which a task can start and end without any other being out of order.
  func room(for task: Int) -> (from: Int, firstDay: Int, to: Int, lastDay: Int) {
    var room = (from: Int.min, firstDay: Int.min, to: Int.max, lastDay: Int.max)
    for (other, gap) in before[task] {
      guard let spot = spots[other] else { continue }
      room.from = max(room.from, excerpt.end(excerpt.tasks[other], spot.start))
      room.firstDay = max(room.firstDay, spot.start.day + gap)
    }
    for (other, gap) in after[task] {
      guard let spot = spots[other] else { continue }
      room.to = min(room.to, excerpt.beginning(spot.start))
      room.lastDay = min(room.lastDay, spot.start.day - gap)
    }
    return room
  }

  /// The tasks that must come before or after and that the start is too early or too late for.
  func outOfOrder(_ task: Int, _ start: Excerpt.Start) -> [Int] {
    let (from, to) = (excerpt.beginning(start), excerpt.end(excerpt.tasks[task], start))
    var found: [Int] = []
    for (other, gap) in before[task] {
      guard let spot = spots[other] else { continue }
      if excerpt.end(excerpt.tasks[other], spot.start) > from || start.day - spot.start.day < gap {
        found.append(other)
      }
    }
    for (other, gap) in after[task] {
      guard let spot = spots[other] else { continue }
      if excerpt.beginning(spot.start) < to || spot.start.day - start.day < gap { found.append(other) }
    }
    return found
  }

  func mask(_ task: Int, _ start: Excerpt.Start) -> UInt64 {
    excerpt.terrain.grid.mask(length: excerpt.tasks[task].length, position: start.position)
  }

  /// Whether a person who holds one task has not the time for the way to the other, or from it.
  private func lacksWay(_ one: Int, _ spot: Excerpt.Spot, _ other: Int) -> Bool {
    spots[other].map { !excerpt.hasWay(one, spot, other, $0) } ?? false
  }

  // MARK: Who must give way

  /// Adds those of the pool that weigh least to the found, as many as it takes for the periods to fit the limit.
  ///
  /// `length`: the periods that are to come to them. The pool ends sorted.
  func addOverLimit(
    _ limit: Int, _ pool: inout [Int], adding length: Int, weights: [Int], to found: inout [Int]
  ) {
    var excess = length - limit
    for task in pool { excess += lengths[task] }
    guard excess > 0 else { return }
    pool.sort { (weights[$0], $0) < (weights[$1], $1) }
    let first = found.count
    for task in pool where excess > 0 {
      found.append(task)
      excess -= lengths[task]
    }
    // What was taken before a longer one can be needless.
    var index = first
    while index < found.count {
      if excess + lengths[found[index]] > 0 {
        index += 1
      } else {
        excess += lengths[found[index]]
        found.remove(at: index)
      }
    }
  }

  /// Lists that are filled anew for each question.
  struct Lists {
    var found: [Int] = []
    var pool: [Int] = []
  }

  /// The tasks of a person that must go so that the person can hold one more on a day, as the lists' found: those in
  /// the way, then as many as the limits of the day and the week ask for.
  func findInTheWay(
    of task: Int, _ spot: Excerpt.Spot, for person: Int, weights: [Int], _ lists: inout Lists
  ) {
    lists.found.removeAll(keepingCapacity: true)
    lists.pool.removeAll(keepingCapacity: true)
    let own = mask(task, spot.start)
    let travels = excerpt.members[excerpt.tasks[task].member].travels
    for other in usage.tasks(.person(person), spot.start.day) where other != task {
      if own & masks[other] != 0 || travels && lacksWay(task, spot, other) {
        lists.found.append(other)
      } else {
        lists.pool.append(other)
      }
    }
    if let limit = excerpt.dayLimit(of: person) {
      addOverLimit(limit, &lists.pool, adding: lengths[task], weights: weights, to: &lists.found)
    }
    guard let limit = excerpt.weekLimit(of: person) else { return }
    lists.pool.removeAll(keepingCapacity: true)
    usage.forEachTask(.person(person), inWeekOf: spot.start.day) { other in
      if other != task, !lists.found.contains(other) { lists.pool.append(other) }
    }
    addOverLimit(limit, &lists.pool, adding: lengths[task], weights: weights, to: &lists.found)
  }

  /// Those that must give way for the spot; where a limit is passed, as many of those with the least weight as it takes.
  func inTheWay(of task: Int, at spot: Excerpt.Spot, weights: [Int]) -> Set<Int> {
    var found = Set(outOfOrder(task, spot.start))
    let own = mask(task, spot.start)
    let (member, day) = (excerpt.tasks[task].member, spot.start.day)
    func meets(_ other: Int) -> Bool {
      other != task && own & masks[other] != 0
    }
    let today = usage.tasks(.member(member), day)
    found.formUnion(today.filter(meets))
    for sharer in sharers[member] { found.formUnion(usage.tasks(.member(sharer), day).filter(meets)) }
    if let room = spot.room { found.formUnion(usage.tasks(.room(room), day).filter(meets)) }
    found.formUnion(unlike(task, spot))
    var lists = Lists()
    if let limit = excerpt.members[member].dayLimit {
      lists.pool = today.filter { $0 != task && !found.contains($0) }
      addOverLimit(limit, &lists.pool, adding: lengths[task], weights: weights, to: &lists.found)
      found.formUnion(lists.found)
    }
    for person in spot.people {
      findInTheWay(of: task, spot, for: person, weights: weights, &lists)
      found.formUnion(lists.found)
    }
    return found
  }

  /// The tasks of the same series that are at another site, or held by another mentor.
  private func unlike(_ task: Int, _ spot: Excerpt.Spot) -> [Int] {
    let member = excerpt.members[excerpt.tasks[task].member]
    let others = member.tasks.filter { $0 != task && spots[$0] != nil }
    guard member.kind == .taught else {
      return others.filter { other in spots[other].map { Set($0.people) != Set(spot.people) } ?? false }
    }
    guard let site = excerpt.site(spot) else { return [] }
    return others.filter { other in
      spots[other].flatMap(excerpt.site).map { $0 != site } ?? false
    }
  }
}
