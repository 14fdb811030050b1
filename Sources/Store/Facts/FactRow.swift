import Civil
import Foundation
import GRDB

/// A row as it is read back: its cells, its lists, and what opens its sealed numbers.
struct FactRow: StoredRow {
  let table: String
  let id: UUID
  let row: Row
  let lists: [String: [[DatabaseValue]]]
  let seal: Seal

  /// The elements of a list of texts, in order.
  func list(_ name: String) throws -> [String] {
    try (lists[name] ?? []).map { cells in
      guard let text = cells.first.flatMap(String.fromDatabaseValue) else { throw misfit(name) }
      return text
    }
  }

  /// The open blocks of each weekday, from a list of weekday and block.
  func pattern(_ name: String) throws -> WeeklyPattern {
    var open: [Set<String>] = Array(repeating: [], count: 7)
    for cells in lists[name] ?? [] {
      guard cells.count == 2, let day = Int.fromDatabaseValue(cells[0]), open.indices.contains(day),
        let block = String.fromDatabaseValue(cells[1])
      else { throw misfit(name) }
      open[day].insert(block)
    }
    return WeeklyPattern(open: open)
  }
}

extension ListTable {
  /// The blocks that a pattern opens, one row each.
  ///
  /// A pattern answers for any block, so the blocks to ask for come from the bundle.
  static func openings(
    _ name: String, _ blocks: [String], _ pattern: @escaping @Sendable (Owner) -> WeeklyPattern?
  ) -> ListTable {
    ListTable(name, columns: ["weekday", "block"]) { owner in
      guard let pattern = pattern(owner) else { return [] }
      return Weekday.allCases.flatMap { day in
        blocks.filter { pattern.opens($0, on: day) }.map { [day.rawValue, $0] }
      }
    }
  }
}

extension CivilDate: DatabaseValueConvertible {
  /// As `2026-03-02`.
  var databaseValue: DatabaseValue { description.databaseValue }

  static func fromDatabaseValue(_ value: DatabaseValue) -> CivilDate? {
    String.fromDatabaseValue(value).flatMap { CivilDate($0) }
  }
}
