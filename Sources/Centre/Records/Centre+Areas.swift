package import Civil
package import Interchange
import Logging
import Planning
import Reports
import Store

extension Centre {
  /// Enters names of areas; a name that changes takes the place of the earlier one, which is kept.
  ///
  /// Throws `refused` where the file has errors, and then nothing is entered.
  package func record(_ reading: FileReading<AreaNames.Entry>) throws(CentreError) -> RecordedCounts {
    guard reading.isSound else { throw .unsound(reading.problems) }
    let stamp = try recordStamp()
    let counts = try stored { store throws(StoreError) in
      try store.record(reading.rows.map(\.row), stamp: stamp)
    }
    log.notice("areas recorded", metadata: ["new": "\(counts.new)", "changed": "\(counts.changed)"])
    return counts
  }

  /// The names of areas in force, by code.
  package func areas() throws(CentreError) -> [AreaNames.Entry] {
    try stored { store throws(StoreError) in try store.areas() }
  }

  /// What areas are called in reports.
  package func areaNames() throws(CentreError) -> AreaNames { AreaNames(try areas()) }

  /// What an area is called at the head of a report: its name with its code, or the code alone where the name is not
  /// known; the centre itself for everywhere.
  package func areaName(_ area: String?) throws(CentreError) -> Wording {
    if let area, let code = AreaCode(area) { return try areaNames().titled(code) ?? code.wording }
    let settings = try stored { store throws(StoreError) in try store.centreSettings() }
    return settings.map { Wording(zh: $0.name, en: $0.name) }
      ?? Wording(zh: "全部区域", en: "all areas")
  }
}
