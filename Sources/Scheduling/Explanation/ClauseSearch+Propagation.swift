/// What follows from an assignment.
extension ClauseSearch {
  /// The clause or limit that is broken; nil: none is.
  mutating func propagate() -> Int32? {
    while head < trail.count {
      let literal = trail[head]
      head += 1
      work += 1 + 2 * uses[literal.index].count + watches[literal.index ^ 1].count
      // Every count is kept up before anything stops, as undoing takes each back.
      var broken: Int32?
      for use in uses[literal.index] {
        let index = Int(use.limit)
        limits[index].sum += use.weight
        if limits[index].sum > limits[index].bound { broken = use.limit }
      }
      if let broken { return -1 - broken }
      for use in uses[literal.index] { tighten(use.limit) }
      if let conflict = visitWatches(of: !literal) { return conflict }
    }
    return nil
  }

  private mutating func tighten(_ index: Int32) {
    let limit = limits[Int(index)]
    let left = limit.bound - limit.sum
    guard left < limit.heaviest else { return }
    for position in Int(limit.start)..<Int(limit.start + limit.count) where limitWeights[position] > left {
      let literal = limitLiterals[position]
      if value[literal.index] == 0 { assign(!literal, -1 - index) }
    }
  }

  private mutating func visitWatches(of falsified: Literal) -> Int32? {
    var list: ContiguousArray<Watch> = []
    swap(&list, &watches[falsified.index])
    var kept = 0
    var conflict: Int32?
    var index = 0
    while index < list.count {
      let watch = list[index]
      index += 1
      let known = value[watch.blocker.index]
      if conflict != nil || known == 1 {
        list[kept] = watch
        kept += 1
        continue
      }
      if watch.clause < 0 {
        list[kept] = watch
        kept += 1
        if known == -1 { conflict = ~watch.clause } else { assign(watch.blocker, ~watch.clause) }
        continue
      }
      let clause = clauses[Int(watch.clause)]
      if clause.count == 0 { continue }
      let start = Int(clause.start)
      if arena[start] == falsified { arena.swapAt(start, start + 1) }
      let first = arena[start]
      if value[first.index] == 1 {
        list[kept] = Watch(clause: watch.clause, blocker: first)
        kept += 1
        continue
      }
      var position = start + 2
      let end = start + Int(clause.count)
      while position < end, value[arena[position].index] == -1 { position += 1 }
      if position < end {
        arena.swapAt(start + 1, position)
        watches[arena[start + 1].index].append(Watch(clause: watch.clause, blocker: first))
        continue
      }
      list[kept] = Watch(clause: watch.clause, blocker: first)
      kept += 1
      if value[first.index] == -1 { conflict = watch.clause } else { assign(first, watch.clause) }
    }
    list.removeSubrange(kept...)
    swap(&list, &watches[falsified.index])
    return conflict
  }

  /// Keeps a clause and watches two of its literals.
  mutating func store(_ literals: [Literal]) -> Int32 {
    let index = Int32(clauses.count)
    clauses.append(Clause(start: Int32(arena.count), count: Int32(literals.count)))
    arena.append(contentsOf: literals)
    let watched = literals.count == 2 ? ~index : index
    watches[literals[0].index].append(Watch(clause: watched, blocker: literals[1]))
    watches[literals[1].index].append(Watch(clause: watched, blocker: literals[0]))
    return index
  }
}
