/// What other matches than those of the best assignment would cost, exactly, with all others rearranged for the best.
///
/// Read from the residual network: prices make all its arcs at least 0, so that shortest paths tell the loss. Seekers
/// are passed through, so that only helpers and the hub are nodes: an arc from one helper to another is the cheapest
/// way to move one of its seekers there.
package struct AssignmentLosses<Scores: PairScores>: Sendable {
  /// What comes instead of a match, and what is lost.
  package struct Alternative: Hashable, Sendable {
    /// Nil: the seeker would go without.
    package let helper: Int?
    /// Minimums and points lost, together at least nothing.
    package let loss: AssignmentWorth
  }

  private let best: BestAssignment<Scores>
  private let count: Int
  /// From row to column, at what cost; the hub comes last.
  private var moves: [Int]
  private let fixed: [[Int]]
  private let degrees: (seekers: [Int], helpers: [Int])
  private let matched: [[Int]]

  package init(_ best: BestAssignment<Scores>) {
    self.best = best
    let task = best.task
    count = task.helpers.count + 1
    moves = Array(repeating: Self.none, count: count * count)
    fixed = task.fixedHelpers
    var degrees = (
      seekers: Array(repeating: 0, count: task.seekers.count),
      helpers: Array(repeating: 0, count: task.helpers.count)
    )
    var matched: [[Int]] = Array(repeating: [], count: task.seekers.count)
    for pair in best.pairs {
      degrees.seekers[pair.seeker] += 1
      degrees.helpers[pair.helper] += 1
      if !fixed[pair.seeker].contains(pair.helper) { matched[pair.seeker].append(pair.helper) }
    }
    self.degrees = degrees
    self.matched = matched
    let hub = count - 1
    var row = Array(repeating: Int32(0), count: task.helpers.count)
    for seeker in task.seekers.indices {
      let (gain, drop) = seatCosts(of: seeker)
      guard !matched[seeker].isEmpty || gain < Self.none else { continue }
      fill(&row, seeker: seeker)
      let price = best.prices.seekers[seeker]
      let sources = matched[seeker].map { ($0, best.surplus(of: seeker, $0, points: Int(row[$0]))) }
      for (helper, points) in row.enumerated() where points != Scores.excluded {
        guard !matched[seeker].contains(helper) else { continue }
        let cost = price + best.prices.helpers[helper] - Int(points)
        if gain < Self.none { lower(hub, helper, gain + cost) }
        for (from, surplus) in sources { lower(from, helper, surplus + cost) }
      }
      for (from, surplus) in sources where drop < Self.none { lower(from, hub, surplus + drop) }
    }
    let taken = task.fixedCounts.helpers
    for (helper, seats) in task.helpers.enumerated() {
      let price = best.prices.helpers[helper]
      let degree = degrees.helpers[helper]
      if degree < seats.capacity {
        lower(helper, hub, -(seats.value(of: degree, minimum: best.prices.minimum) + price))
      }
      if degree > taken[helper] {
        lower(hub, helper, seats.value(of: degree - 1, minimum: best.prices.minimum) + price)
      }
    }
  }

  private static var none: Int { Int.max / 4 }

  private mutating func lower(_ from: Int, _ to: Int, _ cost: Int) {
    moves[from * count + to] = min(moves[from * count + to], max(0, cost))
  }

  private func fill(_ row: inout [Int32], seeker: Int) {
    best.task.fillOpen(&row, seeker: seeker, fixed: fixed)
  }

  /// What it costs that a seeker gets one match more, and one less; `none` where that cannot be.
  private func seatCosts(of seeker: Int) -> (gain: Int, drop: Int) {
    let (seats, degree) = (best.task.seekers[seeker], degrees.seekers[seeker])
    let (price, minimum) = (best.prices.seekers[seeker], best.prices.minimum)
    let gain = degree < seats.capacity ? -(seats.value(of: degree, minimum: minimum) + price) : Self.none
    let drop =
      degree > fixed[seeker].count ? seats.value(of: degree - 1, minimum: minimum) + price : Self.none
    return (max(0, gain), max(0, drop))
  }

  /// By seeker of a helper's matches that are not fixed: the best that could be without that match.
  package func alternatives(toMatchesOf helper: Int) -> [(seeker: Int, alternative: Alternative)] {
    let seekers = best.pairs.filter { $0.helper == helper }.map(\.seeker)
      .filter { !fixed[$0].contains(helper) }
    guard !seekers.isEmpty else { return [] }
    let distances = distances(to: helper)
    var row = Array(repeating: Int32(0), count: best.task.helpers.count)
    return seekers.map { seeker in
      fill(&row, seeker: seeker)
      let surplus = best.surplus(of: seeker, helper, points: Int(row[helper]))
      var least = (cost: min(Self.none, seatCosts(of: seeker).drop + distances[count - 1]), to: nil as Int?)
      for (other, points) in row.enumerated() where points != Scores.excluded && other != helper {
        guard !matched[seeker].contains(other) else { continue }
        let cost = best.prices.seekers[seeker] + best.prices.helpers[other] - Int(points) + distances[other]
        if cost < least.cost { least = (cost, other) }
      }
      return (seeker, Alternative(helper: least.to, loss: best.decoded(surplus + least.cost)))
    }
  }

  /// Dijkstra's algorithm backwards, without a queue: the network is dense.
  private func distances(to target: Int) -> [Int] {
    var distances = Array(repeating: Self.none, count: count)
    var isDone = Array(repeating: false, count: count)
    distances[target] = 0
    while true {
      var node = -1
      for other in 0..<count where !isDone[other] && distances[other] < Self.none {
        if node < 0 || distances[other] < distances[node] { node = other }
      }
      guard node >= 0 else { return distances }
      isDone[node] = true
      for other in 0..<count where !isDone[other] {
        let cost = moves[other * count + node]
        if cost < Self.none { distances[other] = min(distances[other], distances[node] + cost) }
      }
    }
  }
}

extension BestAssignment {
  /// By how much a match is worth more than its prices; what is lost at once where it is given up.
  fileprivate func surplus(of seeker: Int, _ helper: Int, points: Int) -> Int {
    max(0, points - prices.seekers[seeker] - prices.helpers[helper])
  }

  /// A loss as minimums and points.
  fileprivate func decoded(_ loss: Int) -> AssignmentWorth {
    guard prices.minimum > 0 else { return AssignmentWorth(points: loss) }
    // The points are below half of what a minimum stands for, on either side of 0.
    let minimums = (loss + prices.minimum / 2) / prices.minimum
    return AssignmentWorth(minimums: minimums, points: loss - minimums * prices.minimum)
  }
}
