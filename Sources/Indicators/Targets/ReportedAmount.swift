package import Civil

/// How far a target was reported to be on a day, where no count of the records measures it (人工填报完成数).
package struct ReportedAmount: Hashable, Sendable {
  /// The target's id.
  package let target: String
  /// Reached since the target began, in its unit.
  package let amount: Int
  package let on: CivilDate
  /// Who reported it, by which paper.
  package let source: String
  package let recordedOn: CivilDate

  package init(target: String, amount: Int, on: CivilDate, source: String, recordedOn: CivilDate) {
    self.target = target
    self.amount = amount
    self.on = on
    self.source = source
    self.recordedOn = recordedOn
  }
}

extension [ReportedAmount] {
  /// The last that was reported of a target for a day up to a date, by what was recorded by a day; nil: nothing was.
  ///
  /// Of several for one day the one recorded last holds. The amounts stand in the order in which they were recorded.
  package func latest(of target: String, on date: CivilDate, knownOn day: CivilDate) -> ReportedAmount? {
    enumerated().filter {
      $0.element.target == target && $0.element.on <= date && $0.element.recordedOn <= day
    }
    .max { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }?.element
  }
}
