package import Civil

extension CalendarReader {
  /// The holidays and make-up working days of a calendar (FORMATS.md, Calendars), of the years 1990 to 2099.
  ///
  /// An event that is tentative marks its days as provisional; one that is cancelled or transparent marks none.
  /// `source` names the file in messages. Throws why the file is refused: here one bad event is enough, as a holiday
  /// that is missed would be taught on.
  package func workingCalendar(in bytes: [UInt8], source: String) throws(CalendarError) -> WorkingCalendar {
    let parsed = try ParsedCalendar(bytes, source: source, limits: limits)
    if let item = parsed.skipped.min(by: { $0.line < $1.line }) {
      throw CalendarError(.unusable(reason: item.reason), source: source, line: item.line)
    }
    guard let centre = SystemZones.clock(named: zone) else {
      throw CalendarError(.unknownZone(zone), source: source)
    }
    var calendar = WorkingCalendar()
    var budget = WorkBudget(limits.work)
    var skipped: [SkippedItem] = []
    do throws(WorkBudget.Exhausted) {
      for series in EventSeries.series(of: parsed.parts.flatMap(\.events)) {
        skipped += try add(series, to: &calendar, centre: centre, budget: &budget)
      }
    } catch {
      throw CalendarError(.tooMuchWork, source: source)
    }
    if let item = skipped.first {
      throw CalendarError(.unusable(reason: item.reason), source: source, line: item.line)
    }
    return calendar
  }

  /// Marks the days of a series; returns what in it could not be followed.
  private func add(
    _ series: EventSeries, to calendar: inout WorkingCalendar, centre: ZoneClock, budget: inout WorkBudget
  ) throws(WorkBudget.Exhausted) -> [SkippedItem] {
    guard let event = series.master ?? series.overrides.first else { return [] }
    var kinds: [WorkingCalendar.Mark.Kind] = []
    if event.categories.contains("HOLIDAY") { kinds.append(.holiday) }
    if event.categories.contains("WORKDAY") { kinds.append(.makeUpDay) }
    guard !kinds.isEmpty else { return [] }
    let zones = ZoneDirectory(centre: centre, floating: centre)
    let window = 7_305 * 86_400..<47_482 * 86_400
    var expansion = SeriesExpansion(window: window, zones: zones, limits: limits, budget: budget)
    try expansion.add(series)
    budget = expansion.budget
    for occurrence in expansion.occurrences where occurrence.isBusy {
      let first = occurrence.start.dividedDown(by: 86_400)
      let last = max(first, (occurrence.end - 1).dividedDown(by: 86_400))
      try budget.spend(last - first)
      for day in first...last {
        for kind in kinds {
          let mark = WorkingCalendar.Mark(
            kind: kind, name: event.summary, isProvisional: event.status == "TENTATIVE")
          calendar.add(mark, on: CivilDate(daysSinceEpoch: day))
        }
      }
    }
    return expansion.skipped
  }
}
