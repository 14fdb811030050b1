import Mentors
import SeededNumbers

/// Small assignment tasks of all features, made from a seed.
struct RandomTasks {
  private var random: SplitMix64

  init(seed: Int) { random = SplitMix64(seed: UInt64(seed)) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func scores(_ seekers: Int, _ helpers: Int, points: ClosedRange<Int>, excluded: Int)
    -> ListedScores
  {
    ListedScores(
      helpers: helpers,
      (0..<seekers).map { _ in
        var row: [Int: Int32] = [:]
        for helper in 0..<helpers where number(1...100) > excluded { row[helper] = Int32(number(points)) }
        return row
      })
  }

  mutating func seats(_ count: Int, most: Int, costly: Bool) -> [Seats] {
    (0..<count).map { _ in
      let capacity = number(0...most)
      return Seats(
        minimum: number(0...2), capacity: capacity,
        costs: costly ? (0..<capacity).map { _ in number(0...9) } : [])
    }
  }

  mutating func next(seekers: ClosedRange<Int> = 1...4, helpers: ClosedRange<Int> = 1...4)
    -> AssignmentTask<ListedScores>
  {
    let (rows, columns) = (number(seekers), number(helpers))
    let scores = scores(rows, columns, points: number(0...3) == 0 ? -9...9 : 0...12, excluded: number(0...60))
    let sides = (
      seats(rows, most: 2, costly: number(0...2) == 0), seats(columns, most: 3, costly: number(0...2) == 0)
    )
    let fixed = (0..<number(0...1)).map { _ in Pair(number(0...rows - 1), number(0...columns - 1)) }
    return AssignmentTask(
      scores, seekers: sides.0, helpers: sides.1, fixed: fixed,
      aim: number(0...2) == 0 ? .bestTotal : .everyoneFirst)
  }
}

extension AssignmentTask {
  /// The best worth of all assignments, each looked at.
  func enumeratedBest(without forbidden: Pair? = nil) -> AssignmentWorth? {
    let open = seekers.indices.flatMap { seeker in helpers.indices.map { Pair(seeker, $0) } }
      .filter { $0 != forbidden && !fixed.contains($0) }
    var best: AssignmentWorth?
    var chosen: [Pair] = []
    func visit(_ place: Int) {
      guard let worth = worth(of: chosen) else { return }
      guard place < open.count else {
        if best.map({ isBetter(worth, than: $0) }) ?? true { best = worth }
        return
      }
      visit(place + 1)
      chosen.append(open[place])
      visit(place + 1)
      chosen.removeLast()
    }
    visit(0)
    return best
  }

  func isBetter(_ left: AssignmentWorth, than right: AssignmentWorth) -> Bool {
    aim == .bestTotal
      ? left.points > right.points : (left.minimums, left.points) > (right.minimums, right.points)
  }
}
