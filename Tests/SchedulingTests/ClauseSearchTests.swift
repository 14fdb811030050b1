import Testing

@testable import Scheduling

/// Small questions beside what trying every answer finds.
@Suite struct ClauseSearchTests {
  private static let questions = 7

  /// Whether some answer to all questions holds every clause and literal and stays within the limit.
  private func isPossible(_ clauses: [[Literal]], _ limited: [Literal], _ bound: Int, _ assumed: [Literal])
    -> Bool
  {
    (0..<(1 << Self.questions)).contains { answer in
      func holds(_ literal: Literal) -> Bool { (answer >> literal.question & 1 == 1) != literal.isNegated }
      return clauses.allSatisfy { $0.contains(where: holds) } && assumed.allSatisfy(holds)
        && limited.count(where: holds) <= bound
    }
  }

  @Test(arguments: 0..<60) func `what is assumed holds, or part of it is shown to be impossible`(seed: Int) {
    var random = RandomProblems(seed: UInt64(seed))
    let search = ClauseSearch()
    let literals = (0..<Self.questions).map { _ in search.question(preferring: random.chance(0.5)) }
    func one() -> Literal {
      let literal = literals[random.number(0...(Self.questions - 1))]
      return random.chance(0.5) ? literal : !literal
    }
    let clauses = (0..<random.number(8...24)).map { _ in [one(), one(), one()] }
    for clause in clauses { search.add(clause) }
    let bound = random.number(2...6)
    search.limit(literals.map { ($0, 1) }, to: bound)
    // Asked again and again, as what was learned under one assumption must hold under all.
    for _ in 0..<8 {
      var assumed: [Literal] = []
      for _ in 0..<random.number(0...4) {
        let literal = one()
        if !assumed.contains(!literal), !assumed.contains(literal) { assumed.append(literal) }
      }
      let verdict = search.search(conflicts: 10_000, assuming: assumed)
      if isPossible(clauses, literals, bound, assumed) {
        #expect(verdict == .satisfiable)
        #expect((assumed + literals).allSatisfy { search.holds($0) || search.holds(!$0) })
        #expect(assumed.allSatisfy(search.holds) && literals.count(where: search.holds) <= bound)
        #expect(clauses.allSatisfy { $0.contains(where: search.holds) })
      } else {
        #expect(verdict == .unsatisfiable)
        #expect(Set(search.failed).isSubset(of: assumed))
        #expect(!isPossible(clauses, literals, bound, search.failed))
      }
      search.reset()
    }
  }
}
