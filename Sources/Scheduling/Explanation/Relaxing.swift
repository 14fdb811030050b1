import Civil

/// A change shown to repair a conflict, and what it costs by ``Relaxing``'s scale.
package struct Relaxation: Sendable {
  package let amendment: Amendment
  package let cost: Double
}

/// Looks for the smallest changes of single cells that let the excerpt of a conflict be planned.
///
/// The scale of costs is in the article on explanations; each change is tried by planning the excerpt with it.
struct Relaxing {
  let prover: Prover
  let core: [Fact]
  /// Whether a placement is known without each single fact, so that taking one out needs none.
  var isMinimal = false
  /// How many are kept, cheapest first.
  var most = 5
  /// Whether a change must also let the conflict's own series be planned whole: all their sessions, by all the rules,
  /// with no other series in the way.
  var isWhole = true

  /// How many series at most are planned whole.
  private static let mostSeries = 4

  private var terrain: Terrain { prover.terrain }
  private var problem: Problem { terrain.problem }

  func relaxations() -> [Relaxation] {
    var (found, less): ([Relaxation], [Relaxation]) = ([], [])
    var partly = self
    partly.isWhole = false
    let facts = core.enumerated().sorted {
      (Self.leastCost($0.element), $0.offset) < (Self.leastCost($1.element), $1.offset)
    }
    for (_, fact) in facts {
      // What is left to look at costs no less.
      if found.count >= most, Self.byCost(found)[most - 1].cost <= Self.leastCost(fact) { break }
      let whole = candidates(for: fact)
      found += whole
      if whole.isEmpty, less.count < most { less += partly.candidates(for: fact) }
    }
    // What lets the series be planned whole comes before what only ends this conflict.
    return Array((Self.byCost(found) + Self.byCost(less)).prefix(most))
  }

  /// Cheapest first; of those alike in the order given.
  static func byCost(_ found: [Relaxation]) -> [Relaxation] {
    found.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(\.element)
  }

  /// Whether the conflict is gone with the change.
  func repairs(_ amendment: Amendment) -> Bool {
    var facts = Set(core)
    if case .clear(let fact) = amendment {
      if isMinimal { return true }
      facts.remove(fact)
      if case .feasible = prover.decide(facts) { return true }
      return false
    }
    let changed = Terrain(amendment.applied(to: problem, terrain.sources), terrain.sources, like: terrain)
    let other = Prover(
      changed, patience: prover.patience, effort: prover.effort, share: prover.share,
      known: prover.known, stop: prover.stop)
    guard case .feasible = other.decide(facts) else { return false }
    return !isWhole || plansWhole(other)
  }

  /// Whether the series of the conflict, where they are few, can be planned by themselves.
  private func plansWhole(_ other: Prover) -> Bool {
    let held = core.compactMap { fact -> Int? in
      if case .held(let series) = fact { return series }
      return nil
    }
    guard held.count <= Self.mostSeries else { return true }
    return other.isPlanned(Set(Universe(terrain: other.terrain).facts(of: held)))
  }

  private func first(_ amendments: [(Amendment, Double)]) -> [Relaxation] {
    for (amendment, cost) in amendments where repairs(amendment) {
      return [Relaxation(amendment: amendment, cost: cost)]
    }
    return []
  }

  /// The smallest step from 1 on that repairs, as repairs grow with the step.
  private func least(upTo most: Int, _ amendment: (Int) -> Amendment, cost: (Int) -> Double) -> [Relaxation] {
    guard most >= 1 else { return [] }
    var high = 1
    while !repairs(amendment(high)) {
      guard high < most else { return [] }
      high = min(most, high * 2)
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if repairs(amendment(middle)) { high = middle } else { low = middle }
    }
    return [Relaxation(amendment: amendment(high), cost: cost(high))]
  }

  private func raised(_ fact: Fact, from: Int, upTo most: Int, each cost: Double) -> [Relaxation] {
    least(upTo: most, { .number(fact, from + $0) }, cost: { Double($0) * cost })
  }

  private func lowered(_ fact: Fact, from: Int, to bottom: Int, each cost: Double) -> [Relaxation] {
    least(upTo: from - bottom, { .number(fact, from - $0) }, cost: { Double($0) * cost })
  }

  private func cleared(_ fact: Fact, _ cost: Double) -> [Relaxation] { first([(.clear(fact), cost)]) }

  private func candidates(for fact: Fact) -> [Relaxation] {
    switch fact {
    case .earliest(let series):
      guard let date = problem.series[series].earliest else { return [] }
      return least(upTo: date - problem.planFrom, { .date(fact, date + -$0) }, cost: { Double($0) })
    case .latest(let series):
      guard let date = problem.series[series].latest else { return [] }
      return least(upTo: problem.planTo - date, { .date(fact, date + $0) }, cost: { Double($0) })
    case .planStart: return []
    case .planEnd:
      return least(upTo: 240, { .date(fact, problem.planTo + $0) }, cost: { 3 * Double($0) })
    case .dayLimit(let owner):
      guard let limit = limit(terrain.sources.dayOwner, owner, \.maxPeriodsDay) else { return [] }
      return raised(fact, from: limit, upTo: 16, each: 2)
    case .personDay(let person):
      return raised(fact, from: problem.people[person].maxPeriodsDay, upTo: 16, each: 2)
    case .personWeek(let person):
      return raised(fact, from: problem.people[person].maxPeriodsWeek, upTo: 60, each: 1)
    case .seats(let series): return lowered(fact, from: problem.series[series].size, to: 0, each: 3)
    case .variety(let owner):
      guard let least = limit(terrain.sources.varietyOwner, owner, \.minLecturers) else { return [] }
      return lowered(fact, from: least, to: 1, each: 10)
    case .meetingGap(let series):
      return lowered(fact, from: problem.series[series].minGapDays, to: 0, each: 2)
    case .gapDays, .team, .order: return moduleCandidates(fact)
    case .travel(let from, let to):
      return lowered(fact, from: problem.travelMinutes[from * problem.sites.count + to], to: 0, each: 0.5)
    case .defaultTravel: return lowered(fact, from: problem.defaultTravelMinutes, to: 0, each: 0.5)
    case .open, .personOpen, .roomOpen: return opened(fact)
    case .capacity: return seated()
    case .equipped(let feature): return equipped(feature)
    case .holders(let qualification): return granted { .grant(person: $0, qualification) }
    case .lecturers: return joined(\.isLecturer, 30) { .lecturer(person: $0) }
    case .mentors: return joined(\.isMentor, 30) { .mentor(person: $0) }
    case .people(let series): return named(series)
    case .busy, .pin: return cleared(fact, 5)
    case .mode: return cleared(fact, 6)
    case .site, .attends: return cleared(fact, 8)
    case .features: return cleared(fact, 15)
    case .qualification: return cleared(fact, 30)
    case .held(let series): return cleared(fact, problem.series[series].kind.isMentoring ? 50 : 200)
    case .module: return []
    case .holiday: return []
    }
  }

  /// What the smallest change of the fact's cell costs.
  private static func leastCost(_ fact: Fact) -> Double {
    switch fact {
    case .travel, .defaultTravel: 0.5
    case .earliest, .latest, .personWeek, .capacity: 1
    case .dayLimit, .personDay, .meetingGap: 2
    case .planEnd, .seats: 3
    case .open, .personOpen, .roomOpen, .gapDays: 4
    case .busy, .pin: 5
    case .mode, .people: 6
    case .site, .attends: 8
    case .variety, .equipped: 10
    case .features, .team, .order: 15
    case .holders: 20
    case .qualification, .lecturers, .mentors: 30
    case .held: 50
    case .module, .planStart, .holiday: 1000
    }
  }

  private func limit(_ owners: [Int?], _ owner: Int, _ value: KeyPath<Problem.Series, Int>) -> Int? {
    owners.firstIndex(of: owner).map { problem.series[$0][keyPath: value] }
  }

  private func moduleCandidates(_ fact: Fact) -> [Relaxation] {
    func session(_ module: Int) -> Problem.Session? {
      terrain.sources.moduleOf.firstIndex(of: module).map { problem.sessions[$0] }
    }
    switch fact {
    case .gapDays(let module):
      return session(module).map { lowered(fact, from: $0.gapDays, to: 0, each: 4) } ?? []
    case .team(let module): return session(module).map { lowered(fact, from: $0.team, to: 1, each: 15) } ?? []
    case .order(let module):
      let others = core.compactMap { other -> Int? in
        guard case .order(let another) = other, another != module else { return nil }
        return session(another)?.order
      }
      return first(Set(others).sorted().map { (.number(fact, $0), 15) })
    default: return []
    }
  }

  private func opened(_ fact: Fact) -> [Relaxation] {
    let pattern: WeeklyPattern?
    switch fact {
    case .open(let owner):
      pattern = terrain.sources.openOwner.firstIndex(of: owner).map { problem.series[$0].open }
    case .personOpen(let person): pattern = problem.people[person].open
    case .roomOpen(let room): pattern = problem.rooms[room].open
    default: pattern = nil
    }
    guard let pattern else { return [] }
    return first(
      Weekday.allCases.flatMap { day in
        problem.blocks.indices.filter { !pattern.opens(problem.blocks[$0].id, on: day) }.map {
          (.open(fact, day, block: $0), 4)
        }
      })
  }

  /// Sessions that the core asks for.
  private var wanted: [Int] {
    core.flatMap { fact -> [Int] in
      if case .held(let series) = fact { return problem.series[series].sessions }
      return []
    }
  }

  /// The room that lacks the fewest seats.
  private func seated() -> [Relaxation] {
    let sizes = core.compactMap { fact -> Int? in
      if case .seats(let series) = fact { return problem.series[series].size }
      return nil
    }
    guard let needed = sizes.max() else { return [] }
    let small = problem.rooms.indices.filter { problem.rooms[$0].capacity < needed }
      .sorted { (-problem.rooms[$0].capacity, $0) < (-problem.rooms[$1].capacity, $1) }
    return first(
      small.prefix(40).map {
        (.seats(room: $0, needed), Double(needed - problem.rooms[$0].capacity))
      })
  }

  private func equipped(_ feature: String) -> [Relaxation] {
    let without = problem.rooms.indices.filter { !problem.rooms[$0].features.contains(feature) }
    return first(without.prefix(60).map { (.equip(room: $0, feature), 10) })
  }

  /// People by the periods a week that they could still be asked for, most first.
  private var byFreedom: [Int] {
    problem.people.indices.filter { problem.people[$0].isKnown }.sorted {
      let (one, other) = (problem.people[$0], problem.people[$1])
      return (one.busy.count, -one.maxPeriodsWeek, $0) < (other.busy.count, -other.maxPeriodsWeek, $1)
    }
  }

  private func granted(_ amendment: (Int) -> Amendment) -> [Relaxation] {
    first(byFreedom.filter { problem.people[$0].isLecturer }.prefix(40).map { (amendment($0), 20) })
  }

  private func joined(
    _ role: KeyPath<Problem.Person, Bool>, _ cost: Double, _ amendment: (Int) -> Amendment
  ) -> [Relaxation] {
    first(byFreedom.filter { !problem.people[$0][keyPath: role] }.prefix(20).map { (amendment($0), cost) })
  }

  private func named(_ series: Int) -> [Relaxation] {
    let own = problem.series[series]
    guard !own.kind.isMentoring else { return cleared(.people(series), 8) }
    return first(
      byFreedom.filter { !own.people.contains($0) && problem.people[$0].isLecturer }.prefix(20).map {
        (.join(person: $0, series: series), 6)
      } + [(.clear(.people(series)), 12)])
  }
}
