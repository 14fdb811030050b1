package import Civil

/// What it means that a venture lives (存活): when its life begins and which states end it.
package struct SurvivalRule: RegulationRule {
  package enum Beginning: Hashable, Sendable { case licence, operation }

  package let stamp: RuleStamp
  package let beginning: Beginning
  /// A life ends on the day on which the venture enters one of these.
  package let endStates: Set<VentureState>
  /// Suspended for longer than so many days ends a life too, on the first day of the suspension; nil: it does not.
  package let suspensionDays: Int?
  /// For so many days after the last word that it operates a venture counts as watched; nil: without end.
  package let confirmationDays: Int?
  /// Days of life at which survival is told (12, 24, 36 months).
  package let horizons: [Horizon]
  /// The least number of ventures of a group that is shown.
  package let leastGroup: Int

  package struct Horizon: Hashable, Sendable {
    package let months: Int
    package let days: Int

    package init(months: Int, days: Int) {
      self.months = months
      self.days = days
    }
  }

  package init(
    stamp: RuleStamp, beginning: Beginning, endStates: Set<VentureState>, suspensionDays: Int?,
    confirmationDays: Int?, horizons: [Horizon], leastGroup: Int
  ) {
    self.stamp = stamp
    self.beginning = beginning
    self.endStates = endStates
    self.suspensionDays = suspensionDays
    self.confirmationDays = confirmationDays
    self.horizons = horizons
    self.leastGroup = leastGroup
  }

  /// The day on which the venture's life begins; nil: it has not begun.
  package func start(of record: VentureRecord, knownOn day: CivilDate) -> CivilDate? {
    switch beginning {
    case .licence: record.venture.licensedOn
    case .operation: record.operatingSince(knownOn: day)
    }
  }

  /// The venture's lifetime on a date, with what was known on a day; nil: its life had not begun.
  ///
  /// A venture that went into a state from which it is not followed any longer (transferred, say), without this
  /// being an end by the rule, is watched up to that day.
  package func lifetime(of record: VentureRecord, asOf date: CivilDate, knownOn day: CivilDate) -> Lifetime? {
    guard let start = start(of: record, knownOn: day), start <= date else { return nil }
    let entries = record.states.standing(knownOn: day).filter { $0.from >= start && $0.from <= date }
    var lastWord = start
    var suspendedSince: CivilDate?
    for entry in entries {
      guard let state = entry.fact else { continue }
      if let since = suspendedSince, state != .suspended, isTooLong(from: since, to: entry.from) {
        return Lifetime(record.venture.id, from: start, to: since, asOf: date)
      }
      if endStates.contains(state) {
        return Lifetime(record.venture.id, from: start, to: suspendedSince ?? entry.from, asOf: date)
      }
      if state.isFinal {
        return Lifetime(record.venture.id, from: start, to: nil, lastKnown: entry.from, asOf: date)
      }
      suspendedSince = state == .suspended ? suspendedSince ?? entry.from : nil
      lastWord = entry.from
    }
    if let since = suspendedSince, isTooLong(from: since, to: date) {
      return Lifetime(record.venture.id, from: start, to: since, asOf: date)
    }
    let isStale = confirmationDays.map { date - lastWord > $0 } ?? false
    return Lifetime(
      record.venture.id, from: start, to: nil, lastKnown: isStale ? lastWord : nil, asOf: date)
  }

  private func isTooLong(from first: CivilDate, to last: CivilDate) -> Bool {
    suspensionDays.map { last - first > $0 } ?? false
  }
}
