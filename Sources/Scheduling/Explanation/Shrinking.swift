/// A set of facts that cannot hold together, and what is known of it.
struct Core {
  let facts: [Fact]
  /// Whether a placement was found without each single fact.
  let isMinimal: Bool
}

extension Prover {
  /// A minimal part of the facts that cannot hold together; nil: they were not proved to be unable to.
  ///
  /// Facts that come first are rather kept. After U. Junker, "QuickXplain" (AAAI 2004); each fact of the result is
  /// then dropped once more and a placement asked for.
  func core(of facts: [Fact]) -> Core? {
    guard isInfeasible(facts) else { return nil }
    var kept = shrink([], facts, isChanged: false)
    var isMinimal = true
    var index = 0
    while index < kept.count {
      var rest = kept
      rest.remove(at: index)
      switch decide(Set(rest)) {
      case .feasible: index += 1
      case .infeasible: kept = rest
      case .open:
        isMinimal = false
        index += 1
      }
    }
    return Core(facts: facts.filter(Set(kept).contains), isMinimal: isMinimal)
  }

  private func isInfeasible(_ facts: [Fact]) -> Bool {
    if case .infeasible = decide(Set(facts)) { return true }
    return false
  }

  /// What of `facts` must be added to `background` so that nothing can be planned.
  private func shrink(_ background: [Fact], _ facts: [Fact], isChanged: Bool) -> [Fact] {
    if isChanged, isInfeasible(background) { return [] }
    if facts.count == 1 { return facts }
    let half = facts.count / 2
    let (first, second) = (Array(facts[..<half]), Array(facts[half...]))
    let fromSecond = shrink(background + first, second, isChanged: true)
    let fromFirst = shrink(background + fromSecond, first, isChanged: !fromSecond.isEmpty)
    return fromFirst + fromSecond
  }
}
