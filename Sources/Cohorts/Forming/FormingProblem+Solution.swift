import Civil

extension FormingProblem {
  /// The classes to form, with how near they are to the least waiting.
  ///
  /// `steps` is the number of combinations that are tried at most beyond the first; the same problem and steps give the
  /// same classes. `bounds` are those of the problem without held classes, where they are known; without them they are
  /// found here, and hold for this problem only.
  package func solution(steps: Int = 1500, bounds: FormedClasses.Bounds? = nil) -> FormedClasses {
    let model = FormingModel(self)
    var search = FormingSearch(model, steps: steps)
    var mostSaved: Int?
    if search.isExhaustive {
      search.tryAll()
      mostSaved = search.best?.saved ?? 0
    } else {
      search.build()
      let first = FormingBound(
        model, saving: model.saved, atLeast: search.best?.saved ?? 0, steps: bounds == nil ? 150 : 60)
      search.improve(by: first.worth)
      search.prune()
      search.build()
      if bounds == nil {
        mostSaved = min(
          first.most,
          FormingBound(model, saving: model.saved, atLeast: search.best?.saved ?? 0, steps: 1000).most)
      }
    }
    return FormedClasses(model, search.best, bounds: bounds, mostSaved: mostSaved)
  }
}

extension FormedClasses {
  init(
    _ model: FormingModel, _ found: FormingAssignment?, bounds known: Bounds?, mostSaved: Int?
  ) {
    let problem = model.problem
    var assignment = found
    assignment?.balance()
    let seating = FormingSeating(model, assignment)
    classes = seating.classes
    held = seating.held
    let left = assignment?.left ?? model.kinds.map(\.wishes.count)
    let reasons = FormingReasons(
      model, left: left, used: assignment?.used ?? Array(repeating: 0, count: problem.limits.count))
    let placed = Set((seating.classes + seating.held).flatMap(\.wishes))
    var leftOver: [String: LeftOver] = [:]
    for wish in problem.wishes where !placed.contains(wish.id) {
      leftOver[wish.id] = reasons.reason(of: wish)
    }
    self.leftOver = leftOver
    let all = problem.wishes.reduce(0) { $0 + max(0, problem.horizon - $1.since) }
    let heldSaved = problem.held.reduce(0) { $0 + $1.wishes.count * model.saved[$1.month] }
    waitingDays = all - heldSaved - (assignment?.saved ?? 0)
    let people = model.kinds.reduce(0) { $0 + $1.wishes.count }
    bounds =
      known
      ?? Bounds(
        leastWaitingDays: all - heldSaved - (mostSaved ?? 0),
        mostPlaced: problem.wishes.count - leftOver.count - people + left.reduce(0, +)
          + FormingBound(
            model, saving: Array(repeating: 1, count: model.months), atLeast: people - left.reduce(0, +),
            steps: 300
          ).most)
  }
}

/// Who is in which class.
private struct FormingSeating {
  private(set) var classes: [FormedClasses.Formed] = []
  private(set) var held: [FormedClasses.Formed]

  init(_ model: FormingModel, _ assignment: FormingAssignment?) {
    let problem = model.problem
    held = problem.held.map { FormedClasses.Formed(offer: $0.offer, month: $0.month, wishes: $0.wishes) }
    guard let assignment else { return }
    // Who waits longest of a kind goes first: slots stand by month.
    var next = Array(repeating: 0, count: model.kinds.count)
    for (index, slot) in assignment.active.enumerated() {
      var people: [Int] = []
      for kind in model.kindsOf[slot] {
        let count = assignment.people(of: kind, in: index)
        people += model.kinds[kind].wishes[next[kind]..<next[kind] + count]
        next[kind] += count
      }
      people.sort {
        (problem.wishes[$0].since, problem.wishes[$0].id) < (
          problem.wishes[$1].since, problem.wishes[$1].id
        )
      }
      let ids = people.map { problem.wishes[$0].id }
      let count = assignment.counts[slot]
      let own = min(ids.count, count * model.most(slot))
      join(ids[own...], slot, model)
      for number in 0..<count {
        // Equal parts, the larger ones first.
        let (low, high) = (own * number / count, own * (number + 1) / count)
        classes.append(
          FormedClasses.Formed(
            offer: model.offer(slot), month: model.month(slot), wishes: Array(ids[low..<high])))
      }
    }
  }

  /// Gives people the free seats of the held classes of a slot.
  private mutating func join(_ ids: ArraySlice<String>, _ slot: Int, _ model: FormingModel) {
    var ids = ids
    for (place, one) in model.problem.held.enumerated()
    where one.offer == model.offer(slot) && one.month == model.month(slot) && !ids.isEmpty {
      let free = max(0, one.seats - held[place].wishes.count)
      held[place] = FormedClasses.Formed(
        offer: one.offer, month: one.month, wishes: held[place].wishes + ids.prefix(free))
      ids = ids.dropFirst(free)
    }
  }
}
