import Civil
import Store

/// Which published sessions a feed shows.
///
/// The past 60 days and the next 400, and always the whole plan in force, wherever it lies: a plan for next year has
/// its feeds at once, and one that is over keeps them. What was cancelled is shown until the later of 7 days after
/// its end and 14 days after the cancellation, so that calendars that look in seldom learn of it.
struct FeedWindow {
  private static let daysBack = 60
  private static let daysAhead = 400
  private static let cancelledAfterEnd = 7
  private static let cancelledAfterChange = 14

  private let today: CivilDate
  private let zone: String
  private let days: ClosedRange<CivilDate>

  init(_ state: PublishedState, now: Instant, zone: String) {
    today = CivilDate(of: now, zone: zone)
    self.zone = zone
    days = min(today + -Self.daysBack, state.planFrom)...max(today + Self.daysAhead, state.planTo)
  }

  func shows(_ revision: SessionRevision) -> Bool {
    let date = revision.session.place.date
    guard revision.session.status == .cancelled else { return days.contains(date) }
    let told = CivilDate(of: revision.revised, zone: zone)
    return today <= max(date + Self.cancelledAfterEnd, told + Self.cancelledAfterChange)
  }
}
