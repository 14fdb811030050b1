import Civil
import Mentors

/// A need as the planner works on it: who may hold the meeting, how long it takes, and between which days.
struct GuidanceTask {
  let need: GuidanceNeed
  let mentors: Set<String>
  let periods: Int
  let part: Int
  /// The days on which it should be, and those on which it may be.
  private(set) var wished: ClosedRange<CivilDate>
  let possible: ClosedRange<CivilDate>
  /// The trip that it should belong to.
  private(set) var trip: Trip?

  /// A half-day of one mentor.
  struct Trip: Hashable {
    let mentor: String
    let date: CivilDate
    let block: String
  }

  /// Nil where it is not to be before the days that are planned are over.
  ///
  /// `slack` are the days by which it may miss the day wished for; a wish for a holiday goes to the day after.
  init?(
    _ need: GuidanceNeed, by mentors: Set<String>, periods: Int, part: Int, in days: ClosedRange<CivilDate>,
    slack: Int, calendar: WorkingCalendar
  ) {
    (self.need, self.mentors, self.periods, self.part) = (need, mentors, periods, part)
    let first = max(days.lowerBound, need.earliest)
    guard first <= days.upperBound else { return nil }
    let inTime = need.latest.flatMap { first <= $0 ? first...min($0, days.upperBound) : nil }
    let asked = inTime ?? (first...days.upperBound)
    // What is overdue, and what nobody wished a day for, comes as soon as possible.
    guard let wish = need.wish else {
      (possible, wished) = (asked, first...min(first + slack, asked.upperBound))
      return
    }
    // A day that is past is made up for as soon as possible.
    var day = wish
    while asked.contains(day), calendar.isHoliday(day) { day = day + 1 }
    guard asked.contains(day) else {
      (possible, wished) = (asked, asked.lowerBound...min(asked.lowerBound + slack, asked.upperBound))
      return
    }
    possible = max(asked.lowerBound, day + -slack)...min(asked.upperBound, day + slack)
    wished = day...day
  }

  /// The same as part of a trip.
  func joining(_ trip: Trip) -> GuidanceTask {
    var one = self
    (one.trip, one.wished) = (trip, trip.date...trip.date)
    return one
  }

  /// As a row of the mentoring table, on any of its days or only on those wished for.
  func request(isWide: Bool) -> MentoringRequest {
    let window = isWide ? possible : wished
    let own = isWide ? mentors : trip.map { [$0.mentor] } ?? mentors
    var request = MentoringRequest(
      trainee: need.trainee, mentor: own.count == 1 ? own.first : nil, meetings: 1, periods: periods,
      earliest: window.lowerBound, latest: window.upperBound, minGapDays: 0, mode: need.mode)
    request.candidates = own
    if !isWide, let trip {
      request.open = WeeklyPattern(
        open: Weekday.allCases.map { $0 == trip.date.weekday ? [trip.block] : [] })
    }
    request.firstPart = part
    return request
  }

  var key: SessionKey { .meeting(trainee: need.trainee, part: part) }
}
