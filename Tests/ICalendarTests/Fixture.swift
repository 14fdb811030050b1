import Civil
import Foundation

@testable import ICalendar

/// Files of the repository and what the reader makes of them, in Shanghai and March 2026.
enum Fixture {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The bytes of an odd calendar, by its oddity.
  static func odd(_ name: String) throws -> [UInt8] {
    try bytes("Fixtures/calendars/\(name).ics")
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: root.appending(path: path)))
  }

  static let reader = CalendarReader(zone: "Asia/Shanghai")

  static let march =
    CivilDate(daysSinceEpoch: 20_513)...CivilDate(daysSinceEpoch: 20_543)

  static func reading(of name: String) throws -> CalendarReading {
    try reader.busyTime(in: odd(name), source: name, window: march)
  }

  /// The busy stretches of an odd calendar, as `03-02 09:00 - 03-02 10:00`.
  static func busy(in name: String) throws -> [String] {
    try reading(of: name).busy.map {
      "\($0.lowerBound.description.dropFirst(5)) - \($0.upperBound.description.dropFirst(5))"
    }
  }

  /// A calendar around some lines of one event that starts on 2026-03-02 at 09:00 and lasts an hour.
  static func event(_ lines: String...) -> [UInt8] {
    let text = """
      BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=Asia/Shanghai:20260302T090000\r
      DURATION:PT1H\r\n\(lines.map { $0 + "\r\n" }.joined())END:VEVENT\r\nEND:VCALENDAR\r\n
      """
    return Array(text.utf8)
  }
}
