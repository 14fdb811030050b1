import Centre
import Civil
import Courses
import FollowUp
import Scheduling

/// A part of the centre's work that the demo adds to its made-up years: what it enters, what it shows, what it writes.
///
/// A new part is one value in a file of its own and one line in the list.
struct DemoPart: Sendable {
  let title: Wording
  /// Enters what happened and says it in a sentence; nothing where it is shown only.
  let enter: @Sendable (DemoStage) throws -> Wording?
  /// The lines that a planner looks at.
  let show: @Sendable (DemoStage) throws -> [Wording]
  /// The reports that it writes, each with the endings of its files.
  let reports: [(name: String, files: [String])]

  init(
    _ title: Wording, enter: @escaping @Sendable (DemoStage) throws -> Wording? = { _ in nil },
    show: @escaping @Sendable (DemoStage) throws -> [Wording], reports: [(name: String, files: [String])] = []
  ) {
    self.title = title
    self.enter = enter
    self.show = show
    self.reports = reports
  }
}

extension [DemoPart] {
  /// In the order in which they are entered and shown.
  static let all: [DemoPart] = [
    .library, .guidance, .help, .pool, .matching, .pledges, .pairings, .bases, .guidancePlan,
  ]
}

/// What the parts of the demo work with.
struct DemoStage {
  /// The centre on the day on which everything is asked.
  let centre: Centre
  /// The centre on an earlier day: what is entered then was recorded then.
  let centreOn: (CivilDate) throws -> Centre
  let calendar: WorkingCalendar
  let today: CivilDate
  let area: String
  /// Where reports go, and where the calendars are.
  let folder: String
  let feeds: String
  /// How long a plan may be searched for.
  let limits: SearchLimits
  /// What the made-up years have held so far.
  let courses: RecordedCourses
  let lives: RecordedLives

  /// The year up to the day.
  var year: ClosedRange<CivilDate> { (today.adding(months: -12) + 1)...today }

  /// The months of the made-up years, one after the other: ledgers are handed in at the end of each.
  var months: [ClosedRange<CivilDate>] {
    (0..<36).map { number in
      (today.adding(months: number - 36) + 1)...today.adding(months: number - 35)
    }
  }

  /// Enters records at the end of the month in which each was made.
  func monthly<Record>(
    _ records: [Record], on date: (Record) -> CivilDate?, enter: (Centre, [Record]) throws -> Void
  ) throws {
    for month in months {
      let own = records.filter { date($0).map(month.contains) ?? false }
      if !own.isEmpty { try enter(centreOn(month.upperBound), own) }
    }
  }

  /// The bytes of a file of made-up records.
  func fixture(_ path: String) throws -> [UInt8] {
    try Places.read(Places.nearest("Fixtures/" + path) ?? "Fixtures/" + path)
  }

  /// All the days of the made-up years.
  var years: ClosedRange<CivilDate> { (today.adding(months: -36) + 1)...today }
}
