/// A literal of a yes-or-no question: twice its number, plus one when negated.
struct Literal: Hashable {
  let code: Int32

  init(_ question: Int) { code = Int32(question) << 1 }
  private init(code: Int32) { self.code = code }

  var question: Int { Int(code >> 1) }
  var isNegated: Bool { code & 1 == 1 }
  var index: Int { Int(code) }

  static prefix func ! (literal: Literal) -> Literal { Literal(code: literal.code ^ 1) }
}

/// What a search for an assignment came to.
enum Verdict {
  case satisfiable, unsatisfiable
  /// The conflicts allowed were used up.
  case unknown
}

/// Decides questions under clauses and weighted limits: conflict-driven clause learning.
///
/// After J. Marques-Silva, K. Sakallah (GRASP, 1999) and N. Eén, N. Sörensson (MiniSat, 2003), which learned clauses
/// are kept after G. Audemard, L. Simon, "Predicting learnt clauses quality" (2009); a limit Σ weight · literal ≤ bound
/// propagates by counting and explains itself by as many of its true literals as it takes. Deterministic.
struct ClauseSearch {
  struct Clause {
    let start: Int32
    /// 0 once it was forgotten.
    var count: Int32
  }
  struct Watch {
    /// Of two literals: the complement of its number.
    let clause: Int32
    let blocker: Literal
  }
  /// Literals and weights are those from `start` on.
  struct Limit {
    let start: Int32
    let count: Int32
    let bound: Int32
    let heaviest: Int32
    var sum: Int32 = 0
  }
  struct Use {
    let limit: Int32
    let weight: Int32
  }
  /// What a question was seen as while a clause is learned.
  enum Mark: UInt8 { case none, seen, implied, needed }

  /// Why a question has its value: a clause, a limit (negative), or a decision.
  static let decision = Int32.max

  var clauses: ContiguousArray<Clause> = []
  var arena: ContiguousArray<Literal> = []
  var limits: ContiguousArray<Limit> = []
  var limitLiterals: ContiguousArray<Literal> = []
  var limitWeights: ContiguousArray<Int32> = []
  var watches: ContiguousArray<ContiguousArray<Watch>> = []
  var uses: ContiguousArray<ContiguousArray<Use>> = []
  /// By literal: 1 true, -1 false, 0 open.
  var value: ContiguousArray<Int8> = []
  var level: ContiguousArray<Int32> = []
  var reason: ContiguousArray<Int32> = []
  var place: ContiguousArray<Int32> = []
  private var phase: ContiguousArray<Bool> = []
  var trail: ContiguousArray<Literal> = []
  var levels: ContiguousArray<Int> = []
  var head = 0
  var order = ActivityHeap()
  var isContradictory = false
  /// Of the literals assumed last: some that cannot hold together; none where nothing was assumed of them.
  private(set) var failed: [Literal] = []
  /// Conflicts met so far.
  var conflicts = 0
  /// Clauses and limits made and looked at so far.
  var work = 0

  // What is learned.
  var mark: ContiguousArray<Mark> = []
  var marked: ContiguousArray<Int> = []
  var causes: ContiguousArray<Literal> = []
  var learned: [Learned] = []
  var mostLearned = 2000

  /// A learned clause, and at how many levels its literals lay.
  struct Learned {
    let clause: Int32
    let levels: Int32
  }

  /// A new question; those made first are answered first, with the answer preferred, until conflicts say otherwise.
  mutating func question(preferring answer: Bool = true) -> Literal {
    let literal = Literal(level.count)
    for _ in 0..<2 {
      watches.append([])
      uses.append([])
      value.append(0)
    }
    level.append(0)
    reason.append(Self.decision)
    place.append(0)
    phase.append(answer)
    mark.append(.none)
    order.append()
    return literal
  }

  /// Answers the literal's question so first, until conflicts say otherwise.
  mutating func prefer(_ literal: Literal, _ holds: Bool) {
    phase[literal.question] = holds != literal.isNegated
  }

  /// Takes back every answer that clauses alone have not settled, so that clauses can be added.
  mutating func reset() { undo(to: 0) }

  /// At least one of the literals holds.
  mutating func add(_ literals: [Literal]) {
    work += 2 + literals.count
    guard !isContradictory else { return }
    var kept: [Literal] = []
    for literal in literals {
      if value[literal.index] == 1 || kept.contains(!literal) { return }
      if value[literal.index] == -1 || kept.contains(literal) { continue }
      kept.append(literal)
    }
    switch kept.count {
    case 0: isContradictory = true
    case 1: assign(kept[0], Self.decision)
    default: _ = store(kept)
    }
  }

  /// Σ weight · literal ≤ bound, for literals of different questions.
  mutating func limit(_ terms: [(literal: Literal, weight: Int)], to bound: Int) {
    work += 2 + terms.count
    guard !isContradictory else { return }
    var left = bound
    var open: [(literal: Literal, weight: Int)] = []
    for term in terms where term.weight > 0 && value[term.literal.index] != -1 {
      if value[term.literal.index] == 1 { left -= term.weight } else { open.append(term) }
    }
    if left < 0 {
      isContradictory = true
      return
    }
    for term in open where term.weight > left { add([!term.literal]) }
    open.removeAll { $0.weight > left }
    guard open.reduce(0, { $0 + $1.weight }) > left else { return }
    for term in open {
      uses[term.literal.index].append(Use(limit: Int32(limits.count), weight: Int32(term.weight)))
    }
    limits.append(
      Limit(
        start: Int32(limitLiterals.count), count: Int32(open.count), bound: Int32(left),
        heaviest: Int32(open.map(\.weight).max() ?? 0)))
    limitLiterals.append(contentsOf: open.map(\.literal))
    limitWeights.append(contentsOf: open.map { Int32($0.weight) })
  }

  /// At least so many of the literals hold.
  mutating func require(_ count: Int, of literals: [Literal]) {
    if count == 1 { return add(literals) }
    guard count > 0 else { return }
    limit(literals.map { (!$0, 1) }, to: literals.count - count)
  }

  func holds(_ literal: Literal) -> Bool { value[literal.index] == 1 }

  // MARK: Searching

  /// Looks for an assignment until so many more conflicts were met or so much more work was done.
  ///
  /// Only assignments in which all of `assumed` hold; where there is none, ``failed`` says which of them forbid it.
  mutating func search(conflicts allowed: Int, work most: Int = .max, assuming assumed: [Literal] = [])
    -> Verdict
  {
    failed = []
    guard !isContradictory else { return .unsatisfiable }
    let last = conflicts + allowed
    let end = most == .max ? Int.max : work + most
    var restarts = 0
    var untilRestart = Self.luby(restarts) * 64
    while true {
      if let conflict = propagate() {
        conflicts += 1
        untilRestart -= 1
        if levels.isEmpty {
          isContradictory = true
          return .unsatisfiable
        }
        learn(from: conflict)
        order.decay()
        if conflicts >= last || work >= end { return .unknown }
      } else if untilRestart <= 0 {
        restarts += 1
        untilRestart = Self.luby(restarts) * 64
        undo(to: 0)
        if learned.count >= mostLearned { forget() }
      } else if levels.count < assumed.count {
        let literal = assumed[levels.count]
        if value[literal.index] == -1 {
          failed = [literal] + decisions(behind: !literal)
          undo(to: 0)
          return .unsatisfiable
        }
        // One level for each, so that the next level tells the next one.
        levels.append(trail.count)
        if value[literal.index] == 0 { assign(literal, Self.decision) }
      } else {
        guard let question = nextQuestion() else { return .satisfiable }
        if work >= end { return .unknown }
        levels.append(trail.count)
        assign(phase[question] ? Literal(question) : !Literal(question), Self.decision)
      }
    }
  }

  private mutating func nextQuestion() -> Int? {
    while let question = order.removeFirst() {
      if value[question << 1] == 0 { return question }
    }
    return nil
  }

  private static func luby(_ index: Int) -> Int {
    var size = 1
    var power = 0
    while size < index + 1 {
      size = 2 * size + 1
      power += 1
    }
    var rest = index
    while size - 1 != rest {
      size = (size - 1) / 2
      power -= 1
      rest %= size
    }
    return 1 << power
  }

  mutating func assign(_ literal: Literal, _ why: Int32) {
    value[literal.index] = 1
    value[literal.index ^ 1] = -1
    level[literal.question] = Int32(levels.count)
    reason[literal.question] = why
    place[literal.question] = Int32(trail.count)
    trail.append(literal)
  }

  mutating func undo(to mark: Int) {
    guard levels.count > mark else { return }
    let from = levels[mark]
    var index = trail.count
    while index > from {
      index -= 1
      let literal = trail[index]
      if index < head {
        for use in uses[literal.index] { limits[Int(use.limit)].sum -= use.weight }
      }
      value[literal.index] = 0
      value[literal.index ^ 1] = 0
      phase[literal.question] = !literal.isNegated
      order.insert(literal.question)
    }
    trail.removeSubrange(from...)
    levels.removeSubrange(mark...)
    head = min(head, from)
  }
}
