import Civil
import Testing

@testable import ICalendar

@Suite struct CalendarLimitsTests {
  private func refusal(_ text: String) -> CalendarError.Kind? {
    do throws(CalendarError) {
      _ = try Fixture.reader.busyTime(in: Array(text.utf8), source: "hostile.ics", window: Fixture.march)
      return nil
    } catch {
      return error.kind
    }
  }

  private func calendar(_ body: String) -> String {
    "BEGIN:VCALENDAR\r\n\(body)END:VCALENDAR\r\n"
  }

  private func event(_ lines: String) -> String {
    "BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nDTEND:20200101T010000Z\r\n\(lines)\r\nEND:VEVENT\r\n"
  }

  @Test func `a file of more than two megabytes is refused`() {
    #expect(refusal(String(repeating: "x", count: 2_097_153)) == .tooLarge(limit: 2_097_152))
  }

  @Test func `a long line is refused, however it is folded, unless nobody reads it`() {
    let long = String(repeating: "x", count: 60_000) + "\r\n " + String(repeating: "x", count: 10_000)
    #expect(refusal(calendar(event("SUMMARY:" + long))) == .lineTooLong(limit: 65_536))
    #expect(refusal(calendar(event("DESCRIPTION:" + long))) == nil)
  }

  @Test func `deep nesting is refused before libical sees it`() {
    let open = String(repeating: "BEGIN:X\r\n", count: 20_000)
    let close = String(repeating: "END:X\r\n", count: 20_000)
    #expect(refusal(calendar(open + close)) == .nestedTooDeep(limit: 4))
  }

  @Test func `a NUL is refused`() {
    #expect(refusal(calendar("X:\0\r\n")) == .nulCharacter)
  }

  @Test func `too many events, dates, parameters, rules and zones are refused`() {
    let events = String(repeating: event("TRANSP:OPAQUE"), count: 5_001)
    #expect(refusal(calendar(events)) == .tooManyEvents(limit: 5_000))
    let dates = (0..<5).map { _ in "EXDATE:" + String(repeating: "20260101T000000Z,", count: 400) }
    #expect(refusal(calendar(event(dates.joined(separator: "\r\n")))) == .tooManyDates(limit: 2_000))
    let parameters = String(repeating: ";X=1", count: 33)
    #expect(refusal(calendar(event("SUMMARY\(parameters):x"))) == .tooManyParameters(limit: 32))
    let rules = String(repeating: "RRULE:FREQ=DAILY\r\n", count: 9)
    #expect(refusal(calendar(event(rules + "TRANSP:OPAQUE"))) == .tooManyRules(limit: 8))
    let zones = String(repeating: "BEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\n", count: 201)
    #expect(refusal(calendar(zones)) == .tooManyZones(limit: 200))
  }

  @Test(arguments: [
    "SECONDLY", "MINUTELY", "HOURLY", "SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "DAILY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE=0,10,20,30,40,50,55",
  ])
  func `no rule finer than daily is expanded`(rule: String) throws {
    let reading = try Fixture.reader.busyTime(
      in: Fixture.event("RRULE:FREQ=\(rule)"), source: "hostile.ics", window: Fixture.march)
    #expect(reading.occurrences == 30)
    #expect(reading.skipped.count == 1)
  }

  @Test func `a rule that never fires costs the window only`() throws {
    var limits = CalendarLimits()
    limits.work = 200
    let bytes = Fixture.event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")
    let reading = try CalendarReader(zone: "Asia/Shanghai", limits: limits).busyTime(
      in: bytes, source: "hostile.ics", window: Fixture.march)
    #expect(reading.occurrences == 1)
  }

  @Test func `work beyond the limit is refused`() {
    var limits = CalendarLimits()
    limits.work = 20
    let bytes = Fixture.event("RRULE:FREQ=DAILY")
    let error = #expect(throws: CalendarError.self) {
      try CalendarReader(zone: "Asia/Shanghai", limits: limits).busyTime(
        in: bytes, source: "hostile.ics", window: Fixture.march)
    }
    #expect(error?.kind == .tooMuchWork)
  }

  @Test func `more values on a line than libical counts are all kept`() throws {
    let dates = (0..<600).map { index in
      "202603" + String(index % 30 + 101).dropFirst() + "T" + String(index / 30 + 100).dropFirst() + "0000"
    }
    let reading = try Fixture.reader.busyTime(
      in: Fixture.event("RDATE:" + dates.joined(separator: ",")), source: "many.ics", window: Fixture.march)
    #expect(reading.occurrences == 600)
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "Asia/../Asia/Shanghai", "", "Mars/Base"])
  func `a zone name is never taken for a path`(name: String) {
    #expect(SystemZones.clock(ofIANA: name) == nil)
  }

  @Test func `an unknown zone of the centre is an error that says what to write`() {
    let error = #expect(throws: CalendarError.self) {
      try CalendarReader(zone: "Asia/Beijing").busyTime(
        in: Fixture.event(), source: "a.ics", window: Fixture.march)
    }
    #expect(error?.wording.english.contains("Asia/Shanghai") == true)
  }
}
