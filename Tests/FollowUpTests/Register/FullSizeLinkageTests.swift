import Civil
import FollowUp
import Glibc
import MadeUp
import Testing

/// 50,000 firms against 20,000 trainees, as many seeds as SEEDBED_LINKAGE_SEEDS says; best built for release.
@Suite struct FullSizeLinkageTests {
  private static let seeds = getenv("SEEDBED_LINKAGE_SEEDS").flatMap { UInt64(String(cString: $0)) } ?? 0

  @Test(.enabled(if: seeds > 0), arguments: ["whole numbers", "hidden numbers", "no numbers", "mixed"])
  func `precision and recall at full size`(numbers: String) {
    var nuisances = MadeUpRegister.Nuisances()
    switch numbers {
    case "whole numbers": (nuisances.wholeNumbers, nuisances.hiddenNumbers) = (1, 0)
    case "hidden numbers": (nuisances.wholeNumbers, nuisances.hiddenNumbers) = (0, 1)
    case "no numbers": (nuisances.wholeNumbers, nuisances.hiddenNumbers) = (0, 0)
    default: break
    }
    for seed in 1...Self.seeds {
      let register = MadeUpRegister(seed: seed, trainees: 20_000, firms: 50_000, nuisances: nuisances)
      let linking = RegisterLinking(
        register.firms, to: register.roster, asKnownOn: CivilDate(daysSinceEpoch: 21_000))
      let measure = LinkageMeasure(linking.proposals, of: register)
      print(
        "| \(numbers) | \(seed) | \(measure.links) | \(measure.precision) | \(measure.recallOfExact) | \(measure.recall) | \(measure.looks) |"
      )
      #expect(measure.precision >= 0.99)
      #expect(measure.recall >= 0.95)
    }
  }
}
