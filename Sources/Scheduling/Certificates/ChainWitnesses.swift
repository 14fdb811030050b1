import Civil

/// Sessions in the order of time with the minutes from the end of each to the start of the next: none is negative.
struct Chain: Encodable {
  let sessions: [Int]
  let pauses: [Int]

  init(_ numbered: NumberedTimetable, _ placed: [Timetable.Placed]) {
    let inTime = placed.inTime
    sessions = inTime.map(numbered.number)
    pauses = zip(inTime, inTime.dropFirst()).map { $1.minutes.lowerBound - $0.minutes.upperBound }
  }
}

/// Periods in a day or a week, and how many are allowed.
struct PeriodCount: Encodable {
  /// `2026-03-02` or `2026-W10`.
  let when: String
  let periods: Int
  let most: Int
}

/// A class: its sessions follow each other and its orders, at one site, within its periods a day.
package struct ClassWitness: Encodable, Sendable {
  struct Level: Encodable {
    let order: Int
    let sessions: [Int]
    /// When the last session of a lower order ends, and on which day of the plan; nil for the first order.
    let after: Int?
    let afterDay: Int?

    enum CodingKeys: String, CodingKey {
      case order, sessions, after
      case afterDay = "after_day"
    }
  }

  let id: String
  let site: String?
  let chain: Chain
  let levels: [Level]
  let days: [PeriodCount]
  let lecturers: [String]
  let minLecturers: Int

  enum CodingKeys: String, CodingKey {
    case id, site, chain, levels, days, lecturers
    case minLecturers = "min_lecturers"
  }

  init(_ numbered: NumberedTimetable, _ series: Int, _ placed: [Timetable.Placed]) {
    let problem = numbered.problem
    let own = problem.series[series]
    id = own.id
    site = placed.compactMap(\.site).first.map { problem.sites[$0] }
    chain = Chain(numbered, placed)
    days = placed.byDate.map {
      PeriodCount(when: $0.date.description, periods: $0.placed.periods, most: own.maxPeriodsDay)
    }
    lecturers = Set(placed.flatMap(\.placement.people)).map { problem.people[$0].id }.sorted()
    minLecturers = own.minLecturers
    var levels: [Level] = []
    var ended: Timetable.Placed?
    for (order, level) in Dictionary(grouping: placed, by: \.session.order).sorted(by: { $0.key < $1.key }) {
      levels.append(
        Level(
          order: order, sessions: level.inTime.map(numbered.number),
          after: ended.map { numbered.minutes(of: $0).upperBound },
          afterDay: ended.map { $0.date - problem.planFrom }))
      ended = (level + (ended.map { [$0] } ?? [])).max { $0.minutes.upperBound < $1.minutes.upperBound }
    }
    self.levels = levels
  }
}

/// A room: one session at a time.
package struct RoomWitness: Encodable, Sendable {
  let id: String
  let chain: Chain

  init(_ numbered: NumberedTimetable, _ room: Int, _ placed: [Timetable.Placed]) {
    id = numbered.problem.rooms[room].id
    chain = Chain(numbered, placed)
  }
}

/// A person: one session at a time, with the way between sites, and the periods of days and weeks.
package struct PersonWitness: Encodable, Sendable {
  /// From one session to the next of that day that is not on line.
  struct Way: Encodable {
    let from: Int
    let to: Int
    let minutes: Int
    let needed: Int
  }

  let id: String
  let chain: Chain
  let ways: [Way]
  let days: [PeriodCount]
  let weeks: [PeriodCount]

  init(_ numbered: NumberedTimetable, _ index: Int, _ placed: [Timetable.Placed]) {
    let problem = numbered.problem
    let person = problem.people[index]
    id = person.id
    chain = Chain(numbered, placed)
    ways = placed.byDate.flatMap { _, sessions in
      let stays = sessions.inTime.filter { $0.series.kind != .online }
      return zip(stays, stays.dropFirst()).map { from, to in
        Way(
          from: numbered.number(of: from), to: numbered.number(of: to),
          minutes: to.minutes.lowerBound - from.minutes.upperBound,
          needed: problem.minutes(from: (from.series.kind, from.site), to: (to.series.kind, to.site)))
      }
    }
    days = placed.byDate.map {
      PeriodCount(when: $0.date.description, periods: $0.placed.periods, most: person.maxPeriodsDay)
    }
    weeks = Dictionary(grouping: placed, by: \.date.isoWeek).sorted { $0.key < $1.key }.map {
      PeriodCount(when: $0.key.description, periods: $0.value.periods, most: person.maxPeriodsWeek)
    }
  }
}

/// Trainees that attend the same classes and meetings, more than one of them: one session at a time.
package struct TraineeWitness: Encodable, Sendable {
  let trainees: Int
  /// Ids with the kind, as `taught C001`.
  let series: [String]
  let chain: Chain

  static func all(in numbered: NumberedTimetable) -> [TraineeWitness] {
    let problem = numbered.problem
    var attended: [Int: [Int]] = [:]
    for (index, series) in problem.series.enumerated() {
      for trainee in Set(series.trainees) { attended[trainee, default: []].append(index) }
    }
    let groups = Dictionary(grouping: attended.values.filter { $0.count > 1 }) { $0 }
    let placed = Dictionary(grouping: numbered.placed, by: \.session.series)
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { series, members in
      TraineeWitness(
        trainees: members.count,
        series: series.map { "\(problem.series[$0].kind.word) \(problem.series[$0].id)" },
        chain: Chain(numbered, series.flatMap { placed[$0] ?? [] }))
    }
  }
}

/// The meetings of a mentoring request: one mentor, days apart.
package struct MeetingWitness: Encodable, Sendable {
  let trainee: String
  let kind: String
  let mentor: String
  let chain: Chain
  let daysBetween: [Int]
  let minGapDays: Int

  enum CodingKeys: String, CodingKey {
    case trainee, kind, mentor, chain
    case daysBetween = "days_between"
    case minGapDays = "min_gap_days"
  }

  init(_ numbered: NumberedTimetable, _ series: Int, _ placed: [Timetable.Placed]) {
    let problem = numbered.problem
    let own = problem.series[series]
    trainee = own.id
    kind = own.kind.word
    mentor = placed.first?.placement.people.first.map { problem.people[$0].id } ?? ""
    chain = Chain(numbered, placed)
    let inTime = placed.inTime
    daysBetween = zip(inTime, inTime.dropFirst()).map { $1.date - $0.date }
    minGapDays = own.minGapDays
  }
}
