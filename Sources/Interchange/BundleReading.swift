package import Planning

/// What came of reading a bundle.
package struct BundleReading: Sendable {
  /// What was read: whole when sound; only the sound rows when asked for those; nil when it cannot be used.
  package let bundle: PlanningBundle?
  /// What can be planned with, though perhaps not completely: there is no error but what no timetable can satisfy.
  package let plannable: PlanningBundle?
  /// All that is wrong, in the order of the tables in FORMATS.md, then by line.
  package let problems: [ImportProblem]
  /// One entry per table of FORMATS.md, in its order, also for tables that are not there.
  package let tables: [TableCount]

  /// Whether there is no error; warnings may remain.
  package var isSound: Bool { !problems.contains(where: \.isError) }
}

/// How much of a table could be read.
package struct TableCount: Sendable, Hashable {
  /// The table's name as FORMATS.md writes it (`classes`).
  package let table: String
  /// The file it was read from; nil: not in the bundle.
  package let file: String?
  /// Rows that are in the bundle.
  package let rowsRead: Int
  /// Rows left out: unsound ones and those that hang on unsound ones.
  package let rowsSkipped: Int
}
