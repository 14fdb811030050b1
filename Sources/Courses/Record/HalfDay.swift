package import Civil

/// A half day of a class: a cell of the signed sheet (考勤册) is one for each trainee.
package struct HalfDay: Hashable, Sendable {
  package let date: CivilDate
  /// The block's id (`AM`).
  package let block: String

  package init(date: CivilDate, block: String) {
    self.date = date
    self.block = block
  }
}

/// A half day with the periods (课时) that were held in it.
package struct HeldHalfDay: Hashable, Sendable {
  package let halfDay: HalfDay
  /// At least 1.
  package let periods: Int

  package init(_ halfDay: HalfDay, periods: Int) {
    self.halfDay = halfDay
    self.periods = periods
  }
}
