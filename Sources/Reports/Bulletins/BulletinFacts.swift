package import Civil
package import Indicators

/// What a monthly or quarterly bulletin (工作通报、季报) is written from: figures only.
package struct BulletinFacts: Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case month, quarter
  }

  /// A count of the period, with the periods that it is compared with where they are on record.
  package struct Count: Hashable, Sendable {
    package let name: Wording
    package let inPeriod: Quantity
    /// From the first of January to the end of the period.
    package let sinceNewYear: Quantity
    /// Of the period before (环比); nil: the records do not reach back so far.
    package let previous: Int?
    /// Of the same period a year before (同比); nil: the records do not reach back so far.
    package let yearBefore: Int?

    package init(
      name: Wording, inPeriod: Quantity, sinceNewYear: Quantity, previous: Int?, yearBefore: Int?
    ) {
      self.name = name
      self.inPeriod = inPeriod
      self.sinceNewYear = sinceNewYear
      self.previous = previous
      self.yearBefore = yearBefore
    }
  }

  /// The follow-up contacts of the period, in tasks.
  package struct FollowUp: Hashable, Sendable {
    package let due: Int
    package let done: Int
    package let overdue: Int
    package let lost: Int

    package init(due: Int, done: Int, overdue: Int, lost: Int) {
      self.due = due
      self.done = done
      self.overdue = overdue
      self.lost = lost
    }
  }

  package let issuer: String
  package let areaName: Wording
  package let kind: Kind
  package let period: ClosedRange<CivilDate>
  package let knownOn: CivilDate
  package let counts: [Count]
  package let indicators: [IndicatorResult]
  package let targets: TargetFacts
  package let followUp: FollowUp?
  /// How many ventures have an early warning; nil: not looked at.
  package let warnings: Int?

  package init(
    issuer: String, areaName: Wording, kind: Kind, period: ClosedRange<CivilDate>, knownOn: CivilDate,
    counts: [Count], indicators: [IndicatorResult], targets: TargetFacts, followUp: FollowUp? = nil,
    warnings: Int? = nil
  ) {
    self.issuer = issuer
    self.areaName = areaName
    self.kind = kind
    self.period = period
    self.knownOn = knownOn
    self.counts = counts
    self.indicators = indicators
    self.targets = targets
    self.followUp = followUp
    self.warnings = warnings
  }
}

extension BulletinFacts.Kind {
  /// The period of this kind that holds a date.
  package func period(holding date: CivilDate) -> ClosedRange<CivilDate> {
    let (year, month, _) = date.parts
    let first = self == .month ? month : (month - 1) / 3 * 3 + 1
    let start = CivilDate(year: year, month: first, day: 1) ?? date
    return start...(start.adding(months: months) + -1)
  }

  package var months: Int { self == .month ? 1 : 3 }

  /// `2026年第三季度`, `September 2026`.
  package func name(of period: ClosedRange<CivilDate>) -> Wording {
    let (year, month, _) = period.lowerBound.parts
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    switch self {
    case .month: return Wording(zh: "\(year)年\(month)月", en: "\(months[month - 1]) \(year)")
    case .quarter:
      let quarter = (month - 1) / 3
      return Wording(
        zh: "\(year)年第\(["一", "二", "三", "四"][quarter])季度", en: "quarter \(quarter + 1) of \(year)")
    }
  }

  var thisOne: Wording {
    self == .month ? Wording(zh: "本月", en: "this month") : Wording(zh: "本季度", en: "this quarter")
  }

  var before: Wording {
    self == .month ? Wording(zh: "上月", en: "the month before") : Wording(zh: "上季度", en: "the quarter before")
  }
}
