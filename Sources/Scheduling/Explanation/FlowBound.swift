/// Whether periods asked for exceed those that people, rooms or series' own days offer, by maximum flow.
///
/// A task sends its periods to the blocks of the days where it can start, through whoever could hold it (and their
/// limits a day and a week), whatever room, or its series' own days. Tasks may be cut into periods on the way, so a
/// flow that takes all proves nothing, and one that cannot proves that the excerpt cannot be planned. A block, a day
/// and a week take no more than lengths of the sessions offered to them can fill.
struct FlowBound {
  let excerpt: Excerpt
  private let arcsAllowed: Int
  let effort: Effort
  /// A task that can start anywhere in so many places is taken to find one, which only weakens the proof.
  private static let anywhere = 1500
  /// Tasks of the largest question in which classes take people and rooms one session at a time.
  private static let mostInTurns = 300

  init(_ excerpt: Excerpt, arcsAllowed: Int = 600_000, effort: Effort = Effort(.max)) {
    self.excerpt = excerpt
    self.arcsAllowed = arcsAllowed
    self.effort = effort
  }

  /// A flow of periods that falls short: that of people or rooms first, where kept facts bind some.
  var shortage: PeriodShortage? {
    var kinds = PeriodShortage.Kind.allCases
    if !excerpt.boundRooms.isEmpty { kinds.insert(.rooms, at: 0) }
    if !excerpt.boundPeople.isEmpty { kinds.insert(.people, at: 0) }
    return kinds.lazy.compactMap { gap($0)?.shortage }.first
  }

  /// A shortage and the tasks of a least cut, whose periods alone fall short.
  struct Gap {
    let shortage: PeriodShortage
    /// Tasks that want the same places, each short by themselves.
    let parts: [[Int]]

    var tasks: [Int] { parts.flatMap(\.self).sorted() }
  }

  /// Where the periods of one kind fall short, counted by a ``SessionMeasure``; nil: they do not.
  ///
  /// Counts the tasks of `some`, or all.
  func gap(_ kind: PeriodShortage.Kind, ignoringBelow part: Int = 1, among some: [Int]? = nil) -> Gap? {
    guard !effort.isSpent,
      let measure = SessionMeasure(part: part, block: excerpt.terrain.grid.longest)
    else { return nil }
    let tasks = (some ?? Array(excerpt.tasks.indices)).filter {
      excerpt.tasks[$0].starts.count <= Self.anywhere
    }
    switch kind {
    case .ownDays: return gap(kind, measure, tasks) { [excerpt.tasks[$0].member] }
    case .trainee: return trainees(measure, tasks)
    case .people:
      guard !excerpt.boundPeople.isEmpty || excerpt.members.count > 1 else { return nil }
      return gap(kind, measure, tasks) { excerpt.tasks[$0].people }
    case .teams: return teams(measure, tasks)
    case .rooms:
      guard excerpt.members.count > 1 else { return nil }
      return gap(kind, measure, tasks.filter { excerpt.tasks[$0].rooms != nil }) {
        excerpt.tasks[$0].rooms ?? []
      }
    }
  }

  /// What one trainee attends, who can be in one place at a time.
  private func trainees(_ measure: SessionMeasure, _ tasks: [Int]) -> Gap? {
    var tried: Set<[Int]> = []
    for trainee in excerpt.attendance.keys.sorted() {
      let attended = excerpt.attendance[trainee] ?? []
      guard attended.count > 1, tried.insert(attended).inserted else { continue }
      let mine = Set(attended)
      let own = tasks.filter { mine.contains(excerpt.tasks[$0].member) }
      if let gap = gap(.trainee, measure, own, by: { _ in [0] }) { return gap }
    }
    return nil
  }

  private func dayLimit(_ kind: PeriodShortage.Kind, _ resource: Int) -> Int? {
    switch kind {
    case .ownDays: excerpt.members[resource].dayLimit
    case .people: excerpt.dayLimit(of: resource)
    case .trainee, .rooms, .teams: nil
    }
  }

  /// Whether the resource can take the task at one of the positions of that day.
  private func offers(
    _ kind: PeriodShortage.Kind, _ resource: Int, _ task: Excerpt.Task, _ day: Int, _ positions: UInt64
  ) -> Bool {
    guard kind == .people || kind == .rooms else { return true }
    if kind == .people {
      let most = min(excerpt.dayLimit(of: resource) ?? .max, excerpt.weekLimit(of: resource) ?? .max)
      if task.length > most { return false }
    }
    var left = positions
    while left != 0 {
      let start = Excerpt.Start(day: day, position: left.trailingZeroBitCount)
      if kind == .rooms ? excerpt.isOpen(resource, start) : excerpt.isFree(resource, task, start) {
        return true
      }
      left &= left &- 1
    }
    return false
  }

  /// Tasks that the same resources can take at the same positions of one block of a day.
  private struct Opening: Hashable {
    let resources: Int
    let length: Int
    let day: Int
    let positions: UInt64
  }

  /// The tasks' openings, each with the tasks that it is for, in the order found.
  private func openings(_ tasks: [Int], _ lists: [Int]) -> [(opening: Opening, tasks: [Int])] {
    var index: [Opening: Int] = [:]
    var found: [(opening: Opening, tasks: [Int])] = []
    let blocks = excerpt.terrain.grid.blockBits
    for (task, list) in zip(tasks, lists) {
      let (starts, length) = (excerpt.tasks[task].starts, excerpt.tasks[task].length)
      effort.spend(starts.count)
      var position = 0
      while position < starts.count {
        let day = starts[position].day
        var bits: UInt64 = 0
        while position < starts.count, starts[position].day == day {
          bits |= 1 << UInt64(starts[position].position)
          position += 1
        }
        for block in blocks where bits & block != 0 {
          let opening = Opening(resources: list, length: length, day: day, positions: bits & block)
          if let known = index[opening] {
            found[known].tasks.append(task)
          } else {
            index[opening] = found.count
            found.append((opening, [task]))
          }
        }
      }
    }
    return found
  }

  /// What needs several people at once of whom there are not enough for more than a few such sessions at a time.
  private func teams(_ measure: SessionMeasure, _ tasks: [Int]) -> Gap? {
    let large = tasks.filter { excerpt.tasks[$0].team.lowerBound > 1 }
    guard excerpt.members.count > 1 || large.count > 1 else { return nil }
    var tried: Set<[Int]> = []
    for task in large {
      let (people, size) = (excerpt.tasks[task].people, excerpt.tasks[task].team.lowerBound)
      guard tried.insert(people + [-size]).inserted else { continue }
      let pool = Set(people)
      let own = large.filter {
        excerpt.tasks[$0].team.lowerBound >= size && pool.isSuperset(of: excerpt.tasks[$0].people)
      }
      let crew = Crew(people: people, size: size, excerpt: excerpt)
      if let gap = gap(.teams, measure, own, crew: crew, by: { _ in [0] }) { return gap }
    }
    return nil
  }

  private func gap(
    _ kind: PeriodShortage.Kind, _ measure: SessionMeasure, _ tasks: [Int], crew: Crew? = nil,
    by resources: (Int) -> [Int]
  ) -> Gap? {
    var known: [[Int]: Int] = [:]
    var resourceLists: [[Int]] = []
    let lists = tasks.map { task -> Int in
      let list = resources(task)
      if let index = known[list] { return index }
      known[list] = resourceLists.count
      resourceLists.append(list)
      return resourceLists.count - 1
    }
    func demand(_ task: Int) -> Int {
      let length = excerpt.tasks[task].length
      return measure.value(length) * (kind == .people ? excerpt.tasks[task].team.lowerBound : 1)
    }
    let openings = openings(tasks, lists)
    guard let first = openings.map(\.opening.day).min(), let last = openings.map(\.opening.day).max() else {
      return nil
    }
    var network = FlowNetwork(excerpt.terrain, measure, days: first...last, tasks: tasks, demand: demand)
    // People, rooms and teams serve several classes, each of which is held one session at a time; where very many are
    // asked about at once, that would be more to look at than it tells.
    let isShared = kind != .ownDays && kind != .trainee && tasks.count <= Self.mostInTurns
    for (opening, tasks) in openings {
      guard let first = tasks.first, network.flow.edgeCount <= arcsAllowed else { return nil }
      let task = excerpt.tasks[first]
      effort.spend(resourceLists[opening.resources].count)
      let takers = resourceLists[opening.resources].filter {
        offers(kind, $0, task, opening.day, opening.positions)
      }
      network.offer(
        takers, opening.day, Int(excerpt.terrain.grid.blocks[opening.positions.trailingZeroBitCount]),
        length: opening.length, to: tasks
      ) { task in
        let needed = excerpt.tasks[task]
        guard isShared, excerpt.members[needed.member].kind == .taught else { return nil }
        return (needed.member, kind == .people ? needed.team.lowerBound : 1)
      }
    }
    if let crew {
      effort.spend(crew.people.count * Set(openings.map(\.opening.day)).count)
      let (daily, weekly) = (crew.dayLimit, crew.weekLimit)
      network.close(dayLimit: { _ in daily }, weekLimit: { _ in weekly }, breadth: crew.breadth)
    } else {
      network.close(dayLimit: { dayLimit(kind, $0) }) { kind == .people ? excerpt.weekLimit(of: $0) : nil }
    }
    let (offered, short) = network.solve()
    effort.spend((2 * network.flow.edgeCount + network.flow.work) / 2)
    guard offered < network.wanted else { return nil }
    return Gap(
      shortage: PeriodShortage(kind: kind, needed: network.wanted, offered: offered),
      parts: short.map { $0.filter { demand($0) > 0 } })
  }
}
