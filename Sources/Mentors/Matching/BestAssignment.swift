/// The best assignment there is, with the prices that prove it.
///
/// A flow from a hub through seekers and helpers back to it, of least cost (`NetworkSimplex`). Only promising pairs
/// are arcs at first; then every pair is priced, and those that could improve the total are added, until none could.
package struct BestAssignment<Scores: PairScores>: Sendable {
  package let task: AssignmentTask<Scores>
  /// All pairs, the fixed ones among them, in order.
  package let pairs: [Pair]
  package let worth: AssignmentWorth
  package let prices: AssignmentPrices
  /// Pairs that were arcs of the network in the end.
  package let arcs: Int
  package let pivots: Int
  /// How often all pairs were priced.
  package let rounds: Int

  /// Solves a task; `width` is the number of promising pairs of each seeker to begin with.
  package init(_ task: AssignmentTask<Scores>, width: Int = 16) {
    var network = AssignmentNetwork(task, width: width)
    network.solve()
    self.task = task
    pairs = (network.pairs + task.fixed).sorted()
    worth = task.worth(of: pairs) ?? AssignmentWorth()
    prices = network.prices
    (arcs, pivots, rounds) = (network.arcCount, network.pivots, network.rounds)
  }

  /// Whether the prices prove that nothing is better: replayed from the task, the pairs and the prices alone.
  package var isProved: Bool { task.bound(by: prices) == prices.value(of: worth) }
}

/// Prices that prove an assignment best, and the worth of a filled minimum in points.
package struct AssignmentPrices: Hashable, Sendable {
  /// What a seeker's match must be worth to be made.
  package let seekers: [Int]
  /// What a place with the helper is worth.
  package let helpers: [Int]
  /// Points that a filled minimum stands for: more than all others together, or none.
  package let minimum: Int

  package init(seekers: [Int], helpers: [Int], minimum: Int) {
    self.seekers = seekers
    self.helpers = helpers
    self.minimum = minimum
  }

  func value(of worth: AssignmentWorth) -> Int { worth.minimums * minimum + worth.points }
}

extension AssignmentTask {
  /// More than any assignment can be worth by these prices, whatever they are; equal for those of an optimum.
  ///
  /// Weak duality: for prices u, v the points of pairs are those of (score - u - v), each taken where above 0, and
  /// each seat is taken where its worth with the price back is above 0.
  package func bound(by prices: AssignmentPrices) -> Int {
    let fixedCounts = fixedCounts
    var bound = worth(of: []).map(prices.value) ?? 0
    let sides = [
      (seekers, fixedCounts.seekers, prices.seekers), (helpers, fixedCounts.helpers, prices.helpers),
    ]
    for (seats, fixed, ofSide) in sides {
      for number in seats.indices {
        for seat in fixed[number]..<max(fixed[number], seats[number].capacity) {
          bound += max(0, seats[number].value(of: seat, minimum: prices.minimum) + ofSide[number])
        }
      }
    }
    let fixed = fixedHelpers
    var row = Array(repeating: Int32(0), count: helpers.count)
    for seeker in seekers.indices {
      fillOpen(&row, seeker: seeker, fixed: fixed)
      for (helper, points) in row.enumerated() where points != Scores.excluded {
        bound += max(0, Int(points) - prices.seekers[seeker] - prices.helpers[helper])
      }
    }
    return bound
  }

  /// Points that a filled minimum stands for: one outweighs all else, or nothing.
  var minimum: Int {
    guard aim == .everyoneFirst else { return 0 }
    let places = min(seekers.reduce(0) { $0 + $1.capacity }, helpers.reduce(0) { $0 + $1.capacity })
    return 2 * (places + 1) * largest + 1
  }

  /// No pair is worth more than this, nor less than its opposite, costs of seats included.
  var largest: Int {
    var row = Array(repeating: Int32(0), count: helpers.count)
    var largest = 1
    for seeker in seekers.indices {
      scores.fill(&row, seeker: seeker)
      for points in row where points != Scores.excluded { largest = max(largest, Int(points.magnitude)) }
    }
    let costs = [seekers, helpers].map { side in
      side.reduce(0) { max($0, $1.costs.reduce(0) { max($0, abs($1)) }) }
    }
    return largest + costs[0] + costs[1]
  }
}

extension Seats {
  /// What it is worth to fill the seat of that number: the points of a minimum, less what the seat costs.
  func value(of seat: Int, minimum: Int) -> Int { (seat < self.minimum ? minimum : 0) - cost(of: seat) }
}

/// The network of an assignment task as it grows.
private struct AssignmentNetwork<Scores: PairScores> {
  let task: AssignmentTask<Scores>
  private let minimum: Int
  private let width: Int
  private let fixed: [[Int]]
  private var simplex: NetworkSimplex
  /// By arc; those of seats stand before those of pairs.
  private var arcPairs: [Pair] = []
  private var seatArcs = 0
  private(set) var rounds = 0

  init(_ task: AssignmentTask<Scores>, width: Int) {
    self.task = task
    self.width = max(1, width)
    let largest = task.largest
    minimum = task.minimum
    fixed = task.fixedHelpers
    let nodes = task.seekers.count + task.helpers.count
    simplex = NetworkSimplex(nodes: nodes, penalty: 4 * (minimum + 1) + 4 * (nodes + 2) * largest)
    let counts = task.fixedCounts
    for (seeker, seats) in task.seekers.enumerated() {
      addSeats(seats, from: counts.seekers[seeker], tail: simplex.hub, head: seeker)
    }
    for (helper, seats) in task.helpers.enumerated() {
      addSeats(seats, from: counts.helpers[helper], tail: task.seekers.count + helper, head: simplex.hub)
    }
    seatArcs = simplex.arcCount
  }

  var pivots: Int { simplex.pivots }
  var arcCount: Int { arcPairs.count }

  /// One arc for each run of seats of the same worth.
  private mutating func addSeats(_ seats: Seats, from first: Int, tail: Int, head: Int) {
    var seat = first
    while seat < seats.capacity {
      let value = seats.value(of: seat, minimum: minimum)
      var last = seat + 1
      while last < seats.capacity, seats.value(of: last, minimum: minimum) == value { last += 1 }
      simplex.addArc(from: tail, to: head, capacity: last - seat, cost: -value)
      seat = last
    }
  }

  mutating func solve() {
    addPromising()
    repeat {
      simplex.solve()
      rounds += 1
    } while addImproving()
  }

  /// The best pairs of each seeker; of equal ones those that come next after the seeker's own number.
  private mutating func addPromising() {
    var row = Array(repeating: Int32(0), count: task.helpers.count)
    for seeker in task.seekers.indices {
      task.fillOpen(&row, seeker: seeker, fixed: fixed)
      let shift = task.helpers.isEmpty ? 0 : seeker % task.helpers.count
      add(best(of: row, shift: shift) { points, _ in Int(points) }, seeker: seeker, row)
    }
  }

  /// Adds pairs that could improve the total by the prices there are; false: there is none.
  private mutating func addImproving() -> Bool {
    var row = Array(repeating: Int32(0), count: task.helpers.count)
    var known = Array(repeating: -1, count: task.helpers.count)
    var ofSeeker: [[Int32]] = Array(repeating: [], count: task.seekers.count)
    for pair in arcPairs { ofSeeker[pair.seeker].append(Int32(pair.helper)) }
    let prices = prices
    var hasMore = false
    for seeker in task.seekers.indices {
      task.fillOpen(&row, seeker: seeker, fixed: fixed)
      for helper in ofSeeker[seeker] { known[Int(helper)] = seeker }
      let price = prices.seekers[seeker]
      let more = best(of: row, shift: 0) { points, helper in
        let gain = Int(points) - price - prices.helpers[helper]
        return gain > 0 && known[helper] != seeker ? gain : nil
      }
      add(more, seeker: seeker, row)
      if !more.isEmpty { hasMore = true }
    }
    return hasMore
  }

  /// The helpers of the highest gains, at most `width`; of equal ones those first after `shift`.
  private func best(of row: [Int32], shift: Int, _ gain: (Int32, Int) -> Int?) -> [Int] {
    var found: [(gain: Int, helper: Int)] = []
    var least = Int.min
    for step in row.indices {
      let helper = step + shift < row.count ? step + shift : step + shift - row.count
      let points = row[helper]
      guard points != Scores.excluded, let gain = gain(points, helper) else { continue }
      if found.count >= width {
        guard gain > least else { continue }
        found.removeLast()
      }
      var place = found.count
      while place > 0, found[place - 1].gain < gain { place -= 1 }
      found.insert((gain, helper), at: place)
      if found.count >= width { least = found[found.count - 1].gain }
    }
    return found.map(\.helper)
  }

  private mutating func add(_ helpers: [Int], seeker: Int, _ row: [Int32]) {
    for helper in helpers {
      simplex.addArc(
        from: seeker, to: task.seekers.count + helper, capacity: 1, cost: -Int(row[helper]))
      arcPairs.append(Pair(seeker, helper))
    }
  }

  /// The pairs that are matched, without the fixed ones.
  var pairs: [Pair] {
    arcPairs.indices.filter { simplex.flow(on: seatArcs + $0) > 0 }.map { arcPairs[$0] }
  }

  var prices: AssignmentPrices {
    AssignmentPrices(
      seekers: task.seekers.indices.map { simplex.price(of: $0) },
      helpers: task.helpers.indices.map { -simplex.price(of: task.seekers.count + $0) }, minimum: minimum)
  }
}
