package import Civil
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  /// Enters a venture as it begins; a code that is taken, or a founder who is not on record, is refused.
  package func record(
    _ venture: Venture, whereabouts: VentureWhereabouts = VentureWhereabouts(), stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in try Self.enter([(venture, whereabouts)], db, &scribe, stamp) }
  }

  static func enter(
    _ ventures: [(venture: Venture, whereabouts: VentureWhereabouts)], _ db: Database,
    _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    for (venture, whereabouts) in ventures {
      try Records.ventures.append([(venture, whereabouts)], db, &scribe, stamp)
      try enter(venture.founders, of: venture.id, db, scribe)
    }
  }

  static func enter(
    _ founders: [Venture.Founder], of venture: String, _ db: Database, _ scribe: Scribe
  ) throws {
    let insertion = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO founder (venture, centreID, trainee) VALUES (?, ?, ?)")
    for founder in founders {
      try insertion.execute(arguments: [venture, scribe.centre, founder.person])
    }
  }

  /// A code that no venture has: `V000001`, and so on.
  package func nextVentureCode() throws(StoreError) -> String {
    try read { db in
      let last = try String.fetchOne(
        db, sql: "SELECT max(code) FROM venture WHERE code GLOB 'V[0-9][0-9][0-9][0-9][0-9][0-9]'")
      let number = (last.flatMap { Int($0.dropFirst()) } ?? 0) + 1
      return "V" + padded(number, 6)
    }
  }

  /// Appends changes to the ledgers of ventures, in the order given, all or none of them.
  ///
  /// An entry's id is the ledger's own; its `corrects` is the id of an entry as it was read. One without a fact strikes
  /// out a state, a count of jobs or a step of a loan. Returns the ids.
  @discardableResult
  package func record(
    _ changes: [(venture: String, entry: Ledger<VentureChange>.Entry)], stamp: RecordStamp
  ) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      try changes.map { venture, entry in
        guard let change = entry.fact else {
          return try Self.strikeOut(entry, of: venture, db, &scribe, stamp)
        }
        return try Self.append(entry, change, to: venture, db, &scribe, stamp)
      }
    }
  }

  private static func append(
    _ entry: Ledger<VentureChange>.Entry, _ change: VentureChange, to venture: String, _ db: Database,
    _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws -> String {
    let corrects = entry.corrects.flatMap { LedgerID(text: $0)?.number }
    switch change {
    case .state(let state):
      return try append(
        Records.ventureStates, .state, venture, entry.with(state), corrects, db, &scribe, stamp)
    case .jobs(let count):
      return try append(Records.ventureJobs, .jobs, venture, entry.with(count), corrects, db, &scribe, stamp)
    case .fact(let fact):
      let id = try append(
        Records.ventureFacts, .fact, venture, entry.with(fact), corrects, db, &scribe, stamp)
      try follow(fact, of: venture, db, scribe)
      return id
    case .loan(let loan, let borrower, let step):
      try db.execute(
        sql: """
          INSERT INTO loan (id, centreID, code, borrower, venture, recordedOn, recordedBy)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (centreID, code) DO NOTHING
          """,
        arguments: [
          scribe.ids.next(), scribe.centre, loan, borrower, venture, stamp.on.daysSinceEpoch, stamp.by,
        ])
      return try append(Records.loanSteps, .loan, loan, entry.with(step), corrects, db, &scribe, stamp)
    case .subsidy(let subsidy):
      try Records.subsidies.append([subsidy], db, &scribe, stamp)
      return subsidy.id
    }
  }

  /// Appends an entry that only takes another one away.
  private static func strikeOut(
    _ entry: Ledger<VentureChange>.Entry, of venture: String, _ db: Database, _ scribe: inout Scribe,
    _ stamp: RecordStamp
  ) throws -> String {
    guard let wrong = entry.corrects.flatMap({ LedgerID(text: $0) }) else {
      throw StoreError.refused(rule: "a change without content")
    }
    switch wrong.ledger {
    case .state:
      return try append(
        Records.ventureStates, .state, venture, entry.with(nil), wrong.number, db, &scribe, stamp)
    case .jobs:
      return try append(
        Records.ventureJobs, .jobs, venture, entry.with(nil), wrong.number, db, &scribe, stamp)
    case .loan:
      return try append(
        Records.loanSteps, .loan, wrong.owner, entry.with(nil), wrong.number, db, &scribe, stamp)
    case .fact, .membership, .certificate:
      throw StoreError.refused(rule: "a fact of a venture is corrected by another")
    }
  }

  /// What is kept of a fact as it is at present, so that ventures are found by it.
  private static func follow(_ fact: VentureFact, of venture: String, _ db: Database, _ scribe: Scribe) throws
  {
    switch fact {
    case .registration(let registration):
      try db.execute(
        sql: "UPDATE venture SET licenceNow = ? WHERE code = ?",
        arguments: [registration.licence?.text, venture])
    case .founders(let founders):
      try db.execute(sql: "DELETE FROM founder WHERE venture = ?", arguments: [venture])
      try enter(founders, of: venture, db, scribe)
    default: return
    }
  }

  @discardableResult
  static func append<Fact>(
    _ table: RecordTable<LedgerRow<Fact>>, _ ledger: LedgerID.Ledger, _ owner: String,
    _ entry: Ledger<Fact>.Entry, _ corrects: Int?, _ db: Database, _ scribe: inout Scribe,
    _ stamp: RecordStamp
  ) throws -> String {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(number) FROM \(table.name) WHERE \(ledger.owner) = ?", arguments: [owner])
    let row = LedgerRow(owner: owner, number: (last ?? 0) + 1, corrects: corrects, entry: entry)
    let ids = try table.append([row], db, &scribe, stamp)
    if let id = ids.first { try enter(entry.evidence, of: id, db, &scribe) }
    return LedgerID(ledger: ledger, owner: owner, number: row.number).text
  }
}

/// How an entry of a ledger is named: `V000001.s3` is the third entry of the states of V000001.
struct LedgerID {
  enum Ledger: String {
    case state = "s"
    case jobs = "j"
    case fact = "f"
    case loan = "l"
    case membership = "m"
    case certificate = "c"

    /// The column that says whose entry it is.
    var owner: String {
      switch self {
      case .loan: "loan"
      case .membership, .certificate: "member"
      case .state, .jobs, .fact: "venture"
      }
    }
  }

  let ledger: Ledger
  let owner: String
  let number: Int

  init(ledger: Ledger, owner: String, number: Int) {
    self.ledger = ledger
    self.owner = owner
    self.number = number
  }

  init?(text: String) {
    guard let dot = text.lastIndex(of: "."), let letter = text[text.index(after: dot)...].first,
      let ledger = Ledger(rawValue: String(letter)),
      let number = Int(text[text.index(after: dot)...].dropFirst())
    else { return nil }
    self.init(ledger: ledger, owner: String(text[..<dot]), number: number)
  }

  var text: String { "\(owner).\(ledger.rawValue)\(number)" }
}

/// An entry of a ledger as its table holds it.
struct LedgerRow<Fact: Hashable & Sendable>: Sendable {
  let owner: String
  let number: Int
  let corrects: Int?
  let entry: Ledger<Fact>.Entry
}
