/// Two-way choice (双向选择): both sides judge each pair, and each has seats.
///
/// A pair may be only where both views have points; more points are preferred, equal ones are a tie. The minimums of
/// the seats play no part: who is left without a match is so in every stable matching with the same ties broken
/// (A. E. Roth, "On the allocation of residents to rural hospitals", 1986).
package struct TwoWayTask<Scores: PairScores>: Sendable {
  package let bySeekers: Scores
  /// Rows by seeker, too: what its helpers think of it.
  package let byHelpers: Scores
  package let seekers: [Seats]
  package let helpers: [Seats]
  /// Pairs that stay, in order; they take seats and are never broken up.
  package let fixed: [Pair]
  /// Of equals the lower comes first: how the caller breaks ties among seekers and among helpers.
  package let order: (seekers: [Int], helpers: [Int])

  /// The order goes by number; nil: as they are numbered.
  package init(
    bySeekers: Scores, byHelpers: Scores, seekers: [Seats], helpers: [Seats], fixed: [Pair] = [],
    order: (seekers: [Int], helpers: [Int])? = nil
  ) {
    precondition(
      [bySeekers.seekerCount, byHelpers.seekerCount].allSatisfy { $0 == seekers.count }
        && [bySeekers.helperCount, byHelpers.helperCount].allSatisfy { $0 == helpers.count }, "unequal sizes")
    self.bySeekers = bySeekers
    self.byHelpers = byHelpers
    self.seekers = seekers
    self.helpers = helpers
    self.fixed = Set(fixed).sorted()
    self.order = order ?? (Array(seekers.indices), Array(helpers.indices))
  }
}

/// A matching that no two would leave for each other.
package struct StableMatching: Hashable, Sendable {
  /// All pairs, the fixed ones among them, in order.
  package let pairs: [Pair]
  /// How often a seeker asked a helper.
  package let proposals: Int

  /// Deferred acceptance: seekers ask in the order of their choice, helpers keep the best so far.
  ///
  /// D. Gale and L. S. Shapley, "College admissions and the stability of marriage", 1962; with seats on both sides and
  /// choices that look at one partner at a time it is pairwise stable too (A. E. Roth, 1984). Each seeker with one seat
  /// gets the best that any stable matching could give it, as ties are broken.
  package init<Scores>(_ task: TwoWayTask<Scores>) {
    var taken = Set(task.fixed)
    var (room, places) = (task.seekers.map(\.capacity), task.helpers.map(\.capacity))
    for pair in task.fixed {
      room[pair.seeker] -= 1
      places[pair.helper] -= 1
    }
    var choices: [[Choice]?] = Array(repeating: nil, count: room.count)
    var asked = Array(repeating: 0, count: room.count)
    var held = places.map { _ in Waiting() }
    var waiting = room.indices.filter { room[$0] > 0 }.reversed() as [Int]
    var proposals = 0
    while let seeker = waiting.last {
      let list = choices[seeker] ?? task.choices(of: seeker, without: taken)
      choices[seeker] = list
      guard room[seeker] > 0, asked[seeker] < list.count else {
        waiting.removeLast()
        continue
      }
      let choice = list[asked[seeker]]
      asked[seeker] += 1
      proposals += 1
      let helper = Int(choice.helper)
      guard places[helper] > 0 else { continue }
      held[helper].insert(
        .init(points: choice.ofHelper, order: task.order.seekers[seeker], seeker: seeker))
      room[seeker] -= 1
      if held[helper].count > places[helper], let last = held[helper].removeWorst() {
        room[last] += 1
        if last != seeker { waiting.append(last) }
      }
    }
    for (helper, list) in held.enumerated() {
      for seeker in list.seekers { taken.insert(Pair(seeker, helper)) }
    }
    pairs = taken.sorted()
    self.proposals = proposals
  }
}

/// One that a seeker may ask.
private struct Choice: Sendable {
  let helper: Int32
  /// What the helper thinks of the seeker.
  let ofHelper: Int32
}

extension TwoWayTask {
  /// Whom a seeker asks, the best first.
  fileprivate func choices(of seeker: Int, without fixed: Set<Pair>) -> [Choice] {
    var rows = (
      mine: Array(repeating: Int32(0), count: helpers.count),
      theirs: Array(repeating: Int32(0), count: helpers.count)
    )
    bySeekers.fill(&rows.mine, seeker: seeker)
    byHelpers.fill(&rows.theirs, seeker: seeker)
    return helpers.indices.filter { helper in
      rows.mine[helper] != Scores.excluded && rows.theirs[helper] != Scores.excluded
        && !fixed.contains(Pair(seeker, helper))
    }.sorted { left, right in
      rows.mine[left] != rows.mine[right]
        ? rows.mine[left] > rows.mine[right]
        : (order.helpers[left], left) < (order.helpers[right], right)
    }.map { Choice(helper: Int32($0), ofHelper: rows.theirs[$0]) }
  }

  /// The pairs that would rather have each other than what they have; none: the matching is stable.
  ///
  /// Both would gain strictly: a free seat, or one held by somebody with fewer points. Seats of fixed pairs are never
  /// given up. Counted from the matching alone, not from how it came about.
  package func blockingPairs(of matching: [Pair]) -> [Pair] {
    let isFixed = Set(fixed)
    let isMatched = Set(matching)
    var rows = (
      mine: Array(repeating: Int32(0), count: helpers.count),
      theirs: Array(repeating: Int32(0), count: helpers.count)
    )
    // The fewest points at which either side holds a seat that it could give up; above all points: nothing to give up.
    let none = Int32.max
    var worst = (
      seekers: Array(repeating: none, count: seekers.count),
      helpers: Array(repeating: none, count: helpers.count)
    )
    var room = (seekers.map(\.capacity), helpers.map(\.capacity))
    var bySeeker: [[Pair]] = Array(repeating: [], count: seekers.count)
    for pair in isMatched { bySeeker[pair.seeker].append(pair) }
    for (seeker, own) in bySeeker.enumerated() where !own.isEmpty {
      bySeekers.fill(&rows.mine, seeker: seeker)
      byHelpers.fill(&rows.theirs, seeker: seeker)
      for pair in own {
        room.0[seeker] -= 1
        room.1[pair.helper] -= 1
        guard !isFixed.contains(pair) else { continue }
        worst.seekers[seeker] = min(worst.seekers[seeker], rows.mine[pair.helper])
        worst.helpers[pair.helper] = min(worst.helpers[pair.helper], rows.theirs[pair.helper])
      }
    }
    var blocking: [Pair] = []
    for seeker in seekers.indices {
      bySeekers.fill(&rows.mine, seeker: seeker)
      byHelpers.fill(&rows.theirs, seeker: seeker)
      for helper in helpers.indices {
        let (mine, theirs) = (rows.mine[helper], rows.theirs[helper])
        guard mine != Scores.excluded, theirs != Scores.excluded, !isMatched.contains(Pair(seeker, helper))
        else { continue }
        let seekerWould = room.0[seeker] > 0 || worst.seekers[seeker] != none && mine > worst.seekers[seeker]
        let helperWould =
          room.1[helper] > 0 || worst.helpers[helper] != none && theirs > worst.helpers[helper]
        if seekerWould && helperWould { blocking.append(Pair(seeker, helper)) }
      }
    }
    return blocking
  }
}

/// Those whom a helper keeps for now, the least preferred first out: a binary heap.
private struct Waiting: Sendable {
  struct Held: Comparable, Sendable {
    let points: Int32
    let order: Int
    let seeker: Int

    /// Less preferred.
    static func < (left: Held, right: Held) -> Bool {
      left.points != right.points
        ? left.points < right.points : (left.order, left.seeker) > (right.order, right.seeker)
    }
  }

  private var heap: [Held] = []

  var count: Int { heap.count }
  var seekers: [Int] { heap.map(\.seeker) }

  mutating func insert(_ held: Held) {
    heap.append(held)
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeWorst() -> Int? {
    guard let worst = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return worst.seeker }
    heap[0] = last
    var place = 0
    while true {
      let children = [2 * place + 1, 2 * place + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[place] else { break }
      heap.swapAt(place, least)
      place = least
    }
    return worst.seeker
  }
}
