/// Why some cannot all be served: together they want more places than those who may help them have.
///
/// With the seeker that is short they violate Hall's condition (P. Hall, "On representatives of subsets", 1935), and
/// none of them can be left out: without any one the rest could be served.
struct CapacityShortage: Hashable, Sendable {
  /// Those served who may, like the seeker, be helped by nobody but `helpers`.
  let rivals: [Int]
  let helpers: [Int]
  /// Matches that the rivals are to have at least, and places of the helpers, each without the fixed pairs.
  let wanted: Int
  let places: Int
}

/// Finds shortages of capacity in an assignment.
struct ShortageFinder<Scores: PairScores> {
  private let task: AssignmentTask<Scores>
  private let matched: [[Int]]
  private let fixed: (seekers: [Int], helpers: [Int])
  private let fixedHelpers: [[Int]]
  /// By helper: the helpers to which its seekers could go.
  private var ways: [Set<Int>]
  private var reached: [Int: Set<Int>] = [:]
  private var shortages: [Set<Int>: CapacityShortage] = [:]

  init(_ task: AssignmentTask<Scores>, pairs: [Pair]) {
    self.task = task
    fixed = task.fixedCounts
    fixedHelpers = task.fixedHelpers
    let isFixed = Set(task.fixed)
    var matched: [[Int]] = Array(repeating: [], count: task.helpers.count)
    ways = Array(repeating: [], count: task.helpers.count)
    var row = Array(repeating: Int32(0), count: task.helpers.count)
    for pair in pairs where !isFixed.contains(pair) {
      matched[pair.helper].append(pair.seeker)
      task.fillOpen(&row, seeker: pair.seeker, fixed: fixedHelpers)
      for (helper, points) in row.enumerated() where points != Scores.excluded {
        ways[pair.helper].insert(helper)
      }
    }
    self.matched = matched
  }

  /// Those with whom a seeker that is short of matches competes; nil: it is not for want of places.
  mutating func shortage(of seeker: Int) -> (common: CapacityShortage, wanted: Int)? {
    var row = Array(repeating: Int32(0), count: task.helpers.count)
    task.fillOpen(&row, seeker: seeker, fixed: fixedHelpers)
    var helpers: Set<Int> = []
    for (helper, points) in row.enumerated() where points != Scores.excluded {
      if !helpers.contains(helper) { helpers.formUnion(reach(helper)) }
    }
    guard !helpers.isEmpty else { return nil }
    let own = max(0, task.seekers[seeker].minimum - fixed.seekers[seeker])
    let common = shortages[helpers] ?? competition(for: helpers)
    shortages[helpers] = common
    // One that has some of its matches is its own rival.
    let wanted = common.wanted + (common.rivals.contains(seeker) ? 0 : own)
    guard wanted > common.places else { return nil }
    return (common, wanted)
  }

  private func competition(for helpers: Set<Int>) -> CapacityShortage {
    let rivals = Set(helpers.flatMap { matched[$0] }).sorted()
    return CapacityShortage(
      rivals: rivals, helpers: helpers.sorted(),
      wanted: rivals.reduce(0) { $0 + max(0, task.seekers[$1].minimum - fixed.seekers[$1]) },
      places: helpers.reduce(0) { $0 + max(0, task.helpers[$1].capacity - fixed.helpers[$1]) })
  }

  private mutating func reach(_ helper: Int) -> Set<Int> {
    if let known = reached[helper] { return known }
    var seen: Set<Int> = [helper]
    var open = [helper]
    while let next = open.popLast() {
      for other in ways[next] where seen.insert(other).inserted { open.append(other) }
    }
    reached[helper] = seen
    return seen
  }
}
