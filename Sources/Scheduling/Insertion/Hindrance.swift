package import Civil

/// Why a meeting has no place beside a settled timetable.
package enum Hindrance: Hashable, Sendable {
  /// What keeps a meeting from every place that it could have, whatever other meetings do.
  package enum Fact: Int, CaseIterable, Hashable, Sendable {
    /// Hours that people gave; their own calendars; their sessions; their periods a day and a week; their ways.
    case hours, calendars, sessions, limits, travel
    /// Opening hours of the rooms; sessions in them.
    case roomHours, roomSessions
    /// The sessions of the trainee.
    case trainee
  }

  /// Nobody may hold it, or no room suits it.
  case nobody
  case noRoom
  /// No block of its days holds it: they are holidays, or it is too long.
  case noDay(ClosedRange<CivilDate>)
  /// These leave no place on its days, where people and rooms could be.
  case facts(Reason)
  /// People, or the rooms, can hold fewer meetings on some days than have to be on them.
  case shortage(Shortage)
  /// The search was ended before others could be moved for it.
  case stopped
  /// There are places, but others have them, and no way was found to move those.
  case taken(others: Int, people: [Int], days: ClosedRange<CivilDate>)

  /// Facts that leave no place, whatever else is changed, and none of which can be spared for that.
  package struct Reason: Hashable, Sendable {
    package let facts: [Fact]
    /// The fewest facts that would have to go for a place to be there: each of these alternatives suffices.
    package let cures: [[Fact]]
    package let people: [Int]
    package let days: ClosedRange<CivilDate>
  }

  /// More meetings wanted on some days than can be held, or more periods: a proof that one has to wait.
  package struct Shortage: Hashable, Sendable {
    /// Empty: it is the rooms that are short.
    package let people: [Int]
    package let rooms: [Int]
    package let days: ClosedRange<CivilDate>
    package let wanted: Int
    /// At most.
    package let bearable: Int
    /// Whether periods are counted, as meetings are of several lengths.
    package let isOfPeriods: Bool
  }
}

extension InsertionBoard {
  /// What leaves a meeting no place beside the settled timetable alone; nil: it would have one.
  func hindranceAlone(of order: Int) -> Hindrance? {
    let session = orders[order].session
    let series = Int(space.seriesOf[session])
    let kind = space.kinds[Int(space.kindOf[session])]
    guard !kind.eligible.isEmpty else { return .nobody }
    let rooms = rooms(of: order)
    guard !rooms.isEmpty else { return .noRoom }
    guard let window = space.window[series] else { return .noDay(orders[order].wished) }
    var sets: Set<UInt16> = []
    for day in window {
      for position in 0..<space.grid.count {
        let mask = space.grid.mask(length: kind.length, position: position)
        guard mask != 0, space.seriesOpen[series * space.days + day] & 1 << UInt64(position) != 0 else {
          continue
        }
        let own = facts(ofTrainees: series, day, mask)
        for room in rooms {
          let there = own | facts(ofRoom: room, day, position, mask)
          for person in kind.eligible {
            let set = there | facts(of: Int(person), session, day, position, mask, room: room)
            if set == 0 { return nil }
            sets.insert(set)
          }
        }
      }
    }
    let days = space.problem.planFrom + window.lowerBound...space.problem.planFrom + window.upperBound
    guard !sets.isEmpty else { return .noDay(days) }
    let least = sets.map(\.nonzeroBitCount).min() ?? 0
    return .facts(
      Hindrance.Reason(
        facts: Self.fewest(hitting: sets),
        cures: sets.filter { $0.nonzeroBitCount == least }.sorted().map(Self.facts),
        people: kind.eligible.map(Int.init), days: days))
  }

  private static func facts(_ bits: UInt16) -> [Hindrance.Fact] {
    Hindrance.Fact.allCases.filter { bits & $0.bit != 0 }
  }

  /// The fewest facts of which each place has one against it.
  private static func fewest(hitting sets: Set<UInt16>) -> [Hindrance.Fact] {
    let all = sets.reduce(0, |)
    let chosen = (1...UInt16(1 << Hindrance.Fact.allCases.count) - 1).filter { $0 & ~all == 0 }
      .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
      .first { choice in sets.allSatisfy { $0 & choice != 0 } }
    return facts(chosen ?? all)
  }

  private func facts(ofTrainees series: Int, _ day: Int, _ mask: UInt64) -> UInt16 {
    let isElsewhere = space.conflicting[series].contains {
      keeper.seriesBusy[Int($0) * space.days + day] & mask != 0
    }
    return isElsewhere ? Hindrance.Fact.trainee.bit : 0
  }

  private func facts(ofRoom room: Int, _ day: Int, _ position: Int, _ mask: UInt64) -> UInt16 {
    guard room >= 0 else { return 0 }
    let cell = room * space.days + day
    let isOpen = space.roomOpen[cell] & 1 << UInt64(position) != 0
    let isTaken = keeper.roomBusy[cell] & mask != 0
    return (isOpen ? 0 : Hindrance.Fact.roomHours.bit) | (isTaken ? Hindrance.Fact.roomSessions.bit : 0)
  }

  private func facts(
    of person: Int, _ session: Int, _ day: Int, _ position: Int, _ mask: UInt64, room: Int
  ) -> UInt16 {
    let cell = person * space.days + day
    let length = Int(space.lengthOf[session])
    let known = space.problem.people[person]
    var facts: UInt16 = 0
    if space.personOpen[cell] & 1 << UInt64(position) == 0 { facts |= Hindrance.Fact.hours.bit }
    if space.personBusy[cell] & mask != 0 { facts |= Hindrance.Fact.calendars.bit }
    for index in 0..<Int(keeper.personDayCount[cell]) {
      let other = Int(keeper.personDaySessions[cell * keeper.dayCapacity + index])
      let taken = space.grid.mask(length: Int(space.lengthOf[other]), position: Int(keeper.position[other]))
      if taken & mask != 0 { facts |= Hindrance.Fact.sessions.bit }
    }
    let week = person * space.weeks + Int(space.weekOf[day])
    if Int(keeper.personDayPeriods[cell]) + length > known.maxPeriodsDay
      || Int(keeper.personWeekPeriods[week]) + length > known.maxPeriodsWeek
    {
      facts |= Hindrance.Fact.limits.bit
    }
    let series = space.problem.series[Int(space.seriesOf[session])]
    let site = room < 0 ? -1 : space.problem.rooms[room].site
    // Where a session itself takes the time, the way to it is nothing of its own.
    if facts & Hindrance.Fact.sessions.bit == 0,
      keeper.travelMask(person, day, series.kind, site: site) & mask != 0
    {
      facts |= Hindrance.Fact.travel.bit
    }
    return facts
  }
}

extension Hindrance.Fact {
  fileprivate var bit: UInt16 { 1 << UInt16(rawValue) }
}
