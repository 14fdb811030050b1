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
    let withdrawn = try inOneStep { centre throws(CentreError) in
      try centre.stored { store throws(StoreError) in
        let ledger = try store.categories(of: [trainee])
        let standing = ledger.memberships(of: trainee, asKnownOn: stamp.on).filter { $0.category == category }
        for membership in standing {
          try store.correct(entry: membership.id, reason: reason, stamp: stamp)
        }
        return standing.count
      }
    }
    log.notice("category withdrawn", metadata: ["entries": "\(withdrawn)"])
    return withdrawn
  }

  /// Records the consent of a trainee to the use of the data, or that it was withdrawn; the trainee's follow-up is
  /// planned anew.
  ///
  /// The day before the withdrawal is the last on which the trainee is followed. Throws for a day that has not come.
  package func recordConsent(
    of trainee: String, on day: CivilDate? = nil, withdrawnOn end: CivilDate? = nil,
    calendar: WorkingCalendar
  ) throws(CentreError) {
    try inOneStep { centre throws(CentreError) in
      let stamp = try centre.recordStamp()
      guard let known = try centre.trainees(TraineeQuery(code: trainee)).first else {
        throw .unknownSubject(.trainee(trainee))
      }
      for date in [day, end].compactMap(\.self) where date > stamp.on {
        throw .refused(
          Wording(
            zh: "\(date) 晚于今天 \(stamp.on)：授权和撤回按实际日期登记",
            en: "\(date) is after today, \(stamp.on): consent is recorded when it was given or withdrawn"))
      }
      let given = TraineeProfile(trainee: trainee, document: known.profile.document, consentOn: day)
      let updated = known.updated(
        by: TraineeRecord(known.trainee, profile: given, followedTo: end.map { $0 + -1 }))
      _ = try centre.stored { store throws(StoreError) in try store.record([updated], stamp: stamp) }
      try centre.replan([trainee], calendar: calendar)
    }
  }
}
