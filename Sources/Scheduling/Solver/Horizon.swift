/// How soon a series can be over: a bound from below for every way to go on, by step and slot.
///
/// A slot is a position of a day. The bound leaves out the limits on people's periods and on the series' own day;
/// then taking the earliest free slot for each session in turn ends earliest, which one pass backwards computes.
struct Horizon {
  private let space: SearchSpace
  private let arena = Arena()
  /// By step and day: the positions at which the series, a room and a person are free.
  let open: Table<UInt64>
  /// By step and slot, where the slot is open: the day on which the last session can be held at the earliest when
  /// this step's session is held at or after the slot; `never` where it cannot.
  private let over: Table<Int32>
  /// The same by step and day, from the day's beginning.
  private let overFrom: Table<Int32>
  private let rows: Int

  static let never = Int32.max

  init(_ space: SearchSpace) {
    self.space = space
    // One row more than the longest series: after the last step all is over.
    let longest = space.problem.series.map(\.sessions.count).max() ?? 0
    rows = longest + 1
    open = Table(arena, rows * space.days, 0)
    over = Table(arena, rows * space.days * max(1, space.grid.count), Self.never)
    overFrom = Table(arena, rows * space.days, Self.never)
  }

  /// Fills the tables for the window.
  func fill(_ steps: Table<SequenceStep>, _ count: Int, _ frame: PlanFrame, _ reach: Reach) {
    let (days, slots, window) = (space.days, space.grid.count, frame.window)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let step = steps[index]
      let next = index + 1 < count ? steps[index + 1] : nil
      let twin = twin(of: index, steps, count)
      var known = Self.never
      for day in stride(from: window.upperBound, through: window.lowerBound, by: -1) {
        var bits: UInt64 = 0
        if twin > index {
          bits = open[twin * days + day]
        } else if step.length <= space.grid.longest {
          bits = openPositions(step, day, frame, reach)
        }
        open[index * days + day] = bits
        let row = (index * days + day) * slots
        // From the last open position to the first.
        while bits != 0 {
          let position = 63 - bits.leadingZeroBitCount
          bits &= ~(1 << UInt64(position))
          known = min(known, end(after: step, next, day: day, position: position, frame))
          over[row + position] = known
        }
        overFrom[index * days + day] = known
      }
    }
  }

  /// The first later step whose session can be held by the same people in the same rooms at the same times.
  private func twin(of index: Int, _ steps: Table<SequenceStep>, _ count: Int) -> Int {
    let step = steps[index]
    var other = index + 1
    while other < count {
      let later = steps[other]
      if step.length == later.length, step.eligible == later.eligible, step.rooms == later.rooms,
        step.positions == later.positions, step.pinnedDay == later.pinnedDay,
        step.isImpossible == later.isImpossible
      {
        return other
      }
      other += 1
    }
    return -1
  }

  /// The earliest day on which all can be over after the step's session was held there; `never` if it cannot.
  func end(after step: SequenceStep, _ next: SequenceStep?, day: Int, position: Int, _ frame: PlanFrame)
    -> Int32
  {
    guard let next else { return Int32(day) }
    let last = frame.window.upperBound
    let gap = max(frame.minGapDays, next.startsLevel ? next.gap : 0)
    if gap > 0 { return earliest(next.index, day: day + gap, last: last) }
    let later =
      open[next.index * space.days + day] & space.grid.positionsAfter(length: step.length, position: position)
    if later == 0 { return earliest(next.index, day: day + 1, last: last) }
    return over[(next.index * space.days + day) * space.grid.count + later.trailingZeroBitCount]
  }

  private func earliest(_ index: Int, day: Int, last: Int) -> Int32 {
    day > last ? Self.never : overFrom[index * space.days + day]
  }

  private func openPositions(_ step: SequenceStep, _ day: Int, _ frame: PlanFrame, _ reach: Reach) -> UInt64 {
    let row = step.length * space.days + day
    let bits = reach.free[row] & step.positions
    if bits == 0 || step.pinnedDay >= 0 && step.pinnedDay != day || step.isImpossible { return 0 }
    var staffed: UInt64 = 0
    for index in 0..<frame.peopleCount where step.eligible & (1 << UInt16(index)) != 0 {
      staffed |= reach.staffed[row * Pool.mostPeople + index]
    }
    if !frame.needsRoom { return bits & staffed }
    var roomed: UInt64 = 0
    for index in 0..<frame.roomCount where step.rooms & (1 << UInt8(index)) != 0 {
      roomed |= reach.roomed[row * Pool.mostRooms + index]
    }
    return bits & staffed & roomed
  }
}
