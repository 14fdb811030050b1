package import Cohorts
package import Courses
package import FollowUp
import Store

extension Centre {
  /// Enters classes with their trainees and what became of them: ledgers that were kept elsewhere, or made-up ones.
  ///
  /// All of it or nothing; entries keep the days on which they were recorded.
  package func record(
    _ lives: RecordedLives, classes: [ClassRecord] = [], trainees: [TraineeRecord] = []
  ) throws(CentreError) {
    let stamp = try recordStamp()
    try stored { store throws(StoreError) in
      try store.record(lives, classes: classes, trainees: trainees, stamp: stamp)
    }
  }
}
