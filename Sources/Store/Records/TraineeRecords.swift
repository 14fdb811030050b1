package import Civil
package import Cohorts
import Foundation
import GRDB

extension CentreStore {
  /// Enters trainees: new ones are added, of known ones the earlier state goes to the history where anything changed.
  package func record(_ trainees: [TraineeRecord], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try record(stamp) { db, scribe in try Self.enter(trainees, db, &scribe, stamp) }
  }

  static func enter(
    _ trainees: [TraineeRecord], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws -> RecordedCounts {
    var counts = RecordedCounts()
    for trainee in trainees {
      let known = try Records.trainees.values(
        db, scribe.seal, "WHERE centreID = ? AND code = ?", [scribe.centre, trainee.id]
      ).first
      guard let known else {
        try Records.trainees.append([trainee], db, &scribe, stamp)
        counts.new += 1
        continue
      }
      let updated = known.updated(by: trainee)
      if updated == known {
        counts.unchanged += 1
        continue
      }
      counts.changed += 1
      try replace(Records.trainees, code: trainee.id, into: "traineeHistory", by: updated, db, &scribe, stamp)
    }
    return counts
  }

  /// Puts the trainees of a roster on record, each in the category that it names.
  static func enter(
    _ trainees: [Trainee], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    _ = try enter(trainees.map { TraineeRecord($0) }, db, &scribe, stamp)
    let memberships = trainees.map { trainee in
      CategoryMembership(
        id: "", person: trainee.id, category: trainee.category, from: trainee.registeredOn ?? stamp.on,
        entry: Entry(on: stamp.on, by: stamp.by))
    }
    for membership in memberships {
      // A category without a day of its own is not entered again on every import.
      let isKnown = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM categoryEntry WHERE trainee = ? AND category = ?
            AND id NOT IN (SELECT entryID FROM correction))
          """,
        arguments: [membership.person, membership.category])
      if isKnown != true { _ = try enter([membership], db, &scribe, stamp) }
    }
  }

  /// Puts the row of a code into the history, and a new state in its place.
  static func replace<Value>(
    _ table: RecordTable<Value>, code: String, into history: String, by value: Value, _ db: Database,
    _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    let columns = (["centreID"] + table.columns + ["recordedOn", "recordedBy"]).joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO \(history) (id, \(columns), replacedOn)
        SELECT ?, \(columns), ? FROM \(table.name) WHERE centreID = ? AND code = ?
        """,
      arguments: [scribe.ids.next(), stamp.on.daysSinceEpoch, scribe.centre, code])
    let cells = table.cells(value, &scribe) + [stamp.on.daysSinceEpoch, stamp.by, scribe.centre, code]
    let settings = (table.columns + ["recordedOn", "recordedBy"]).map { "\($0) = ?" }.joined(separator: ", ")
    try db.execute(
      sql: "UPDATE \(table.name) SET \(settings) WHERE centreID = ? AND code = ?",
      arguments: StatementArguments(cells))
  }

  /// The trainees that fit a query, by code.
  package func trainees(_ query: TraineeQuery = TraineeQuery()) throws(StoreError) -> [TraineeRecord] {
    var asked = RowConditions()
    asked.narrow("code = ?", query.code)
    asked.narrow("instr(name, ?) > 0", query.name)
    asked.narrow("idNumberHash = ?", query.idNumber.map { Data(seal.fingerprint($0)) })
    asked.narrow("phoneHash = ?", query.phone.map { Data(seal.fingerprint($0.digits)) })
    asked.narrow(
      "code IN (SELECT trainee FROM classMember WHERE class = ? AND leftOn IS NULL)", query.classID)
    asked.narrow("area LIKE ? || '%'", query.area.map { AreaCode.prefix($0) })
    let conditions = asked
    let limit = query.limit.map { " LIMIT \(max(0, $0))" } ?? ""
    return try read { db in
      try Records.trainees.values(
        db, seal, conditions.clause + " ORDER BY code" + limit, conditions.arguments)
    }
  }

  /// Looks at all trainees on record, by code, one after another: of a million they would not fit into memory.
  package func forEachTrainee(_ body: (TraineeRecord) -> Void) throws(StoreError) {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM traineeRecord ORDER BY code")
      while let row = try rows.next() {
        body(try Records.trainees.value(RecordRow(table: "traineeRecord", row: row, seal: seal)))
      }
    }
  }

  /// What was on record of a trainee before, the latest first, with the day on which it was replaced.
  package func history(ofTrainee code: String) throws(StoreError) -> [(
    record: TraineeRecord, until: CivilDate
  )] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM traineeHistory WHERE code = ? ORDER BY replacedOn DESC, rowid DESC",
        arguments: [code])
      return try rows.map { row in
        let fields = RecordRow(table: "traineeHistory", row: row, seal: seal)
        return (try Records.trainees.value(fields), try fields.day("replacedOn"))
      }
    }
  }

  /// The codes of all trainees on record.
  package func traineeCodes() throws(StoreError) -> Set<String> {
    try read { Set(try String.fetchAll($0, sql: "SELECT code FROM traineeRecord")) }
  }

  /// How many trainees are on record.
  package func traineeCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM traineeRecord") ?? 0 }
  }
}

/// The tables that only grow, by what they hold.
enum Records {
  static let trainees = RecordTable<TraineeRecord>(
    name: "traineeRecord",
    columns: [
      "code", "name", "idNumberSealed", "idNumberHash", "phoneSealed", "phoneHash", "category", "document",
      "birthDay", "sex", "area", "household", "education", "registeredDay", "industry", "hadSubsidy",
      "consentDay", "wish", "remarks", "followedTo", "householdSealed", "householdHash", "languages",
    ],
    cells: { record, scribe in
      let (trainee, profile) = (record.trainee, record.profile)
      return [
        trainee.id, trainee.name, scribe.sealed(trainee.idNumber), scribe.fingerprint(trainee.idNumber),
        scribe.sealed(trainee.phone), scribe.fingerprint(trainee.phone?.digits), trainee.category,
        profile.document.rawValue, profile.birthDate?.daysSinceEpoch, profile.sex?.rawValue, trainee.area,
        profile.household?.rawValue, profile.education?.rawValue, trainee.registeredOn?.daysSinceEpoch,
        trainee.industry, profile.hadSubsidy, profile.consentOn?.daysSinceEpoch, profile.wish,
        profile.remarks, record.followedTo?.daysSinceEpoch, scribe.sealed(profile.householdNumber),
        scribe.fingerprint(profile.householdNumber), Lines.text(words: trainee.languages),
      ]
    },
    value: { row in
      let trainee = try Trainee(
        id: row["code"], name: row["name"], idNumber: row.opened("idNumberSealed"), category: row["category"],
        area: row[optional: "area"], phone: row.opened("phoneSealed"),
        registeredOn: row.day(optional: "registeredDay"), industry: row[optional: "industry"],
        languages: Lines.words(row[optional: "languages"]))
      let profile = try TraineeProfile(
        trainee: trainee.id, document: row.word("document"), sex: row.word(optional: "sex"),
        birthDate: row.day(optional: "birthDay"), education: row.word(optional: "education"),
        household: row.word(optional: "household"), householdNumber: row.opened("householdSealed"),
        hadSubsidy: row[optional: "hadSubsidy"],
        consentOn: row.day(optional: "consentDay"), wish: row[optional: "wish"],
        remarks: row[optional: "remarks"])
      return TraineeRecord(trainee, profile: profile, followedTo: try row.day(optional: "followedTo"))
    })
}

extension Scribe {
  /// The keyed hash by which a personal number is found.
  func fingerprint(_ number: String?) -> Data? { number.map { Data(seal.fingerprint($0)) } }
}

extension String {
  /// A telephone number without blanks, dashes and brackets.
  fileprivate var digits: String { filter { $0.isASCII && $0.isNumber } }
}
