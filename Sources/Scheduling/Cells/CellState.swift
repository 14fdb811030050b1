/// A timetable of sessions in cells, and its costs, kept by counters in flat tables.
///
/// Every session has a cell, and a cell one session. Conflicts of series, closed periods and unfit rooms may stand in
/// it where a first timetable has them; they are counted in `hard`. Its memory belongs to the arena that it was made with.
struct CellState {
  /// What is in a cell without a session, and in one that is shut.
  static let empty: Int32 = -1
  static let shut: Int32 = -2

  /// By cell and by session.
  let sessionAt: Table<Int32>
  let periodOf: Table<Int32>
  let roomOf: Table<Int32>

  // What never changes, from the space.
  let seriesOf: Table<Int32>
  let dayOf: Table<Int32>
  let slotOf: Table<Int32>
  private let rivalStart: Table<Int32>
  private let rivals: Table<Int32>
  private let isRival: Table<Bool>
  let groupStart: Table<Int32>
  let groupsOf: Table<Int32>
  private let isAttended: Table<Bool>
  let lonePrice: Table<Int32>
  let seatPrice: Table<Int32>
  let isUnfit: Table<Bool>
  let hasUnfit: Bool
  private let wantedDays: Table<Int32>
  private let closed: Table<UInt16>
  private let dayPrice: Int32
  let roomPrice: Int32
  let sessions: Int
  let series: Int
  let companies: Int
  let days: Int
  let slots: Int
  let periods: Int
  let rooms: Int

  /// By series and period: sessions of rivals held then, and 1 more where it is closed.
  private let clashes: Table<UInt16>
  /// By company and day: the slots with a session, as bits; by company and period: how many.
  let busy: Table<UInt64>
  private let meetings: Table<UInt16>
  /// By group and period: the numbers of its sessions then, each 1 more than its index, added up.
  let heldSum: Table<Int32>
  // By series: sessions by day and by room, and on how many days.
  private let dayCount: Table<UInt16>
  let roomCount: Table<UInt16>
  private let daysHeld: Table<Int32>
  /// What a meeting does to the number of lone sessions, by the two slots before and after it as bits.
  let joining: Table<Int32>

  /// Soft cost in the prices of the space.
  var cost = 0
  /// Conflicts, sessions in closed periods and in unfit rooms.
  var hard = 0

  init(_ space: CellSpace, _ arena: Arena) {
    (sessions, series, companies, days) = (space.sessions, space.series, space.companies, space.days)
    (slots, periods, rooms) = (space.slots, space.periods, space.rooms)
    seriesOf = space.seriesOf
    dayOf = space.dayOf
    slotOf = space.slotOf
    rivalStart = space.rivalStart
    rivals = space.rivals
    isRival = space.isRival
    groupStart = space.groupStart
    groupsOf = space.groupsOf
    isAttended = space.isAttended
    lonePrice = space.lonePrice
    seatPrice = space.seatPrice
    isUnfit = space.isUnfit
    hasUnfit = space.hasUnfit
    wantedDays = space.wantedDays
    closed = space.closed
    dayPrice = space.dayPrice
    roomPrice = space.roomPrice
    sessionAt = Table(arena, periods * rooms, Self.empty)
    for cell in 0..<periods * rooms where space.isShut[cell] { sessionAt[cell] = Self.shut }
    periodOf = Table(arena, sessions, -1)
    roomOf = Table(arena, sessions, -1)
    clashes = Table(arena, series * periods, 0)
    clashes.copy(from: space.closed)
    busy = Table(arena, companies * days, 0)
    meetings = Table(arena, companies * periods, 0)
    heldSum = Table(arena, space.groups * periods, 0)
    dayCount = Table(arena, series * days, 0)
    roomCount = Table(arena, series * rooms, 0)
    daysHeld = Table(arena, series, 0)
    joining = Table(arena, Self.joining)
    // The first room of a series is free.
    for one in 0..<series { cost += Int(shortage(one, held: 0)) - Int(roomPrice) }
  }

  /// By the five slots around a meeting as bits, the middle one its own: lone sessions with it less those without.
  private static var joining: [Int32] {
    (0..<32).map { around in
      func lone(_ bits: Int) -> Int32 {
        (1...3).reduce(0) { count, slot in
          let isLone = bits >> (slot - 1) & 7 == 0b010
          return count + (isLone ? 1 : 0)
        }
      }
      return lone(around | 0b00100) - lone(around & ~0b00100)
    }
  }

  private func shortage(_ series: Int, held: Int32) -> Int32 {
    dayPrice &* max(0, wantedDays[series] &- held)
  }

  func isClosed(_ series: Int, in period: Int) -> Bool { closed[series &* periods &+ period] != 0 }

  /// Sessions of rivals of the series in the period, and 1 more where it is closed.
  func clashes(_ series: Int, in period: Int) -> Int { Int(clashes[series &* periods &+ period]) }
}

// MARK: - What a move would change

extension CellState {
  /// What a session costs, or a move changes.
  struct Change {
    var hard: Int32 = 0
    var soft: Int32 = 0
  }

  /// Hard rules that the session breaks by its own period; each conflict is counted once.
  @inline(__always)
  func clashChange(_ series: Int, from: Int, to: Int) -> Int32 {
    let row = series &* periods
    return Int32(clashes[row &+ to]) &- Int32(clashes[row &+ from]) &+ 1
  }

  /// What it changes that two sessions exchange their periods, in conflicts alone.
  @inline(__always)
  func clashChange(_ series: Int, _ other: Int, from: Int, to: Int) -> Int32 {
    let shared: Int32 = isRival[series &* self.series &+ other] ? 2 : 0
    return clashChange(series, from: from, to: to) &+ clashChange(other, from: to, to: from) &- shared
  }

  /// What it costs more that a session of the series changes its day.
  @inline(__always)
  func dayChange(_ series: Int, from: Int, to: Int) -> Int32 {
    if from == to { return 0 }
    let row = series &* days
    let held = daysHeld[series]
    let left: Int32 = dayCount[row &+ from] == 1 ? 1 : 0
    let entered: Int32 = dayCount[row &+ to] == 0 ? 1 : 0
    return shortage(series, held: held &- left &+ entered) &- shortage(series, held: held)
  }

  /// What it costs more that a session of the series changes its period.
  ///
  /// - Parameters:
  ///   - series: whose session moves.
  ///   - from: its period.
  ///   - to: its next period.
  ///   - other: a series whose session moves the other way; what companies attend both is not changed by it. -1: none.
  /// - Returns: the change of the soft cost.
  @inline(__always)
  func periodChange(_ series: Int, from: Int, to: Int, against other: Int) -> Int32 {
    let (oldDay, newDay) = (Int(dayOf[from]), Int(dayOf[to]))
    let (oldSlot, newSlot) = (
      UInt64(truncatingIfNeeded: slotOf[from]), UInt64(truncatingIfNeeded: slotOf[to])
    )
    var change = dayChange(series, from: oldDay, to: newDay)
    let isShared = other >= 0 && isRival[series &* self.series &+ other]
    var index = Int(groupStart[series])
    let end = Int(groupStart[series &+ 1]) &- 1
    while index < end {
      let company = Int(groupsOf[index])
      index &+= 1
      if isShared, isAttended[other &* companies &+ company] { continue }
      var old = busy[company &* days &+ oldDay]
      var new = busy[company &* days &+ newDay]
      var lone: Int32 = 0
      if meetings[company &* periods &+ from] == 1 {
        old &= ~(1 &<< oldSlot)
        lone = 0 &- joining[Int((old &<< 2) &>> oldSlot) & 31]
        if oldDay == newDay { new = old }
      }
      if meetings[company &* periods &+ to] == 0 { lone &+= joining[Int((new &<< 2) &>> newSlot) & 31] }
      change &+= lone &* lonePrice[company]
    }
    return change
  }

  /// What it costs more that a session of the series changes its room.
  @inline(__always)
  func roomChange(_ series: Int, from: Int, to: Int) -> Change {
    if from == to { return Change() }
    let row = series &* rooms
    let left: Int32 = roomCount[row &+ from] == 1 ? roomPrice : 0
    let entered: Int32 = roomCount[row &+ to] == 0 ? roomPrice : 0
    let soft = seatPrice[row &+ to] &- seatPrice[row &+ from] &+ entered &- left
    guard hasUnfit else { return Change(soft: soft) }
    let hard: Int32 = (isUnfit[row &+ to] ? 1 : 0) &- (isUnfit[row &+ from] ? 1 : 0)
    return Change(hard: hard, soft: soft)
  }
}

// MARK: - Moving

extension CellState {
  /// Puts a session that has no cell into an empty one, and counts what it costs.
  @inline(__always)
  mutating func place(_ session: Int, period: Int, room: Int) {
    count(session, period, room, by: 1)
    put(session, period: period, room: room)
  }

  /// Takes a session out of its cell, and counts what that saves.
  @inline(__always)
  mutating func remove(_ session: Int) {
    let (period, room) = (Int(periodOf[session]), Int(roomOf[session]))
    take(session)
    count(session, period, room, by: -1)
  }

  /// Counts what a session that is not in it would cost in a cell, or did.
  @inline(__always)
  private mutating func count(_ session: Int, _ period: Int, _ room: Int, by sign: Int) {
    let series = Int(seriesOf[session])
    hard &+= sign &* (clashes(series, in: period) &+ (isUnfit[series &* rooms &+ room] ? 1 : 0))
    let (day, slot) = (Int(dayOf[period]), UInt64(truncatingIfNeeded: slotOf[period]))
    var soft = seatPrice[series &* rooms &+ room]
    if dayCount[series &* days &+ day] == 0 {
      let held = daysHeld[series]
      soft &+= shortage(series, held: held &+ 1) &- shortage(series, held: held)
    }
    if roomCount[series &* rooms &+ room] == 0 { soft &+= roomPrice }
    var index = Int(groupStart[series])
    let end = Int(groupStart[series &+ 1]) &- 1
    while index < end {
      let company = Int(groupsOf[index])
      index &+= 1
      guard meetings[company &* periods &+ period] == 0 else { continue }
      let around = Int((busy[company &* days &+ day] &<< 2) &>> slot) & 31
      soft &+= joining[around] &* lonePrice[company]
    }
    cost &+= sign &* Int(soft)
  }

  /// Takes the session out of its cell, without counting the cost.
  @inline(__always)
  func take(_ session: Int) {
    let series = Int(seriesOf[session])
    let (period, room) = (Int(periodOf[session]), Int(roomOf[session]))
    sessionAt[period &* rooms &+ room] = Self.empty
    let (day, slot) = (Int(dayOf[period]), UInt64(truncatingIfNeeded: slotOf[period]))
    var index = Int(rivalStart[series])
    var end = Int(rivalStart[series &+ 1])
    while index < end {
      clashes[Int(rivals[index]) &* periods &+ period] &-= 1
      index &+= 1
    }
    let number = Int32(truncatingIfNeeded: session) &+ 1
    index = Int(groupStart[series])
    end = Int(groupStart[series &+ 1]) &- 1
    while index < end {
      let company = Int(groupsOf[index])
      let left = meetings[company &* periods &+ period] &- 1
      meetings[company &* periods &+ period] = left
      heldSum[company &* periods &+ period] &-= number
      if left == 0 { busy[company &* days &+ day] &= ~(1 &<< slot) }
      index &+= 1
    }
    heldSum[Int(groupsOf[end]) &* periods &+ period] &-= number
    let onDay = dayCount[series &* days &+ day] &- 1
    dayCount[series &* days &+ day] = onDay
    if onDay == 0 { daysHeld[series] &-= 1 }
    roomCount[series &* rooms &+ room] &-= 1
  }

  /// Puts a session that has no cell into an empty one, without counting the cost.
  @inline(__always)
  func put(_ session: Int, period: Int, room: Int) {
    let series = Int(seriesOf[session])
    sessionAt[period &* rooms &+ room] = Int32(truncatingIfNeeded: session)
    periodOf[session] = Int32(truncatingIfNeeded: period)
    roomOf[session] = Int32(truncatingIfNeeded: room)
    let (day, slot) = (Int(dayOf[period]), UInt64(truncatingIfNeeded: slotOf[period]))
    var index = Int(rivalStart[series])
    var end = Int(rivalStart[series &+ 1])
    while index < end {
      clashes[Int(rivals[index]) &* periods &+ period] &+= 1
      index &+= 1
    }
    let number = Int32(truncatingIfNeeded: session) &+ 1
    index = Int(groupStart[series])
    end = Int(groupStart[series &+ 1]) &- 1
    while index < end {
      let company = Int(groupsOf[index])
      meetings[company &* periods &+ period] &+= 1
      heldSum[company &* periods &+ period] &+= number
      busy[company &* days &+ day] |= 1 &<< slot
      index &+= 1
    }
    heldSum[Int(groupsOf[end]) &* periods &+ period] &+= number
    if dayCount[series &* days &+ day] == 0 { daysHeld[series] &+= 1 }
    dayCount[series &* days &+ day] &+= 1
    roomCount[series &* rooms &+ room] &+= 1
  }
}
