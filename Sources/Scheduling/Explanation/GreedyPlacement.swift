/// A placement of an excerpt's tasks without search: each in turn at its first start that still has room and people.
///
/// What is placed so shows that an excerpt can be planned; where it ends without one, nothing is shown. The series
/// that found no place comes first in the next round.
struct GreedyPlacement {
  private let excerpt: Excerpt
  private let effort: Effort
  private let ranks: [[Int]]
  private let before: [[(task: Int, gap: Int)]]
  private let clashing: [[Int]]
  private var spots: [Excerpt.Spot?]
  private var usage: ResourceUsage

  init(_ excerpt: Excerpt, effort: Effort) {
    self.excerpt = excerpt
    self.effort = effort
    usage = ResourceUsage(excerpt)
    spots = Array(repeating: nil, count: excerpt.tasks.count)
    before = excerpt.predecessors
    clashing = excerpt.sharers
    ranks = Self.ranks(excerpt)
    effort.spend(excerpt.tasks.reduce(0) { $0 + 4 * $1.people.count + 4 * ($1.rooms?.count ?? 0) })
  }

  /// By task: who can hold it, those whom the others want least first.
  private static func ranks(_ excerpt: Excerpt) -> [[Int]] {
    var pressure = [Double](repeating: 0, count: excerpt.terrain.problem.people.count)
    for task in excerpt.tasks {
      let share = Double(task.length) / Double(max(1, task.people.count))
      for person in task.people { pressure[person] += share }
    }
    var known: [[Int]: [Int]] = [:]
    return excerpt.tasks.map { task in
      if let ranked = known[task.people] { return ranked }
      let ranked = task.people.sorted { (pressure[$0], $0) < (pressure[$1], $1) }
      known[task.people] = ranked
      return ranked
    }
  }

  /// A spot for each task, as the rules check it anew; nil: so many rounds found none.
  ///
  /// `isMixed`: where series by series does not do, their sessions are placed in turns too.
  mutating func placed(rounds: Int, isMixed: Bool = true) -> [Excerpt.Spot]? {
    guard !excerpt.isEmpty else { return nil }
    var order = excerpt.members.indices.sorted { (slack($0), $0) < (slack($1), $1) }
    for _ in 0..<rounds where !effort.isSpent {
      spots = Array(repeating: nil, count: excerpt.tasks.count)
      usage.clear()
      guard let failed = order.firstIndex(where: { !place(member: $0) }) else {
        let all = spots.compactMap { $0 }
        if excerpt.holds(all) { return all }
        break
      }
      if failed == 0 { break }
      order.insert(order.remove(at: failed), at: 0)
    }
    return isMixed && excerpt.members.count > 1 ? interleaved(rounds: 4 * rounds) : nil
  }

  /// The tasks of all series in turns, in an order that each round mixes anew.
  private mutating func interleaved(rounds: Int) -> [Excerpt.Spot]? {
    guard excerpt.tasks.count <= Self.mostInterleaved else { return nil }
    var random = RandomSource(seed: 1)
    let orders = excerpt.members.map(order)
    let sites = excerpt.members.map(sites)
    for _ in 0..<rounds where !effort.isSpent {
      spots = Array(repeating: nil, count: excerpt.tasks.count)
      usage.clear()
      var next = orders.map { _ in 0 }
      let held = sites.map { $0.isEmpty ? nil : $0[random.below($0.count)] }
      let mentors = excerpt.members.map { member -> Int? in
        guard member.kind != .taught, let first = member.tasks.first, !ranks[first].isEmpty else {
          return nil
        }
        return ranks[first][random.below(min(3, ranks[first].count))]
      }
      let paces = orders.map { _ in 0.2 + random.unit() }
      var isPossible = true
      while isPossible {
        // The series that is furthest behind, by its pace in this round, goes on.
        let behind = orders.indices.filter { next[$0] < orders[$0].count }.min {
          (Double(next[$0]) / Double(orders[$0].count) * paces[$0], $0)
            < (Double(next[$1]) / Double(orders[$1].count) * paces[$1], $1)
        }
        guard let member = behind else { break }
        isPossible = place(orders[member][next[member]], site: held[member], mentor: mentors[member])
        next[member] += 1
      }
      let all = spots.compactMap { $0 }
      if isPossible, excerpt.holds(all) { return all }
    }
    return nil
  }

  /// The tasks in that order, each at its first start, with each series at the first of its sites or each other.
  mutating func placed(inOrder tasks: [Int]) -> [Excerpt.Spot]? {
    let sites = excerpt.members.map(sites)
    for shift in 0..<max(1, sites.map(\.count).max() ?? 1) {
      spots = Array(repeating: nil, count: excerpt.tasks.count)
      usage.clear()
      let isPlaced = tasks.allSatisfy { task in
        let member = excerpt.tasks[task].member
        let own = excerpt.members[member]
        let mentor = own.kind == .taught ? nil : own.tasks.first.flatMap { ranks[$0].first }
        return place(
          task, site: sites[member].isEmpty ? nil : sites[member][shift % sites[member].count], mentor: mentor
        )
      }
      let all = spots.compactMap { $0 }
      if isPlaced, excerpt.holds(all) { return all }
    }
    return nil
  }

  /// Tasks of the largest excerpt whose series are mixed.
  private static let mostInterleaved = 200

  /// The sites at which a class can be.
  private func sites(of member: Excerpt.Member) -> [Int] {
    guard member.kind == .taught, let first = member.tasks.first else { return [] }
    let rooms = excerpt.terrain.problem.rooms
    return Set((excerpt.tasks[first].rooms ?? []).map { rooms[$0].site }).sorted()
  }

  /// Whether some series finds no place even with all others away; false where the work allowed ended.
  var isStuck: Bool {
    mutating get {
      for member in excerpt.members.indices {
        spots = Array(repeating: nil, count: excerpt.tasks.count)
        usage.clear()
        if !place(member: member) { return !effort.isSpent }
      }
      return false
    }
  }

  /// Days between the first and the last start of its tasks.
  private func slack(_ member: Int) -> Int {
    excerpt.members[member].tasks.map { task in
      let starts = excerpt.tasks[task].starts
      return (starts.last?.day ?? 0) - (starts.first?.day ?? 0)
    }.min() ?? 0
  }

  // MARK: A series

  /// Places all tasks of a series: at one site, by one mentor.
  private mutating func place(member: Int) -> Bool {
    let own = excerpt.members[member]
    guard let first = own.tasks.first else { return true }
    let order = order(of: own)
    if own.kind == .taught {
      return sites(of: own).contains { placeAll(order, site: $0, mentor: nil) }
    }
    return ranks[first].contains { placeAll(order, site: nil, mentor: $0) }
  }

  /// The tasks, each after those that must come before it, the first to become due first.
  private func order(of member: Excerpt.Member) -> [Int] {
    var left = member.tasks
    var order: [Int] = []
    while !left.isEmpty {
      let open = Set(left)
      let ready = left.filter { task in !before[task].contains { open.contains($0.task) } }
      guard let next = (ready.isEmpty ? left : ready).min(by: { due($0) < due($1) }) else { break }
      order.append(next)
      left.removeAll { $0 == next }
    }
    return order
  }

  private func due(_ task: Int) -> (Int, Int) {
    (excerpt.tasks[task].starts.last.map(excerpt.beginning) ?? 0, task)
  }

  private mutating func placeAll(_ tasks: [Int], site: Int?, mentor: Int?) -> Bool {
    for (index, task) in tasks.enumerated() where !place(task, site: site, mentor: mentor) {
      for done in tasks[..<index] { remove(done) }
      return false
    }
    return true
  }

  // MARK: A task

  private mutating func place(_ index: Int, site: Int?, mentor: Int?) -> Bool {
    let task = excerpt.tasks[index]
    var (minute, day) = (Int.min, Int.min)
    for (earlier, gap) in before[index] {
      guard let spot = spots[earlier] else { continue }
      minute = max(minute, excerpt.end(excerpt.tasks[earlier], spot.start))
      day = max(day, spot.start.day + gap)
    }
    let member = excerpt.members[task.member]
    var position = firstStart(of: task, minute: minute, day: day)
    while position < task.starts.count {
      let start = task.starts[position]
      position += 1
      effort.spend(1)
      let mask = excerpt.terrain.grid.mask(length: task.length, position: start.position)
      if let limit = member.dayLimit, usage.load(.member(task.member), start.day) + task.length > limit {
        continue
      }
      if usage.taken(.member(task.member), start.day) & mask != 0 { continue }
      if clashing[task.member].contains(where: { usage.taken(.member($0), start.day) & mask != 0 }) {
        continue
      }
      var room: Int?
      if task.rooms != nil {
        room = freeRoom(task, site, start, mask)
        if room == nil { continue }
      }
      guard let people = freePeople(index, mentor, start, mask, room) else {
        if effort.isSpent { return false }
        continue
      }
      put(index, Excerpt.Spot(start: start, room: room, people: people))
      return true
    }
    return false
  }

  private func firstStart(of task: Excerpt.Task, minute: Int, day: Int) -> Int {
    task.starts.partitioningIndex { $0.day >= day && excerpt.beginning($0) >= minute }
  }

  private func freeRoom(_ task: Excerpt.Task, _ site: Int?, _ start: Excerpt.Start, _ mask: UInt64) -> Int? {
    let rooms = excerpt.terrain.problem.rooms
    return task.rooms?.first { room in
      (site == nil || rooms[room].site == site) && excerpt.isOpen(room, start)
        && usage.taken(.room(room), start.day) & mask == 0
    }
  }

  /// Enough people for the task who are free then; first whom its series still has to meet.
  private func freePeople(
    _ index: Int, _ mentor: Int?, _ start: Excerpt.Start, _ mask: UInt64, _ room: Int?
  ) -> [Int]? {
    let task = excerpt.tasks[index]
    let count = task.team.lowerBound
    guard count > 0 else { return [] }
    if let mentor { return isFree(mentor, index, start, mask, room) ? [mentor] : nil }
    var met: Set<Int> = []
    var isVaried = false
    let member = excerpt.members[task.member]
    if member.variety > 1 {
      for own in member.tasks { met.formUnion(spots[own]?.people ?? []) }
      let others = min(member.ghostSeats, member.ghosts.count { !met.contains($0) })
      isVaried = met.count + others < member.variety
    }
    effort.spend(count)
    var found: [Int] = []
    var second: [Int] = []
    for person in ranks[index] {
      let isNew = !isVaried || !met.contains(person)
      if !isNew, second.count >= count { continue }
      guard isFree(person, index, start, mask, room) else { continue }
      if isNew { found.append(person) } else { second.append(person) }
      if found.count == count { return found }
    }
    found += second.prefix(count - found.count)
    return found.count == count ? found : nil
  }

  private func isFree(
    _ person: Int, _ index: Int, _ start: Excerpt.Start, _ mask: UInt64, _ room: Int?
  ) -> Bool {
    let task = excerpt.tasks[index]
    effort.spend(1)
    guard usage.taken(.person(person), start.day) & mask == 0, excerpt.isFree(person, task, start) else {
      return false
    }
    if let limit = excerpt.dayLimit(of: person),
      usage.load(.person(person), start.day) + task.length > limit
    {
      return false
    }
    if let limit = excerpt.weekLimit(of: person),
      usage.weekLoad(.person(person), start.day) + task.length > limit
    {
      return false
    }
    guard excerpt.members[task.member].travels else { return true }
    let own = Excerpt.Spot(start: start, room: room, people: [])
    return usage.tasks(.person(person), start.day).allSatisfy { other in
      spots[other].map { excerpt.hasWay(index, own, other, $0) } ?? true
    }
  }

  private mutating func put(_ index: Int, _ spot: Excerpt.Spot) {
    spots[index] = spot
    usage.change(index, spot, of: excerpt, isTaken: true)
  }

  private mutating func remove(_ index: Int) {
    guard let spot = spots[index] else { return }
    spots[index] = nil
    usage.change(index, spot, of: excerpt, isTaken: false)
  }
}
