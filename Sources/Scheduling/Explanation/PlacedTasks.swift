/// Spots of some of an excerpt's tasks that hold all rules among them, and whom another spot would turn out.
struct PlacedTasks {
  let excerpt: Excerpt
  private(set) var spots: [Excerpt.Spot?]
  private(set) var placedCount = 0
  private var byDay: [Int: [Int]] = [:]
  /// By person with a limit and week: the tasks held.
  private var byWeek: [Int: (tasks: [Int], periods: Int)] = [:]
  private let before: [[(task: Int, gap: Int)]]
  private let after: [[(task: Int, gap: Int)]]
  private let sharers: [Set<Int>]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    spots = Array(repeating: nil, count: excerpt.tasks.count)
    before = excerpt.predecessors
    after = excerpt.successors
    sharers = excerpt.sharers.map(Set.init)
  }

  /// The tasks held on a day, in no order that tells anything.
  func tasks(on day: Int) -> [Int] { byDay[day] ?? [] }

  /// The tasks that a person with a weekly limit holds in the week of a day.
  func week(of person: Int, _ day: Int) -> [Int] { byWeek[key(person, day)]?.tasks ?? [] }
  /// Their periods.
  func weekLoad(of person: Int, _ day: Int) -> Int { byWeek[key(person, day)]?.periods ?? 0 }

  private func key(_ person: Int, _ day: Int) -> Int { person << 32 | (excerpt.terrain.week(day) + 4096) }

  mutating func put(_ task: Int, _ spot: Excerpt.Spot) {
    spots[task] = spot
    placedCount += 1
    byDay[spot.start.day, default: []].append(task)
    for person in spot.people where excerpt.weekLimit(of: person) != nil {
      let key = key(person, spot.start.day)
      byWeek[key, default: ([], 0)].tasks.append(task)
      byWeek[key]?.periods += excerpt.tasks[task].length
    }
  }

  mutating func remove(_ task: Int) {
    guard let spot = spots[task] else { return }
    spots[task] = nil
    placedCount -= 1
    byDay[spot.start.day]?.removeAll { $0 == task }
    for person in spot.people where excerpt.weekLimit(of: person) != nil {
      let key = key(person, spot.start.day)
      byWeek[key]?.tasks.removeAll { $0 == task }
      byWeek[key]?.periods -= excerpt.tasks[task].length
    }
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

  /// Whether one task's member or a trainee of it is asked for by the other too.
  func sharesAttendance(_ one: Int, _ other: Int) -> Bool {
    let (member, rival) = (excerpt.tasks[one].member, excerpt.tasks[other].member)
    return member == rival || sharers[member].contains(rival)
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
  ///
  /// `sameDay`: the tasks held that day.
  func inTheWay(
    of task: Int, _ spot: Excerpt.Spot, for person: Int, _ sameDay: [Int], weights: [Int]
  ) -> [Int] {
    var found: [Int] = []
    var today: [Int] = []
    for other in sameDay where other != task {
      guard let theirs = spots[other], theirs.people.contains(person) else { continue }
      if excludes(task, spot, other, theirs) { found.append(other) } else { today.append(other) }
    }
    let length = excerpt.tasks[task].length
    if let limit = excerpt.dayLimit(of: person) {
      found += overLimit(limit, today, adding: length, weights: weights)
    }
    if let limit = excerpt.weekLimit(of: person) {
      let others = week(of: person, spot.start.day).filter { $0 != task && !found.contains($0) }
      found += overLimit(limit, others, adding: length, weights: weights)
    }
    return found
  }

  /// Those that must give way for the spot; where a limit is passed, as many of those with the least weight as it takes.
  func inTheWay(of task: Int, at spot: Excerpt.Spot, weights: [Int]) -> Set<Int> {
    var found = Set(outOfOrder(task, spot.start))
    let own = mask(task, spot.start)
    let member = excerpt.tasks[task].member
    let sameDay = tasks(on: spot.start.day)
    var today: [Int] = []
    for other in sameDay where other != task {
      guard let theirs = spots[other] else { continue }
      let meets = own & mask(other, theirs.start) != 0
      if meets, sharesAttendance(task, other) || spot.room != nil && spot.room == theirs.room {
        found.insert(other)
      } else if excerpt.tasks[other].member == member {
        today.append(other)
      }
    }
    found.formUnion(unlike(task, spot))
    if let limit = excerpt.members[member].dayLimit {
      let left = today.filter { !found.contains($0) }
      found.formUnion(overLimit(limit, left, adding: excerpt.tasks[task].length, weights: weights))
    }
    for person in spot.people {
      found.formUnion(inTheWay(of: task, spot, for: person, sameDay, weights: weights))
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
