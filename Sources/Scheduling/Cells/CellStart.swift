/// A first timetable: sessions with the fewest choices first, then those left over in place of others.
///
/// What is left over takes the period from which it throws out least, and what was thrown out looks for another.
/// How often a session was thrown out makes it dearer to throw out again, which keeps the search from going round
/// in circles (iterative forward search with conflict-based statistics, Müller 2005).
struct CellStart {
  private let space: CellSpace
  private var random: RandomSource
  /// By series and period: sessions of rivals held then.
  private var clashes: [UInt16]
  /// By cell; as in `CellState`.
  private var sessionAt: [Int32]
  private var cellOf: [Int32]
  /// By period: rooms without a session.
  private var roomsLeft: [Int]
  private var thrownOut: [Int]
  /// By series: its fit and open rooms, the cheapest and smallest first.
  private let roomsOf: [[Int32]]

  init(_ space: CellSpace, seed: UInt64) {
    self.space = space
    random = RandomSource(seed: seed)
    clashes = (0..<space.series * space.periods).map { space.closed[$0] }
    sessionAt = (0..<space.periods * space.rooms).map { space.isShut[$0] ? CellState.shut : CellState.empty }
    cellOf = Array(repeating: -1, count: space.sessions)
    roomsLeft = (0..<space.periods).map { period in
      (0..<space.realRooms).count { !space.isShut[period * space.rooms + $0] }
    }
    thrownOut = Array(repeating: 0, count: space.sessions)
    let seats = space.space.problem.rooms.map(\.capacity)
    roomsOf = (0..<space.series).map { series in
      let row = series * space.rooms
      return (0..<space.realRooms).filter { !space.isUnfit[row + $0] }
        .sorted { (space.seatPrice[row + $0], seats[$0], $0) < (space.seatPrice[row + $1], seats[$1], $1) }
        .map(Int32.init)
    }
  }

  /// Gives every session a cell: without conflicts if that is found before `rounds` are over and `stop` says so.
  mutating func fill(_ state: inout CellState, rounds: ClosedRange<Int>, stop: () -> Bool) {
    var left = placeTightFirst()
    var fewest = left.count
    var kept = cellOf
    var round = 0
    while !left.isEmpty, round < rounds.upperBound {
      if round >= rounds.lowerBound, round % 64 == 0, stop() { break }
      round += 1
      let index = random.below(left.count)
      let session = left[index]
      left[index] = left[left.count - 1]
      left.removeLast()
      left += push(in: session)
      if left.count < fewest {
        fewest = left.count
        kept = cellOf
      }
    }
    if left.count > fewest { restore(kept) }
    for session in 0..<space.sessions where cellOf[session] < 0 { putAnywhere(session) }
    for session in 0..<space.sessions {
      let cell = Int(cellOf[session])
      state.place(session, period: cell / space.rooms, room: cell % space.rooms)
    }
  }

  // MARK: Without conflicts

  /// Places sessions one by one, always one of the series with the fewest periods to spare; gives those left over.
  private mutating func placeTightFirst() -> [Int] {
    var waiting = space.space.problem.series.map(\.sessions)
    var left: [Int] = []
    while true {
      var tightest: (series: Int, spare: Double)?
      for series in 0..<space.series where !waiting[series].isEmpty {
        var free = 0
        for period in 0..<space.periods where clashes[series * space.periods + period] == 0 {
          free += roomsLeft[period] > 0 ? 1 : 0
        }
        let rivals = Double(space.rivalStart[series + 1] - space.rivalStart[series])
        let spare = Double(free - waiting[series].count) - rivals * 0.01
        if tightest.map({ spare < $0.spare }) ?? true { tightest = (series, spare) }
      }
      guard let series = tightest?.series else { return left }
      let session = waiting[series].removeLast()
      if let cell = freeCell(for: series) {
        put(session, cell)
      } else {
        left.append(session)
      }
    }
  }

  /// The cell without conflicts whose room costs least, on a day that the series does not use yet if there is one.
  private mutating func freeCell(for series: Int) -> Int? {
    var found: (cell: Int, price: Int)?
    for period in 0..<space.periods
    where clashes[series * space.periods + period] == 0 && roomsLeft[period] > 0 {
      guard let room = freeRoom(for: series, in: period) else { continue }
      let price = Int(space.seatPrice[series * space.rooms + room]) * 4 + random.below(4)
      if found.map({ price < $0.price }) ?? true { found = (period * space.rooms + room, price) }
    }
    return found?.cell
  }

  private func freeRoom(for series: Int, in period: Int) -> Int? {
    for room in roomsOf[series] where sessionAt[period * space.rooms + Int(room)] == CellState.empty {
      return Int(room)
    }
    return nil
  }

  private mutating func restore(_ cells: [Int32]) {
    for session in 0..<space.sessions where cellOf[session] >= 0 { take(session) }
    for session in 0..<space.sessions where cells[session] >= 0 { put(session, Int(cells[session])) }
  }

  // MARK: In place of others

  /// Puts a session where it throws out least, and gives what it threw out.
  private mutating func push(in session: Int) -> [Int] {
    let series = Int(space.seriesOf[session])
    var found: (period: Int, room: Int, price: Int)?
    for period in 0..<space.periods where space.closed[series * space.periods + period] == 0 {
      var price = 0
      var cheapest: (room: Int, price: Int)?
      if clashes[series * space.periods + period] > 0 || roomsLeft[period] == 0 {
        for room in 0..<space.realRooms {
          let other = Int(sessionAt[period * space.rooms + room])
          if other < 0 { continue }
          let worth = (1 + thrownOut[other]) * 4
          if space.isRival[series * space.series + Int(space.seriesOf[other])] {
            price += worth
          } else if !space.isUnfit[series * space.rooms + room], cheapest.map({ worth < $0.price }) ?? true {
            cheapest = (room, worth)
          }
        }
      }
      if let found, price > found.price { continue }
      var room = freeRoom(for: series, in: period)
      if room == nil, let cheapest {
        room = cheapest.room
        price += cheapest.price
      }
      guard let room else { continue }
      price += random.below(4)
      if found.map({ price < $0.price }) ?? true { found = (period, room, price) }
    }
    guard let found else { return [session] }
    var out: [Int] = []
    for room in 0..<space.realRooms {
      let other = Int(sessionAt[found.period * space.rooms + room])
      guard other >= 0,
        room == found.room || space.isRival[series * space.series + Int(space.seriesOf[other])]
      else { continue }
      take(other)
      thrownOut[other] += 1
      out.append(other)
    }
    put(session, found.period * space.rooms + found.room)
    return out
  }

  /// Any empty cell, conflicts or not: there are as many cells as sessions.
  private mutating func putAnywhere(_ session: Int) {
    let row = Int(space.seriesOf[session]) * space.periods
    var found: (cell: Int, clashes: UInt16)?
    for cell in sessionAt.indices where sessionAt[cell] == CellState.empty {
      let here = clashes[row + cell / space.rooms]
      if found.map({ here < $0.clashes }) ?? true { found = (cell, here) }
    }
    if let found { put(session, found.cell) }
  }

  private mutating func put(_ session: Int, _ cell: Int) { update(session, cell, by: 1) }
  private mutating func take(_ session: Int) { update(session, Int(cellOf[session]), by: -1) }

  private mutating func update(_ session: Int, _ cell: Int, by sign: Int) {
    let series = Int(space.seriesOf[session])
    let period = cell / space.rooms
    sessionAt[cell] = sign > 0 ? Int32(session) : CellState.empty
    cellOf[session] = sign > 0 ? Int32(cell) : -1
    if cell % space.rooms < space.realRooms { roomsLeft[period] -= sign }
    for index in Int(space.rivalStart[series])..<Int(space.rivalStart[series + 1]) {
      let row = Int(space.rivals[index]) * space.periods + period
      clashes[row] = sign > 0 ? clashes[row] + 1 : clashes[row] - 1
    }
  }
}
