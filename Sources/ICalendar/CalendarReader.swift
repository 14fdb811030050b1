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
    throw CalendarError(.notACalendar, source: source)
  }

  /// The holidays and make-up working days of a calendar (FORMATS.md, Calendars).
  ///
  /// `source` names the file in messages. Throws why the file as a whole is refused.
  package func workingCalendar(in bytes: [UInt8], source: String) throws(CalendarError) -> WorkingCalendar {
    throw CalendarError(.notACalendar, source: source)
  }
}
