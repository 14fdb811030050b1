package import Civil

/// How long a course is and how large a class may be (课时与班额), by programme.
package struct ClassRule: RegulationRule {
  /// The periods (课时) of one programme, or of several that are taught as one course (GYB and SYB).
  package struct Length: Hashable, Sendable {
    package let programmes: [Course.Programme]
    package let periods: Int

    package init(_ programmes: [Course.Programme], periods: Int) {
      self.programmes = programmes
      self.periods = periods
    }
  }

  package let stamp: RuleStamp
  package let periodMinutes: Int
  /// Periods of a morning or an afternoon.
  package let periodsPerHalfDay: Int
  package let periodsPerEvening: Int
  package let lengths: [Length]
  package let leastTrainees: Int
  package let usualTrainees: Int
  package let mostTrainees: Int
  package let leastLecturers: Int

  package init(
    stamp: RuleStamp, periodMinutes: Int, periodsPerHalfDay: Int, periodsPerEvening: Int, lengths: [Length],
    leastTrainees: Int, usualTrainees: Int, mostTrainees: Int, leastLecturers: Int
  ) {
    self.stamp = stamp
    self.periodMinutes = periodMinutes
    self.periodsPerHalfDay = periodsPerHalfDay
    self.periodsPerEvening = periodsPerEvening
    self.lengths = lengths
    self.leastTrainees = leastTrainees
    self.usualTrainees = usualTrainees
    self.mostTrainees = mostTrainees
    self.leastLecturers = leastLecturers
  }

  /// The periods of a course of these programmes; nil: the rule names no such course.
  package func periods(of programmes: Set<Course.Programme>) -> Int? {
    lengths.first { Set($0.programmes) == programmes }?.periods
  }
}
