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
struct RecordRow {
  let table: String
  let row: Row
  let seal: Seal

  subscript<Value: DatabaseValueConvertible>(_ column: String) -> Value {
    get throws { try row.decode(Value.self, forColumn: column) }
  }

  /// A cell that may be empty.
  subscript<Value: DatabaseValueConvertible>(optional column: String) -> Value? {
    get throws { try row.decode(Optional<Value>.self, forColumn: column) }
  }

  func day(_ column: String) throws -> CivilDate {
    CivilDate(daysSinceEpoch: try row.decode(Int.self, forColumn: column))
  }

  func day(optional column: String) throws -> CivilDate? {
    try row.decode(Int?.self, forColumn: column).map { CivilDate(daysSinceEpoch: $0) }
  }

  /// One of the words that the schema allows in the column.
  func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
    guard let word: Word = try word(optional: column) else { throw misfit(column) }
    return word
  }

  /// One of the words that the schema allows in the column, or none.
  func word<Word: RawRepresentable<String>>(optional column: String) throws -> Word? {
    guard let text = try row.decode(String?.self, forColumn: column) else { return nil }
    guard let word = Word(rawValue: text) else { throw misfit(column) }
    return word
  }

  /// A personal number that is sealed in the column.
  func opened(_ column: String) throws -> String? {
    guard let sealed = try row.decode(Data?.self, forColumn: column) else { return nil }
    guard let number = seal.opened(Array(sealed)) else {
      let id = try row.decode(UUID.self, forColumn: "id")
      throw StoreError.sealBroken(table: table, row: id.uuidString.lowercased())
    }
    return number
  }

  /// The row's id as other values name it.
  var idText: String {
    get throws { try row.decode(UUID.self, forColumn: "id").uuidString.lowercased() }
  }

  func misfit(_ column: String) -> StoreError {
    .failed(path: table, reason: "column \(column) holds a value that the schema does not allow")
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
