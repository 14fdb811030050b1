package import Civil

/// Why a workbook cannot be read.
package enum WorkbookError: Error, Hashable, Sendable {
  /// Not an .xlsx at all; an old or sealed one begins as a compound file does.
  case notAWorkbook
  case oldOrSealed
  /// Neither a workbook nor text.
  case noTable
  /// A part that the workbook names and lacks, or that is no well-formed XML.
  case damaged(part: String)
  /// More than is read, in bytes of text; it guards against files that unpack without end.
  case tooLarge(part: String, limit: Int)
  /// A cell far to the right of any table: its row and column.
  case tooWide(sheet: String, row: Int, columns: Int)
}

extension WorkbookError: CustomStringConvertible {
  package var description: String { wording.english }

  /// What was found and what to do; where stands before it.
  package var wording: Wording {
    switch self {
    case .notAWorkbook:
      Wording(
        zh: "不是 .xlsx 工作簿；请用表格软件打开并另存为 .xlsx", en: "not an .xlsx workbook; open it and save it as .xlsx")
    case .oldOrSealed:
      Wording(
        zh: "是旧格式 .xls 或加了密码的工作簿；请去掉密码并另存为 .xlsx",
        en: "an old .xls or a workbook with a password; take the password off and save it as .xlsx")
    case .noTable:
      Wording(
        zh: "既不是工作簿也不是文本表格，文件可能已损坏；请用表格软件打开并另存为 .xlsx 或 .csv",
        en: "neither a workbook nor a table in text; it may be damaged: open it and save it as .xlsx or .csv")
    case .damaged(let part):
      Wording(
        zh: "工作簿已损坏（\(part)）；请用表格软件打开并重新保存",
        en: "the workbook is damaged (\(part)); open it in a spreadsheet program and save it again")
    case .tooLarge(let part, let limit):
      Wording(
        zh: "\(part) 超过 \(limit) 字节；请删去多余的内容或改用 CSV 文件夹",
        en: "\(part) holds more than \(limit) bytes; remove what is not needed, or use a folder of CSV files")
    case .tooWide(let sheet, let row, let columns):
      Wording(
        zh: "工作表“\(sheet)”第 \(row) 行在第 \(columns) 列之后还有内容；请删去表格右侧的内容",
        en:
          "sheet “\(sheet)”, row \(row): cells beyond column \(columns); remove what stands right of the table"
      )
    }
  }
}
