/// A time of day in the centre's zone, in whole minutes after midnight.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes after midnight; 24:00 and later stand for times on the next day.
  package let minutes: Int

  package init(minutes: Int) {
    self.minutes = minutes
  }

  /// The time written as `08:30` or `8:30`, or nil; 24:00 and later are refused.
  package init?(_ text: some StringProtocol) {
    // Digit by digit: timetables hold two times a row.
    var (hour, minute) = (0, 0)
    var digits = (0, 0)
    var isAfterColon = false
    for byte in text.utf8 {
      if byte == 0x3A {
        guard !isAfterColon else { return nil }
        isAfterColon = true
        continue
      }
      guard isDigit(byte) else { return nil }
      let digit = Int(byte) - 0x30
      if isAfterColon {
        (minute, digits.1) = (minute * 10 + digit, digits.1 + 1)
      } else {
        (hour, digits.0) = (hour * 10 + digit, digits.0 + 1)
      }
      guard digits.0 <= 2, digits.1 <= 2 else { return nil }
    }
    guard digits.0 > 0, digits.1 == 2, hour < 24, minute < 60 else { return nil }
    minutes = hour * 60 + minute
  }

  /// As `08:30`.
  package var description: String { padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2) }

  package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }
}

/// A minute of a day in the centre's zone: what a calendar's busy time is measured in.
package struct CivilMoment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Minutes since 1970-01-01 00:00 on the wall clock of the centre's zone.
  package let minutesSinceEpoch: Int

  package init(minutesSinceEpoch: Int) {
    self.minutesSinceEpoch = minutesSinceEpoch
  }

  package init(_ date: CivilDate, _ time: ClockTime = ClockTime(minutes: 0)) {
    minutesSinceEpoch = date.daysSinceEpoch * 1440 + time.minutes
  }

  package var date: CivilDate {
    let day = minutesSinceEpoch / 1440
    return CivilDate(daysSinceEpoch: minutesSinceEpoch % 1440 < 0 ? day - 1 : day)
  }

  package var time: ClockTime { ClockTime(minutes: minutesSinceEpoch - date.daysSinceEpoch * 1440) }

  /// As `2026-03-02 08:30`.
  package var description: String { "\(date) \(time)" }

  package static func < (left: CivilMoment, right: CivilMoment) -> Bool {
    left.minutesSinceEpoch < right.minutesSinceEpoch
  }
}

/// A stretch of busy time, half open: the end is free again.
package typealias BusyTime = Range<CivilMoment>
