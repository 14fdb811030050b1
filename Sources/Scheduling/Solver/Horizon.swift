/// How soon a series can be over: a bound from below for every way to go on, by step and slot.
///
/// A slot is a position of a day. The bound leaves out the limits on people's periods and on the series' own day;
/// then taking the earliest free slot for each session in turn ends earliest, which one pass backwards computes.
struct Horizon {
  private let space: SearchSpace
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
    open = Table(rows * space.days, 0)
    over = Table(rows * space.days * max(1, space.grid.count), Self.never)
  }

  /// Fills both tables for the window.
  func fill(_ steps: [SequenceStep], _ frame: PlanFrame, _ reach: Reach) {
    for step in steps.reversed() {
      for day in frame.window.reversed() {
        let bits = step.length <= space.grid.longest ? openPositions(step, day, frame, reach) : 0
        open[step.index * space.days + day] = bits
        fillOver(step, day, bits, frame, isLast: step.index == steps.count - 1, next: steps)
      }
    }
  }

  /// The earliest day on which all can be over after the step's session was held there; `never` if it cannot.
  func end(after step: SequenceStep, _ next: SequenceStep?, day: Int, position: Int, _ frame: PlanFrame)
    -> Int32
  {
    guard let next else { return Int32(day) }
    let gap = max(frame.minGapDays, next.startsLevel ? next.gap : 0)
    if gap > 0 { return earliest(next.index, day: day + gap, position: 0, frame) }
    let later = space.grid.positionsAfter(length: step.length, position: position)
    if later == 0 { return earliest(next.index, day: day + 1, position: 0, frame) }
    return earliest(next.index, day: day, position: later.trailingZeroBitCount, frame)
  }

  func earliest(_ index: Int, day: Int, position: Int, _ frame: PlanFrame) -> Int32 {
    day > frame.window.upperBound
      ? Self.never : over[(index * space.days + day) * space.grid.count + position]
  }

  private func fillOver(
    _ step: SequenceStep, _ day: Int, _ bits: UInt64, _ frame: PlanFrame, isLast: Bool,
    next steps: [SequenceStep]
  ) {
    let row = (step.index * space.days + day) * space.grid.count
    var known = earliest(step.index, day: day + 1, position: 0, frame)
    let next = isLast ? nil : steps[step.index + 1]
    for position in (0..<space.grid.count).reversed() {
      if bits & (1 << UInt64(position)) != 0 {
        known = min(known, end(after: step, next, day: day, position: position, frame))
      }
      over[row + position] = known
    }
  }

  private func openPositions(_ step: SequenceStep, _ day: Int, _ frame: PlanFrame, _ reach: Reach) -> UInt64 {
    let row = step.length * space.days + day
    let bits = reach.free[row] & step.positions
    if bits == 0 || (step.pinnedDay ?? day) != day || step.isImpossible { return 0 }
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
