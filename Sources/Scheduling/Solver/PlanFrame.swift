/// What stays the same while one series is planned: who, where, in which window, and within what cost.
final class PlanFrame: Sendable {
  let series: Int
  let own: Problem.Series
  let pool: Pool
  let window: ClosedRange<Int>
  let bound: Double
  /// Each label's rank is worsened by up to this much, at random.
  let noise: Double
  /// Whether sessions may stay unplaced, at their price.
  let mayLeaveOut: Bool
  let isTaught: Bool
  let needsRoom: Bool
  let minGapDays: Int
  let maxPeriodsDay: Int
  /// Lecturers that cost nothing.
  let freeLecturers: Int
  let peopleCount: Int
  let roomCount: Int

  init(
    _ space: SearchSpace, _ series: Int, _ pool: Pool, window: ClosedRange<Int>, bound: Double, noise: Double,
    mayLeaveOut: Bool
  ) {
    self.series = series
    own = space.problem.series[series]
    self.pool = pool
    self.window = window
    self.bound = bound
    self.noise = noise
    self.mayLeaveOut = mayLeaveOut
    isTaught = own.kind == .taught
    needsRoom = own.kind.needsRoom
    minGapDays = own.kind.isMentoring ? own.minGapDays : 0
    maxPeriodsDay = isTaught ? own.maxPeriodsDay : Int.max
    freeLecturers = space.fewestLecturers[series]
    peopleCount = pool.people.count
    roomCount = pool.rooms.count
  }
}
