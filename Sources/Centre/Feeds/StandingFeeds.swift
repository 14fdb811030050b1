import Civil
import ICalendar
import Planning
import Store

/// Standing meetings in the calendars of those who attend, and in the centre's.
///
/// Who is in no other calendar, such as a liaison officer, gets one of his or her own.
struct StandingFeeds {
  private static let daysBack = 60
  private static let daysAhead = 400
  private static let cancelledDays = 14

  let centreName: String
  let zone: String
  let today: CivilDate

  /// The days that a feed shows.
  var days: ClosedRange<CivilDate> { (today + -Self.daysBack)...(today + Self.daysAhead) }

  /// The feeds with the meetings in them; new ones stand at the end, by name.
  func added(_ notices: [StandingNotice], to feeds: [PlannedFeed], opaqueName: (String) -> String)
    -> [PlannedFeed]
  {
    let shown = notices.filter { notice in
      guard notice.isCancelled else { return true }
      let told = CivilDate(of: notice.revised, zone: zone)
      return today <= max(notice.day + 7, told + Self.cancelledDays)
    }
    guard !shown.isEmpty else { return feeds }
    var left = Set(shown.flatMap(\.told.attendees))
    var feeds = feeds.map { feed -> PlannedFeed in
      guard feed.kind != "centre" else { return feed.adding(shown.map(event)) }
      guard feed.kind == "person" || feed.kind == "officer", left.contains(feed.id) else { return feed }
      return feed.adding(shown.filter { $0.told.attendees.contains(feed.id) }.map(event))
    }
    left.subtract(feeds.filter { $0.kind == "person" || $0.kind == "officer" }.map(\.id))
    feeds += left.sorted().map { name in
      let shownName = FeedFileName.shown(name)
      return PlannedFeed(
        file: "attendee-\(FeedFileName.safe(name, or: opaqueName(name))).ics", kind: "attendee",
        id: shownName,
        name: shownName,
        feed: Feed(
          name: "例会 · \(shownName) · \(centreName)", zone: zone,
          events: shown.filter { $0.told.attendees.contains(name) }.map(event)))
    }
    return feeds
  }

  private func event(_ notice: StandingNotice) -> FeedEvent {
    let moved = notice.day != notice.told.nominal
    return FeedEvent(
      uid: notice.uid, sequence: notice.sequence, revised: notice.revised, date: notice.day,
      hours: FeedEvent.Hours(notice.told.start, notice.told.end), summary: notice.told.name,
      location: notice.told.place.isEmpty ? nil : notice.told.place,
      description: moved ? "原定 \(notice.told.nominal)，因休息日调整。" : nil, categories: ["例会"],
      status: notice.isCancelled ? .cancelled : .confirmed)
  }
}

extension PlannedFeed {
  fileprivate func adding(_ events: [FeedEvent]) -> PlannedFeed {
    PlannedFeed(
      file: file, kind: kind, id: id, name: name,
      feed: Feed(
        name: feed.name, description: feed.description, zone: feed.zone, events: feed.events + events))
  }
}
