import Civil
import Mentors

/// The meetings that mentors have time for, beside what they teach and are busy with.
struct MentorTime {
  private let slots: PlanSlots
  private let periods: Int
  private let busy: [String: [BusyTime]]
  private let taught: [String: [CivilDate: Int]]
  private let period: ClosedRange<CivilDate>

  init(
    _ bundle: PlanningBundle, rows: [TimetableRow], period: ClosedRange<CivilDate>, periods: Int
  ) {
    var bundle = bundle
    (bundle.centre.planFrom, bundle.centre.planTo) = (period.lowerBound, period.upperBound)
    (bundle.classes, bundle.mentoring) = ([], [])
    var busy = bundle.busy
    var taught: [String: [CivilDate: Int]] = [:]
    for row in rows {
      for person in row.people {
        busy[person, default: []].append(CivilMoment(row.date, row.start)..<CivilMoment(row.date, row.end))
        taught[person, default: [:]][row.date, default: 0] += row.periods
      }
    }
    self.busy = busy
    self.taught = taught
    self.periods = periods
    self.period = period
    slots = PlanSlots(ClassProblem(bundle).problem)
  }

  /// The meetings of a mentor in each of some ranges of days, which follow one another through the period.
  func meetings(of mentor: Person, by ranges: [ClosedRange<CivilDate>]) -> [Int] {
    let free = slots.free(mentor.open, busy: busy[mentor.id] ?? [])
    var taughtInWeek: [ISOWeek: Int] = [:]
    for (day, count) in taught[mentor.id] ?? [:] { taughtInWeek[day.isoWeek, default: 0] += count }
    var given: [ISOWeek: Int] = [:]
    return ranges.map { range in
      range.reduce(0) { sum, day in
        let index = day - period.lowerBound
        let open = slots.slots(of: index).reduce(0) { $0 + (free[$1]?.filled(by: [periods]) ?? 0) }
        let ofDay = mentor.maxPeriodsDay - (taught[mentor.id]?[day] ?? 0)
        let week = day.isoWeek
        let ofWeek = mentor.maxPeriodsWeek - (taughtInWeek[week] ?? 0) - (given[week] ?? 0)
        let meetings = max(0, min(open, ofDay, ofWeek)) / periods
        given[week, default: 0] += meetings * periods
        return sum + meetings
      }
    }
  }
}
