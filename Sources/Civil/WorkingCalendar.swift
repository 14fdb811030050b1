/// Public holidays and make-up working days (调休上班), as published or as expected.
package struct WorkingCalendar: Hashable, Sendable {
  /// What a calendar says of a day.
  package struct Mark: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case holiday, makeUpDay }
    package let kind: Kind
    package let name: String
    /// The official notice for that year is not out yet: the day may move.
    package let isProvisional: Bool

    package init(kind: Kind, name: String, isProvisional: Bool = false) {
      self.kind = kind
      self.name = name
      self.isProvisional = isProvisional
    }
  }

  /// A date can be both (a broken calendar); it is then a holiday.
  private var holidays: [CivilDate: Mark] = [:]
  private var makeUpDays: [CivilDate: Mark] = [:]

  package init() {}

  /// Years of which at least one day is provisional: what is not marked in them is not sure either.
  package var provisionalYears: Set<Int> {
    Set(marked.filter { $0.mark.isProvisional }.map { $0.date.year })
  }

  /// Marks a day.
  ///
  /// What a notice says stands against what was only expected, in whatever order they come.
  package mutating func add(_ mark: Mark, on date: CivilDate) {
    let known = [holidays[date], makeUpDays[date]].compactMap(\.self)
    if mark.isProvisional, known.contains(where: { !$0.isProvisional }) { return }
    if !mark.isProvisional, known.contains(where: \.isProvisional) {
      holidays[date] = nil
      makeUpDays[date] = nil
    }
    switch mark.kind {
    case .holiday: holidays[date] = mark
    case .makeUpDay: makeUpDays[date] = mark
    }
  }

  /// Adds all marks of another calendar: a year's notice may affect the December before it.
  package mutating func merge(_ other: WorkingCalendar) {
    for (date, mark) in other.holidays { add(mark, on: date) }
    for (date, mark) in other.makeUpDays { add(mark, on: date) }
  }

  /// The mark of a day, the holiday first.
  package func mark(on date: CivilDate) -> Mark? { holidays[date] ?? makeUpDays[date] }

  /// All marked days in order.
  package var marked: [(date: CivilDate, mark: Mark)] {
    (holidays.map { ($0, $1) } + makeUpDays.map { ($0, $1) })
      .sorted { ($0.0, $0.1.kind.rawValue) < ($1.0, $1.1.kind.rawValue) }
  }

  package func isHoliday(_ date: CivilDate) -> Bool { holidays[date] != nil }
  package func isMakeUpDay(_ date: CivilDate) -> Bool { makeUpDays[date] != nil }

  package func isWorkingDay(_ date: CivilDate) -> Bool {
    if isHoliday(date) { return false }
    return isMakeUpDay(date) || !date.weekday.isWeekend
  }

  /// The date `count` working days after `date`, which is not counted itself; `count` is at least 1.
  package func workingDay(_ count: Int, after date: CivilDate) -> CivilDate {
    var left = count
    var day = date
    while left > 0 {
      day = day + 1
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The first `count` working days from `date` on, which is counted if it is one.
  package func workingDays(_ count: Int, from date: CivilDate) -> [CivilDate] {
    var days: [CivilDate] = []
    var day = date
    while days.count < count {
      if isWorkingDay(day) { days.append(day) }
      day = day + 1
    }
    return days
  }
}
