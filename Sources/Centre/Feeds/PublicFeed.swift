import Civil
import ICalendar
import ProjectLibrary
import Store

/// The calendar of the outreach events that everybody may come to.
///
/// An event of one day with hours is an appointment; any other is of whole days, with its hours in the text. One that
/// was cancelled stays, marked so, until the later of 7 days after its end and 14 days after it was told. It holds no
/// person's name, number or address, only the units that hold the event.
struct PublicFeed {
  private static let daysBack = 60
  private static let daysAhead = 400
  private static let cancelledAfterEnd = 7
  private static let cancelledAfterChange = 14

  let centreName: String
  let zone: String
  let today: CivilDate

  /// Events that ended before it are told no longer.
  var firstDay: CivilDate { today + -Self.daysBack }

  /// What the calendar says of each event that belongs in it.
  func wanted(_ events: [OutreachEvent]) -> [WantedOutreachNotice] {
    let days = firstDay...(today + Self.daysAhead)
    return events.filter { $0.isPublic && $0.days.overlaps(days) }.map { event in
      WantedOutreachNotice(
        event: event.id, title: event.name, kind: event.kind, place: event.place, days: event.days,
        hours: event.hours, content: content(event), isCancelled: event.cancelled != nil)
    }
  }

  private func content(_ event: OutreachEvent) -> String {
    var lines = ["主办：" + event.hosts.joined(separator: "、")]
    if let hours = event.hours, event.days.lowerBound < event.days.upperBound {
      lines.append("每天 \(hours.opens)–\(hours.closes)")
    }
    if let capacity = event.capacity { lines.append("可容纳 \(capacity) 人") }
    if !event.projects.isEmpty { lines.append("展示项目 \(event.projects.count) 个") }
    if let reason = event.cancelled { lines.append("取消原因：" + reason) }
    return lines.joined(separator: "\n")
  }

  func feed(_ notices: [OutreachNotice]) -> PlannedFeed {
    let shown = notices.filter { notice in
      guard notice.told.isCancelled else { return true }
      let told = CivilDate(of: notice.revised, zone: zone)
      return today
        <= max(notice.told.days.upperBound + Self.cancelledAfterEnd, told + Self.cancelledAfterChange)
    }
    return PlannedFeed(
      file: "public.ics", kind: "public", id: "", name: "公开活动",
      feed: Feed(name: "创业活动 · \(centreName)", zone: zone, events: shown.map(event)))
  }

  private func event(_ notice: OutreachNotice) -> FeedEvent {
    let told = notice.told
    let isOneDay = told.days.lowerBound == told.days.upperBound
    return FeedEvent(
      uid: notice.uid, sequence: notice.sequence, revised: notice.revised, date: told.days.lowerBound,
      through: told.days.upperBound,
      hours: isOneDay ? told.hours.map { FeedEvent.Hours($0.opens, $0.closes) } : nil, summary: told.title,
      location: told.place.isEmpty ? nil : told.place, description: told.content,
      categories: [told.kind.name.chinese], status: told.isCancelled ? .cancelled : .confirmed)
  }
}
