package import Civil

/// What a report says, before any format: plain text, CSV, a workbook or a page is written from the same content.
package struct Report: Hashable, Sendable {
  /// One line under the title: as of when, by which rule, for whom.
  package struct Particular: Hashable, Sendable {
    package let name: Wording
    package let value: Cell

    package init(_ name: Wording, _ value: Cell) {
      (self.name, self.value) = (name, value)
    }
  }

  /// A piece of the report, in reading order.
  package enum Part: Hashable, Sendable {
    case heading(Wording)
    case paragraph(Wording)
    case table(ReportTable)
    case chart(Chart)
    /// Who signs or seals: one line each, with room to write.
    case signatures([Wording])
  }

  /// The name by which it is asked for, in lower case with hyphens.
  package let name: String
  package let title: Wording
  package let particulars: [Particular]
  package let parts: [Part]
  /// Whether it is printed across the page: wide sheets such as attendance.
  package let isLandscape: Bool

  package init(
    _ name: String, title: Wording, particulars: [Particular] = [], parts: [Part], isLandscape: Bool = false
  ) {
    self.name = name
    self.title = title
    self.particulars = particulars
    self.parts = parts
    self.isLandscape = isLandscape
  }

  /// The tables in reading order.
  package var tables: [ReportTable] {
    parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The charts in reading order.
  package var charts: [Chart] {
    parts.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }
}

/// A table of a report: titled columns, rows of cells, and a last row of totals where it has one.
package struct ReportTable: Hashable, Sendable {
  /// A column; `width` is in characters of the Latin alphabet, a Chinese one takes two.
  package struct Column: Hashable, Sendable {
    package let title: Wording
    package let width: Int

    package init(_ title: Wording, width: Int = 12) {
      (self.title, self.width) = (title, width)
    }
  }

  package let title: Wording
  package let columns: [Column]
  /// Each row has as many cells as there are columns.
  package let rows: [[Cell]]
  package let total: [Cell]?
  /// What is said below the table: withheld cells, late entries, where a denominator is from.
  package let notes: [Wording]

  /// Rows that are too short are filled with blanks; cells beyond the columns are a mistake of the caller.
  package init(
    _ title: Wording, columns: [Column], rows: [[Cell]], total: [Cell]? = nil, notes: [Wording] = []
  ) {
    func filled(_ row: [Cell]) -> [Cell] {
      assert(row.count <= columns.count, "a row has more cells than the table has columns")
      return row + Array(repeating: .blank, count: max(0, columns.count - row.count))
    }
    self.title = title
    self.columns = columns
    self.rows = rows.map(filled)
    self.total = total.map(filled)
    self.notes = notes
  }
}
