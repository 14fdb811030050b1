/// A block (时段) of the day in which classes are taught, divided into periods (课时).
package struct Block: Hashable, Sendable {
  package let id: String
  package let start: ClockTime
  /// How many periods the block has, at least 1.
  package let periods: Int
  /// Minutes of one period.
  package let periodMinutes: Int
  /// Minutes between two periods.
  package let breakMinutes: Int

  package init(id: String, start: ClockTime, periods: Int, periodMinutes: Int = 45, breakMinutes: Int = 10) {
    self.id = id
    self.start = start
    self.periods = periods
    self.periodMinutes = periodMinutes
    self.breakMinutes = breakMinutes
  }

  /// Whether the block has period `first` and `count - 1` more after it.
  package func holds(first: Int, count: Int) -> Bool { first >= 1 && first + count - 1 <= periods }

  /// Minutes of the day from the start of period `first` (counted from 1) to the end of the last of `count`.
  ///
  /// Period k starts at start + (k - 1) · (periodMinutes + breakMinutes). Also answers for periods that the
  /// block does not have, so that a wrong timetable can still be judged.
  package func minutes(first: Int, count: Int) -> Range<Int> {
    let from = start.minutes + (first - 1) * (periodMinutes + breakMinutes)
    return from..<max(from, from + count * periodMinutes + (count - 1) * breakMinutes)
  }
}
