extension CivilDate {
  /// The same day so many months later, or the last of that month where it has no such day (31 January + 1).
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index >= 0 ? index / 12 : (index - 11) / 12, ((index % 12) + 12) % 12 + 1)
    let last = CivilDate.days(inMonth: newMonth, of: newYear)
    return CivilDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
  }
}

extension WorkingCalendar {
  /// The date itself if it is a working day, else the next one that is.
  package func firstWorkingDay(from date: CivilDate) -> CivilDate {
    workingDays(1, from: date).first ?? date
  }

  /// Working days after `first` up to and including `last`; 0 where `last` is not later.
  package func countWorkingDays(after first: CivilDate, to last: CivilDate) -> Int {
    guard last > first else { return 0 }
    return ((first + 1)...last).count(where: isWorkingDay)
  }
}
