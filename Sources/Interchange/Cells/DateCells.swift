import Civil

extension CellReader<CivilDate> {
  /// A day as Chinese spreadsheets write it, with or without a midnight after it.
  static var date: Self {
    CellReader { (text, _) throws(CellFault) in
      let expected = Wording(zh: "应为 2026-03-02 这样的日期", en: "expected a date such as 2026-03-02")
      switch DateText.read(text.folded.withoutTextMark) {
      case .day(let date): return date
      case .noSuchDay:
        throw CellFault(problem: Wording(zh: "没有这一天", en: "no such day"), expected: expected)
      case .withTime:
        throw CellFault(problem: Wording(zh: "日期后带有时刻", en: "a time after the date"), expected: expected)
      case .notADate:
        throw CellFault(problem: Wording(zh: "不是日期", en: "not a date"), expected: expected)
      }
    }
  }
}

extension CellReader<ClockTime> {
  /// A time of day: `08:30`, `8:30`, `08:30:00`, `8点30分`, or a spreadsheet's fraction of a day.
  static var time: Self {
    CellReader { (text, _) throws(CellFault) in
      guard let time = TimeText.read(text.folded.withoutTextMark) else {
        throw CellFault(
          problem: Wording(zh: "不是时刻", en: "not a time of day"),
          expected: Wording(zh: "应为 08:30 这样的时刻", en: "expected a time such as 08:30"))
      }
      return time
    }
  }

  /// The time of a timetable's row, which may follow a date; what cannot be read is kept as a time that no session has.
  static var anyTime: Self {
    CellReader { (text, notes) throws(CellFault) in
      let folded = text.folded
      if let time = TimeText.read(folded) { return time }
      let last = String(folded.suffix(5))
      if let time = TimeText.read(last) ?? TimeText.readPastMidnight(last) { return time }
      notes.warnings.append(
        CellFault(
          problem: Wording(zh: "不是时刻", en: "not a time of day"),
          expected: Wording(zh: "应为 08:30 这样的时刻", en: "expected a time such as 08:30")))
      return .unreadable
    }
  }
}

extension ClockTime {
  /// Stands for a time that a timetable's row gives and that is none.
  static let unreadable = ClockTime(minutes: -1)
}

/// Reads the forms of a date that Chinese centres use.
enum DateText {
  enum Reading: Hashable { case day(CivilDate), noSuchDay, withTime, notADate }

  /// Days of Excel's 1900 system that can stand for dates: 1954 to 2119; 45901 is 2025-09-01.
  private static let serials = 20_000...80_000

  /// What a half-width text without blanks around it says.
  static func read(_ text: String) -> Reading {
    var numbers: [(value: Int, digits: Int)] = []
    var (value, digits) = (0, 0)
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if ("0"..."9").contains(scalar) {
        guard digits < 9 else { return .notADate }
        (value, digits) = (value * 10 + Int(scalar.value) - 0x30, digits + 1)
        rest.removeFirst()
        continue
      }
      guard "-/.年月日号".unicodeScalars.contains(scalar), digits > 0, numbers.count < 3 else { break }
      numbers.append((value, digits))
      (value, digits) = (0, 0)
      rest.removeFirst()
      if scalar == "日" || scalar == "号" { break }
    }
    if digits > 0 { numbers.append((value, digits)) }
    let day = day(numbers)
    guard case .day = day, !isMidnight(Substring(rest)) else { return day }
    return rest.first == " " || rest.first == "T" ? .withTime : .notADate
  }

  private static func day(_ numbers: [(value: Int, digits: Int)]) -> Reading {
    switch numbers.count {
    case 3 where numbers[0].digits == 4 && numbers[1].digits <= 2 && numbers[2].digits <= 2:
      return date(numbers[0].value, numbers[1].value, numbers[2].value)
    case 1 where numbers[0].digits == 8:
      let number = numbers[0].value
      return date(number / 10_000, number / 100 % 100, number % 100)
    case 1 where serials.contains(numbers[0].value),
      2 where serials.contains(numbers[0].value) && numbers[1].value == 0:
      // Serial 25569 is 1970-01-01.
      return .day(CivilDate(daysSinceEpoch: numbers[0].value - 25_569))
    default: return .notADate
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> Reading {
    CivilDate(year: year, month: month, day: day).map(Reading.day) ?? .noSuchDay
  }

  private static func isMidnight(_ rest: Substring) -> Bool {
    let time = rest.drop { $0 == " " || $0 == "T" }
    return time.isEmpty || ["0:00", "00:00", "0:00:00", "00:00:00", "00:00:00.000"].contains(String(time))
  }
}

/// Reads the forms of a time of day.
enum TimeText {
  /// A time on the day after, `24:00` to `47:59`, which the end of a misplaced session can be.
  static func readPastMidnight(_ text: String) -> ClockTime? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), (24..<48).contains(hour),
      let time = ClockTime("00:" + parts[1])
    else { return nil }
    return ClockTime(minutes: hour * 60 + time.minutes)
  }

  /// The time that a half-width text without blanks around it gives.
  static func read(_ text: String) -> ClockTime? {
    if let time = ClockTime(text) { return time }
    if text.contains("."), let fraction = Double(text), (0..<1).contains(fraction) {
      return ClockTime(minutes: Int((fraction * 1440).rounded()) % 1440)
    }
    var parts = text.split(omittingEmptySubsequences: false) { ":时点分秒".contains($0) }
    if parts.count > 2, let last = parts.last, last.isEmpty { parts.removeLast() }
    if parts.count == 2, parts[1].isEmpty, !text.hasSuffix(":") { parts[1] = "00" }
    if parts.count == 2, parts[1] == "半" { parts[1] = "30" }
    if parts.count == 3 {
      guard parts[2] == "00" else { return nil }
      parts.removeLast()
    }
    guard parts.count == 2 else { return nil }
    return ClockTime(parts.joined(separator: ":"))
  }
}
