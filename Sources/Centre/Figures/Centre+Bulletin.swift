package import Civil
import FollowUp
import Indicators
package import Reports
import Store

extension Centre {
  /// What a bulletin of the month or quarter is written from.
  ///
  /// - Parameters:
  ///   - kind: month or quarter.
  ///   - day: a day of the period.
  ///   - area: an area with those below it; nil: everywhere.
  ///   - known: the day up to which things count as known.
  ///   - calendar: the working days by which contacts are due.
  /// - Returns: the facts; counts that cannot be worked out are left out.
  /// - Throws: where no regulation says how they are counted, and what the database throws.
  package func bulletinFacts(
    _ kind: BulletinFacts.Kind, holding day: CivilDate, area: String?, knownOn known: CivilDate,
    calendar: WorkingCalendar
  ) throws(CentreError) -> BulletinFacts {
    let period = kind.period(holding: day)
    let (counts, indicators) = try figures(kind, of: period, area: area ?? "", knownOn: known)
    let date = min(period.upperBound, known)
    return BulletinFacts(
      issuer: try areaName(nil).chinese, areaName: try areaName(area), kind: kind, period: period,
      knownOn: known, counts: counts, indicators: indicators,
      targets: try targetFacts(area: area, on: date, knownOn: known),
      followUp: try followUpTally(area: area ?? "", of: period, on: date, knownOn: known, calendar),
      warnings: try warned(area: area ?? "", on: date, calendar))
  }

  /// The counts of a bulletin with those that it compares them with, and the indicators of its period.
  ///
  /// All that they are worked out from is let go of before the contacts are looked at.
  private func figures(
    _ kind: BulletinFacts.Kind, of period: ClosedRange<CivilDate>, area: String, knownOn known: CivilDate
  ) throws(CentreError) -> (counts: [BulletinFacts.Count], indicators: [IndicatorResult]) {
    let source = try FigureSource(self, area: area, knownOn: known)
    let first = try stored { store throws(StoreError) in try store.firstDayOnRecord() }
    // The evidence of one period at a time: of a large centre that of all would not fit into memory.
    func amounts(_ period: ClosedRange<CivilDate>) throws(CentreError) -> [Quantity?] {
      let evidence = try source.evidence(of: period)
      return Self.told.map { $0.amount(in: evidence) }
    }
    func earlier(_ months: Int) throws(CentreError) -> [Quantity?]? {
      let before = kind.period(holding: period.lowerBound.adding(months: -months))
      guard let first, first <= before.lowerBound else { return nil }
      return try amounts(before)
    }
    let newYear = CivilDate(year: period.upperBound.year, month: 1, day: 1) ?? period.lowerBound
    let year = try amounts(newYear...period.upperBound)
    let previous = try earlier(kind.months)
    let yearBefore = try earlier(12)
    let (own, indicators) = try ownFigures(source, period)
    let counts = Self.told.indices.compactMap { place -> BulletinFacts.Count? in
      guard let inPeriod = own[place], let sum = year[place] else { return nil }
      return BulletinFacts.Count(
        name: Self.told[place].name, inPeriod: inPeriod, sinceNewYear: sum,
        previous: previous?[place]?.amount, yearBefore: yearBefore?[place]?.amount)
    }
    return (counts, indicators)
  }

  /// What a bulletin tells of its own period: the counts, and the indicators.
  private func ownFigures(
    _ source: FigureSource, _ period: ClosedRange<CivilDate>
  ) throws(CentreError) -> ([Quantity?], [IndicatorResult]) {
    let evidence = try source.evidence(of: period)
    // A year's indicators are not those of a quarter: only what has a meaning for the period is told.
    let told: [Indicator] = [
      .employmentContribution, .activityIndex, .leadRatio, .oneYearSurvival, .startUpRate,
    ]
    return (Self.told.map { $0.amount(in: evidence) }, told.map { $0.result(evidence) })
  }

  /// The counts that a bulletin tells, in their order.
  private static let told: [Measure] = [
    .trained, .served, .founders, .enterprises, .individualBusinesses, .successfulStarts, .ledJobs, .loans,
  ]

  /// The contacts that were due in a period, and what had become of them on a date; nil: nobody is followed.
  private func followUpTally(
    area: String, of period: ClosedRange<CivilDate>, on date: CivilDate, knownOn known: CivilDate,
    _ calendar: WorkingCalendar
  ) throws(CentreError) -> BulletinFacts.FollowUp? {
    let code = AreaCode.prefix(area)
    var cases =
      try known < today()
      ? followUpCases(of: nil, knownOn: known)
      : stored { store throws(StoreError) in try store.followUpCases() }
    if !code.isEmpty { cases.removeAll { !$0.area.hasPrefix(code) } }
    guard !cases.isEmpty else { return nil }
    var planner = FollowUpPlanner(centre: self, calendar: calendar, date: date, knownOn: known)
    var (due, done, overdue) = (0, 0, 0)
    var lost: Set<String> = []
    // So many at a time, as the contacts of all would not fit into memory.
    for start in stride(from: 0, to: cases.count, by: 5000) {
      let some = cases[start..<min(cases.count, start + 5000)]
      let contacts = try contacts(with: some.map(\.subject))
      for followed in some {
        let tasks = try planner.tasks(of: followed, contacts[followed.subject] ?? [])
        for task in tasks {
          let isDue = period.contains(task.due) && task.due <= date
          switch task.status {
          case .withdrawn, .upcoming: continue
          case .done: done += isDue ? 1 : 0
          case .overdue: overdue += 1
          case .lost: lost.insert(task.subject)
          case .due, .missed: break
          }
          due += isDue ? 1 : 0
        }
      }
    }
    return BulletinFacts.FollowUp(due: due, done: done, overdue: overdue, lost: lost.count)
  }
}

extension Measure {
  /// The amount in some evidence; nil where it cannot be counted.
  fileprivate func amount(in evidence: IndicatorEvidence) -> Quantity? {
    if case .success(let part) = count(evidence) { part.quantity } else { nil }
  }
}
