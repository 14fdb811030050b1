import Foundation
import GRDB
import Planning

/// What can stand in one cell of a row.
typealias Cell = (any DatabaseValueConvertible)?

/// How one kind of fact is kept in a table, and read back from it.
///
/// The columns `id`, `centreID` and `position` are every table's; the tables of lists hang on the row's id.
struct FactTable<Value>: ClearedTable, Sendable {
  let name: String
  let columns: [String]
  /// The draft whose rows are meant, where the table holds those of many.
  var draft: UUID?
  /// The cells of the columns.
  let cells: @Sendable (Value, inout Scribe) -> [Cell]
  var lists: [ListTable<Value>] = []
  /// Read back from the cells and the lists.
  let value: @Sendable (FactRow) throws -> Value

  /// Adds the rows in the order given.
  func insert(_ values: [Value], _ db: Database, _ scribe: inout Scribe) throws {
    let owner = draft == nil ? [] : ["draftID"]
    let insertion = try db.cachedStatement(sql: Self.insertion(into: name, owner + columns))
    for (position, value) in values.enumerated() {
      let id = scribe.ids.next()
      let head: [Cell] = [id, scribe.centre, position] + (draft.map { [$0] } ?? [])
      let cells = head + cells(value, &scribe)
      try insertion.execute(arguments: StatementArguments(cells))
      for list in lists { try list.insert(list.cells(value), of: id, db, &scribe) }
    }
  }

  /// The rows of the centre in the order in which they were added.
  func values(_ db: Database, _ scribe: Scribe) throws -> [Value] {
    var found: [String: [UUID: [[DatabaseValue]]]] = [:]
    let owned = draft == nil ? "centreID" : "draftID"
    let owner = draft ?? scribe.centre
    for list in lists {
      let ids = "SELECT id FROM \(name) WHERE \(owned) = ?"
      found[list.name] = try list.elements(db, ofRows: ids, arguments: [owner])
    }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM \(name) WHERE \(owned) = ? ORDER BY position", arguments: [owner])
    var values: [Value] = []
    while let row = try rows.next() {
      let id = try row.decode(UUID.self, forColumn: "id")
      let lists = found.compactMapValues { $0[id] }
      values.append(try value(FactRow(table: name, id: id, row: row, lists: lists, seal: scribe.seal)))
    }
    return values
  }

  func clear(_ db: Database, _ centre: UUID) throws {
    for list in lists { try list.clear(db, centre) }
    try db.execute(sql: "DELETE FROM \(name) WHERE centreID = ?", arguments: [centre])
  }

  static func insertion(into table: String, _ columns: [String]) -> String {
    let names = ["id", "centreID", "position"] + columns
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
  }
}

/// A table whose rows an import replaces.
protocol ClearedTable {
  /// Takes all rows of the centre away, those of the lists first.
  func clear(_ db: Database, _ centre: UUID) throws
}

/// A list in a cell of the bundle: a table whose rows hang on the row that holds the cell.
struct ListTable<Owner>: Sendable {
  let name: String
  let columns: [String]
  /// The cells of each element, in order.
  let cells: @Sendable (Owner) -> [[Cell]]

  init(_ name: String, _ column: String, _ elements: @escaping @Sendable (Owner) -> [String]) {
    self.name = name
    columns = [column]
    cells = { elements($0).map { [$0] } }
  }

  init(_ name: String, columns: [String], _ cells: @escaping @Sendable (Owner) -> [[Cell]]) {
    self.name = name
    self.columns = columns
    self.cells = cells
  }

  func insert(_ elements: [[Cell]], of owner: UUID, _ db: Database, _ scribe: inout Scribe) throws {
    let insertion = try db.cachedStatement(
      sql: FactTable<Owner>.insertion(into: name, ["ownerID"] + columns))
    for (position, cells) in elements.enumerated() {
      let head: [Cell] = [scribe.ids.next(), scribe.centre, position, owner]
      try insertion.execute(arguments: StatementArguments(head + cells))
    }
  }

  func clear(_ db: Database, _ centre: UUID) throws {
    try db.execute(sql: "DELETE FROM \(name) WHERE centreID = ?", arguments: [centre])
  }

  /// The cells of the elements, by the row that they hang on; `ids` is the query for the rows that are meant.
  func elements(
    _ db: Database, ofRows ids: String, arguments: StatementArguments
  ) throws -> [UUID: [[DatabaseValue]]] {
    let names = columns.joined(separator: ", ")
    let rows = try Row.fetchCursor(
      db, sql: "SELECT ownerID, \(names) FROM \(name) WHERE ownerID IN (\(ids)) ORDER BY position",
      arguments: arguments)
    var found: [UUID: [[DatabaseValue]]] = [:]
    while let row = try rows.next() {
      found[try row.decode(UUID.self, atIndex: 0), default: []].append(Array(row.databaseValues.dropFirst()))
    }
    return found
  }
}

/// What rows are written with: whose they are, their ids, and the seal.
struct Scribe {
  let centre: UUID
  var ids: RowIDs
  let seal: Seal

  /// A personal number as it may stand in a table.
  mutating func sealed(_ number: String?) -> Data? {
    number.map { Data(seal.sealed($0, nonce: ids.bytes(Seal.nonceBytes))) }
  }
}

extension FactTable {
  /// Adds one row behind those that are there; for tables without lists.
  func append(_ value: Value, _ db: Database, _ scribe: inout Scribe) throws {
    let last = try Int.fetchOne(
      db, sql: "SELECT max(position) FROM \(name) WHERE centreID = ?", arguments: [scribe.centre])
    let head: [Cell] = [scribe.ids.next(), scribe.centre, (last ?? -1) + 1]
    try db.execute(
      sql: Self.insertion(into: name, columns),
      arguments: StatementArguments(head + cells(value, &scribe)))
  }
}
