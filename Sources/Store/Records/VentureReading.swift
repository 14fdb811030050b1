package import Civil
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  /// The ventures that fit a query, by code, each with all that is on record of it.
  package func ventures(_ query: VentureQuery = VentureQuery()) throws(StoreError) -> [VentureFile] {
    var asked = RowConditions()
    asked.narrow("code = ?", query.code)
    asked.narrow("code IN (SELECT venture FROM founder WHERE trainee = ?)", query.founder)
    asked.narrow("licenceNow = ?", query.licence)
    asked.narrow("area LIKE ? || '%'", query.area.map { AreaCode.prefix($0) })
    asked.narrow("instr(name, ?) > 0", query.name)
    let conditions = asked
    return try read { db in
      let cursor = try Row.fetchCursor(
        db, sql: "SELECT * FROM venture \(conditions.clause) ORDER BY code", arguments: conditions.arguments)
      var files: [VentureFile] = []
      while let row = try cursor.next() {
        files.append(try file(RecordRow(table: "venture", row: row, seal: seal), db))
      }
      return files
    }
  }

  /// How many ventures each of some people founds; who founds none is left out.
  package func ventureCounts(of people: [String]) throws(StoreError) -> [String: Int] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT count(*) FROM founder WHERE trainee = ?")
      var counts: [String: Int] = [:]
      for person in people where counts[person] == nil {
        let count = try Int.fetchOne(statement, arguments: [person]) ?? 0
        if count > 0 { counts[person] = count }
      }
      return counts
    }
  }

  private func file(_ row: RecordRow, _ db: Database) throws -> VentureFile {
    let (first, began) = try Records.ventures.value(row)
    let facts = try ledger(Records.ventureFacts, of: first.id, db)
    let far = CivilDate(daysSinceEpoch: .max / 4)
    let standing = facts.standing(knownOn: far).compactMap(\.fact)
    var whereabouts = began
    for fact in standing {
      switch fact {
      case .address(let address):
        whereabouts = VentureWhereabouts(address: address, phone: whereabouts.phone)
      case .phone(let phone): whereabouts = VentureWhereabouts(address: whereabouts.address, phone: phone)
      default: continue
      }
    }
    let present = standing.reduce(first) { $0.changed(by: $1) }
    let founders = present.founders.map(\.person)
    let marks = founders.map { _ in "?" }.joined(separator: ", ")
    let subsidies = try Records.subsidies.values(
      db, seal,
      """
      WHERE recipientKind = 'venture' AND recipient = ? OR recipientKind = 'person' AND recipient IN (\(marks))
      ORDER BY paidDay, code
      """, StatementArguments([present.id] + founders))
    return VentureFile(
      first: first,
      record: VentureRecord(
        present, states: try ledger(Records.ventureStates, of: first.id, db),
        jobs: try ledger(Records.ventureJobs, of: first.id, db)),
      whereabouts: whereabouts, facts: facts,
      loans: try loans(db, "WHERE venture = ? ORDER BY code", [present.id]), subsidies: subsidies,
      recordedOn: try row.day("recordedOn"), recordedBy: try row["recordedBy"])
  }

  /// The entries of one owner with their evidence, as they were appended.
  func ledger<Fact>(
    _ table: RecordTable<LedgerRow<Fact>>, of owner: String, _ db: Database
  ) throws -> Ledger<Fact> {
    let column = table.columns[0]
    // Asked thousands of times over: the statements are kept.
    let rows = try Row.fetchAll(
      try db.cachedStatement(sql: "SELECT * FROM \(table.name) WHERE \(column) = ? ORDER BY number"),
      arguments: [owner])
    let evidence = try db.cachedStatement(sql: "SELECT * FROM evidence WHERE entryID = ? ORDER BY rowid")
    return Ledger(
      try rows.map { row in
        let entry = try table.value(RecordRow(table: table.name, row: row, seal: seal)).entry
        let id = try row.decode(UUID.self, forColumn: "id")
        let proofs = try Row.fetchAll(evidence, arguments: [id]).map { proof in
          try Records.evidence.value(RecordRow(table: Records.evidence.name, row: proof, seal: seal))
        }
        return proofs.isEmpty ? entry : entry.proved(by: proofs.map(\.proof))
      })
  }

  private func loans(_ db: Database, _ clause: String, _ arguments: StatementArguments) throws -> [Loan] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM loan \(clause)")
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      let fields = RecordRow(table: "loan", row: row, seal: seal)
      let code: String = try fields["code"]
      return Loan(
        id: code, borrower: try fields["borrower"], venture: try fields[optional: "venture"],
        steps: try ledger(Records.loanSteps, of: code, db))
    }
  }

  /// All subsidies that were recorded by a day, by day of payment.
  package func subsidies(knownOn day: CivilDate) throws(StoreError) -> [Subsidy] {
    try read {
      try Records.subsidies.values(
        $0, seal, "WHERE recordedOn <= ? ORDER BY paidDay, code", [day.daysSinceEpoch])
    }
  }

  package func record(_ decisions: [LinkDecision], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.registerDecisions.append(decisions, db, &scribe, stamp) }
  }

  /// What was decided about links to the business register, in the order of the decisions.
  package func registerDecisions() throws(StoreError) -> [LinkDecision] {
    try read { try Records.registerDecisions.values($0, seal, "ORDER BY rowid") }
  }
}

extension Ledger.Entry {
  fileprivate func proved(by evidence: [Evidence]) -> Self {
    Self(
      id: id, fact, from: from, to: to, recordedOn: recordedOn, recordedBy: recordedBy, evidence: evidence,
      corrects: corrects)
  }
}
