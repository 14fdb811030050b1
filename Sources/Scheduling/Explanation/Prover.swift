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
  /// Questions asked so far.
  private(set) var questions = 0

  /// Asked before each question; once true, every answer is open.
  let stop: @Sendable () -> Bool

  init(_ terrain: Terrain, patience: Int = 20_000, stop: @escaping @Sendable () -> Bool = { false }) {
    self.terrain = terrain
    self.patience = patience
    self.stop = stop
  }

  /// What proves that an excerpt cannot be planned, cheapest first; each includes those before it.
  enum Proof: Comparable {
    /// A task has no start, too few people or no room.
    case emptiness
    /// Periods counted.
    case flow
    case clauses
  }

  /// Days from a series' first on that are looked at before all others, and from a task's own; conflicts allowed.
  private static let reaches = [
    (series: 84, task: 14, conflicts: 300), (series: 120, task: 42, conflicts: 2000),
  ]
  /// Clauses of the largest excerpt that is decided by clauses.
  private static let mostClauses = 1_500_000

  func decide(_ facts: Set<Fact>) -> Answer {
    questions += 1
    if stop() { return .open }
    for reach in Self.reaches {
      guard let near = Excerpt(terrain, facts, reach: reach.series).shortened(to: reach.task) else { break }
      guard !near.isEmpty, near.clauseEstimate <= Self.mostClauses else { continue }
      let encoding = Encoding(near)
      if encoding.search.search(conflicts: reach.conflicts) == .satisfiable, let spots = spots(encoding),
        near.holds(spots)
      {
        return .feasible(spots)
      }
    }
    let excerpt = Excerpt(terrain, facts)
    if excerpt.isEmpty || FlowBound(excerpt).isShort { return .infeasible }
    guard excerpt.clauseEstimate <= Self.mostClauses else { return .open }
    let encoding = Encoding(excerpt)
    switch encoding.search.search(conflicts: patience) {
    case .unsatisfiable: return .infeasible
    case .unknown: return .open
    case .satisfiable:
      guard let spots = spots(encoding), excerpt.holds(spots) else { return .open }
      return .feasible(spots)
    }
  }

  /// Whether a proof of that kind, or a cheaper one, shows that the facts cannot hold together.
  func isInfeasible(_ facts: [Fact], by proof: Proof) -> Bool {
    let kept = Set(facts)
    if stop() { return false }
    if proof == .clauses {
      if case .infeasible = decide(kept) { return true }
      return false
    }
    let excerpt = Excerpt(terrain, kept)
    return excerpt.isEmpty || proof == .flow && FlowBound(excerpt).isShort
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
