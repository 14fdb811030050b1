import Mentors
import Testing

@Suite struct BestAssignmentTests {
  @Test func `whoever fits best gets the place, and the other goes where less is lost`() {
    let scores = ListedScores(helpers: 2, [[0: 10, 1: 9], [0: 8, 1: 1]])
    let best = BestAssignment(
      AssignmentTask(scores, seekers: [Seats(), Seats()], helpers: [Seats(), Seats()]))
    #expect(best.pairs == [Pair(0, 1), Pair(1, 0)])
    #expect(best.worth.points == 17 && best.isProved)
  }

  @Test func `everyone first leaves nobody out for the sake of points`() {
    let scores = ListedScores(helpers: 2, [[0: 100], [0: 99, 1: 0], [1: 50]])
    let seats = Array(repeating: Seats(), count: 3)
    func pairs(_ aim: AssignmentTask<ListedScores>.Aim, _ helpers: [Seats]) -> [Pair] {
      BestAssignment(AssignmentTask(scores, seekers: seats, helpers: helpers, aim: aim)).pairs
    }
    #expect(pairs(.bestTotal, [Seats(), Seats()]) == [Pair(0, 0), Pair(2, 1)])
    let two = [Seats(capacity: 2), Seats(minimum: 0)]
    #expect(pairs(.everyoneFirst, two) == [Pair(0, 0), Pair(1, 0), Pair(2, 1)])
  }

  @Test func `a firm has its first cadre before another gets a second`() {
    let scores = ListedScores(helpers: 2, [[0: 90, 1: 90], [0: 5]])
    let firms = Array(repeating: Seats(minimum: 1, capacity: 2), count: 2)
    let best = BestAssignment(AssignmentTask(scores, seekers: firms, helpers: [Seats(), Seats()]))
    #expect(best.pairs == [Pair(0, 1), Pair(1, 0)])
  }

  @Test func `costs of further seats spread the load`() {
    let scores = ListedScores(helpers: 2, Array(repeating: [0: 10, 1: 9], count: 4))
    func loads(_ costs: [Int]) -> [Int] {
      let helpers = Array(repeating: Seats(minimum: 0, capacity: 4, costs: costs), count: 2)
      let best = BestAssignment(
        AssignmentTask(scores, seekers: Array(repeating: Seats(), count: 4), helpers: helpers))
      return [0, 1].map { helper in best.pairs.count { $0.helper == helper } }
    }
    #expect(loads([]) == [4, 0])
    #expect(loads([0, 2, 4, 6]) == [2, 2])
  }

  @Test(arguments: 0..<200) func `the optimum is that of all assignments looked at`(seed: Int) throws {
    var tasks = RandomTasks(seed: seed)
    let task = tasks.next()
    let best = BestAssignment(task, width: 1 + seed % 3)
    #expect(task.worth(of: best.pairs) == best.worth)
    let enumerated = try #require(task.enumeratedBest())
    #expect(!task.isBetter(enumerated, than: best.worth) && !task.isBetter(best.worth, than: enumerated))
    #expect(best.isProved)
    #expect(Set(task.fixed).isSubset(of: best.pairs))
  }

  @Test(arguments: 0..<200) func `no prices prove too little, and only those of an optimum prove it`(
    seed: Int
  ) {
    var tasks = RandomTasks(seed: seed)
    let task = tasks.next(seekers: 3...12, helpers: 2...6)
    let best = BestAssignment(task, width: 2)
    #expect(best.isProved)
    let odd = AssignmentPrices(
      seekers: best.prices.seekers.map { $0 + tasks.number(-5...5) },
      helpers: best.prices.helpers.map { $0 + tasks.number(-5...5) }, minimum: best.prices.minimum)
    #expect(task.bound(by: odd) >= task.bound(by: best.prices))
    let wide = BestAssignment(task, width: 100).worth
    #expect(!task.isBetter(wide, than: best.worth) && !task.isBetter(best.worth, than: wide))
  }

  @Test(arguments: 0..<150) func `what another match would cost is what the best without it lacks`(seed: Int)
    throws
  {
    var tasks = RandomTasks(seed: seed)
    let task = tasks.next(seekers: 1...3)
    let best = BestAssignment(task)
    let losses = AssignmentLosses(best)
    var compared = 0
    for helper in task.helpers.indices {
      for (seeker, alternative) in losses.alternatives(toMatchesOf: helper) {
        let without = try #require(task.enumeratedBest(without: Pair(seeker, helper)))
        let loss = AssignmentWorth(
          minimums: task.aim == .bestTotal ? 0 : best.worth.minimums - without.minimums,
          points: best.worth.points - without.points)
        #expect(alternative.loss == loss)
        #expect(alternative.helper != helper)
        compared += 1
      }
    }
    #expect(compared == best.pairs.count - task.fixed.count)
  }
}
