import Civil
package import Scheduling

extension CourseInstance {
  /// The instance as a scheduling problem: a week of blocks of one period each.
  ///
  /// A course is a class whose sessions follow in any order, its teacher the one lecturer it may have, and a
  /// curriculum a trainee who attends all courses of it.
  package var problem: Problem {
    let monday = CivilDate(daysSinceEpoch: 4)
    let length = 1440 / max(1, periodsPerDay)
    let blocks = (0..<periodsPerDay).map {
      Block(
        id: "\($0)", start: ClockTime(minutes: $0 * length), periods: 1, periodMinutes: length,
        breakMinutes: 0)
    }
    let always = WeeklyPattern.always(blocks.map(\.id))
    let teachers = Dictionary(
      courses.map(\.teacher).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let names = teachers.sorted { $0.value < $1.value }.map(\.key)
    let person = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var trainees = Array(repeating: [Int](), count: courses.count)
    for (index, curriculum) in curricula.enumerated() {
      for course in curriculum.courses { trainees[course].append(index) }
    }
    var closedDays: [Int: [Set<String>]] = [:]
    for one in closed {
      closedDays[one.course, default: Array(repeating: [], count: 7)][one.day].insert("\(one.period)")
    }
    let all = Set(blocks.map(\.id))
    var series: [Problem.Series] = []
    var sessions: [Problem.Session] = []
    for (index, course) in courses.enumerated() {
      let open = closedDays[index].map { days in WeeklyPattern(open: days.map { all.subtracting($0) }) }
      var one = Problem.Series(
        id: course.id, open: open ?? always, attendance: course.students, wantedDays: course.days,
        maxPeriodsDay: periodsPerDay, people: person[course.teacher].map { [$0] } ?? [],
        trainees: trainees[index])
      one.sessions = Array(sessions.count..<sessions.count + course.lectures)
      series.append(one)
      sessions += (0..<course.lectures).map {
        Problem.Session(series: index, module: "\($0)", periods: 1)
      }
    }
    return Problem(
      planFrom: monday, planTo: monday + (days - 1), calendar: WorkingCalendar(), blocks: blocks, sites: [""],
      travelMinutes: [0], defaultTravelMinutes: 0,
      rooms: rooms.map { Problem.Room(id: $0.id, site: 0, capacity: $0.seats, open: always) },
      people: names.map {
        Problem.Person(
          id: $0, isLecturer: true, maxPeriodsDay: periodsPerDay, maxPeriodsWeek: periods, open: always)
      },
      series: series, sessions: sessions)
  }

  /// `course room day period` a line, day and period counted from 0, by course and time.
  package func solution(_ placements: [Placement]) -> String {
    let monday = CivilDate(daysSinceEpoch: 4)
    let byLecture = placements.sorted { ($0.session, $0.date, $0.block) < ($1.session, $1.date, $1.block) }
    var courseOf: [Int] = []
    for (index, course) in courses.enumerated() {
      courseOf += Array(repeating: index, count: course.lectures)
    }
    return byLecture.compactMap { one in
      one.room.map {
        "\(courses[courseOf[one.session]].id) \(rooms[$0].id) \(one.date - monday) \(one.block)\n"
      }
    }.joined()
  }
}
