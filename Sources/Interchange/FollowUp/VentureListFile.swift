import Civil
package import Cohorts
package import FollowUp

/// A venture as a list gives it, with what is recorded beside it.
package struct ListedVenture: Hashable, Sendable {
  package let record: VentureRecord
  package let whereabouts: VentureWhereabouts
  package let loans: [Loan]
  package let contacts: [Contact]
}

/// How a row of a list names one who started a venture.
package struct FounderCells: Hashable, Sendable {
  package let trainee: String?
  package let name: String?
  package let idNumber: String?
}

/// Whom a row means, as the one who knows the trainees answers.
package enum FounderAnswer: Hashable, Sendable {
  case person(id: String, area: String?)
  case unknown
  /// Several people fit; their ids.
  case several([String])
}

/// A list of ventures as it was read.
package struct VentureListReading: Sendable {
  package let ventures: [ListedVenture]
  package let problems: [ImportProblem]
  package let rowsRead: Int
  /// Rows of trainees who have not started.
  package let rowsWithoutVenture: Int

  package var isSound: Bool { !problems.contains(where: \.isError) }
}

/// Reads a list of ventures (CSV or XLSX), a row for each venture and founder.
package enum VentureListFile {
  /// The ventures of a list whose rows are sound, in its order, and all that is wrong.
  ///
  /// Rows of one venture (its id, else its licence) are its founders and agree in all else. `entry` is who imports it
  /// and when; `founder` says whom a row means.
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, entry: Entry, founder: (FounderCells) -> FounderAnswer
  ) throws(WorkbookError) -> VentureListReading {
    let source = try TableFile(bytes, file: file, columns: Tables.ventures.columns)
    var table = TableReader.rows(Tables.ventures, of: source.csv, file: source.place)
    guard table.isUsable else {
      return VentureListReading(ventures: [], problems: table.problems, rowsRead: 0, rowsWithoutVenture: 0)
    }
    var drafts: [VentureDraft] = []
    var places: [String: Int] = [:]
    var withoutVenture = 0
    for (row, cells) in zip(table.rows.indices, table.rows) {
      guard cells.hasStarted else {
        withoutVenture += 1
        continue
      }
      guard let draft = VentureDraft(cells, row: row, entry: entry, in: &table, founder) else { continue }
      guard let place = places[draft.id] else {
        places[draft.id] = drafts.count
        drafts.append(draft)
        continue
      }
      drafts[place].join(draft, in: &table)
    }
    let ventures = drafts.compactMap { $0.entry(in: &table) }
    return VentureListReading(
      ventures: ventures, problems: table.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
      rowsRead: table.rowsRead, rowsWithoutVenture: withoutVenture)
  }
}
