package import Civil
import Cohorts
import Courses
import Mentors

/// Whether so many trainees more can complete a course by a date, on top of the classes of a bundle.
package struct TargetQuestion: Sendable {
  /// People (人) who are to complete the course.
  package let trainees: Int
  package let by: CivilDate
  package let course: String
  /// The cohort whose pattern and periods a day the new classes have.
  package let cohort: String

  package init(trainees: Int, by: CivilDate, course: String, cohort: String) {
    self.trainees = trainees
    self.by = by
    self.course = course
    self.cohort = cohort
  }
}

extension PlanningBundle {
  /// The course of most classes; of equals the first of the table.
  package var commonCourse: String? {
    most(courses.map(\.id), classes.map(\.course))
  }

  /// The cohort of most of the course's classes, of all classes where it has none; of equals the first of the table.
  package func commonCohort(of course: String) -> String? {
    let own = classes.filter { $0.course == course }
    return most(cohorts.map(\.id), (own.isEmpty ? classes : own).map(\.cohort))
  }

  private func most(_ ids: [String], _ used: [String]) -> String? {
    var counts: [String: Int] = [:]
    for id in used { counts[id, default: 0] += 1 }
    var best: String?
    for id in ids where best.map({ counts[id, default: 0] > counts[$0, default: 0] }) ?? true { best = id }
    return best
  }

  /// The most trainees of a class of the course: its own limit, or the seats of the best site that has all its rooms.
  package func classSize(of course: String) -> Int {
    let limit = courses.first { $0.id == course }?.maxClassSize ?? 0
    let wanted = Set(modules.filter { $0.course == course }.map(\.features))
    let seats =
      sites.map { site in
        wanted.map { features in
          rooms.filter { $0.site == site.id && features.isSubset(of: $0.features) }.map(\.capacity).max() ?? 0
        }.min() ?? 0
      }.max() ?? 0
    return min(limit, seats)
  }

  /// The bundle with classes added that are held between its first day and a date; what it has keeps its dates.
  func adding(_ sizes: [(id: String, size: Int)], for question: TargetQuestion) -> PlanningBundle {
    var wider = self
    let end = centre.planTo
    wider.centre.planTo = max(end, question.by)
    wider.classes = classes.map { one in
      TrainingClass(
        id: one.id, course: one.course, cohort: one.cohort, site: one.site, size: one.size,
        earliest: one.earliest, latest: one.latest ?? end, open: one.open, lecturers: one.lecturers)
    }
    wider.mentoring = mentoring.map { one in
      MentoringRequest(
        trainee: one.trainee, mentor: one.mentor, meetings: one.meetings, periods: one.periods,
        earliest: one.earliest, latest: one.latest ?? end, minGapDays: one.minGapDays, mode: one.mode)
    }
    wider.classes += sizes.map { one in
      TrainingClass(
        id: one.id, course: question.course, cohort: question.cohort, size: one.size, latest: question.by)
    }
    return wider
  }

  /// Ids of classes to come, N01, N02 …, none of which the bundle has.
  func newClassIDs(_ count: Int) -> [String] {
    let known = Set(classes.map(\.id))
    var prefix = "N"
    while known.contains(where: { $0.hasPrefix(prefix) }) { prefix += "N" }
    let width = max(2, String(count).count)
    return (0..<count).map { index in
      let number = String(index + 1)
      return prefix + String(repeating: "0", count: width - number.count) + number
    }
  }
}
