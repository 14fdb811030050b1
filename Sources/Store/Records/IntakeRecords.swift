package import Civil
package import Cohorts
import Courses
import Foundation
import GRDB

extension CentreStore {
  /// Enters a roster: trainees, their categories with evidence, and who attends which class; all of it or nothing.
  ///
  /// Who is enrolled in a class of the plan attends it there too, so that the next timetable counts the seat.
  package func takeIn(
    _ trainees: [TraineeRecord], _ memberships: [CategoryMembership], enrolments: [Enrolment],
    stamp: RecordStamp
  ) throws(StoreError) -> RecordedCounts {
    let records = Dictionary(trainees.map { ($0.id, $0.trainee) }) { first, _ in first }
    return try record(stamp) { db, scribe in
      let counts = try Self.enter(trainees, db, &scribe, stamp)
      _ = try Self.enter(memberships, db, &scribe, stamp)
      for enrolment in enrolments {
        try Self.enterInPlan(enrolment, records[enrolment.trainee], db, &scribe)
        let isOnRecord = try Self.exists(
          "classRecord WHERE centreID = ? AND code = ?", [scribe.centre, enrolment.classID], db)
        let isMember = try Self.exists(
          "classMember WHERE class = ? AND trainee = ? AND leftOn IS NULL",
          [enrolment.classID, enrolment.trainee], db)
        if isOnRecord, !isMember {
          try Self.enter(
            .init(trainee: enrolment.trainee, joinedOn: stamp.on), of: enrolment.classID, db, &scribe, stamp)
        }
      }
      return counts
    }
  }

  private static func enterInPlan(
    _ enrolment: Enrolment, _ trainee: Trainee?, _ db: Database, _ scribe: inout Scribe
  ) throws {
    let centre = scribe.centre
    guard try exists("class WHERE centreID = ? AND code = ?", [centre, enrolment.classID], db) else { return }
    if try !exists("trainee WHERE centreID = ? AND code = ?", [centre, enrolment.trainee], db) {
      guard let trainee else { return }
      try Facts.trainees.append(trainee, db, &scribe)
    }
    let isEnrolled = try exists(
      "enrolment WHERE centreID = ? AND class = ? AND trainee = ?",
      [centre, enrolment.classID, enrolment.trainee], db)
    if !isEnrolled { try Facts.enrolments.append(enrolment, db, &scribe) }
  }

  /// Records that a trainee left a class, on record and in the plan; false where the trainee was no member.
  package func leave(
    _ classID: String, trainee: String, on day: CivilDate, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    try record(stamp) { db, scribe in
      try db.execute(
        sql: "UPDATE classMember SET leftOn = ? WHERE class = ? AND trainee = ? AND leftOn IS NULL",
        arguments: [day.daysSinceEpoch, classID, trainee])
      let wasMember = db.changesCount > 0
      try db.execute(
        sql: "DELETE FROM enrolment WHERE centreID = ? AND class = ? AND trainee = ?",
        arguments: [scribe.centre, classID, trainee])
      return wasMember || db.changesCount > 0
    }
  }

  private static func exists(_ rows: String, _ arguments: StatementArguments, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM \(rows))", arguments: arguments) ?? false
  }

  /// The codes of trainees that begin so, in order.
  package func traineeCodes(beginningWith prefix: String) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: "SELECT code FROM traineeRecord WHERE code >= ?1 AND code < ?1 || char(0x10FFFF) ORDER BY code",
        arguments: [prefix])
    }
  }

  /// The trainees of some codes, by code.
  package func trainees(coded codes: [String]) throws(StoreError) -> [TraineeRecord] {
    try read { db in
      var found: [TraineeRecord] = []
      // SQLite takes some 32,000 arguments at once.
      for start in stride(from: 0, to: codes.count, by: 10_000) {
        let (clause, arguments) = Self.clause(
          "code", isIn: Array(codes[start..<min(start + 10_000, codes.count)]))
        found += try Records.trainees.values(db, seal, clause, arguments)
      }
      return found.sorted { $0.id < $1.id }
    }
  }

  /// Trainees on record who share the identity number, the phone or the name of one of these.
  package func trainees(like people: [TraineeRecord]) throws(StoreError) -> [TraineeRecord] {
    try read { db in
      var found: [String: TraineeRecord] = [:]
      for person in people {
        let arguments: StatementArguments = [
          person.trainee.idNumber.map { Data(seal.fingerprint($0)) },
          person.trainee.phone.map { phone in
            Data(seal.fingerprint(phone.filter { $0.isASCII && $0.isNumber }))
          },
          person.trainee.name,
        ]
        let clause = "WHERE idNumberHash = ?1 OR phoneHash = ?2 OR name = ?3 ORDER BY code LIMIT 200"
        for one in try Records.trainees.values(db, seal, clause, arguments) { found[one.id] = one }
      }
      return found.values.sorted { $0.id < $1.id }
    }
  }
}
