package import Civil

#if canImport(Glibc)
  import Glibc
#endif

/// Writes one ledger as CSV, row by row, in bounded memory: UTF-8 with byte order mark, LF line ends.
///
/// The first row has the names of the columns; days are ISO 8601, money is in yuan, what is not known is blank. Text
/// that a spreadsheet would take for a formula or a long number begins with an apostrophe.
package final class LedgerFile {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var writer = CSVWriter()
  private var isOpen = true
  /// Rows written so far, without that of the names.
  package private(set) var rows = 0

  /// Makes the file.
  package init(_ sheet: LedgerSheet, at path: String) throws(ReportError) {
    guard let file = fopen(path, "wb") else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    self.path = path
    self.file = file
    try put([0xEF, 0xBB, 0xBF])
    writer.write(sheet.columns.map(\.name))
  }

  deinit { if isOpen { fclose(file) } }

  package func write(_ cells: [LedgerCell]) throws(ReportError) {
    writer.write(cells.map(Self.text))
    rows += 1
    if writer.bytes.count >= 1 << 16 { try put(writer.take()) }
  }

  /// Writes what is left and closes the file.
  package func close() throws(ReportError) {
    try put(writer.take())
    isOpen = false
    guard fclose(file) == 0 else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private func put(_ bytes: [UInt8]) throws(ReportError) {
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private static func text(_ cell: LedgerCell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): ReportCSV.guarded(text)
    case .whole(let number): String(number)
    case .day(let day): day.description
    case .money(let money): decimal(scaled: money.fen, decimals: 2)
    }
  }
}

/// What explains the ledgers that are handed out together.
package enum LedgerGuide {
  /// Of every column of every file: what it is called and what stands in it, in both languages.
  package static func columns(of sheets: [LedgerSheet]) -> [UInt8] {
    var writer = CSVWriter()
    writer.write(["file", "column", "名称", "title", "说明", "note"])
    for sheet in sheets {
      for column in sheet.columns {
        writer.write([
          sheet.name + ".csv", column.name, column.title.chinese, column.title.english, column.note.chinese,
          column.note.english,
        ])
      }
    }
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }

  /// The page to be read first: what the folder holds, as of when, and how it is counted from.
  package static func readMe(
    _ files: [(sheet: LedgerSheet, rows: Int)], centre: Wording, area: Wording, knownOn day: CivilDate
  ) -> [UInt8] {
    var lines = [
      "台账 / Ledgers", "",
      "单位 / Centre: \(centre.chinese)",
      "区域 / Area: \(area.chinese == area.english ? area.chinese : "\(area.chinese) / \(area.english)")",
      "数据截止 / Recorded by: \(day)", "",
    ]
    for (chinese, english) in remarks { lines += ["· " + chinese, "  " + english] }
    lines += ["", "文件 / Files"]
    for (sheet, rows) in files {
      lines.append("\(sheet.name).csv  \(sheet.title.chinese) / \(sheet.title.english): \(rows)")
      lines.append("    \(sheet.row.chinese) / \(sheet.row.english)")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static let remarks = [
    (
      "每一公布的数字都能由这些文件重新算出；所按口径见 rules.csv，各列含义见 columns.csv。",
      "Every published number can be worked out from these files; rules.csv has the rules, columns.csv the columns."
    ),
    (
      "只含截至该日已登记的记录。同一对象的条目按序号排列，后登记的更正先登记的（corrects）。",
      "Only what was recorded by that day. Entries are numbered within their owner; one may correct another (corrects)."
    ),
    (
      "UTF-8，逗号分隔；日期如 2026-09-30；金额单位为元；空白表示不知道或没有。",
      "UTF-8, parted by commas; days as 2026-09-30; money in yuan; blank is not known, or none."
    ),
    (
      "单元格开头的撇号（'）只为防止电子表格当作公式或长数字，计算时去掉。",
      "An apostrophe (') at the start of a cell keeps spreadsheets from taking it for a formula or a long number; drop it."
    ),
    (
      "不含姓名、身份证号、电话、地址和谈话内容；证明材料编号隐去中间各位。按区域导出时，含该区域学员、其创业实体及在该区域的创业实体。",
      "No names of trainees, identity numbers, telephones, addresses or words said; numbers of papers are partly hidden. "
        + "Of an area: its trainees, their ventures, and the ventures that lie in it with their founders."
    ),
  ]
}
