import Civil
import ICalendar
import Interchange
import Logging
import Planning
import Store

extension Centre {
  /// Writes one .ics file per person, class, room and trainee, one for the centre, one for each follow-up officer, one of
  /// the public events, and index.csv, which lists them.
  ///
  /// Without a published timetable there are the officers' calendars, the standing meetings' and the public one alone.
  /// Sessions are those of the published state: what was imported since and not published is in no feed. Files are
  /// replaced in one step each and left untouched where nothing in them changed; feeds that no longer exist are taken
  /// away. Throws where there is nothing to tell.
  ///
  /// `calendarsFolder` holds the working calendars of the years that the bundle has none of, by which standing meetings
  /// keep off days on which nobody works.
  package func writeFeeds(
    to folder: String, calendarsFolder: String? = nil
  ) throws(CentreError) -> FeedSummary {
    let (state, settings) = try stored { store throws(StoreError) in
      (try store.published(), try store.centreSettings())
    }
    guard let settings else { throw .noBundle }
    let sessions = state.map {
      FeedSet($0, centreName: settings.name, zone: settings.timeZone, now: environment.now()).feeds
    }
    let feeds = try adding(
      standingFeeds: StandingFeeds(
        centreName: settings.name, zone: settings.timeZone,
        today: CivilDate(of: environment.now(), zone: settings.timeZone)),
      to: (sessions ?? []) + officerFeeds(centreName: settings.name, zone: settings.timeZone)
        + publicFeed(centreName: settings.name, zone: settings.timeZone),
      calendarsFolder: calendarsFolder)
    guard sessions != nil || !feeds.isEmpty else { throw .nothingPublished }
    let target = try FeedFolder(folder)
    let known = target.listed
    var index = CSVWriter()
    index.write(["file", "kind", "id", "name", "events"])
    var written = 0
    var events = 0
    for feed in feeds {
      let bytes: [UInt8]
      do throws(FeedError) { bytes = try feed.feed.text() } catch {
        throw .feed(file: feed.file, problem: error.wording)
      }
      if try target.write(bytes, to: feed.file) { written += 1 }
      events += feed.feed.events.count
      index.write([feed.file, feed.kind, feed.id, feed.name, "\(feed.feed.events.count)"])
    }
    let removed = try target.removeFeeds(listedIn: known, except: Set(feeds.map(\.file)))
    _ = try target.write(index.bytes, to: FeedFolder.index)
    log.info(
      "feeds written",
      metadata: [
        "publication": "\(state?.publication ?? 0)", "feeds": "\(feeds.count)", "written": "\(written)",
        "removed": "\(removed)", "events": "\(events)",
      ])
    return FeedSummary(
      folder: folder, feeds: feeds.count, written: written, unchanged: feeds.count - written,
      removed: removed,
      events: events, index: FeedFolder.index)
  }

  /// The feeds with the standing meetings; what changed since the last time is noted.
  private func adding(
    standingFeeds standing: StandingFeeds, to feeds: [PlannedFeed], calendarsFolder: String?
  ) throws(CentreError) -> [PlannedFeed] {
    let calendar = calendarsFolder.map { WorkingCalendars.all(in: $0) } ?? WorkingCalendar()
    let wanted = try standingOccurrences(within: standing.days, calendar: calendar)
    let stamp = try recordStamp()
    let notices = try stored { store throws(StoreError) in
      try store.notices(wanted, within: standing.days, stamp: stamp)
    }
    return standing.added(notices, to: feeds, opaqueName: store.opaqueName)
  }

  /// The calendars of the follow-up officers; what changed since the last time is noted, so that each entry keeps its
  /// id and its sequence rises.
  private func officerFeeds(centreName: String, zone: String) throws(CentreError) -> [PlannedFeed] {
    let stamp = try recordStamp()
    let officers = OfficerFeeds(centreName: centreName, zone: zone, today: stamp.on)
    let (notices, names) = try stored { store throws(StoreError) in
      let due = try store.dueContacts(within: officers.days, today: stamp.on)
      return (
        try store.notices(officers.wanted(due), within: officers.days, stamp: stamp),
        try store.officers().map(\.name)
      )
    }
    return officers.feeds(notices, of: names, opaqueName: store.opaqueName)
  }

  /// The calendar of the public events; none where there never was one.
  private func publicFeed(centreName: String, zone: String) throws(CentreError) -> [PlannedFeed] {
    let stamp = try recordStamp()
    let calendar = PublicFeed(centreName: centreName, zone: zone, today: stamp.on)
    let notices = try stored { store throws(StoreError) in
      let wanted = calendar.wanted(try store.outreachEvents(knownOn: stamp.on))
      return try store.outreachNotices(wanted, since: calendar.firstDay, stamp: stamp)
    }
    return notices.isEmpty ? [] : [calendar.feed(notices)]
  }
}
