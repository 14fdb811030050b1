import Civil
import ICalendar
import Planning
import Store

/// One feed before it is written.
struct PlannedFeed {
  let file: String
  /// As the index names it.
  let kind: String
  /// As the index shows it.
  let id: String
  let name: String
  let feed: Feed
}

/// All feeds of a published state, each with the sessions of its audience.
struct FeedSet {
  private let state: PublishedState
  private let window: FeedWindow
  private let centreName: String
  private let zone: String
  private var events: [Audience: [SessionRevision]] = [:]

  init(_ state: PublishedState, centreName: String, zone: String, now: Instant) {
    self.state = state
    self.centreName = centreName
    self.zone = zone
    window = FeedWindow(state, now: now, zone: zone)
    var seen: [Audience: Set<String>] = [:]
    for revision in state.revisions {
      for audience in Self.audience(revision, state.roster) {
        seen[audience, default: []].insert(revision.uid)
        if window.shows(revision) { events[audience, default: []].append(revision) }
      }
    }
    // Who is back in a session sees the session itself.
    for withdrawal in state.withdrawals {
      let isBack = seen[withdrawal.audience]?.contains(withdrawal.revision.uid) == true
      if !isBack, window.shows(withdrawal.revision) {
        events[withdrawal.audience, default: []].append(withdrawal.revision)
      }
    }
  }

  /// The centre's feed first; an owner who is no longer among the facts has one as long as there is something in it.
  var feeds: [PlannedFeed] {
    let all = state.revisions.filter(window.shows)
    let centre = PlannedFeed(
      file: "centre.ics", kind: "centre", id: "", name: centreName,
      feed: feed(all, for: nil, name: centreName))
    return [centre]
      + state.owners.compactMap { owner in
        let sessions = events[owner.audience] ?? []
        guard owner.isCurrent || !sessions.isEmpty else { return nil }
        let kind = owner.audience.kind
        return PlannedFeed(
          file: FeedFileName.name(of: owner), kind: kind.rawValue, id: FeedFileName.shownID(of: owner),
          name: owner.name, feed: feed(sessions, for: kind, name: owner.name))
      }
  }

  private func feed(_ sessions: [SessionRevision], for kind: Audience.Kind?, name: String) -> Feed {
    Feed(
      name: kind == nil ? name : "\(name) · \(centreName)", zone: zone,
      events: sessions.map { FeedContent.event($0, for: kind) })
  }

  /// Everybody and everything that a session concerns.
  private static func audience(_ revision: SessionRevision, _ roster: [String: Set<String>]) -> [Audience] {
    let session = revision.session
    var audience = session.people.map { Audience(.person, $0.id) }
    if !session.place.room.isEmpty { audience.append(Audience(.room, session.place.room)) }
    switch session.key {
    case .classSession(let classID, _, _):
      audience.append(Audience(.classID, classID))
      audience += (roster[classID] ?? []).map { Audience(.trainee, $0) }
    case .meeting(let trainee, _): audience.append(Audience(.trainee, trainee))
    }
    return audience
  }
}
