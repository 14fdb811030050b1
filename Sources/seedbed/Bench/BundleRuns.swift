import Centre
import Civil
import Foundation
import Planning
import Scheduling

/// Searches of a bundle for a time, from several seeds.
enum BundleRuns {
  static let anchorHeads = ["planted"]

  /// How long a bundle of so many classes is searched where nothing else is said.
  static func usualSeconds(classes: Int) -> Double {
    switch classes {
    case ...10: 5
    case ...30: 60
    case ...100: 120
    default: 300
    }
  }

  static func measure(
    _ bundle: PlanningBundle, name: String, planted: Double?, seconds: Double, seeds: Int, threads: Int
  ) -> MeasuredRuns {
    let planner = Planner(bundle)
    let results = (1...max(1, seeds)).map { seed in
      Searching.watched { progress, stop in
        planner.solve(
          SearchLimits(seconds: seconds, seed: UInt64(seed), threads: threads),
          clock: CentreEnvironment.live.monotonic, progress: progress, stop: stop)
      }
    }
    return MeasuredRuns(
      name: name, seconds: seconds, complete: results.map { $0.firstComplete ?? .infinity },
      costs: results.map { result in
        result.judgement.missing.isEmpty && result.judgement.broken.isEmpty
          ? result.judgement.total : .infinity
      }, anchors: [planted])
  }
}
