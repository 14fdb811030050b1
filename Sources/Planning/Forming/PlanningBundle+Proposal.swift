import Civil
package import Cohorts
package import Courses
import Mentors

extension PlanningBundle {
  /// The bundle with the classes of a proposal, and those who attend them.
  ///
  /// `trainees` are the people behind the wishes, by intent. Each class may begin in the first half of its month, and
  /// last as long as twice its periods need at its cohort's times, four weeks at least; the plan is made longer where it
  /// must be.
  package func adding(
    _ classes: [FormingProposal.ProposedClass], trainees people: [String: Trainee]
  ) -> PlanningBundle {
    var wider = self
    var known = Set(trainees.map(\.id))
    for one in classes {
      let latest = lastDay(of: one.offer.course, one.offer.cohort, from: one.start)
      wider.centre.planTo = max(wider.centre.planTo, latest)
      wider.classes.append(
        TrainingClass(
          id: one.id, course: one.offer.course, cohort: one.offer.cohort, site: one.offer.site,
          size: one.intents.count, earliest: one.start, latest: latest))
      for intent in one.intents {
        guard let person = people[intent.id] else { continue }
        if known.insert(person.id).inserted { wider.trainees.append(person) }
        wider.enrolments.append(Enrolment(classID: one.id, trainee: person.id))
      }
    }
    // What was open to the end of the plan stays so.
    let end = centre.planTo
    guard wider.centre.planTo > end else { return wider }
    wider.classes = wider.classes.map { one in
      one.latest != nil
        ? one
        : TrainingClass(
          id: one.id, course: one.course, cohort: one.cohort, site: one.site, size: one.size,
          earliest: one.earliest, latest: end, open: one.open, lecturers: one.lecturers)
    }
    wider.mentoring = mentoring.map { one in
      MentoringRequest(
        trainee: one.trainee, mentor: one.mentor, meetings: one.meetings, periods: one.periods,
        earliest: one.earliest, latest: one.latest ?? end, minGapDays: one.minGapDays, mode: one.mode)
    }
    return wider
  }

  /// Days of its month on which a class may begin: where all would begin at once, the few who teach one step of it would
  /// be wanted by all of them in one week, and by nobody in another.
  private static let startDays = 14

  /// The last day of a class of a course that begins in the weeks from a day on, at a cohort's times.
  func lastDay(of course: String, _ cohort: String, from start: CivilDate) -> CivilDate {
    let own = modules.filter { $0.course == course }
    let need = 2 * own.reduce(0) { $0 + $1.periods }
    let gaps = own.reduce(0) { $0 + $1.gapDays }
    guard let cohort = cohorts.first(where: { $0.id == cohort }) else {
      return start + Self.startDays + 27
    }
    let middle = start + Self.startDays
    var (held, day) = (0, middle)
    // A year is never needed where the cohort has any time at all.
    while held < need, day < middle + 366 {
      if !calendar.isHoliday(day) {
        let open = blocks.filter { cohort.open.opens($0.id, on: day, in: calendar) }
        held += min(cohort.maxPeriodsDay, open.reduce(0) { $0 + $1.periods })
      }
      day = day + 1
    }
    return max(middle + 27, day + -1 + gaps)
  }
}
