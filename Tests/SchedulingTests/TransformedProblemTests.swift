import Civil
import Testing

@testable import Scheduling

/// What must not change the least cost of a problem, and what must not raise it; problems so small that the search
/// reaches the least cost.
@Suite struct TransformedProblemTests {
  private func small(_ seed: Int) -> Problem {
    var problems = RandomProblems(seed: UInt64(seed))
    while true {
      let problem = problems.next()
      if problem.sessions.count <= 8 { return problem }
    }
  }

  /// Sessions left out and cost of the best timetable, over a few searches.
  private func least(_ problem: Problem) -> [Double] {
    let found = (1...2).map { seed in
      let solution = Solver(problem).solve(SearchLimits(steps: 400, seed: UInt64(seed)), clock: { 0 })
      return [Double(solution.unplaced.count), solution.cost]
    }
    return found.min { ($0[0], $0[1]) < ($1[0], $1[1]) } ?? []
  }

  @Test(arguments: 500..<504) func `renaming everything keeps the least cost`(seed: Int) {
    let problem = small(seed)
    #expect(least(problem) == least(problem.renamed))
  }

  @Test(arguments: 500..<504) func `the order of the rows does not matter to the least cost`(seed: Int) {
    let problem = small(seed)
    var random = RandomSource(seed: UInt64(seed))
    #expect(least(problem) == least(problem.shuffled(using: &random)))
  }

  @Test(arguments: 500..<504) func `shifting all dates by whole weeks keeps the least cost`(seed: Int) {
    let problem = small(seed)
    #expect(least(problem) == least(problem.shifted(weeks: 9)))
  }

  @Test(arguments: 500..<504) func `relaxing a rule never raises the least cost`(seed: Int) {
    let problem = small(seed)
    let (before, after) = (least(problem), least(problem.relaxed))
    #expect((after[0], after[1]) <= (before[0], before[1]) || after[0] < before[0])
  }
}

extension Problem {
  private func rebuilt(
    planFrom: CivilDate? = nil, planTo: CivilDate? = nil, calendar: WorkingCalendar? = nil,
    rooms: [Room]? = nil, people: [Person]? = nil, series: [Series]? = nil, sessions: [Session]? = nil
  ) -> Problem {
    Problem(
      planFrom: planFrom ?? self.planFrom, planTo: planTo ?? self.planTo, calendar: calendar ?? self.calendar,
      blocks: blocks, sites: sites, travelMinutes: travelMinutes, defaultTravelMinutes: defaultTravelMinutes,
      rooms: rooms ?? self.rooms, people: people ?? self.people, series: series ?? self.series,
      sessions: sessions ?? self.sessions)
  }

  /// Other ids, which sort otherwise.
  fileprivate var renamed: Problem {
    rebuilt(
      rooms: rooms.enumerated().map { $1.changed(id: "room \(90 - $0)") },
      people: people.enumerated().map { $1.changed(id: "教师\(90 - $0)") },
      series: series.enumerated().map { $1.changed(id: "班级\(90 - $0)") })
  }

  /// Rooms, people and series in another order.
  fileprivate func shuffled(using random: inout RandomSource) -> Problem {
    let (rooms, people, series) = (
      rooms.indices.shuffled(using: &random), people.indices.shuffled(using: &random),
      series.indices.shuffled(using: &random)
    )
    var sessions: [Session] = []
    var ordered: [Series] = []
    for (new, old) in series.enumerated() {
      let own = self.series[old].sessions
      var one = self.series[old].changed(
        people: Set(self.series[old].people.compactMap { people.firstIndex(of: $0) }))
      one.sessions = Array(sessions.count..<sessions.count + own.count)
      sessions += own.map { self.sessions[$0].changed(series: new) }
      ordered.append(one)
    }
    return rebuilt(
      rooms: rooms.map { self.rooms[$0] }, people: people.map { self.people[$0] }, series: ordered,
      sessions: sessions)
  }

  fileprivate func shifted(weeks: Int) -> Problem {
    var calendar = WorkingCalendar()
    for (date, mark) in self.calendar.marked { calendar.add(mark, on: date + 7 * weeks) }
    let minutes = weeks * 7 * 1440
    func later(_ moment: CivilMoment) -> CivilMoment {
      CivilMoment(minutesSinceEpoch: moment.minutesSinceEpoch + minutes)
    }
    return rebuilt(
      planFrom: planFrom + 7 * weeks, planTo: planTo + 7 * weeks, calendar: calendar,
      people: people.map { person in
        person.changed(busy: person.busy.map { later($0.lowerBound)..<later($0.upperBound) })
      },
      series: series.map { series in
        series.changed(
          earliest: series.earliest.map { $0 + 7 * weeks }, latest: series.latest.map { $0 + 7 * weeks })
      })
  }

  /// Everybody free, and a day and a week as long as one likes.
  fileprivate var relaxed: Problem {
    rebuilt(people: people.map { $0.changed(day: 11, week: 77, busy: []) })
  }
}

extension Problem.Room {
  fileprivate func changed(id: String) -> Problem.Room {
    Problem.Room(id: id, site: site, capacity: capacity, features: features, open: open)
  }
}

extension Problem.Person {
  fileprivate func changed(
    id: String? = nil, day: Int? = nil, week: Int? = nil, busy: [BusyTime]? = nil
  ) -> Problem.Person {
    Problem.Person(
      id: id ?? self.id, isLecturer: isLecturer, isMentor: isMentor, qualifications: qualifications,
      maxPeriodsDay: day ?? maxPeriodsDay, maxPeriodsWeek: week ?? maxPeriodsWeek, open: open,
      busy: busy ?? self.busy)
  }
}

extension Problem.Series {
  fileprivate func changed(
    id: String? = nil, earliest: CivilDate? = nil, latest: CivilDate? = nil, people: Set<Int>? = nil
  ) -> Problem.Series {
    var changed = Problem.Series(
      id: id ?? self.id, kind: kind, earliest: earliest ?? self.earliest, latest: latest ?? self.latest,
      open: open, site: site, size: size, maxPeriodsDay: maxPeriodsDay, people: people ?? self.people,
      minLecturers: minLecturers, minGapDays: minGapDays, trainees: trainees)
    changed.sessions = sessions
    return changed
  }
}

extension Problem.Session {
  fileprivate func changed(series: Int) -> Problem.Session {
    Problem.Session(
      series: series, order: order, module: module, part: part, periods: periods,
      qualification: qualification,
      features: features, team: team, gapDays: gapDays, pins: pins)
  }
}
