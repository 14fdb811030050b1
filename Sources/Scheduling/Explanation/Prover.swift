import Civil

/// Decides whether what some facts keep of a problem can be planned, and shows how.
final class Prover {
  enum Answer {
    /// A placement of every task, checked rule by rule.
    case feasible([Excerpt.Spot])
    case infeasible
    /// Neither was found within the conflicts allowed.
    case open
  }

  let terrain: Terrain
  /// Conflicts of the clause search for one question.
  let patience: Int
  /// Work left for all questions, and for one at most.
  let effort: Effort
  let share: Int

  /// By session, where the placement found last has it.
  var known: [Int: Excerpt.Spot]
  /// Whether the proof thought likely settled the last question, rather than a placement.
  private var wasProved = true

  /// Asked before each question; once true, every answer is open.
  let stop: @Sendable () -> Bool

  init(
    _ terrain: Terrain, patience: Int = 20_000, effort: Effort = Effort(.max), share: Int = .max,
    known: [Int: Excerpt.Spot] = [:], stop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.terrain = terrain
    self.patience = patience
    self.effort = effort
    self.share = share
    self.known = known
    self.stop = stop
  }

  /// What proves that an excerpt cannot be planned.
  enum Proof: Equatable {
    /// A task has no start with enough people and a room, whatever the others do.
    case emptiness
    /// Fewer different lecturers than a class must meet.
    case variety
    /// Periods counted, in a ``SessionMeasure``.
    case flow(PeriodShortage.Kind, ignoringBelow: Int)
    /// The sessions of all that one trainee attends, in turns.
    case turns
    /// One task after the other, each at its first start, where nothing else could help.
    case chain
    case clauses

    /// Those that take little work.
    static let counting =
      [.emptiness, .variety]
      + SessionMeasure.parts.flatMap { part in
        PeriodShortage.Kind.allCases.map { Proof.flow($0, ignoringBelow: part) }
      } + [.chain, .turns]
  }

  /// Days from a series' first on that are looked at before all others, and from a task's own; conflicts allowed.
  static let reaches = [
    (series: 84, task: 14, conflicts: 300), (series: 120, task: 42, conflicts: 2000),
  ]
  /// Days looked at beyond as many as the plan has.
  private static let daysBeyond = 84
  /// Clauses of the largest excerpt that is decided by clauses, and of the largest whose tasks are all kept apart at
  /// once.
  private static let (mostClauses, mostAtOnce) = (1_500_000, 30_000)
  /// What a clause looked at costs as work.
  private static let clauseWork = 3

  /// `likely`: what would show soon that they cannot hold together.
  func decide(_ facts: Set<Fact>, likely proof: Proof? = nil) -> Answer {
    effort.within(share) { answer(facts, proof) }
  }

  /// What the facts keep; making it is counted as work.
  func excerpt(_ facts: Set<Fact>, reach: Int? = nil) -> Excerpt {
    let excerpt = Excerpt(terrain, facts, reach: reach)
    effort.spend(excerpt.tasks.reduce(4 * facts.count) { $0 + 30 + $1.starts.count / 4 })
    return excerpt
  }

  func encoding(_ excerpt: Excerpt) -> Encoding? {
    let isLazy = excerpt.clauseEstimate > Self.mostAtOnce
    let estimate = isLazy ? excerpt.looseEstimate : excerpt.clauseEstimate
    guard estimate <= min(Self.mostClauses, effort.left / Self.clauseWork) else { return nil }
    let encoding = Encoding(excerpt, isLazy: isLazy)
    encoding.prefer(known)
    effort.spend(Self.clauseWork * encoding.search.work)
    return encoding
  }

  /// Looks for an assignment; while tasks meet in it that are not yet kept apart, these are, and it is looked for anew.
  func search(_ encoding: Encoding, conflicts: Int) -> Verdict {
    let last = encoding.search.conflicts + conflicts
    while !effort.isSpent {
      let before = encoding.search.work
      let verdict = encoding.search.search(
        conflicts: last - encoding.search.conflicts, work: effort.left / Self.clauseWork)
      let isMet =
        verdict == .satisfiable && encoding.isLazy
        && spots(encoding).map { encoding.separate(meeting: $0) } ?? false
      effort.spend(Self.clauseWork * (encoding.search.work - before))
      if !isMet { return verdict }
    }
    return .unknown
  }

  private func answer(_ facts: Set<Fact>, _ proof: Proof?) -> Answer {
    if stop() || effort.isSpent { return .open }
    var near = excerpt(facts, reach: Self.reaches[0].series)
    lazy var whole = near.isCut ? excerpt(facts) : near
    func placedAtOnce() -> Answer? {
      guard let spots = self.placedAtOnce(near) else { return nil }
      wasProved = false
      return .feasible(spots)
    }
    func proved() -> Answer? {
      guard let proof, proof != .clauses else { return nil }
      var reaches: [Int?] = [terrain.days + Self.daysBeyond, nil]
      while shows(proof, near) {
        wasProved = true
        if !near.isCut { return .infeasible }
        // What has too few days is looked at further.
        near = reaches.removeFirst().map { excerpt(facts, reach: $0) } ?? whole
        if let answer = placedAtOnce() { return answer }
      }
      return nil
    }
    if let answer = placedAtOnce() { return answer }
    // Facts that follow one another are mostly of one kind: what settled the last is tried first.
    let isLikely = wasProved || near.isCut
    if isLikely, let answer = proved() { return answer }
    if isMostlyKnown(near), let spots = moved(near, steps: Self.fewMoves) {
      wasProved = false
      return .feasible(spots)
    }
    if !isLikely, let answer = proved() { return answer }
    if let spots = greedy(near) { return .feasible(spots) }
    // With more days there is no shortage that there is not with fewer.
    if let proof = shortage(of: near), !near.isCut || shows(proof, whole) { return .infeasible }
    if let spots = moved(near, steps: Self.moves) { return .feasible(spots) }
    if near.isCut, let spots = greedy(whole) { return .feasible(spots) }
    if near.isCut || whole.shortened(to: Self.reaches[0].task) != nil {
      for reach in Self.reaches {
        if let spots = searched(facts, reach) { return .feasible(spots) }
      }
    }
    guard let encoding = encoding(whole) else { return .open }
    switch search(encoding, conflicts: patience) {
    case .unsatisfiable: return .infeasible
    case .unknown: return .open
    case .satisfiable:
      guard let spots = spots(encoding), whole.holds(spots) else { return .open }
      keep(spots, whole)
      return .feasible(spots)
    }
  }

  /// What counting shows that it cannot be planned; nil: nothing.
  func shortage(of excerpt: Excerpt) -> Proof? {
    if excerpt.isEmpty { return .emptiness }
    return Proof.counting.first { proof in
      proof == .turns
        ? effort.within(effort.left / 3) { shows(proof, excerpt) }
        : proof != .emptiness && shows(proof, excerpt)
    }
  }

  /// The first of the proofs that shows that the facts cannot hold together; nil: none does.
  func proof(of facts: [Fact], among proofs: [Proof] = Proof.counting + [.clauses]) -> Proof? {
    if stop() || effort.isSpent { return nil }
    let kept = Set(facts)
    let near = excerpt(kept, reach: Self.reaches[0].series)
    if greedy(near) != nil { return nil }
    let whole = near.isCut ? excerpt(kept) : near
    if near.isCut, greedy(whole) != nil { return nil }
    return proofs.first { proof in
      guard proof == .clauses else { return shows(proof, whole) }
      if case .infeasible = decide(kept) { return true }
      return false
    }
  }

  /// Whether a proof of that kind shows that the facts cannot hold together, or a task has nowhere to go.
  func isInfeasible(_ facts: [Fact], by proof: Proof) -> Bool {
    if stop() || effort.isSpent { return false }
    let kept = Set(facts)
    if proof == .clauses {
      if case .infeasible = decide(kept) { return true }
      return false
    }
    // With fewer days it is shown sooner that there is no such proof: what has none there has none at all.
    let near = excerpt(kept, reach: Self.reaches[0].series)
    return shows(proof, near) && (!near.isCut || shows(proof, excerpt(kept)))
  }

  private func shows(_ proof: Proof, _ excerpt: Excerpt) -> Bool {
    if excerpt.isEmpty { return true }
    return switch proof {
    case .emptiness, .clauses: false
    case .variety: VarietyBound(excerpt).isShort
    case .flow(let kind, let part): FlowBound(excerpt, effort: effort).gap(kind, ignoringBelow: part) != nil
    case .chain: ForcedChain(excerpt, effort: effort).isBroken
    case .turns: ClassesInTurn(excerpt, effort: effort).impossible != nil
    }
  }

  /// Where the periods of that kind fall short.
  func gap(
    _ facts: [Fact], _ kind: PeriodShortage.Kind, ignoringBelow part: Int
  ) -> (gap: FlowBound.Gap, excerpt: Excerpt)? {
    let excerpt = excerpt(Set(facts))
    return FlowBound(excerpt, effort: effort).gap(kind, ignoringBelow: part).map { ($0, excerpt) }
  }
}
