/// A set of facts that cannot hold together, and what is known of it.
struct Core {
  let facts: [Fact]
  /// Whether a placement was found without each single fact.
  let isMinimal: Bool
}

extension Fact {
  /// Whether it asks for sessions.
  var isWant: Bool {
    switch self {
    case .held, .module: true
    default: false
    }
  }
}

extension Prover {
  /// A minimal part of the facts that cannot hold together; nil: they were not proved to be unable to.
  ///
  /// Facts that come first are rather kept. After U. Junker, "QuickXplain" (AAAI 2004), with the cheapest proof that
  /// shows the whole; each fact of the result is then dropped once more and a placement asked for.
  func core(of facts: [Fact], by strongest: Proof = .clauses) -> Core? {
    let proofs = [Proof.emptiness, .flow, .clauses].filter { $0 <= strongest }
    guard let proof = proofs.first(where: { isInfeasible(facts, by: $0) }) else { return nil }
    // First who wants what, while everything limits them and little is possible; then what limits those few.
    let (wants, limits) = (facts.filter(\.isWant), facts.filter { !$0.isWant })
    var kept = wants.isEmpty ? [] : shrink(limits, wants, isChanged: true, proof)
    if !limits.isEmpty { kept += shrink(kept, limits, isChanged: true, proof) }
    kept = facts.filter(Set(kept).contains)
    var isMinimal = true
    var index = kept.count - 1
    // What comes last is dropped first.
    while index >= 0 {
      var rest = kept
      rest.remove(at: index)
      switch decide(Set(rest)) {
      case .feasible: break
      case .infeasible: kept = rest
      case .open: isMinimal = false
      }
      index -= 1
    }
    return Core(facts: kept, isMinimal: isMinimal)
  }

  /// What of `facts` must be added to `background` so that the proof goes through.
  private func shrink(_ background: [Fact], _ facts: [Fact], isChanged: Bool, _ proof: Proof) -> [Fact] {
    if isChanged, isInfeasible(background, by: proof) { return [] }
    if facts.count == 1 { return facts }
    let half = facts.count / 2
    let (first, second) = (Array(facts[..<half]), Array(facts[half...]))
    let fromSecond = shrink(background + first, second, isChanged: true, proof)
    let fromFirst = shrink(background + fromSecond, first, isChanged: !fromSecond.isEmpty, proof)
    return fromFirst + fromSecond
  }
}
