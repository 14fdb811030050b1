import Civil

@testable import Scheduling

/// Monday, 2026-03-02: the first day of every example.
let monday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

let exampleBlocks = [
  Block(id: "AM", start: ClockTime(minutes: 510), periods: 4),
  Block(id: "PM", start: ClockTime(minutes: 840), periods: 4),
  Block(id: "EVE", start: ClockTime(minutes: 1110), periods: 3),
]

let always = WeeklyPattern.always(["AM", "PM", "EVE"])

extension Problem {
  /// Four weeks, three blocks, two sites 30 minutes apart; only what matters is spelled out.
  static func example(
    rooms: [Room] = [.example("R1"), .example("R2")], people: [Person] = [.example("L1"), .example("L2")],
    series: [Series], sessions: [Session], holidays: [CivilDate] = []
  ) -> Problem {
    var calendar = WorkingCalendar()
    for date in holidays { calendar.add(.init(kind: .holiday, name: "holiday"), on: date) }
    var series = series
    for index in series.indices {
      series[index].sessions = sessions.indices.filter { sessions[$0].series == index }
    }
    return Problem(
      planFrom: monday, planTo: monday + 27, calendar: calendar, blocks: exampleBlocks, sites: ["S1", "S2"],
      travelMinutes: [0, 30, 30, 0], defaultTravelMinutes: 30, rooms: rooms, people: people, series: series,
      sessions: sessions)
  }
}

extension Problem.Room {
  static func example(
    _ id: String, site: Int = 0, seats: Int = 30, features: Set<String> = [], open: WeeklyPattern = always
  ) -> Problem.Room {
    Problem.Room(id: id, site: site, capacity: seats, features: features, open: open)
  }
}

extension Problem.Person {
  static func example(
    _ id: String, mentor: Bool = false, holds: Set<String> = [], day: Int = 8, week: Int = 40,
    open: WeeklyPattern = always, busy: [BusyTime] = []
  ) -> Problem.Person {
    Problem.Person(
      id: id, isLecturer: true, isMentor: mentor, qualifications: holds, maxPeriodsDay: day,
      maxPeriodsWeek: week,
      open: open, busy: busy)
  }
}

extension Problem.Series {
  static func example(
    _ id: String = "C1", kind: Kind = .taught, open: WeeklyPattern = always, site: Int? = nil, size: Int = 20,
    day: Int = 8, people: Set<Int> = [], minLecturers: Int = 1, gap: Int = 0, trainees: [Int] = [],
    earliest: CivilDate? = nil, latest: CivilDate? = nil
  ) -> Problem.Series {
    Problem.Series(
      id: id, kind: kind, earliest: earliest ?? monday, latest: latest ?? monday + 27, open: open, site: site,
      size: kind == .taught ? size : 0, maxPeriodsDay: day, people: people, minLecturers: minLecturers,
      minGapDays: gap, trainees: trainees)
  }
}

extension Placement {
  /// On day `day` of the plan, in the block of that index.
  static func example(
    _ session: Int, day: Int = 0, block: Int = 0, first: Int = 1, periods: Int = 4, room: Int? = 0,
    people: [Int] = [0]
  ) -> Placement {
    Placement(
      session: session, date: monday + day, block: block, first: first, periods: periods, room: room,
      people: people)
  }
}

extension Constraint {
  /// Units that the placements of a problem count for.
  func total(_ problem: Problem, _ placements: [Placement], previous: [Int: Placement] = [:]) -> Int {
    total(in: Timetable(problem, placements, previous: previous))
  }
}
