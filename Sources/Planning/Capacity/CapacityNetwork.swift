import Scheduling

/// What can be used up: a person, a room or a class's own time.
struct CapacityResource {
  /// By slot; nil: closed.
  let free: [FreeBlock?]
  let perDay: Int?
  let perWeek: Int?

  /// Periods of the longest session that it can hold at all.
  var longest: Int {
    let inBlock = free.reduce(0) { max($0, $1?.longest.max() ?? 0) }
    return min(inBlock, perDay ?? inBlock, perWeek ?? inBlock)
  }
}

/// Sessions that ask for the same resources.
struct CapacityNeed {
  let series: Int
  let group: Int
  let periods: Int
  /// Days between which all of it is held.
  let days: ClosedRange<Int>
  /// The slots in which it can be held, with the most periods that it can take of each.
  let slots: [(slot: Int, most: Int)]
  /// The most periods that it can take of a day.
  let perDay: Int
}

extension CapacityNeed {
  /// The need of so many series like this one.
  func times(_ copies: Int) -> CapacityNeed {
    CapacityNeed(
      series: series, group: group, periods: periods * copies, days: days,
      slots: slots.map { ($0.slot, $0.most * copies) }, perDay: perDay * copies)
  }
}

/// Any of these resources can serve the group's needs, in sessions of these lengths.
struct CapacityGroup {
  let resources: [Int]
  var lengths: [Int] = []
}

/// Needs, and the resources that they can be met from.
struct CapacityModel {
  var resources: [CapacityResource]
  var groups: [CapacityGroup] = []
  var needs: [CapacityNeed] = []
}

/// The periods that needs can be given, as a flow: from a need through a slot to a resource's slot, day and week.
///
/// It leaves out everything that binds sessions to each other (order beyond the windows, one site a class, travel,
/// one mentor a request), so what it cannot carry no timetable can hold; what it carries a timetable may still not.
struct CapacityNetwork {
  private enum Part { case need(Int), needDay, needSlot(Int), slot, resource(Int, CapacityLimit), extra }

  private(set) var model: CapacityModel
  private let slots: PlanSlots
  private(set) var flow = MaxFlow(nodes: 2)
  private var parts: [Part] = []
  /// Nodes of groups' slots by group and slot, -1 where there is none.
  private var groupSlots: [Int]
  private let source = 0
  private let sink = 1
  /// Periods of all needs, and how many of them can be given.
  private(set) var needed = 0
  private(set) var given = 0

  /// A network of all needs but those of a series, which may be added later, as often as wanted.
  init(_ model: CapacityModel, _ slots: PlanSlots, without left: Int? = nil) {
    self.model = model
    self.slots = slots
    groupSlots = Array(repeating: -1, count: model.groups.count * slots.count)
    addResources()
    for index in model.needs.indices where model.needs[index].series != left { add(index) }
    given = flow.solve(from: source, to: sink)
  }

  var isShort: Bool { given < needed }

  /// The network with so many classes like the one that was left out.
  func adding(_ copies: Int, of series: Int) -> CapacityNetwork {
    var more = self
    for index in model.needs.indices where model.needs[index].series == series {
      more.model.needs[index] = model.needs[index].times(copies)
      more.add(index)
    }
    more.given += more.flow.solve(from: source, to: sink)
    return more
  }

  private mutating func addEdge(_ tail: Int, _ head: Int, _ capacity: Int, _ part: Part) {
    flow.addEdge(from: tail, to: head, capacity: capacity)
    parts.append(part)
  }

  private mutating func addResources() {
    var used = Array(repeating: false, count: groupSlots.count)
    for need in model.needs {
      for (slot, _) in need.slots { used[need.group * slots.count + slot] = true }
    }
    var groupsOf: [[Int]] = Array(repeating: [], count: model.resources.count)
    for (index, group) in model.groups.enumerated() {
      for resource in group.resources { groupsOf[resource].append(index) }
    }
    var packed = Packing()
    for (index, resource) in model.resources.enumerated() where !groupsOf[index].isEmpty {
      let lengths = Set(groupsOf[index].flatMap { model.groups[$0].lengths }).sorted()
      var weekNode: [Int: Int] = [:]
      for day in 0..<slots.days {
        var dayNode = -1
        for slot in slots.slots(of: day) {
          guard let free = resource.free[slot] else { continue }
          let wanting = groupsOf[index].filter { used[$0 * slots.count + slot] }
          let most = packed.most(of: free, lengths)
          guard !wanting.isEmpty, most > 0 else { continue }
          if dayNode < 0 {
            dayNode = flow.addNode()
            let week = slots.weekOf[day]
            let weekNode = weekNode[week] ?? node(ofWeek: index, resource, lengths, &weekNode, week, &packed)
            let limit = resource.perDay.map { packed.sums.most($0, of: lengths) }
            addEdge(dayNode, weekNode, limit ?? MaxFlow.unlimited, .resource(index, .day))
          }
          let slotNode = flow.addNode()
          addEdge(slotNode, dayNode, most, .resource(index, .open))
          for group in wanting {
            let own = packed.most(of: free, model.groups[group].lengths)
            if own > 0 { addEdge(node(group, slot), slotNode, own, .resource(index, .open)) }
          }
        }
      }
    }
  }

  private mutating func node(
    ofWeek index: Int, _ resource: CapacityResource, _ lengths: [Int], _ known: inout [Int: Int], _ week: Int,
    _ packed: inout Packing
  ) -> Int {
    let node = flow.addNode()
    known[week] = node
    let limit = resource.perWeek.map { packed.sums.most($0, of: lengths) }
    addEdge(node, sink, limit ?? MaxFlow.unlimited, .resource(index, .week))
    return node
  }

  private mutating func node(_ group: Int, _ slot: Int) -> Int {
    let cell = group * slots.count + slot
    if groupSlots[cell] < 0 { groupSlots[cell] = flow.addNode() }
    return groupSlots[cell]
  }

  private mutating func add(_ index: Int) {
    let need = model.needs[index]
    needed += need.periods
    let start = flow.addNode()
    addEdge(source, start, need.periods, .need(index))
    var position = 0
    while position < need.slots.count {
      let day = slots.day(of: need.slots[position].slot)
      var end = position
      var total = 0
      while end < need.slots.count, slots.day(of: need.slots[end].slot) == day {
        total += need.slots[end].most
        end += 1
      }
      var tail = start
      if total > need.perDay {
        tail = flow.addNode()
        addEdge(start, tail, need.perDay, .needDay)
      }
      for (slot, most) in need.slots[position..<end] {
        addEdge(tail, node(need.group, slot), most, .needSlot(index))
      }
      position = end
    }
  }

  /// How many periods more the groups could be given, in the slots that their needs use, all else being given.
  func spare(for groups: [Int]) -> Int {
    var more = self
    let start = more.flow.addNode()
    more.addEdge(more.source, start, MaxFlow.unlimited, .extra)
    let edge = more.flow.edgeCount - 1
    for group in groups {
      for slot in 0..<slots.count where groupSlots[group * slots.count + slot] >= 0 {
        more.addEdge(start, groupSlots[group * slots.count + slot], MaxFlow.unlimited, .extra)
      }
    }
    _ = more.flow.solve(from: source, to: sink)
    return more.flow.flow(on: edge)
  }

  /// What cannot be given, each shortage with its proof; none: nothing is missing as far as this can see.
  ///
  /// The least cut falls into parts that share neither needs nor resources. In each the needs exceed what the cut
  /// lets through.
  func gaps() -> [CapacityGap] {
    guard isShort else { return [] }
    let inside = flow.cut(from: source)
    var sets = Sets(flow.nodeCount)
    for edge in parts.indices {
      let (tail, head) = (flow.tail(of: edge), flow.head(of: edge))
      if tail != source, inside[tail], inside[head] { sets.join(tail, head) }
    }
    joinNeedsOfNobody(inside, &sets)
    var gaps: [Int: CapacityGap] = [:]
    var order: [Int] = []
    for (cell, node) in groupSlots.enumerated() where node >= 0 && inside[node] {
      gaps[sets.root(of: node), default: CapacityGap()].add(day: slots.day(of: cell % slots.count))
    }
    for edge in parts.indices {
      let (tail, head) = (flow.tail(of: edge), flow.head(of: edge))
      switch parts[edge] {
      case .need(let index) where inside[head]:
        let root = sets.root(of: head)
        if !order.contains(root) { order.append(root) }
        gaps[root, default: CapacityGap()].add(index, model.needs[index].periods)
      default:
        guard tail != source, inside[tail], !inside[head] else { continue }
        let root = sets.root(of: tail)
        guard case .resource(let index, let limit) = parts[edge] else {
          gaps[root, default: CapacityGap()].ownLimit += flow.capacity(of: edge)
          continue
        }
        gaps[root, default: CapacityGap()].add(index, limit, flow.capacity(of: edge))
      }
    }
    return order.compactMap { gaps[$0] }.filter { $0.missing > 0 }
  }
}

extension CapacityNetwork {
  /// Needs that nothing at all can serve share no resource; those of a group are one shortage all the same.
  private func joinNeedsOfNobody(_ inside: [Bool], _ sets: inout Sets) {
    var first: [Int: Int] = [:]
    for edge in parts.indices {
      guard case .need(let index) = parts[edge], inside[flow.head(of: edge)] else { continue }
      let group = model.needs[index].group
      guard model.groups[group].resources.isEmpty else { continue }
      if let known = first[group] { sets.join(known, flow.head(of: edge)) }
      first[group] = flow.head(of: edge)
    }
  }
}

/// What limits a resource in a cut: its hours and calendar, its day's or its week's most periods.
package enum CapacityLimit: String, CaseIterable, Sendable {
  case open, day, week
}

/// Needs that exceed what there is for them.
struct CapacityGap {
  private(set) var needs: [Int] = []
  private(set) var needed = 0
  /// What the resources can give, by resource and by what limits it.
  private(set) var given: [Int: [CapacityLimit: Int]] = [:]
  /// Days between which the resources of `given` are asked for; nil: none is.
  private(set) var days: ClosedRange<Int>?
  /// Periods that the needs' own days and blocks let them have at other times.
  var ownLimit = 0

  var supply: Int { given.values.reduce(ownLimit) { $0 + $1.values.reduce(0, +) } }
  var missing: Int { needed - supply }

  mutating func add(_ need: Int, _ periods: Int) {
    needs.append(need)
    needed += periods
  }

  mutating func add(day: Int) {
    days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
  }

  mutating func add(_ resource: Int, _ limit: CapacityLimit, _ periods: Int) {
    given[resource, default: [:]][limit, default: 0] += periods
  }
}

/// How full sessions can fill blocks, days and weeks; the answers are kept.
struct Packing {
  var sums = Sums()
  private var known: [FreeBlock: [[Int]: Int]] = [:]

  mutating func most(of free: FreeBlock, _ lengths: [Int]) -> Int {
    if let answer = known[free]?[lengths] { return answer }
    let answer = free.filled(by: lengths)
    known[free, default: [:]][lengths] = answer
    return answer
  }
}

/// Sets of numbers that are joined two at a time.
private struct Sets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(of member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (one, other) = (root(of: left), root(of: right))
    parents[max(one, other)] = min(one, other)
  }
}
