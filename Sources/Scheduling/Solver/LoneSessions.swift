/// Days that a series meets too few, and sessions of a day that stand alone for their trainees.
extension ScoreKeeper {
  func daysShort(of series: Int) -> Int {
    guard space.isTaught[series] else { return 0 }
    return max(0, space.problem.series[series].wantedDays - Int(seriesDays[series]))
  }

  /// What a placed session adds to the lone sessions of its day, over all trainees of its series.
  func loneChange(_ session: Int, _ series: Int, _ day: Int) -> Int {
    space.companies[series].reduce(0) { change, index in
      let company = space.company[index]
      return change + company.trainees
        * (lone(company, day, without: -1) - lone(company, day, without: session))
    }
  }

  private func lone(_ company: SearchSpace.Company, _ day: Int, without removed: Int) -> Int {
    var held: [Int] = []
    for series in company.series where seriesDayPeriods[series * space.days + day] != 0 {
      for session in space.problem.series[series].sessions
      where session != removed && Int(self.day[session]) == day {
        held.append(session)
      }
    }
    return held.count { one in !held.contains { isDirectly(one, beforeOrAfter: $0) } }
  }

  /// Whether two sessions of a day have no period of any block free between them.
  private func isDirectly(_ one: Int, beforeOrAfter other: Int) -> Bool {
    let (here, there) = (Int(position[one]), Int(position[other]))
    return here <= there ? isDirectly(one, here, before: there) : isDirectly(other, there, before: here)
  }

  private func isDirectly(_ one: Int, _ position: Int, before next: Int) -> Bool {
    let end = space.grid.end(length: Int(space.lengthOf[one]), position: position)
    return space.grid.isNothingFree(from: end, to: Int(space.grid.starts[next]))
  }
}

extension SearchSpace {
  /// Trainees who attend the same series.
  struct Company: Sendable {
    let series: [Int]
    let trainees: Int
  }

  /// Trainees without a seat when the series meets in the room.
  func seatsShort(of series: Int, in room: Int) -> Int {
    room < 0 ? 0 : max(0, problem.series[series].attendance - problem.rooms[room].capacity)
  }

  /// All companies, and for each series the indices of those that attend it.
  static func companies(of problem: Problem) -> (all: [Company], bySeries: [[Int]]) {
    var attended: [Int: [Int]] = [:]
    for (index, series) in problem.series.enumerated() {
      for trainee in series.trainees where attended[trainee]?.last != index {
        attended[trainee, default: []].append(index)
      }
    }
    let sizes = Dictionary(attended.values.map { ($0, 1) }, uniquingKeysWith: +)
    let all = sizes.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      Company(series: $0.key, trainees: $0.value)
    }
    var bySeries = Array(repeating: [Int](), count: problem.series.count)
    for (index, company) in all.enumerated() {
      for series in company.series { bySeries[series].append(index) }
    }
    return (all, bySeries)
  }
}

extension DayGrid {
  /// Whether the second of two moments is not before the first and no period lies between them.
  func isNothingFree(from: Int, to: Int) -> Bool {
    from <= to
      && !(0..<count).contains { Int(starts[$0]) >= from && end(length: 1, position: $0) <= to }
  }
}
