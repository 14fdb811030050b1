import Civil
package import Cohorts
import Courses
import Logging
import Store

extension Centre {
  /// Closes the open wishes of people who are in a class of the programme that they asked for, which ends after the
  /// wish was told; returns each wish with the trainee.
  ///
  /// People are known by their identity number, or by the id of the wish, under which proposed classes enrol them.
  package func settleIntents() throws(CentreError) -> [(intent: Intent, trainee: String)] {
    let settled = try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      var settled: [(intent: Intent, trainee: String)] = []
      for intent in try centre.intents().open(asKnownOn: stamp.on) {
        var people = try centre.trainees(TraineeQuery(code: intent.id))
        if let number = intent.identityKey { people += try centre.trainees(TraineeQuery(idNumber: number)) }
        for person in people {
          let classes = try centre.stored { store throws(StoreError) in
            try store.classes(ofTrainee: person.id)
          }
          let isMet = classes.contains { one in
            (intent.programme.map { $0 == one.programme.rawValue } ?? true)
              && one.days.upperBound >= intent.surveyedOn
          }
          guard isMet else { continue }
          settled.append((intent, person.id))
          break
        }
      }
      let outcomes = settled.map { one in
        IntentOutcome(
          intent: one.intent.id, outcome: .enrolled(trainee: one.trainee),
          entry: Entry(on: stamp.on, by: stamp.by))
      }
      try centre.stored { store throws(StoreError) in try store.record(outcomes, stamp: stamp) }
      return settled
    }
    log.notice("wishes settled", metadata: ["wishes": "\(settled.count)"])
    return settled
  }
}
