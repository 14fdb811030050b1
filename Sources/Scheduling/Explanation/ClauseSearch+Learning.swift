/// What conflicts teach.
extension ClauseSearch {
  /// Adds to `causes` the false literals that made the literal true, or that break a clause or limit.
  private mutating func gather(_ why: Int32, of literal: Literal? = nil) {
    if why >= 0 {
      let clause = clauses[Int(why)]
      for position in Int(clause.start)..<Int(clause.start + clause.count) where arena[position] != literal {
        causes.append(arena[position])
      }
      return
    }
    let limit = limits[Int(-1 - why)]
    let before = literal.map { place[$0.question] } ?? Int32.max
    let span = Int(limit.start)..<Int(limit.start + limit.count)
    // What is over the bound is not needed: rather without what was answered last.
    var over = -limit.bound - 1
    let first = causes.count
    for position in span {
      let other = limitLiterals[position]
      if other.question == literal?.question {
        over += limitWeights[position]
      } else if value[other.index] == 1, place[other.question] < before {
        over += limitWeights[position]
        causes.append(!other)
      }
    }
    guard over > 0 else { return }
    var ranked: [(place: Int32, weight: Int32, literal: Literal)] = []
    for position in span {
      let other = limitLiterals[position]
      guard other.question != literal?.question, value[other.index] == 1, place[other.question] < before
      else {
        continue
      }
      ranked.append((place[other.question], limitWeights[position], other))
    }
    ranked.sort { $0.place > $1.place }
    causes.removeSubrange(first...)
    for one in ranked {
      if one.weight <= over { over -= one.weight } else { causes.append(!one.literal) }
    }
  }

  /// The decisions that together made a literal true.
  mutating func decisions(behind literal: Literal) -> [Literal] {
    var found: [Literal] = []
    var open = [literal]
    var known: Set<Literal> = [literal]
    while let one = open.popLast() {
      let why = reason[one.question]
      if level[one.question] == 0 { continue }
      if why == Self.decision {
        found.append(one)
        continue
      }
      causes.removeAll(keepingCapacity: true)
      gather(why, of: one)
      for cause in causes where known.insert(!cause).inserted { open.append(!cause) }
    }
    causes.removeAll(keepingCapacity: true)
    return found
  }

  mutating func learn(from conflict: Int32) {
    causes.removeAll(keepingCapacity: true)
    gather(conflict)
    // A limit can be broken by literals that all lie below the current level.
    let top = causes.reduce(Int32(0)) { max($0, level[$1.question]) }
    undo(to: Int(top))
    guard top > 0 else {
      isContradictory = true
      return
    }
    var clause: [Literal] = []
    var pending = 0
    marked.removeAll(keepingCapacity: true)
    func look(_ search: inout ClauseSearch) {
      for literal in search.causes {
        let question = literal.question
        guard search.mark[question] == .none, search.level[question] > 0 else { continue }
        search.mark[question] = .seen
        search.marked.append(question)
        search.order.bump(question)
        if search.level[question] == top { pending += 1 } else { clause.append(literal) }
      }
    }
    look(&self)
    var index = trail.count
    var asserting = trail[trail.count - 1]
    repeat {
      repeat { index -= 1 } while mark[trail[index].question] != .seen || level[trail[index].question] != top
      asserting = trail[index]
      pending -= 1
      if pending > 0 {
        causes.removeAll(keepingCapacity: true)
        gather(reason[asserting.question], of: asserting)
        look(&self)
      }
    } while pending > 0
    work += marked.count
    clause.removeAll { isImplied(!$0, depth: 0) }
    for question in marked { mark[question] = .none }
    let back = clause.reduce(Int32(0)) { max($0, level[$1.question]) }
    let levelsMet = Set(clause.map { level[$0.question] }).count + 1
    undo(to: Int(back))
    if clause.isEmpty {
      assign(!asserting, Self.decision)
      return
    }
    // The second watch is one of the highest level.
    if let second = clause.firstIndex(where: { level[$0.question] == back }) { clause.swapAt(0, second) }
    let stored = store([!asserting] + clause)
    if clause.count > 1 { learned.append(Learned(clause: stored, levels: Int32(levelsMet))) }
    assign(!asserting, stored)
  }

  /// Literals away from one of the learned clause that are followed to see whether it is needed.
  private static let deepest = 12

  /// Whether the literal, true now, follows from others whose negations are in the clause that is being learned.
  private mutating func isImplied(_ literal: Literal, depth: Int) -> Bool {
    let question = literal.question
    if level[question] == 0 { return true }
    if depth > 0 {
      switch mark[question] {
      case .seen, .implied: return true
      case .needed: return false
      case .none: break
      }
    }
    let why = reason[question]
    guard why != Self.decision, depth < Self.deepest else { return false }
    let first = causes.count
    gather(why, of: literal)
    let end = causes.count
    work += end - first
    var follows = true
    var position = first
    while follows, position < end {
      follows = isImplied(!causes[position], depth: depth + 1)
      position += 1
    }
    causes.removeSubrange(first...)
    if depth > 0 {
      mark[question] = follows ? .implied : .needed
      marked.append(question)
    }
    return follows
  }

  /// Forgets half of the learned clauses, those whose literals lay at the most levels first.
  mutating func forget() {
    let ranked = learned.sorted { ($0.levels, -$0.clause) < ($1.levels, -$1.clause) }
    let kept = max(ranked.count / 2, ranked.count { $0.levels <= 2 })
    for one in ranked[kept...] { clauses[Int(one.clause)].count = 0 }
    learned = ranked[..<kept].sorted { $0.clause < $1.clause }
    mostLearned += 300
  }
}
