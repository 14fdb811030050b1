import Civil

/// Whether periods asked for exceed those that people, rooms or series' own days offer, by maximum flow.
///
/// A task sends its periods to the blocks of the days where it can start, through whoever could hold it (and their
/// limits a day and a week), whatever room, or its series' own days. Tasks may be cut into periods on the way, so a
/// flow that takes all proves nothing, and one that cannot proves that the excerpt cannot be planned.
struct FlowBound {
  private let excerpt: Excerpt
  private let arcsAllowed: Int
  private let effort: Effort
  /// A task that can start anywhere in so many places is taken to find one, which only weakens the proof.
  private static let anywhere = 1500

  init(_ excerpt: Excerpt, arcsAllowed: Int = 300_000, effort: Effort = Effort(.max)) {
    self.excerpt = excerpt
    self.arcsAllowed = arcsAllowed
    self.effort = effort
  }

  /// The first flow that falls short.
  var shortage: PeriodShortage? { gap?.shortage }

  private var gap: Gap? {
    for kind in PeriodShortage.Kind.allCases {
      if let gap = gap(kind) { return gap }
    }
    return nil
  }

  /// Where the periods of one kind fall short; nil: they do not.
  func gap(_ kind: PeriodShortage.Kind) -> Gap? {
    guard !effort.isSpent else { return nil }
    return switch kind {
    case .ownDays: ownDays
    case .trainee: trainees
    case .people: people
    case .rooms: rooms
    }
  }

  /// A shortage and the tasks of a least cut, whose periods alone fall short.
  struct Gap {
    let shortage: PeriodShortage
    let tasks: [Int]
  }

  /// A block of a day of one resource.
  private struct Slot: Equatable {
    let resource: Int
    let day: Int
    let block: Int
  }

  private struct Offer {
    let slot: Slot
    let task: Int
  }

  private func block(_ start: Excerpt.Start) -> Int { Int(excerpt.terrain.grid.blocks[start.position]) }

  /// Offers a resource's blocks in which the task can start, each once in a row.
  private func offer(
    _ resource: Int, for index: Int, to offers: inout [Offer], where isFree: (Excerpt.Start) -> Bool
  ) {
    let task = excerpt.tasks[index]
    effort.spend(task.starts.count)
    var last: Slot?
    for start in task.starts {
      let slot = Slot(resource: resource, day: start.day, block: block(start))
      guard slot != last, isFree(start) else { continue }
      last = slot
      offers.append(Offer(slot: slot, task: index))
    }
  }

  /// Each series' own days.
  private var ownDays: Gap? {
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      offer(task.member, for: index, to: &offers) { _ in true }
    }
    return shortage(.ownDays, offers, demand: { excerpt.tasks[$0].length }) {
      excerpt.members[$0].dayLimit ?? MaxFlow.unlimited
    }
  }

  /// What one trainee attends, who can be in one place at a time.
  private var trainees: Gap? {
    var tried: Set<[Int]> = []
    for trainee in excerpt.attendance.keys.sorted() {
      let attended = excerpt.attendance[trainee] ?? []
      guard attended.count > 1, tried.insert(attended).inserted else { continue }
      let mine = Set(attended)
      var offers: [Offer] = []
      for (index, task) in excerpt.tasks.enumerated()
      where mine.contains(task.member) && task.starts.count <= Self.anywhere {
        offer(0, for: index, to: &offers) { _ in true }
      }
      let gap = shortage(
        .trainee, offers,
        demand: { mine.contains(excerpt.tasks[$0].member) ? excerpt.tasks[$0].length : 0 },
        dayLimit: { _ in MaxFlow.unlimited })
      if let gap { return gap }
    }
    return nil
  }

  private var people: Gap? {
    guard !excerpt.boundPeople.isEmpty || excerpt.members.count > 1 else { return nil }
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      for person in task.people {
        offer(person, for: index, to: &offers, where: excerpt.freedom(of: person, for: task))
        guard offers.count <= arcsAllowed else { return nil }
      }
    }
    return shortage(
      .people, offers, demand: { excerpt.tasks[$0].length * excerpt.tasks[$0].team.lowerBound },
      dayLimit: { excerpt.dayLimit(of: $0) ?? MaxFlow.unlimited }, weekLimit: { excerpt.weekLimit(of: $0) })
  }

  private var rooms: Gap? {
    guard excerpt.members.count > 1 else { return nil }
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      for room in task.rooms ?? [] {
        offer(room, for: index, to: &offers) { excerpt.isOpen(room, $0) }
        guard offers.count <= arcsAllowed else { return nil }
      }
    }
    return shortage(.rooms, offers, demand: { excerpt.tasks[$0].rooms == nil ? 0 : excerpt.tasks[$0].length })
    { _ in
      MaxFlow.unlimited
    }
  }

  private func shortage(
    _ kind: PeriodShortage.Kind, _ offers: [Offer], demand: (Int) -> Int, dayLimit: (Int) -> Int,
    weekLimit: (Int) -> Int? = { _ in nil }
  ) -> Gap? {
    effort.spend(2 * offers.count)
    guard let first = offers.map(\.slot.day).min(), let last = offers.map(\.slot.day).max() else {
      return missing(kind, demand)
    }
    let resources = (offers.map(\.slot.resource).max() ?? 0) + 1
    let (days, blocks) = (last - first + 1, excerpt.terrain.problem.blocks.count)
    func dayIndex(_ slot: Slot) -> Int { slot.resource * days + slot.day - first }
    func index(_ slot: Slot) -> Int { dayIndex(slot) * blocks + slot.block }
    let firstWeek = excerpt.terrain.week(first)
    let weeks = excerpt.terrain.week(last) - firstWeek + 1
    // By slot, the lengths of the sessions offered it, as bits.
    var lengths = [UInt64](repeating: 0, count: resources * days * blocks)
    for offer in offers {
      lengths[index(offer.slot)] |= 1 << UInt64(min(63, excerpt.tasks[offer.task].length))
    }
    var network = MaxFlow(nodes: 2)
    let (source, sink) = (0, 1)
    var wanted = 0
    let tasks = excerpt.tasks.indices.map { task -> Int in
      let node = network.addNode()
      guard excerpt.tasks[task].starts.count <= Self.anywhere else { return node }
      wanted += demand(task)
      network.addEdge(from: source, to: node, capacity: demand(task))
      return node
    }
    // Nodes by slot, by resource and day, and by resource and week; 0, the source's: none yet.
    var slots = [Int](repeating: 0, count: lengths.count)
    var dayNodes = [Int](repeating: 0, count: resources * days)
    var weekNodes = [Int](repeating: 0, count: resources * weeks)
    for offer in offers {
      let slot = offer.slot
      let known = slots[index(slot)]
      if known > 0 {
        network.addEdge(from: tasks[offer.task], to: known, capacity: MaxFlow.unlimited)
        continue
      }
      let node = network.addNode()
      slots[index(slot)] = node
      network.addEdge(from: tasks[offer.task], to: node, capacity: MaxFlow.unlimited)
      let periods = excerpt.terrain.problem.blocks[slot.block].periods
      let most = Self.most(of: lengths[index(slot)], within: periods)
      let limit = dayLimit(slot.resource)
      let week = weekLimit(slot.resource)
      if limit == MaxFlow.unlimited, week == nil {
        network.addEdge(from: node, to: sink, capacity: most)
        continue
      }
      let isNewDay = dayNodes[dayIndex(slot)] == 0
      if isNewDay { dayNodes[dayIndex(slot)] = network.addNode() }
      let day = dayNodes[dayIndex(slot)]
      network.addEdge(from: node, to: day, capacity: most)
      guard isNewDay else { continue }
      guard let week else {
        network.addEdge(from: day, to: sink, capacity: limit)
        continue
      }
      let weekIndex = slot.resource * weeks + excerpt.terrain.week(slot.day) - firstWeek
      if weekNodes[weekIndex] == 0 {
        weekNodes[weekIndex] = network.addNode()
        network.addEdge(from: weekNodes[weekIndex], to: sink, capacity: week)
      }
      network.addEdge(from: day, to: weekNodes[weekIndex], capacity: limit)
    }
    let offered = network.solve(from: source, to: sink)
    effort.spend(network.work)
    guard offered < wanted else { return nil }
    let reached = network.cut(from: source)
    return Gap(
      shortage: PeriodShortage(kind: kind, needed: wanted, offered: offered),
      tasks: excerpt.tasks.indices.filter { reached[tasks[$0]] && demand($0) > 0 })
  }

  /// Where nothing is offered at all: every task that asks for periods lacks them.
  private func missing(_ kind: PeriodShortage.Kind, _ demand: (Int) -> Int) -> Gap? {
    let tasks = excerpt.tasks.indices.filter {
      excerpt.tasks[$0].starts.count <= Self.anywhere && demand($0) > 0
    }
    guard !tasks.isEmpty else { return nil }
    let needed = tasks.reduce(0) { $0 + demand($1) }
    return Gap(shortage: PeriodShortage(kind: kind, needed: needed, offered: 0), tasks: tasks)
  }

  /// The most periods that sessions of these lengths can fill of a block.
  private static func most(of lengths: UInt64, within periods: Int) -> Int {
    // Sums that can be reached, as bits.
    var sums: UInt64 = 1
    for sum in 0...max(0, min(62, periods)) where sums >> UInt64(sum) & 1 == 1 {
      sums |= lengths << UInt64(sum)
    }
    let reached = sums & ((2 << UInt64(min(62, max(0, periods)))) - 1)
    return 63 - reached.leadingZeroBitCount
  }
}
