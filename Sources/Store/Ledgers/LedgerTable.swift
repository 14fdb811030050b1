package import Civil
import FollowUp
import Foundation
import GRDB

/// A ledger that can be handed out: its columns, each with where it is from, and which rows there are.
///
/// No identity number, telephone, address, name of a trainee or words that somebody said is a column of any.
package struct LedgerTable: Sendable {
  /// A column with the expressions it is read from and how.
  struct Column: Sendable {
    let head: LedgerSheet.Column
    let expressions: [String]
    let read: @Sendable (LedgerValues) throws -> LedgerCell
  }

  package let sheet: LedgerSheet
  let columns: [Column]
  /// What follows FROM; the rows are called `x` in it.
  let source: String
  /// Which rows were known on `:day`.
  let known: String
  /// Which rows belong to `:area`; nil: all do.
  let area: String?
  let order: String

  init(
    _ name: String, _ title: Wording, row: Wording, from source: String,
    known: String = "x.recordedOn <= :day",
    area: String?, order: String, _ parts: [Column]...
  ) {
    let columns = parts.flatMap(\.self)
    sheet = LedgerSheet(name, title, row: row, columns: columns.map(\.head))
    self.columns = columns
    self.source = source
    self.known = known
    self.area = area
    self.order = order
  }

  fileprivate func sql(hasArea: Bool) -> String {
    let narrowed = hasArea ? area.map { " AND (\($0))" } ?? "" : ""
    return """
      SELECT \(columns.flatMap(\.expressions).joined(separator: ", ")) FROM \(source)
      WHERE (\(known))\(narrowed) ORDER BY \(order)
      """
  }
}

/// What the columns of a ledger are read from.
struct LedgerValues {
  let row: Row
  /// The place of the column's first expression.
  let start: Int
  let db: Database
  let seal: Seal

  func text(_ place: Int = 0) -> String? { row[start + place] }
  func whole(_ place: Int = 0) -> Int? { row[start + place] }
  func bytes(_ place: Int = 0) -> Data? { row[start + place] }
}

/// Which rows belong to an area: those of its people, of their ventures, and of the ventures that lie in it.
enum LedgerScope {
  private static let local = """
    SELECT code FROM venture WHERE area LIKE :area || '%'
    UNION SELECT venture FROM ventureFact WHERE kind = 'area' AND text LIKE :area || '%'
    """
  private static let residents = """
    SELECT code FROM traineeRecord WHERE area LIKE :area || '%'
    UNION SELECT code FROM traineeHistory WHERE area LIKE :area || '%'
    UNION SELECT m.trainee FROM classMember m JOIN classRecord c ON c.code = m.class
      JOIN traineeRecord t ON t.code = m.trainee WHERE t.area IS NULL AND c.area LIKE :area || '%'
    """
  static let ventures = "\(local) UNION \(StoredFounders.ventures(of: residents))"
  static let people = "\(residents) UNION \(StoredFounders.people(of: local))"
}

extension CentreStore {
  /// Reads ledgers one after the other, row by row, from one state of the database.
  ///
  /// Only what was recorded by `day`, and of an area only what its figures rest on; blank: everywhere. `begin` is
  /// asked for each ledger what takes its rows. Whatever is thrown ends it.
  package func read(
    _ ledgers: [LedgerTable], area: String = "", knownOn day: CivilDate,
    begin: (LedgerSheet) throws -> (([LedgerCell]) throws -> Void)
  ) throws {
    let code = AreaCode.prefix(area)
    try pool.read { db in
      for ledger in ledgers {
        let take = try begin(ledger.sheet)
        let sql = ledger.sql(hasArea: !code.isEmpty)
        var arguments: StatementArguments = []
        if sql.contains(":day") { arguments += ["day": day.daysSinceEpoch] }
        if sql.contains(":area") { arguments += ["area": code] }
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
          var start = 0
          var cells: [LedgerCell] = []
          for column in ledger.columns {
            cells.append(try column.read(LedgerValues(row: row, start: start, db: db, seal: seal)))
            start += column.expressions.count
          }
          try take(cells)
        }
      }
    }
  }
}
