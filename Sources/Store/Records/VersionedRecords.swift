import Civil
import GRDB

/// One version of an entry that is told anew as a whole when anything of it changes; the last one holds.
struct RecordVersion<Value: Sendable>: Sendable {
  let number: Int
  let value: Value
  /// Why it never was, where it was entered by mistake.
  var struckOut: String?
}

extension CentreStore {
  /// Appends entries to a table by versions: new ones, and new versions of those that have changed.
  func enter<Value: Equatable>(
    _ values: [Value], _ table: RecordTable<RecordVersion<Value>>, id: KeyPath<Value, String>,
    stamp: RecordStamp
  ) throws(StoreError) -> RecordedCounts {
    try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      for value in values {
        let last = try lastVersion(value[keyPath: id], table, db)
        if last?.value == value, last?.struckOut == nil {
          counts.unchanged += 1
          continue
        }
        let version = RecordVersion(number: (last?.number ?? 0) + 1, value: value)
        try table.append([version], db, &scribe, stamp)
        if last == nil || last?.struckOut != nil { counts.new += 1 } else { counts.changed += 1 }
      }
      return counts
    }
  }

  /// Strikes an entry out, with the reason; false: none of the code stands.
  func strikeOut<Value>(
    _ code: String, _ table: RecordTable<RecordVersion<Value>>, reason: String, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    try record(stamp) { db, scribe in
      guard let last = try lastVersion(code, table, db), last.struckOut == nil else { return false }
      try table.append(
        [RecordVersion(number: last.number + 1, value: last.value, struckOut: reason)], db, &scribe, stamp)
      return true
    }
  }

  /// The entries as they stood on a day, by code; those that were struck out are none.
  func entries<Value>(
    _ table: RecordTable<RecordVersion<Value>>, knownOn day: CivilDate
  ) throws(StoreError) -> [Value] {
    try read { db in
      try table.values(
        db, seal,
        """
        WHERE recordedOn <= ?1 AND number = (SELECT max(number) FROM \(table.name) AS other
          WHERE other.code = \(table.name).code AND other.recordedOn <= ?1) AND struckOut IS NULL
        ORDER BY code
        """, [day.daysSinceEpoch]
      ).map(\.value)
    }
  }

  private func lastVersion<Value>(
    _ code: String, _ table: RecordTable<RecordVersion<Value>>, _ db: Database
  ) throws -> RecordVersion<Value>? {
    try table.values(db, seal, "WHERE code = ? ORDER BY number DESC LIMIT 1", [code]).first
  }
}
