import Civil

extension [Indicator] {
  /// The indicators in the order in which they are reported.
  package static let standard: [Indicator] = [
    // The five statutory groups; the fifth is open and filled by `Indicator.open`.
    .activityIndex,
    .employmentContribution,
    .enterpriseGrowth,
    .satisfaction,
    // What the plans of the districts ask for besides.
    .guidance,
    .successfulStarts,
    .leadRatio,
    .newEntities,
    .oneYearSurvival,
    .startUpRate,
    // Jobs, support and what the centre may claim.
    .households,
    .ledJobsByGroup,
    .loanFunnel,
    .subsidies,
    .attribution,
  ]

  /// The indicator with an id or one of its Chinese names.
  package func named(_ name: String) -> Indicator? {
    first { $0.id == name || $0.name.chinese == name || $0.otherNames.contains(name) }
  }
}
