import Civil

extension RecurrenceRule {
  /// The starts that the rule gives within a range of wall clock seconds, in order.
  ///
  /// The start itself is there only where the rule gives it. Without COUNT the years before the range cost nothing;
  /// every day looked at is charged to the budget. The meaning of the lists is that of RFC 5545's table, as
  /// python-dateutil reads it.
  func starts(
    from start: Int, in range: ClosedRange<Int>, until: Int?, budget: inout WorkBudget
  ) throws(WorkBudget.Exhausted) -> [Int] {
    let first = CivilDate(daysSinceEpoch: start.dividedDown(by: 86_400))
    let times = timesOfDay(start - first.daysSinceEpoch * 86_400)
    let last = min(range.upperBound, until ?? range.upperBound)
    var found: [Int] = []
    var counted = 0
    let cost = costOfDay
    var period = firstPeriod(from: first, range: range)
    while true {
      guard let (days, begin) = candidates(inPeriod: period, from: first), begin * 86_400 <= last else {
        break
      }
      period += 1
      try budget.spend(days.count * cost + 1)
      var starts: [Int] = []
      for day in days where matches(day, first: first) {
        try budget.spend(times.count)
        for time in times { starts.append(day.daysSinceEpoch * 86_400 + time) }
      }
      for moment in chosen(starts) where moment >= start {
        guard moment <= last else { return found }
        counted += 1
        if let count, counted > count { return found }
        if range.contains(moment) { found.append(moment) }
      }
    }
    return found
  }

  /// What looking at one day costs: long lists and week numbers take their time.
  private var costOfDay: Int {
    let values = months.count + monthDays.count + yearDays.count + weeks.count + days.count
    return 1 + values / 8 + (weeks.isEmpty ? 0 : 4)
  }

  /// Seconds of the day at which the rule gives occurrences, ascending.
  private func timesOfDay(_ start: Int) -> [Int] {
    let hours = self.hours.isEmpty ? [start / 3600] : self.hours
    let minutes = self.minutes.isEmpty ? [start / 60 % 60] : self.minutes
    let seconds = self.seconds.isEmpty ? [start % 60] : self.seconds
    return hours.flatMap { hour in
      minutes.flatMap { minute in seconds.map { hour * 3600 + minute * 60 + $0 } }
    }
  }

  /// BYSETPOS: which of the starts of one period count.
  private func chosen(_ starts: [Int]) -> [Int] {
    if positions.isEmpty { return starts }
    let indices = positions.map { $0 > 0 ? $0 - 1 : starts.count + $0 }
    return Set(indices.filter(starts.indices.contains)).sorted().map { starts[$0] }
  }

  /// The period to begin with, counted from that of the start; COUNT has to begin with the first.
  private func firstPeriod(from first: CivilDate, range: ClosedRange<Int>) -> Int {
    let low = CivilDate(daysSinceEpoch: range.lowerBound.dividedDown(by: 86_400))
    guard count == nil, low > first else { return 0 }
    let units: Int
    switch frequency {
    case .yearly: units = low.year - first.year
    case .monthly: units = (low.parts.year - first.parts.year) * 12 + low.parts.month - first.parts.month
    case .weekly: units = (low - first) / 7
    default: units = low - first
    }
    return max(0, units / interval - 1)
  }

  /// The days of a period that can match, in order, and its first day; nil beyond the calendar's years.
  private func candidates(inPeriod index: Int, from first: CivilDate) -> ([CivilDate], begin: Int)? {
    let steps = index.multipliedReportingOverflow(by: interval)
    guard !steps.overflow, steps.partialValue < 400_000 else { return nil }
    switch frequency {
    case .yearly:
      guard let january = CivilDate(year: first.year + steps.partialValue, month: 1, day: 1) else {
        return nil
      }
      return (daysOfYear(january, first: first), january.daysSinceEpoch)
    case .monthly:
      let months = first.parts.year * 12 + first.parts.month - 1 + steps.partialValue
      guard let begin = CivilDate(year: months / 12, month: months % 12 + 1, day: 1) else { return nil }
      guard self.months.isEmpty || self.months.contains(months % 12 + 1) else {
        return ([], begin.daysSinceEpoch)
      }
      let length = CivilDate.days(inMonth: months % 12 + 1, of: months / 12)
      return ((0..<length).map { begin + $0 }, begin.daysSinceEpoch)
    case .weekly:
      let monday = first + -((first.weekday.rawValue - weekStart + 7) % 7)
      let begin = monday + steps.partialValue * 7
      return ((0..<7).map { begin + $0 }, begin.daysSinceEpoch)
    default:
      let day = first + steps.partialValue
      return ([day], day.daysSinceEpoch)
    }
  }

  /// The days of a year that can match; a birthday looks at one month only.
  private func daysOfYear(_ january: CivilDate, first: CivilDate) -> [CivilDate] {
    let year = january.year
    let isPlain = weeks.isEmpty && yearDays.isEmpty && days.isEmpty
    let chosen = !months.isEmpty ? months : isPlain && monthDays.isEmpty ? [first.parts.month] : Array(1...12)
    return chosen.flatMap { month -> [CivilDate] in
      guard let begin = CivilDate(year: year, month: month, day: 1) else { return [] }
      return (0..<CivilDate.days(inMonth: month, of: year)).map { begin + $0 }
    }
  }

  /// Whether the day passes every list; a list that the rule leaves out is filled in from the start.
  private func matches(_ day: CivilDate, first: CivilDate) -> Bool {
    let (year, month, dayOfMonth) = day.parts
    if !months.isEmpty, !months.contains(month) { return false }
    if weeks.isEmpty, yearDays.isEmpty, monthDays.isEmpty, days.isEmpty {
      switch frequency {
      case .yearly: return (!months.isEmpty || month == first.parts.month) && dayOfMonth == first.parts.day
      case .monthly: return dayOfMonth == first.parts.day
      case .weekly: return day.weekday == first.weekday
      default: return true
      }
    }
    if !monthDays.isEmpty {
      let length = CivilDate.days(inMonth: month, of: year)
      guard monthDays.contains(dayOfMonth) || monthDays.contains(dayOfMonth - length - 1) else {
        return false
      }
    }
    if !yearDays.isEmpty {
      let (index, length) = dayOfYear(day, year: year)
      guard yearDays.contains(index) || yearDays.contains(index - length - 1) else { return false }
    }
    if !weeks.isEmpty {
      let (week, length) = weekNumber(of: day)
      guard weeks.contains(week) || weeks.contains(week - length - 1) else { return false }
    }
    return days.isEmpty || matchesWeekday(day, year: year, month: month, dayOfMonth: dayOfMonth)
  }

  private func matchesWeekday(_ day: CivilDate, year: Int, month: Int, dayOfMonth: Int) -> Bool {
    days.contains { wanted in
      guard wanted.weekday == day.weekday.rawValue else { return false }
      guard wanted.ordinal != 0, frequency >= .monthly else { return true }
      let (index, length) =
        frequency == .yearly && months.isEmpty
        ? dayOfYear(day, year: year) : (dayOfMonth, CivilDate.days(inMonth: month, of: year))
      return wanted.ordinal > 0
        ? (index - 1) / 7 + 1 == wanted.ordinal : -((length - index) / 7 + 1) == wanted.ordinal
    }
  }

  /// The day's number in its year, from 1, and the year's length.
  private func dayOfYear(_ day: CivilDate, year: Int) -> (index: Int, length: Int) {
    let january = CivilDate(year: year, month: 1, day: 1) ?? day
    return (day - january + 1, CivilDate.days(inMonth: 2, of: year) + 337)
  }

  /// The number of the day's week, by the rule's first day of the week, and the weeks of the year it belongs to.
  private func weekNumber(of day: CivilDate) -> (week: Int, length: Int) {
    /// The first day of the week that holds 4 January.
    func begin(_ year: Int) -> CivilDate {
      let fourth = CivilDate(year: year, month: 1, day: 4) ?? day
      return fourth + -((fourth.weekday.rawValue - weekStart + 7) % 7)
    }
    var year = day.year
    if day < begin(year) { year -= 1 } else if day >= begin(year + 1) { year += 1 }
    return ((day - begin(year)) / 7 + 1, (begin(year + 1) - begin(year)) / 7)
  }
}

extension Int {
  /// The quotient rounded down, for a positive divisor.
  func dividedDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
