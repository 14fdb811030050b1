package import Civil
package import Planning

/// The timetable of one subject, with the names needed to show it.
package struct SubjectTimetable: Sendable {
  /// Which timetable of the centre it is taken from.
  package enum Source: Hashable, Sendable {
    /// The one in force, with the number of its draft.
    case published(draft: Int)
    case draft(Int)
  }

  package let subject: Subject
  /// The subject's name, as people say it.
  package let title: String
  package let centre: String
  package let source: Source
  /// The week asked for; nil: all of them.
  package let week: ISOWeek?
  /// The weeks in which the subject has sessions, in order, also those outside the week asked for.
  package let weeks: [ISOWeek]
  /// The centre's blocks in the order of their start.
  package let blocks: [Block]
  /// Sorted by date, start, class, trainee.
  package let entries: [TimetableEntry]
  /// Public holidays and make-up working days of the week, or of the plan, in order.
  package let marks: [MarkedDay]
}

/// One session of a subject's timetable, with its names.
package struct TimetableEntry: Hashable, Sendable {
  package let row: TimetableRow
  /// Empty for mentoring.
  package let courseName: String
  /// Empty for mentoring.
  package let moduleName: String
  /// How many sessions the module, or the trainee's mentoring, has.
  package let parts: Int
  /// Empty for a class.
  package let traineeName: String
  /// Empty for a visit or an online meeting.
  package let siteName: String
  /// Empty for a visit or an online meeting.
  package let roomName: String
  package let peopleNames: [String]
  /// It lies on, or within three days of, a public holiday whose official notice is not out yet.
  package let isProvisional: Bool
}

/// A day of which the working calendar says something.
package struct MarkedDay: Hashable, Sendable {
  package let date: CivilDate
  package let mark: WorkingCalendar.Mark
}
