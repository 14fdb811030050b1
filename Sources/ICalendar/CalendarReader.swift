package import Civil

/// Reads calendars that others wrote: a person's busy time, the public holidays.
package struct CalendarReader: Sendable {
  let zone: String
  let limits: CalendarLimits

  /// A reader for the centre's IANA zone, in whose wall clock results are given.
  package init(zone: String, limits: CalendarLimits = .standard) {
    self.zone = zone
    self.limits = limits
  }

  /// The busy time that the calendar holds in the window.
  ///
  /// `source` names the file in messages. Throws why the file as a whole is refused.
  package func busyTime(
    in bytes: [UInt8], source: String, window: ClosedRange<CivilDate>
  ) throws(CalendarError) -> CalendarReading {
    let (occurrences, events, skipped) = try occurrences(in: bytes, source: source, window: window)
    let days = occurrences.map { occurrence in
      let last = max(occurrence.start, occurrence.end - 1)
      return occurrence.start.dividedDown(by: 86_400)...last.dividedDown(by: 86_400)
    }
    let span = days.map(\.lowerBound).min().flatMap { first in
      days.map(\.upperBound).max().map { last in
        CivilDate(daysSinceEpoch: first)...CivilDate(daysSinceEpoch: last)
      }
    }
    return CalendarReading(
      busy: merged(occurrences.filter(\.isBusy), window: window), occurrences: occurrences.count,
      events: events,
      span: span, skipped: skipped)
  }

  /// Every occurrence that touches the window, the number of events, and what was left out.
  func occurrences(
    in bytes: [UInt8], source: String, window: ClosedRange<CivilDate>
  ) throws(CalendarError) -> (occurrences: [Occurrence], events: Int, skipped: [SkippedItem]) {
    let calendar = try ParsedCalendar(bytes, source: source, limits: limits)
    let seconds = window.lowerBound.daysSinceEpoch * 86_400..<(window.upperBound.daysSinceEpoch + 1) * 86_400
    guard let centre = SystemZones.clock(named: zone) else {
      throw CalendarError(.unknownZone(zone), source: source)
    }
    var found: [Occurrence] = []
    var skipped = calendar.skipped
    var budget = WorkBudget(limits.work)
    do throws(WorkBudget.Exhausted) {
      for part in calendar.parts {
        let (occurrences, remarks) = try part.occurrences(
          in: seconds, centre: centre, limits: limits, budget: &budget)
        found += occurrences
        skipped += remarks
      }
    } catch {
      throw CalendarError(.tooMuchWork, source: source)
    }
    return (found, calendar.events, skipped.sorted { $0.line < $1.line })
  }

  /// The stretches in whole minutes, outwards, clipped to the window and merged where they touch.
  private func merged(_ occurrences: [Occurrence], window: ClosedRange<CivilDate>) -> [BusyTime] {
    let first = window.lowerBound.daysSinceEpoch * 1440
    let last = (window.upperBound.daysSinceEpoch + 1) * 1440
    let stretches = occurrences.map { occurrence in
      let start = max(first, occurrence.start.dividedDown(by: 60))
      return start..<max(start, min(last, (occurrence.end + 59).dividedDown(by: 60)))
    }
    var merged: [Range<Int>] = []
    for stretch in stretches.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let before = merged.last, stretch.lowerBound <= before.upperBound {
        merged[merged.count - 1] = before.lowerBound..<max(before.upperBound, stretch.upperBound)
      } else {
        merged.append(stretch)
      }
    }
    return merged.map {
      CivilMoment(minutesSinceEpoch: $0.lowerBound)..<CivilMoment(minutesSinceEpoch: $0.upperBound)
    }
  }
}
