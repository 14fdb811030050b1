/// What a stranger's calendar may cost; checked on the raw lines, before libical sees any of them.
package struct CalendarLimits: Hashable, Sendable {
  /// Bytes of the file.
  package var bytes = 2 << 20
  /// Bytes of one unfolded content line.
  package var lineBytes = 64 << 10
  /// Components open at a time: VCALENDAR, VEVENT, VALARM, and one more.
  package var depth = 4
  /// VEVENT components of the file.
  package var events = 5_000
  /// VTIMEZONE components of the file.
  package var zones = 200
  /// STANDARD and DAYLIGHT components of one VTIMEZONE.
  package var observances = 500
  /// EXDATE and RDATE values of one event or observance.
  package var dates = 2_000
  /// Parameters of one line.
  package var parameters = 32
  /// RRULE and EXRULE lines of one event.
  package var rules = 8
  /// Values of one BY list of a rule.
  package var ruleValues = 400
  /// Candidate days that all the rules of the file may make the reader look at.
  package var work = 3_000_000
  /// Occurrences that all the events of the file may have in the window.
  package var occurrences = 250_000

  /// The standard limits, to be changed one by one.
  package init() {}

  /// The limits that the program uses.
  package static let standard = CalendarLimits()
}
