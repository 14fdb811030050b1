/// When an event is held, on the wall clock of its own zone.
struct EventSpan {
  /// Seconds since 1970.
  let start: Int
  /// Seconds, at least 0.
  let length: Int
  let form: WallTime.Form
}

extension ZoneDirectory {
  /// When an event is held by its DTSTART and DTEND or DURATION (RFC 5545 3.6.1).
  ///
  /// With neither, a date lasts the day and a time has no length. An end before the start is taken as the start.
  mutating func span(of event: CalendarEvent) -> EventSpan {
    var start = event.start
    if let end = event.end, start.form == .floating, !end.isDate {
      start = WallTime(seconds: start.seconds, form: end.form)
    }
    var length = start.isDate ? 86_400 : 0
    if let end = event.end {
      length = distance(from: start, to: end)
      if length == 0, start.isDate { length = 86_400 }
    } else if let duration = event.duration {
      length = duration
    } else if event.hasUnreadableEnd {
      length = 86_400 - (start.seconds - start.seconds.dividedDown(by: 86_400) * 86_400)
    }
    return EventSpan(start: start.seconds + min(length, 0), length: abs(length), form: start.form)
  }

  /// Seconds between two times: on the wall clock where they share it, else as they pass; a time without a zone takes the other's.
  private mutating func distance(from start: WallTime, to end: WallTime) -> Int {
    let sharesClock = start.form == end.form || start.isDate || end.isDate || end.form == .floating
    return sharesClock ? end.seconds - start.seconds : moment(end) - moment(start)
  }

  /// Seconds since 1970 UTC.
  private mutating func moment(_ time: WallTime) -> Int {
    clock(of: time.form).utc(ofWall: time.seconds)
  }

  /// What the clock of another form shows at a time; a time without a zone is on that clock already.
  mutating func wall(of time: WallTime, in form: WallTime.Form) -> Int {
    if form == .date { return time.seconds.dividedDown(by: 86_400) * 86_400 }
    if time.form == form || time.form == .date || time.form == .floating { return time.seconds }
    return clock(of: form).wall(ofUTC: moment(time))
  }

  /// What tells occurrences of a series apart: one number for a wall time, however it is written.
  mutating func key(ofWall wall: Int, in form: WallTime.Form) -> Int {
    form == .date ? wall : clock(of: form).utc(ofWall: wall)
  }

  /// A span on the centre's wall clock; dates are the same days everywhere.
  mutating func occurrence(_ span: EventSpan, isBusy: Bool) -> Occurrence {
    guard span.form != .date else {
      return Occurrence(start: span.start, end: span.start + span.length, isBusy: isBusy)
    }
    let clock = clock(of: span.form)
    let start = centre.wall(ofUTC: clock.utc(ofWall: span.start))
    let end = centre.wall(ofUTC: clock.utc(ofWall: span.start + span.length))
    return Occurrence(start: start, end: max(start, end), isBusy: isBusy)
  }
}
