import Civil

/// The VTIMEZONE of a feed: small, with a STANDARD part, and true for the days of its events.
enum FeedZone {
  /// The description of a zone for a range of days; nil where the system has no such zone.
  ///
  /// A zone whose offset does not change in the range gets one STANDARD block from 1970 on, as Asia/Shanghai does:
  /// clients misread its history before 1991. Others get those of libical's blocks that still matter.
  static func node(zone: String, days: ClosedRange<CivilDate>) -> CalendarNode? {
    guard let clock = SystemZones.clock(ofIANA: zone) else { return nil }
    var node = CalendarNode(name: "VTIMEZONE", properties: [.init(name: "TZID", value: zone)])
    let first = (days.lowerBound.daysSinceEpoch - 366) * 86_400
    let last = (days.upperBound.daysSinceEpoch + 366) * 86_400
    let offset = clock.offset(atUTC: first)
    let observances = SystemZones.node(ofIANA: zone)?.children ?? []
    let isConstant = stride(from: first, to: last, by: 86_400).allSatisfy {
      clock.offset(atUTC: $0) == offset
    }
    let kept = isConstant ? [] : observances.filter { matters($0, first: first, last: last) }
    if !kept.contains(where: { $0.name == "STANDARD" }) {
      let name = observances.max { start($0) < start($1) }?["TZNAME"]?.value
      node.children.append(standard(offset: offset, name: zone == "Asia/Shanghai" ? "CST" : name ?? zone))
    }
    node.children += kept.map { observance in
      let names = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE", "TZNAME"]
      return CalendarNode(name: observance.name, properties: names.flatMap { observance.all($0) })
    }
    return node
  }

  private static func standard(offset: Int, name: String) -> CalendarNode {
    let minutes = abs(offset) / 60
    let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    let text = (offset < 0 ? "-" : "+") + digits
    return CalendarNode(
      name: "STANDARD",
      properties: [
        .init(name: "DTSTART", value: "19700101T000000"), .init(name: "TZOFFSETFROM", value: text),
        .init(name: "TZOFFSETTO", value: text), .init(name: "TZNAME", value: name, form: .text),
      ])
  }

  private static func start(_ observance: CalendarNode) -> Int {
    observance["DTSTART"].flatMap { WallTime($0.value)?.seconds } ?? Int.min
  }

  /// Whether any of the observance's changes falls within the range.
  private static func matters(_ observance: CalendarNode, first: Int, last: Int) -> Bool {
    let start = start(observance)
    guard start <= last else { return false }
    let dates = observance.all("RDATE").compactMap { WallTime($0.value)?.seconds }
    let rules = observance.all("RRULE").compactMap { try? RecurrenceRule($0.value) }
    let ends = rules.map { $0.until?.seconds ?? Int.max } + dates + [start]
    return (ends.max() ?? start) >= first
  }
}
