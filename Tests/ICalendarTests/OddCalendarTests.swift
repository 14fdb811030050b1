import Civil
import Testing

@testable import ICalendar

@Suite struct OddCalendarTests {
  @Test(arguments: [
    ("windows-zone-name-without-vtimezone", ["03-02 09:00 - 03-02 10:30"]),
    ("unknown-zone-with-own-vtimezone", ["03-02 12:30 - 03-02 13:30"]),
    ("unknown-zone-without-vtimezone", ["03-02 10:00 - 03-02 11:00"]),
    ("iana-zone-with-summer-time", ["03-23 16:00 - 03-23 17:00", "03-30 15:00 - 03-30 16:00"]),
    ("vendor-prefix-before-zone-name", ["03-02 09:00 - 03-02 10:00"]),
    ("floating-with-x-wr-timezone", ["03-02 09:00 - 03-02 10:00"]),
    ("floating-without-zone", ["03-02 10:00 - 03-02 11:00"]),
    ("utc-over-midnight", ["03-02 23:00 - 03-03 02:00"]),
    ("two-calendars-in-one-file", ["03-02 09:00 - 03-02 11:00"]),
  ])
  func `times are shown on the centre's clock`(name: String, busy: [String]) throws {
    #expect(try Fixture.busy(in: name) == busy)
  }

  @Test(arguments: [
    ("all-day-without-value-parameter", ["03-02 00:00 - 03-03 00:00"]),
    ("date-with-end-on-same-day", ["03-02 00:00 - 03-03 00:00"]),
    ("end-before-start", ["03-02 10:00 - 03-02 11:00"]),
    ("unreadable-end", ["03-02 14:00 - 03-03 00:00"]),
    ("free-busy-instead-of-events", ["03-02 09:00 - 03-02 11:00", "03-03 09:00 - 03-03 10:00"]),
    ("two-events-of-one-uid", ["03-02 09:00 - 03-02 10:00", "03-03 09:00 - 03-03 10:00"]),
    (
      "override-of-unreadable-recurrence-id",
      ["03-02 09:00 - 03-02 10:00", "03-03 09:00 - 03-03 10:00", "03-05 09:00 - 03-05 10:00"]
    ),
    ("free-cancelled-and-transparent", ["03-05 09:00 - 03-05 10:00"]),
  ])
  func `an odd event is busy for as long as it may last`(name: String, busy: [String]) throws {
    #expect(try Fixture.busy(in: name) == busy)
  }

  @Test(arguments: [
    (
      "weekly-with-exdate-rdate-override",
      [
        "03-02 09:00 - 03-02 10:00", "03-11 09:00 - 03-11 10:00", "03-17 14:00 - 03-17 16:00",
        "03-23 09:00 - 03-23 10:00",
      ]
    ),
    (
      "override-this-and-future",
      [
        "03-02 09:00 - 03-02 10:00", "03-03 09:00 - 03-03 10:00", "03-04 14:00 - 03-04 16:00",
        "03-05 14:00 - 03-05 16:00",
      ]
    ),
    ("override-without-master", ["03-17 14:00 - 03-17 15:00"]),
    (
      "rule-with-negative-count",
      [
        "03-02 00:00 - 03-03 00:00", "03-09 00:00 - 03-10 00:00", "03-16 00:00 - 03-17 00:00",
        "03-23 00:00 - 03-24 00:00", "03-30 00:00 - 03-31 00:00",
      ]
    ),
  ])
  func `a series is followed with its exceptions`(name: String, busy: [String]) throws {
    #expect(try Fixture.busy(in: name) == busy)
    #expect(try Fixture.reading(of: name).skipped.isEmpty)
  }

  @Test(arguments: [
    ("hourly-rule", ["03-02 00:00 - 03-05 00:00"]),
    ("rule-that-no-one-understands", ["03-30 00:00 - 04-01 00:00"]),
    ("rule-line-without-a-value", ["03-31 00:00 - 04-01 00:00"]),
  ])
  func `a rule that cannot be followed makes every day from its start busy, and says so`(
    name: String, busy: [String]
  ) throws {
    #expect(try Fixture.busy(in: name) == busy)
    let skipped = try Fixture.reading(of: name).skipped
    #expect(skipped.map(\.line) == [4])
    #expect(skipped.allSatisfy { $0.reason.chinese.contains("规则无法识别，请确认") })
  }

  @Test(arguments: [
    "lower-case-and-bare-line-feeds", "carriage-returns-only", "utf16-with-byte-order-mark", "gb18030-text",
    "utf8-with-byte-order-mark", "folded-in-the-middle-of-names",
  ])
  func `line ends, encodings and folds do not matter`(name: String) throws {
    #expect(try Fixture.busy(in: name) == ["03-02 09:00 - 03-02 10:00"])
    #expect(try Fixture.reading(of: name).skipped.isEmpty)
  }

  @Test(arguments: [
    ("one-event-without-start", 4, "DTSTART"), ("end-of-calendar-missing", 8, "END:VCALENDAR"),
    ("availability-instead-of-events", 4, "VAVAILABILITY"),
    ("unknown-zone-without-vtimezone", 4, "Asia/Beijing"),
    ("unreadable-end", 4, "end is not readable"),
    ("override-of-unreadable-recurrence-id", 12, "RECURRENCE-ID is not readable"),
  ])
  func `what was not taken as it stands is reported with its line`(name: String, line: Int, words: String)
    throws
  {
    let skipped = try Fixture.reading(of: name).skipped
    #expect(skipped.map(\.line) == [line])
    #expect(skipped.allSatisfy { $0.reason.english.contains(words) })
  }

  @Test func `a bad event does not take the good one with it`() throws {
    let reading = try Fixture.reading(of: "one-event-without-start")
    #expect(reading.events == 2)
    #expect(reading.occurrences == 1)
    #expect(reading.span?.lowerBound.description == "2026-03-02")
  }

  @Test(arguments: [
    ("no-calendar-at-all", CalendarError.Kind.notACalendar, nil),
    ("cut-off-inside-an-event", .unbalanced(found: "BEGIN:VEVENT"), 4),
    ("event-inside-an-event", .unbalanced(found: "BEGIN:VEVENT"), 6),
  ])
  func `a broken file is refused with its line`(name: String, kind: CalendarError.Kind, line: Int?) throws {
    let bytes = try Fixture.odd(name)
    let error = #expect(throws: CalendarError.self) {
      try Fixture.reader.busyTime(in: bytes, source: name, window: Fixture.march)
    }
    #expect(error?.kind == kind)
    #expect(error?.line == line)
  }
}
