package import Civil
import Cohorts
import Logging
import Store

extension Centre {
  /// Records that a trainee belongs to a category from a day on, with what proves it; true where it was new.
  package func addCategory(
    _ category: String, to trainee: String, from day: CivilDate? = nil, through end: CivilDate? = nil,
    evidence: [Evidence]
  ) throws(CentreError) -> Bool {
    let stamp = try recordStamp()
    guard try !trainees(TraineeQuery(code: trainee)).isEmpty else { throw .unknownSubject(.trainee(trainee)) }
    let from = day ?? stamp.on
    if let end, end < from {
      throw .refused(
        Wording(zh: "终止日期 \(end) 早于起始日期 \(from)", en: "the last day, \(end), is before the first, \(from)"))
    }
    let membership = CategoryMembership(
      id: "", person: trainee, category: category, from: from, through: end, evidence: evidence,
      entry: Entry(on: stamp.on, by: stamp.by))
    return try stored { store throws(StoreError) in try store.record([membership], stamp: stamp) } > 0
  }

  /// Strikes out the entries of a trainee's category that stand today, with the reason; returns how many.
  package func withdrawCategory(
    _ category: String, of trainee: String, reason: String
  ) throws(CentreError) -> Int {
    let stamp = try recordStamp()
    let ledger = try stored { store throws(StoreError) in try store.categories(of: [trainee]) }
    let standing = ledger.memberships(of: trainee, asKnownOn: stamp.on).filter { $0.category == category }
    for membership in standing {
      try stored { store throws(StoreError) in
        try store.correct(entry: membership.id, reason: reason, stamp: stamp)
      }
    }
    log.notice("category withdrawn", metadata: ["entries": "\(standing.count)"])
    return standing.count
  }

  /// Records the consent of a trainee to the use of the data, or the last day before it was withdrawn.
  package func recordConsent(
    of trainee: String, on day: CivilDate? = nil, withdrawnAfter end: CivilDate? = nil
  ) throws(CentreError) {
    let stamp = try recordStamp()
    guard let known = try trainees(TraineeQuery(code: trainee)).first else {
      throw .unknownSubject(.trainee(trainee))
    }
    let given = TraineeProfile(trainee: trainee, document: known.profile.document, consentOn: day)
    let updated = known.updated(by: TraineeRecord(known.trainee, profile: given, followedTo: end))
    _ = try stored { store throws(StoreError) in try store.record([updated], stamp: stamp) }
  }
}
