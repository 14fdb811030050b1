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

  /// Asked before each question; once true, every answer is open.
  let stop: @Sendable () -> Bool

  init(
    _ terrain: Terrain, patience: Int = 20_000, effort: Effort = Effort(.max), share: Int = .max,
    stop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.terrain = terrain
    self.patience = patience
    self.effort = effort
    self.share = share
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
  private static let reaches = [
    (series: 84, task: 14, conflicts: 300), (series: 120, task: 42, conflicts: 2000),
  ]
  /// Rounds of placing without search before anything is searched.
  private static let rounds = 12
  /// Clauses of the largest excerpt that is decided by clauses.
  private static let mostClauses = 1_500_000
  /// What a clause looked at costs as work.
  private static let clauseWork = 3

  func decide(_ facts: Set<Fact>) -> Answer { effort.within(share) { answer(facts) } }

  /// What the facts keep; making it is counted as work.
  func excerpt(_ facts: Set<Fact>, reach: Int? = nil) -> Excerpt {
    let excerpt = Excerpt(terrain, facts, reach: reach)
    effort.spend(excerpt.tasks.reduce(4 * facts.count) { $0 + 30 + $1.starts.count / 4 })
    return excerpt
  }

  private func encoding(_ excerpt: Excerpt) -> Encoding? {
    guard excerpt.clauseEstimate <= min(Self.mostClauses, effort.left / Self.clauseWork) else { return nil }
    let encoding = Encoding(excerpt)
    effort.spend(Self.clauseWork * encoding.search.work)
    return encoding
  }

  private func search(_ encoding: Encoding, conflicts: Int) -> Verdict {
    guard !effort.isSpent else { return .unknown }
    let before = encoding.search.work
    defer { effort.spend(Self.clauseWork * (encoding.search.work - before)) }
    return encoding.search.search(conflicts: conflicts, work: effort.left / Self.clauseWork)
  }

  private func answer(_ facts: Set<Fact>) -> Answer {
    if stop() || effort.isSpent { return .open }
    let near = excerpt(facts, reach: Self.reaches[0].series)
    if let spots = greedy(near) { return .feasible(spots) }
    let whole = near.isCut ? excerpt(facts) : near
    if isShort(whole) { return .infeasible }
    if near.isCut, let spots = greedy(whole) { return .feasible(spots) }
    if near.members.count > 1, let spots = solved(near) { return .feasible(spots) }
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
      return .feasible(spots)
    }
  }

  /// Whether a placement is found soon.
  func isPlanned(_ facts: Set<Fact>) -> Bool {
    effort.within(share / 4) {
      if stop() || effort.isSpent { return false }
      let near = excerpt(facts, reach: Self.reaches[0].series)
      return greedy(near) != nil || !isShort(near) && searched(facts, Self.reaches[0]) != nil
    }
  }

  /// Whether counting shows that it cannot be planned.
  private func isShort(_ excerpt: Excerpt) -> Bool {
    excerpt.isEmpty || VarietyBound(excerpt).isShort || FlowBound(excerpt, effort: effort).isShort
      || ForcedChain(excerpt, effort: effort).isBroken
      || ClassesInTurn(excerpt, effort: effort).impossible != nil
  }

  /// A placement in the days soon after each task's first; nil: none was found there.
  private func searched(
    _ facts: Set<Fact>, _ reach: (series: Int, task: Int, conflicts: Int)
  ) -> [Excerpt.Spot]? {
    let near = excerpt(facts, reach: reach.series)
    let soon = near.shortened(to: reach.task) ?? near
    guard !soon.isEmpty, let encoding = encoding(soon) else { return nil }
    guard search(encoding, conflicts: reach.conflicts) == .satisfiable, let spots = spots(encoding),
      soon.holds(spots)
    else { return nil }
    return spots
  }

  /// A placement that the solver finds in a few steps.
  private func solved(_ excerpt: Excerpt) -> [Excerpt.Spot]? {
    guard !effort.isSpent, let own = ExcerptProblem(excerpt) else { return nil }
    guard own.problem.sessions.count <= Self.mostSolved else { return nil }
    let days = own.problem.planTo - own.problem.planFrom + 1
    effort.spend(Self.dayWork * days + Solver.work(steps: Self.steps, own.problem) * max(1, days / 8))
    let limits = SearchLimits(steps: Self.steps + excerpt.members.count, untilComplete: true)
    return own.spots(Solver(own.problem).place(limits, clock: { 0 }, stop: stop).placements)
  }

  /// Steps of the solver for one question, sessions of the largest, and what a day of it costs as work.
  private static let (steps, mostSolved, dayWork) = (120, 600, 200)

  private func greedy(_ excerpt: Excerpt) -> [Excerpt.Spot]? {
    var placement = GreedyPlacement(excerpt, effort: effort)
    if let spots = placement.placed(rounds: Self.rounds) { return spots }
    return ClassesInTurn(excerpt, effort: effort).order.flatMap { placement.placed(inOrder: $0) }
  }

  /// The first of the proofs that shows that the facts cannot hold together; nil: none does.
  func proof(of facts: [Fact], among proofs: [Proof] = Proof.counting + [.clauses]) -> Proof? {
    if stop() || effort.isSpent { return nil }
    let kept = Set(facts)
    let near = excerpt(kept, reach: Self.reaches[0].series)
    if greedy(near) != nil { return nil }
    let whole = near.isCut ? excerpt(kept) : near
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
    return shows(proof, excerpt(kept))
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

  /// The assignment found, with rooms and people where anybody free will do; nil where something is missing.
  private func spots(_ encoding: Encoding) -> [Excerpt.Spot]? {
    let excerpt = encoding.excerpt
    let starts = excerpt.tasks.indices.compactMap(encoding.start)
    guard starts.count == excerpt.tasks.count else { return nil }
    var people = excerpt.tasks.enumerated().map { index, task in
      zip(task.people, encoding.holders[index]).filter { encoding.search.holds($1) }.map(\.0)
    }
    var byMember: [Int: Set<Int>] = [:]
    for (task, held) in zip(excerpt.tasks, people) { byMember[task.member, default: []].formUnion(held) }
    for (index, task) in excerpt.tasks.enumerated() where encoding.holders[index].isEmpty {
      let others = Set(byMember.filter { $0.key != task.member }.flatMap(\.value))
      let own = byMember[task.member] ?? []
      let free = task.people.filter { !excerpt.boundPeople.contains($0) && !others.contains($0) }
      // Whom the series has already comes first: one mentor holds all the meetings.
      people[index] = Array(
        (free.filter(own.contains) + free.filter { !own.contains($0) })
          .prefix(task.team.lowerBound))
      byMember[task.member, default: []].formUnion(people[index])
    }
    var rooms: [Int?] = excerpt.tasks.enumerated().map { index, task in
      zip(task.rooms ?? [], encoding.rooms[index]).first { encoding.search.holds($1) }?.0
    }
    for (index, task) in excerpt.tasks.enumerated() where rooms[index] == nil {
      let site = encoding.site(of: index)
      rooms[index] = task.rooms?.first { room in
        excerpt.terrain.problem.rooms[room].site == site && !excerpt.boundRooms.contains(room)
          && !excerpt.tasks.indices.contains {
            rooms[$0] == room && excerpt.overlap(index, starts[index], $0, starts[$0])
          }
      }
    }
    return excerpt.tasks.indices.map {
      Excerpt.Spot(start: starts[$0], room: rooms[$0], people: people[$0])
    }
  }
}

extension Excerpt {
  /// Whether two tasks that start so meet in time.
  func overlap(_ one: Int, _ start: Start, _ other: Int, _ otherStart: Start) -> Bool {
    beginning(start) < end(tasks[other], otherStart) && beginning(otherStart) < end(tasks[one], start)
  }
}
