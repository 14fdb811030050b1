import Civil
import Foundation

/// How fast the calendars of lecturers are read: twenty of 500 events, most of them weekly.
struct CalendarFigures {
  let sentence: Wording

  private static let people = 20
  private static let events = 500

  /// Makes the bundles in a folder and reads them.
  init(in folder: String, calendars: String) throws {
    let bare = try Self.seconds(folder + "/bare", hasCalendars: false, calendars)
    let full = try Self.seconds(folder + "/full", hasCalendars: true, calendars)
    let count = Self.people * Self.events
    let perTenThousand = Numbers.seconds(max(0, full - bare) * 10_000 / Double(count))
    sentence = Wording(
      zh: "读日历：\(count) 个日程，每万日程 \(perTenThousand) 秒",
      en: "calendars: \(count) events read, \(perTenThousand) s per 10,000")
  }

  private static func seconds(_ path: String, hasCalendars: Bool, _ calendars: String) throws -> Double {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let persons = (1...people).map { "P\($0),示例\($0),lecturer,\(hasCalendars ? "P\($0).ics" : "")" }
    let tables: [String: [String]] = [
      "centre": ["key,value", "name,bench", "plan_from,2026-03-02", "plan_to,2026-07-31"],
      "blocks": ["block,start,periods", "AM,08:30,4"],
      "sites": ["site,name", "S1,S1"],
      "rooms": ["room,site,capacity", "R1,S1,30"],
      "courses": ["course,name", "C1,C1"],
      "modules": ["course,order,module,periods", "C1,1,M1,4"],
      "cohorts": ["cohort,name,category", "G1,G1,graduate"],
      "classes": ["class,course,cohort,size", "K1,C1,G1,20"],
      "people": ["person,name,roles,calendar"] + persons,
    ]
    for (name, lines) in tables {
      try Places.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path + "/\(name).csv")
    }
    if hasCalendars {
      for person in 1...people { try Places.write(calendar(person), to: path + "/P\(person).ics") }
    }
    return try Stopwatch.time { try BundleReadings.read(path, calendars: calendars) }.seconds
  }

  private static func calendar(_ person: Int) -> [UInt8] {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for event in 0..<events {
      let day = CivilDate(daysSinceEpoch: 20_514 + event % 150).description.replacing("-", with: "")
      let hour = ["08", "10", "14", "16", "19"][(event + person) % 5]
      lines += [
        "BEGIN:VEVENT", "UID:\(person)-\(event)@example.org", "DTSTAMP:20260101T000000Z",
        "DTSTART;TZID=Asia/Shanghai:\(day)T\(hour)0000", "DTEND;TZID=Asia/Shanghai:\(day)T\(hour)4500",
        "SUMMARY:忙 \(event)",
      ]
      if event % 2 == 0 { lines.append("RRULE:FREQ=WEEKLY;COUNT=10") }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
  }
}
