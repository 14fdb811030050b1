import Civil
import Mentors
import Scheduling

/// Visits to neighbouring ventures, gathered into half-days of one mentor before anything is placed.
///
/// A trip is only proposed where the mentor has the whole half-day; whether it holds is for the solver to say.
struct GuidanceTrips {
  private let bundle: PlanningBundle
  private let people: [String: Person]
  /// Half-days that mentors have sessions in.
  private var taken: [HalfDay: Set<String>] = [:]
  private var periodsOfDay: [PersonDay: Int] = [:]

  private struct HalfDay: Hashable {
    let date: CivilDate
    let block: String
  }

  private struct PersonDay: Hashable {
    let person: String
    let date: CivilDate
  }

  init(_ bundle: PlanningBundle, beside rows: [TimetableRow]) {
    self.bundle = bundle
    people = Dictionary(bundle.people.map { ($0.id, $0) }) { first, _ in first }
    for row in rows {
      taken[HalfDay(date: row.date, block: row.block), default: []].formUnion(row.people)
      for person in row.people {
        periodsOfDay[PersonDay(person: person, date: row.date), default: 0] += row.periods
      }
    }
  }

  /// The tasks, those of a trip bound to its mentor, day and half-day.
  mutating func gathered(_ tasks: [GuidanceTask]) -> [GuidanceTask] {
    var tasks = tasks
    let visits = tasks.indices.filter { tasks[$0].need.mode == .visit && tasks[$0].need.area != nil }
    let areas = Dictionary(grouping: visits) { Self.neighbourhood(tasks[$0].need.area ?? "") }
    for (_, own) in areas.sorted(by: { $0.key < $1.key }) {
      var left = own.sorted { left, right in
        (tasks[left].wished.count, tasks[left].wished.lowerBound, left)
          < (tasks[right].wished.count, tasks[right].wished.lowerBound, right)
      }
      while let seed = left.first {
        left.removeFirst()
        guard let trip = best(for: seed, among: left, tasks) else { continue }
        take(trip.mentor, trip.half, periods: trip.members.reduce(0) { $0 + tasks[$1].periods })
        for member in trip.members {
          tasks[member] = tasks[member].joining(
            GuidanceTask.Trip(mentor: trip.mentor, date: trip.half.date, block: trip.half.block))
        }
        left.removeAll(where: trip.members.contains)
      }
    }
    return tasks
  }

  /// The street or township of an area's code: ventures of one are neighbours.
  static func neighbourhood(_ area: String) -> String { String(area.prefix(9)) }

  /// The trip with the most visits that a task can begin, the earliest of them; nil: none has two.
  private func best(
    for seed: Int, among others: [Int], _ tasks: [GuidanceTask]
  ) -> (mentor: String, half: HalfDay, members: [Int])? {
    var best: (mentor: String, half: HalfDay, members: [Int])?
    for date in tasks[seed].wished where !bundle.calendar.isHoliday(date) {
      // Whose own day it is, or who wishes for none.
      let able = others.filter { tasks[$0].wished.contains(date) }
      guard !able.isEmpty else { continue }
      for block in bundle.blocks {
        for mentor in tasks[seed].mentors.sorted() where isFree(mentor, date, block) {
          var members = [seed]
          for other in able where tasks[other].mentors.contains(mentor) {
            let longer = members + [other]
            if fits(longer.map { tasks[$0].periods }, mentor, date, block) { members = longer }
          }
          if members.count > (best?.members.count ?? 1) {
            best = (mentor, HalfDay(date: date, block: block.id), members)
          }
        }
      }
    }
    return best
  }

  private mutating func take(_ mentor: String, _ half: HalfDay, periods: Int) {
    taken[half, default: []].insert(mentor)
    periodsOfDay[PersonDay(person: mentor, date: half.date), default: 0] += periods
  }

  private func isFree(_ mentor: String, _ date: CivilDate, _ block: Block) -> Bool {
    guard let person = people[mentor], person.open.opens(block.id, on: date, in: bundle.calendar),
      taken[HalfDay(date: date, block: block.id)]?.contains(mentor) != true
    else { return false }
    let midnight = CivilMoment(date).minutesSinceEpoch
    let minutes = block.minutes(first: 1, count: block.periods)
    return !(bundle.busy[mentor] ?? []).contains { busy in
      busy.lowerBound.minutesSinceEpoch < midnight + minutes.upperBound
        && midnight + minutes.lowerBound < busy.upperBound.minutesSinceEpoch
    }
  }

  /// Whether visits of these lengths fit a half-day one after the other, with the travel between them.
  private func fits(_ lengths: [Int], _ mentor: String, _ date: CivilDate, _ block: Block) -> Bool {
    let before = periodsOfDay[PersonDay(person: mentor, date: date)] ?? 0
    guard before + lengths.reduce(0, +) <= people[mentor]?.maxPeriodsDay ?? 0 else { return false }
    var first = 1
    for (index, length) in lengths.enumerated() {
      if index > 0 {
        let ended = block.minutes(first: 1, count: first - 1).upperBound
        while block.minutes(first: first, count: 1).lowerBound < ended + bundle.centre.defaultTravelMinutes {
          first += 1
        }
      }
      guard block.holds(first: first, count: length) else { return false }
      first += length
    }
    return true
  }
}

extension GuidanceTrip {
  /// The trips of a timetable: two visits or more of one mentor in one half-day to one neighbourhood.
  static func all(of meetings: [GuidancePlan.Meeting], in bundle: PlanningBundle) -> [GuidanceTrip] {
    struct Key: Hashable {
      let mentor: String
      let date: CivilDate
      let block: String
      let area: String
    }
    let visits = meetings.filter { $0.need.mode == .visit && $0.need.area != nil }
    let groups = Dictionary(grouping: visits) { meeting in
      Key(
        mentor: meeting.row.people.first ?? "", date: meeting.row.date, block: meeting.row.block,
        area: GuidanceTrips.neighbourhood(meeting.need.area ?? ""))
    }
    let travel = bundle.centre.defaultTravelMinutes
    return groups.filter { $0.value.count > 1 }.map { key, visits in
      GuidanceTrip(
        mentor: key.mentor, date: key.date, block: key.block,
        trainees: visits.sorted { $0.row.start < $1.row.start }.map(\.need.trainee),
        travelMinutes: (visits.count + 1) * travel, savedMinutes: (visits.count - 1) * travel)
    }.sorted { ($0.date, $0.mentor, $0.trainees[0]) < ($1.date, $1.mentor, $1.trainees[0]) }
  }
}
