package import Civil

/// How an assessment (考核评分) turns what was done into points; numbers of the regulation.
package struct PointsRule: RegulationRule {
  /// How the points of one item grow.
  package enum Method: Hashable, Sendable {
    /// In proportion to what was done, from this share of the target on; below it none.
    case proportional(from: Double)
    /// All at the target, none below it.
    case allOrNothing
    /// Those of the highest step reached: from a share of the target on, so many of the points.
    case steps([Step])
  }

  package struct Step: Hashable, Sendable {
    /// Of the target, above 0.
    package let share: Double
    package let points: Double

    package init(share: Double, points: Double) {
      self.share = share
      self.points = points
    }
  }

  /// One line of the assessment sheet.
  package struct Item: Hashable, Sendable {
    /// The indicator or count by which the target is measured.
    package let measure: String
    package let name: Wording
    /// The most that it can give.
    package let points: Double
    package let method: Method
    /// What one more counted costs, in any unit that all items share; the cheapest way is judged by it.
    package let effort: Int

    package init(measure: String, name: Wording, points: Double, method: Method, effort: Int = 1) {
      self.measure = measure
      self.name = name
      self.points = points
      self.method = method
      self.effort = effort
    }
  }

  package let stamp: RuleStamp
  package let items: [Item]
  /// The points that are needed to pass.
  package let pass: Double

  package init(stamp: RuleStamp, items: [Item], pass: Double) {
    self.stamp = stamp
    self.items = items
    self.pass = pass
  }

  package var total: Double { items.reduce(0) { $0 + $1.points } }
}
