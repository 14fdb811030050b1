package import Civil

/// A session of a class as its dossier lists it: names, not ids.
package struct ClassSession: Hashable, Sendable {
  package let date: CivilDate
  package let start: ClockTime
  package let end: ClockTime
  package let module: String
  package let periods: Int
  package let room: String
  package let people: [String]

  package init(
    date: CivilDate, start: ClockTime, end: ClockTime, module: String, periods: Int, room: String,
    people: [String]
  ) {
    self.date = date
    self.start = start
    self.end = end
    self.module = module
    self.periods = periods
    self.room = room
    self.people = people
  }
}

/// How far the follow-up of a class is: contacts by what became of them, and those who started.
package struct ClassFollowUp: Hashable, Sendable {
  package let done: Int
  package let due: Int
  package let overdue: Int
  package let lost: Int
  package let started: Int
  package let alive: Int

  package init(done: Int, due: Int, overdue: Int, lost: Int, started: Int, alive: Int) {
    self.done = done
    self.due = due
    self.overdue = overdue
    self.lost = lost
    self.started = started
    self.alive = alive
  }
}
