extension FlowBound {
  /// Few of the tasks whose periods still fall short: those of few classes and modules within few weeks.
  ///
  /// First the tasks that must lie within the weeks in which, by a rough count, the fewest are too many; then about
  /// twice as many classes as are needed, in order of their periods; of these and their modules those are left out,
  /// one after the other, that ask for least.
  func bottleneck(_ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]) -> [Int] {
    let near = peak(kind, ignoringBelow: part, of: tasks) ?? tasks
    let few = heaviest(kind, ignoringBelow: part, of: near)
    return effort.within(effort.left / 3) { weightiest(kind, ignoringBelow: part, of: few) }
  }

  /// What asks for sessions.
  private enum Want: Hashable {
    case member(Int)
    case module(Int)

    var rank: (Int, Int) {
      switch self {
      case .module(let one): (0, one)
      case .member(let one): (1, one)
      }
    }
  }

  private func wants(_ task: Int) -> [Want] {
    let module = excerpt.terrain.sources.moduleOf[excerpt.tasks[task].session]
    return [.member(excerpt.tasks[task].member)] + (module.map { [.module($0)] } ?? [])
  }

  /// The tasks without the classes and modules that ask for least, as far as those of the others fall short.
  ///
  /// Without any one of those that are left, much is free: that they can be planned then is found soon.
  private func weightiest(
    _ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]
  ) -> [Int] {
    var short = tasks
    var needed: Set<Want> = []
    // Of many classes only whole ones are left out.
    let isMany = Set(tasks.map { excerpt.tasks[$0].member }).count > Self.mostClassesSpared + Self.spare
    // Of these several at once, as long as that leaves them short.
    var count = isMany ? Self.spare : 1
    while !effort.isSpent {
      var asked: [Want: Int] = [:]
      for task in short {
        for want in wants(task).prefix(isMany ? 1 : 2) where !needed.contains(want) {
          asked[want, default: 0] += periods([task])
        }
      }
      let least = asked.sorted { one, other in
        (one.value, one.key.rank.0, one.key.rank.1) < (other.value, other.key.rank.0, other.key.rank.1)
      }.prefix(count).map(\.key)
      if least.isEmpty { break }
      let fewer = short.filter { task in !wants(task).contains(where: least.contains) }
      if !fewer.isEmpty, let gap = gap(kind, ignoringBelow: part, among: fewer) {
        short = gap.smallest
      } else if least.count > 1 {
        count = least.count / 2
      } else {
        needed.formUnion(least)
      }
    }
    return short
  }

  /// The tasks of the classes with the most periods, about twice as many as it takes to fall short; classes of one course together,
  /// the one first that asks for the most: few rows of tables ask for much, and without any one of them much is free.
  private func heaviest(_ kind: PeriodShortage.Kind, ignoringBelow part: Int, of tasks: [Int]) -> [Int] {
    let byMember = Dictionary(grouping: tasks) { excerpt.tasks[$0].member }
    var byCourse: [Int: Int] = [:]
    for (member, tasks) in byMember { byCourse[course(member), default: 0] += periods(tasks) }
    func rank(_ member: Int, _ tasks: [Int]) -> [Int] {
      let course = course(member)
      return [-(byCourse[course] ?? 0), course, -periods(tasks), member]
    }
    let ordered = byMember.sorted {
      rank($0.key, $0.value).lexicographicallyPrecedes(rank($1.key, $1.value))
    }.map(\.value)
    var (low, high) = (0, ordered.count)
    while high - low > 1, !effort.isSpent {
      let middle = (low + high) / 2
      if gap(kind, ignoringBelow: part, among: ordered[..<middle].flatMap(\.self).sorted()) != nil {
        high = middle
      } else {
        low = middle
      }
    }
    let count = high > Self.mostClassesSpared ? high : min(ordered.count, min(2 * high, high + Self.spare))
    let more = ordered[..<count].flatMap(\.self).sorted()
    return gap(kind, ignoringBelow: part, among: more)?.smallest ?? tasks
  }

  /// Classes more than are needed, so that some of their modules can be left out.
  private static let spare = 8

  /// The first of the modules that the sessions of a member's series are of; members of one course have it in common.
  private func course(_ member: Int) -> Int {
    let terrain = excerpt.terrain
    let sessions = terrain.problem.series[excerpt.members[member].series].sessions
    return sessions.compactMap { terrain.sources.moduleOf[$0] }.min() ?? -1
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

  /// The tasks that fall short of those that must lie within some weeks in which few are far too many by a count of
  /// people's or rooms' weeks alone; nil: that count finds none.
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
    var candidates: [(tasks: [Int], excess: Double)] = []
    for week in first...last {
      var lastEnd = last
      for end in week...last where end <= lastEnd {
        let within = windows.filter { $0.weeks.lowerBound >= week && $0.weeks.upperBound <= end }.map(\.task)
        let lists = Set(within.map { resources(kind, $0) })
        let takers = Set(lists.flatMap(\.self))
        effort.spend(windows.count / 4 + takers.count * (end - week + 1))
        let most = (week...end).reduce(0) { sum, one in
          takers.reduce(sum) { $0 + (offered[$1]?[one] ?? 0) }
        }
        let wanted = periods(within)
        guard wanted > most else { continue }
        candidates.append((within, Double(wanted) / Double(max(1, most))))
        lastEnd = min(lastEnd, end + Self.weeksMore)
      }
    }
    // Of few, those who ask for most of what there is: some can be left out, and without any other much is free.
    guard let fewest = candidates.map(\.tasks.count).min() else { return nil }
    let most = fewest > Self.mostSpared ? fewest : 2 * fewest
    let chosen = candidates.filter { $0.tasks.count <= most }.max { $0.excess < $1.excess }
    return chosen.flatMap { gap(kind, ignoringBelow: part, among: $0.tasks)?.smallest }
  }

  /// Sessions and classes of the largest sets that are looked at with more than are needed.
  private static let (mostSpared, mostClassesSpared) = (300, 24)
  /// Weeks that are looked at beyond those in which the first are too many.
  private static let weeksMore = 4
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
