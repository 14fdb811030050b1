import Civil

/// What people and rooms can bear of meetings beside a settled timetable, against what has to be on some days.
///
/// A meeting can only begin where nothing settled stands against it. By day, a person or a room holds no more of them
/// than fit such times one after the other if all were as short as the shortest, and no more periods than those times
/// cover, within the limits of the day and the ISO week. Ways from one to the next are left out: so the counts are bounds
/// from above, and what is wanted beyond them cannot all be held.
struct Competition {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let wants: [Want]
  /// What was counted already.
  private var known: [Group: [Bearer]] = [:]

  private struct Group: Hashable {
    let people: [Int]
    let rooms: [Int]
    let isOfPeriods: Bool
  }

  /// A meeting and the days it has to be on.
  private struct Want {
    let order: Int
    let session: Int
    let length: Int
    let people: Set<Int>
    /// Empty: it needs none.
    let rooms: [Int]
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
        order: order, session: session, length: kind.length, people: Set(kind.eligible.map(Int.init)),
        rooms: board.rooms(of: order).filter { $0 >= 0 }, window: window)
    }
  }

  /// The shortest days on which more is wanted than can be held, with the meeting among it.
  mutating func hindrance(of order: Int) -> Hindrance {
    guard let want = wants.first(where: { $0.order == order }) else { return .nobody }
    // The people of the meeting; and those with whom they share others, and so on.
    var people = want.people
    while true {
      let rivals = wants.filter { $0.people.isSubset(of: people) }
      if let found = shortage(rivals, people, [], want) { return .shortage(found) }
      if !want.rooms.isEmpty {
        let seated = rivals.filter { !$0.rooms.isEmpty }
        let rooms = seated.reduce(into: Set<Int>()) { $0.formUnion($1.rooms) }
        if let found = shortage(seated, people, rooms.sorted(), want) { return .shortage(found) }
      }
      let wider = wants.filter { !$0.people.isDisjoint(with: people) }.reduce(people) { $0.union($1.people) }
      if wider == people { break }
      people = wider
    }
    let seated = wants.filter { !$0.rooms.isEmpty && Set($0.rooms).isSubset(of: want.rooms) }
    if !want.rooms.isEmpty, let found = shortage(seated, [], want.rooms, want) { return .shortage(found) }
    let others = wants.count {
      $0.order != order && !$0.people.isDisjoint(with: want.people) && $0.window.overlaps(want.window)
    }
    return .taken(others: others, people: want.people.sorted(), days: dates(want.window))
  }

  /// What these people, or without any the rooms, are short of; nil: nothing is proved.
  private mutating func shortage(
    _ rivals: [Want], _ people: Set<Int>, _ rooms: [Int], _ want: Want
  ) -> Hindrance.Shortage? {
    for isOfPeriods in [false, true] {
      let group = Group(people: people.sorted(), rooms: rooms, isOfPeriods: isOfPeriods)
      let own = known[group] ?? bearers(group, rivals)
      known[group] = own
      if let found = narrowest(rivals, isOfPeriods, own, with: want) {
        return Hindrance.Shortage(
          people: group.people, rooms: rooms, days: dates(found.days), wanted: found.wanted,
          bearable: found.bearable, isOfPeriods: isOfPeriods)
      }
    }
    return nil
  }

  private func bearers(_ group: Group, _ rivals: [Want]) -> [Bearer] {
    // One of each kind stands for all: who, where and how long is what places depend on.
    let kinds = Dictionary(rivals.map { (space.kindOf[$0.session], $0) }) { first, _ in first }
      .sorted { $0.key < $1.key }.map(\.value)
    let least = rivals.map(\.length).min() ?? 1
    let unit = group.isOfPeriods ? 1 : least
    let isOfRooms = group.people.isEmpty
    return (isOfRooms ? group.rooms : group.people).map { bearer in
      Bearer(
        days: (0..<space.days).map { day in
          let starts = isOfRooms ? starts(in: bearer, day, kinds) : starts(of: bearer, day, kinds)
          let held = group.isOfPeriods ? covered(starts) : packed(starts, least)
          return isOfRooms ? held : min(held, left(bearer, day) / unit)
        }, weeks: (0..<space.days).map { isOfRooms ? .max : leftOfWeek(bearer, $0) / unit })
    }
  }

  // MARK: Days

  /// What one can bear on each day, and in the week of each day.
  private struct Bearer {
    let days: [Int]
    let weeks: [Int]
  }

  private func narrowest(
    _ rivals: [Want], _ isOfPeriods: Bool, _ bearers: [Bearer], with want: Want
  ) -> (days: ClosedRange<Int>, wanted: Int, bearable: Int)? {
    let firsts = Set(rivals.map(\.window.lowerBound)).filter { $0 <= want.window.lowerBound }.sorted(by: >)
    let lasts = Set(rivals.map(\.window.upperBound)).filter { $0 >= want.window.upperBound }.sorted()
    var best: (days: ClosedRange<Int>, wanted: Int, bearable: Int)?
    for first in firsts {
      for last in lasts where best.map({ last - first < $0.days.count - 1 }) ?? true {
        let wanted = rivals.reduce(0) { sum, rival in
          guard first <= rival.window.lowerBound, rival.window.upperBound <= last else { return sum }
          return sum + (isOfPeriods ? rival.length : 1)
        }
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
      ofWeek = min(ofWeek + bearer.days[day], bearer.weeks[day])
    }
    return sum + ofWeek
  }

  private func left(_ person: Int, _ day: Int) -> Int {
    let held = Int(keeper.personDayPeriods[person * space.days + day])
    return max(0, space.problem.people[person].maxPeriodsDay - held)
  }

  private func leftOfWeek(_ person: Int, _ day: Int) -> Int {
    let held = Int(keeper.personWeekPeriods[person * space.weeks + Int(space.weekOf[day])])
    return max(0, space.problem.people[person].maxPeriodsWeek - held)
  }

  // MARK: Times

  /// By length, positions at which a meeting can begin.
  private typealias Starts = [(length: Int, positions: UInt64)]

  private func starts(of person: Int, _ day: Int, _ kinds: [Want]) -> Starts {
    kinds.filter { $0.people.contains(person) }.map { kind in
      let series = space.problem.series[Int(space.seriesOf[kind.session])]
      guard kind.length <= min(left(person, day), leftOfWeek(person, day)) else { return (kind.length, 0) }
      let cell = person * space.days + day
      let free = space.personOpen[cell] & space.grid.clear(of: keeper.personBusy[cell], length: kind.length)
      let places = kind.rooms.isEmpty ? [-1] : kind.rooms
      let positions = places.reduce(UInt64(0)) { found, room in
        let site = room < 0 ? -1 : Int(space.siteOf[room])
        let onTheWay = keeper.travelMask(person, day, series.kind, site: site)
        return found | free & space.grid.clear(of: onTheWay, length: kind.length)
          & (room < 0 ? .max : open(room, day, kind.length))
      }
      return (kind.length, positions)
    }
  }

  private func starts(in room: Int, _ day: Int, _ kinds: [Want]) -> Starts {
    kinds.filter { $0.rooms.contains(room) }.map { ($0.length, open(room, day, $0.length)) }
  }

  private func open(_ room: Int, _ day: Int, _ length: Int) -> UInt64 {
    let cell = room * space.days + day
    return space.roomOpen[cell] & space.grid.clear(of: keeper.roomBusy[cell], length: length)
  }

  /// Meetings of the shortest length that fit one after the other where any can begin.
  private func packed(_ starts: Starts, _ least: Int) -> Int {
    let positions = starts.reduce(UInt64(0)) { $0 | $1.positions }
    // What ends first leaves most for the others.
    let byEnd = (0..<space.grid.count).filter { positions & 1 << UInt64($0) != 0 }.sorted {
      (space.grid.end(length: least, position: $0), $0) < (space.grid.end(length: least, position: $1), $1)
    }
    var (taken, count) = (UInt64(0), 0)
    for position in byEnd {
      let mask = space.grid.mask(length: least, position: position)
      guard mask != 0, mask & taken == 0 else { continue }
      taken |= mask
      count += 1
    }
    return count
  }

  /// Periods that meetings can cover where they can begin.
  private func covered(_ starts: Starts) -> Int {
    var periods: Set<Int> = []
    for (length, positions) in starts {
      for position in 0..<space.grid.count where positions & 1 << UInt64(position) != 0 {
        let block = Int(space.grid.blocks[position])
        for more in 0..<length {
          if let next = space.grid.position(block: block, first: Int(space.grid.firsts[position]) + more) {
            periods.insert(next)
          }
        }
      }
    }
    return periods.count
  }

  private func dates(_ days: ClosedRange<Int>) -> ClosedRange<CivilDate> {
    space.problem.planFrom + days.lowerBound...space.problem.planFrom + days.upperBound
  }
}
