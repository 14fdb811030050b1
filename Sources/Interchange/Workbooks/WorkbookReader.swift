/// Reads the sheets of an .xlsx workbook (ECMA-376).
package enum WorkbookReader {
  /// A sheet as CSV in UTF-8, whose lines are the sheet's rows.
  package struct Sheet: Sendable {
    package let name: String
    package let csv: [UInt8]
  }

  /// The sheets in their order; throws where the file is no workbook, is damaged, or unpacks to more than is read.
  ///
  /// Cells give what they show where that is a date (`2026-03-02`) or a time (`08:30`), else what they hold; formulas
  /// give the value that was computed last.
  package static func sheets(of bytes: [UInt8]) throws(WorkbookError) -> [Sheet] {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldOrSealed }
    // The archive reads from the memory of the bytes as long as it is open.
    let result: Result<[Sheet], WorkbookError> = bytes.withUnsafeBytes { memory in
      do throws(WorkbookError) {
        return .success(try read(WorkbookArchive(memory)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func read(_ archive: consuming WorkbookArchive) throws(WorkbookError) -> [Sheet] {
    guard archive.has("xl/workbook.xml") else { throw .notAWorkbook }
    let (index, relations) = (WorkbookIndex(), WorkbookRelations())
    let (strings, styles) = (SharedStrings(), CellStyles())
    try XMLPart("xl/workbook.xml").read(from: archive, index)
    try XMLPart("xl/_rels/workbook.xml.rels").read(from: archive, relations)
    if let part = relations.sharedStrings, archive.has(part) {
      try XMLPart(part).read(from: archive, strings)
    }
    if let part = relations.styles, archive.has(part) { try XMLPart(part).read(from: archive, styles) }
    var sheets: [Sheet] = []
    for (name, relation) in index.sheets {
      guard let part = relations.paths[relation] else { throw .damaged(part: name) }
      // A sheet of one chart holds no cells.
      if part.contains("chartsheets/") { continue }
      let reader = WorkbookSheetReader(name, strings.texts, styles.kinds, startsIn1904: index.startsIn1904)
      try XMLPart(part).read(from: archive, reader)
      if let fault = reader.fault { throw fault }
      sheets.append(Sheet(name: name, csv: reader.csv))
    }
    return sheets
  }
}
