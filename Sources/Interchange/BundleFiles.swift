package import Civil

/// Where a bundle's files come from: the names that are there, and their bytes.
package struct BundleFiles: Sendable {
  /// File names as they stand in the bundle's folder (`classes.csv`, `busy-P001.ics`).
  package let names: [String]
  /// The bytes of one of the names; throws what the caller's disk throws.
  package let read: @Sendable (String) throws -> [UInt8]

  package init(names: [String], read: @escaping @Sendable (String) throws -> [UInt8]) {
    self.names = names
    self.read = read
  }

  /// The name by which a sheet of a workbook is read, and under which its problems are reported.
  package static func sheetName(_ sheet: String, of workbook: String) -> String { "\(workbook)[\(sheet)]" }
}

/// How calendars are read; handed in, as the reader of .ics files stands elsewhere.
package struct CalendarReaders: Sendable {
  /// Holidays and make-up working days of one file.
  package let workingCalendar:
    @Sendable (_ bytes: [UInt8], _ file: String) throws(CalendarFailure) -> WorkingCalendar
  /// When a person is busy within the window, in the centre's zone, and what had to be left out.
  package let busyTime:
    @Sendable (_ bytes: [UInt8], _ file: String, _ window: ClosedRange<CivilDate>, _ zone: String)
      throws(CalendarFailure) -> (busy: [BusyTime], skipped: [Wording])
  /// A file of the program's Calendars/ folder; nil if there is none of that name.
  package let sharedCalendar: @Sendable (_ name: String) throws -> [UInt8]?

  package init(
    workingCalendar:
      @escaping @Sendable (_ bytes: [UInt8], _ file: String) throws(CalendarFailure) ->
      WorkingCalendar,
    busyTime:
      @escaping @Sendable (
        _ bytes: [UInt8], _ file: String, _ window: ClosedRange<CivilDate>, _ zone: String
      ) throws(CalendarFailure) -> (busy: [BusyTime], skipped: [Wording]),
    sharedCalendar: @escaping @Sendable (_ name: String) throws -> [UInt8]?
  ) {
    self.workingCalendar = workingCalendar
    self.busyTime = busyTime
    self.sharedCalendar = sharedCalendar
  }
}

/// Why a calendar file cannot be read.
package struct CalendarFailure: Error, Hashable, Sendable {
  /// Counted from 1; nil where the whole file is meant.
  package let line: Int?
  package let problem: Wording

  package init(line: Int?, problem: Wording) {
    self.line = line
    self.problem = problem
  }
}
