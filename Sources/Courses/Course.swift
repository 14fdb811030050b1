/// A course (课程) of one programme.
package struct Course: Hashable, Sendable {
  package enum Programme: String, CaseIterable, Sendable {
    case gyb = "GYB", syb = "SYB", iyb = "IYB", eyb = "EYB", online = "ONLINE", other = "OTHER"
  }

  package let id: String
  package let name: String
  package let programme: Programme
  package let maxClassSize: Int
  /// How many different lecturers a class of it must meet.
  package let minLecturers: Int

  package init(
    id: String, name: String, programme: Programme = .other, maxClassSize: Int = 30, minLecturers: Int = 1
  ) {
    self.id = id
    self.name = name
    self.programme = programme
    self.maxClassSize = maxClassSize
    self.minLecturers = minLecturers
  }
}

/// A module (课程模块): what is taught in one or more sessions of a course.
package struct Module: Hashable, Sendable {
  package let course: String
  /// Modules are taught by rising order; those of equal order may interleave.
  package let order: Int
  package let id: String
  package let name: String
  package let periods: Int
  /// Periods of the longest single session.
  package let sessionPeriods: Int
  /// What each lecturer must hold; nil: nothing.
  package let qualification: String?
  /// What the room must have.
  package let features: Set<String>
  /// Lecturers at once.
  package let team: Int
  /// Days between the date of the last session of a lower order and the start of this module; 1: not on the same day.
  package let gapDays: Int

  package init(
    course: String, order: Int, id: String, name: String, periods: Int, sessionPeriods: Int? = nil,
    qualification: String? = nil, features: Set<String> = [], team: Int = 1, gapDays: Int = 0
  ) {
    self.course = course
    self.order = order
    self.id = id
    self.name = name
    self.periods = periods
    self.sessionPeriods = sessionPeriods ?? periods
    self.qualification = qualification
    self.features = features
    self.team = team
    self.gapDays = gapDays
  }

  /// The periods of its sessions, part 1 first: S, S, …, and the rest last (FORMATS.md, Sessions).
  package var sessionLengths: [Int] {
    stride(from: 0, to: periods, by: sessionPeriods).map { min(sessionPeriods, periods - $0) }
  }
}
