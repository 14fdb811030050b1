import Civil
import Reports

/// A report as CSV for a spreadsheet: its tables one below the other, UTF-8 with byte order mark, LF line ends.
///
/// Numbers are plain (no groups, no percent sign: a share is a fraction of one). Text that a spreadsheet would take
/// for a formula, or for a number so long that it would lose digits, begins with an apostrophe, which our own reader
/// takes off again.
enum ReportCSV {
  static func write(_ report: Report, in language: Language) -> [UInt8] {
    var writer = CSVWriter()
    for (index, table) in report.tables.enumerated() {
      if index > 0 { writer.write([]) }
      if report.tables.count > 1 { writer.write([guarded(table.title[language])]) }
      writer.write(table.columns.map { guarded($0.title[language]) })
      for row in table.rows + (table.total.map { [$0] } ?? []) {
        writer.write(row.map { plain($0, language) })
      }
    }
    return [0xEF, 0xBB, 0xBF] + writer.bytes
  }

  private static func plain(_ cell: Cell, _ language: Language) -> String {
    switch cell {
    case .count(let count): String(count)
    case .decimal(let value, let places): ungrouped(Figures.decimal(value, places: places))
    case .share(let share, let places): ungrouped(Figures.decimal(share, places: places + 2))
    case .money(let fen): ungrouped(Figures.yuan(fen: fen))
    default: guarded(cell.text(in: language))
    }
  }

  private static func ungrouped(_ number: String) -> String { number.filter { $0 != "," } }

  /// The text, so that a spreadsheet keeps it as text.
  static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let isFormula = "=+-@\t\r＝＋－＠".unicodeScalars.contains(first)
    let isLongNumber = text.utf8.count > 11 && text.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) }
    return isFormula || isLongNumber ? "'" + text : text
  }
}
