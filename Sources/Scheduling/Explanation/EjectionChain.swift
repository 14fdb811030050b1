/// A task put down by a chain of moves, each into the place of the next and the last into a free one, as augmenting
/// paths are found in a matching: where hardly a place is left, moving one task after the other finds it only by chance.
extension IterativePlacement {
  /// Tasks looked at for one chain.
  private static let longestSearch = 16

  /// Puts a task that waits down by a shortest chain; false: none was found, and nothing has changed.
  mutating func placeByChain(_ first: Int) -> Bool {
    var queue = [first]
    var seen: Set<Int> = [first]
    var cause: [Int: (task: Int, spot: Excerpt.Spot)] = [:]
    var next = 0
    while next < queue.count, next < Self.longestSearch, !effort.isSpent {
      let task = queue[next]
      next += 1
      effort.spend(40)
      // The chain as far as it goes: each at the place of the one after it, the last taken out.
      var steps: [(task: Int, spot: Excerpt.Spot)] = []
      var last = task
      while let one = cause[last] {
        steps.append(one)
        last = one.task
      }
      let chain = [task] + steps.map(\.task)
      let old = chain.map { placed.spots[$0] }
      for (one, spot) in zip(chain, old) where spot != nil { placed.remove(one) }
      if put(steps) {
        let found = openings(of: task)
        if let free = found.free {
          placed.put(task, free)
          waiting.removeAll { $0 == first }
          return true
        }
        for (spot, blocker) in found.blocked where seen.insert(blocker).inserted {
          cause[blocker] = (task, spot)
          queue.append(blocker)
        }
        for step in steps { placed.remove(step.task) }
      }
      for (one, spot) in zip(chain, old) {
        if let spot { placed.put(one, spot) }
      }
    }
    return false
  }

  /// Puts tasks down where nothing is in their way; false: something is, and none was put down.
  private mutating func put(_ steps: [(task: Int, spot: Excerpt.Spot)]) -> Bool {
    for (index, step) in steps.enumerated() {
      guard placed.inTheWay(of: step.task, at: step.spot, weights: weights).isEmpty else {
        for done in steps[..<index] { placed.remove(done.task) }
        return false
      }
      placed.put(step.task, step.spot)
    }
    return true
  }

  /// The first spot of a task at which nothing is in the way, or all at which one task is, each with that task once.
  private mutating func openings(of index: Int) -> (free: Excerpt.Spot?, blocked: [(Excerpt.Spot, Int)]) {
    let task = excerpt.tasks[index]
    let member = excerpt.members[task.member]
    let siblings = member.tasks.filter { $0 != index && placed.spots[$0] != nil }
    var known: Set<Int> = []
    var blocked: [(Excerpt.Spot, Int)] = []
    for start in task.starts {
      effort.spend(4)
      let mask = placed.mask(index, start)
      var base = placed.outOfOrder(index, start)
      if base.count > 1 { continue }
      base += seriesInTheWay(index, mask, start.day).filter { !base.contains($0) }
      if base.count > 1 { continue }
      let blocker = base.first
      for (room, inRoom) in rooms(of: index, start, mask, siblings, besides: blocker) {
        for (people, inHands) in holders(of: index, start, room, siblings, besides: inRoom) {
          let spot = Excerpt.Spot(start: start, room: room, people: people)
          guard let one = inHands else { return (spot, []) }
          if known.insert(one).inserted { blocked.append((spot, one)) }
        }
      }
    }
    return (nil, blocked)
  }

  /// Tasks of the series itself, and of those that share a trainee with it, that meet the stretches or are too many that
  /// day.
  private func seriesInTheWay(_ index: Int, _ mask: UInt64, _ day: Int) -> [Int] {
    let member = excerpt.tasks[index].member
    var found: [Int] = []
    for one in [member] + placed.sharers[member] where placed.usage.taken(.member(one), day) & mask != 0 {
      found += placed.usage.tasks(.member(one), day).filter { placed.masks[$0] & mask != 0 }
    }
    guard let limit = excerpt.members[member].dayLimit else { return found }
    var pool = placed.usage.tasks(.member(member), day).filter { !found.contains($0) }
    placed.addOverLimit(limit, &pool, adding: excerpt.tasks[index].length, weights: weights, to: &found)
    return found
  }

  /// The rooms in which nothing but one task at most is in the way, the first alone where nothing is.
  private func rooms(
    of index: Int, _ start: Excerpt.Start, _ mask: UInt64, _ siblings: [Int], besides known: Int?
  ) -> [(room: Int?, blocker: Int?)] {
    guard let candidates = excerpt.tasks[index].rooms else { return [(nil, known)] }
    let isTaught = excerpt.members[excerpt.tasks[index].member].kind == .taught
    let site = isTaught ? siblings.lazy.compactMap { placed.spots[$0].flatMap(excerpt.site) }.first : nil
    let all = excerpt.terrain.problem.rooms
    var found: [(room: Int?, blocker: Int?)] = []
    for room in candidates where excerpt.isOpen(room, start) {
      effort.spend(1)
      var inTheWay = known.map { [$0] } ?? []
      if let site, site != all[room].site { inTheWay += siblings.filter { $0 != known } }
      if inTheWay.count < 2, placed.usage.taken(.room(room), start.day) & mask != 0 {
        inTheWay += placed.usage.tasks(.room(room), start.day).filter {
          placed.masks[$0] & mask != 0 && !inTheWay.contains($0)
        }
      }
      if inTheWay.count > 1 { continue }
      if inTheWay.first == known { return [(room, known)] }
      found.append((room, inTheWay.first))
    }
    return found
  }

  /// Those who can hold it with one task at most in the way, the first alone where no other is.
  private mutating func holders(
    of index: Int, _ start: Excerpt.Start, _ room: Int?, _ siblings: [Int], besides known: Int?
  ) -> [(people: [Int], blocker: Int?)] {
    let task = excerpt.tasks[index]
    let count = task.team.lowerBound
    guard count > 0 else { return [([], known)] }
    let isTaught = excerpt.members[task.member].kind == .taught
    let own = Excerpt.Spot(start: start, room: room, people: [])
    var free: [Int] = []
    var found: [(people: [Int], blocker: Int?)] = []
    for person in task.people where excerpt.isFree(person, task, start) {
      let most = min(excerpt.dayLimit(of: person) ?? .max, excerpt.weekLimit(of: person) ?? .max)
      guard task.length <= most else { continue }
      effort.spend(3)
      var blocker = known
      if !isTaught, let sibling = siblings.first, placed.spots[sibling]?.people != [person] {
        guard siblings.count == 1, blocker ?? sibling == sibling else { continue }
        blocker = sibling
      }
      placed.findInTheWay(of: index, own, for: person, weights: weights, &lists)
      guard lists.found.count < 2 else { continue }
      if let one = lists.found.first {
        guard blocker ?? one == one else { continue }
        blocker = one
      }
      if blocker == known {
        free.append(person)
        if free.count == count { return [(free, known)] }
      } else if count == 1 {
        found.append(([person], blocker))
      }
    }
    return found
  }
}
