import Civil
import Cohorts
import Courses
import Mentors

@testable import Planning

/// Monday, 2026-03-02: the first day of every example of capacity.
let capacityMonday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

extension PlanningBundle {
  /// A lecturer, two rooms, mornings of four periods, and classes of a course that has no modules yet.
  static func capacityExample(days: Int, classes: Int = 1) -> PlanningBundle {
    var bundle = PlanningBundle(
      centre: CentreSettings(name: "示例", planFrom: capacityMonday, planTo: capacityMonday + (days - 1)))
    bundle.blocks = [Block(id: "AM", start: ClockTime(minutes: 510), periods: 4)]
    bundle.sites = [Site(id: "S1", name: "示例培训点")]
    bundle.rooms = ["R1", "R2"].map {
      Room(id: $0, site: "S1", name: "教室", capacity: 30, open: .always(["AM"]))
    }
    bundle.courses = [Course(id: "SYB", name: "SYB")]
    bundle.people = [.lecturer("P1")]
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: .always(["AM"]))]
    bundle.classes = (0..<classes).map {
      TrainingClass(id: "C\($0 + 1)", course: "SYB", cohort: "G", size: 20)
    }
    return bundle
  }
}

extension Person {
  /// A lecturer and mentor, free every morning.
  static func lecturer(
    _ id: String, holds: Set<String> = [], day: Int = 8, week: Int = 40, open: WeeklyPattern = .always(["AM"])
  ) -> Person {
    Person(
      id: id, name: "示例·讲师", roles: [.lecturer, .mentor], qualifications: holds, maxPeriodsDay: day,
      maxPeriodsWeek: week, open: open)
  }
}

extension Module {
  static func example(
    _ order: Int, _ id: String, _ periods: Int, session: Int = 4, holds: String? = nil,
    features: Set<String> = [],
    team: Int = 1, gap: Int = 0
  ) -> Module {
    Module(
      course: "SYB", order: order, id: id, name: id, periods: periods, sessionPeriods: min(session, periods),
      qualification: holds, features: features, team: team, gapDays: gap)
  }
}
