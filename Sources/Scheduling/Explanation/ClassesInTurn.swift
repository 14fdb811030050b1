/// Whether a series, all that one trainee attends, or a few that have only one room, can be held in turns, one session
/// at a time.
///
/// Over how many sessions of each series have been held, keeps what was reached at best: when the last one ended,
/// and by series the day of its last session with the periods held on it. Rooms and people are asked for session by
/// session only, so that an order found need not work out, and where there is none the series exclude each other.
struct ClassesInTurn {
  private let excerpt: Excerpt
  private let effort: Effort
  /// Labels of the largest question that is answered, and the most numbers of sessions held, by chain.
  private static let mostLabels = 150_000
  private static let mostStates = 1 << 50
  /// Series of one room that are looked at together.
  private static let mostRoommates = 3
  /// Labels kept a session where an order is looked for first.
  private static let widths = [24, 240]

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
      + excerpt.roommates.filter { $0.count <= Self.mostRoommates && !shared.contains($0) }
    return groups.first { group in
      guard let turns = TurnChains(excerpt, group) else { return false }
      if turns.chains.count > 1, case .possible = answer(turns, width: Self.widths[0]) { return false }
      if case .impossible = answer(turns) { return true }
      return false
    }
  }

  /// An order of all tasks where one trainee attends every series, or all have only one room; nil: none was found.
  var order: [Int]? {
    let all = Array(excerpt.members.indices)
    guard
      all.count == 1 || excerpt.attendance.contains(where: { $0.value == all })
        || all.count <= Self.mostRoommates && excerpt.roommates.contains(all),
      let turns = TurnChains(excerpt, all)
    else { return nil }
    for width in Self.widths {
      if case .possible(let order) = answer(turns, width: width) { return order }
    }
    return nil
  }

  /// An order of the tasks of the chains, or that there is none; with a width, only so many labels are looked at after
  /// each session, those that end first, and that there is none is not shown.
  private func answer(_ turns: TurnChains, width: Int? = nil) -> Answer {
    guard turns.states <= Self.mostStates else { return .open }
    let rooms = periodMinutes(turns.chains.flatMap(\.self))
    var labels = TurnLabels(turns)
    var layer: [(held: Int, labels: [Int])] = [(0, [0])]
    var isCut = false
    for _ in 0..<turns.count {
      var next: [Int: [Int]] = [:]
      for (number, reached) in layer {
        guard labels.count <= Self.mostLabels, !effort.isSpent else { return .open }
        let at = turns.position(number)
        for turn in turns.chains.indices where at.held[turn] < turns.chains[turn].count {
          let after = number + turns.steps[turn]
          for label in reached {
            guard let more = follow(label, at, turn, turns, &labels, rooms) else { continue }
            let known = next[after] ?? []
            effort.spend(2 + known.count)
            if known.contains(where: { labels.isNoWorse($0, than: more) }) {
              labels.removeLast()
            } else {
              next[after] = known.filter { !labels.isNoWorse(more, than: $0) } + [more]
            }
          }
        }
      }
      if next.isEmpty { return isCut ? .open : .impossible }
      layer = next.sorted { $0.key < $1.key }.map { (held: $0.key, labels: $0.value) }
      if let width, layer.reduce(0, { $0 + $1.labels.count }) > width {
        layer = soonest(layer, labels, width)
        isCut = true
      }
    }
    guard let last = layer.first?.labels.first else { return .impossible }
    return .possible(labels.order(to: last))
  }

  /// A label for the next task of a chain at its first start after what the label holds; nil: it or another is late.
  private func follow(
    _ label: Int, _ at: TurnChains.Position, _ turn: Int, _ turns: TurnChains, _ labels: inout TurnLabels,
    _ rooms: [Int]
  ) -> Int? {
    let index = turns.chains[turn][at.held[turn]]
    let task = excerpt.tasks[index]
    effort.spend(2)
    let day = labels.firstDay(after: label, turn, gap: turns.gaps[turn][at.held[turn]])
    guard
      let start = first(
        task.starts, minute: labels.end(label), day: day,
        where: { labels.load(label, turn, $0.day) + task.length <= turns.limits[turns.owners[turn]] })
    else { return nil }
    let end = excerpt.end(task, start)
    if end > at.due[turn] { return nil }
    let room = rooms.count - rooms.partitioningIndex { $0 >= end }
    if at.left - task.length > room { return nil }
    return labels.add(
      from: label, turn, index, start.day, end: end, length: task.length,
      isFollowed: turns.gapAfterNext(turn, at.held[turn]) > 0)
  }

  /// The labels that end first.
  private func soonest(
    _ layer: [(held: Int, labels: [Int])], _ labels: TurnLabels, _ width: Int
  ) -> [(held: Int, labels: [Int])] {
    let all = layer.flatMap { one in one.labels.map { (held: one.held, label: $0) } }
    let kept = all.sorted { (labels.end($0.label), $0.label) < (labels.end($1.label), $1.label) }.prefix(
      width)
    return Dictionary(grouping: kept, by: \.held).sorted { $0.key < $1.key }.map {
      (held: $0.key, labels: $0.value.map(\.label))
    }
  }

  /// The minutes, in order, at which a period of some of the tasks can begin.
  private func periodMinutes(_ tasks: [Int]) -> [Int] {
    let grid = excerpt.terrain.grid
    let starts = tasks.map { excerpt.tasks[$0].starts }
    guard let from = starts.compactMap(\.first?.day).min(),
      let to = starts.compactMap(\.last?.day).max()
    else { return [] }
    var positions = [UInt64](repeating: 0, count: to - from + 1)
    for task in tasks {
      let length = excerpt.tasks[task].length
      for start in excerpt.tasks[task].starts {
        let at = grid.positions[start.position]
        for period in at.first..<at.first + length {
          guard let position = grid.position(block: at.block, first: period) else { continue }
          positions[start.day - from] |= 1 << UInt64(position)
        }
      }
      effort.spend(excerpt.tasks[task].starts.count)
    }
    return positions.enumerated().flatMap { day, bits in
      grid.positions.indices.filter { bits & 1 << UInt64($0) != 0 }.map {
        excerpt.beginning(Excerpt.Start(day: day + from, position: $0))
      }
    }.sorted()
  }

  private func first(
    _ starts: [Excerpt.Start], minute: Int, day: Int, where fits: (Excerpt.Start) -> Bool
  ) -> Excerpt.Start? {
    let index = starts.partitioningIndex { $0.day >= day && excerpt.beginning($0) >= minute }
    return starts[index...].first(where: fits)
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

  /// Classes, more than one, all of whose sessions can be in one and the same room only.
  var roommates: [[Int]] {
    let sole = members.indices.compactMap { index -> (member: Int, room: Int)? in
      guard members[index].kind == .taught, let first = members[index].tasks.first,
        let room = onlyRoom(of: first), members[index].tasks.allSatisfy({ onlyRoom(of: $0) == room })
      else { return nil }
      return (index, room)
    }
    let groups = Dictionary(grouping: sole, by: \.room).values.filter { $0.count > 1 }
    return groups.map { $0.map(\.member) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The one room in which a task can be at any of its starts; nil: there are several, or none.
  private func onlyRoom(of task: Int) -> Int? {
    var found: Int?
    for room in tasks[task].rooms ?? [] where tasks[task].starts.contains(where: { isOpen(room, $0) }) {
      if found != nil { return nil }
      found = room
    }
    return found
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
