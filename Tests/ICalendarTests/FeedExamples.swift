import Civil

@testable import ICalendar

extension Feed {
  /// A feed of made-up sessions.
  static func example(
    name: String = "李老师（样例）的课表", description: String? = nil, zone: String = "Asia/Shanghai",
    _ events: [FeedEvent] = [.example()]
  ) -> Feed {
    Feed(name: name, description: description, zone: zone, events: events)
  }

  /// The feed's text without folds.
  func unfolded() throws -> String {
    try String(decoding: text(), as: UTF8.self).replacing("\r\n ", with: "")
  }

  /// The values of a property in the feed's text, in order.
  func values(of property: String) throws -> [String] {
    try unfolded().split(separator: "\r\n").filter {
      $0.hasPrefix(property + ":") || $0.hasPrefix(property + ";")
    }
    .map { String($0.drop { $0 != ":" }.dropFirst()) }
  }
}

extension FeedEvent {
  /// A made-up session on Monday 2 March 2026, from 08:30 to 12:00, moved on by some days.
  static func example(
    uid: String = "s1@example", sequence: Int = 0, day: Int = 0, start: Int = 510, end: Int = 720,
    summary: String = "SYB 评估创业想法", location: String? = nil, coordinates: Coordinates? = nil,
    description: String? = nil, categories: [String] = [], url: String? = nil, status: Status = .confirmed
  ) -> FeedEvent {
    FeedEvent(
      uid: uid, sequence: sequence, revised: Instant(secondsSinceEpoch: 1_770_000_000),
      date: CivilDate(daysSinceEpoch: 20_514 + day),
      hours: Hours(ClockTime(minutes: start), ClockTime(minutes: end)),
      summary: summary, location: location, coordinates: coordinates,
      description: description, categories: categories, url: url, status: status)
  }
}
