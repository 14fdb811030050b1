package import Civil
package import Cohorts
import Courses

extension PlanningBundle {
  /// The kinds of class that the centre can hold.
  ///
  /// A cohort is offered the courses that classes of the bundle give it; of a programme that no class gives it, the first
  /// course. A site serves the people of its area up to `level`, or everybody where its area is not told; its largest
  /// room says how many a class can have.
  package func classOffers(within level: AreaCode.Level = .county) -> [ClassOffer] {
    cohorts.flatMap { cohort in
      courses(of: cohort).flatMap { course in
        sites.compactMap { site -> ClassOffer? in
          guard let seats = rooms.filter({ $0.site == site.id }).map(\.capacity).max() else { return nil }
          let area = site.area.flatMap { AreaCode($0) }?.ancestor(at: level) ?? .nation
          return ClassOffer(
            course: course.id, cohort: cohort.id, site: site.id, catchment: area,
            most: min(course.maxClassSize, seats))
        }
      }
    }
  }

  private func courses(of cohort: Cohort) -> [Course] {
    let given = Set(classes.filter { $0.cohort == cohort.id }.map(\.course))
    let own = courses.filter { given.contains($0.id) }
    let programmes = Set(own.map(\.programme))
    var others: [Course] = []
    for course in courses where !programmes.contains(course.programme) {
      if !others.contains(where: { $0.programme == course.programme }) { others.append(course) }
    }
    return own + others
  }
}
