import Civil
import Cohorts
import Courses
import Mentors
import Planning

extension BundleDraft {
  mutating func checkKeysAndReferences() {
    blocks.reportDuplicates()
    sites.reportDuplicates()
    rooms.reportDuplicates()
    courses.reportDuplicates()
    modules.reportDuplicates()
    people.reportDuplicates()
    cohorts.reportDuplicates()
    classes.reportDuplicates()
    trainees.reportDuplicates()
    enrolments.reportDuplicates()
    mentoring.reportDuplicates()
    var known = KnownIDs(self)
    travel.reportUnknownReferences(&known)
    rooms.reportUnknownReferences(&known)
    modules.reportUnknownReferences(&known)
    people.reportUnknownReferences(&known)
    classes.reportUnknownReferences(&known)
    enrolments.reportUnknownReferences(&known)
    mentoring.reportUnknownReferences(&known)
    pins.reportUnknownReferences(&known)
  }

  /// Takes out the unsound rows, then those that hang on them, until none is left.
  mutating func leaveOutUnsound() {
    repeat {
      let taken = [
        centre.removeUnsound(), blocks.removeUnsound(), sites.removeUnsound(), travel.removeUnsound(),
        rooms.removeUnsound(), courses.removeUnsound(), modules.removeUnsound(), people.removeUnsound(),
        cohorts.removeUnsound(), classes.removeUnsound(), trainees.removeUnsound(),
        enrolments.removeUnsound(),
        mentoring.removeUnsound(), pins.removeUnsound(),
      ]
      leaveOutCoursesWithoutAllModules()
      let known = KnownIDs(self)
      travel.leaveOutHanging(on: known)
      rooms.leaveOutHanging(on: known)
      modules.leaveOutHanging(on: known)
      people.leaveOutHanging(on: known)
      classes.leaveOutHanging(on: known)
      enrolments.leaveOutHanging(on: known)
      mentoring.leaveOutHanging(on: known)
      leaveOutPinsWithoutModule()
      pins.leaveOutHanging(on: known)
      if !taken.contains(true) && !hasUnsound { return }
    } while true
  }

  private var hasUnsound: Bool {
    [
      courses.unsound, travel.unsound, rooms.unsound, modules.unsound, people.unsound, classes.unsound,
      enrolments.unsound, mentoring.unsound, pins.unsound,
    ].contains { !$0.isEmpty }
  }

  /// A course of which a module could not be read would be taught without it: it is left out as a whole.
  private mutating func leaveOutCoursesWithoutAllModules() {
    let incomplete = incompleteCourses
    for (number, course) in Array(courses.sound) where incomplete.contains(course.id) {
      courses.leaveOut(
        row: number, "course", found: course.id,
        because: Wording(zh: "该课程有模块未导入", en: "a module of the course is left out"))
    }
  }

  /// A pin names its module through the course of its class.
  private mutating func leaveOutPinsWithoutModule() {
    let courseByClass = Dictionary(classes.rows.map { ($0.id, $0.course) }) { first, _ in first }
    let known = Set(modules.keys)
    for (number, pin) in Array(pins.sound) {
      guard let course = courseByClass[pin.classID],
        !known.contains(course + TableReader.keySeparator + pin.module)
      else { continue }
      pins.leaveOut(
        row: number, "module", found: pin.module,
        because: Wording(zh: "所引用的模块未导入", en: "hangs on a module that is left out"))
    }
  }
}
