/// How soon a series can be over: a bound from below for every way to go on, by step and slot.
///
/// A slot is a position of a day. The bound leaves out the limits on people's periods and on the series' own day;
/// then taking the earliest free slot for each session in turn ends earliest, which one pass backwards computes.
struct Horizon {
  private let space: SearchSpace
  private let arena = Arena()
  /// By step and day: the positions at which the series, a room and a person are free.
  let open: Table<UInt64>
  /// By step and slot: the day on which the last session can be held at the earliest when this step's session is
  /// held at or after the slot; `never` where it cannot.
  private let over: Table<Int32>
  private let rows: Int

  static let never = Int32.max

  init(_ space: SearchSpace) {
    self.space = space
    // One row more than the longest series: after the last step all is over.
    let longest = space.problem.series.map(\.sessions.count).max() ?? 0
    rows = longest + 1
    open = Table(arena, rows * space.days, 0)
    over = Table(arena, rows * space.days * max(1, space.grid.count), Self.never)
  }

  /// Fills both tables for the window.
  func fill(_ steps: Table<SequenceStep>, _ count: Int, _ frame: PlanFrame, _ reach: Reach) {
    let (days, slots, window) = (space.days, space.grid.count, frame.window)
    for index in stride(from: count - 1, through: 0, by: -1) {
      let step = steps[index]
      let next = index + 1 < count ? steps[index + 1] : nil
      for day in stride(from: window.upperBound, through: window.lowerBound, by: -1) {
        let bits = step.length <= space.grid.longest ? openPositions(step, day, frame, reach) : 0
        open[index * days + day] = bits
        let row = (index * days + day) * slots
        var known = earliest(index, day: day + 1, position: 0, last: window.upperBound)
        if bits == 0 {
          for position in 0..<slots { over[row + position] = known }
          continue
        }
        for position in stride(from: slots - 1, through: 0, by: -1) {
          if bits & (1 << UInt64(position)) != 0 {
            known = min(known, end(after: step, next, day: day, position: position, frame))
          }
          over[row + position] = known
        }
      }
    }
  }

  /// The earliest day on which all can be over after the step's session was held there; `never` if it cannot.
  func end(after step: SequenceStep, _ next: SequenceStep?, day: Int, position: Int, _ frame: PlanFrame)
    -> Int32
  {
    guard let next else { return Int32(day) }
    let last = frame.window.upperBound
    let gap = max(frame.minGapDays, next.startsLevel ? next.gap : 0)
    if gap > 0 { return earliest(next.index, day: day + gap, position: 0, last: last) }
    let later = space.grid.positionsAfter(length: step.length, position: position)
    if later == 0 { return earliest(next.index, day: day + 1, position: 0, last: last) }
    return earliest(next.index, day: day, position: later.trailingZeroBitCount, last: last)
  }

  private func earliest(_ index: Int, day: Int, position: Int, last: Int) -> Int32 {
    day > last ? Self.never : over[(index * space.days + day) * space.grid.count + position]
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
