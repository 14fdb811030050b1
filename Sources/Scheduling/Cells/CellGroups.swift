// What holds where a timetable has no conflicts: a company or a lecturer has at most one session a period.
extension CellState {
  /// A change of periods, with their days and slots.
  struct Step {
    let from: Int
    let to: Int
    let oldDay: Int
    let newDay: Int
    let oldSlot: UInt64
    let newSlot: UInt64
  }

  @inline(__always)
  func step(from: Int, to: Int) -> Step {
    Step(
      from: from, to: to, oldDay: Int(dayOf[from]), newDay: Int(dayOf[to]),
      oldSlot: UInt64(truncatingIfNeeded: slotOf[from]), newSlot: UInt64(truncatingIfNeeded: slotOf[to]))
  }

  /// Where the groups of a series stand, its companies first and its lecturer last.
  @inline(__always)
  func groups(of series: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(groupStart[series]), Int(groupStart[series &+ 1])))
  }

  @inline(__always)
  func group(_ index: Int) -> Int { Int(groupsOf[index]) }

  /// The one session of a group in a period; -1: none.
  @inline(__always)
  func held(_ group: Int, in period: Int) -> Int { Int(heldSum[group &* periods &+ period]) &- 1 }

  /// Whether a session of the series is held in a period.
  @inline(__always)
  func isHeld(_ series: Int, in period: Int) -> Bool {
    let other = held(Int(groupsOf[Int(groupStart[series &+ 1]) &- 1]), in: period)
    return other >= 0 && Int(seriesOf[other]) == series
  }

  /// What it costs more that a company's session changes its period, where it has none in the next one.
  @inline(__always)
  func loneChange(_ company: Int, _ step: Step) -> Int32 {
    let old = busy[company &* days &+ step.oldDay] & ~(1 &<< step.oldSlot)
    let new = step.oldDay == step.newDay ? old : busy[company &* days &+ step.newDay]
    let left = joining[Int((old &<< 2) &>> step.oldSlot) & 31]
    return (joining[Int((new &<< 2) &>> step.newSlot) & 31] &- left) &* lonePrice[company]
  }

  /// What a room costs a session of the series that has no room yet; `Int32.max`: it is unfit.
  @inline(__always)
  func roomPrice(of series: Int, in room: Int) -> Int32 {
    let row = series &* rooms &+ room
    if hasUnfit, isUnfit[row] { return Int32.max }
    return seatPrice[row] &+ (roomCount[row] == 0 ? roomPrice : 0)
  }

  /// Counts a session of the series in another room, for the price of rooms alone.
  @inline(__always)
  func recountRoom(of series: Int, from: Int, to: Int) {
    roomCount[series &* rooms &+ from] &-= 1
    roomCount[series &* rooms &+ to] &+= 1
  }
}
