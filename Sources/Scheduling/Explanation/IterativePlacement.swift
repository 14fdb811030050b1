/// Looks for a placement of an excerpt by putting one task after the other where the fewest others must give way.
///
/// Begins with what still holds of an earlier placement, which differs from what is asked for by little where one fact
/// after the other is dropped. After T. Müller, "Constraint-based Timetabling" (Prague 2005), iterative forward search:
/// what had to give way often weighs more, so that the search does not go in circles.
struct IterativePlacement {
  let excerpt: Excerpt
  let effort: Effort
  var placed: PlacedTasks
  /// The tasks without a spot.
  var waiting: [Int]
  /// By task: 1, and 1 for each time it had to give way.
  private(set) var weights: [Int]
  private var random = RandomSource(seed: 7)
  /// How many tasks had a spot at once, at most, and where.
  private(set) var mostCount = 0
  private var mostSpots: [Excerpt.Spot?] = []
  /// What must give way so that a person has room in a week for the task that a spot is looked for, by person and week.
  private var weekCosts: [Int: Int] = [:]
  var lists = PlacedTasks.Lists()

  /// Steps after which chains are looked for again.
  private static let stepsBetweenChains = 25

  init(_ excerpt: Excerpt, effort: Effort) {
    self.excerpt = excerpt
    self.effort = effort
    placed = PlacedTasks(excerpt)
    waiting = Array(excerpt.tasks.indices)
    weights = Array(repeating: 1, count: excerpt.tasks.count)
  }

  /// A spot for each task; nil: not found in so many steps.
  ///
  /// `known` has spots of an earlier placement, by session.
  mutating func placed(from known: [Int: Excerpt.Spot], steps: Int) -> [Excerpt.Spot]? {
    guard !excerpt.isEmpty else { return nil }
    load(known)
    for step in 0..<steps where !effort.isSpent {
      if step % Self.stepsBetweenChains == 0 {
        for task in waiting where !placeByChain(task) { break }
      }
      guard let position = next() else {
        let spots = placed.spots.compactMap(\.self)
        if excerpt.holds(spots) { return spots }
        stir()
        continue
      }
      let task = waiting[position]
      guard let spot = best(for: task) else { return nil }
      put(task, at: position, spot)
    }
    return nil
  }

  /// The spots of the most tasks that had one at once, by session.
  ///
  /// A task that can have none is left out. Ends after so many steps, or when all have one.
  mutating func mostPlaced(from known: [Int: Excerpt.Spot], steps: Int) -> [Int: Excerpt.Spot] {
    begin(from: known)
    placeMore(steps: steps)
    return most
  }

  /// Takes over what still holds of an earlier placement, and gives the others a spot where nothing must give way.
  mutating func begin(from known: [Int: Excerpt.Spot]) {
    load(known)
    fill()
    recordMost()
  }

  /// Goes on for so many steps, while work is left, until all tasks that can have a spot have one.
  mutating func placeMore(steps: Int) {
    for _ in 0..<steps {
      if effort.isSpent { return }
      guard let position = next() else {
        if placed.placedCount < excerpt.tasks.count || mostCount == excerpt.tasks.count { return }
        stir()
        continue
      }
      let task = waiting[position]
      if let spot = best(for: task) {
        put(task, at: position, spot)
      } else {
        waiting.remove(at: position)
      }
      recordMost()
    }
  }

  private mutating func recordMost() {
    guard placed.placedCount > mostCount else { return }
    if placed.placedCount == excerpt.tasks.count {
      // What has all its spots holds the rules of whole series too.
      effort.spend(20 * excerpt.tasks.count)
      guard excerpt.holds(placed.spots.compactMap(\.self)) else { return }
    }
    mostCount = placed.placedCount
    mostSpots = placed.spots
  }

  /// The spots of the most tasks that had one at once so far, by session.
  var most: [Int: Excerpt.Spot] {
    Dictionary(
      uniqueKeysWithValues: mostSpots.indices.compactMap { index in
        mostSpots[index].map { (excerpt.tasks[index].session, $0) }
      })
  }

  /// Gives the tasks that wait a spot where nothing must give way: series by series, those with few starts first, and
  /// in the order in which they begin at the earliest.
  private mutating func fill() {
    let fewest = excerpt.members.map { member in
      member.tasks.map { excerpt.tasks[$0].starts.count }.min() ?? 0
    }
    let order = waiting.filter { !excerpt.tasks[$0].starts.isEmpty }.sorted { one, other in
      let (task, next) = (excerpt.tasks[one], excerpt.tasks[other])
      return (fewest[task.member], task.member, task.starts[0], one)
        < (fewest[next.member], next.member, next.starts[0], other)
    }
    for task in order where !effort.isSpent {
      if let spot = best(for: task, atMost: 0) { placed.put(task, spot) }
    }
    waiting.removeAll { placed.spots[$0] != nil }
  }

  private mutating func put(_ task: Int, at position: Int, _ spot: Excerpt.Spot) {
    waiting.swapAt(position, waiting.count - 1)
    waiting.removeLast()
    for other in placed.inTheWay(of: task, at: spot, weights: weights).sorted() { remove(other) }
    placed.put(task, spot)
  }

  private mutating func remove(_ task: Int) {
    placed.remove(task)
    weights[task] += 1
    waiting.append(task)
  }

  /// Takes over each spot that is still possible beside those taken over before.
  private mutating func load(_ known: [Int: Excerpt.Spot]) {
    for (index, task) in excerpt.tasks.enumerated() {
      effort.spend(4)
      guard placed.spots[index] == nil, let old = known[task.session] else { continue }
      let spot = Excerpt.Spot(start: excerpt.aligned(old.start), room: old.room, people: old.people)
      guard isPossible(index, spot),
        placed.inTheWay(of: index, at: spot, weights: weights).isEmpty
      else { continue }
      placed.put(index, spot)
    }
    waiting = excerpt.tasks.indices.filter { placed.spots[$0] == nil }
  }

  private func isPossible(_ index: Int, _ spot: Excerpt.Spot) -> Bool {
    let task = excerpt.tasks[index]
    let position = task.starts.partitioningIndex { $0 >= spot.start }
    guard position < task.starts.count, task.starts[position] == spot.start,
      task.team.contains(spot.people.count)
    else { return false }
    if let rooms = task.rooms {
      guard let room = spot.room, rooms.contains(room), excerpt.isOpen(room, spot.start) else { return false }
    } else if spot.room != nil {
      return false
    }
    return spot.people.allSatisfy { task.people.contains($0) && excerpt.isFree($0, task, spot.start) }
  }

  /// Where among those waiting the task is that had to give way most often, with the fewest starts; nil: none waits.
  private func next() -> Int? {
    waiting.indices.min { one, other in
      let (task, rival) = (waiting[one], waiting[other])
      return (-weights[task], excerpt.tasks[task].starts.count, task)
        < (-weights[rival], excerpt.tasks[rival].starts.count, rival)
    }
  }

  /// Takes two tasks of a series out that has all its spots and yet does not hold its rules, as it meets too few.
  private mutating func stir() {
    let lacking = excerpt.members.filter { member in
      member.kind == .taught && member.variety > 1
        && Set(member.tasks.flatMap { placed.spots[$0]?.people ?? [] }).count < member.variety
    }
    guard let member = lacking.isEmpty ? excerpt.members.randomElement(using: &random) : lacking.first,
      !member.tasks.isEmpty
    else { return }
    for _ in 0..<2 {
      let task = member.tasks[random.below(member.tasks.count)]
      if placed.spots[task] != nil { remove(task) }
    }
  }

  // MARK: The best spot

  private struct Offer {
    var cost = Int.max
    var spot: Excerpt.Spot?
    var ties = 0
  }

  /// What the series of a task has settled by its other tasks.
  private struct Settled {
    /// What it weighs to move them all.
    var weight = 0
    var site: Int?
    var people: Set<Int> = []
    /// Whether it must still meet others.
    var lacksPeople = false
  }

  private func settled(beside index: Int) -> Settled {
    let member = excerpt.members[excerpt.tasks[index].member]
    var settled = Settled()
    for task in member.tasks where task != index {
      guard let spot = placed.spots[task] else { continue }
      settled.weight += weights[task]
      settled.site = settled.site ?? (member.kind == .taught ? excerpt.site(spot) : nil)
      settled.people.formUnion(spot.people)
    }
    settled.lacksPeople = member.kind == .taught && settled.people.count < member.variety
    return settled
  }

  /// The spot for which what must give way weighs least; of those alike the first, or one by chance where all cost.
  ///
  /// Nil where everything weighs more than allowed.
  private mutating func best(for index: Int, atMost most: Int = .max) -> Excerpt.Spot? {
    let task = excerpt.tasks[index]
    let settled = settled(beside: index)
    let room = placed.room(for: index)
    weekCosts.removeAll(keepingCapacity: true)
    var offer = Offer(cost: most)
    for start in task.starts {
      effort.spend(2)
      let mask = placed.mask(index, start)
      var cost = 0
      if start.day < room.firstDay || start.day > room.lastDay || excerpt.beginning(start) < room.from
        || excerpt.end(task, start) > room.to
      {
        cost = placed.outOfOrder(index, start).reduce(0) { $0 + weights[$1] }
        if cost > offer.cost { continue }
      }
      cost += attendanceCost(index, mask, start.day)
      if cost > offer.cost { continue }
      var held: Int?
      if let rooms = task.rooms {
        guard let found = self.room(of: rooms, start, mask, settled) else { continue }
        held = found.room
        cost += found.cost
      }
      guard cost <= offer.cost,
        let people = people(for: task, index, start, held, mask, settled, atMost: offer.cost - cost)
      else {
        continue
      }
      cost += people.cost
      guard cost <= offer.cost else { continue }
      offer.ties = cost == offer.cost && offer.spot != nil ? offer.ties + 1 : 0
      if offer.ties > 0, random.below(offer.ties + 1) > 0 { continue }
      offer.cost = cost
      offer.spot = Excerpt.Spot(start: start, room: held, people: people.chosen)
      if cost == 0 { break }
    }
    return offer.spot
  }

  /// What those of the tasks weigh that take some of the stretches.
  private func weight(of tasks: [Int], meeting mask: UInt64) -> Int {
    tasks.reduce(0) { sum, other in
      placed.masks[other] & mask != 0 ? sum + weights[other] : sum
    }
  }

  /// What lies in the way for want of time of the series itself or of its trainees.
  private mutating func attendanceCost(_ index: Int, _ mask: UInt64, _ day: Int) -> Int {
    let member = excerpt.tasks[index].member
    var cost = 0
    for sharer in placed.sharers[member] where placed.usage.taken(.member(sharer), day) & mask != 0 {
      cost += weight(of: placed.usage.tasks(.member(sharer), day), meeting: mask)
    }
    let load = placed.usage.load(.member(member), day)
    if load == 0 { return cost }
    let own = placed.usage.tasks(.member(member), day)
    let isMet = placed.usage.taken(.member(member), day) & mask != 0
    if isMet { cost += weight(of: own, meeting: mask) }
    guard let limit = excerpt.members[member].dayLimit, load + excerpt.tasks[index].length > limit else {
      return cost
    }
    lists.found.removeAll(keepingCapacity: true)
    lists.pool = own.filter { placed.masks[$0] & mask == 0 }
    placed.addOverLimit(
      limit, &lists.pool, adding: excerpt.tasks[index].length, weights: weights, to: &lists.found)
    return lists.found.reduce(cost) { $0 + weights[$1] }
  }

  private func room(
    of rooms: [Int], _ start: Excerpt.Start, _ mask: UInt64, _ settled: Settled
  ) -> (room: Int, cost: Int)? {
    var best: (room: Int, cost: Int)?
    for room in rooms where excerpt.isOpen(room, start) {
      effort.spend(1)
      var cost = 0
      if let site = settled.site, site != excerpt.terrain.problem.rooms[room].site { cost = settled.weight }
      if placed.usage.taken(.room(room), start.day) & mask != 0 {
        cost += weight(of: placed.usage.tasks(.room(room), start.day), meeting: mask)
      }
      if cost < best?.cost ?? .max { best = (room, cost) }
      if cost == 0 { break }
    }
    return best
  }

  /// What a person has to give up to hold one more task; where that is more than allowed, anything more.
  private mutating func cost(
    of person: Int, _ length: Int, _ index: Int, _ own: Excerpt.Spot, _ mask: UInt64, atMost most: Int
  ) -> Int {
    let day = own.start.day
    let load = placed.usage.load(.person(person), day)
    let isWeekOver =
      placed.usage.weekLoad(.person(person), day) + length > excerpt.weekLimit(of: person) ?? .max
    if isWeekOver, most < 1 { return 1 }
    if load == 0 {
      // Nothing but the week counts, which is the same on all the days without sessions.
      if !isWeekOver { return 0 }
      let key = person << 32 | (excerpt.terrain.week(day) + 4096)
      if let known = weekCosts[key] { return known }
      let cost = weight(inTheWayOf: index, own, for: person)
      weekCosts[key] = cost
      return cost
    }
    let isOver = isWeekOver || load + length > excerpt.dayLimit(of: person) ?? .max
    // Whoever holds something else that day may have to go from one place to the other.
    if !isOver, !excerpt.members[excerpt.tasks[index].member].travels,
      placed.usage.taken(.person(person), day) & mask == 0
    {
      return 0
    }
    if isOver, most < 1 { return 1 }
    return weight(inTheWayOf: index, own, for: person)
  }

  private mutating func weight(inTheWayOf index: Int, _ own: Excerpt.Spot, for person: Int) -> Int {
    placed.findInTheWay(of: index, own, for: person, weights: weights, &lists)
    effort.spend(2 + lists.found.count)
    return lists.found.reduce(0) { $0 + weights[$1] }
  }

  private mutating func people(
    for task: Excerpt.Task, _ index: Int, _ start: Excerpt.Start, _ room: Int?, _ mask: UInt64,
    _ settled: Settled, atMost most: Int
  ) -> (chosen: [Int], cost: Int)? {
    let count = task.team.lowerBound
    guard count > 0 else { return ([], 0) }
    let isTaught = excerpt.members[task.member].kind == .taught
    let own = Excerpt.Spot(start: start, room: room, people: [])
    var ranked: [(cost: Int, rank: Int, person: Int)] = []
    var free = 0
    for person in task.people where excerpt.isFree(person, task, start) {
      if let limit = excerpt.dayLimit(of: person), task.length > limit { continue }
      if let limit = excerpt.weekLimit(of: person), task.length > limit { continue }
      effort.spend(2)
      var cost = cost(of: person, task.length, index, own, mask, atMost: most)
      let isMet = settled.people.contains(person)
      if !isTaught, !settled.people.isEmpty, !isMet { cost += settled.weight }
      let rank = isTaught && settled.lacksPeople && isMet ? 1 : 0
      ranked.append((cost, rank, person))
      if cost == 0, rank == 0 { free += 1 }
      if free == count { break }
    }
    guard ranked.count >= count else { return nil }
    if count == 1 {
      return ranked.min { ($0.cost, $0.rank, $0.person) < ($1.cost, $1.rank, $1.person) }.map {
        ([$0.person], $0.cost)
      }
    }
    ranked.sort { ($0.cost, $0.rank, $0.person) < ($1.cost, $1.rank, $1.person) }
    let chosen = ranked.prefix(count)
    return (chosen.map(\.person), chosen.reduce(0) { $0 + $1.cost })
  }
}
