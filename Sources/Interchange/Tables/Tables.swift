/// The tables of a bundle, one description each; the order is that of FORMATS.md and of the problems.
enum Tables {
  /// All titles, for finding out which file holds which table.
  static let titles: [TableTitle] = [
    centre.title, blocks.title, sites.title, travel.title, rooms.title, courses.title, modules.title,
    people.title, cohorts.title, classes.title, trainees.title, enrolments.title, mentoring.title, pins.title,
  ]
}
