package import Planning

/// Reads and writes timetable.csv (FORMATS.md).
package enum TimetableCSV {
  /// UTF-8 without byte order mark, LF line ends, one row a session in the order given.
  package static func write(_ rows: [TimetableRow]) -> [UInt8] {
    []
  }

  /// The rows in the file's order; a row that the types cannot hold is a problem.
  package static func read(_ bytes: [UInt8], file: String) -> (rows: [TimetableRow], problems: [ImportProblem]) {
    ([], [])
  }
}
