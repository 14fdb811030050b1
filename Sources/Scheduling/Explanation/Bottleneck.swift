extension FlowBound {
  /// Few of the tasks whose periods still fall short: those of few classes within few weeks.
  ///
  /// First the tasks that must lie within the weeks in which, by a rough count, the fewest are too many; of their
  /// classes, in order of their periods, so many as are needed, and at last each is left out if it can be.
  func bottleneck(_ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]) -> [Int] {
    var short = peak(kind, ignoringBelow: part, of: tasks) ?? tasks
    short = heaviest(kind, ignoringBelow: part, of: short)
    for member in Set(short.map { excerpt.tasks[$0].member }).sorted().reversed() where !effort.isSpent {
      let fewer = short.filter { excerpt.tasks[$0].member != member }
      if fewer.count < short.count, let gap = gap(kind, ignoringBelow: part, among: fewer) {
        short = gap.smallest
      }
    }
    return short
  }

  /// The tasks of the classes with the most periods, as many as it takes to fall short.
  private func heaviest(_ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]) -> [Int] {
    let byMember = Dictionary(grouping: tasks) { excerpt.tasks[$0].member }
    let ordered = byMember.sorted { one, other in
      let (left, right) = (periods(one.value), periods(other.value))
      return left > right || left == right && one.key < other.key
    }.map(\.value)
    var (low, high) = (0, ordered.count)
    var short = tasks
    while high - low > 1, !effort.isSpent {
      let middle = (low + high) / 2
      if let gap = gap(kind, ignoringBelow: part, among: ordered[..<middle].flatMap(\.self).sorted()) {
        high = middle
        short = gap.smallest
      } else {
        low = middle
      }
    }
    return short
  }

  private func periods(_ tasks: [Int]) -> Int {
    tasks.reduce(0) { $0 + excerpt.tasks[$1].length * max(1, excerpt.tasks[$1].team.lowerBound) }
  }

  private func resources(_ kind: PeriodShortage.Kind, _ task: Int) -> [Int] {
    switch kind {
    case .people, .teams: excerpt.tasks[task].people
    case .rooms: excerpt.tasks[task].rooms ?? []
    case .ownDays: [excerpt.tasks[task].member]
    case .trainee: [0]
    }
  }

  /// The tasks that fall short of those that must lie within the weeks in which the fewest are too many by a count
  /// of people's or rooms' weeks alone; nil: that count finds none.
  private func peak(_ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]) -> [Int]? {
    let terrain = excerpt.terrain
    let windows = tasks.compactMap { task -> (task: Int, weeks: ClosedRange<Int>)? in
      guard let first = excerpt.tasks[task].starts.first, let last = excerpt.tasks[task].starts.last else {
        return nil
      }
      return (task, terrain.week(first.day)...terrain.week(last.day))
    }
    guard let first = windows.map(\.weeks.lowerBound).min(),
      let last = windows.map(\.weeks.upperBound).max(), last - first < Self.mostWeeks
    else { return nil }
    let offered = weeklyOffers(kind, tasks)
    var candidates: [[Int]] = []
    for week in first...last {
      for end in week...last {
        let within = windows.filter { $0.weeks.lowerBound >= week && $0.weeks.upperBound <= end }.map(\.task)
        let lists = Set(within.map { resources(kind, $0) })
        let takers = Set(lists.flatMap(\.self))
        effort.spend(windows.count / 4 + takers.count * (end - week + 1))
        let most = (week...end).reduce(0) { sum, one in
          takers.reduce(sum) { $0 + (offered[$1]?[one] ?? 0) }
        }
        guard periods(within) > most else { continue }
        candidates.append(within)
        break
      }
    }
    let least = candidates.enumerated().min { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
    return least.flatMap { gap(kind, ignoringBelow: part, among: $0.element)?.smallest }
  }

  private static let mostWeeks = 60

  /// By resource and week, about how many periods it can take of the tasks.
  private func weeklyOffers(_ kind: PeriodShortage.Kind, _ tasks: [Int]) -> [Int: [Int: Int]] {
    let terrain = excerpt.terrain
    var positions: [Int: UInt64] = [:]
    for task in tasks {
      for start in excerpt.tasks[task].starts {
        positions[start.day, default: 0] |= 1 << UInt64(start.position)
      }
      effort.spend(excerpt.tasks[task].starts.count)
    }
    let takers = Set(Set(tasks.map { resources(kind, $0) }).flatMap(\.self)).sorted()
    var offered: [Int: [Int: Int]] = [:]
    for (day, starts) in positions.sorted(by: { $0.key < $1.key }) {
      effort.spend(takers.count * 4)
      for taker in takers {
        offered[taker, default: [:]][terrain.week(day), default: 0] +=
          excerpt.periods(of: taker, as: kind, on: day, startingAt: starts)
      }
    }
    guard kind.isOfPeople else { return offered }
    for taker in takers {
      guard let limit = excerpt.weekLimit(of: taker) else { continue }
      offered[taker] = offered[taker]?.mapValues { min(limit, $0) }
    }
    return offered
  }
}

extension FlowBound.Gap {
  /// The tasks of the part that has the fewest.
  var smallest: [Int] { parts.min { $0.count < $1.count } ?? [] }
}
