import Civil
package import Cohorts
import Foundation
import GRDB

extension CentreStore {
  /// Enters memberships in categories with their evidence; those that stand already are left out.
  ///
  /// The ids of the memberships given are not kept: the ledger gives its own. Returns how many were entered.
  package func record(_ memberships: [CategoryMembership], stamp: RecordStamp) throws(StoreError) -> Int {
    try record(stamp) { db, scribe in try Self.enter(memberships, db, &scribe, stamp) }
  }

  static func enter(
    _ memberships: [CategoryMembership], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws -> Int {
    var entered = 0
    for membership in memberships {
      let standing = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM categoryEntry WHERE trainee = ? AND category = ? AND fromDay = ?
            AND throughDay IS ? AND id NOT IN (SELECT entryID FROM correction)
            AND (? = 0 OR EXISTS (SELECT 1 FROM evidence WHERE entryID = categoryEntry.id)))
          """,
        arguments: [
          membership.person, membership.category, membership.from.daysSinceEpoch,
          membership.through?.daysSinceEpoch, membership.evidence.count,
        ])
      if standing == true { continue }
      let ids = try Records.categories.append([membership], db, &scribe, stamp)
      if let id = ids.first { try enter(membership.evidence, of: id, db, &scribe) }
      entered += 1
    }
    return entered
  }

  /// Strikes out an entry of a ledger with the reason: a category, a training at public cost, a certificate or a claim.
  package func correct(entry id: String, reason: String, stamp: RecordStamp) throws(StoreError) {
    guard let entry = UUID(uuidString: id) else { throw .refused(rule: "entry id \(id)") }
    try record(stamp) { db, scribe in
      try Records.corrections.append([(entry, reason)], db, &scribe, stamp)
    }
  }

  /// The ledger of categories, of all trainees or of some.
  package func categories(of trainees: [String]? = nil) throws(StoreError) -> CategoryLedger {
    try read { db in
      let (clause, arguments) = Self.clause("trainee", isIn: trainees)
      var evidence: [String: [Evidence]] = [:]
      for (entry, proof) in try Records.evidence.values(
        db, seal, "WHERE entryID IN (SELECT id FROM categoryEntry \(clause)) ORDER BY rowid", arguments)
      {
        evidence[entry.uuidString.lowercased(), default: []].append(proof)
      }
      let entries = try Records.categories.values(db, seal, clause + " ORDER BY rowid", arguments)
      return CategoryLedger(
        entries.map { $0.proved(by: evidence[$0.id] ?? []) }, withdrawals: try corrections(db))
    }
  }

  /// Everything that struck out an entry, in the order in which it was recorded.
  package func corrections() throws(StoreError) -> [Correction] { try read { try corrections($0) } }

  func corrections(_ db: Database) throws -> [Correction] {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM correction ORDER BY rowid")
    return try rows.map { row in
      let fields = RecordRow(table: "correction", row: row, seal: seal)
      let entry: UUID = try fields["entryID"]
      return try Correction(
        of: entry.uuidString.lowercased(), reason: fields["reason"],
        entry: Entry(on: fields.day("recordedOn"), by: fields["recordedBy"]))
    }
  }

  static func enter(
    _ evidence: [Evidence], of entry: UUID, _ db: Database, _ scribe: inout Scribe
  ) throws {
    let stamp = RecordStamp(at: Instant(secondsSinceEpoch: 0), on: CivilDate(daysSinceEpoch: 0), by: "")
    try Records.evidence.append(evidence.map { (entry, $0) }, db, &scribe, stamp)
  }

  /// That a column is one of some texts, or anything.
  static func clause(_ column: String, isIn texts: [String]?) -> (String, StatementArguments) {
    guard let texts else { return ("", []) }
    let marks = texts.map { _ in "?" }.joined(separator: ", ")
    return ("WHERE \(column) IN (\(marks))", StatementArguments(texts))
  }
}

extension CategoryMembership {
  fileprivate func proved(by evidence: [Evidence]) -> CategoryMembership {
    CategoryMembership(
      id: id, person: person, category: category, from: from, through: through, evidence: evidence,
      entry: entry)
  }
}

extension Records {
  static let categories = RecordTable<CategoryMembership>(
    name: "categoryEntry", columns: ["trainee", "category", "fromDay", "throughDay"],
    cells: { entry, _ in
      [entry.person, entry.category, entry.from.daysSinceEpoch, entry.through?.daysSinceEpoch]
    },
    value: { row in
      try CategoryMembership(
        id: row.idText, person: row["trainee"], category: row["category"], from: row.day("fromDay"),
        through: row.day(optional: "throughDay"),
        entry: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
    })

  static let evidence = RecordTable<(entry: UUID, proof: Evidence)>(
    name: "evidence", columns: ["entryID", "kind", "referenceSealed", "issuer", "issuedDay", "digest"],
    isStamped: false,
    cells: { row, scribe in
      [
        row.entry, row.proof.kind,
        scribe.sealed(row.proof.reference.isEmpty ? nil : row.proof.reference),
        row.proof.issuer, row.proof.issuedOn?.daysSinceEpoch, row.proof.digest,
      ]
    },
    value: { row in
      try (
        row["entryID"],
        Evidence(
          kind: row["kind"], reference: row.opened("referenceSealed") ?? "", issuer: row[optional: "issuer"],
          issuedOn: row.day(optional: "issuedDay"), digest: row[optional: "digest"])
      )
    })

  static let corrections = RecordTable<(entry: UUID, reason: String)>(
    name: "correction", columns: ["entryID", "reason"],
    cells: { row, _ in [row.entry, row.reason] },
    value: { row in try (row["entryID"], row["reason"]) })
}
