import Civil

/// A file that holds one table: CSV in any form that a bundle's table may have, or a workbook.
struct TableFile {
  /// As problems name it: the file, and of a workbook the sheet (`roster.xlsx[花名册]`).
  let place: String
  let csv: [UInt8]

  /// The table of a file; of a workbook that of the sheet whose header names most of the columns, the first of equals.
  init(_ bytes: [UInt8], file: String, columns: [ColumnHeader]) throws(WorkbookError) {
    guard Self.isWorkbook(bytes) else {
      try Self.expectText(bytes)
      place = file
      csv = bytes
      return
    }
    var best: (sheet: WorkbookReader.Sheet, matches: Int)?
    for sheet in try WorkbookReader.sheets(of: bytes) {
      let matches = HeadedSheet(sheet.csv, columns: columns).places.count { $0 != nil }
      if matches > best?.matches ?? -1 { best = (sheet, matches) }
    }
    place = best.map { BundleFiles.sheetName($0.sheet.name, of: file) } ?? file
    csv = best?.sheet.csv ?? []
  }

  /// The rows of the table that a file holds.
  static func rows<Row>(
    _ description: TableDescription<Row>, of bytes: [UInt8], file: String
  ) throws(WorkbookError) -> TableRows<Row> {
    let table = try TableFile(bytes, file: file, columns: description.columns)
    return TableReader.rows(description, of: table.csv, file: table.place)
  }

  /// Every sheet of a workbook, or the one table of another file.
  static func all(_ bytes: [UInt8], file: String) throws(WorkbookError) -> [TableFile] {
    guard isWorkbook(bytes) else {
      try expectText(bytes)
      return [TableFile(place: file, csv: bytes)]
    }
    return try WorkbookReader.sheets(of: bytes).map {
      TableFile(place: BundleFiles.sheetName($0.name, of: file), csv: $0.csv)
    }
  }

  private init(place: String, csv: [UInt8]) {
    self.place = place
    self.csv = csv
  }

  /// Throws where the bytes are no text: control characters stand in no spreadsheet's text but in damaged files.
  private static func expectText(_ bytes: [UInt8]) throws(WorkbookError) {
    let beginning = DecodedText(Array(bytes.prefix(4096))).utf8
    let odd = beginning.count { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A].contains($0) }
    if odd * 50 > beginning.count { throw .noTable }
  }

  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }
}

/// What came of reading a file of one table.
package struct FileReading<Row: Sendable>: Sendable {
  /// The sound rows with the lines on which they begin.
  package let rows: [(line: Int, row: Row)]
  /// All that is wrong, by line.
  package let problems: [ImportProblem]
  /// Rows in the file, the unsound ones too.
  package let rowsRead: Int

  /// Whether there is no error; warnings may remain.
  package var isSound: Bool { !problems.contains(where: \.isError) }

  package init(rows: [(line: Int, row: Row)], problems: [ImportProblem], rowsRead: Int) {
    self.rows = rows
    self.problems = problems
    self.rowsRead = rowsRead
  }

  init(_ table: TableRows<Row>) {
    self.init(
      rows: table.sound.map { (table.lines[$0.number], $0.row) },
      problems: table.problems.enumerated()
        .sorted { ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset) }.map(\.element),
      rowsRead: table.rowsRead)
  }
}
