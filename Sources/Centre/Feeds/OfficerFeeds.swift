import Civil
import FollowUp
import ICalendar
import Store

/// The calendars of the follow-up officers: one entry a day with the contacts that are due on it.
///
/// It is of the whole day, as nobody is busy for it, and is taken back when all of them were made. An entry names
/// trainees by their ids alone: no name, no telephone, as the feed may lie on any phone.
struct OfficerFeeds {
  private static let daysBack = 60
  private static let daysAhead = 400
  private static let cancelledDays = 14
  /// Trainees named in one entry.
  private static let mostNamed = 40
  /// What the title of an entry says when nothing is left to do.
  private static let done = "回访已完成"

  let centreName: String
  let zone: String
  let today: CivilDate

  /// The days that a feed shows.
  var days: ClosedRange<CivilDate> { (today + -Self.daysBack)...(today + Self.daysAhead) }

  /// What each officer's calendar says on each day.
  func wanted(
    _ contacts: [DueContact]
  ) -> [WantedNotice] {
    struct Place: Hashable {
      let officer: String
      let day: CivilDate
    }
    let groups = Dictionary(grouping: contacts) { Place(officer: $0.officer, day: $0.day) }
    return groups.sorted { ($0.key.officer, $0.key.day) < ($1.key.officer, $1.key.day) }.map { place, due in
      let open = due.filter { !$0.isDone }
      let people = Set(due.map(\.trainee)).count
      let left = Set(open.map(\.trainee)).count
      let title =
        left == 0
        ? "\(Self.done)（\(people) 人）" : left == people ? "回访 \(people) 人" : "回访 \(left) 人（共 \(people) 人）"
      let lines = open.prefix(Self.mostNamed).map { "\($0.trainee) \($0.words)" }
      let more = open.count > Self.mostNamed ? ["另有 \(open.count - Self.mostNamed) 项"] : []
      return WantedNotice(
        officer: place.officer, day: place.day, title: title,
        content: (lines + more).joined(separator: "\n"), isDone: left == 0)
    }
  }

  /// A feed for each officer who follows anybody or has something to be told, by name.
  func feeds(_ notices: [FollowUpNotice], of officers: [String], opaqueName: (String) -> String)
    -> [PlannedFeed]
  {
    let shown = notices.filter { notice in
      guard notice.isCancelled else { return true }
      let told = CivilDate(of: notice.revised, zone: zone)
      return today <= max(notice.day + 7, told + Self.cancelledDays)
    }
    let byOfficer = Dictionary(grouping: shown, by: \.officer)
    return Set(officers).union(byOfficer.keys).sorted().map { officer in
      let id = FeedFileName.safe(officer, or: opaqueName(officer))
      return PlannedFeed(
        file: "officer-\(id).ics", kind: "officer", id: FeedFileName.shown(officer),
        name: FeedFileName.shown(officer),
        feed: Feed(
          name: "回访 · \(FeedFileName.shown(officer)) · \(centreName)", zone: zone,
          events: (byOfficer[officer] ?? []).map(event)))
    }
  }

  private func event(_ notice: FollowUpNotice) -> FeedEvent {
    FeedEvent(
      uid: notice.uid, sequence: notice.sequence, revised: notice.revised, date: notice.day,
      hours: nil, summary: notice.title, saysWhyCancelled: notice.title.hasPrefix(Self.done),
      description: notice.content.isEmpty ? nil : notice.content, categories: ["回访"],
      status: notice.isCancelled ? .cancelled : .confirmed)
  }
}

extension DueContact {
  fileprivate var words: String {
    switch kind {
    case .task(let step): step.name.chinese
    case .agreed: "已约定"
    }
  }
}
