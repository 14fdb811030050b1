/// A day of the Gregorian calendar in the centre's zone, without a time.
///
/// Stored as days since 1970-01-01; valid for the years 1 to 9999. The arithmetic is the proleptic
/// Gregorian algorithm of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
package struct CivilDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// In four bytes, as ledgers hold millions of days.
  private let days: Int32

  /// Days since 1970-01-01.
  package var daysSinceEpoch: Int { Int(days) }

  /// A day so many days after 1970-01-01, or before; millions of years away it is the last that can be told.
  package init(daysSinceEpoch: Int) {
    days = Int32(clamping: daysSinceEpoch)
  }

  /// The day with these parts, or nil where no such day exists (2026-02-30, month 13, year 0).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...CivilDate.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// The day written as `2026-03-02` or `2026/3/2`, or nil.
  package init?(_ text: some StringProtocol) {
    // Digit by digit: ledgers are read by the million.
    var (numbers, digits) = ((0, 0, 0), (0, 0, 0))
    var part = 0
    for byte in text.utf8 {
      if byte == 0x2D || byte == 0x2F {
        part += 1
        continue
      }
      guard isDigit(byte), part < 3 else { return nil }
      let digit = Int(byte) - 0x30
      switch part {
      case 0: (numbers.0, digits.0) = (numbers.0 * 10 + digit, digits.0 + 1)
      case 1: (numbers.1, digits.1) = (numbers.1 * 10 + digit, digits.1 + 1)
      default: (numbers.2, digits.2) = (numbers.2 * 10 + digit, digits.2 + 1)
      }
      guard digits.0 <= 4, digits.1 <= 9, digits.2 <= 9 else { return nil }
    }
    guard part == 2, digits.0 == 4, digits.1 > 0, digits.2 > 0 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// Year, month (1 to 12) and day of the month (1 to 31).
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package var year: Int { parts.year }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (daysSinceEpoch + 3) % 7
    return Weekday.allCases[index >= 0 ? index : index + 7]
  }

  /// The ISO 8601 week: its year and its number, 1 to 53.
  package var isoWeek: ISOWeek {
    let thursday = self + (3 - weekday.rawValue)
    let year = thursday.year
    let january = CivilDate(year: year, month: 1, day: 1) ?? self
    return ISOWeek(year: year, week: (thursday - january) / 7 + 1)
  }

  /// As `2026-03-02` (ISO 8601).
  package var description: String {
    let (year, month, day) = parts
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  package static func + (date: CivilDate, days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: date.daysSinceEpoch + days)
  }

  /// Days from the right date to the left one.
  package static func - (left: CivilDate, right: CivilDate) -> Int {
    left.daysSinceEpoch - right.daysSinceEpoch
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

extension CivilDate: Strideable {
  package func distance(to other: CivilDate) -> Int { other - self }
  package func advanced(by days: Int) -> CivilDate { self + days }
}

/// A week of ISO 8601: Monday to Sunday, numbered within the year that holds its Thursday.
package struct ISOWeek: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let week: Int

  package init(year: Int, week: Int) {
    self.year = year
    self.week = week
  }

  /// The week written as `2026-W12`, or nil where the year has no such week.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "W" || parts[1].first == "w",
      parts[0].utf8.count == 4, parts[0].utf8.allSatisfy(isDigit), let year = Int(parts[0]),
      (1...9999).contains(year),
      parts[1].dropFirst().utf8.allSatisfy(isDigit), let week = Int(parts[1].dropFirst())
    else { return nil }
    self.init(year: year, week: week)
    guard (1...53).contains(week), monday.isoWeek == self else { return nil }
  }

  package var monday: CivilDate {
    guard let fourth = CivilDate(year: year, month: 1, day: 4) else { return CivilDate(daysSinceEpoch: 0) }
    return fourth + (-fourth.weekday.rawValue + (week - 1) * 7)
  }

  package var description: String { padded(year, 4) + "-W" + padded(week, 2) }

  package static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}

/// A day of the week; raw values run from Monday, 0, to Sunday, 6.
package enum Weekday: Int, CaseIterable, Sendable, Codable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

/// A number from 0 up with zeros before it, at least `width` digits.
package func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
