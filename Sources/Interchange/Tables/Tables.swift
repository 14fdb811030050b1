/// The tables of a bundle, one description each, and that of the timetable.
enum Tables {
  /// What the tables of a bundle are called, for finding out which file holds which.
  static let titles = DraftTable.all.map(\.title)
}
