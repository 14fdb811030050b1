/// Whether the series that one trainee attends can be held in turns, one session at a time.
///
/// Over how many sessions of each series have been held, keeps what was reached at best: when the last one ended,
/// and by series the day of its last session with the periods held on it. Rooms and people are asked for session by
/// session only, so that an order found need not work out, and where there is none the series exclude each other.
struct ClassesInTurn {
  private let excerpt: Excerpt
  private let effort: Effort
  /// Labels kept of the largest question that is answered.
  private static let mostLabels = 40_000
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

  /// The members that a trainee attends and that exclude each other; nil: there are none.
  var impossible: [Int]? {
    var tried: Set<[Int]> = []
    return excerpt.attendance.sorted { $0.key < $1.key }.map(\.value).first { attended in
      guard attended.count > 1, tried.insert(attended).inserted else { return false }
      if case .impossible = answer(for: attended) { return true }
      return false
    }
  }

  /// An order of all tasks where one trainee attends every series; nil: none was found.
  var order: [Int]? {
    let all = Array(excerpt.members.indices)
    guard all.count > 1, excerpt.attendance.contains(where: { $0.value == all }) else { return nil }
    if case .possible(let order) = answer(for: all) { return order }
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

  private func answer(for members: [Int]) -> Answer {
    var chains: [[Int]] = []
    var owners: [Int] = []
    for (owner, member) in members.enumerated() {
      guard let own = excerpt.chains(of: excerpt.members[member]) else { return .open }
      chains += own
      owners += own.map { _ in owner }
    }
    guard excerpt.endsInOrder else { return .open }
    let gaps = chains.map { chain in
      [0]
        + zip(chain, chain.dropFirst()).map { before, after in
          excerpt.precedences.first { $0.before == before && $0.after == after }?.gap ?? 0
        }
    }
    let open = chains.map { $0.map { task in openStarts(excerpt.tasks[task]) } }
    guard !effort.isSpent else { return .open }
    let limits = members.map { excerpt.members[$0].dayLimit ?? .max }
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
            let isFollowed = held[turn] + 1 < chains[turn].count && gaps[turn][held[turn] + 1] > 0
            if !isFollowed { more.lastDays[turn] = Self.never }
            // Periods of days that are over limit nothing any more.
            for one in members.indices where more.days[one] < start.day || limits[one] == .max {
              (more.days[one], more.loads[one]) = (Self.never, 0)
            }
            effort.spend(20 + 5 * (next[after]?.count ?? 0))
            let known = next[after] ?? []
            if known.contains(where: { labels[$0].isNoWorse(than: more) }) { continue }
            next[after] = known.filter { !more.isNoWorse(than: labels[$0]) } + [labels.count]
            labels.append(more)
          }
        }
      }
      if next.isEmpty { return .impossible }
      guard labels.count <= Self.mostLabels, !effort.isSpent else { return .open }
      layer = next
    }
    guard var index = layer.values.first?.first else { return .impossible }
    var order: [Int] = []
    while labels[index].task >= 0 {
      order.append(labels[index].task)
      index = labels[index].from
    }
    return .possible(order.reversed())
  }

  private func openStarts(_ task: Excerpt.Task) -> [Excerpt.Start] {
    effort.spend(4 * task.starts.count)
    return task.starts.filter { excerpt.canBeHeld(task, at: $0) }
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
