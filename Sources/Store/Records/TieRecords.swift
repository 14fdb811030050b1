package import Civil
import Foundation
import GRDB

/// What is on record under a letter and a number: `B00012`.
package enum NumberedRecord: String, CaseIterable, Sendable {
  case pledge = "B"
  case pledgeDeed = "D"
  case pairing = "L"
  case assignment = "A"
  case reportedPlacement = "S"

  func id(_ number: Int) -> String { rawValue + padded(number, 5) }

  /// The number of an id of this kind; nil: it is none.
  func number(_ id: String) -> Int? {
    id.prefix(1).uppercased() == rawValue ? Int(id.dropFirst()) : nil
  }

  /// The kind of an id; nil: it is none of these.
  package init?(of id: String) {
    guard let kind = Self.allCases.first(where: { $0.number(id) != nil }) else { return nil }
    self = kind
  }

  private var table: String {
    switch self {
    case .pledge: "pledge"
    case .pledgeDeed: "pledgeDeed"
    case .pairing: "pairing"
    case .assignment: "assignment"
    case .reportedPlacement: "reportedPlacement"
    }
  }

  /// Whether it lasts from one day to another.
  var hasEnd: Bool { self != .pledgeDeed && self != .reportedPlacement }

  /// The number that the next row gets.
  func next(_ db: Database) throws -> Int {
    (try Int.fetchOne(db, sql: "SELECT max(number) FROM \(table)") ?? 0) + 1
  }

  /// The row of an id that was not struck out; nil: there is none.
  func row(_ id: String, _ db: Database) throws -> UUID? {
    guard let number = number(id) else { return nil }
    return try UUID.fetchOne(
      db, sql: "SELECT id FROM \(table) WHERE number = ? AND \(Self.stands(in: table))", arguments: [number])
  }

  /// That a row of a table was not struck out.
  static func stands(in table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM correction WHERE entryID = \(table).id)"
  }

  /// That a row of a table was known on the day `?` and not struck out by the day that follows it, `?` too.
  static func stood(in table: String) -> String {
    """
    recordedOn <= ? AND NOT EXISTS
      (SELECT 1 FROM correction WHERE entryID = \(table).id AND correction.recordedOn <= ?)
    """
  }
}

/// What is on record under a number.
struct NumberedRow<Value: Sendable>: Sendable {
  /// The row; nil: it is not stored yet.
  var entry: UUID?
  let number: Int
  let value: Value
}

extension CentreStore {
  /// Appends rows under the next numbers of their kind; returns their ids.
  func append<Value>(
    _ values: [Value], to table: RecordTable<NumberedRow<Value>>, as kind: NumberedRecord, stamp: RecordStamp
  ) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      let first = try kind.next(db)
      let rows = values.enumerated().map { NumberedRow(number: first + $0, value: $1) }
      try table.append(rows, db, &scribe, stamp)
      return rows.map { kind.id($0.number) }
    }
  }

  /// What stood on a day, each with its end as known on it, in the order of the numbers.
  func standing<Value>(
    _ table: RecordTable<NumberedRow<Value>>, knownOn day: CivilDate,
    ended: @Sendable (Value, Ending) -> Value
  ) throws(StoreError) -> [Value] {
    try read { db in
      let endings = try Self.endings(knownOn: day, db, seal)
      return try table.values(
        db, seal, "WHERE \(NumberedRecord.stood(in: table.name)) ORDER BY number",
        [day.daysSinceEpoch, day.daysSinceEpoch]
      ).map { row in row.entry.flatMap { endings[$0] }.map { ended(row.value, $0) } ?? row.value }
    }
  }

  /// Records the last day of a pledge, a pairing or an assignment; false: none of the id stands.
  package func end(
    _ id: String, on day: CivilDate, reason: String, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    guard let kind = NumberedRecord(of: id), kind.hasEnd else { return false }
    return try record(stamp) { db, scribe in
      guard let entry = try kind.row(id, db) else { return false }
      try Records.endings.append([Ending(entry: entry, on: day, reason: reason)], db, &scribe, stamp)
      return true
    }
  }

  /// Strikes out what was recorded wrongly under an id; false: none of the id stands.
  package func strikeOut(_ id: String, reason: String, stamp: RecordStamp) throws(StoreError) -> Bool {
    guard let kind = NumberedRecord(of: id) else { return false }
    return try record(stamp) { db, scribe in
      guard let entry = try kind.row(id, db) else { return false }
      try Records.corrections.append([(entry, reason)], db, &scribe, stamp)
      return true
    }
  }

  /// The endings as known on a day, by the row that they end.
  static func endings(knownOn day: CivilDate, _ db: Database, _ seal: Seal) throws -> [UUID: Ending] {
    let all = try Records.endings.values(
      db, seal, "WHERE recordedOn <= ? ORDER BY rowid", [day.daysSinceEpoch])
    return Dictionary(all.map { ($0.entry, $0) }) { $1 }
  }
}

/// The last day of something, and why.
struct Ending {
  let entry: UUID
  let on: CivilDate
  let reason: String
}

extension Records {
  static let endings = RecordTable<Ending>(
    name: "ending", columns: ["entryID", "day", "reason"],
    cells: { ending, _ in [ending.entry, ending.on.daysSinceEpoch, ending.reason] },
    value: { row in try Ending(entry: row["entryID"], on: row.day("day"), reason: row["reason"]) })
}
