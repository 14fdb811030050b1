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
  private var ruins: RuinDrawer
  private let repertoire: Repertoire
  private let recombination: Recombination
  var random: RandomSource
  private(set) var steps = 0
  private var kept: BestTimetable
  /// The series planned anew since the tracks met.
  private(set) var changed: ChangedSeries
  private let verification: Verification?
  private(set) var discrepancy: Discrepancy?
  private var leftovers: LeftoverTurns

  /// Whether a series is placed whole or not at all.
  private let isWhole: Bool

  /// With `verification` every step is counted anew.
  init(
    _ space: SearchSpace, _ prices: SoftPrices, seed: UInt64, isWhole: Bool = false,
    verification: Verification? = nil
  ) {
    self.verification = verification
    self.isWhole = isWhole
    self.space = space
    self.prices = prices
    keeper = ScoreKeeper(space, countsCompactness: prices.compactness > 0)
    replanner = Replanner(space, keeper, prices)
    drawer = PoolDrawer(space, keeper)
    promise = Promise(space, keeper, prices)
    random = RandomSource(seed: seed)
    kept = BestTimetable(space)
    changed = ChangedSeries(space)
    ruins = RuinDrawer(space, keeper)
    repertoire = Repertoire(space, keeper)
    recombination = Recombination(space, keeper, prices, repertoire)
    leftovers = LeftoverTurns(space)
  }

  var best: Snapshot { kept.snapshot }
  var bestUnplaced: Int { kept.unplaced }
  var bestCost: Double { kept.cost }
  var unplaced: Int { keeper.unplaced }
  var softCost: Double { prices.cost(keeper.units) }
  private var total: Double { softCost + Double(keeper.unplaced) * prices.unplaced }

  // MARK: Beginning

  /// Places what can be kept of the timetable to begin with, then every series that is not complete, tight ones first.
  func begin(stop: () -> Bool) {
    for session in space.problem.sessions.indices {
      guard let old = space.start[session], old.position >= 0 else { continue }
      let people = old.people.sorted()
      if keeper.obstacle(session, day: old.day, position: old.position, room: old.room, people: people) == nil
      {
        keeper.place(session, day: old.day, position: old.position, room: old.room, people: people)
      }
    }
    for series in tightFirst() where keeper.isIncomplete(series) {
      if stop() { break }
      let kept = placements(of: series)
      kept.forEach { keeper.remove($0.session) }
      if !insert(series, kept, Wish(), tries: 6, bound: .infinity, 1) { restore(kept) }
    }
    record()
    if let verification { discrepancy = verification.discrepancy(in: keeper, after: 0) }
  }

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

  func adopt(_ other: Snapshot) {
    removeAll()
    restore(other.placements)
    space.problem.series.indices.forEach(touch)
    record()
  }

  // MARK: Working beside others

  /// Puts plans that another track made in place of those that the series have here, as far as they can stand beside
  /// what this track has changed itself.
  ///
  /// Both went on from one timetable and changed different series of it: so each series can at least keep its plan.
  func take(_ plans: [[Replanner.Step]], of series: [Int]) {
    let old = series.map(placements(of:))
    var isTaken = series.map { _ in true }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for one in series { placements(of: one).forEach { keeper.remove($0.session) } }
      for index in series.indices where !isTaken[index] { restore(old[index]) }
      for index in series.indices where isTaken[index] {
        let units = keeper.units
        if keeper.place(plans[index]) {
          repertoire.keep(plans[index], of: series[index], cost: ownCost(since: units))
        } else {
          isTaken[index] = false
          isSettled = false
        }
      }
    }
    series.forEach(touch)
  }

  /// Gives the series the plans that they have in another track, all else being the same in both.
  func follow(_ other: Search, in series: [Int]) {
    for one in series { placements(of: one).forEach { keeper.remove($0.session) } }
    for one in series { restore(other.placements(of: one)) }
    series.forEach(touch)
  }

  /// Begins a round in which only these series may change.
  func begin(with series: [Int]) {
    record()
    changed.removeAll()
    ruins.confine(to: series)
  }

  // MARK: Steps

  func advance(_ count: Int, done: Double) {
    for _ in 0..<count where discrepancy == nil {
      // As long as something is left out, exchanging it for something else must stay possible.
      let temperature = keeper.unplaced > 0 ? Cooling.hot : Cooling.temperature(at: done)
      if keeper.unplaced > 0, !isWhole, leftovers.isDue(at: steps) {
        placeLeftovers()
      } else if keeper.unplaced == 0, done > Cooling.gather, random.unit() < Cooling.recombine {
        recombine(temperature: temperature)
      } else {
        step(temperature: temperature)
      }
      if let verification { discrepancy = verification.discrepancy(in: keeper, after: steps) }
    }
  }

  /// One step at a temperature.
  private func step(temperature: Double) {
    steps += 1
    let ruin = ruins.draw(using: &random)
    let ruined = ruin.series
    let before = total
    let taken = ruined.map(placements(of:))
    for placements in taken { placements.forEach { keeper.remove($0.session) } }
    drawer.freed = []
    if ruined.count > 1 {
      for person in taken.joined().flatMap(\.people) where !drawer.freed.contains(person) {
        drawer.freed.append(person)
      }
    }
    // Accepted when the total rises by at most this.
    let allowed = -temperature * log(max(1e-12, random.unit()))
    var complete = true
    for (index, series) in ruined.enumerated() where complete {
      let waiting = ruined.reduce(0) { $0 + keeper.missing($1) }
      let ahead = ruined[(index + 1)...].reduce(0) { $0 + promise.least($1) }
      let now = total - Double(waiting) * prices.unplaced
      complete = insert(
        series, taken[index], ruin.wishes[index], tries: 2, bound: before + allowed - now - ahead, temperature
      )
    }
    if complete, total <= before + allowed + 1e-9 {
      ruined.forEach(touch)
      record()
    } else {
      for series in ruined { placements(of: series).forEach { keeper.remove($0.session) } }
      taken.forEach(restore)
    }
  }

  /// Looks for places for what is left out.
  private func placeLeftovers() {
    steps += 1
    let all = space.problem.series.indices
    guard let found = leftovers.advance(at: steps, from: { all.flatMap(placements) }) else { return }
    let old = all.flatMap(placements)
    let before = keeper.unplaced
    removeAll()
    for one in found
    where keeper.obstacle(
      one.session, day: one.day, position: one.position, room: one.room, people: one.people) == nil
    {
      restore([one])
    }
    if keeper.unplaced < before {
      all.forEach(touch)
      record()
    } else {
      removeAll()
      restore(old)
    }
  }

  private func removeAll() {
    for session in space.problem.sessions.indices where keeper.isPlaced(session) { keeper.remove(session) }
  }

  /// Combines plans that were found before.
  private func recombine(temperature: Double) {
    steps += 1
    let ruined = ruins.company(using: &random)
    guard ruined.count > 1 else { return }
    let before = total
    let taken = ruined.map(placements(of:))
    for placements in taken { placements.forEach { keeper.remove($0.session) } }
    let limit = before - temperature * log(max(1e-12, random.unit())) + 1e-9
    if recombination.place(ruined, instead: taken, limit: limit) {
      ruined.forEach(touch)
      record()
    } else {
      taken.forEach(restore)
    }
  }

  /// Plans a series none of whose sessions is placed; false where no plan within the bound was found.
  private func insert(
    _ series: Int, _ old: [Replanner.Step], _ wish: Wish, tries: Int, bound: Double, _ temperature: Double
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
      // Where a whole series is wanted, all who are left may be needed for it.
      let isWide = isWhole && !wasComplete && attempt > 0
      guard let (pool, least) = draw(for: series, people, rooms, wish, isWide, temperature) else {
        return false
      }
      let mayLeaveOut = isLast && !wasComplete && !isWhole
      if least > bound, !mayLeaveOut { continue }
      let frame = PlanFrame(
        space, series, pool, window: window, bound: bound,
        noise: max(0.01, Cooling.noise * temperature * random.unit()),
        mayLeaveOut: mayLeaveOut,
        isEager: wasComplete && random.unit() >= Cooling.anyPosition,
        daysAhead: wasComplete ? 2 : isLast && !isWhole ? 3 : 6)
      let units = keeper.units
      if let plan = replanner.plan(frame, using: &random), keeper.place(plan) {
        repertoire.keep(plan, of: series, cost: ownCost(since: units))
        return true
      }
    }
    return false
  }

  /// The most promising of a few pools.
  private func draw(
    for series: Int, _ people: [Int], _ rooms: [Int], _ wish: Wish, _ isWide: Bool, _ temperature: Double
  ) -> (pool: Pool, cost: Double)? {
    var chosen: (pool: Pool, cost: Double, rank: Double)?
    for _ in 0..<(space.isTaught[series] && !isWide ? Cooling.draws : 1) {
      guard
        let pool = drawer.draw(
          for: series, people: people, rooms: rooms, wish: wish, isWide: isWide, using: &random)
      else { return nil }
      let cost = promise.cost(series, pool) ?? prices.unplaced
      let blurred = cost + random.unit() * Cooling.blur * temperature
      if chosen.map({ blurred < $0.rank }) ?? true { chosen = (pool, cost, blurred) }
    }
    return chosen.map { ($0.pool, $0.cost) }
  }

  /// What the series placed last costs by itself: all but load, rest and sites.
  private func ownCost(since before: SoftUnits) -> Double {
    var after = keeper.units
    (after.load, after.rest, after.sites) = (before.load, before.rest, before.sites)
    return prices.cost(after) - prices.cost(before)
  }

  func placements(of series: Int) -> [Replanner.Step] {
    space.problem.series[series].sessions.filter(keeper.isPlaced).map(placement)
  }

  private func placement(of session: Int) -> Replanner.Step {
    Replanner.Step(
      session: session, day: Int(keeper.day[session]), position: Int(keeper.position[session]),
      room: Int(keeper.room[session]), people: keeper.people(of: session))
  }

  func restore(_ placements: [Replanner.Step]) {
    for one in placements {
      keeper.place(one.session, day: one.day, position: one.position, room: one.room, people: one.people)
    }
  }

  private func touch(_ series: Int) {
    kept.touch(series)
    changed.insert(series)
  }

  private func record() {
    kept.record(unplaced: keeper.unplaced, cost: softCost, plan: placements)
  }
}
