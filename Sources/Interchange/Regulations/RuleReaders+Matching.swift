import Civil
import Indicators
import Mentors

/// The rule by which matches are judged.
extension RuleReaders {
  /// `{ "weights": { "link": 30 }, "required": ["link"], "within": "county", "projectPlaces": 5 }`.
  static func matching(_ keys: KeyReader, _ head: RegulationHead) -> MatchRule? {
    var settings = MatchSettings()
    settings.weights = keys.optional("weights", .object(weights)) ?? [:]
    let names = [MatchCriterion].all.map(\.name)
    settings.required = Set(keys.optional("required", .list(.word(names.map { ($0, $0) }))) ?? [])
    settings.within = keys.optional("within", .word(levels))
    settings.longestWay = keys.optional("longestWay", .integer(0...1_440))
    let hours = keys.required("commonHours", .integer(0...168))
    let places = keys.required("projectPlaces", .integer(1...100_000))
    let load = keys.required("loadWeight", .integer(0...1000))
    guard let hours, let places, let load else { return nil }
    settings.commonHours = hours
    return MatchRule(
      stamp: head.stamp(.matching), settings: settings, projectPlaces: places, loadWeight: load)
  }

  private static func weights(_ keys: KeyReader) -> [String: Int]? {
    var weights: [String: Int] = [:]
    for criterion in [MatchCriterion].all {
      weights[criterion.name] = keys.optional(criterion.name, .integer(0...1000))
    }
    return weights
  }

  private static let levels: [(String, AreaCode.Level)] = [
    ("province", .province), ("prefecture", .prefecture), ("county", .county), ("street", .street),
    ("community", .community),
  ]
}
