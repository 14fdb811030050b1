package import Civil
package import FollowUp
import GRDB

extension CentreStore {
  /// All ventures with their states and jobs as far as was known on a day, by code: for figures over many.
  ///
  /// Entries recorded later are kept, as the ledgers know which they are; the ventures themselves are as they were
  /// known. Evidence, whereabouts and who recorded what are left out: a figure counts none of them; nor names, unless
  /// they are asked for: then the code stands for the name. `area` means that in which
  /// the venture began, with those below it; blank: everywhere.
  package func ventureRecords(
    area: String = "", knownOn day: CivilDate, withJobs: Bool = true, withNames: Bool = false
  ) throws(StoreError) -> [VentureRecord] {
    let code = AreaCode.prefix(area)
    return try read { db in
      var facts = try LedgerStream.ventureFacts(db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT venture, legalForm, registration, industry, area, founders, startUpCostFen, incubator, states,
            \(withJobs ? "jobs" : "''"),
            \(withNames ? "(SELECT name FROM venture WHERE code = ventureLife.venture)" : "venture")
          FROM ventureLife WHERE recordedOn <= ? ORDER BY venture
          """,
        arguments: [day.daysSinceEpoch])
      var lines = LifeLines()
      var records: [VentureRecord] = []
      // Of hundreds of thousands, doubling would take the room twice.
      records.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM ventureLife") ?? 0)
      while let row = try rows.next() {
        guard code.isEmpty || (row[4] as String).hasPrefix(code) else { continue }
        guard var venture = Venture(row: row) else { continue }
        let changes = try facts.ledger(of: venture.id)
        if !changes.entries.isEmpty { venture = venture.changed(by: changes, on: day, knownOn: day) }
        records.append(
          VentureRecord(
            venture, states: try lines.states(row[8], of: venture.id),
            jobs: try lines.jobs(row[9], of: venture.id)))
      }
      return records
    }
  }
}

extension CentreStore {
  /// The ventures of which anything changed, as they began, with what changed by what was recorded up to a day.
  ///
  /// All others are at any time as they began.
  package func changedVentures(
    knownOn day: CivilDate
  ) throws(StoreError) -> [String: (first: Venture, facts: Ledger<VentureFact>)] {
    try read { db in
      var facts = try LedgerStream.ventureFacts(db)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT code, legalForm, registration, industry, area, founders, startUpCostFen, incubator, '', '', code
          FROM venture WHERE recordedOn <= ? AND code IN (SELECT venture FROM ventureFact) ORDER BY code
          """,
        arguments: [day.daysSinceEpoch])
      var changed: [String: (first: Venture, facts: Ledger<VentureFact>)] = [:]
      while let row = try rows.next() {
        guard let venture = Venture(row: row) else { continue }
        changed[venture.id] = (venture, try facts.ledger(of: venture.id))
      }
      return changed
    }
  }
}

extension LedgerStream<VentureFact> {
  /// What changed of ventures, but for names, addresses and telephones that are sealed.
  fileprivate static func ventureFacts(_ db: Database) throws -> Self {
    try LedgerStream(
      db, .fact, "ventureFact", ["kind", "text"], isBounded: false,
      fact: { row, column -> VentureFact? in
        guard let kind = (row[column] as String?).flatMap({ VentureFact.Kind(rawValue: $0) }),
          let text = row[column + 1] as String?
        else { return nil }
        return VentureFact(kind: kind, text: text)
      })
  }
}

extension Venture {
  /// From code, legalForm, registration, industry, area, founders, startUpCostFen and incubator, in this order, and its
  /// name or what stands for it at place 10.
  fileprivate init?(row: Row) {
    let id: String = row[0]
    let registration: String = row[2]
    guard let form = LegalForm(rawValue: row[1]),
      case .registration(let read)? = VentureFact(kind: .registration, text: registration),
      case .founders(let founders)? = VentureFact(kind: .founders, text: row[5])
    else { return nil }
    let cost: Int? = row[6]
    self.init(
      id: id, name: row[10], founders: founders, legalForm: form, registration: read,
      industry: (row[3] as String?).flatMap { Industry($0) }, area: row[4],
      startUpCost: cost.map { Money(fen: $0) }, incubator: row[7])
  }
}

extension CentreStore {
  /// All loans with their steps, by code.
  package func loans() throws(StoreError) -> [Loan] {
    try read { db in
      var steps = try LedgerStream(
        db, .loan, "loanStep", ["state", "amountFen"],
        fact: { row, column -> Loan.Step? in
          guard let state = (row[column] as String?).flatMap({ Loan.State(rawValue: $0) }) else { return nil }
          return Loan.Step(state, Money(fen: row[column + 1]))
        })
      let rows = try Row.fetchCursor(db, sql: "SELECT code, borrower, venture FROM loan ORDER BY code")
      var loans: [Loan] = []
      while let row = try rows.next() {
        let code: String = row[0]
        loans.append(
          Loan(id: code, borrower: row[1], venture: row[2], steps: try steps.ledger(of: code)))
      }
      return loans
    }
  }
}

/// The entries of a ledger, read once from its first owner to its last.
private struct LedgerStream<Fact: Hashable & Sendable> {
  /// What stands between owner and number in an id (`LedgerID`).
  private let letter: String
  private let isBounded: Bool
  private let rows: RowCursor
  private let fact: (Row, Int) -> Fact?
  /// The entry that was read ahead, and whose it is.
  private var next: (owner: String, entry: Ledger<Fact>.Entry)?

  /// `fact` reads what holds from a row, from a column on.
  init(
    _ db: Database, _ ledger: LedgerID.Ledger, _ table: String, _ columns: [String], isBounded: Bool = true,
    fact: @escaping (Row, Int) -> Fact?
  ) throws {
    letter = "." + ledger.rawValue
    self.isBounded = isBounded
    self.fact = fact
    let names = [
      ledger.owner, "number", "fromDay", isBounded ? "toDay" : "NULL", "corrects", "recordedOn", "recordedBy",
    ]
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \((names + columns).joined(separator: ", ")) FROM \(table) ORDER BY \(ledger.owner), number
        """)
    try advance()
  }

  /// The ledger of an owner, who has to come after those asked for before.
  mutating func ledger(of owner: String) throws -> Ledger<Fact> {
    while let next, next.owner < owner { try advance() }
    var found: [Ledger<Fact>.Entry] = []
    var plainFrom: CivilDate? = CivilDate(daysSinceEpoch: .min)
    while let next, next.owner == owner {
      let entry = next.entry
      plainFrom = Ledger.plainFrom(plainFrom, with: entry, after: found.last)
      found.append(entry)
      try advance()
    }
    return Ledger(found, plainFrom: plainFrom)
  }

  private mutating func advance() throws {
    guard let row = try rows.next() else {
      next = nil
      return
    }
    let owner: String = row[0]
    let letter = letter
    func id(_ number: Int) -> String { owner + letter + String(number) }
    let (to, corrects): (Int?, Int?) = (row[3], row[4])
    let entry = Ledger<Fact>.Entry(
      id: id(row[1]), fact(row, 7), from: CivilDate(daysSinceEpoch: row[2]),
      to: to.map { CivilDate(daysSinceEpoch: $0) }, recordedOn: CivilDate(daysSinceEpoch: row[5]),
      recordedBy: row[6], corrects: corrects.map(id))
    next = (owner, entry)
  }
}
