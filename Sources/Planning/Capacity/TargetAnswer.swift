package import Civil

/// How many trainees more can complete a course by a date: a plan, or what stands against it.
package struct TargetAnswer: Sendable {
  package enum Verdict: String, Sendable {
    /// A complete timetable with all the classes was found.
    case planned
    /// A shortage proves that so many cannot be.
    case excluded
    /// Neither was reached.
    case open
  }

  /// A new class as it was planned together with everything else.
  package struct NewClass: Hashable, Sendable {
    package let id: String
    package let trainees: Int
    package let site: String
    /// Dates of its first and last session.
    package let from: CivilDate
    package let to: CivilDate
  }

  package let question: TargetQuestion
  /// Trainees of a full class.
  package let classSize: Int
  /// Full classes that the trainees asked for fill; 0 where no class can be held at all.
  package let classesNeeded: Int
  /// The most classes that no shortage excludes; nil: no end was found.
  package let classesAtMost: Int?
  /// What proves that one class more than `classesAtMost` cannot be held; where that is 0, what stands against any.
  package let shortages: [CapacityShortage]
  /// The most classes for which a complete timetable was found.
  package let classesPlanned: Int
  /// The classes that answer the question, or as many as were planned: by their last session.
  package let plan: [NewClass]
  /// Sessions of the bundle's own classes and mentoring that found no place; then no new class was tried.
  package let unplaced: Int
  /// The timetable of the bundle with the classes planned; sorted.
  package let rows: [TimetableRow]
  /// Steps of all the searches.
  package let steps: Int

  package var verdict: Verdict {
    if classSize > 0, classesPlanned >= classesNeeded { return .planned }
    return classSize == 0 || classesAtMost.map { $0 < classesNeeded } ?? false ? .excluded : .open
  }

  package var traineesAtMost: Int? { classesAtMost.map { $0 * classSize } }
  package var traineesPlanned: Int { classesPlanned * classSize }
}
