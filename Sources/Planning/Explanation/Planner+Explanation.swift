import Scheduling

extension Planner {
  /// Why the bundle cannot be planned: minimal sets of cells that exclude each other, and what would repair each.
  ///
  /// `clock` gives seconds; `stop` ends the search for what can be planned. The same bundle gives the same answer.
  package func explain(
    clock: @escaping @Sendable () -> Double, stop: (@Sendable () -> Bool)? = nil
  ) -> BundleExplanation {
    let classProblem = ClassProblem(bundle)
    let problem = classProblem.problem
    let explainer = Explainer(problem, FactSources(bundle, classProblem))
    let explanation = explainer.explain(clock: clock, stop: stop)
    let names = FactNames(bundle: bundle, problem: problem)
    return BundleExplanation(
      conflicts: explanation.conflicts.map { conflict in
        ExplainedConflict(
          rules: conflict.rules(in: problem), facts: conflict.facts.map(names.cell),
          sentence: ConflictSentence(names: names, conflict: conflict).wording,
          relaxations: conflict.relaxations.map(names.change), isMinimal: conflict.isMinimal)
      },
      unexplained: explanation.unexplained.map { classProblem.keys[$0] }, isComplete: explanation.isComplete)
  }
}
