import Testing

@testable import FollowUp

@Suite struct LogRankTests {
  @Test(arguments: SurvivalReference.tests.indices)
  func `statistic, degrees and p-value are those of lifelines`(index: Int) throws {
    let reference = SurvivalReference.tests[index]
    let test = try LogRank(reference.groups.map { lifetimes($0) })
    #expect(isClose(test.statistic, reference.statistic))
    #expect(test.degrees == reference.degrees)
    #expect(isClose(test.pValue, reference.pValue))
    let (observed, expected) = (test.groups.map(\.observed), test.groups.map(\.expected))
    #expect(isClose(expected.reduce(0, +), Double(observed.reduce(0, +))))
  }

  @Test(arguments: SurvivalReference.chiSquare.indices)
  func `the upper tail of chi-square is that of scipy to 1e-12 of itself`(index: Int) {
    let (statistic, degrees, tail) = SurvivalReference.chiSquare[index]
    #expect(abs(ChiSquare.upperTail(statistic, degrees: degrees) - tail) <= 1e-12 * tail)
  }

  @Test func `a statistic of nothing has probability 1, and a huge one nearly 0`() {
    for degrees in 1...9 {
      #expect(ChiSquare.upperTail(0, degrees: degrees) == 1)
      #expect(ChiSquare.upperTail(4000, degrees: degrees) == 0)
    }
  }

  @Test func `alike groups do not differ`() throws {
    let test = try LogRank([lifetimes(SurvivalReference.a), lifetimes(SurvivalReference.a)])
    #expect(test.statistic < 1e-20)
    #expect(isClose(test.pValue, 1, 1e-9))
  }

  @Test func `two groups give (O - E)² / V`() throws {
    // Day 1: 2 of 4 at risk are of the first group, one ends; day 2: 1 of 3.
    let test = try LogRank([lifetimes([(1, true), (3, false)]), lifetimes([(2, true), (3, false)])])
    let expected = 0.5 + 1.0 / 3
    let variance = 0.25 + 2.0 / 9
    #expect(isClose(test.groups[0].expected, expected))
    #expect(isClose(test.statistic, (1 - expected) * (1 - expected) / variance))
  }

  @Test func `what cannot be compared is said`() {
    let living = lifetimes([(5, false), (6, false)])
    #expect(throws: LogRank.Obstacle.fewerThanTwoGroups) { try LogRank([]) }
    #expect(throws: LogRank.Obstacle.fewerThanTwoGroups) { try LogRank([living, []]) }
    #expect(throws: LogRank.Obstacle.nothingToCompare) { try LogRank([living, living]) }
    #expect(throws: LogRank.Obstacle.nothingToCompare) {
      try LogRank([lifetimes([(1, true)]), lifetimes([(1, true)])])
    }
  }

  @Test func `a group that nobody of was at risk when something ended takes no degree`() throws {
    let early = lifetimes([(0, false), (0, false)])
    let (a, b) = (lifetimes(SurvivalReference.b), lifetimes(SurvivalReference.c))
    let (with, without) = (try LogRank([a, early, b, []]), try LogRank([a, b]))
    #expect(with.degrees == 1 && isClose(with.statistic, without.statistic))
    #expect(with.groups.map(\.subjects) == [11, 2, 7, 0])
  }

  @Test(arguments: 1...20)
  func `the order of groups and of subjects does not matter`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var groups = (0..<Int.random(in: 2...5, using: &generator)).map { group in
      lifetimes(
        (0..<20).map { _ in
          (Int.random(in: 0...(30 + 10 * group), using: &generator), Bool.random(using: &generator))
        })
    }
    let test = try LogRank(groups)
    groups = groups.map { $0.shuffled(using: &generator) }.shuffled(using: &generator)
    let again = try LogRank(groups)
    #expect(isClose(again.statistic, test.statistic, 1e-10) && again.degrees == test.degrees)
    #expect(test.degrees == groups.count - 1)
  }
}
