/// Finds out why a problem cannot be planned: minimal sets of facts that exclude each other, one after the other.
package struct Explainer: Sendable {
  private let terrain: Terrain
  /// Work allowed for proofs, in units as `Effort` counts them.
  private let effort: Int
  /// What is allowed where nothing else is said: for any problem, and for each of its series.
  private static let (usualEffort, seriesEffort) = (9_600_000, 70_000)
  /// As much more is allowed where there is nothing to plan, falling to nothing at so many sessions: a unit of work
  /// takes less time in a small problem.
  private static let (smallEffort, smallSessions) = (5_000_000, 300)

  /// Steps of the solver that begin a timetable, and one more for so many series.
  private static let (steps, seriesOfStep) = (4, 10)
  /// Sessions moved about at first, and once no shortage was found.
  private static let (moves, moreMoves) = (1_000, 4_000)
  /// Series left over that are asked for their rivals first, and sessions for which the search goes on, and for which it does so
  /// until the work allowed ends.
  private static let (few, mostSought, fewSessions) = (2, 60, 10)
  /// The part of the work left that these may take before the search goes on.
  private static let soon = 5

  package init(_ problem: Problem, _ sources: FactSources, effort: Int? = nil) {
    terrain = Terrain(problem, sources)
    let spare = max(0, Self.smallSessions - problem.sessions.count) * Self.smallEffort / Self.smallSessions
    self.effort = effort ?? Self.usualEffort + Self.seriesEffort * problem.series.count + spare
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
    plan(steps: Self.steps + problem.series.count / Self.seriesOfStep, &reasons, clock, stop)
    var left = unplaced(moves: Self.moves, &reasons)
    if !left.isEmpty {
      let isCrowd = series(of: left).count > Self.few
      if isCrowd {
        reasons.effort.within(reasons.effort.left * 4 / 5) { explainShortages(left, &reasons) }
        left = left.filter { !reasons.explained.contains(problem.sessions[$0].series) }
      }
      // Few are soon asked for their rivals.
      let few = self.series(of: left)
      if few.count <= Self.few {
        reasons.effort.within(reasons.effort.left / Self.soon) {
          explain(each: few, &reasons, mustBeMinimal: true)
        }
        left = left.filter { !reasons.explained.contains(problem.sessions[$0].series) }
      }
      // What is short of nothing that is counted is looked for longer.
      if !left.isEmpty, left.count <= Self.mostSought {
        left = unplaced(moves: Self.moreMoves, &reasons)
      }
      let series = series(of: left)
      reasons.effort.within(reasons.effort.left * 9 / 10) {
        if !isCrowd {
          // Few are soon asked for their rivals; many are rather short of the same people.
          if series.count <= Self.few { explain(each: series, &reasons) }
          explainShortages(left, &reasons)
        }
        explain(each: series, &reasons)
      }
    }
    var unexplained = left.filter { !reasons.explained.contains(problem.sessions[$0].series) }
    let mayGoOn = !unexplained.isEmpty && unexplained.count <= Self.fewSessions
    reasons.effort.within(reasons.effort.left / (mayGoOn ? 2 : 1)) { reasons.settle() }
    if mayGoOn {
      // What is left could have a place after all: the search goes on without what has none.
      plan(steps: nil, &reasons, clock, stop)
      let still = unplaced(moves: Self.moves, &reasons)
      if still.count < unexplained.count { unexplained = still }
    }
    let isComplete = unexplained.isEmpty && reasons.conflicts.isEmpty
    return Explanation(conflicts: reasons.conflicts, unexplained: unexplained, isComplete: isComplete)
  }

  private func explainShortages(_ left: [Int], _ reasons: inout Reasoning) {
    let others = terrain.problem.series.indices.filter { !reasons.explained.contains($0) }
    reasons.explainShortages(series(of: left), among: others)
  }

  private func explain(each series: [Int], _ reasons: inout Reasoning, mustBeMinimal: Bool = false) {
    for one in series where !reasons.explained.contains(one) {
      reasons.explainTogether(one, mustBeMinimal: mustBeMinimal)
    }
  }

  /// Lets the solver plan all that is not explained, in so many steps or in as many as the work left allows; not at all
  /// where that is too much.
  private func plan(
    steps: Int?, _ reasons: inout Reasoning, _ clock: @escaping @Sendable () -> Double,
    _ stop: (@Sendable () -> Bool)?
  ) {
    let rest = terrain.problem.without(reasons.explained)
    let problem = rest.problem
    let most = steps ?? Solver.steps(for: reasons.effort.left, problem)
    guard most > 0, Solver.workToBegin(problem) <= reasons.effort.left else { return }
    let limits = SearchLimits(steps: most, untilComplete: true)
    reasons.prover.keep(
      Solver(problem).place(limits, clock: clock, stop: stop).placements.map { one in
        var one = one
        one.session = rest.sessions[one.session]
        return one
      })
  }

  /// Sessions for which moving so many finds no place among all that are not explained, from the placement known.
  private func unplaced(moves: Int, _ reasons: inout Reasoning) -> [Int] {
    let series = terrain.problem.series.indices.filter { !reasons.explained.contains($0) }
    let excerpt = reasons.prover.excerpt(Set(reasons.universe.facts(of: series)))
    var placement = IterativePlacement(excerpt, effort: reasons.effort)
    let spots = placement.mostPlaced(from: reasons.prover.known, steps: moves)
    reasons.prover.known.merge(spots) { $1 }
    return excerpt.tasks.map(\.session).filter { spots[$0] == nil }.sorted()
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
