/// What people, rooms and trainees can take in all, whoever takes what: it follows from the other clauses, but only
/// after as many conflicts as there are ways to share it out.
extension Encoding {
  /// Tasks that the same few can take, and those few.
  private struct Pool {
    let kind: PeriodShortage.Kind
    let resources: [Int]
    let tasks: [Int]
  }

  func addCapacity() {
    for pool in pools where pool.tasks.count > 1 { add(pool) }
  }

  private var pools: [Pool] {
    let tasks = excerpt.tasks
    func pools(
      _ kind: PeriodShortage.Kind, _ bound: Set<Int>, _ resources: (Excerpt.Task) -> [Int]
    ) -> [Pool] {
      let lists = Set(tasks.map(resources)).filter { !$0.isEmpty && bound.isSuperset(of: $0) }
      return lists.sorted { $0.lexicographicallyPrecedes($1) }.map { list in
        let all = Set(list)
        let own = tasks.indices.filter { index in
          let takers = resources(tasks[index])
          return !takers.isEmpty && all.isSuperset(of: takers)
        }
        return Pool(kind: kind, resources: list, tasks: own)
      }
    }
    let attended = Set(excerpt.attendance.values.filter { $0.count > 1 })
    let trainees = attended.sorted { $0.lexicographicallyPrecedes($1) }.map { members in
      Pool(kind: .trainee, resources: [0], tasks: members.flatMap { excerpt.members[$0].tasks }.sorted())
    }
    return pools(.people, excerpt.boundPeople) { $0.team.lowerBound > 0 ? $0.people : [] }
      + pools(.rooms, excerpt.boundRooms) { $0.rooms ?? [] } + trainees
  }

  /// Until each day, from each day on, and in each week, no more than the pool can take.
  private func add(_ pool: Pool) {
    let tasks = pool.tasks.filter { !excerpt.tasks[$0].starts.isEmpty }
    func weight(_ task: Int) -> Int {
      excerpt.tasks[task].length * (pool.kind == .people ? excerpt.tasks[task].team.lowerBound : 1)
    }
    var positions: [Int: UInt64] = [:]
    for task in tasks {
      for start in excerpt.tasks[task].starts {
        positions[start.day, default: 0] |= 1 << UInt64(start.position)
      }
    }
    let days = positions.keys.sorted()
    let wanted = tasks.reduce(0) { $0 + weight($1) }
    guard let first = days.first, let last = days.last else { return }
    let offers = pool.resources.map { resource in
      days.map { excerpt.periods(of: resource, as: pool.kind, on: $0, startingAt: positions[$0] ?? 0) }
    }
    let until = taken(pool, days, offers)
    let from = Array(taken(pool, days.reversed(), offers.map { $0.reversed() }).reversed())
    for (index, day) in days.enumerated() {
      if day < last, until[index] < wanted {
        search.limit(
          tasks.map { (starts($0, until: lastStart($0, on: day)), weight($0)) }, to: until[index])
      }
      if day > first, from[index] < wanted {
        search.limit(
          tasks.map { (!starts($0, until: lastStart($0, on: day - 1)), weight($0)) }, to: from[index])
      }
    }
    addWeeks(pool, tasks, days, offers, weight)
  }

  private func addWeeks(
    _ pool: Pool, _ tasks: [Int], _ days: [Int], _ offers: [[Int]], _ weight: (Int) -> Int
  ) {
    var byWeek: [Int: [(literal: Literal, weight: Int)]] = [:]
    for task in tasks {
      for (week, literal) in lies(task, in: .week) {
        byWeek[week, default: []].append((literal, weight(task)))
      }
    }
    for (week, terms) in byWeek.sorted(by: { $0.key < $1.key }) {
      let own = days.indices.filter { number(.week, days[$0]) == week }
      let most = taken(pool, own.map { days[$0] }, offers.map { offer in own.map { offer[$0] } }).last ?? 0
      search.limit(terms, to: most)
    }
  }

  /// The index of the last start of a task until the end of a day; -1: it has none.
  private func lastStart(_ task: Int, on day: Int) -> Int {
    excerpt.tasks[task].starts.partitioningIndex { $0.day > day } - 1
  }

  /// The periods that all can take together from the first of the days until each of them.
  private func taken(_ pool: Pool, _ days: [Int], _ offers: [[Int]]) -> [Int] {
    var sums = [Int](repeating: 0, count: days.count)
    for (resource, offer) in zip(pool.resources, offers) {
      let limit = pool.kind.isOfPeople ? excerpt.weekLimit(of: resource) ?? .max : .max
      var (whole, part, week) = (0, 0, Int.min)
      for (index, day) in days.enumerated() {
        if number(.week, day) != week {
          whole += min(part, limit)
          (part, week) = (0, number(.week, day))
        }
        part += offer[index]
        sums[index] += whole + min(part, limit)
      }
    }
    return sums
  }
}

extension Excerpt {
  /// How many periods a resource can take on a day at most, in blocks in which something can start.
  func periods(
    of resource: Int, as kind: PeriodShortage.Kind, on day: Int, startingAt starts: UInt64
  ) -> Int {
    var open = terrain.all
    if kind.isOfPeople {
      if keepsOpen[resource] { open = terrain.personOpen(resource, day) }
      let taken = taken(by: resource, on: day)
      if taken != 0 { open &= terrain.grid.clear(of: taken, length: 1) }
    } else if kind == .rooms, boundRooms.contains(resource) {
      open = terrain.roomOpen(resource, day)
    }
    let periods = terrain.grid.blockBits.reduce(0) { sum, block in
      starts & block == 0 ? sum : sum + (open & block).nonzeroBitCount
    }
    return min(periods, kind.isOfPeople ? dayLimit(of: resource) ?? .max : .max)
  }
}
