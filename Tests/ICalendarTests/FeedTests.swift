import Civil
import Foundation
import Testing

@testable import ICalendar

@Suite struct FeedTests {
  @Test func `a feed carries what subscribers need`() throws {
    let event = FeedEvent.example(
      sequence: 2, location: "A座 301", coordinates: .init(latitude: 34.22, longitude: -108.95),
      categories: ["SYB", "创业, 培训"], url: "https://example.org/s/1")
    let text = try Feed.example(name: "课表, 样例", description: "每小时更新\n样例", [event]).unfolded()
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Seedbed//Seedbed 1.0//ZH
      CALSCALE:GREGORIAN
      NAME:课表\\, 样例
      X-WR-CALNAME:课表， 样例
      X-WR-CALDESC:每小时更新\\n样例
      X-WR-TIMEZONE:Asia/Shanghai
      COLOR:seagreen
      REFRESH-INTERVAL;VALUE=DURATION:PT1H
      X-PUBLISHED-TTL:PT1H
      BEGIN:VTIMEZONE
      TZID:Asia/Shanghai
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0800
      TZOFFSETTO:+0800
      TZNAME:CST
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:s1@example
      DTSTAMP:20260202T024000Z
      LAST-MODIFIED:20260202T024000Z
      SEQUENCE:2
      DTSTART;TZID=Asia/Shanghai:20260302T083000
      DTEND;TZID=Asia/Shanghai:20260302T120000
      SUMMARY:SYB 评估创业想法
      LOCATION:A座 301
      GEO:34.220000;-108.950000
      CATEGORIES:SYB,创业， 培训
      URL:https://example.org/s/1
      STATUS:CONFIRMED
      TRANSP:OPAQUE
      END:VEVENT
      END:VCALENDAR

      """
    #expect(text == expected.replacing("\n", with: "\r\n"))
  }

  @Test func `an entry of several whole days ends the day after the last`() throws {
    let first = CivilDate(daysSinceEpoch: 20_514)
    let feed = Feed.example([
      FeedEvent(
        uid: "fair@example", sequence: 0, revised: Instant(secondsSinceEpoch: 1_770_000_000), date: first,
        through: first + 2, hours: nil, summary: "示例展示会")
    ])
    #expect(try feed.values(of: "DTSTART") == ["20260302"] && feed.values(of: "DTEND") == ["20260305"])
  }

  @Test func `an entry of the whole day has dates, ends the day after, and takes nobody's time`() throws {
    let day = CivilDate(daysSinceEpoch: 20_514)
    let feed = Feed.example([
      FeedEvent(
        uid: "d1@example", sequence: 0, revised: Instant(secondsSinceEpoch: 1_770_000_000), date: day,
        hours: nil,
        summary: "回访 2 人")
    ])
    let text = try feed.unfolded()
    #expect(text.contains("DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260303\r\n"))
    #expect(text.contains("TRANSP:TRANSPARENT") && !text.contains("VTIMEZONE"))
    let reading = try Fixture.reader.busyTime(in: feed.text(), source: "feed", window: Fixture.march)
    #expect(reading.busy.isEmpty)
  }

  @Test func `a cancelled session stays, says so in its title, and frees the time`() throws {
    let feed = Feed.example([.example(sequence: 1, status: .cancelled)])
    #expect(try feed.values(of: "SUMMARY") == ["[已取消] SYB 评估创业想法"])
    #expect(try feed.values(of: "STATUS") == ["CANCELLED"])
    #expect(try feed.values(of: "TRANSP") == ["TRANSPARENT"])
    let reading = try Fixture.reader.busyTime(in: feed.text(), source: "feed", window: Fixture.march)
    #expect(reading.busy.isEmpty && reading.occurrences == 1)
  }

  @Test func `no line is over 75 octets and none is cut inside a character`() throws {
    let text = String(repeating: "创业😀培训,", count: 60)
    let event = FeedEvent.example(
      summary: text, location: text, description: text,
      url: "https://example.org/" + String(repeating: "x", count: 300))
    let bytes = try Feed.example(name: text, [event]).text()
    let lines = bytes.split(separator: 10).map { $0.dropLast() }
    #expect(lines.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
    #expect(bytes.count { $0 == 10 } == bytes.count { $0 == 13 })
    #expect(bytes.suffix(2) == [13, 10])
  }

  @Test func `events stand in order and the same values give the same bytes`() throws {
    let events = [
      FeedEvent.example(uid: "b", day: 1), .example(uid: "c"), .example(uid: "a", start: 480),
      .example(uid: "d"),
    ]
    let feed = Feed.example(events)
    #expect(try feed.values(of: "UID") == ["a", "c", "d", "b"])
    #expect(try feed.text() == Feed.example(events.reversed()).text())
  }

  @Test func `another zone gets the parts of its description that matter`() throws {
    let berlin = try Feed.example(zone: "Europe/Berlin").unfolded()
    #expect(berlin.contains("TZID:Europe/Berlin\r\n") && berlin.contains("BEGIN:STANDARD\r\n"))
    #expect(berlin.contains("BEGIN:DAYLIGHT\r\n") && !berlin.contains("freeassociation"))
    let tokyo = try Feed.example(zone: "Asia/Tokyo").unfolded()
    #expect(tokyo.contains("TZOFFSETTO:+0900\r\n") && !tokyo.contains("DAYLIGHT"))
    let reading = try Fixture.reader.busyTime(
      in: Array(berlin.utf8), source: "feed", window: Fixture.march)
    #expect(reading.busy.first?.lowerBound.description == "2026-03-02 15:30")
  }

  @Test func `a feed without events is still a calendar`() throws {
    #expect(try Feed.example([]).unfolded().hasSuffix("X-PUBLISHED-TTL:PT1H\r\nEND:VCALENDAR\r\n"))
  }

  @Test func `what would break a feed is refused with the place`() {
    func error(_ events: FeedEvent..., zone: String = "Asia/Shanghai") -> FeedError? {
      do throws(FeedError) {
        _ = try Feed.example(zone: zone, events).text()
        return nil
      } catch {
        return error
      }
    }
    #expect(error(.example(), zone: "China Standard Time") == .unknownZone("China Standard Time"))
    #expect(error(.example(uid: "a b")) == .badUID(position: 1))
    #expect(error(.example(), .example(uid: "tel-19900000000@x")) == .badUID(position: 2))
    #expect(error(.example(), .example()) == .repeatedUID("s1@example"))
    #expect(error(.example(start: 720)) == .endNotAfterStart(uid: "s1@example"))
    #expect(error(.example(sequence: -1)) == .badSequence(uid: "s1@example", found: -1))
    #expect(error(.example(status: .cancelled)) == .badSequence(uid: "s1@example", found: 0))
    #expect(error(.example(summary: " \u{7} ")) == .emptySummary(uid: "s1@example"))
    #expect(
      error(.example(coordinates: .init(latitude: 91, longitude: 0))) == .badCoordinates(uid: "s1@example"))
    #expect(
      error(.example(coordinates: .init(latitude: .nan, longitude: 0))) == .badCoordinates(uid: "s1@example"))
  }

  /// `SEEDBED_FEED_OUT` names a folder to write sample feeds to, for other programs to check.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SEEDBED_FEED_OUT"] != nil))
  func `sample feeds are written for other programs and ten thousand events quickly`() throws {
    let out = URL(filePath: try #require(ProcessInfo.processInfo.environment["SEEDBED_FEED_OUT"]))
    let statuses = FeedEvent.Status.allCases
    let events = (0..<10_000).map { index in
      FeedEvent.example(
        uid: "s\(index)@example", sequence: 1, day: index % 300, start: 510 + index % 20,
        summary: "创业培训第\(index)课，评估创业想法",
        location: "创业楼 A座 \(index % 40)", coordinates: .init(latitude: 34.2, longitude: 108.9),
        description: "班级: 样例班; 人数 30, 请带计划书\n电话 199-0000-0000", categories: ["SYB"],
        url: "https://example.org/s/\(index)", status: statuses[index % 3])
    }
    let clock = ContinuousClock()
    var bytes: [UInt8] = []
    let written = try clock.measure { bytes = try Feed.example(events).text() }
    let reader = CalendarReader(zone: "Asia/Shanghai", limits: .unlimitedSize)
    let window = Fixture.march.lowerBound...(Fixture.march.lowerBound + 400)
    var count = 0
    let read = try clock.measure {
      count = try reader.busyTime(in: bytes, source: "feed", window: window).occurrences
    }
    print("10000 events, \(bytes.count) bytes: written in \(written), read in \(read), \(count) occurrences")
    try Data(Feed.example(Array(events.prefix(500))).text()).write(to: out.appending(path: "feed.ics"))
    try Data(Feed.example(zone: "Europe/Berlin", Array(events.prefix(500))).text())
      .write(to: out.appending(path: "berlin.ics"))
    try Data(Feed.example([]).text()).write(to: out.appending(path: "empty.ics"))
  }
}

extension CalendarLimits {
  /// For the program's own feeds, whose size nobody else decides.
  static let unlimitedSize: CalendarLimits = {
    var limits = CalendarLimits()
    limits.bytes = .max
    limits.events = .max
    return limits
  }()
}
