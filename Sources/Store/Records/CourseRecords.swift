package import Civil
package import Cohorts
package import Courses
import Foundation
import GRDB

extension CentreStore {
  package func record(_ steps: [ClassStep], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.classSteps.append(steps, db, &scribe, stamp) }
  }

  /// The steps of a class, or of all, in the order in which they were recorded.
  package func classSteps(of classID: String? = nil) throws(StoreError) -> [ClassStep] {
    try read { db in
      let (clause, arguments) = Self.clause("class", isIn: classID.map { [$0] })
      return try Records.classSteps.values(db, seal, clause + " ORDER BY rowid", arguments)
    }
  }

  /// Appends cells of the signed sheet; a later record of a cell holds, the earlier one stays.
  ///
  /// The trainees have to be members of the class.
  package func record(_ attendance: [Attendance], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      for cell in attendance {
        let before = try Int.fetchOne(
          db,
          sql: """
            SELECT max(number) FROM attendance WHERE class = ? AND trainee = ? AND day = ? AND block = ?
            """,
          arguments: [cell.classID, cell.trainee, cell.date.daysSinceEpoch, cell.block])
        try Records.attendance.append([((before ?? 0) + 1, cell)], db, &scribe, stamp)
      }
    }
  }

  /// Every record of a class's attendance, the earlier of one cell first; known by a day where one is given.
  package func attendance(of classID: String, knownOn day: CivilDate? = nil) throws(StoreError)
    -> [Attendance]
  {
    try read { db in
      try Records.attendance.values(
        db, seal, "WHERE class = ? AND recordedOn <= ? ORDER BY trainee, day, block, number",
        [classID, day?.daysSinceEpoch ?? .max]
      ).map(\.cell)
    }
  }

  package func record(_ reviews: [PlanReview], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.planReviews.append(reviews, db, &scribe, stamp) }
  }

  /// Every review of a class's business plans, in the order in which they were recorded.
  package func planReviews(of classID: String) throws(StoreError) -> [PlanReview] {
    try read { try Records.planReviews.values($0, seal, "WHERE class = ? ORDER BY rowid", [classID]) }
  }

  /// Enters certificates; a number that stands, or a trainee of the class who has one that stands, is refused.
  package func record(_ certificates: [Certificate], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.certificates.append(certificates, db, &scribe, stamp) }
  }

  /// The certificates of a class, or of a trainee, by number: those that stand, or those that were struck out too.
  package func certificates(
    ofClass classID: String? = nil, trainee: String? = nil, withCorrected: Bool = false
  ) throws(StoreError) -> [Certificate] {
    let standing = " AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = certificate.id)"
    return try read { db in
      try Records.certificates.values(
        db, seal,
        "WHERE (?1 IS NULL OR class = ?1) AND (?2 IS NULL OR trainee = ?2)"
          + (withCorrected ? "" : standing) + " ORDER BY number, rowid",
        [classID, trainee])
    }
  }

  /// The certificates of a trainee that were struck out, each with the correction that did it.
  package func struckOutCertificates(of trainee: String) throws(StoreError)
    -> [(certificate: Certificate, correction: Correction)]
  {
    let all = try certificates(trainee: trainee, withCorrected: true)
    let corrections = Dictionary(try corrections().map { ($0.of, $0) }) { first, _ in first }
    return all.compactMap { certificate in corrections[certificate.id].map { (certificate, $0) } }
  }

  /// Enters claims; a stage that was claimed for a trainee of the class already is refused, unless it was struck out.
  package func record(_ claims: [TrainingClaim], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.claims.append(claims, db, &scribe, stamp) }
  }

  /// Enters claims, and that those who are claimed were trained at public cost, all of it or nothing.
  package func record(
    _ claims: [TrainingClaim], trainings: [SubsidisedTraining], stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.claims.append(claims, db, &scribe, stamp)
      try Records.subsidisedTrainings.append(trainings, db, &scribe, stamp)
    }
  }

  /// Enters the results of a class, all of them or none.
  package func record(
    _ reviews: [PlanReview], certificates: [Certificate], stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.planReviews.append(reviews, db, &scribe, stamp)
      try Records.certificates.append(certificates, db, &scribe, stamp)
    }
  }

  /// The claims of a class, or of all, in the order in which they were recorded, those that were struck out too.
  package func claims(ofClass classID: String? = nil) throws(StoreError) -> [TrainingClaim] {
    try read { db in
      let (clause, arguments) = Self.clause("class", isIn: classID.map { [$0] })
      return try Records.claims.values(db, seal, clause + " ORDER BY rowid", arguments)
    }
  }

  package func record(_ trainings: [SubsidisedTraining], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      try Records.subsidisedTrainings.append(trainings, db, &scribe, stamp)
    }
  }

  /// Who was trained at public cost, across all years: of all trainees or of some.
  package func entitlements(of trainees: [String]? = nil) throws(StoreError) -> EntitlementLedger {
    try read { db in
      let (clause, arguments) = Self.clause("trainee", isIn: trainees)
      return EntitlementLedger(
        try Records.subsidisedTrainings.values(db, seal, clause + " ORDER BY rowid", arguments),
        withdrawals: try corrections(db))
    }
  }
}

extension Records {
  static let classSteps = RecordTable<ClassStep>(
    name: "classStep", columns: ["class", "state", "day", "paper"],
    cells: { step, _ in [step.classID, step.state.rawValue, step.on.daysSinceEpoch, step.paper] },
    value: { row in
      try ClassStep(
        classID: row["class"], state: row.word("state"), on: row.day("day"), paper: row[optional: "paper"],
        recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"])
    })

  static let attendance = RecordTable<(number: Int, cell: Attendance)>(
    name: "attendance", columns: ["class", "trainee", "day", "block", "number", "periods"],
    cells: { row, _ in
      [
        row.cell.classID, row.cell.trainee, row.cell.date.daysSinceEpoch, row.cell.block, row.number,
        row.cell.periods,
      ]
    },
    value: { row in
      try (
        row["number"],
        Attendance(
          classID: row["class"], trainee: row["trainee"], date: row.day("day"), block: row["block"],
          periods: row["periods"], recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"])
      )
    })

  static let planReviews = RecordTable<PlanReview>(
    name: "planReview", columns: ["class", "trainee", "grade", "score", "remarks", "day"],
    cells: { review, _ in
      [
        review.classID, review.trainee, review.grade.rawValue, review.score, review.remarks,
        review.on.daysSinceEpoch,
      ]
    },
    value: { row in
      try PlanReview(
        classID: row["class"], trainee: row["trainee"], grade: row.word("grade"),
        score: row[optional: "score"], remarks: row[optional: "remarks"], on: row.day("day"),
        recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"])
    })

  static let certificates = RecordTable<Certificate>(
    name: "certificate", columns: ["number", "class", "trainee", "issuedDay"],
    cells: { certificate, _ in
      [
        certificate.number, certificate.classID, certificate.trainee, certificate.issuedOn.daysSinceEpoch,
      ]
    },
    value: { row in
      try Certificate(
        id: row.idText, number: row["number"], classID: row["class"], trainee: row["trainee"],
        issuedOn: row.day("issuedDay"),
        recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"])
    })

  static let claims = RecordTable<TrainingClaim>(
    name: "trainingClaim", columns: ["class", "trainee", "occasion", "amountFen", "claimedDay"],
    cells: { claim, _ in
      [
        claim.classID, claim.trainee, claim.occasion.rawValue, claim.amount.fen,
        claim.claimedOn.daysSinceEpoch,
      ]
    },
    value: { row in
      try TrainingClaim(
        id: row.idText, classID: row["class"], trainee: row["trainee"], occasion: row.word("occasion"),
        amount: Money(fen: row["amountFen"]), claimedOn: row.day("claimedDay"),
        recordedOn: row.day("recordedOn"), recordedBy: row["recordedBy"])
    })

  static let subsidisedTrainings = RecordTable<SubsidisedTraining>(
    name: "subsidisedTraining", columns: ["trainee", "programme", "class", "day", "area"],
    cells: { training, _ in
      [
        training.person, training.programme.rawValue, training.classID, training.on.daysSinceEpoch,
        training.area.description,
      ]
    },
    value: { row in
      let area: String = try row["area"]
      return try SubsidisedTraining(
        id: row.idText, person: row["trainee"], programme: row.word("programme"), classID: row["class"],
        on: row.day("day"), area: AreaCode(area) ?? .nation,
        entry: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
    })
}
