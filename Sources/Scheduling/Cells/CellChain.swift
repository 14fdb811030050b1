/// Kempe chains: all sessions of two periods that clash with one another change sides together.
///
/// A session that goes to another period sends those there the other way whom its trainees or its lecturer
/// also need, and these send theirs. Where there are none, it goes alone. Without conflicts a
/// company or a lecturer has at most one session a period, so that what changes is a sum over the sessions: a
/// company with a session on either side sees no difference. The chain is counted, not carried out, and
/// makes no conflict.
struct CellChain {
  private static let longest = 12
  /// The sessions of the two sides in the order in which they were found, and the rooms they are to have.
  private let sides: (Table<Int32>, Table<Int32>)
  private let rooms: (Table<Int32>, Table<Int32>)
  private let isIn: Table<Bool>
  /// By room: whether a session of the side that is given rooms has it.
  private let isGiven: Table<Bool>

  init(_ arena: Arena, _ space: CellSpace) {
    sides = (Table(arena, Self.longest, -1), Table(arena, Self.longest, -1))
    rooms = (Table(arena, Self.longest, -1), Table(arena, Self.longest, -1))
    isIn = Table(arena, space.sessions, false)
    isGiven = Table(arena, space.rooms, false)
  }

  /// Moves a session and what hangs on it, if that costs no more than allowed; there are no conflicts.
  ///
  /// - Parameters:
  ///   - session: the session that the chain begins with.
  ///   - period: where it goes.
  ///   - allowed: what the whole may cost.
  ///   - saving: what new rooms may save; a chain that is dearer by more is not looked at further.
  ///   - state: the timetable.
  ///   - random: where it begins to look for a room.
  /// - Returns: whether it was carried out.
  func move(
    _ session: Int, to period: Int, _ allowed: Int32, saving: Int32, _ state: inout CellState,
    _ random: inout RandomSource
  ) -> Bool {
    let from = Int(state.periodOf[session])
    let series = Int(state.seriesOf[session])
    // Where the series has a session already, the two would only exchange their periods.
    guard from != period, !state.isClosed(series, in: period), !state.isHeld(series, in: period) else {
      return false
    }
    sides.0[0] = Int32(truncatingIfNeeded: session)
    isIn[session] = true
    var counts = (1, 0)
    var cost = grow(from, period, &counts, state)
    var isSound = cost.map { $0 <= allowed &+ saving } ?? false
    if isSound, let change = cost {
      let there = settle(sides.0, rooms.0, counts.0, in: period, &state, &random)
      let back = there == nil ? nil : settle(sides.1, rooms.1, counts.1, in: from, &state, &random)
      if let there, let back {
        cost = change &+ there &+ back
        isSound = change &+ there &+ back <= allowed
        recount(sides.1, rooms.1, counts.1, state)
      } else {
        isSound = false
      }
      if there != nil { recount(sides.0, rooms.0, counts.0, state) }
    }
    for index in 0..<counts.0 { isIn[Int(sides.0[index])] = false }
    for index in 0..<counts.1 { isIn[Int(sides.1[index])] = false }
    guard isSound, let cost else { return false }
    for index in 0..<counts.0 { state.take(Int(sides.0[index])) }
    for index in 0..<counts.1 { state.take(Int(sides.1[index])) }
    for index in 0..<counts.0 { state.put(Int(sides.0[index]), period: period, room: Int(rooms.0[index])) }
    for index in 0..<counts.1 { state.put(Int(sides.1[index]), period: from, room: Int(rooms.1[index])) }
    state.cost &+= Int(cost)
    return true
  }

  /// Finds both sides and what their new periods cost; nil where one cannot go or there are too many.
  @inline(__always)
  private func grow(_ from: Int, _ to: Int, _ counts: inout (Int, Int), _ state: CellState) -> Int32? {
    let (there, back) = (state.step(from: from, to: to), state.step(from: to, to: from))
    var seen = (0, 0)
    var cost: Int32 = 0
    while seen.0 < counts.0 || seen.1 < counts.1 {
      if seen.0 < counts.0 {
        guard let one = follow(Int(sides.0[seen.0]), there, into: sides.1, &counts.1, state) else {
          return nil
        }
        cost &+= one
        seen.0 &+= 1
      } else {
        guard let one = follow(Int(sides.1[seen.1]), back, into: sides.0, &counts.0, state) else {
          return nil
        }
        cost &+= one
        seen.1 &+= 1
      }
    }
    return cost
  }

  /// Adds who must make way for a session to the other side; what it changes, nil where one cannot come.
  @inline(__always)
  private func follow(
    _ session: Int, _ step: CellState.Step, into side: Table<Int32>, _ count: inout Int, _ state: CellState
  ) -> Int32? {
    let series = Int(state.seriesOf[session])
    var lone: Int32 = 0
    var meetsItself = false
    let groups = state.groups(of: series)
    let lecturer = groups.upperBound &- 1
    var index = groups.lowerBound
    while index <= lecturer {
      let group = state.group(index)
      let other = state.held(group, in: step.to)
      if other < 0 {
        if index < lecturer { lone &+= state.loneChange(group, step) }
      } else {
        let another = Int(state.seriesOf[other])
        if another == series { meetsItself = true }
        if !isIn[other] {
          if count == Self.longest || state.isClosed(another, in: step.from) { return nil }
          side[count] = Int32(truncatingIfNeeded: other)
          count &+= 1
          isIn[other] = true
        }
      }
      index &+= 1
    }
    return meetsItself ? lone : lone &+ state.dayChange(series, from: step.oldDay, to: step.newDay)
  }

  /// Chooses rooms in a period for the sessions of a side, their own where these are free; what that costs.
  ///
  /// The rooms are counted in the state as if the sessions had them (`recount` undoes it); nil, and nothing
  /// counted, where there are too few.
  @inline(__always)
  private func settle(
    _ side: Table<Int32>, _ next: Table<Int32>, _ count: Int, in period: Int, _ state: inout CellState,
    _ random: inout RandomSource
  ) -> Int32? {
    var missing = 0
    for index in 0..<count {
      let room = Int(state.roomOf[Int(side[index])])
      if isFree(room, in: period, state) {
        next[index] = Int32(truncatingIfNeeded: room)
        isGiven[room] = true
      } else {
        next[index] = -1
        missing &+= 1
      }
    }
    var cost: Int32? = 0
    if missing > 0 { cost = settleOthers(side, next, count, in: period, state, &random) }
    for index in 0..<count where next[index] >= 0 { isGiven[Int(next[index])] = false }
    if cost == nil { recount(side, next, count, state) }
    return cost
  }

  private func settleOthers(
    _ side: Table<Int32>, _ next: Table<Int32>, _ count: Int, in period: Int, _ state: CellState,
    _ random: inout RandomSource
  ) -> Int32? {
    var cost: Int32 = 0
    for index in 0..<count where next[index] < 0 {
      let session = Int(side[index])
      let series = Int(state.seriesOf[session])
      var found: (room: Int, price: Int32) = (-1, Int32.max)
      var room = random.below(state.rooms)
      for _ in 0..<state.rooms {
        if isFree(room, in: period, state) {
          let price = state.roomPrice(of: series, in: room)
          if price < found.price { found = (room, price) }
        }
        room = room &+ 1 == state.rooms ? 0 : room &+ 1
      }
      guard found.room >= 0 else { return nil }
      let own = Int(state.roomOf[session])
      cost &+= state.roomChange(series, from: own, to: found.room).soft
      state.recountRoom(of: series, from: own, to: found.room)
      next[index] = Int32(truncatingIfNeeded: found.room)
      isGiven[found.room] = true
    }
    return cost
  }

  /// Whether a room has nobody in a period, or only one who leaves it.
  @inline(__always)
  private func isFree(_ room: Int, in period: Int, _ state: CellState) -> Bool {
    let other = Int(state.sessionAt[period &* state.rooms &+ room])
    return (other == Int(CellState.empty) || (other >= 0 && isIn[other])) && !isGiven[room]
  }

  /// Counts the rooms of a side's series as they are again.
  @inline(__always)
  private func recount(_ side: Table<Int32>, _ next: Table<Int32>, _ count: Int, _ state: CellState) {
    for index in 0..<count where next[index] >= 0 {
      let session = Int(side[index])
      let own = Int(state.roomOf[session])
      let room = Int(next[index])
      if room != own { state.recountRoom(of: Int(state.seriesOf[session]), from: room, to: own) }
    }
  }
}
