import Civil
import Foundation
import GRDB

/// How one kind of record is kept in a table that only grows, and read back from it.
///
/// The columns `id` and `centreID` are every table's; `recordedOn` and `recordedBy` those of the ledgers.
struct RecordTable<Value>: Sendable {
  let name: String
  let columns: [String]
  /// Whether its rows say who recorded them and when.
  var isStamped = true
  /// The cells of the columns.
  let cells: @Sendable (Value, inout Scribe) -> [Cell]
  /// Read back from a row.
  let value: @Sendable (RecordRow) throws -> Value

  /// Adds the rows in the order given, and tells the ids that they got.
  @discardableResult
  func append(
    _ values: some Sequence<Value>, _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws -> [UUID] {
    let insertion = try db.cachedStatement(sql: insertion)
    var ids: [UUID] = []
    for value in values {
      let id = scribe.ids.next()
      var row: [Cell] = [id, scribe.centre]
      row += cells(value, &scribe)
      if isStamped { row += [stamp.on.daysSinceEpoch, stamp.by] }
      try insertion.execute(arguments: StatementArguments(row))
      ids.append(id)
    }
    return ids
  }

  private var insertion: String {
    let names = ["id", "centreID"] + columns + (isStamped ? ["recordedOn", "recordedBy"] : [])
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(name) (\(names.joined(separator: ", "))) VALUES (\(marks))"
  }

  /// The rows that a clause chooses (`WHERE … ORDER BY …`), in its order.
  func values(
    _ db: Database, _ seal: Seal, _ clause: String = "", _ arguments: StatementArguments = []
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM \(name) \(clause)", arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() {
      values.append(try value(RecordRow(table: name, row: row, seal: seal)))
    }
    return values
  }
}

/// A row as it is read back: its cells, and what opens its sealed numbers.
struct RecordRow: StoredRow {
  let table: String
  let row: Row
  let seal: Seal

  func day(_ column: String) throws -> CivilDate {
    CivilDate(daysSinceEpoch: try row.decode(Int.self, forColumn: column))
  }

  func day(optional column: String) throws -> CivilDate? {
    try row.decode(Int?.self, forColumn: column).map { CivilDate(daysSinceEpoch: $0) }
  }

  /// The row's id as other values name it.
  var idText: String {
    get throws { try row.decode(UUID.self, forColumn: "id").uuidString.lowercased() }
  }
}

extension CentreStore {
  /// Appends in one transaction, with what rows of the centre are written with.
  ///
  /// Throws ``StoreError/noCentre`` before the first import.
  @discardableResult
  func record<Value>(
    _ stamp: RecordStamp, _ body: (Database, inout Scribe) throws -> Value
  ) throws(StoreError) -> Value {
    try write { db in
      guard let centre = try Self.centreID(db) else { throw StoreError.noCentre(path: path) }
      var scribe = scribe(for: centre, at: stamp.at)
      return try body(db, &scribe)
    }
  }
}
