import Civil
import Cohorts
import Courses
import Mentors

@testable import Planning

/// Monday, 2026-03-02.
let guidanceMonday = CivilDate("2026-03-02") ?? CivilDate(daysSinceEpoch: 0)

extension PlanningBundle {
  /// Two mentors and a desk that is open in the mornings of working days; a class that P1 teaches.
  static func guidanceExample(days: Int = 28, mentors: Int = 2) -> PlanningBundle {
    var bundle = PlanningBundle(
      centre: CentreSettings(name: "示例", planFrom: guidanceMonday, planTo: guidanceMonday + (days - 1)))
    bundle.blocks = [
      Block(id: "AM", start: ClockTime(minutes: 510), periods: 4),
      Block(id: "PM", start: ClockTime(minutes: 840), periods: 4),
    ]
    let always = WeeklyPattern.always(["AM", "PM"])
    let mornings = WeeklyPattern(open: Weekday.allCases.map { $0.isWeekend ? [] : ["AM"] })
    bundle.sites = [Site(id: "S1", name: "示例培训点")]
    bundle.rooms = [
      Room(id: "R1", site: "S1", name: "教室", capacity: 30, open: always),
      Room(id: "D1", site: "S1", name: "开业指导窗口", capacity: 2, features: ["consult"], open: mornings),
    ]
    bundle.courses = [Course(id: "SYB", name: "SYB")]
    bundle.modules = [Module(course: "SYB", order: 1, id: "想法", name: "想法", periods: 8, sessionPeriods: 4)]
    bundle.people = (1...mentors).map {
      Person(id: "P\($0)", name: "示例·导师", roles: $0 == 1 ? [.lecturer, .mentor] : [.mentor], open: always)
    }
    bundle.cohorts = [Cohort(id: "G", name: "毕业生", category: "graduate", open: mornings)]
    bundle.classes = [TrainingClass(id: "C1", course: "SYB", cohort: "G")]
    bundle.trainees = (1...40).map { Trainee(id: "T\($0)", name: "示例·学员", category: "graduate") }
    bundle.enrolments = [Enrolment(classID: "C1", trainee: "T1")]
    return bundle
  }
}

extension GuidanceNeed {
  static func example(
    _ trainee: String, _ mode: MentoringRequest.Mode = .office, by mentor: String? = nil,
    wish: CivilDate? = nil,
    from: CivilDate = guidanceMonday, to latest: CivilDate? = nil, area: String? = nil,
    link: ServiceLink = .planDesign, minutes: Int = 45
  ) -> GuidanceNeed {
    GuidanceNeed(
      trainee: trainee, link: link, mode: mode, mentor: mentor, minutes: minutes, wish: wish, earliest: from,
      latest: latest, area: area, reasons: [.stuck(link, days: 1)])
  }
}
