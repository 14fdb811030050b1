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
/// After J. Marques-Silva, K. Sakallah (GRASP, 1999) and N. Eén, N. Sörensson (MiniSat, 2003); a limit
/// Σ weight · literal ≤ bound propagates by counting and explains itself by its true literals. Deterministic.
final class ClauseSearch {
  private struct Clause {
    let start: Int32
    let count: Int32
  }
  private struct Watch {
    let clause: Int32
    let blocker: Literal
  }
  private struct Limit {
    let literals: [Literal]
    let weights: [Int32]
    let bound: Int32
    let heaviest: Int32
    var sum: Int32 = 0
  }
  private struct Use {
    let limit: Int32
    let weight: Int32
  }
  /// Why a question has its value: a clause, a limit (negative), or a decision.
  private static let decision = Int32.max

  private var clauses: ContiguousArray<Clause> = []
  private var arena: ContiguousArray<Literal> = []
  private var limits: ContiguousArray<Limit> = []
  private var watches: ContiguousArray<ContiguousArray<Watch>> = []
  private var uses: ContiguousArray<ContiguousArray<Use>> = []
  /// By literal: 1 true, -1 false, 0 open.
  private var value: ContiguousArray<Int8> = []
  private var level: ContiguousArray<Int32> = []
  private var reason: ContiguousArray<Int32> = []
  private var place: ContiguousArray<Int32> = []
  private var phase: ContiguousArray<Bool> = []
  private var seen: ContiguousArray<Bool> = []
  private var trail: ContiguousArray<Literal> = []
  private var marks: ContiguousArray<Int> = []
  private var head = 0
  private var order = ActivityHeap()
  private var isContradictory = false
  /// Of the literals assumed last: some that cannot hold together; none where nothing was assumed of them.
  private(set) var failed: [Literal] = []
  /// Conflicts met so far.
  private(set) var conflicts = 0
  /// Clauses and limits made and looked at so far.
  private(set) var work = 0

  var questionCount: Int { level.count }

  /// A new question; those made first are answered first, with the answer preferred, until conflicts say otherwise.
  func question(preferring answer: Bool = true) -> Literal {
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
    seen.append(false)
    order.append()
    return literal
  }

  /// Answers the literal's question so first, until conflicts say otherwise.
  func prefer(_ literal: Literal, _ holds: Bool) { phase[literal.question] = holds != literal.isNegated }

  /// Takes back every answer that clauses alone have not settled, so that clauses can be added.
  func reset() { undo(to: 0) }

  /// At least one of the literals holds.
  func add(_ literals: [Literal]) {
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
  func limit(_ terms: [(literal: Literal, weight: Int)], to bound: Int) {
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
        literals: open.map(\.literal), weights: open.map { Int32($0.weight) }, bound: Int32(left),
        heaviest: Int32(open.map(\.weight).max() ?? 0)))
  }

  /// At least so many of the literals hold.
  func require(_ count: Int, of literals: [Literal]) {
    if count == 1 { return add(literals) }
    guard count > 0 else { return }
    limit(literals.map { (!$0, 1) }, to: literals.count - count)
  }

  func holds(_ literal: Literal) -> Bool { value[literal.index] == 1 }
  /// Whether clauses alone have settled that it does not hold.
  func isExcluded(_ literal: Literal) -> Bool { value[literal.index] == -1 && marks.isEmpty }

  // MARK: Searching

  /// Looks for an assignment until so many more conflicts were met or so much more work was done.
  ///
  /// Only assignments in which all of `assumed` hold; where there is none, ``failed`` says which of them forbid it.
  func search(conflicts allowed: Int, work most: Int = .max, assuming assumed: [Literal] = []) -> Verdict {
    failed = []
    guard !isContradictory else { return .unsatisfiable }
    let last = conflicts + allowed
    let end = most == .max ? Int.max : work + most
    var restarts = 0
    var untilRestart = LubySequence[restarts] * 64
    while true {
      if let conflict = propagate() {
        conflicts += 1
        untilRestart -= 1
        if marks.isEmpty {
          isContradictory = true
          return .unsatisfiable
        }
        learn(from: conflict)
        order.decay()
        if conflicts >= last || work >= end { return .unknown }
      } else if untilRestart <= 0 {
        restarts += 1
        untilRestart = LubySequence[restarts] * 64
        undo(to: 0)
      } else if marks.count < assumed.count {
        let literal = assumed[marks.count]
        if value[literal.index] == -1 {
          failed = [literal] + decisions(behind: !literal)
          undo(to: 0)
          return .unsatisfiable
        }
        // One level for each, so that the next level tells the next one.
        marks.append(trail.count)
        if value[literal.index] == 0 { assign(literal, Self.decision) }
      } else {
        guard let question = nextQuestion() else { return .satisfiable }
        if work >= end { return .unknown }
        marks.append(trail.count)
        assign(phase[question] ? Literal(question) : !Literal(question), Self.decision)
      }
    }
  }

  private func nextQuestion() -> Int? {
    while let question = order.removeFirst() {
      if value[question << 1] == 0 { return question }
    }
    return nil
  }

  private func assign(_ literal: Literal, _ why: Int32) {
    value[literal.index] = 1
    value[literal.index ^ 1] = -1
    level[literal.question] = Int32(marks.count)
    reason[literal.question] = why
    place[literal.question] = Int32(trail.count)
    trail.append(literal)
  }

  private func undo(to mark: Int) {
    guard marks.count > mark else { return }
    let from = marks[mark]
    for index in stride(from: trail.count - 1, through: from, by: -1) {
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
    marks.removeSubrange(mark...)
    head = min(head, from)
  }

  // MARK: Propagating

  /// The literals of a broken clause or limit, all false; nil: nothing is broken.
  private func propagate() -> [Literal]? {
    while head < trail.count {
      let literal = trail[head]
      head += 1
      work += 1 + 2 * uses[literal.index].count + watches[literal.index ^ 1].count
      // Every count is kept up before anything stops, as undoing takes each back.
      var broken: Int32?
      for use in uses[literal.index] {
        limits[Int(use.limit)].sum += use.weight
        if limits[Int(use.limit)].sum > limits[Int(use.limit)].bound { broken = use.limit }
      }
      if let broken { return trueLiterals(of: broken, before: Int32.max).map { !$0 } }
      for use in uses[literal.index] { tighten(use.limit) }
      if let conflict = visitWatches(of: !literal) { return conflict }
    }
    return nil
  }

  private func tighten(_ index: Int32) {
    let limit = limits[Int(index)]
    let left = limit.bound - limit.sum
    guard left < limit.heaviest else { return }
    for (position, literal) in limit.literals.enumerated()
    where limit.weights[position] > left && value[literal.index] == 0 {
      assign(!literal, -1 - index)
    }
  }

  private func visitWatches(of falsified: Literal) -> [Literal]? {
    var list = watches[falsified.index]
    watches[falsified.index] = []
    var kept = 0
    var conflict: [Literal]?
    var index = 0
    while index < list.count {
      let watch = list[index]
      index += 1
      if conflict != nil || value[watch.blocker.index] == 1 {
        list[kept] = watch
        kept += 1
        continue
      }
      let clause = clauses[Int(watch.clause)]
      let start = Int(clause.start)
      if arena[start] == falsified { arena.swapAt(start, start + 1) }
      let first = arena[start]
      if value[first.index] == 1 {
        list[kept] = Watch(clause: watch.clause, blocker: first)
        kept += 1
        continue
      }
      var moved = false
      for position in start + 2..<start + max(2, Int(clause.count)) where value[arena[position].index] != -1 {
        arena.swapAt(start + 1, position)
        watches[arena[start + 1].index].append(Watch(clause: watch.clause, blocker: first))
        moved = true
        break
      }
      if moved { continue }
      list[kept] = Watch(clause: watch.clause, blocker: first)
      kept += 1
      if value[first.index] == -1 {
        conflict = Array(arena[start..<start + Int(clause.count)])
      } else {
        assign(first, watch.clause)
      }
    }
    list.removeSubrange(kept...)
    watches[falsified.index] = list
    return conflict
  }

  private func trueLiterals(of index: Int32, before position: Int32) -> [Literal] {
    limits[Int(index)].literals.filter { value[$0.index] == 1 && place[$0.question] < position }
  }

  /// The decisions that together gave a literal its value.
  private func decisions(behind literal: Literal) -> [Literal] {
    var found: [Literal] = []
    var open = [literal]
    var known: Set<Literal> = [literal]
    while let one = open.popLast() {
      if level[one.question] == 0 { continue }
      if reason[one.question] == Self.decision {
        found.append(one)
      } else {
        open += cause(of: one).map { !$0 }.filter { known.insert($0).inserted }
      }
    }
    return found
  }

  // MARK: Learning

  /// The other literals of what gave a literal its value, all false.
  private func cause(of literal: Literal) -> [Literal] {
    let why = reason[literal.question]
    if why < 0 { return trueLiterals(of: -1 - why, before: place[literal.question]).map { !$0 } }
    let clause = clauses[Int(why)]
    return arena[Int(clause.start)..<Int(clause.start + clause.count)].filter { $0 != literal }
  }

  private func learn(from conflict: [Literal]) {
    // A limit can be broken by literals that all lie below the current level.
    let top = conflict.map { level[$0.question] }.max() ?? 0
    undo(to: Int(top))
    guard top > 0 else {
      isContradictory = true
      return
    }
    var learned: [Literal] = []
    var pending = 0
    var touched: [Int] = []
    func look(at literals: [Literal]) {
      for literal in literals {
        let question = literal.question
        guard !seen[question], level[question] > 0 else { continue }
        seen[question] = true
        touched.append(question)
        order.bump(question)
        if level[question] == top { pending += 1 } else { learned.append(literal) }
      }
    }
    look(at: conflict)
    var index = trail.count
    var asserting = trail[trail.count - 1]
    repeat {
      repeat { index -= 1 } while !seen[trail[index].question] || level[trail[index].question] != top
      asserting = trail[index]
      pending -= 1
      if pending > 0 { look(at: cause(of: asserting)) }
    } while pending > 0
    for question in touched { seen[question] = false }
    let back = learned.map { level[$0.question] }.max() ?? 0
    undo(to: Int(back))
    if learned.isEmpty {
      assign(!asserting, Self.decision)
    } else {
      // The second watch is one of the highest level.
      if let second = learned.firstIndex(where: { level[$0.question] == back }) { learned.swapAt(0, second) }
      assign(!asserting, store([!asserting] + learned))
    }
  }

  private func store(_ literals: [Literal]) -> Int32 {
    let index = Int32(clauses.count)
    clauses.append(Clause(start: Int32(arena.count), count: Int32(literals.count)))
    arena.append(contentsOf: literals)
    watches[literals[0].index].append(Watch(clause: index, blocker: literals[1]))
    watches[literals[1].index].append(Watch(clause: index, blocker: literals[0]))
    return index
  }
}
