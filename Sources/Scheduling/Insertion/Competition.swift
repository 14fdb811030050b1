import Civil

/// What people and rooms can bear of meetings beside a settled timetable, against what has to be on some days.
///
/// By day, a person or a room holds no more meetings of the shortest length than fit its free time one after the other,
/// within the limits of the day and the ISO week; ways between them are left out. So the counts are bounds from above.
struct Competition {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let wants: [Want]
  /// Periods of the shortest meeting.
  private let least: Int
  /// The positions of a day by the end of such a meeting.
  private let byEnd: [Int]

  /// A meeting and the days it has to be on.
  private struct Want {
    let order: Int
    let people: Set<Int>
    let rooms: Set<Int>
    let window: ClosedRange<Int>
  }

  /// The board has nothing placed but what is settled.
  init(_ board: InsertionBoard) {
    space = board.space
    keeper = board.keeper
    wants = board.orders.indices.compactMap { order in
      let session = board.orders[order].session
      let kind = board.space.kinds[Int(board.space.kindOf[session])]
      guard let window = board.space.window[Int(board.space.seriesOf[session])] else { return nil }
      return Want(
        order: order, people: Set(kind.eligible.map(Int.init)),
        rooms: Set(board.rooms(of: order).filter { $0 >= 0 }), window: window)
    }
    let least = board.orders.map { Int(board.space.lengthOf[$0.session]) }.min() ?? 1
    let grid = board.space.grid
    byEnd = (0..<grid.count).sorted {
      (grid.end(length: least, position: $0), $0) < (grid.end(length: least, position: $1), $1)
    }
    self.least = least
  }

  /// The shortest days on which more is wanted than can be held, with the meeting among it.
  func hindrance(of order: Int) -> Hindrance {
    guard let want = wants.first(where: { $0.order == order }) else { return .nobody }
    // The people of the meeting; and those with whom they share others, and so on.
    var people = want.people
    while true {
      if let found = shortage(of: people, with: want) { return .shortage(found) }
      let wider = wants.filter { !$0.people.isDisjoint(with: people) }.reduce(people) { $0.union($1.people) }
      if wider == people { break }
      people = wider
    }
    if !want.rooms.isEmpty, let found = shortage(ofRooms: want.rooms, with: want) { return .shortage(found) }
    let others = wants.count {
      $0.order != order && !$0.people.isDisjoint(with: want.people) && $0.window.overlaps(want.window)
    }
    return .taken(others: others, people: want.people.sorted(), days: dates(want.window))
  }

  private func shortage(of people: Set<Int>, with want: Want) -> Hindrance.Shortage? {
    let rivals = wants.filter { $0.people.isSubset(of: people) }
    let counts = people.sorted().map { person in
      (week: { day in weekLeft(person, day) }, days: (0..<space.days).map { dayLeft(person, $0) }) as Bearer
    }
    if let found = narrowest(rivals, counts, with: want) {
      return Hindrance.Shortage(
        people: people.sorted(), rooms: [], days: dates(found.days), wanted: found.wanted,
        bearable: found.bearable)
    }
    guard !want.rooms.isEmpty else { return nil }
    // Those in the office need a time at which a room is free as well.
    let seated = rivals.filter { !$0.rooms.isEmpty }
    let rooms = seated.reduce(into: Set<Int>()) { $0.formUnion($1.rooms) }.sorted()
    let open = (0..<space.days).map { day in rooms.reduce(UInt64(0)) { $0 | freePositions(ofRoom: $1, day) } }
    let bound = people.sorted().map { person in
      (
        week: { day in weekLeft(person, day) },
        days: (0..<space.days).map { dayLeft(person, $0, within: open[$0]) }
      )
        as Bearer
    }
    return narrowest(seated, bound, with: want).map {
      Hindrance.Shortage(
        people: people.sorted(), rooms: rooms, days: dates($0.days), wanted: $0.wanted, bearable: $0.bearable)
    }
  }

  private func shortage(ofRooms rooms: Set<Int>, with want: Want) -> Hindrance.Shortage? {
    let rivals = wants.filter { !$0.rooms.isEmpty && $0.rooms.isSubset(of: rooms) }
    let counts = rooms.sorted().map { room in
      (week: { _ in Int.max }, days: (0..<space.days).map { held(freePositions(ofRoom: room, $0)) }) as Bearer
    }
    return narrowest(rivals, counts, with: want).map {
      Hindrance.Shortage(
        people: [], rooms: rooms.sorted(), days: dates($0.days), wanted: $0.wanted, bearable: $0.bearable)
    }
  }

  /// What one can bear on each day, and in the week of a day.
  private typealias Bearer = (week: (Int) -> Int, days: [Int])

  private func narrowest(
    _ rivals: [Want], _ bearers: [Bearer], with want: Want
  ) -> (days: ClosedRange<Int>, wanted: Int, bearable: Int)? {
    let firsts = Set(rivals.map(\.window.lowerBound)).filter { $0 <= want.window.lowerBound }.sorted(by: >)
    let lasts = Set(rivals.map(\.window.upperBound)).filter { $0 >= want.window.upperBound }.sorted()
    var best: (days: ClosedRange<Int>, wanted: Int, bearable: Int)?
    for first in firsts {
      for last in lasts where best.map({ last - first < $0.days.count - 1 }) ?? true {
        let wanted = rivals.count { first <= $0.window.lowerBound && $0.window.upperBound <= last }
        let bearable = bearers.reduce(0) { $0 + total(of: $1, first...last) }
        if wanted > bearable { best = (first...last, wanted, bearable) }
      }
    }
    return best
  }

  private func total(of bearer: Bearer, _ days: ClosedRange<Int>) -> Int {
    var (sum, week, ofWeek) = (0, Int32(-1), 0)
    for day in days {
      if space.weekOf[day] != week {
        sum += ofWeek
        (week, ofWeek) = (space.weekOf[day], 0)
      }
      ofWeek = min(ofWeek + bearer.days[day], bearer.week(day))
    }
    return sum + ofWeek
  }

  private func weekLeft(_ person: Int, _ day: Int) -> Int {
    let held = Int(keeper.personWeekPeriods[person * space.weeks + Int(space.weekOf[day])])
    return max(0, space.problem.people[person].maxPeriodsWeek - held) / least
  }

  private func dayLeft(_ person: Int, _ day: Int, within open: UInt64 = .max) -> Int {
    let cell = person * space.days + day
    let free = space.personOpen[cell] & space.grid.clear(of: keeper.personBusy[cell], length: least) & open
    let left = max(0, space.problem.people[person].maxPeriodsDay - Int(keeper.personDayPeriods[cell])) / least
    return min(held(free), left)
  }

  private func freePositions(ofRoom room: Int, _ day: Int) -> UInt64 {
    let cell = room * space.days + day
    return space.roomOpen[cell] & space.grid.clear(of: keeper.roomBusy[cell], length: least)
  }

  /// Meetings of the shortest length that fit some positions one after the other.
  private func held(_ positions: UInt64) -> Int {
    var (taken, count) = (UInt64(0), 0)
    // What ends first leaves most for the others.
    for position in byEnd where positions & 1 << UInt64(position) != 0 {
      let mask = space.grid.mask(length: least, position: position)
      guard mask != 0, mask & taken == 0 else { continue }
      taken |= mask
      count += 1
    }
    return count
  }

  private func dates(_ days: ClosedRange<Int>) -> ClosedRange<CivilDate> {
    space.problem.planFrom + days.lowerBound...space.problem.planFrom + days.upperBound
  }
}
