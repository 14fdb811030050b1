import Testing

@testable import Scheduling

/// Clauses and limits made by chance, few enough to try every answer.
private struct Riddle {
  typealias Term = (question: Int, isNegated: Bool, weight: Int)

  var questions: Int
  var clauses: [[Term]] = []
  var limits: [(terms: [Term], bound: Int)] = []

  init(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let count = 4 + random.below(9)
    questions = count
    func terms(_ most: Int) -> [Term] {
      let chosen = (0..<count).shuffled(using: &random).prefix(1 + random.below(most))
      return chosen.map { ($0, random.below(2) == 0, 1 + random.below(4)) }
    }
    for _ in 0..<count + random.below(3 * count) { clauses.append(terms(3)) }
    for _ in 0..<random.below(6) {
      let some = terms(count)
      limits.append((some, random.below(some.reduce(1) { $0 + $1.weight })))
    }
  }

  func holds(_ answer: (Int) -> Bool) -> Bool {
    func isTrue(_ term: Term) -> Bool { answer(term.question) != term.isNegated }
    return clauses.allSatisfy { $0.contains(where: isTrue) }
      && limits.allSatisfy { limit in
        limit.terms.filter(isTrue).reduce(0) { $0 + $1.weight } <= limit.bound
      }
  }

  var hasAnswer: Bool {
    (0..<1 << questions).contains { bits in holds { bits >> $0 & 1 == 1 } }
  }
}

struct ClauseSearchTests {
  private func literal(_ term: Riddle.Term, _ literals: [Literal]) -> Literal {
    term.isNegated ? !literals[term.question] : literals[term.question]
  }

  private func asked(_ riddle: Riddle) -> (search: ClauseSearch, literals: [Literal]) {
    var search = ClauseSearch()
    let literals = (0..<riddle.questions).map { _ in search.question() }
    for clause in riddle.clauses { search.add(clause.map { literal($0, literals) }) }
    for limit in riddle.limits {
      search.limit(limit.terms.map { (literal($0, literals), $0.weight) }, to: limit.bound)
    }
    return (search, literals)
  }

  @Test(arguments: 0..<400 as Range<UInt64>)
  func `finds an answer where there is one, and none where there is none`(seed: UInt64) {
    let riddle = Riddle(seed: seed)
    var (search, literals) = asked(riddle)
    switch search.search(conflicts: 100_000) {
    case .satisfiable: #expect(riddle.holds { search.holds(literals[$0]) })
    case .unsatisfiable: #expect(!riddle.hasAnswer)
    case .unknown: Issue.record("100,000 conflicts did not settle \(riddle.questions) questions")
    }
  }

  /// So many pigeons in one hole fewer: no answer, and thousands of conflicts, so that clauses are forgotten.
  @Test func `proves that seven do not fit into six, each in one of them`() {
    var search = ClauseSearch()
    let cells = (0..<7).map { _ in (0..<6).map { _ in search.question() } }
    for row in cells { search.add(row) }
    for hole in 0..<6 {
      for one in 0..<7 {
        for other in one + 1..<7 { search.add([!cells[one][hole], !cells[other][hole]]) }
      }
    }
    search.mostLearned = 50
    #expect(search.search(conflicts: 1_000_000) == .unsatisfiable)
    #expect(search.conflicts > 100)
  }

  @Test func `goes on with clauses added after an answer`() {
    var search = ClauseSearch()
    let literals = (0..<6).map { _ in search.question() }
    search.limit(literals.map { (!$0, 1) }, to: 3)
    var answers = 0
    while search.search(conflicts: 1000) == .satisfiable {
      answers += 1
      let found = literals.map { search.holds($0) ? $0 : !$0 }
      search.reset()
      search.add(found.map { !$0 })
    }
    // At least three of six: 20 + 15 + 6 + 1.
    #expect(answers == 42)
  }

  /// Asked again and again, as what was learned under one assumption must hold under all.
  @Test(arguments: 1000..<1100 as Range<UInt64>)
  func `what is assumed holds, or a part of it is shown to be impossible`(seed: UInt64) {
    let riddle = Riddle(seed: seed)
    var random = RandomSource(seed: seed)
    var (search, literals) = asked(riddle)
    func isPossible(_ assumed: [Literal]) -> Bool {
      (0..<1 << riddle.questions).contains { bits in
        riddle.holds { bits >> $0 & 1 == 1 }
          && assumed.allSatisfy { (bits >> $0.question & 1 == 1) != $0.isNegated }
      }
    }
    for _ in 0..<8 {
      let assumed = literals.shuffled(using: &random).prefix(random.below(5))
        .map { random.below(2) == 0 ? $0 : !$0 }
      let verdict = search.search(conflicts: 100_000, assuming: assumed)
      if isPossible(assumed) {
        #expect(verdict == .satisfiable && assumed.allSatisfy(search.holds))
        #expect(riddle.holds { search.holds(literals[$0]) })
      } else {
        #expect(verdict == .unsatisfiable && Set(search.failed).isSubset(of: assumed))
        #expect(!isPossible(search.failed))
      }
      search.reset()
    }
  }
}
