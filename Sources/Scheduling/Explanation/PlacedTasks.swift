/// Spots of some of an excerpt's tasks that hold all rules among them, and whom another spot would turn out.
struct PlacedTasks {
  let excerpt: Excerpt
  private(set) var spots: [Excerpt.Spot?]
  private(set) var placedCount = 0
  private(set) var usage: ResourceUsage
  private let before: [[(task: Int, gap: Int)]]
  private let after: [[(task: Int, gap: Int)]]
  /// By member: those that share a trainee with it.
  let sharers: [[Int]]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    spots = Array(repeating: nil, count: excerpt.tasks.count)
    usage = ResourceUsage(excerpt)
    before = excerpt.predecessors
    after = excerpt.successors
    sharers = excerpt.sharers
  }

  mutating func put(_ task: Int, _ spot: Excerpt.Spot) {
    spots[task] = spot
    placedCount += 1
    usage.change(task, spot, of: excerpt, isTaken: true)
  }

  mutating func remove(_ task: Int) {
    guard let spot = spots[task] else { return }
    spots[task] = nil
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

  /// Whether a person who holds one task cannot hold the other for want of time or of time for the way.
  func excludes(_ one: Int, _ spot: Excerpt.Spot, _ other: Int, _ another: Excerpt.Spot) -> Bool {
    guard spot.start.day == another.start.day else { return false }
    if mask(one, spot.start) & mask(other, another.start) != 0 { return true }
    let (member, rival) = (excerpt.tasks[one].member, excerpt.tasks[other].member)
    guard excerpt.members[member].travels || excerpt.members[rival].travels else { return false }
    return !excerpt.hasWay(one, spot, other, another)
  }

  // MARK: Who must give way

  /// Those of the tasks that weigh least of which as many must go as it takes for the periods to fit the limit.
  ///
  /// `length`: the periods that are to come to them.
  func overLimit(_ limit: Int, _ tasks: [Int], adding length: Int, weights: [Int]) -> [Int] {
    var excess = length - limit
    for task in tasks { excess += excerpt.tasks[task].length }
    guard excess > 0 else { return [] }
    let ranked = tasks.sorted { (weights[$0], $0) < (weights[$1], $1) }
    var found: [Int] = []
    for task in ranked where excess > 0 {
      found.append(task)
      excess -= excerpt.tasks[task].length
    }
    // What was taken before a longer one can be needless.
    return found.filter { task in
      let isNeeded = excess + excerpt.tasks[task].length > 0
      if !isNeeded { excess += excerpt.tasks[task].length }
      return isNeeded
    }
  }

  /// The tasks of a person that must go so that the person can hold one more on a day: those in the way, then as
  /// many as the limits of the day and the week ask for.
  func inTheWay(of task: Int, _ spot: Excerpt.Spot, for person: Int, weights: [Int]) -> [Int] {
    var found: [Int] = []
    var today: [Int] = []
    for other in usage.tasks(.person(person), spot.start.day) where other != task {
      guard let theirs = spots[other] else { continue }
      if excludes(task, spot, other, theirs) { found.append(other) } else { today.append(other) }
    }
    let length = excerpt.tasks[task].length
    if let limit = excerpt.dayLimit(of: person) {
      found += overLimit(limit, today, adding: length, weights: weights)
    }
    if let limit = excerpt.weekLimit(of: person) {
      let others = usage.weekTasks(.person(person), spot.start.day).filter {
        $0 != task && !found.contains($0)
      }
      found += overLimit(limit, others, adding: length, weights: weights)
    }
    return found
  }

  /// Those that must give way for the spot; where a limit is passed, as many of those with the least weight as it takes.
  func inTheWay(of task: Int, at spot: Excerpt.Spot, weights: [Int]) -> Set<Int> {
    var found = Set(outOfOrder(task, spot.start))
    let own = mask(task, spot.start)
    let (member, day) = (excerpt.tasks[task].member, spot.start.day)
    func meets(_ other: Int) -> Bool {
      other != task && spots[other].map { own & mask(other, $0.start) != 0 } ?? false
    }
    let today = usage.tasks(.member(member), day)
    found.formUnion(today.filter(meets))
    for sharer in sharers[member] { found.formUnion(usage.tasks(.member(sharer), day).filter(meets)) }
    if let room = spot.room { found.formUnion(usage.tasks(.room(room), day).filter(meets)) }
    found.formUnion(unlike(task, spot))
    if let limit = excerpt.members[member].dayLimit {
      let left = today.filter { $0 != task && !found.contains($0) }
      found.formUnion(overLimit(limit, left, adding: excerpt.tasks[task].length, weights: weights))
    }
    for person in spot.people {
      found.formUnion(inTheWay(of: task, spot, for: person, weights: weights))
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
