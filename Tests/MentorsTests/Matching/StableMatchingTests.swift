import Mentors
import Testing

@Suite struct StableMatchingTests {
  private static func task(_ seed: Int) -> TwoWayTask<ListedScores> {
    var tasks = RandomTasks(seed: seed)
    let (rows, columns) = (tasks.number(1...8), tasks.number(1...6))
    // Few different points, so that there are many ties.
    let points = 0...tasks.number(0...4)
    let views = (0..<2).map { _ in
      tasks.scores(rows, columns, points: points, excluded: tasks.number(0...50))
    }
    let fixed = (0..<tasks.number(0...1)).map { _ in
      Pair(tasks.number(0...rows - 1), tasks.number(0...columns - 1))
    }
    return TwoWayTask(
      bySeekers: views[0], byHelpers: views[1], seekers: tasks.seats(rows, most: 2, costly: false),
      helpers: tasks.seats(columns, most: 3, costly: false), fixed: fixed)
  }

  /// The points of a view in full, for a check that shares nothing with the matching.
  private static func table(_ scores: ListedScores) -> [[Int32?]] {
    (0..<scores.seekerCount).map { seeker in
      var row = Array(repeating: Int32(0), count: scores.helperCount)
      scores.fill(&row, seeker: seeker)
      return row.map { $0 == ListedScores.excluded ? nil : $0 }
    }
  }

  private static func canGain(
    _ points: Int32, over held: [(points: Int32?, isFixed: Bool)], capacity: Int
  ) -> Bool {
    held.count < capacity || held.contains { !$0.isFixed && $0.points.map { $0 < points } ?? true }
  }

  @Test(arguments: 0..<1000) func `no two would rather have each other`(seed: Int) {
    let task = Self.task(seed)
    let pairs = StableMatching(task).pairs
    #expect(task.blockingPairs(of: pairs).isEmpty)
    let (mine, theirs) = (Self.table(task.bySeekers), Self.table(task.byHelpers))
    for seeker in task.seekers.indices {
      for helper in task.helpers.indices where !pairs.contains(Pair(seeker, helper)) {
        guard let like = mine[seeker][helper], let liked = theirs[seeker][helper] else { continue }
        let own = pairs.filter { $0.seeker == seeker }
          .map { (mine[seeker][$0.helper], task.fixed.contains($0)) }
        let others = pairs.filter { $0.helper == helper }
          .map { (theirs[$0.seeker][helper], task.fixed.contains($0)) }
        let both =
          Self.canGain(like, over: own, capacity: task.seekers[seeker].capacity)
          && Self.canGain(liked, over: others, capacity: task.helpers[helper].capacity)
        #expect(!both)
      }
    }
    #expect(Set(task.fixed).isSubset(of: pairs))
    for pair in pairs where !task.fixed.contains(pair) {
      #expect(mine[pair.seeker][pair.helper] != nil && theirs[pair.seeker][pair.helper] != nil)
    }
    for (seeker, seats) in task.seekers.enumerated() {
      let fixed = task.fixed.count { $0.seeker == seeker }
      #expect(pairs.count { $0.seeker == seeker } <= max(seats.capacity, fixed))
    }
    for (helper, seats) in task.helpers.enumerated() {
      let fixed = task.fixed.count { $0.helper == helper }
      #expect(pairs.count { $0.helper == helper } <= max(seats.capacity, fixed))
    }
  }

  @Test func `two that would rather have each other are found`() {
    let views = ListedScores(helpers: 2, [[0: 2, 1: 1], [0: 1, 1: 2]])
    let task = TwoWayTask(
      bySeekers: views, byHelpers: views, seekers: [Seats(), Seats()], helpers: [Seats(), Seats()])
    #expect(task.blockingPairs(of: [Pair(0, 1), Pair(1, 0)]) == [Pair(0, 0), Pair(1, 1)])
    #expect(StableMatching(task).pairs == [Pair(0, 0), Pair(1, 1)])
  }

  @Test func `among equals the caller's order decides`() {
    let views = ListedScores(helpers: 1, [[0: 1], [0: 1]])
    func chosen(_ order: [Int]) -> [Pair] {
      StableMatching(
        TwoWayTask(
          bySeekers: views, byHelpers: views, seekers: [Seats(), Seats()], helpers: [Seats()],
          order: (order, [0]))
      ).pairs
    }
    #expect(chosen([0, 1]) == [Pair(0, 0)] && chosen([1, 0]) == [Pair(1, 0)])
  }
}
