package import Civil
package import Cohorts
package import Courses
import Logging
import Store

extension Centre {
  /// The trainees that fit a query, by id.
  package func trainees(_ query: TraineeQuery) throws(CentreError) -> [TraineeRecord] {
    try stored { store throws(StoreError) in try store.trainees(query) }
  }

  /// All that is on record of a trainee.
  package func trainee(_ id: String) throws(CentreError) -> TraineePage {
    let today = try today()
    guard let record = try trainees(TraineeQuery(code: id)).first else {
      throw .unknownSubject(.trainee(id))
    }
    let same = try records(ofPersonWith: record, asKnownOn: today)
    return try stored { store throws(StoreError) in
      TraineePage(
        record: record, sameAs: same.subtracting([id]).sorted(),
        memberships: try store.categories(of: [id]).memberships(of: id, asKnownOn: today),
        classes: try store.classes(ofTrainee: id),
        certificates: try store.certificates(trainee: id), struckOut: try store.struckOutCertificates(of: id),
        trainings: try store.entitlements(of: same.sorted()).trainings(of: same, asKnownOn: today),
        history: try store.history(ofTrainee: id).map { TraineePage.Past(record: $0.record, until: $0.until) }
      )
    }
  }

  /// How many trainees are compared with each other at once: their numbers are open in memory meanwhile.
  private static let mostCompared = 200_000

  /// Pairs of trainees on record who are most likely one person, of all or of some.
  ///
  /// Throws where all are too many to be compared at once.
  package func samePersonProposals(
    of people: [TraineeRecord]? = nil
  ) throws(CentreError) -> [SamePersonProposal] {
    if let people { return try proposals(for: people) }
    let count = try stored { store throws(StoreError) in try store.traineeCount() }
    guard count <= Self.mostCompared else {
      throw .refused(
        Wording(
          zh: "档案共 \(count) 人，一次最多比对 \(Self.mostCompared) 人；请加 --class，或 --area 和 --limit，分批比对",
          en:
            "\(count) trainees are on record and \(Self.mostCompared) at most are compared at once; give --class, or --area with --limit"
        ))
    }
    let (all, decisions) = try stored { store throws(StoreError) in
      (try store.trainees(), try store.samePersonDecisions())
    }
    return SamePersonProposal.among(all.map(\.record), decided: Set(decisions.map(\.records)))
  }

  /// Records that two trainees are one person, or are not; a contradiction with what is on record is refused.
  package func link(
    _ first: String, _ second: String, isSame: Bool, note: String? = nil
  ) throws(CentreError) {
    let stamp = try recordStamp()
    guard first != second else {
      throw .refused(
        Wording(
          zh: "两个编号相同（\(first)）；请给出两个不同的学员编号", en: "both ids are \(first); give the ids of two trainees"))
    }
    let people = try stored { store throws(StoreError) in try store.trainees(coded: [first, second]) }
    for id in [first, second] where !people.contains(where: { $0.id == id }) {
      throw .unknownSubject(.trainee(id))
    }
    let decision = SamePersonDecision(
      first, second, isSame: isSame, note: note, entry: Entry(on: stamp.on, by: stamp.by))
    if isSame {
      // Only who was decided about stands with somebody else: of a million trainees the others are not looked at.
      let (records, decisions) = try stored { store throws(StoreError) in
        let decisions = try store.samePersonDecisions()
        let decided = Set(decisions.flatMap { [$0.records.first, $0.records.second] }).union([first, second])
        return (try store.trainees(coded: decided.sorted()), decisions)
      }
      let groups = PersonGroups(
        records.map(\.record), decisions: decisions + [decision], asKnownOn: stamp.on)
      if let against = groups.contradictions.first(where: { $0.records == decision.records }) {
        throw .refused(against.text)
      }
    }
    try stored { store throws(StoreError) in try store.record([decision], stamp: stamp) }
    log.notice("same person decided", metadata: ["same": "\(isSame)"])
  }
}

/// All that is on record of a trainee (学员档案).
package struct TraineePage: Sendable {
  /// What was on record before, and until when.
  package struct Past: Sendable {
    package let record: TraineeRecord
    package let until: CivilDate
  }

  package let record: TraineeRecord
  /// Ids under which the same person stands, as somebody confirmed.
  package let sameAs: [String]
  package let memberships: [CategoryMembership]
  /// By their first day.
  package let classes: [ClassRecord]
  package let certificates: [Certificate]
  /// Certificates that were struck out, each with the correction that did it.
  package let struckOut: [(certificate: Certificate, correction: Correction)]
  /// At public cost, of the whole person.
  package let trainings: [SubsidisedTraining]
  package let history: [Past]
}
