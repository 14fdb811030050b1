package import Civil
import Interchange
import Logging
import Reports
import Store

/// What handing out the ledgers wrote.
package struct LedgerSummary: Sendable {
  package let folder: String
  /// Each file with its number of rows.
  package let files: [(sheet: LedgerSheet, rows: Int)]
}

extension Centre {
  /// Hands out every ledger that a published number rests on, one CSV file each, with what explains them.
  ///
  /// The folder is made whole elsewhere and then put in place: it is new, or takes the place of one that was handed out
  /// before. Only what was recorded by `day`; of an area what its figures rest on. `calendar`: by which working days are
  /// counted.
  ///
  /// - Throws: where the folder holds other things or cannot be written, and what the database throws.
  package func exportLedgers(
    to folder: String, area: String? = nil, knownOn day: CivilDate, calendar: WorkingCalendar,
    in language: Language
  ) throws -> LedgerSummary {
    let target = try LedgerFolder(folder)
    var files: [(file: LedgerFile, sheet: LedgerSheet)] = []
    func begin(_ sheet: LedgerSheet) throws -> LedgerFile {
      try files.last?.file.close()
      let file = try LedgerFile(sheet, at: target.path(of: sheet.name + ".csv"))
      files.append((file, sheet))
      return file
    }
    do {
      try store.read([LedgerTable].standard, area: area ?? "", knownOn: day) { sheet in
        let file = try begin(sheet)
        return { cells in try file.write(cells) }
      }
      let days = try begin(.calendar)
      for row in calendar.ledgerRows { try days.write(row) }
      try files.last?.file.close()
      let sheets = files.map(\.sheet)
      let counts = files.map { (sheet: $0.sheet, rows: $0.file.rows) }
      try target.write(LedgerGuide.columns(of: sheets), to: "columns.csv")
      let place = try area == nil ? Wording(zh: "全部", en: "all") : areaName(area)
      try target.write(
        LedgerGuide.readMe(counts, centre: try areaName(nil), area: place, knownOn: day),
        to: LedgerFolder.mark)
      let code = area.flatMap { AreaCode($0) } ?? .nation
      try ReportFormat.csv.write(
        .rules(of: environment.regulations, in: code, on: day), in: language, written: day,
        to: target.path(of: "rules.csv"))
      try target.finish()
      log.notice(
        "ledgers handed out",
        metadata: ["files": "\(files.count)", "rows": "\(counts.reduce(0) { $0 + $1.rows })"])
      return LedgerSummary(folder: folder, files: counts)
    } catch {
      target.discard()
      throw error
    }
  }
}
