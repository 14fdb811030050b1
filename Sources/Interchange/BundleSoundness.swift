import Civil
import Cohorts
import Courses
import Mentors
import Planning

extension BundleDraft {
  mutating func checkKeysAndReferences() {
    for table in DraftTable.all { table.reportDuplicates(&self) }
    var known = KnownIDs(self)
    for table in DraftTable.all { table.reportUnknownReferences(&self, &known) }
  }

  /// Takes out the unsound rows, then those that hang on them, until none is left.
  mutating func leaveOutUnsound() {
    repeat {
      for table in DraftTable.all { table.removeUnsound(&self) }
      leaveOutCoursesWithoutAllModules()
      leaveOutPinsWithoutModule()
      let known = KnownIDs(self)
      for table in DraftTable.all { table.leaveOutHanging(&self, known) }
    } while DraftTable.all.contains { $0.hasUnsound(self) }
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
