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
  /// Whether a session takes the first free position of a block, or any.
  let isEager: Bool
  /// How many days with room for a session are looked at from each label on.
  let daysAhead: Int
  let isTaught: Bool
  let needsRoom: Bool
  let minGapDays: Int
  let maxPeriodsDay: Int
  /// Lecturers that cost nothing.
  let freeLecturers: Int
  let minLecturers: Int
  let peopleCount: Int
  let roomCount: Int

  init(
    _ space: SearchSpace, _ series: Int, _ pool: Pool, window: ClosedRange<Int>, bound: Double, noise: Double,
    mayLeaveOut: Bool, isEager: Bool, daysAhead: Int
  ) {
    self.series = series
    own = space.problem.series[series]
    self.pool = pool
    self.window = window
    self.bound = bound
    self.noise = noise
    self.mayLeaveOut = mayLeaveOut
    self.isEager = isEager
    self.daysAhead = daysAhead
    isTaught = own.kind == .taught
    needsRoom = own.kind.needsRoom
    minGapDays = own.kind.isMentoring ? own.minGapDays : 0
    maxPeriodsDay = isTaught ? own.maxPeriodsDay : Int.max
    freeLecturers = space.fewestLecturers[series]
    minLecturers = own.minLecturers
    peopleCount = pool.people.count
    roomCount = pool.rooms.count
  }
}
