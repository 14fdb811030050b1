package import Civil
import Logging
import Mentors
package import Planning
import Store

extension Centre {
  /// Enters a meeting that comes back, or changes the one of its code.
  ///
  /// Who attends and is none of the plan's people is taken by name, and gets a calendar of his or her own.
  package func record(_ meeting: StandingMeeting) throws(CentreError) {
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in try store.record(meeting, stamp: stamp) }
    log.notice("standing meeting recorded", metadata: ["meeting": "\(meeting.code)"])
  }

  /// Ends a meeting that comes back; what calendars know of it from today on is cancelled there.
  package func endStandingMeeting(_ code: String) throws(CentreError) {
    let stamp = try recordStamp()
    let done = try stored { store throws(StoreError) in try store.endStandingMeeting(code, stamp: stamp) }
    guard done else {
      throw .refused(
        Wording(
          zh: "没有例会“\(code)”；可用 meeting list 查看",
          en: "there is no standing meeting '\(code)'; 'meeting list' tells which there are"))
    }
  }

  package func standingMeetings() throws(CentreError) -> [StandingMeeting] {
    let today = try today()
    return try stored { store throws(StoreError) in try store.standingMeetings(knownOn: today) }
  }

  /// The standing meetings of some days, moved off days on which nobody works, by day, time and code.
  package func standingOccurrences(
    within days: ClosedRange<CivilDate>, calendar: WorkingCalendar
  ) throws(CentreError) -> [StandingOccurrence] {
    var bundle = try facts()
    bundle.calendar.merge(calendar)
    return try standingOccurrences(within: days, bundle)
  }

  func standingOccurrences(
    within days: ClosedRange<CivilDate>, _ bundle: PlanningBundle
  ) throws(CentreError) -> [StandingOccurrence] {
    try standingMeetings().flatMap {
      $0.occurrences(in: days, calendar: bundle.calendar, people: bundle.people)
    }.sorted {
      ($0.held ?? $0.nominal, $0.start, $0.meeting) < ($1.held ?? $1.nominal, $1.start, $1.meeting)
    }
  }
}
