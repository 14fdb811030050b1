/// The conflicts found so far, and the search for the next.
struct Reasoning {
  let terrain: Terrain
  let prover: Prover
  let universe: Universe
  private lazy var rivalry = Rivalry(terrain.problem)
  private(set) var conflicts: [Conflict] = []
  /// What each conflict was made of.
  private var cores: [Core] = []
  /// Facts taken as repaired.
  private var repaired: Set<Fact> = []
  /// Series that cannot be planned, or not together, for reasons found.
  var explained: Set<Int> = []
  /// Conflicts of one series at most.
  private static let most = 12
  /// Rivals whose periods are counted together, and that are tried one by one.
  private static let crowd = 80
  private static let pairs = 10
  /// Parts of all work that one question, one conflict and its ways out may take; these no more than a part of what is
  /// left either.
  private static let parts = (question: 6, core: 2, ways: 20, waysOfLeft: 12)
  let effort: Effort
  /// A set around one series that was not made minimal and is larger than this tells a planner nothing: its sessions stay
  /// unexplained.
  static let mostFacts = 60
  /// Facts of the largest set for which ways out are looked for: no single cell makes up for what a larger crowd lacks.
  private static let mostRelaxed = 600
  /// Facts in doubt that are soon settled with the work that is left in the end.
  private static let fewDoubts = 4

  let units: Int

  init(_ terrain: Terrain, effort units: Int, stop: @escaping @Sendable () -> Bool) {
    self.terrain = terrain
    self.units = units
    effort = Effort(units)
    prover = Prover(terrain, effort: effort, share: units / Self.parts.question, stop: stop)
    universe = Universe(terrain: terrain)
  }

  private func facts(of series: [Int]) -> [Fact] {
    effort.spend(200 * series.count)
    return universe.facts(of: series).filter { !repaired.contains($0) }
  }

  /// Finds why series cannot be planned even alone.
  mutating func explainAlone(_ all: [Int]) {
    let lost = all.compactMap { series in
      prover.proof(of: universe.facts(of: [series])).map { (series: series, proof: $0) }
    }
    effort.within(effort.left * 2 / 3) {
      for (series, proof) in lost { explainAlone(series, shownBy: proof) }
    }
    // Where so many have no place, those that share a cause with others are taken as explained by theirs.
    let named = Set(conflicts.flatMap(\.facts).filter { !$0.isWant })
    effort.within(effort.left / 2) {
      for (series, proof) in lost where !explained.contains(series) && !effort.isSpent {
        let own = universe.facts(of: [series])
        let rest = own.filter { !named.contains($0) }
        if rest.count < own.count, !prover.isInfeasible(rest, by: proof) { explained.insert(series) }
      }
    }
  }

  private mutating func explainAlone(_ series: Int, shownBy proof: Prover.Proof) {
    let own = universe.facts(of: [series])
    for _ in 0..<Self.most where !effort.isSpent {
      let all = own.filter { !repaired.contains($0) }
      let isWhole = all.count == own.count
      let found = effort.within(units / Self.parts.core) {
        isWhole ? prover.core(of: all, shownBy: proof) : prover.core(of: all)
      }
      // What more there is against an explained series is told only if it is minimal.
      guard let core = found,
        core.isMinimal || !explained.contains(series) && core.facts.count <= Self.mostFacts
      else { break }
      explained.insert(series)
      record(core)
      if repaired.contains(.held(series)) { break }
    }
    // Conflicts found before stand against it, and but for these it could be planned.
    if own.contains(where: repaired.contains) { explained.insert(series) }
  }

  mutating func record(_ core: Core) {
    let (conflict, relaxations) = conflict(of: core)
    cores.append(core)
    conflicts.append(conflict)
    if let lack = core.facts.first(where: isLack) {
      repaired.insert(lack)
    } else if let cheapest = relaxations.first(where: { !$0.amendment.fact.isWant }) ?? relaxations.first {
      repaired.insert(cheapest.amendment.fact)
    } else if let series = conflict.series.last {
      repaired.insert(.held(series))
    }
  }

  private func conflict(of core: Core) -> (conflict: Conflict, relaxations: [Relaxation]) {
    let relaxations = effort.within(min(units / Self.parts.ways, effort.left / Self.parts.waysOfLeft)) {
      core.facts.count > Self.mostRelaxed
        ? []
        : Relaxing(prover: prover, core: core.facts, isMinimal: core.isMinimal).relaxations()
    }
    let conflict = Conflict(
      facts: core.facts, isMinimal: core.isMinimal, relaxations: Relaxing.byCost(relaxations),
      shortage: FlowBound(Excerpt(terrain, Set(core.facts))).shortage)
    return (conflict, relaxations)
  }

  /// Goes on with conflicts of which facts are in doubt, those first that have the fewest, within the work left.
  mutating func settle() {
    var left = cores.indices.filter { !cores[$0].isMinimal }.sorted {
      (cores[$0].doubtful.count, $0) < (cores[$1].doubtful.count, $1)
    }
    while !left.isEmpty, !effort.isSpent {
      let index = left.removeFirst()
      let known = cores[index]
      let core = effort.within(effort.left / (left.count + 1) - units / Self.parts.ways) {
        prover.settled(known)
      }
      guard core.doubtful.count < known.doubtful.count else { continue }
      cores[index] = core
      conflicts[index] = conflict(of: core).conflict
    }
  }

  /// Whether nobody or nothing has what is asked for: one repair then serves all who ask.
  private func isLack(_ fact: Fact) -> Bool {
    let problem = terrain.problem
    switch fact {
    case .holders(let qualification):
      return !problem.people.contains { $0.isLecturer && $0.qualifications.contains(qualification) }
    case .equipped(let feature): return !problem.rooms.contains { $0.features.contains(feature) }
    case .mentors: return !problem.people.contains(where: \.isMentor)
    case .lecturers: return !problem.people.contains(where: \.isLecturer)
    default: return false
    }
  }

  /// Finds series that the one cannot be planned together with; where it `mustBeMinimal`, only by sets of facts that are
  /// minimal or soon will be.
  mutating func explainTogether(_ series: Int, mustBeMinimal: Bool = false) {
    for _ in 0..<Self.most {
      guard let core = nextCrowd(around: series),
        core.isMinimal
          || core.facts.count <= Self.mostFacts
            && (!mustBeMinimal || core.doubtful.count <= Self.fewDoubts)
      else { break }
      record(core)
      explained.formUnion(conflicts[conflicts.count - 1].series)
      if repaired.contains(.held(series)) { break }
    }
    if !explained.contains(series), isExplainedAlready(series) { explained.insert(series) }
  }

  private mutating func nextCrowd(around series: Int) -> Core? {
    guard !effort.isSpent else { return nil }
    let rivals = rivalry.rivals(of: series).filter { !repaired.contains(.held($0)) }
    return effort.within(effort.left * 3 / 4) { crowd(around: series, rivals) }
  }

  /// Whether conflicts found stand against the series too: it cannot be planned but for their repairs.
  private mutating func isExplainedAlready(_ series: Int) -> Bool {
    guard !repaired.isEmpty, !effort.isSpent else { return false }
    let rivals = rivalry.rivals(of: series).prefix(Self.crowd)
    let all = universe.facts(of: [series] + rivals)
    return focused(all, on: series).contains { some in
      prover.proof(of: some, among: Prover.Proof.counting) != nil
    }
  }

  /// The core of the smallest crowd tried that cannot be planned together.
  ///
  /// First whoever wants the same people, counted alone by qualification; then one rival after the other; then more
  /// and more of them.
  private func crowd(around series: Int, _ rivals: [Int]) -> Core? {
    if let core = shortage(around: series, rivals) { return core }
    for rival in rivals.prefix(Self.pairs) {
      let pair = facts(of: [series, rival].sorted())
      if case .infeasible = prover.decide(Set(pair)) { return prover.core(of: pair) }
    }
    for count in [3, 6] where rivals.count >= count {
      let together = facts(of: ([series] + rivals.prefix(count)).sorted())
      if case .infeasible = prover.decide(Set(together)) { return prover.core(of: together) }
    }
    return nil
  }

  /// A core among the modules that ask for one qualification, or for any, of a series and its rivals.
  private func shortage(around series: Int, _ rivals: [Int]) -> Core? {
    for some in focused(facts(of: ([series] + rivals.prefix(Self.crowd)).sorted()), on: series) {
      if let core = prover.core(of: some, by: Prover.Proof.counting) { return core }
    }
    return nil
  }

  /// The facts with only the modules that ask for one qualification of the series, one after the other, then all.
  private func focused(_ facts: [Fact], on series: Int) -> [[Fact]] {
    let sessions = terrain.problem.sessions
    let wanted = Set(terrain.problem.series[series].sessions.map { sessions[$0].qualification })
    return wanted.sorted { ($0 ?? "") < ($1 ?? "") }.map { qualification in
      let modules = Set(
        sessions.indices.filter { sessions[$0].qualification == qualification }.compactMap {
          terrain.sources.moduleOf[$0]
        })
      return facts.filter { fact in
        if case .module(let module) = fact { return modules.contains(module) }
        return true
      }
    } + [facts]
  }
}
