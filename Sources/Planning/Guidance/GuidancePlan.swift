package import Civil
package import Mentors

/// Guidance beside the sessions of a timetable.
package struct GuidancePlan: Sendable {
  /// A need that has its meeting.
  package struct Meeting: Hashable, Sendable {
    package let need: GuidanceNeed
    package let row: TimetableRow

    /// Whether it is on the day that was wished for; nil: none was, or it was past.
    package var isOnWish: Bool? { need.wish.flatMap { $0 < need.earliest ? nil : $0 == row.date } }
    package var isLate: Bool { need.latest.map { $0 < row.date } ?? false }
  }

  /// A need without a meeting, and why.
  package struct Waiting: Hashable, Sendable {
    package let need: GuidanceNeed
    package let reason: Wording

    package init(need: GuidanceNeed, reason: Wording) {
      self.need = need
      self.reason = reason
    }
  }

  /// All sessions, those of the classes too, sorted.
  package let rows: [TimetableRow]
  /// Sorted as the rows.
  package let meetings: [Meeting]
  /// The more pressing first.
  package let waiting: [Waiting]
  package let trips: [GuidanceTrip]
  /// The bundle with the meetings among its mentoring, those without a place too.
  package let bundle: PlanningBundle
  /// Sessions of the classes that found no place.
  package let unplaced: [UnplacedSession]
  package let judgement: Judgement
  package let steps: Int

  package init(
    rows: [TimetableRow], meetings: [Meeting], waiting: [Waiting], trips: [GuidanceTrip],
    bundle: PlanningBundle, unplaced: [UnplacedSession], judgement: Judgement, steps: Int
  ) {
    self.rows = rows
    self.meetings = meetings
    self.waiting = waiting
    self.trips = trips
    self.bundle = bundle
    self.unplaced = unplaced
    self.judgement = judgement
    self.steps = steps
  }
}

/// Visits of one mentor in one half-day to ventures of one area: there once, and back once.
package struct GuidanceTrip: Hashable, Sendable {
  package let mentor: String
  package let date: CivilDate
  package let block: String
  /// The trainees in the order of the visits.
  package let trainees: [String]
  /// Minutes of travel there, between the visits, and back.
  package let travelMinutes: Int
  /// Minutes of travel less than by going to each alone.
  package let savedMinutes: Int
}
