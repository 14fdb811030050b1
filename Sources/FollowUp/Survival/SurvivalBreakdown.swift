package import Civil

/// The survival of the same ventures by several divisions (cohort, course, area, industry, lecturer, mentor), none of
/// which gives away a group that is too small, alone or together with the others.
package struct SurvivalBreakdown: Sendable {
  /// A division of the ventures into groups.
  package struct Division: Sendable {
    package let name: Wording
    /// Each group's lifetimes; a venture may stand in several groups (two lecturers taught its founder) or in none.
    package let groups: [(name: Wording, lifetimes: [Lifetime])]

    package init(_ name: Wording, _ groups: [(name: Wording, lifetimes: [Lifetime])]) {
      self.name = name
      self.groups = groups
    }
  }

  package struct Table: Sendable {
    package let name: Wording
    package let comparison: SurvivalComparison
  }

  /// The curve of all ventures; nil where it would reveal a group that is withheld, or is itself too small.
  package let total: SurvivalCurve?
  package let tables: [Table]
  /// Whether all divisions were judged together for what they reveal; otherwise each by itself, as they are too large.
  package let isJoint: Bool
  package let leastGroup: Int

  /// `least` is the least number of ventures that is shown, a number of the regulation.
  package init(
    _ lifetimes: [Lifetime], by divisions: [Division], least: Int, confidence: Confidence = .ninetyFive
  ) {
    var places: [String: Int] = [:]
    for lifetime in lifetimes where places[lifetime.subject] == nil {
      places[lifetime.subject] = places.count
    }
    let suppression = Suppression(
      tables: divisions.map { division in
        division.groups.map { group in Set(group.lifetimes.compactMap { places[$0.subject] }).sorted() }
      }, total: Array(0..<places.count), least: least)
    total =
      suppression.withholdsTotal || places.isEmpty ? nil : SurvivalCurve(lifetimes, confidence: confidence)
    tables = zip(divisions, suppression.reasons).map { division, reasons in
      Table(
        name: division.name,
        comparison: SurvivalComparison(
          division.groups, withheld: reasons, withholdsTotal: suppression.withholdsTotal,
          confidence: confidence))
    }
    isJoint = suppression.isJoint
    leastGroup = least
  }
}
