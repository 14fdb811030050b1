/// Plans all sessions of one series anew, given everything else: the cheapest way through its days that it finds.
///
/// Labels are extended session by session; of those that end with a session in the same slot only the best lives
/// (label setting, as for shortest paths with resources), and those that cannot stay within the bound are dropped
/// at once. Costs of a label are exact for span, gap, lecturers, rooms, load and moved, and for rest and sites
/// against what else is placed.
final class Replanner {
  /// One session placed by the plan.
  struct Step: Sendable {
    let session: Int
    let day: Int
    let position: Int
    let room: Int
    let people: [Int]
  }

  /// Labels that end in one slot are kept apart by the people they used, as far as this.
  private static let labelsPerSlot = 4

  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let prices: SoftPrices
  private let reach: Reach
  private let horizon: Horizon
  /// By step: what the load of this step's session and those after it costs at least.
  private let loads: Table<Double>
  private let arena = Arena()
  private var list: StepList
  private let labels: LabelTable

  init(_ space: SearchSpace, _ keeper: ScoreKeeper, _ prices: SoftPrices) {
    self.space = space
    self.keeper = keeper
    self.prices = prices
    reach = Reach(space, keeper)
    horizon = Horizon(space)
    list = StepList(space, prices)
    loads = Table(arena, (space.problem.series.map(\.sessions.count).max() ?? 0) + 1, 0)
    labels = LabelTable(
      slots: (space.days * space.grid.count + 1) * Self.labelsPerSlot,
      layers: space.problem.series.map(\.sessions.count).max() ?? 0)
  }

  /// A plan for the frame's series, none of whose sessions is placed; nil where none within the bound was found.
  func plan(_ frame: PlanFrame, using random: inout RandomSource) -> [Step]? {
    let sequence = sequence(of: frame.own, using: &random)
    guard list.fill(sequence, frame) || frame.mayLeaveOut else { return nil }
    fillLoads(frame)
    if !frame.mayLeaveOut, loads[0] + list.outlook(after: -1, 0) > frame.bound { return nil }
    reach.fill(frame.series, frame.pool, window: frame.window, lengths: lengths())
    horizon.fill(list.steps, list.count, frame, reach)
    labels.removeAll()
    labels.append(Label())
    var layer = 0..<1
    for index in 0..<list.count {
      let start = labels.count
      let next = index + 1 < list.count ? list[index + 1] : nil
      for label in layer { extend(label, by: list[index], next, frame, layer: start, using: &random) }
      if frame.mayLeaveOut {
        for label in layer { leaveOut(label, list[index], frame, layer: start) }
      }
      guard labels.count > start else { return nil }
      layer = start..<labels.count
      for index in layer { labels.forget(slot(labels[index])) }
    }
    return trace(layer, sequence, frame)
  }

  /// The lengths of the sessions in the list, each once.
  private func lengths() -> [Int] {
    var lengths: [Int] = []
    for index in 0..<list.count {
      let length = list[index].length
      if length <= space.grid.longest, !lengths.contains(length) { lengths.append(length) }
    }
    return lengths
  }

  private func slot(_ label: Label) -> Int {
    slot(day: label.day, position: label.position, used: label.usedPeople)
  }

  /// Where labels compete: the slot of the last session (all before the first share one) and the people used.
  private func slot(day: Int32, position: Int32, used: UInt16) -> Int {
    let slot = day < 0 ? space.days * space.grid.count : Int(day) * space.grid.count + Int(position)
    return slot * Self.labelsPerSlot + Int(used) % Self.labelsPerSlot
  }

  /// Sessions in an order that the rule allows: by module order, parts in order, modules of equal order shuffled.
  private func sequence(of series: Problem.Series, using random: inout RandomSource) -> [Int] {
    var sequence = series.sessions
    guard !series.kind.isMentoring else { return sequence }
    var start = 0
    while start < sequence.count {
      let order = space.problem.sessions[sequence[start]].order
      let end = sequence[start...].firstIndex { space.problem.sessions[$0].order != order } ?? sequence.count
      let level = Array(sequence[start..<end])
      if Set(level.map { space.problem.sessions[$0].module }).count > 1, random.unit() < 0.7 {
        // A random interleaving: shuffle the places, then give each module its parts in order.
        var places = level.map { space.problem.sessions[$0].module }
        places.shuffle(using: &random)
        var parts = Dictionary(grouping: level) { space.problem.sessions[$0].module }.mapValues { $0[...] }
        for (index, module) in places.enumerated() {
          if let next = parts[module]?.popFirst() { sequence[start + index] = next }
        }
      }
      start = end
    }
    return sequence
  }

  // MARK: Extending labels

  private func extend(
    _ from: Int, by step: SequenceStep, _ next: SequenceStep?, _ frame: PlanFrame, layer: Int,
    using random: inout RandomSource
  ) {
    let label = labels[from]
    let isFirst = label.day < 0
    var base = label
    base.previous = Int32(from)
    base.step = Int32(step.index)
    base.length = UInt8(clamping: step.length)
    var first = frame.window.lowerBound
    if !isFirst {
      if step.startsLevel { base.lowerDay = label.day }
      first = Int(label.day) + frame.minGapDays
      if base.lowerDay >= 0 { first = max(first, Int(base.lowerDay) + step.gap) }
    }
    var daysFound = 0
    var day = first
    while day <= frame.window.upperBound {
      defer { day += 1 }
      if daysFound >= frame.daysAhead, !isFirst, step.previousDay != day {
        // A published placement is always looked at, however far ahead.
        if step.previousDay < day { break }
        continue
      }
      let days = isFirst ? 0 : day - Int(label.day)
      base.cost = frame.isTaught ? label.cost + Double(days) * prices.span : label.cost
      if base.cost > frame.bound { break }
      let sameDay = days == 0 && !isFirst
      let periods = (sameDay ? Int(label.seriesPeriods) : 0) + step.length
      if periods > frame.maxPeriodsDay { continue }
      var bits = horizon.open[step.index * space.days + day]
      if sameDay {
        bits &= space.grid.positionsAfter(length: Int(label.length), position: Int(label.position))
      }
      if bits == 0 { continue }
      if frame.isEager { bits = lowestOfEachBlock(bits) }
      daysFound += 1
      base.day = Int32(day)
      base.seriesPeriods = UInt8(clamping: periods)
      if !sameDay {
        base.dayPeriods = .zero
        if !isFirst, space.weekOf[day] != space.weekOf[Int(label.day)] { base.weekPeriods = .zero }
      }
      while bits != 0 {
        let position = bits.trailingZeroBitCount
        bits &= bits &- 1
        var rest = 0.0
        if !frame.mayLeaveOut {
          let end = horizon.end(after: step, next, day: day, position: position, frame)
          if end == Horizon.never { continue }
          if frame.isTaught { rest = Double(Int(end) - day) * prices.span + loads[step.index + 1] }
        }
        if base.cost + rest > frame.bound { continue }
        base.position = Int32(position)
        hold(base, label, step, frame, sameDay: sameDay, rest: rest, layer: layer, using: &random)
      }
    }
  }

  private func lowestOfEachBlock(_ bits: UInt64) -> UInt64 {
    var lowest: UInt64 = 0
    for block in space.grid.blockBits {
      let here = bits & block
      lowest |= here & (~here &+ 1)
    }
    return lowest
  }

  /// Holds the step's session at the label's day and position, with every team that can.
  private func hold(
    _ base: Label, _ label: Label, _ step: SequenceStep, _ frame: PlanFrame, sameDay: Bool, rest: Double,
    layer: Int,
    using random: inout RandomSource
  ) {
    let row = step.length * space.days + Int(base.day)
    let bit: UInt64 = 1 << UInt64(base.position)
    let block = Int(space.grid.blocks[Int(base.position)])
    var held = base
    if frame.isTaught, sameDay {
      let free =
        space.grid.firsts[Int(base.position)] - space.grid.firsts[Int(label.position)] - Int32(label.length)
      if Int(space.grid.blocks[Int(label.position)]) == block, free > 0 {
        held.cost += Double(free) * prices.gap
      }
    }
    if frame.needsRoom {
      guard let room = room(step, row, bit, used: label.usedRooms, frame) else { return }
      held.room = Int8(truncatingIfNeeded: room)
      let isNew = label.usedRooms & (1 << UInt8(room)) == 0
      if frame.isTaught, isNew, label.usedRooms != 0 { held.cost += prices.rooms }
      held.usedRooms |= 1 << UInt8(room)
    }
    // Too few different lecturers so far: every session left must bring a new one (H8).
    let mustVary = frame.isTaught && frame.minLecturers - label.usedPeople.nonzeroBitCount >= step.slotsLeft
    for index in step.firstTeam..<step.firstTeam + step.teamCount {
      let team = list.team(index)
      if mustVary, team & ~label.usedPeople == 0 { continue }
      let used = label.usedPeople | team
      let fresh = used.nonzeroBitCount - max(frame.freeLecturers, label.usedPeople.nonzeroBitCount)
      var cost = held.cost + (frame.isTaught && fresh > 0 ? Double(fresh) * prices.lecturers : 0)
      let outlook = list.outlook(after: step.index, used)
      let limit = frame.bound - rest - outlook
      if cost > limit { continue }
      var left = team
      while left != 0 {
        let person = left.trailingZeroBitCount
        guard let price = price(of: person, held, label, step, frame, row, bit, block) else { break }
        cost += price
        left &= left &- 1
      }
      if left != 0 || cost > limit { continue }
      let room = held.room < 0 ? -1 : frame.pool.rooms[Int(held.room)]
      if step.isMoved(day: Int(base.day), position: Int(base.position), room: room, team: team) {
        cost += prices.moved
        if cost > limit { continue }
      }
      let bias = held.bias + random.unit() * frame.noise
      let slot = slot(day: base.day, position: base.position, used: used)
      let rival = labels.rival(in: slot, layer: layer)
      if let rival, rank(labels[rival], step) <= cost + bias + outlook { continue }
      var one = held
      one.cost = cost
      one.bias = bias
      one.team = team
      one.usedPeople = used
      left = team
      while left != 0 {
        let person = left.trailingZeroBitCount
        left &= left &- 1
        one.dayPeriods[person] = UInt8(clamping: Int(one.dayPeriods[person]) + step.length)
        one.weekPeriods[person] = UInt8(clamping: Int(one.weekPeriods[person]) + step.length)
        one.allPeriods[person] = UInt8(clamping: Int(one.allPeriods[person]) + step.length)
      }
      labels.put(one, in: slot, instead: rival)
    }
  }

  /// What labels of one slot compete by.
  private func rank(_ label: Label, _ step: SequenceStep) -> Double {
    label.cost + label.bias + list.outlook(after: step.index, label.usedPeople)
  }

  /// What it costs that a pool person holds the session there; nil where that breaks a limit.
  private func price(
    of person: Int, _ held: Label, _ label: Label, _ step: SequenceStep, _ frame: PlanFrame, _ row: Int,
    _ bit: UInt64, _ block: Int
  ) -> Double? {
    if reach.staffed[row * Pool.mostPeople + person] & bit == 0 { return nil }
    let day = Int(held.day)
    let cell = day * Pool.mostPeople + person
    let length = Int32(step.length)
    let today = Int32(held.dayPeriods[person])
    if today + length > reach.dayLeft[cell] { return nil }
    if Int32(held.weekPeriods[person]) + length
      > reach.weekLeft[Int(space.weekOf[day]) * Pool.mostPeople + person]
    {
      return nil
    }
    var price = 0.0
    let isEarly = block == space.firstBlock
    if today == 0 {
      if reach.leavesSite[cell] { price += prices.sites }
      if block == space.lastBlock, reach.restIfLate[cell] { price += prices.rest }
      if isEarly, reach.restIfEarly[cell] { price += prices.rest }
    }
    if isEarly, label.day >= 0, Int(label.day) == day - 1, label.team & (1 << UInt16(person)) != 0,
      Int(space.grid.blocks[Int(label.position)]) == space.lastBlock
    {
      price += prices.rest
    }
    if frame.isTaught {
      price += loadPrice(Int(reach.load[person]) + Int(held.allPeriods[person]), step.length)
    }
    return price
  }

  /// What so many more periods cost a person with this load.
  private func loadPrice(_ load: Int, _ periods: Int) -> Double {
    Double(max(0, load + periods - max(load, space.fairLoad))) * prices.load
  }

  private func fillLoads(_ frame: PlanFrame) {
    for (index, person) in frame.pool.people.enumerated() { reach.load[index] = keeper.load[person] }
    loads[list.count] = 0
    for index in stride(from: list.count - 1, through: 0, by: -1) {
      loads[index] = loads[index + 1] + (frame.isTaught ? cheapestLoad(list[index], frame) : 0)
    }
  }

  /// What the load of a session's team costs at least.
  private func cheapestLoad(_ step: SequenceStep, _ frame: PlanFrame) -> Double {
    var cheapest = Double.infinity
    for person in 0..<frame.peopleCount where step.eligible & (1 << UInt16(person)) != 0 {
      cheapest = min(cheapest, loadPrice(Int(reach.load[person]), step.length))
    }
    return cheapest.isFinite ? cheapest * Double(step.teamSize) : 0
  }

  /// A pool room for the session: one that the label uses already, or else the first other.
  private func room(_ step: SequenceStep, _ row: Int, _ bit: UInt64, used: UInt8, _ frame: PlanFrame) -> Int?
  {
    var other: Int?
    for index in 0..<frame.roomCount where step.rooms & (1 << UInt8(index)) != 0 {
      guard reach.roomed[row * Pool.mostRooms + index] & bit != 0 else { continue }
      if used & (1 << UInt8(index)) != 0 { return index }
      if other == nil { other = index }
    }
    return other
  }

  private func leaveOut(_ from: Int, _ step: SequenceStep, _ frame: PlanFrame, layer: Int) {
    var label = labels[from]
    label.previous = Int32(from)
    label.step = -1
    label.cost += prices.unplaced
    if step.startsLevel { label.lowerDay = label.day }
    guard label.cost <= frame.bound else { return }
    let slot = slot(label)
    let rival = labels.rival(in: slot, layer: layer)
    if let rival, labels[rival].cost + labels[rival].bias <= label.cost + label.bias { return }
    labels.put(label, in: slot, instead: rival)
  }

  // MARK: The plan

  private func trace(_ layer: Range<Int>, _ sequence: [Int], _ frame: PlanFrame) -> [Step]? {
    let enough = frame.isTaught && !frame.mayLeaveOut ? frame.own.minLecturers : 0
    let complete = layer.filter { labels[$0].usedPeople.nonzeroBitCount >= enough }
    guard
      var index = complete.min(by: { labels[$0].cost + labels[$0].bias < labels[$1].cost + labels[$1].bias })
    else { return nil }
    var steps: [Step] = []
    while index > 0 {
      let label = labels[index]
      if label.step >= 0 {
        steps.append(
          Step(
            session: sequence[Int(label.step)], day: Int(label.day), position: Int(label.position),
            room: label.room < 0 ? -1 : frame.pool.rooms[Int(label.room)],
            people: frame.pool.people.indices.filter { label.team & (1 << UInt16($0)) != 0 }
              .map { frame.pool.people[$0] }))
      }
      index = Int(label.previous)
    }
    return steps.reversed()
  }
}
