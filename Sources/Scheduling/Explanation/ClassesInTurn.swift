/// Whether a series, or all that one trainee attends, can be held in turns, one session at a time.
///
/// Over how many sessions of each series have been held, keeps what was reached at best: when the last one ended,
/// and by series the day of its last session with the periods held on it. Rooms and people are asked for session by
/// session only, so that an order found need not work out, and where there is none the series exclude each other.
struct ClassesInTurn {
  private let excerpt: Excerpt
  private let effort: Effort
  /// Labels kept of the largest question that is answered.
  private static let mostLabels = 100_000
  /// Numbers of sessions held, by chain, of the largest question that is answered, and labels kept a session where
  /// there are more of them, which can still find an order.
  private static let mostStates = 20_000
  private static let fewLabels = 200
  /// A day before all others.
  private static let never = -2 * Terrain.margin

  init(_ excerpt: Excerpt, effort: Effort) {
    self.excerpt = excerpt
    self.effort = effort
  }

  enum Answer {
    /// All tasks, in an order in which they can follow each other.
    case possible([Int])
    case impossible
    /// The order of a series branches, or there was too much to look at.
    case open
  }

  /// A member that cannot be held whatever the others do, or those that a trainee attends and that exclude each
  /// other; nil: there are none.
  var impossible: [Int]? {
    let shared = Set(excerpt.attendance.values.filter { $0.count > 1 })
    let groups =
      excerpt.members.indices.map { [$0] } + shared.sorted { $0.lexicographicallyPrecedes($1) }
    return groups.first { group in
      if case .impossible = answer(for: group, isExact: true) { return true }
      return false
    }
  }

  /// An order of all tasks where one trainee attends every series; nil: none was found.
  var order: [Int]? {
    let all = Array(excerpt.members.indices)
    guard all.count == 1 || excerpt.attendance.contains(where: { $0.value == all }) else { return nil }
    if case .possible(let order) = answer(for: all, isExact: false) { return order }
    return nil
  }

  private struct Label {
    let end: Int
    /// By chain, the day of its last task, if the next must keep a gap to it.
    var lastDays: [Int]
    /// By series, the periods held on the day reached.
    var days: [Int]
    var loads: [Int]
    let from: Int
    let task: Int

    func isNoWorse(than other: Label) -> Bool {
      end <= other.end && lastDays.indices.allSatisfy { lastDays[$0] <= other.lastDays[$0] }
        && days.indices.allSatisfy {
          days[$0] < other.days[$0] || days[$0] == other.days[$0] && loads[$0] <= other.loads[$0]
        }
    }
  }

  /// An order of the members' tasks, or that there is none.
  ///
  /// Where there is too much to look at all of it, an exact search ends; the other looks on at what ends first.
  private func answer(for members: [Int], isExact: Bool) -> Answer {
    var chains: [[Int]] = []
    var owners: [Int] = []
    for (owner, member) in members.enumerated() {
      guard let own = excerpt.chains(of: excerpt.members[member]) else { return .open }
      chains += own
      owners += own.map { _ in owner }
    }
    guard excerpt.endsInOrder else { return .open }
    let states = chains.reduce(1) { min(Self.mostStates + 1, $0 * ($1.count + 1)) }
    let isCut = states > Self.mostStates
    guard !isExact || !isCut else { return .open }
    let gaps = chains.map { chain in
      [0]
        + zip(chain, chain.dropFirst()).map { before, after in
          excerpt.precedences.first { $0.before == before && $0.after == after }?.gap ?? 0
        }
    }
    let open = chains.map { $0.map { task in excerpt.tasks[task].starts } }
    // The minute until which each task must have started.
    let due = open.map { $0.map { $0.last.map(excerpt.beginning) ?? .min } }
    let limits = members.map { excerpt.members[$0].dayLimit ?? .max }
    // Periods that are still to be held, and the minutes at which one can be.
    let rests = chains.map { chain -> [Int] in
      var rest = [0]
      for task in chain.reversed() { rest.append(rest[rest.count - 1] + excerpt.tasks[task].length) }
      return rest.reversed()
    }
    func left(_ held: [Int]) -> Int { chains.indices.reduce(0) { $0 + rests[$1][held[$1]] } }
    let minutes = periodMinutes(chains.flatMap(\.self))
    func room(after minute: Int) -> Int {
      var (low, high) = (0, minutes.count)
      while low < high {
        let middle = (low + high) / 2
        if minutes[middle] < minute { low = middle + 1 } else { high = middle }
      }
      return minutes.count - low
    }
    var labels = [
      Label(
        end: .min, lastDays: chains.map { _ in Self.never },
        days: members.map { _ in Self.never }, loads: members.map { _ in 0 },
        from: -1, task: -1)
    ]
    var layer: [[Int]: [Int]] = [chains.map { _ in 0 }: [0]]
    for _ in 0..<chains.reduce(0, { $0 + $1.count }) {
      var next: [[Int]: [Int]] = [:]
      for (held, reached) in layer.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        for turn in chains.indices where held[turn] < chains[turn].count {
          var after = held
          after[turn] += 1
          let task = excerpt.tasks[chains[turn][held[turn]]]
          let owner = owners[turn]
          for index in reached {
            let label = labels[index]
            let day = label.lastDays[turn] + (held[turn] > 0 ? gaps[turn][held[turn]] : 0)
            guard
              let start = first(
                open[turn][held[turn]], minute: label.end, day: day,
                where: { start in
                  (start.day == label.days[owner] ? label.loads[owner] : 0) + task.length <= limits[owner]
                })
            else { continue }
            var more = Label(
              end: excerpt.end(task, start), lastDays: label.lastDays, days: label.days, loads: label.loads,
              from: index,
              task: chains[turn][held[turn]])
            more.loads[owner] = (start.day == label.days[owner] ? label.loads[owner] : 0) + task.length
            more.days[owner] = start.day
            more.lastDays[turn] = start.day
            let isLate = chains.indices.contains { one in
              after[one] < chains[one].count && due[one][after[one]] < more.end
            }
            if isLate || left(held) - task.length > room(after: more.end) { continue }
            let isFollowed = held[turn] + 1 < chains[turn].count && gaps[turn][held[turn] + 1] > 0
            if !isFollowed { more.lastDays[turn] = Self.never }
            // Periods of days that are over limit nothing any more.
            for one in members.indices where more.days[one] < start.day || limits[one] == .max {
              (more.days[one], more.loads[one]) = (Self.never, 0)
            }
            effort.spend(12 + 3 * (next[after]?.count ?? 0))
            let known = next[after] ?? []
            if known.contains(where: { labels[$0].isNoWorse(than: more) }) { continue }
            next[after] = known.filter { !more.isNoWorse(than: labels[$0]) } + [labels.count]
            labels.append(more)
          }
        }
      }
      if next.isEmpty { return isCut ? .open : .impossible }
      guard labels.count <= Self.mostLabels, !effort.isSpent else { return .open }
      layer = isCut ? Self.soonest(next, labels) : next
    }
    guard var index = layer.values.first?.first else { return .impossible }
    var order: [Int] = []
    while labels[index].task >= 0 {
      order.append(labels[index].task)
      index = labels[index].from
    }
    return .possible(order.reversed())
  }

  /// The minutes, in order, at which a period of some of the tasks can begin.
  private func periodMinutes(_ tasks: [Int]) -> [Int] {
    let grid = excerpt.terrain.grid
    var positions: [Int: UInt64] = [:]
    for task in tasks {
      let length = excerpt.tasks[task].length
      for start in excerpt.tasks[task].starts {
        let at = grid.positions[start.position]
        for period in at.first..<at.first + length {
          guard let position = grid.position(block: at.block, first: period) else { continue }
          positions[start.day, default: 0] |= 1 << UInt64(position)
        }
      }
      effort.spend(excerpt.tasks[task].starts.count)
    }
    return positions.flatMap { day, bits in
      grid.positions.indices.filter { bits & 1 << UInt64($0) != 0 }.map {
        excerpt.beginning(Excerpt.Start(day: day, position: $0))
      }
    }.sorted()
  }

  /// The labels that end first.
  private static func soonest(_ layer: [[Int]: [Int]], _ labels: [Label]) -> [[Int]: [Int]] {
    let all = layer.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { held, reached in
      reached.map { (held: held, label: $0) }
    }
    let kept = all.enumerated().sorted {
      (labels[$0.element.label].end, $0.offset) < (labels[$1.element.label].end, $1.offset)
    }.prefix(fewLabels)
    var fewer: [[Int]: [Int]] = [:]
    for (_, one) in kept { fewer[one.held, default: []].append(one.label) }
    return fewer
  }

  private func first(
    _ starts: [Excerpt.Start], minute: Int, day: Int, where fits: (Excerpt.Start) -> Bool
  ) -> Excerpt.Start? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].day < day || excerpt.beginning(starts[middle]) < minute {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return starts[low...].first(where: fits)
  }
}

extension Excerpt {
  /// The tasks of a series in chains that no order binds to each other; nil: the order branches.
  func chains(of member: Member) -> [[Int]]? {
    let own = Set(member.tasks)
    var after: [Int: Int] = [:]
    var led: Set<Int> = []
    for one in precedences where own.contains(one.before) {
      guard after.updateValue(one.after, forKey: one.before) == nil, led.insert(one.after).inserted else {
        return nil
      }
    }
    return member.tasks.filter { !led.contains($0) }.map { first in
      var chain = [first]
      while let next = after[chain[chain.count - 1]], chain.count < own.count { chain.append(next) }
      return chain
    }
  }

  /// Whether what starts later never ends earlier, as it could in a block of shorter periods.
  var endsInOrder: Bool {
    let grid = terrain.grid
    return Set(tasks.map(\.length)).allSatisfy { length in
      let ends = (0..<grid.count).filter {
        length <= grid.longest && grid.mask(length: length, position: $0) != 0
      }
      .map { grid.end(length: length, position: $0) }
      return zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }
}
