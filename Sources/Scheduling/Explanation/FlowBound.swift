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
  private struct Slot: Hashable {
    let resource: Int
    let day: Int
    let block: Int
  }

  private struct Offer {
    let slot: Slot
    let task: Int
  }

  private func block(_ start: Excerpt.Start) -> Int { Int(excerpt.terrain.grid.blocks[start.position]) }

  /// Each series' own days.
  private var ownDays: Gap? {
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      for slot in Set(task.starts.map { Slot(resource: task.member, day: $0.day, block: block($0)) }) {
        offers.append(Offer(slot: slot, task: index))
      }
    }
    return shortage(.ownDays, offers, demand: { excerpt.tasks[$0].length }) {
      excerpt.members[$0].dayLimit ?? .max
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
        for slot in Set(task.starts.map { Slot(resource: 0, day: $0.day, block: block($0)) }) {
          offers.append(Offer(slot: slot, task: index))
        }
      }
      let gap = shortage(
        .trainee, offers,
        demand: { mine.contains(excerpt.tasks[$0].member) ? excerpt.tasks[$0].length : 0 },
        dayLimit: { _ in .max })
      if let gap { return gap }
    }
    return nil
  }

  private var people: Gap? {
    guard !excerpt.boundPeople.isEmpty || excerpt.members.count > 1 else { return nil }
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      for person in task.people {
        var last: Slot?
        for start in task.starts {
          let slot = Slot(resource: person, day: start.day, block: block(start))
          guard slot != last, excerpt.isFree(person, task, start) else { continue }
          last = slot
          offers.append(Offer(slot: slot, task: index))
        }
        guard offers.count <= arcsAllowed else { return nil }
      }
    }
    return shortage(
      .people, offers, demand: { excerpt.tasks[$0].length * excerpt.tasks[$0].team.lowerBound },
      dayLimit: { excerpt.dayLimit(of: $0) ?? .max }, weekLimit: { excerpt.weekLimit(of: $0) })
  }

  private var rooms: Gap? {
    guard excerpt.members.count > 1 else { return nil }
    var offers: [Offer] = []
    for (index, task) in excerpt.tasks.enumerated() where task.starts.count <= Self.anywhere {
      for room in task.rooms ?? [] {
        var last: Slot?
        for start in task.starts {
          let slot = Slot(resource: room, day: start.day, block: block(start))
          guard slot != last, excerpt.isOpen(room, start) else { continue }
          last = slot
          offers.append(Offer(slot: slot, task: index))
        }
        guard offers.count <= arcsAllowed else { return nil }
      }
    }
    return shortage(.rooms, offers, demand: { excerpt.tasks[$0].rooms == nil ? 0 : excerpt.tasks[$0].length })
    { _ in
      .max
    }
  }

  private func shortage(
    _ kind: PeriodShortage.Kind, _ offers: [Offer], demand: (Int) -> Int, dayLimit: (Int) -> Int,
    weekLimit: (Int) -> Int? = { _ in nil }
  ) -> Gap? {
    effort.spend(8 * offers.count)
    var lengths: [Slot: Set<Int>] = [:]
    for offer in offers { lengths[offer.slot, default: []].insert(excerpt.tasks[offer.task].length) }
    var network = FlowNetwork()
    let (source, sink) = (network.node(), network.node())
    var wanted = 0
    let tasks = excerpt.tasks.indices.map { task -> Int in
      let node = network.node()
      guard excerpt.tasks[task].starts.count <= Self.anywhere else { return node }
      wanted += demand(task)
      network.arc(from: source, to: node, capacity: demand(task))
      return node
    }
    var slots: [Slot: Int] = [:]
    var days: [[Int]: Int] = [:]
    var weeks: [[Int]: Int] = [:]
    for offer in offers {
      if let node = slots[offer.slot] {
        network.arc(from: tasks[offer.task], to: node, capacity: .max)
        continue
      }
      let slot = offer.slot
      let node = network.node()
      slots[slot] = node
      network.arc(from: tasks[offer.task], to: node, capacity: .max)
      let periods = excerpt.terrain.problem.blocks[slot.block].periods
      let most = Self.most(of: lengths[slot] ?? [], within: periods)
      let limit = dayLimit(slot.resource)
      let week = weekLimit(slot.resource)
      if limit == .max, week == nil {
        network.arc(from: node, to: sink, capacity: most)
        continue
      }
      let dayKey = [slot.resource, slot.day]
      let day = days[dayKey] ?? network.node()
      network.arc(from: node, to: day, capacity: most)
      guard days[dayKey] == nil else { continue }
      days[dayKey] = day
      guard let week else {
        network.arc(from: day, to: sink, capacity: limit)
        continue
      }
      let weekKey = [slot.resource, excerpt.terrain.week(slot.day)]
      let node2 = weeks[weekKey] ?? network.node()
      network.arc(from: day, to: node2, capacity: limit)
      if weeks[weekKey] == nil { network.arc(from: node2, to: sink, capacity: week) }
      weeks[weekKey] = node2
    }
    let offered = network.flow(from: source, to: sink)
    effort.spend(network.work)
    guard offered < wanted else { return nil }
    let reached = network.reached(from: source)
    return Gap(
      shortage: PeriodShortage(kind: kind, needed: wanted, offered: offered),
      tasks: excerpt.tasks.indices.filter { reached[tasks[$0]] && demand($0) > 0 })
  }

  /// The most periods that sessions of these lengths can fill of a block.
  private static func most(of lengths: Set<Int>, within periods: Int) -> Int {
    var sums: Set<Int> = [0]
    for sum in 0...max(0, periods) where sums.contains(sum) {
      sums.formUnion(lengths.map { sum + $0 }.filter { $0 <= periods })
    }
    return sums.max() ?? 0
  }
}
