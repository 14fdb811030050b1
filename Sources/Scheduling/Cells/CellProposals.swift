/// Draws proposals at one temperature and carries out those that are accepted.
struct CellProposals {
  private let logarithms: Table<Float>
  /// In the prices of the space.
  private let temperature: Float
  private let hardPrice: Int32
  private let roomOnly: Int
  private let bothAtOnce: Int

  init(_ space: CellSpace, _ logarithms: Table<Float>, temperature: Double) {
    self.logarithms = logarithms
    let unit = space.unit
    self.temperature = Float(temperature * unit)
    hardPrice = Int32(CellCooling.hardPrice * unit)
    roomOnly = Int(CellCooling.roomOnly * 1024)
    bothAtOnce = roomOnly + Int(CellCooling.bothAtOnce * 1024)
  }

  /// - Parameters:
  ///   - count: how many proposals.
  ///   - state: the timetable under search.
  ///   - random: where choices come from.
  ///   - least: the cost of the best timetable without conflicts so far.
  ///   - bestPeriod: its periods by session, written when a better one is found.
  ///   - bestRoom: its rooms.
  func run(
    _ count: Int, _ state: inout CellState, _ random: inout RandomSource, least: inout Int,
    _ bestPeriod: Table<Int32>, _ bestRoom: Table<Int32>
  ) {
    let (sessions, rooms, periods) = (state.sessions, state.rooms, state.periods)
    for _ in 0..<count {
      // One number gives the session (32 bits), the kind (10), the threshold (12) and the target (10).
      let bits = random.next()
      let one = Int(truncatingIfNeeded: ((bits & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: sessions)) >> 32)
      let kind = Int(truncatingIfNeeded: bits >> 32) & 1023
      let allowed = Int32(temperature * logarithms[Int(truncatingIfNeeded: bits >> 42) & 4095])
      let (period, room) = (Int(state.periodOf[one]), Int(state.roomOf[one]))
      var (newPeriod, newRoom) = (period, room)
      if kind < roomOnly {
        newRoom = random.below(rooms)
      } else if kind < bothAtOnce {
        let cell = random.below(periods &* rooms)
        newPeriod = cell / rooms
        newRoom = cell &- newPeriod &* rooms
      } else {
        newPeriod = random.below(periods)
      }
      let other = state.sessionAt[newPeriod &* rooms &+ newRoom]
      if other >= 0 {
        guard exchange(one, Int(other), allowed, &state) else { continue }
      } else {
        guard other == CellState.empty, move(one, newPeriod, newRoom, allowed, &state) else { continue }
      }
      if state.hard == 0, state.cost < least {
        least = state.cost
        bestPeriod.copy(from: state.periodOf)
        bestRoom.copy(from: state.roomOf)
      }
    }
  }

  /// Moves a session to an empty cell if that costs no more than is allowed.
  @inline(__always)
  private func move(
    _ session: Int, _ newPeriod: Int, _ newRoom: Int, _ allowed: Int32, _ state: inout CellState
  ) -> Bool {
    let series = Int(state.seriesOf[session])
    let (period, room) = (Int(state.periodOf[session]), Int(state.roomOf[session]))
    var change = state.roomChange(series, from: room, to: newRoom)
    if period != newPeriod {
      change.hard &+= state.clashChange(series, from: period, to: newPeriod)
      if change.hard > 0, change.hard &* hardPrice > allowed &+ hardPrice / 2 { return false }
      change.soft &+= state.periodChange(series, from: period, to: newPeriod, against: -1)
    }
    guard change.soft &+ change.hard &* hardPrice <= allowed else { return false }
    state.take(session)
    state.put(session, period: newPeriod, room: newRoom)
    state.cost &+= Int(change.soft)
    state.hard &+= Int(change.hard)
    return true
  }

  /// Lets two sessions exchange their cells if that costs no more than is allowed.
  @inline(__always)
  private func exchange(_ session: Int, _ other: Int, _ allowed: Int32, _ state: inout CellState) -> Bool {
    let (series, another) = (Int(state.seriesOf[session]), Int(state.seriesOf[other]))
    if series == another { return false }
    let (period, room) = (Int(state.periodOf[session]), Int(state.roomOf[session]))
    let (newPeriod, newRoom) = (Int(state.periodOf[other]), Int(state.roomOf[other]))
    var change = CellState.Change()
    if period != newPeriod {
      change.hard = state.clashChange(series, another, from: period, to: newPeriod)
      if change.hard > 0, change.hard &* hardPrice > allowed &+ hardPrice / 2 { return false }
      change.soft =
        state.periodChange(series, from: period, to: newPeriod, against: another)
        &+ state.periodChange(another, from: newPeriod, to: period, against: series)
    }
    if room != newRoom {
      let there = state.roomChange(series, from: room, to: newRoom)
      let back = state.roomChange(another, from: newRoom, to: room)
      change.soft &+= there.soft &+ back.soft
      change.hard &+= there.hard &+ back.hard
    }
    guard change.soft &+ change.hard &* hardPrice <= allowed else { return false }
    state.take(session)
    state.take(other)
    state.put(session, period: newPeriod, room: newRoom)
    state.put(other, period: period, room: room)
    state.cost &+= Int(change.soft)
    state.hard &+= Int(change.hard)
    return true
  }
}
