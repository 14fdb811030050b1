import Civil

/// A calendar to subscribe to: one person's, class's, room's or the centre's sessions.
package struct Feed: Hashable, Sendable {
  package let name: String
  package let description: String?
  /// The IANA zone of all its times.
  package let zone: String
  package let events: [FeedEvent]

  package init(name: String, description: String? = nil, zone: String, events: [FeedEvent]) {
    self.name = name
    self.description = description
    self.zone = zone
    self.events = events
  }

  /// The feed as iCalendar text (RFC 5545, RFC 7986) in UTF-8: the same bytes for the same values.
  ///
  /// Events stand in the order of start and UID; every text is sanitised and freed of personal numbers.
  /// Throws the first value that would break the feed for its subscribers.
  package func text() throws(FeedError) -> [UInt8] {
    var calendar = CalendarNode(name: "VCALENDAR", properties: heading)
    let dates = events.map(\.date)
    let epoch = CivilDate(daysSinceEpoch: 0)
    let days = (dates.min() ?? epoch)...(dates.max() ?? epoch)
    guard let zoneNode = FeedZone.node(zone: zone, days: days) else { throw .unknownZone(zone) }
    if events.contains(where: { $0.hours != nil }) { calendar.children.append(zoneNode) }
    var seen: Set<String> = []
    for (position, event) in events.enumerated() {
      let uid = try event.checkedUID(position: position + 1)
      guard seen.insert(uid).inserted else { throw .repeatedUID(uid) }
    }
    for event in events.sorted(by: FeedEvent.inOrder) {
      calendar.children.append(try event.node(zone: zone))
    }
    guard let text = Component(calendar)?.text else { throw .notWritten }
    return text
  }

  private var heading: [CalendarNode.Property] {
    let title = FeedText.line(name)
    var properties: [CalendarNode.Property] = [
      .init(name: "VERSION", value: "2.0"),
      .init(name: "PRODID", value: "-//Seedbed//Seedbed 1.0//ZH"),
      .init(name: "CALSCALE", value: "GREGORIAN"),
      .init(name: "NAME", value: title, form: .text),
      .init(name: "X-WR-CALNAME", value: FeedText.withoutSeparators(title)),
    ]
    if let description {
      properties.append(
        .init(name: "X-WR-CALDESC", value: FeedText.withoutSeparators(FeedText.free(description))))
    }
    // Both ask subscribers to come back every hour; Outlook follows the second.
    let duration = CalendarNode.Parameter(name: "VALUE", value: "DURATION")
    properties += [
      .init(name: "X-WR-TIMEZONE", value: zone),
      .init(name: "COLOR", value: "seagreen", form: .text),
      .init(name: "REFRESH-INTERVAL", parameters: [duration], value: "PT1H"),
      .init(name: "X-PUBLISHED-TTL", value: "PT1H"),
    ]
    return properties
  }
}
