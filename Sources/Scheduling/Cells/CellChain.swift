/// Kempe chains: all sessions of two periods that clash with one another change sides together.
///
/// A session that goes to another period sends its rivals there the other way, and these send theirs. Where it has
/// none, it goes alone, to the room that suits it best. The exchange never makes a conflict; what it costs is known
/// only when it is carried out.
struct CellChain {
  private static let longest = 12
  /// The sessions of the two sides, and the rooms that they had, in the order in which they were found.
  private let sides: (Table<Int32>, Table<Int32>)
  private let rooms: (Table<Int32>, Table<Int32>)
  private let isIn: Table<Bool>

  init(_ arena: Arena, sessions: Int) {
    sides = (Table(arena, Self.longest, -1), Table(arena, Self.longest, -1))
    rooms = (Table(arena, Self.longest, -1), Table(arena, Self.longest, -1))
    isIn = Table(arena, sessions, false)
  }

  /// Moves a session and what hangs on it, in a timetable without conflicts, if that costs no more than allowed.
  func move(
    _ session: Int, to period: Int, _ allowed: Int32, _ state: inout CellState, _ random: inout RandomSource
  ) -> Bool {
    let from = Int(state.periodOf[session])
    guard from != period, let counts = grow(session, from, period, state) else { return false }
    let cost = state.cost
    for index in 0..<counts.0 { state.remove(Int(sides.0[index])) }
    for index in 0..<counts.1 { state.remove(Int(sides.1[index])) }
    let (there, all) = settle(sides.0, rooms.0, counts.0, in: period, &state, &random)
    let (back, both) = all ? settle(sides.1, rooms.1, counts.1, in: from, &state, &random) : (0, false)
    if both, state.cost - cost <= Int(allowed) { return true }
    for index in 0..<there { state.take(Int(sides.0[index])) }
    for index in 0..<back { state.take(Int(sides.1[index])) }
    for index in 0..<counts.0 { state.put(Int(sides.0[index]), period: from, room: Int(rooms.0[index])) }
    for index in 0..<counts.1 { state.put(Int(sides.1[index]), period: period, room: Int(rooms.1[index])) }
    state.cost = cost
    state.hard = 0
    return false
  }

  /// Finds the sessions of both sides; nil where some cannot go or there are too many.
  private func grow(_ session: Int, _ from: Int, _ to: Int, _ state: CellState) -> (Int, Int)? {
    var counts = (1, 0)
    var seen = (0, 0)
    sides.0[0] = Int32(truncatingIfNeeded: session)
    isIn[session] = true
    var isSound = !state.isClosed(Int(state.seriesOf[session]), in: to)
    while isSound, seen.0 < counts.0 || seen.1 < counts.1 {
      if seen.0 < counts.0 {
        isSound = follow(Int(sides.0[seen.0]), into: sides.1, &counts.1, at: to, from, state)
        seen.0 += 1
      } else {
        isSound = follow(Int(sides.1[seen.1]), into: sides.0, &counts.0, at: from, to, state)
        seen.1 += 1
      }
    }
    for index in 0..<counts.0 {
      isIn[Int(sides.0[index])] = false
      rooms.0[index] = state.roomOf[Int(sides.0[index])]
    }
    for index in 0..<counts.1 {
      isIn[Int(sides.1[index])] = false
      rooms.1[index] = state.roomOf[Int(sides.1[index])]
    }
    return isSound ? counts : nil
  }

  /// Adds the rivals of a session in the other period to the other side; false where one cannot come over.
  @inline(__always)
  private func follow(
    _ session: Int, into side: Table<Int32>, _ count: inout Int, at period: Int, _ next: Int,
    _ state: CellState
  ) -> Bool {
    let series = Int(state.seriesOf[session])
    // Neither period is closed for whom the chain holds: what clashes is a session.
    var left = state.clashes(series, in: period)
    var room = 0
    while left > 0, room < state.rooms {
      let other = Int(state.sessionAt[period &* state.rooms &+ room])
      room &+= 1
      guard other >= 0 else { continue }
      let another = Int(state.seriesOf[other])
      guard state.areRivals(series, another) else { continue }
      left &-= 1
      if isIn[other] { continue }
      if count == Self.longest || state.isClosed(another, in: next) { return false }
      side[count] = Int32(truncatingIfNeeded: other)
      count &+= 1
      isIn[other] = true
    }
    return true
  }

  /// Gives the sessions of a side rooms in a period; how many got one, and whether all did.
  private func settle(
    _ side: Table<Int32>, _ own: Table<Int32>, _ count: Int, in period: Int, _ state: inout CellState,
    _ random: inout RandomSource
  ) -> (Int, Bool) {
    for index in 0..<count {
      let session = Int(side[index])
      let series = Int(state.seriesOf[session])
      guard let room = state.room(for: series, in: period, own: Int(own[index]), using: &random) else {
        return (index, false)
      }
      state.place(session, period: period, room: room)
    }
    return (count, true)
  }
}
