import Civil

/// A calendar file after the sieve and libical: its VCALENDAR parts with their events.
struct ParsedCalendar {
  /// One VCALENDAR.
  struct Part {
    /// X-WR-TIMEZONE: the zone of times that name none.
    let zone: String?
    let zones: [CalendarNode]
    let events: [CalendarEvent]
    let busy: [CalendarNode]
  }

  let parts: [Part]
  /// VEVENT components, unusable ones too.
  let events: Int
  let skipped: [SkippedItem]

  init(_ bytes: [UInt8], source: String, limits: CalendarLimits) throws(CalendarError) {
    let sieve = try CalendarSieve(bytes, source: source, limits: limits)
    guard let root = Component(parsing: sieve.text)?.node else {
      throw CalendarError(.notACalendar, source: source)
    }
    var skipped = sieve.skipped
    parts = (root.name == "VCALENDAR" ? [root] : root.children).map { calendar in
      var events: [CalendarEvent] = []
      for node in calendar.children where node.name == "VEVENT" {
        let line = node[CalendarSieve.lineMark].flatMap { Int($0.value) } ?? 0
        do throws(CalendarEvent.Unusable) {
          let event = try CalendarEvent(node, line: line)
          events.append(event)
          skipped += event.remarks.map { SkippedItem(line: line, reason: $0) }
        } catch {
          skipped.append(SkippedItem(line: line, reason: error.reason))
        }
      }
      return Part(
        zone: calendar["X-WR-TIMEZONE"]?.value, zones: calendar.children.filter { $0.name == "VTIMEZONE" },
        events: events, busy: calendar.children.filter { $0.name == "VFREEBUSY" })
    }
    events = sieve.events
    self.skipped = skipped
  }
}

extension ParsedCalendar.Part {
  /// What the part holds in a window of seconds on the centre's wall clock, and remarks on it.
  func occurrences(
    in window: Range<Int>, centre: ZoneClock, limits: CalendarLimits, budget: inout WorkBudget
  ) throws(WorkBudget.Exhausted) -> ([Occurrence], [SkippedItem]) {
    let directory = try directory(centre: centre, budget: &budget)
    var expansion = SeriesExpansion(window: window, zones: directory, limits: limits, budget: budget)
    for series in EventSeries.series(of: events) { try expansion.add(series) }
    for node in busy { try add(node, to: &expansion) }
    budget = expansion.budget
    let line = events.first?.line ?? 1
    let unknown = expansion.zones.unknown.sorted().map { name in
      SkippedItem(
        line: line,
        reason: Wording(
          zh: "时区“\(name)”无法识别，按本中心的时区处理；请确认",
          en: "time zone “\(name)” is not known, the centre's own is taken; please check"))
    }
    return (expansion.occurrences, expansion.skipped + unknown)
  }

  private func directory(
    centre: ZoneClock, budget: inout WorkBudget
  ) throws(WorkBudget.Exhausted) -> ZoneDirectory {
    var directory = ZoneDirectory(centre: centre, floating: centre)
    for zone in zones { try directory.add(zone, budget: &budget) }
    if let zone { directory.setFloating(zone) }
    return directory
  }

  /// FREEBUSY periods, those that say FREE left out (RFC 5545 3.8.2.6).
  private func add(_ node: CalendarNode, to expansion: inout SeriesExpansion) throws(WorkBudget.Exhausted) {
    for property in node.all("FREEBUSY") where property.parameter("FBTYPE")?.uppercased() != "FREE" {
      let sides = property.value.split(separator: "/")
      guard sides.count == 2, let start = WallTime(sides[0]) else { continue }
      let end = WallTime(sides[1]).map(\.seconds)
      let length = WrittenDuration(sides[1])?.seconds ?? end.map { $0 - start.seconds } ?? 0
      try expansion.add(EventSpan(start: start.seconds, length: max(0, length), form: start.form))
    }
  }
}
