/// How every table of the bundle is kept.
enum Facts {
  /// All of them; each refers only to those before it.
  static var tables: [any ClearedTable] {
    [
      blocks, sites, travel, rooms(), courses, modules, people(), busyTimes, cohorts(), classes(), trainees,
      enrolments, mentoring, pins, markedDays,
    ]
  }
}
