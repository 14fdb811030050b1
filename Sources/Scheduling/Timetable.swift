package import Civil

/// Where and when one session is held, and by whom.
package struct Placement: Hashable, Sendable {
  package var session: Int
  package var date: CivilDate
  package var block: Int
  /// Counted from 1.
  package var first: Int
  /// As the timetable says, which is wrong where it differs from the session's.
  package var periods: Int
  /// Nil for a visit or an on-line meeting.
  package var room: Int?
  package var people: [Int]

  package init(
    session: Int, date: CivilDate, block: Int, first: Int, periods: Int, room: Int?, people: [Int]
  ) {
    self.session = session
    self.date = date
    self.block = block
    self.first = first
    self.periods = periods
    self.room = room
    self.people = people
  }

  /// Whether it differs from another placement of the session in what people go by.
  package func isMoved(from old: Placement) -> Bool {
    (date, block, first) != (old.date, old.block, old.first) || room != old.room
      || Set(people) != Set(old.people)
  }
}

/// Placements of the sessions of a problem: what constraints judge.
///
/// It can be incomplete and broken. At most one placement a session.
package struct Timetable: Sendable {
  /// A placement with what rules ask of it again and again.
  ///
  /// A class, as rules put it into many groups: a trainee's, a room's, a day's.
  package final class Placed: Sendable {
    package let placement: Placement
    package let session: Problem.Session
    package let series: Problem.Series
    /// Position in the timetable's own order.
    let index: Int
    /// Minutes since 1970-01-01 00:00, from the first period's start to the last one's end.
    package let minutes: Range<Int>
    let site: Int?

    fileprivate init(_ placement: Placement, at index: Int, in problem: Problem) {
      self.placement = placement
      self.index = index
      session = problem.sessions[placement.session]
      series = problem.series[session.series]
      let inDay = problem.blocks[placement.block].minutes(first: placement.first, count: placement.periods)
      let midnight = CivilMoment(placement.date).minutesSinceEpoch
      minutes = midnight + inDay.lowerBound..<midnight + inDay.upperBound
      site = placement.room.map { problem.rooms[$0].site }
    }

    var date: CivilDate { placement.date }
  }

  package let problem: Problem
  /// In the order in which they were given.
  package let placed: [Placed]
  /// The published timetable that this one is compared with, by session.
  package let previous: [Int: Placement]

  package init(_ problem: Problem, _ placements: [Placement], previous: [Int: Placement] = [:]) {
    self.problem = problem
    self.previous = previous
    placed = placements.enumerated().map { Placed($1, at: $0, in: problem) }
  }
}

// MARK: - Selecting placements

extension Timetable {
  /// The placements of each series, in the timetable's order; series without any are left out.
  var bySeries: [(series: Int, placed: [Placed])] {
    grouped { one, add in add(one.session.series) }.map { (series: $0.key, placed: $0.placed) }
  }

  /// The same for the classes alone.
  var byClass: [(series: Int, placed: [Placed])] {
    bySeries.filter { problem.series[$0.series].kind == .taught }
  }

  /// The placements in each room.
  var byRoom: [(room: Int, placed: [Placed])] {
    grouped { one, add in
      if let room = one.placement.room { add(room) }
    }.map { (room: $0.key, placed: $0.placed) }
  }

  /// The placements of each person that the problem knows.
  var byPerson: [(person: Int, placed: [Placed])] {
    grouped { one, add in
      for person in one.placement.people where problem.people[person].isKnown { add(person) }
    }.map { (person: $0.key, placed: $0.placed) }
  }

  /// The placements that each trainee attends.
  var byTrainee: [(trainee: Int, placed: [Placed])] {
    grouped { one, add in
      for trainee in one.series.trainees { add(trainee) }
    }.map { (trainee: $0.key, placed: $0.placed) }
  }

  /// The placements under each of the keys added for them, in the order of the keys, which are indices.
  private func grouped(
    _ addKeys: (Placed, _ add: (Int) -> Void) -> Void
  ) -> [(key: Int, placed: [Placed])] {
    var groups: [[Placed]] = []
    for one in placed {
      addKeys(one) { key in
        while groups.count <= key { groups.append([]) }
        groups[key].append(one)
      }
    }
    return groups.indices.filter { !groups[$0].isEmpty }.map { (key: $0, placed: groups[$0]) }
  }
}

extension [Timetable.Placed] {
  /// By date and start; those that start together keep the timetable's order.
  var inTime: [Timetable.Placed] {
    sorted { ($0.minutes.lowerBound, $0.index) < ($1.minutes.lowerBound, $1.index) }
  }

  /// Each placement that starts before an earlier one of its day has ended, with that one.
  var overlaps: [(earlier: Timetable.Placed, later: Timetable.Placed)] {
    var found: [(earlier: Timetable.Placed, later: Timetable.Placed)] = []
    var latest: Timetable.Placed?
    for one in inTime {
      guard let open = latest, open.date == one.date else {
        latest = one
        continue
      }
      if one.minutes.lowerBound < open.minutes.upperBound { found.append((open, one)) }
      if one.minutes.upperBound > open.minutes.upperBound { latest = one }
    }
    return found
  }

  /// The placements of each date, dates in order.
  var byDate: [(date: CivilDate, placed: [Timetable.Placed])] {
    Dictionary(grouping: self, by: \.date).sorted { $0.key < $1.key }.map { (date: $0.key, placed: $0.value) }
  }

  var periods: Int { reduce(0) { $0 + $1.placement.periods } }
}
