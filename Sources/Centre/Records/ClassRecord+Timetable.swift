import Civil
import Cohorts
import Courses
import Mentors
import Planning

extension ClassRecord {
  /// What goes on record of the classes of a timetable: those that have any session in it.
  static func all(of bundle: PlanningBundle, _ rows: [TimetableRow], _ names: BundleNames) -> [ClassRecord] {
    let sessions = Dictionary(grouping: rows.filter { $0.kind == .class }, by: \.classID)
    let order = Dictionary(
      bundle.blocks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let cohorts = Dictionary(
      bundle.cohorts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    return bundle.classes.compactMap { held in
      guard let sessions = sessions[held.id], let first = sessions.map(\.date).min(),
        let last = sessions.map(\.date).max()
      else { return nil }
      let course = names.courses[held.course]
      let site = sessions.lazy.map(\.site).first { !$0.isEmpty }.flatMap { names.sites[$0] }
      let halfDays = Dictionary(grouping: sessions) { HalfDay(date: $0.date, block: $0.block) }
        .sorted { ($0.key.date, order[$0.key.block] ?? 0) < ($1.key.date, order[$1.key.block] ?? 0) }
      return ClassRecord(
        id: held.id, course: held.course, courseName: course?.name ?? held.course,
        programme: course?.programme ?? .other, cohort: held.cohort,
        cohortName: cohorts[held.cohort] ?? held.cohort, site: site?.name ?? "", area: site?.area ?? "",
        days: first...last, periods: sessions.reduce(0) { $0 + $1.periods },
        teachers: Set(sessions.flatMap(\.people)).sorted().map {
          Teacher(person: $0, name: names.people[$0]?.name ?? $0)
        },
        halfDays: halfDays.map { halfDay, sessions in
          HeldHalfDay(halfDay, periods: sessions.reduce(0) { $0 + $1.periods })
        },
        members: (names.roster[held.id] ?? []).sorted().map { Member(trainee: $0, joinedOn: first) })
    }
  }
}
