/// Finds out why a problem cannot be planned: minimal sets of facts that exclude each other, one after the other.
package struct Explainer: Sendable {
  private let terrain: Terrain
  /// Steps of the search that looks for what can be planned, in all.
  private let steps: Int

  /// Work allowed for proofs, in units as `Effort` counts them.
  private let effort: Int
  /// What is allowed where nothing else is said: for any problem, and for each of its series.
  private static let (usualEffort, seriesEffort) = (18_000_000, 40_000)
  /// As much more is allowed where there is nothing to plan, falling to nothing at so many sessions: a unit of work
  /// takes less time in a small problem.
  private static let (smallEffort, smallSessions) = (8_000_000, 300)

  /// Series left over that are asked for their rivals first, and sessions for which the search goes on.
  private static let (few, fewSessions) = (2, 10)

  package init(_ problem: Problem, _ sources: FactSources, steps: Int = 100, effort: Int? = nil) {
    terrain = Terrain(problem, sources)
    let spare = max(0, Self.smallSessions - problem.sessions.count) * Self.smallEffort / Self.smallSessions
    self.effort = effort ?? Self.usualEffort + Self.seriesEffort * problem.series.count + spare
    self.steps = steps
  }

  /// Looks for reasons until none is left to be found.
  ///
  /// After each conflict its cheapest repair is taken as made, and the search goes on for others. It ends early when
  /// `stop` says so, with what was proved until then; `clock` gives seconds.
  package func explain(
    clock: @escaping @Sendable () -> Double, stop: (@Sendable () -> Bool)? = nil
  ) -> Explanation {
    let problem = terrain.problem
    var reasons = Reasoning(terrain, effort: effort, stop: stop ?? { false })
    reasons.explainAlone(Array(problem.series.indices))
    // What cannot be planned alone stands in nobody's way any longer.
    let rest = problem.without(reasons.explained)
    let left = unplaced(of: rest.problem, clock, stop).map { rest.sessions[$0] }
    let others = problem.series.indices.filter { !reasons.explained.contains($0) }
    let units = reasons.effort.left
    reasons.effort.within(units * 9 / 10) {
      let series = series(of: left)
      // Few are soon asked for their rivals; many are rather short of the same people.
      if series.count <= Self.few { explain(series, &reasons) }
      reasons.explainShortages(series, among: others)
      explain(series, &reasons)
    }
    var unexplained = left.filter { !reasons.explained.contains(problem.sessions[$0].series) }
    if !unexplained.isEmpty, unexplained.count <= Self.fewSessions {
      // What is left could have a place after all: the search goes on without what has none.
      let rest = problem.without(reasons.explained)
      let more = Solver.steps(for: reasons.effort.left, rest.problem)
      let still = unplaced(of: rest.problem, steps: more, clock, stop).map { rest.sessions[$0] }
      if still.count < unexplained.count { unexplained = still }
    }
    let isComplete = unexplained.isEmpty && reasons.conflicts.isEmpty
    return Explanation(conflicts: reasons.conflicts, unexplained: unexplained, isComplete: isComplete)
  }

  private func explain(_ series: [Int], _ reasons: inout Reasoning) {
    for one in series where !reasons.explained.contains(one) { reasons.explainTogether(one) }
  }

  private func unplaced(
    of problem: Problem, steps: Int? = nil, _ clock: @escaping @Sendable () -> Double,
    _ stop: (@Sendable () -> Bool)?
  ) -> [Int] {
    let usual =
      (self.steps + problem.series.count) / max(1, (problem.sessions.map(\.team).max() ?? 1) / 2)
    let limits = SearchLimits(steps: steps ?? usual, untilComplete: true)
    let placed = Set(Solver(problem).place(limits, clock: clock, stop: stop).placements.map(\.session))
    return problem.sessions.indices.filter { !placed.contains($0) }
  }

  private func series(of sessions: [Int]) -> [Int] {
    Set(sessions.map { terrain.problem.sessions[$0].series }).sorted()
  }
}

extension Problem {
  /// The same without some series; with the index here of each session that stays.
  func without(_ dropped: Set<Int>) -> (problem: Problem, sessions: [Int]) {
    var rest = self
    rest.series = []
    rest.sessions = []
    var kept: [Int] = []
    for (index, one) in series.enumerated() where !dropped.contains(index) {
      var one = one
      let own = one.sessions
      one.sessions = Array(kept.count..<kept.count + own.count)
      for session in own {
        var moved = sessions[session]
        moved.series = rest.series.count
        rest.sessions.append(moved)
      }
      kept += own
      rest.series.append(one)
    }
    return (rest, kept)
  }
}
