import Civil
import Scheduling
import Testing

@testable import Planning

@Suite struct CapacityPropertyTests {
  private static func outcome(_ seed: Int) -> (isComplete: Bool, shortages: [CapacityShortage]) {
    var bundles = RandomBundles(seed: seed)
    let planner = Planner(bundles.next())
    let result = planner.solve(SearchLimits(steps: 60, seed: 1), clock: { 0 })
    return (result.unplaced.isEmpty, planner.capacity().shortages)
  }

  @Test func `what can be planned completely never shows a shortage, and shortages are found`() {
    var complete = 0
    var short = 0
    for seed in 0..<100 {
      let outcome = Self.outcome(seed)
      if outcome.isComplete {
        complete += 1
        #expect(outcome.shortages.isEmpty, "bundle \(seed): \(outcome.shortages.map(\.sentence.english))")
      }
      if !outcome.shortages.isEmpty { short += 1 }
      for shortage in outcome.shortages {
        #expect(shortage.missing > 0)
        #expect(shortage.need == (shortage.classes + shortage.trainees).reduce(0) { $0 + $1.periods })
        let given = shortage.shares.reduce(0) { $0 + $1.periods } + shortage.ownLimit
        #expect(shortage.shares.isEmpty || given == shortage.supply)
      }
    }
    // The bundles are mixed enough to mean something.
    #expect(complete > 20 && short > 20)
  }
}
