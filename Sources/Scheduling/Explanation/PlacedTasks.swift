/// Spots of some of an excerpt's tasks that hold all rules among them, and whom another spot would turn out.
struct PlacedTasks {
  let excerpt: Excerpt
  private(set) var spots: [Excerpt.Spot?]
  private(set) var placedCount = 0
  private var byDay: [Int: [Int]] = [:]
  private var weekLoads: [Int: Int] = [:]
  private let before: [[(task: Int, gap: Int)]]
  private let after: [[(task: Int, gap: Int)]]
  private let clashing: [Set<Int>]

  init(_ excerpt: Excerpt) {
    self.excerpt = excerpt
    spots = Array(repeating: nil, count: excerpt.tasks.count)
    var before: [[(task: Int, gap: Int)]] = Array(repeating: [], count: excerpt.tasks.count)
    var after = before
    for one in excerpt.precedences {
      before[one.after].append((one.before, one.gap))
      after[one.before].append((one.after, one.gap))
    }
    (self.before, self.after) = (before, after)
    var clashing: [Set<Int>] = Array(repeating: [], count: excerpt.members.count)
    for (one, other) in excerpt.clashes {
      clashing[one].insert(other)
      clashing[other].insert(one)
    }
    self.clashing = clashing
  }

  /// The tasks held on a day, in no order that tells anything.
  func tasks(on day: Int) -> [Int] { byDay[day] ?? [] }

  mutating func put(_ task: Int, _ spot: Excerpt.Spot) {
    spots[task] = spot
    placedCount += 1
    byDay[spot.start.day, default: []].append(task)
    changeWeeks(task, spot, by: excerpt.tasks[task].length)
  }

  private mutating func changeWeeks(_ task: Int, _ spot: Excerpt.Spot, by periods: Int) {
    for person in spot.people where excerpt.weekLimit(of: person) != nil {
      weekLoads[key(person, spot.start.day), default: 0] += periods
    }
  }

  private func key(_ person: Int, _ day: Int) -> Int { person << 32 | (excerpt.terrain.week(day) + 4096) }

  mutating func remove(_ task: Int) {
    guard let spot = spots[task] else { return }
    spots[task] = nil
    placedCount -= 1
    byDay[spot.start.day]?.removeAll { $0 == task }
    changeWeeks(task, spot, by: -excerpt.tasks[task].length)
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
    return member == rival || clashing[member].contains(rival)
  }

  func mask(_ task: Int, _ start: Excerpt.Start) -> UInt64 {
    excerpt.terrain.grid.mask(length: excerpt.tasks[task].length, position: start.position)
  }

  /// Whether a person who holds one task cannot hold the other for want of time or of time for the way.
  func excludes(_ one: Int, _ spot: Excerpt.Spot, _ other: Int, _ another: Excerpt.Spot) -> Bool {
    guard spot.start.day == another.start.day else { return false }
    if mask(one, spot.start) & mask(other, another.start) != 0 { return true }
    let (task, later) = (excerpt.tasks[one], excerpt.tasks[other])
    let (member, rival) = (excerpt.members[task.member], excerpt.members[later.member])
    guard member.travels || rival.travels else { return false }
    let apart = max(
      excerpt.beginning(another.start) - excerpt.end(task, spot.start),
      excerpt.beginning(spot.start) - excerpt.end(later, another.start))
    return apart
      < excerpt.minutes((member.kind, excerpt.site(spot)), (rival.kind, excerpt.site(another)))
  }

  /// Those that must give way for the spot; where a limit is passed, as many of those with the least weight as it takes.
  func inTheWay(of task: Int, at spot: Excerpt.Spot, weights: [Int]) -> Set<Int> {
    var found = Set(outOfOrder(task, spot.start))
    let own = mask(task, spot.start)
    let sameDay = tasks(on: spot.start.day).filter { $0 != task }
    for other in sameDay {
      guard let theirs = spots[other] else { continue }
      let meets = own & mask(other, theirs.start) != 0
      if meets, sharesAttendance(task, other) || spot.room != nil && spot.room == theirs.room {
        found.insert(other)
      } else if spot.people.contains(where: theirs.people.contains), excludes(task, spot, other, theirs) {
        found.insert(other)
      }
    }
    found.formUnion(unlike(task, spot))
    let length = excerpt.tasks[task].length
    func relieve(_ limit: Int?, _ others: [Int]) {
      guard let limit else { return }
      var load = length + others.reduce(0) { found.contains($1) ? $0 : $0 + excerpt.tasks[$1].length }
      for other in others.sorted(by: { (weights[$0], $0) < (weights[$1], $1) })
      where load > limit && !found.contains(other) {
        found.insert(other)
        load -= excerpt.tasks[other].length
      }
    }
    let member = excerpt.tasks[task].member
    relieve(excerpt.members[member].dayLimit, sameDay.filter { excerpt.tasks[$0].member == member })
    for person in spot.people {
      relieve(excerpt.dayLimit(of: person), sameDay.filter { holds(person, $0) })
      guard let limit = excerpt.weekLimit(of: person), weekLoad(of: person, spot.start.day) + length > limit
      else { continue }
      relieve(limit, week(of: spot.start.day).filter { $0 != task && holds(person, $0) })
    }
    return found
  }

  func holds(_ person: Int, _ task: Int) -> Bool { spots[task]?.people.contains(person) ?? false }

  /// The tasks of a day's week.
  private func week(of day: Int) -> [Int] {
    let week = excerpt.terrain.week(day)
    return (day - 6...day + 6).flatMap { excerpt.terrain.week($0) == week ? tasks(on: $0) : [] }
  }

  /// The periods that a person with a limit holds in the week of a day.
  func weekLoad(of person: Int, _ day: Int) -> Int { weekLoads[key(person, day)] ?? 0 }

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
