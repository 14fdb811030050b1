import Civil

@testable import Scheduling

/// Small problems with every feature, made from a seed.
struct RandomProblems {
  var random: RandomSource

  init(seed: UInt64) {
    random = RandomSource(seed: seed)
  }

  mutating func chance(_ share: Double) -> Bool { random.unit() < share }

  mutating func number(_ range: ClosedRange<Int>) -> Int { range.lowerBound + random.below(range.count) }

  mutating func pattern() -> WeeklyPattern {
    if chance(0.6) { return always }
    return WeeklyPattern(
      open: (0..<7).map { _ in Set(["AM", "PM", "EVE"].filter { _ in chance(0.7) }) })
  }

  mutating func next() -> Problem {
    let people = (0..<number(3...6)).map { index in
      Problem.Person(
        id: "P\(index)", isLecturer: index == 0 || chance(0.8), isMentor: index == 0 || chance(0.5),
        qualifications: Set(["SYB", "tax"].filter { _ in chance(0.6) }), maxPeriodsDay: number(4...8),
        maxPeriodsWeek: number(10...30), open: pattern(), busy: busy())
    }
    let rooms = (0..<number(3...5)).map { index in
      Problem.Room(
        id: "R\(index)", site: number(0...1), capacity: number(10...40),
        features: Set(["projector", "consult"].filter { _ in chance(0.6) }), open: pattern())
    }
    var series: [Problem.Series] = []
    var sessions: [Problem.Session] = []
    for index in 0..<number(2...5) {
      let isClass = index == 0 || chance(0.6)
      let kinds: [Problem.Series.Kind] = [.office, .visit, .online]
      series.append(
        .example(
          "X\(index)", kind: isClass ? .taught : kinds[random.below(3)], open: isClass ? pattern() : always,
          site: isClass && chance(0.4) ? number(0...1) : nil, size: number(5...25), day: number(4...8),
          people: chance(0.2) ? [0, people.count - 1] : [], minLecturers: isClass ? number(1...2) : 1,
          gap: isClass ? 0 : number(0...3), trainees: [index, chance(0.4) ? 0 : index + 10],
          earliest: monday + number(0...5), latest: monday + number(12...27)))
      sessions += isClass ? classSessions(index) : meetings(index, series[index].kind)
    }
    return .example(
      rooms: rooms, people: people, series: series, sessions: sessions, holidays: [monday + 3, monday + 9])
  }

  private mutating func busy() -> [BusyTime] {
    (0..<number(0...4)).map { _ in
      let start = CivilMoment(monday + number(0...27), ClockTime(minutes: number(400...1200)))
        .minutesSinceEpoch
      return CivilMoment(minutesSinceEpoch: start)..<CivilMoment(minutesSinceEpoch: start + number(5...300))
    }
  }

  private mutating func classSessions(_ series: Int) -> [Problem.Session] {
    var order = 1
    return (0..<number(1...4)).flatMap { module -> [Problem.Session] in
      if module > 0, chance(0.7) { order += 1 }
      let team = chance(0.2) ? 2 : 1
      let gap = chance(0.3) ? number(1...2) : 0
      let qualification = chance(0.5) ? ["SYB", "tax"][random.below(2)] : nil
      return (1...number(1...2)).map { part in
        Problem.Session(
          series: series, order: order, module: "m\(module)", part: part, periods: number(1...4),
          qualification: qualification, features: [], team: team, gapDays: gap)
      }
    }
  }

  private mutating func meetings(_ series: Int, _ kind: Problem.Series.Kind) -> [Problem.Session] {
    (1...number(1...3)).map { part in
      Problem.Session(
        series: series, module: "", part: part, periods: 2, features: kind == .office ? ["consult"] : [])
    }
  }
}

extension ScoreKeeper {
  /// What is placed, as the readable constraints see it.
  func timetable(previous: [Int: Placement]) -> Timetable {
    let placements = space.problem.sessions.indices.filter(isPlaced).map(placement)
    return Timetable(space.problem, placements, previous: previous)
  }

  func placement(_ session: Int) -> Placement {
    placement(
      session, day: Int(day[session]), position: Int(position[session]), room: Int(room[session]),
      people: people(of: session))
  }

  func placement(_ session: Int, day: Int, position: Int, room: Int, people: [Int]) -> Placement {
    let at = space.grid.positions[position]
    return Placement(
      session: session, date: space.problem.planFrom + day, block: at.block, first: at.first,
      periods: space.problem.sessions[session].periods, room: room < 0 ? nil : room, people: people)
  }
}
