/// A timetable under search: its placements, who and what is taken when, and its soft cost, counted incrementally.
///
/// It holds only placements that break no hard rule: `obstacle` tells what stands against one. The readable
/// constraints are the definition of every count; a seeded property test holds the two equal.
final class ScoreKeeper {
  let space: SearchSpace
  private let arena = Arena()
  /// By session; -1 where it is not placed, and where it has no room.
  let day: Table<Int32>
  let position: Table<Int32>
  let room: Table<Int32>
  /// By session, `space.maxTeam` to a row, the rest -1.
  let team: Table<Int32>

  // Stretches taken, and periods, by resource and day (or week).
  let roomBusy: Table<UInt64>
  /// By room and day: the series that took the room last, which may have left it since; -1 for none.
  let roomSeries: Table<Int32>
  let personBusy: Table<UInt64>
  let seriesBusy: Table<UInt64>
  let personDayPeriods: Table<Int32>
  let personWeekPeriods: Table<Int32>
  let seriesDayPeriods: Table<Int32>
  /// Periods taught in classes, by person.
  let load: Table<Int32>
  /// Sessions of a person on a day: how many, and which (`dayCapacity` to a row).
  let personDayCount: Table<Int32>
  let personDaySessions: Table<Int32>
  let dayCapacity: Int
  // Sessions of a person in the day's first and last block.
  let early: Table<Int32>
  let late: Table<Int32>
  // Sessions of a series by person and by room, and how many different ones it has.
  private let seriesPerson: Table<Int32>
  private let seriesRoom: Table<Int32>
  private let seriesLecturers: Table<Int32>
  private let seriesRooms: Table<Int32>
  private let seriesSpan: Table<Int32>
  let seriesPlaced: Table<Int32>
  /// Days on which a series meets.
  let seriesDays: Table<Int32>
  /// Whether lone sessions are counted: it takes time, and is left out where they cost nothing.
  private let countsCompactness: Bool

  private(set) var units = SoftUnits()
  private(set) var unplaced: Int

  init(_ space: SearchSpace, countsCompactness: Bool = true) {
    self.space = space
    self.countsCompactness = countsCompactness
    let problem = space.problem
    let (sessions, series, people, rooms) = (
      problem.sessions.count, problem.series.count, problem.people.count, problem.rooms.count
    )
    let days = space.days
    day = Table(arena, sessions, -1)
    position = Table(arena, sessions, -1)
    room = Table(arena, sessions, -1)
    team = Table(arena, sessions * space.maxTeam, -1)
    roomBusy = Table(arena, rooms * days, 0)
    roomSeries = Table(arena, rooms * days, -1)
    personBusy = Table(arena, people * days, 0)
    personBusy.copy(from: space.personBusy)
    seriesBusy = Table(arena, series * days, 0)
    personDayPeriods = Table(arena, people * days, 0)
    personWeekPeriods = Table(arena, people * space.weeks, 0)
    seriesDayPeriods = Table(arena, series * days, 0)
    load = Table(arena, people, 0)
    dayCapacity = max(1, space.grid.count)
    personDayCount = Table(arena, people * days, 0)
    personDaySessions = Table(arena, people * days * dayCapacity, -1)
    early = Table(arena, people * days, 0)
    late = Table(arena, people * days, 0)
    seriesPerson = Table(arena, series * people, 0)
    seriesRoom = Table(arena, series * rooms, 0)
    seriesLecturers = Table(arena, series, 0)
    seriesRooms = Table(arena, series, 0)
    seriesSpan = Table(arena, series, 0)
    seriesPlaced = Table(arena, series, 0)
    seriesDays = Table(arena, series, 0)
    unplaced = sessions
    units.days = problem.series.indices.reduce(0) { $0 + daysShort(of: $1) }
  }

  func isPlaced(_ session: Int) -> Bool { day[session] >= 0 }

  func people(of session: Int) -> [Int] {
    let row = session * space.maxTeam
    var people: [Int] = []
    for index in row..<row + space.maxTeam where team[index] >= 0 { people.append(Int(team[index])) }
    return people
  }

  func site(of session: Int) -> Int {
    room[session] < 0 ? -1 : Int(space.siteOf[Int(room[session])])
  }

  func distinctLecturers(of series: Int) -> Int { Int(seriesLecturers[series]) }
  func sessions(of series: Int, heldBy person: Int) -> Int {
    Int(seriesPerson[series * space.problem.people.count + person])
  }

  // MARK: Placing

  /// Places a session that is not placed, where nothing stands against it.
  func place(_ session: Int, day: Int, position: Int, room: Int, people: [Int]) {
    self.day[session] = Int32(day)
    self.position[session] = Int32(position)
    self.room[session] = Int32(room)
    for (index, person) in people.enumerated() { team[session * space.maxTeam + index] = Int32(person) }
    unplaced -= 1
    update(session, by: 1)
  }

  /// The same with the people in a row of a table, of `space.maxTeam`, the rest -1.
  func place(_ session: Int, day: Int, position: Int, room: Int, people: Table<Int32>, row: Int) {
    self.day[session] = Int32(day)
    self.position[session] = Int32(position)
    self.room[session] = Int32(room)
    for index in 0..<space.maxTeam { team[session * space.maxTeam + index] = people[row + index] }
    unplaced -= 1
    update(session, by: 1)
  }

  /// Takes a placed session out.
  func remove(_ session: Int) {
    update(session, by: -1)
    day[session] = -1
    for index in 0..<space.maxTeam { team[session * space.maxTeam + index] = -1 }
    unplaced += 1
  }

  private func update(_ session: Int, by sign: Int32) {
    let series = Int(space.seriesOf[session])
    let day = Int(self.day[session])
    let position = Int(self.position[session])
    let length = Int(space.lengthOf[session])
    let mask = space.grid.mask(length: length, position: position)
    let isTaught = space.isTaught[series]
    if sign > 0 { updateDays(of: series, day, by: Int32(length)) }
    seriesBusy[series * space.days + day] ^= mask
    seriesPlaced[series] += sign
    let room = Int(self.room[session])
    if room >= 0 {
      roomBusy[room * space.days + day] ^= mask
      if sign > 0 { roomSeries[room * space.days + day] = Int32(series) }
    }
    let row = session * space.maxTeam
    for index in row..<row + space.maxTeam where team[index] >= 0 {
      let person = Int(team[index])
      update(person, session, day, position, length, mask, by: sign)
      if isTaught {
        updateLoad(of: person, by: sign * Int32(length))
        updateLecturers(of: series, person, by: sign)
      }
    }
    if isTaught {
      if room >= 0 { updateRooms(of: series, room, by: sign) }
      updateSpan(of: series, without: sign < 0 ? session : -1)
      units.gap += Int(sign) * gapChange(session, series, day, position, length)
      units.seats += Int(sign) * space.seatsShort(of: series, in: room)
    }
    if countsCompactness { units.compactness += Int(sign) * loneChange(session, series, day) }
    if sign < 0 { updateDays(of: series, day, by: -Int32(length)) }
    if !space.previous.isEmpty, let old = space.previous[session] {
      let same =
        old.day == day && old.position == position && old.room == room
        && old.people == Set(people(of: session))
      if !same { units.moved += Int(sign) }
    }
  }

  private func update(
    _ person: Int, _ session: Int, _ day: Int, _ position: Int, _ length: Int, _ mask: UInt64, by sign: Int32
  ) {
    let cell = person * space.days + day
    personBusy[cell] ^= mask
    personDayPeriods[cell] += sign * Int32(length)
    personWeekPeriods[person * space.weeks + Int(space.weekOf[day])] += sign * Int32(length)
    let block = Int(space.grid.blocks[position])
    if block == space.firstBlock || block == space.lastBlock {
      units.rest -= rests(person, day)
      if block == space.firstBlock { early[cell] += sign }
      if block == space.lastBlock { late[cell] += sign }
      units.rest += rests(person, day)
    }
    units.sites -= max(0, sites(of: person, on: day) - 1)
    let row = cell * dayCapacity
    let count = Int(personDayCount[cell])
    if sign > 0 {
      personDaySessions[row + count] = Int32(session)
    } else if let index = (0..<count).first(where: { personDaySessions[row + $0] == Int32(session) }) {
      personDaySessions[row + index] = personDaySessions[row + count - 1]
    }
    personDayCount[cell] += sign
    units.sites += max(0, sites(of: person, on: day) - 1)
  }

  /// Late blocks followed by an early one that touch this day.
  private func rests(_ person: Int, _ day: Int) -> Int {
    let cell = person * space.days + day
    var count = 0
    if day > 0, late[cell - 1] > 0, early[cell] > 0 { count += 1 }
    if day + 1 < space.days, late[cell] > 0, early[cell + 1] > 0 { count += 1 }
    return count
  }

  private func sites(of person: Int, on day: Int) -> Int {
    let cell = person * space.days + day
    var count = 0
    for index in 0..<Int(personDayCount[cell]) {
      let here = site(of: Int(personDaySessions[cell * dayCapacity + index]))
      if here < 0 { continue }
      var isNew = true
      for earlier in 0..<index where site(of: Int(personDaySessions[cell * dayCapacity + earlier])) == here {
        isNew = false
      }
      if isNew { count += 1 }
    }
    return count
  }

  private func updateLoad(of person: Int, by periods: Int32) {
    guard space.problem.people[person].isLecturer else { return }
    units.load -= max(0, Int(load[person]) - space.fairLoad)
    load[person] += periods
    units.load += max(0, Int(load[person]) - space.fairLoad)
  }

  private func updateRooms(of series: Int, _ room: Int, by sign: Int32) {
    let cell = series * space.problem.rooms.count + room
    units.rooms -= max(0, Int(seriesRooms[series]) - 1)
    seriesRoom[cell] += sign
    if sign > 0, seriesRoom[cell] == 1 { seriesRooms[series] += 1 }
    if sign < 0, seriesRoom[cell] == 0 { seriesRooms[series] -= 1 }
    units.rooms += max(0, Int(seriesRooms[series]) - 1)
  }

  private func updateLecturers(of series: Int, _ person: Int, by sign: Int32) {
    let cell = series * space.problem.people.count + person
    units.lecturers -= max(0, Int(seriesLecturers[series]) - space.fewestLecturers[series])
    seriesPerson[cell] += sign
    if sign > 0, seriesPerson[cell] == 1 { seriesLecturers[series] += 1 }
    if sign < 0, seriesPerson[cell] == 0 { seriesLecturers[series] -= 1 }
    units.lecturers += max(0, Int(seriesLecturers[series]) - space.fewestLecturers[series])
  }

  private func updateDays(of series: Int, _ day: Int, by periods: Int32) {
    let cell = series * space.days + day
    let held = seriesDayPeriods[cell]
    seriesDayPeriods[cell] += periods
    guard (held == 0) != (seriesDayPeriods[cell] == 0) else { return }
    units.days -= daysShort(of: series)
    seriesDays[series] += held == 0 ? 1 : -1
    units.days += daysShort(of: series)
  }

  private func updateSpan(of series: Int, without removed: Int) {
    var first = Int32.max
    var last: Int32 = -1
    for place in space.members.range(series) {
      let session = space.members[place]
      guard session != removed, day[session] >= 0 else { continue }
      first = min(first, day[session])
      last = max(last, day[session])
    }
    units.span -= Int(seriesSpan[series])
    seriesSpan[series] = last < 0 ? 0 : max(0, last - first + 1 - Int32(space.fewestDays[series]))
    units.span += Int(seriesSpan[series])
  }

  /// What the session adds to the free periods between its series' sessions of that day and block.
  private func gapChange(_ session: Int, _ series: Int, _ day: Int, _ position: Int, _ length: Int) -> Int {
    let block = Int(space.grid.blocks[position])
    var (first, last, used) = (Int.max, 0, 0)
    for place in space.members.range(series) {
      let other = space.members[place]
      guard other != session, Int(self.day[other]) == day,
        Int(space.grid.blocks[Int(self.position[other])]) == block
      else { continue }
      let start = Int(space.grid.firsts[Int(self.position[other])])
      first = min(first, start)
      last = max(last, start + Int(space.lengthOf[other]) - 1)
      used += Int(space.lengthOf[other])
    }
    guard used > 0 else { return 0 }
    let start = Int(space.grid.firsts[position])
    let before = last - first + 1 - used
    return max(last, start + length - 1) - min(first, start) + 1 - used - length - before
  }
}
