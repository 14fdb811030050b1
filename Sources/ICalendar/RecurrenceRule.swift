import Civil

/// A recurrence rule (RFC 5545 3.3.10) of a frequency that is followed: daily and slower.
struct RecurrenceRule {
  enum Frequency: Int, Comparable {
    case secondly, minutely, hourly, daily, weekly, monthly, yearly

    static func < (left: Frequency, right: Frequency) -> Bool { left.rawValue < right.rawValue }
  }

  /// A rule that cannot be followed.
  struct Unreadable: Error {}

  /// A weekday, and which of the month or year: 1 the first, -1 the last, 0 every.
  struct Day {
    let weekday: Int
    let ordinal: Int
  }

  let frequency: Frequency
  private(set) var interval = 1
  private(set) var count: Int?
  private(set) var until: WallTime?
  private(set) var weekStart = 0
  private(set) var months: [Int] = []
  private(set) var monthDays: [Int] = []
  private(set) var yearDays: [Int] = []
  private(set) var weeks: [Int] = []
  private(set) var days: [Day] = []
  private(set) var hours: [Int] = []
  private(set) var minutes: [Int] = []
  private(set) var seconds: [Int] = []
  private(set) var positions: [Int] = []

  /// Whether any BY list narrows or widens the rule.
  var hasLists: Bool {
    !(months.isEmpty && monthDays.isEmpty && yearDays.isEmpty && weeks.isEmpty && days.isEmpty
      && hours.isEmpty
      && minutes.isEmpty && seconds.isEmpty && positions.isEmpty)
  }

  init(_ text: String, maximumValues: Int = 400) throws(Unreadable) {
    var parts: [String: String] = [:]
    for part in text.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { !$0.isWhitespace }.uppercased() }
      guard sides.count == 2, parts[sides[0]] == nil else { throw Unreadable() }
      parts[sides[0]] = sides[1]
    }
    guard let frequency = RecurrenceRule.frequencies[parts["FREQ"] ?? ""] else { throw Unreadable() }
    self.frequency = frequency
    for (key, value) in parts {
      func list(_ bounds: ClosedRange<Int>, zero: Bool = true) throws(Unreadable) -> [Int] {
        let values = value.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        let read = values.compactMap { $0 }.filter { bounds.contains($0) && (zero || $0 != 0) }
        guard read.count == values.count, read.count <= maximumValues else { throw Unreadable() }
        return Array(Set(read)).sorted()
      }
      switch key {
      case "FREQ": break
      case "INTERVAL":
        guard let number = Int(value), (1...10_000).contains(number) else { throw Unreadable() }
        interval = number
      case "COUNT":
        guard let number = Int(value), number > 0 else { throw Unreadable() }
        count = number
      case "UNTIL":
        guard let time = WallTime(value) else { throw Unreadable() }
        until = time
      case "WKST":
        guard let day = RecurrenceRule.weekdays[value] else { throw Unreadable() }
        weekStart = day
      case "BYMONTH": months = try list(1...12)
      case "BYMONTHDAY": monthDays = try list(-31...31, zero: false)
      case "BYYEARDAY": yearDays = try list(-366...366, zero: false)
      case "BYWEEKNO": weeks = try list(-53...53, zero: false)
      case "BYHOUR": hours = try list(0...23)
      case "BYMINUTE": minutes = try list(0...59)
      case "BYSECOND": seconds = try list(0...60).map { min($0, 59) }
      case "BYSETPOS": positions = try list(-366...366, zero: false)
      case "BYDAY":
        days = try RecurrenceRule.days(value)
        guard days.count <= maximumValues else { throw Unreadable() }
      case _ where key.hasPrefix("X-"): break
      default: throw Unreadable()
      }
    }
    let times = max(1, hours.count) * max(1, minutes.count) * max(1, seconds.count)
    guard times <= RecurrenceRule.maximumTimes else { throw Unreadable() }
  }

  /// More times in a day than this make a rule as fine as an hourly one, which is not followed.
  private static let maximumTimes = 48

  private static func days(_ text: String) throws(Unreadable) -> [Day] {
    var days: [Day] = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let weekday = weekdays[String(item.suffix(2))] else { throw Unreadable() }
      let number = item.dropLast(2)
      guard let ordinal = number.isEmpty ? 0 : Int(number), (-53...53).contains(ordinal) else {
        throw Unreadable()
      }
      days.append(Day(weekday: weekday, ordinal: ordinal))
    }
    return days
  }

  private static let frequencies: [String: Frequency] = [
    "SECONDLY": .secondly, "MINUTELY": .minutely, "HOURLY": .hourly, "DAILY": .daily, "WEEKLY": .weekly,
    "MONTHLY": .monthly, "YEARLY": .yearly,
  ]

  private static let weekdays = ["MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6]
}
