package import Civil
import Cohorts
import Foundation
import GRDB
package import ProjectLibrary

extension CentreStore {
  /// Enters what reports say that projects brought; what the same source says anew of a day takes the earlier's place.
  package func record(
    _ reported: [ReportedPlacement], correcting reason: String, stamp: RecordStamp
  ) throws(StoreError) -> RecordedCounts {
    try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      var standing = try Records.reportedPlacements.values(
        db, seal, "WHERE \(NumberedRecord.stands(in: "reportedPlacement")) ORDER BY number", [])
      for one in reported {
        let dated = one.of(stamp.on)
        if standing.contains(where: { $0.value.agrees(with: dated) }) {
          counts.unchanged += 1
          continue
        }
        let earlier = standing.filter { $0.value.isOfSame(as: dated) }
        try Records.corrections.append(
          earlier.compactMap { row in row.entry.map { ($0, reason) } }, db, &scribe, stamp)
        standing.removeAll { $0.value.isOfSame(as: dated) }
        let number = try NumberedRecord.reportedPlacement.next(db)
        try Records.reportedPlacements.append([NumberedRow(number: number, value: dated)], db, &scribe, stamp)
        if earlier.isEmpty { counts.new += 1 } else { counts.changed += 1 }
      }
      return counts
    }
  }

  /// What reports say that projects brought, as it stood on a day, by the days that it is told of.
  package func reportedPlacements(knownOn day: CivilDate) throws(StoreError) -> [ReportedPlacement] {
    try read { db in
      try Records.reportedPlacements.values(
        db, seal, "WHERE \(NumberedRecord.stood(in: "reportedPlacement")) ORDER BY day, source, number",
        [day.daysSinceEpoch, day.daysSinceEpoch]
      ).map(\.value)
    }
  }
}

extension ReportedPlacement {
  /// The same, told of a day where it names none.
  fileprivate func of(_ day: CivilDate) -> ReportedPlacement {
    ReportedPlacement(
      id: id, source: source, area: area, on: on ?? day, projects: projects, invested: invested,
      placed: placed, recorded: recorded)
  }
}

extension Records {
  static let reportedPlacements = RecordTable<NumberedRow<ReportedPlacement>>(
    name: "reportedPlacement",
    columns: ["number", "source", "area", "day", "projects", "investedFen", "placed"],
    cells: { row, _ in
      let one = row.value
      return [
        row.number, one.source, one.area?.description, one.on?.daysSinceEpoch, one.projects,
        one.invested?.fen, one.placed,
      ]
    },
    value: { row in
      let number: Int = try row["number"]
      let (area, invested): (String?, Int?) = try (row[optional: "area"], row[optional: "investedFen"])
      let placement = try ReportedPlacement(
        id: NumberedRecord.reportedPlacement.id(number), source: row["source"],
        area: area.flatMap { AreaCode($0) }, on: row.day("day"), projects: row["projects"],
        invested: invested.map { Money(fen: $0) }, placed: row["placed"],
        recorded: Entry(on: row.day("recordedOn"), by: row["recordedBy"]))
      return NumberedRow(entry: try row["id"], number: number, value: placement)
    })
}
