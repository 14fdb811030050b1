package import Civil
import GRDB

extension CentreStore {
  /// Enters names of areas; one of a code that is known replaces the earlier name, which is kept.
  package func record(_ areas: [AreaNames.Entry], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    let known = Dictionary(try self.areas().map { ($0.area, $0.name) }) { $1 }
    return try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      for entry in areas {
        if let name = known[entry.area] {
          if name == entry.name {
            counts.unchanged += 1
            continue
          }
          counts.changed += 1
          try db.execute(
            sql: "UPDATE area SET replacedOn = ? WHERE code = ? AND replacedOn IS NULL",
            arguments: [stamp.on.daysSinceEpoch, entry.area.description])
        } else {
          counts.new += 1
        }
        try Records.areas.append([entry], db, &scribe, stamp)
      }
      return counts
    }
  }

  /// The names in force, by code.
  package func areas() throws(StoreError) -> [AreaNames.Entry] {
    try read { try Records.areas.values($0, seal, "WHERE replacedOn IS NULL ORDER BY code") }
  }
}

extension Records {
  static let areas = RecordTable<AreaNames.Entry>(
    name: "area", columns: ["code", "nameChinese", "nameEnglish"],
    cells: { entry, _ in [entry.area.description, entry.name.chinese, entry.name.english] },
    value: { row in
      guard let area = AreaCode(try row["code"] as String) else { throw row.misfit("code") }
      return AreaNames.Entry(area, Wording(zh: try row["nameChinese"], en: try row["nameEnglish"]))
    })
}
