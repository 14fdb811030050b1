import Civil

@testable import Scheduling

extension RandomProblems {
  /// A small problem of single periods, as course timetabling has them: crowded, and with closed cells.
  mutating func nextCells() -> Problem {
    let slots = number(3...6)
    let blocks = (0..<slots).map {
      Block(id: "B\($0)", start: ClockTime(minutes: 480 + 60 * $0), periods: 1, periodMinutes: 50)
    }
    let ids = blocks.map(\.id)
    func open(_ share: Double) -> WeeklyPattern {
      WeeklyPattern(open: (0..<7).map { _ in Set(ids.filter { _ in chance(share) }) })
    }
    let days = number(3...5)
    let rooms = (0..<number(2...4)).map { index in
      Problem.Room(
        id: "R\(index)", site: 0, capacity: number(10...40), open: chance(0.3) ? open(0.9) : .always(ids))
    }
    let people = (0..<number(3...6)).map { index in
      Problem.Person(
        id: "P\(index)", isLecturer: true, maxPeriodsDay: 6, open: chance(0.2) ? open(0.9) : .always(ids))
    }
    var series: [Problem.Series] = []
    var sessions: [Problem.Session] = []
    for index in 0..<number(4...9) {
      let count = number(1...4)
      var one = Problem.Series(
        id: "C\(index)", open: chance(0.4) ? open(0.8) : .always(ids), attendance: number(5...45),
        wantedDays: number(1...4), people: [random.below(people.count)],
        trainees: (0..<5).filter { _ in chance(0.3) })
      one.sessions = Array(sessions.count..<sessions.count + count)
      series.append(one)
      sessions += (0..<count).map { Problem.Session(series: index, module: "\($0)", periods: 1) }
    }
    return Problem(
      planFrom: monday, planTo: monday + (days - 1), calendar: WorkingCalendar(), blocks: blocks,
      sites: ["S"], travelMinutes: [0], defaultTravelMinutes: 0, rooms: rooms, people: people, series: series,
      sessions: sessions)
  }
}
