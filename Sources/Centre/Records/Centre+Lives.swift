package import Courses
package import FollowUp
import Store

extension Centre {
  /// Enters classes with their trainees and what became of them: ledgers that were kept elsewhere, or made-up ones.
  ///
  /// All of it or nothing; entries keep the days on which they were recorded. Classes and ventures have to be new.
  package func record(
    _ courses: RecordedCourses, _ lives: RecordedLives = RecordedLives()
  ) throws(CentreError) {
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in try store.record(courses, lives, stamp: stamp) }
  }
}
