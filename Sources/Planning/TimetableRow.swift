package import Civil

/// One row of timetable.csv: a placed session, by ids (FORMATS.md, timetable.csv).
package struct TimetableRow: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable { case `class`, mentoring }

  /// Stable: the same session keeps its id when the plan is made again.
  package var session: String
  package var kind: Kind
  /// Empty for mentoring.
  package var classID: String
  /// Empty for mentoring.
  package var module: String
  /// Counted from 1.
  package var part: Int
  /// Empty for a class.
  package var trainee: String
  package var date: CivilDate
  package var block: String
  /// Counted from 1.
  package var firstPeriod: Int
  package var periods: Int
  package var start: ClockTime
  package var end: ClockTime
  /// Empty for a visit or an online meeting.
  package var site: String
  /// Empty for a visit or an online meeting.
  package var room: String
  package var people: [String]

  package init(
    session: String, kind: Kind, classID: String, module: String, part: Int, trainee: String, date: CivilDate,
    block: String, firstPeriod: Int, periods: Int, start: ClockTime, end: ClockTime, site: String,
    room: String,
    people: [String]
  ) {
    self.session = session
    self.kind = kind
    self.classID = classID
    self.module = module
    self.part = part
    self.trainee = trainee
    self.date = date
    self.block = block
    self.firstPeriod = firstPeriod
    self.periods = periods
    self.start = start
    self.end = end
    self.site = site
    self.room = room
    self.people = people
  }

  /// Whether another row of the same session differs in what people go by: date, block, first period, room or a
  /// person (the `moved` cost of FORMATS.md).
  package func isMoved(from old: TimetableRow) -> Bool {
    (date, block, firstPeriod, room) != (old.date, old.block, old.firstPeriod, old.room)
      || Set(people) != Set(old.people)
  }
}
