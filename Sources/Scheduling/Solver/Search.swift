#if canImport(Glibc)
  import Glibc
#endif

/// One track of the search: simulated annealing whose moves take a few series out and plan them anew.
///
/// The timetable never breaks a hard rule; what cannot be placed stays out at a price. Each step draws one series,
/// often with others that stand in its way or share its people, removes them, and replans them one after the other
/// within the cost that the temperature allows.
final class Search: Track {
  static let stride = 8

  let space: SearchSpace
  let keeper: ScoreKeeper
  let prices: SoftPrices
  private let replanner: Replanner
  private var drawer: PoolDrawer
  private let promise: Promise
  /// The series whose plans cost most: the classes.
  private let taught: [Int]
  var random: RandomSource
  private(set) var steps = 0
  private(set) var best: Snapshot

  init(_ space: SearchSpace, _ prices: SoftPrices, seed: UInt64) {
    self.space = space
    self.prices = prices
    keeper = ScoreKeeper(space, countsCompactness: prices.compactness > 0)
    replanner = Replanner(space, keeper, prices)
    drawer = PoolDrawer(space, keeper)
    promise = Promise(space, keeper, prices)
    random = RandomSource(seed: seed)
    best = Snapshot()
    taught = space.problem.series.indices.filter { space.problem.series[$0].kind == .taught }
  }

  var unplaced: Int { keeper.unplaced }
  var softCost: Double { prices.cost(keeper.units) }
  private var total: Double { softCost + Double(keeper.unplaced) * prices.unplaced }

  // MARK: Beginning

  /// Places what can be kept of the published timetable, then every series that is not complete, tight ones first.
  func begin(stop: () -> Bool) {
    for session in space.problem.sessions.indices {
      guard let old = space.previous[session], old.position >= 0 else { continue }
      let people = old.people.sorted()
      if keeper.obstacle(session, day: old.day, position: old.position, room: old.room, people: people) == nil
      {
        keeper.place(session, day: old.day, position: old.position, room: old.room, people: people)
      }
    }
    for series in tightFirst() where isIncomplete(series) {
      if stop() { break }
      let kept = placements(of: series)
      kept.forEach { keeper.remove($0.session) }
      if !insert(series, kept, tries: 6, bound: .infinity, 1) { restore(kept) }
    }
    record()
  }

  /// Sessions of a series that are not placed.
  private func missing(_ series: Int) -> Int {
    space.problem.series[series].sessions.count - Int(keeper.seriesPlaced[series])
  }

  private func isIncomplete(_ series: Int) -> Bool { missing(series) > 0 }

  /// Series by how little room their window leaves them.
  private func tightFirst() -> [Int] {
    let slack = space.problem.series.indices.map { series -> Double in
      let own = space.problem.series[series]
      guard let window = space.window[series] else { return 0 }
      let open = window.count { space.seriesOpen[series * space.days + $0] != 0 }
      let needed = own.kind == .taught ? space.fewestDays[series] : own.sessions.count
      // Dates that are pinned leave less room than the window does.
      let isPinned = own.sessions.contains { space.pins[$0]?.day != nil }
      return Double(open) / Double(max(1, needed)) * (isPinned ? 0.2 : 1) + (own.kind.isMentoring ? 1000 : 0)
    }
    return space.problem.series.indices.sorted { (slack[$0], $0) < (slack[$1], $1) }
  }

  // MARK: Steps

  func advance(_ count: Int, done: Double) {
    for _ in 0..<count {
      // As long as something is left out, exchanging it for something else must stay possible.
      step(temperature: keeper.unplaced > 0 ? Cooling.hot : Cooling.temperature(at: done))
    }
  }

  /// One step at a temperature.
  private func step(temperature: Double) {
    steps += 1
    let ruined = draw()
    let before = total
    let kept = ruined.map(placements(of:))
    for placements in kept { placements.forEach { keeper.remove($0.session) } }
    drawer.freed = []
    if ruined.count > 1 {
      for person in kept.joined().flatMap(\.people) where !drawer.freed.contains(person) {
        drawer.freed.append(person)
      }
    }
    // Accepted when the total rises by at most this.
    let allowed = -temperature * log(max(1e-12, random.unit()))
    var complete = true
    for (series, old) in zip(ruined, kept) where complete {
      let waiting = ruined.reduce(0) { $0 + missing($1) }
      let now = total - Double(waiting) * prices.unplaced
      complete = insert(series, old, tries: 2, bound: before + allowed - now, temperature)
    }
    if complete, total <= before + allowed + 1e-9 {
      record()
    } else {
      for series in ruined { placements(of: series).forEach { keeper.remove($0.session) } }
      kept.forEach(restore)
    }
  }

  /// Plans a series none of whose sessions is placed; false where no plan within the bound was found.
  private func insert(
    _ series: Int, _ old: [Replanner.Step], tries: Int, bound: Double, _ temperature: Double
  ) -> Bool {
    var people: [Int] = []
    var rooms: [Int] = []
    for step in old {
      for person in step.people where !people.contains(person) { people.append(person) }
      if step.room >= 0, !rooms.contains(step.room) { rooms.append(step.room) }
    }
    let wasComplete = old.count == space.problem.series[series].sessions.count
    guard let window = space.window[series] else { return !wasComplete }
    for attempt in 0..<tries {
      let isLast = attempt == tries - 1
      guard let pool = draw(for: series, people, rooms, temperature) else { return false }
      let frame = PlanFrame(
        space, series, pool, window: window, bound: bound,
        noise: max(0.01, Cooling.noise * temperature * random.unit()),
        mayLeaveOut: isLast && !wasComplete,
        isEager: wasComplete && random.unit() >= Cooling.anyPosition,
        daysAhead: wasComplete ? 2 : isLast ? 3 : 6)
      if let plan = replanner.plan(frame, using: &random), apply(plan) { return true }
    }
    return false
  }

  /// The most promising of a few pools.
  private func draw(for series: Int, _ people: [Int], _ rooms: [Int], _ temperature: Double) -> Pool? {
    var chosen: (pool: Pool, promise: Double)?
    for _ in 0..<(space.isTaught[series] ? Cooling.draws : 1) {
      guard let pool = drawer.draw(for: series, people: people, rooms: rooms, using: &random) else {
        return nil
      }
      let cost = promise.cost(series, pool) ?? prices.unplaced
      let blurred = cost + random.unit() * Cooling.blur * temperature
      if chosen.map({ blurred < $0.promise }) ?? true { chosen = (pool, blurred) }
    }
    return chosen?.pool
  }

  private func apply(_ plan: [Replanner.Step]) -> Bool {
    for (index, step) in plan.enumerated() {
      let obstacle = keeper.obstacle(
        step.session, day: step.day, position: step.position, room: step.room, people: step.people)
      guard obstacle == nil else {
        plan[..<index].forEach { keeper.remove($0.session) }
        return false
      }
      keeper.place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    }
    return true
  }

  private func placements(of series: Int) -> [Replanner.Step] {
    space.problem.series[series].sessions.filter(keeper.isPlaced).map(placement)
  }

  private func placement(of session: Int) -> Replanner.Step {
    Replanner.Step(
      session: session, day: Int(keeper.day[session]), position: Int(keeper.position[session]),
      room: Int(keeper.room[session]), people: keeper.people(of: session))
  }

  private func restore(_ placements: [Replanner.Step]) {
    for one in placements {
      keeper.place(one.session, day: one.day, position: one.position, room: one.room, people: one.people)
    }
  }

  private func record() {
    let cost = softCost
    guard (keeper.unplaced, cost) < (best.unplaced, best.cost - 1e-9) else { return }
    best.unplaced = keeper.unplaced
    best.cost = cost
    best.placements = space.problem.sessions.indices.filter(keeper.isPlaced).map(placement)
  }

  // MARK: What to plan anew

  private func draw() -> [Int] {
    let count = space.problem.series.count
    var series = random.below(count)
    if !taught.isEmpty, random.unit() < 0.95 { series = taught[random.below(taught.count)] }
    if keeper.unplaced > 0, random.unit() < 0.7 {
      // Look for an incomplete one from a random place on.
      let start = series
      while !isIncomplete(series) {
        series = (series + 1) % count
        if series == start { break }
      }
    }
    var ruined = [series]
    let chance = random.unit()
    var more = chance < Cooling.single ? 0 : chance < Cooling.couple ? 1 : 2
    if isIncomplete(series) { more += 1 + random.below(3) }
    for _ in 0..<more * 3 where ruined.count <= more {
      if let other = neighbour(of: ruined[random.below(ruined.count)]), !ruined.contains(other) {
        ruined.append(other)
      }
    }
    ruined.shuffle(using: &random)
    if let index = ruined.firstIndex(of: series), isIncomplete(series), random.unit() < 0.8 {
      ruined.swapAt(0, index)
    }
    return ruined
  }

  /// Another series that holds a person whom this one could use, at about its time.
  private func neighbour(of series: Int) -> Int? {
    let sessions = space.problem.series[series].sessions
    guard let window = space.window[series], !sessions.isEmpty else { return nil }
    var session = sessions[random.below(sessions.count)]
    if isIncomplete(series),
      let missing = sessions.filter({ !keeper.isPlaced($0) }).randomElement(using: &random)
    {
      session = missing
    }
    let day: Int
    if let around = keeper.isPlaced(session) ? Int(keeper.day[session]) : space.pins[session]?.day {
      day = min(max(around + random.below(9) - 4, 0), space.days - 1)
    } else {
      day = window.lowerBound + random.below(window.count)
    }
    if random.unit() < 0.15 {
      let room = Int(keeper.room[session])
      guard room >= 0 else { return nil }
      return inRoom(room, day: day, besides: series)
    }
    let wanted =
      space.pins[session]?.people?.sorted() ?? space.kinds[Int(space.kindOf[session])].eligible.map(Int.init)
    guard !wanted.isEmpty else { return nil }
    let person = wanted[random.below(wanted.count)]
    for offset in 0..<5 {
      let cell = person * space.days + min(space.days - 1, day + offset)
      let held = Int(keeper.personDayCount[cell])
      guard held > 0 else { continue }
      let other = Int(
        space.seriesOf[Int(keeper.personDaySessions[cell * keeper.dayCapacity + random.below(held)])])
      if other != series { return other }
    }
    return nil
  }

  private func inRoom(_ room: Int, day: Int, besides series: Int) -> Int? {
    for other in space.problem.series.indices where other != series {
      guard keeper.seriesPlaced[other] > 0, keeper.seriesBusy[other * space.days + day] != 0 else { continue }
      if let first = space.problem.series[other].sessions.first(where: keeper.isPlaced),
        Int(keeper.room[first]) == room
      {
        return other
      }
    }
    return nil
  }
}
