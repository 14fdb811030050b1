import Cohorts
import Courses
import Mentors
import Scheduling

extension FactSources {
  /// The cells of a bundle that stand behind a problem made of it.
  ///
  /// Owners of a pattern are classes by index, then cohorts; owners of a day's limit cohorts, of a number of lecturers
  /// courses; modules are those of the bundle, by index.
  init(_ bundle: PlanningBundle, _ classProblem: ClassProblem) {
    let problem = classProblem.problem
    let cohorts = index(bundle.cohorts.map(\.id))
    let courses = index(bundle.courses.map(\.id))
    let modules = index(bundle.modules.map { [$0.course, $0.id] })
    let sites = index(bundle.sites.map(\.id))
    let classes = bundle.classes
    let meetings = problem.series.count - classes.count
    let none: [Int?] = Array(repeating: nil, count: meetings)
    self.init(
      openOwner: classes.indices.map { one in
        classes[one].open != nil ? one : cohorts[classes[one].cohort].map { classes.count + $0 }
      } + none,
      dayOwner: classes.map { cohorts[$0.cohort] } + none,
      varietyOwner: classes.map { courses[$0.course] } + none,
      hasEarliest: classes.map { $0.earliest != nil } + bundle.mentoring.map { $0.earliest != nil },
      hasLatest: classes.map { $0.latest != nil } + bundle.mentoring.map { $0.latest != nil },
      moduleOf: problem.sessions.map { session in
        session.series < classes.count ? modules[[classes[session.series].course, session.module]] : nil
      },
      givenTravel: Set(
        bundle.travel.compactMap { row in
          guard let from = sites[row.from], let to = sites[row.to] else { return nil }
          return [min(from, to), max(from, to)]
        }))
  }
}

private func index<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
  Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
}
