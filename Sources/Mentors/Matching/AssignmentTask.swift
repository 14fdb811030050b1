/// What each pair of a seeker and a helper is worth, both numbered from 0.
package protocol PairScores: Sendable {
  var seekerCount: Int { get }
  var helperCount: Int { get }

  /// Writes the points of a seeker's pairs into a row of `helperCount` places; `excluded` where it may not be.
  func fill(_ row: inout [Int32], seeker: Int)
}

extension PairScores {
  /// Stands for a pair that may not be.
  package static var excluded: Int32 { Int32.min }
}

/// Points of the pairs that may be, listed by seeker.
package struct ListedScores: PairScores, Hashable {
  package let helperCount: Int
  private let rows: [[Int: Int32]]

  package init(helpers: Int, _ rows: [[Int: Int32]]) {
    helperCount = helpers
    self.rows = rows
  }

  package var seekerCount: Int { rows.count }

  package func fill(_ row: inout [Int32], seeker: Int) {
    for helper in row.indices { row[helper] = Self.excluded }
    for (helper, points) in rows[seeker] { row[helper] = points }
  }
}

/// How many matches one side's member is to have at least and may have at most, and what each further one costs.
package struct Seats: Hashable, Sendable {
  package let minimum: Int
  package let capacity: Int
  /// Points off for the first, the second and each further match.
  ///
  /// They do not fall, so that the load is spread; seats beyond the list cost as the last.
  package let costs: [Int]

  /// A minimum above the capacity is cut to it.
  package init(minimum: Int = 1, capacity: Int = 1, costs: [Int] = []) {
    self.capacity = max(0, capacity)
    self.minimum = min(max(0, minimum), self.capacity)
    self.costs = costs.sorted()
  }

  /// Points off for the match of that number, from 0.
  package func cost(of seat: Int) -> Int { seat < costs.count ? costs[seat] : costs.last ?? 0 }
}

/// One seeker and one helper, by their numbers.
package struct Pair: Hashable, Comparable, Sendable {
  package let seeker: Int
  package let helper: Int

  package init(_ seeker: Int, _ helper: Int) {
    self.seeker = seeker
    self.helper = helper
  }

  package static func < (left: Pair, right: Pair) -> Bool {
    (left.seeker, left.helper) < (right.seeker, right.helper)
  }
}

/// Who is to be matched with whom: seats on both sides, what pairs are worth, and which pairs stand already.
package struct AssignmentTask<Scores: PairScores>: Sendable {
  package enum Aim: String, CaseIterable, Hashable, Sendable {
    /// As many minimums of both sides filled as can be, and of these assignments the one with most points.
    case everyoneFirst
    /// Most points, whoever is left out.
    case bestTotal
  }

  package let scores: Scores
  package let seekers: [Seats]
  package let helpers: [Seats]
  /// Pairs that stay, in order; they take seats, the first ones, and are not judged again.
  package let fixed: [Pair]
  package let aim: Aim

  package init(
    _ scores: Scores, seekers: [Seats], helpers: [Seats], fixed: [Pair] = [], aim: Aim = .everyoneFirst
  ) {
    precondition(seekers.count == scores.seekerCount && helpers.count == scores.helperCount, "unequal sizes")
    self.scores = scores
    self.seekers = seekers
    self.helpers = helpers
    self.fixed = Set(fixed).sorted()
    self.aim = aim
  }

  /// The fixed pairs of each seeker and each helper, counted.
  var fixedCounts: (seekers: [Int], helpers: [Int]) {
    var counts = (
      seekers: Array(repeating: 0, count: seekers.count), helpers: Array(repeating: 0, count: helpers.count)
    )
    for pair in fixed {
      counts.seekers[pair.seeker] += 1
      counts.helpers[pair.helper] += 1
    }
    return counts
  }

  /// By seeker: the helpers of its fixed pairs.
  var fixedHelpers: [[Int]] {
    var helpers: [[Int]] = Array(repeating: [], count: seekers.count)
    for pair in fixed { helpers[pair.seeker].append(pair.helper) }
    return helpers
  }

  /// What the matches of a row are worth once the fixed pairs are out: those may not be had a second time.
  func fillOpen(_ row: inout [Int32], seeker: Int, fixed: [[Int]]) {
    scores.fill(&row, seeker: seeker)
    for helper in fixed[seeker] { row[helper] = Scores.excluded }
  }
}

/// What an assignment is worth: minimums filled, and points.
///
/// Compared in this order where everyone comes first.
package struct AssignmentWorth: Hashable, Sendable {
  package var minimums: Int
  package var points: Int

  package init(minimums: Int = 0, points: Int = 0) {
    self.minimums = minimums
    self.points = points
  }
}

extension AssignmentTask {
  /// What some pairs are worth, the fixed ones among them or not; nil: they exceed a capacity or hold an excluded pair.
  ///
  /// A plain count, by which the solver is checked.
  package func worth(of pairs: [Pair]) -> AssignmentWorth? {
    let all = Set(pairs).union(fixed)
    let isFixed = Set(fixed)
    var degrees = (
      seekers: Array(repeating: 0, count: seekers.count), helpers: Array(repeating: 0, count: helpers.count)
    )
    var worth = AssignmentWorth()
    var row = Array(repeating: Int32(0), count: helpers.count)
    var rowOf = -1
    for pair in all.sorted() {
      if pair.seeker != rowOf {
        scores.fill(&row, seeker: pair.seeker)
        rowOf = pair.seeker
      }
      let points = row[pair.helper]
      if points == Scores.excluded {
        guard isFixed.contains(pair) else { return nil }
      } else {
        worth.points += Int(points)
      }
      degrees.seekers[pair.seeker] += 1
      degrees.helpers[pair.helper] += 1
    }
    let fixedCounts = fixedCounts
    let sides = [
      (degrees.seekers, fixedCounts.seekers, seekers), (degrees.helpers, fixedCounts.helpers, helpers),
    ]
    for (degrees, fixed, seats) in sides {
      for (number, degree) in degrees.enumerated() {
        guard degree <= max(seats[number].capacity, fixed[number]) else { return nil }
        worth.minimums += min(degree, seats[number].minimum)
        worth.points -= (0..<degree).reduce(0) { $0 + seats[number].cost(of: $1) }
      }
    }
    return worth
  }
}
