import Civil

/// Reads one table from a file of its own: CSV in any encoding, or a workbook with a sheet that holds it.
enum RecordFile {
  /// The rows of the file; of a workbook, those of the first sheet that has the table's columns.
  static func rows<Row>(
    _ description: TableDescription<Row>, of bytes: [UInt8], file: String
  ) -> TableRows<Row> {
    let isWorkbook = bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    guard isWorkbook else { return TableReader.rows(description, of: bytes, file: file) }
    let sheets: [WorkbookReader.Sheet]
    do throws(WorkbookError) {
      sheets = try WorkbookReader.sheets(of: bytes)
    } catch {
      return unreadable(description, file: file, because: error.wording)
    }
    let read = sheets.lazy.map { sheet in
      TableReader.rows(
        description, of: sheet.csv, file: BundleFiles.sheetName(sheet.name, of: file))
    }
    if let table = read.first(where: \.isUsable) ?? read.first { return table }
    return unreadable(
      description, file: file, because: Wording(zh: "工作簿中没有工作表", en: "a workbook without a sheet"))
  }

  private static func unreadable<Row>(
    _ description: TableDescription<Row>, file: String, because problem: Wording
  ) -> TableRows<Row> {
    var table = TableRows(description)
    table.file = file
    table.report(
      .error, problem: problem,
      expected: Wording(zh: "应为 .csv 或 .xlsx 表格", en: "expected a table as .csv or .xlsx"))
    return table
  }
}
