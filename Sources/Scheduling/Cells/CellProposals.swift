/// Draws proposals at one temperature and carries out those that are accepted.
struct CellProposals {
  private let logarithms: Table<Float>
  private let chain: CellChain
  /// In the prices of the space.
  private let temperature: Float
  private let hardPrice: Int32
  private let saving: Int32
  private let chains: Int
  private let roomOnly: Int
  private let bothAtOnce: Int

  init(_ space: CellSpace, _ logarithms: Table<Float>, _ chain: CellChain, temperature: Double) {
    self.logarithms = logarithms
    self.chain = chain
    let unit = space.unit
    self.temperature = Float(temperature * unit)
    hardPrice = Int32(CellCooling.hardPrice * unit)
    saving = Int32(CellCooling.saving * unit)
    chains = Int(CellCooling.chains * 1024)
    roomOnly = chains + Int(CellCooling.roomOnly * 1024)
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
    let (sessions, periods) = (state.sessions, state.periods)
    for _ in 0..<count {
      // One number gives the session (32 bits), the kind (10) and the threshold (12).
      let bits = random.next()
      let one = Int(truncatingIfNeeded: ((bits & 0xFFFF_FFFF) &* UInt64(truncatingIfNeeded: sessions)) >> 32)
      let kind = Int(truncatingIfNeeded: bits >> 32) & 1023
      let allowed = Int32(temperature * logarithms[Int(truncatingIfNeeded: bits >> 42) & 4095])
      if kind < chains {
        guard state.hard == 0,
          chain.move(
            one, to: random.below(periods), allowed, saving: saving, &state, &random)
        else {
          continue
        }
      } else if !single(one, kind, allowed, &state, &random) {
        continue
      }
      if state.hard == 0, state.cost < least {
        least = state.cost
        bestPeriod.copy(from: state.periodOf)
        bestRoom.copy(from: state.roomOf)
      }
    }
  }

  /// Moves a session to a cell drawn at random, or exchanges it with the one there.
  @inline(__always)
  private func single(
    _ one: Int, _ kind: Int, _ allowed: Int32, _ state: inout CellState, _ random: inout RandomSource
  ) -> Bool {
    var (period, room) = (Int(state.periodOf[one]), Int(state.roomOf[one]))
    if kind < roomOnly {
      room = random.below(state.rooms)
    } else if kind < bothAtOnce {
      let cell = random.below(state.periods &* state.rooms)
      period = cell / state.rooms
      room = cell &- period &* state.rooms
    } else {
      period = random.below(state.periods)
    }
    let other = state.sessionAt[period &* state.rooms &+ room]
    if other >= 0 { return exchange(one, Int(other), allowed, &state) }
    return other == CellState.empty && move(one, period, room, allowed, &state)
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
      if change.hard > 0 { return false }
      change.soft &+= state.periodChange(series, from: period, to: newPeriod, against: -1)
    }
    guard change.hard <= 0, change.soft &+ change.hard &* hardPrice <= allowed else { return false }
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
      if change.hard > 0 { return false }
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
    guard change.hard <= 0, change.soft &+ change.hard &* hardPrice <= allowed else { return false }
    state.take(session)
    state.take(other)
    state.put(session, period: newPeriod, room: newRoom)
    state.put(other, period: period, room: room)
    state.cost &+= Int(change.soft)
    state.hard &+= Int(change.hard)
    return true
  }
}
