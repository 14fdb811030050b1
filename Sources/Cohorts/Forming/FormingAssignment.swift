/// Who attends which classes, when the number of classes of each slot is given: the most days are saved.
///
/// The seats that some wishes can fill together are the independent sets of a matroid (a transversal matroid). So the
/// seats that a class needs to be held are filled first, and then the others by falling saving; a seat once filled stays
/// filled, only by whom may change (J. Edmonds 1971).
struct FormingAssignment {
  let model: FormingModel
  /// The slots that hold a class, or have a seat free in one that is held already, by month.
  let active: [Int]
  let classCounts: FormingCounts
  /// People of a kind in an active slot, the slots side by side.
  private(set) var flow: [Int]
  /// People in each active slot.
  private(set) var filled: [Int]
  /// People of each kind that are in none.
  private(set) var left: [Int]
  private let place: [Int]

  /// Nil where some class would have too few.
  init?(_ model: FormingModel, _ classes: FormingCounts) {
    self.model = model
    classCounts = classes
    let counts = classes.counts
    active = counts.indices.filter { counts[$0] > 0 || model.freeSeats[$0] > 0 }
      .sorted { (model.month($0), $0) < (model.month($1), $1) }
    var place = Array(repeating: -1, count: counts.count)
    for (index, slot) in active.enumerated() { place[slot] = index }
    self.place = place
    flow = Array(repeating: 0, count: model.kinds.count * active.count)
    filled = Array(repeating: 0, count: active.count)
    left = model.kinds.map(\.wishes.count)
    for index in active.indices {
      let need = counts[active[index]] * model.problem.least
      guard fill(index, upTo: need) else { return nil }
    }
    for index in active.indices {
      let slot = active[index]
      _ = fill(index, upTo: counts[slot] * model.most(slot) + model.freeSeats[slot])
    }
  }

  var saved: Int {
    active.indices.reduce(0) { $0 + filled[$1] * model.saved[model.month(active[$1])] }
  }

  /// By slot.
  var counts: [Int] { classCounts.counts }
  /// By limit, what the classes take of it.
  var used: [Int] { classCounts.used }
  var classes: Int { counts.reduce(0, +) }

  func people(of kind: Int, in index: Int) -> Int { flow[kind * active.count + index] }

  private mutating func fill(_ index: Int, upTo need: Int) -> Bool {
    while filled[index] < need {
      guard let path = path(to: index, from: nil) else { return false }
      push(path, at: index, most: need - filled[index])
    }
    return true
  }

  /// A way by which a slot gets one more: each step takes a kind out of a slot, the last out of those left.
  private struct Path {
    /// From the slot that gains on: the kind that comes, and the slot that it leaves; nil: it was in none.
    var steps: [(kind: Int, from: Int?)]
  }

  /// The shortest path to a slot from who is left, or, where a slot is given, from that slot.
  private func path(to index: Int, from source: Int?) -> Path? {
    let width = active.count
    var parent: [Int: (slot: Int, kind: Int)] = [:]
    var isSeen = Array(repeating: false, count: width)
    var isKindSeen = Array(repeating: false, count: model.kinds.count)
    var queue = [index]
    isSeen[index] = true
    func back(_ slot: Int, _ kind: Int, _ from: Int?) -> Path {
      var steps = [(kind: kind, from: from)]
      var slot = slot
      while slot != index, let (above, kind) = parent[slot] {
        steps.append((kind, slot))
        slot = above
      }
      return Path(steps: steps.reversed())
    }
    var next = 0
    while next < queue.count {
      let slot = queue[next]
      next += 1
      for kind in model.kindsOf[active[slot]] where !isKindSeen[kind] {
        if source == nil, left[kind] > 0 { return back(slot, kind, nil) }
        isKindSeen[kind] = true
        for other in model.slotsOf[kind].map({ place[$0] }) where other >= 0 && !isSeen[other] {
          guard flow[kind * width + other] > 0 else { continue }
          if other == source { return back(slot, kind, other) }
          isSeen[other] = true
          parent[other] = (slot, kind)
          queue.append(other)
        }
      }
    }
    return nil
  }

  private mutating func push(_ path: Path, at index: Int, most: Int) {
    let width = active.count
    var amount = most
    for step in path.steps {
      amount = min(amount, step.from.map { flow[step.kind * width + $0] } ?? left[step.kind])
    }
    var to = index
    for step in path.steps {
      flow[step.kind * width + to] += amount
      guard let from = step.from else {
        left[step.kind] -= amount
        break
      }
      flow[step.kind * width + from] -= amount
      to = from
    }
    filled[index] += amount
    if let last = path.steps.last, let from = last.from { filled[from] -= amount }
  }

  /// Moves people between classes of one month until the squares of the sizes are least; nobody waits longer by it.
  mutating func balance() {
    var isMoved = true
    while isMoved {
      isMoved = false
      for from in active.indices {
        for to in active.indices
        where from != to && model.month(active[from]) == model.month(active[to]) {
          let (high, low) = (counts[active[from]], counts[active[to]])
          // Who joins a class that is held already stays there.
          guard high > 0, low > 0, model.freeSeats[active[from]] == 0, model.freeSeats[active[to]] == 0 else {
            continue
          }
          while (filled[from] + high - 1) / high - filled[to] / low >= 2,
            filled[from] > high * model.problem.least, filled[to] < low * model.most(active[to]),
            let path = path(to: to, from: from)
          {
            push(path, at: to, most: 1)
            isMoved = true
          }
        }
      }
    }
  }
}
