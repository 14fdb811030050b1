package import Civil

/// Where the lights of a progress table change; numbers of the regulation.
package struct ProgressRule: RegulationRule {
  package let stamp: RuleStamp
  /// Green from this share of what is planned by the date on, amber from the lower one on, red below.
  package let green: Double
  package let amber: Double

  package init(stamp: RuleStamp, green: Double, amber: Double) {
    self.stamp = stamp
    self.green = green
    self.amber = amber
  }
}

/// How far a target is reached on a date.
package struct Progress: Hashable, Sendable {
  package enum Light: String, Hashable, Sendable {
    case green, amber, red

    package var name: Wording {
      switch self {
      case .green: Wording(zh: "正常", en: "on course")
      case .amber: Wording(zh: "滞后", en: "behind")
      case .red: Wording(zh: "严重滞后", en: "far behind")
      }
    }
  }

  package let target: Target
  package let done: Quantity
  /// What was planned to be done by the date.
  package let planned: Double
  /// Of the whole target; nil where it is 0.
  package let share: Double?
  package let light: Light
  /// What is still missing of the whole target, at least 0.
  package let missing: Quantity
  package let rule: RuleStamp

  /// - Throws: the two units where what is done is not counted as the target is.
  package init(
    _ target: Target, done: Quantity, on date: CivilDate, rule: ProgressRule
  ) throws(UnitMismatch) {
    self.target = target
    self.done = done
    self.rule = rule.stamp
    share = try done.share(of: target.quantity)
    planned = target.planned(by: date)
    let reached = planned == 0 ? 1 : Double(done.amount) / planned
    light = reached >= rule.green ? .green : reached >= rule.amber ? .amber : .red
    missing = Quantity(max(0, target.quantity.amount - done.amount), done.unit)
  }
}
