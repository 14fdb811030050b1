/// A meeting that comes back (周例会、月点评、季考核), moved off days on which nobody works.
package struct Cadence: Hashable, Sendable {
  package enum Rhythm: Hashable, Sendable {
    /// Each week on a weekday.
    case weekly(Weekday)
    /// Each month on a day, or on its last where it has no such day.
    case monthly(day: Int)
    /// In the first month of each quarter, for the quarter before.
    case quarterly(day: Int)
  }

  /// Where a day goes on which nobody works.
  package enum Move: String, CaseIterable, Hashable, Sendable {
    /// To the next working day; left out where that one belongs to the next meeting's time.
    case later
    /// To the working day before.
    case earlier
    /// The meeting is left out.
    case skip
  }

  /// One meeting: the day that the rhythm asks for, and the day on which it is held.
  package struct Meeting: Hashable, Sendable {
    package let nominal: CivilDate
    /// Nil: it is left out.
    package let held: CivilDate?
  }

  package let rhythm: Rhythm
  package let move: Move

  package init(_ rhythm: Rhythm, move: Move = .later) {
    self.rhythm = rhythm
    self.move = move
  }

  /// The meetings whose nominal days lie in the range, in order.
  ///
  /// A meeting never meets the next: moved as far as the next one's nominal day, or as far back as the one before's,
  /// it is left out.
  package func meetings(in days: ClosedRange<CivilDate>, calendar: WorkingCalendar) -> [Meeting] {
    days.filter(isNominal).map { day in Meeting(nominal: day, held: held(day, calendar)) }
  }

  private func isNominal(_ day: CivilDate) -> Bool {
    let (year, month, number) = day.parts
    switch rhythm {
    case .weekly(let weekday): return day.weekday == weekday
    case .monthly(let asked): return number == min(asked, CivilDate.days(inMonth: month, of: year))
    case .quarterly(let asked):
      return month % 3 == 1 && number == min(asked, CivilDate.days(inMonth: month, of: year))
    }
  }

  private func held(_ nominal: CivilDate, _ calendar: WorkingCalendar) -> CivilDate? {
    if calendar.isWorkingDay(nominal) { return nominal }
    let step = move == .earlier ? -1 : 1
    guard move != .skip else { return nil }
    var day = nominal + step
    while !isNominal(day) {
      if calendar.isWorkingDay(day) { return day }
      day = day + step
    }
    return nil
  }
}
