import CXLSXWriter
import Civil
import Reports

#if canImport(Glibc)
  import Glibc
#endif

/// The sheets of one workbook while it is written.
struct WorkbookSheets {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let report: Report
  private let language: Language
  private let formats: WorkbookFormats
  private var names: Set<String> = []

  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ report: Report, _ language: Language) {
    self.book = book
    self.report = report
    self.language = language
    formats = WorkbookFormats(book)
  }

  /// The width of the text's column in characters, that of a line in it, and the height of one line in points.
  private static let textColumns = 100
  private static let lineColumns = 84
  private static let lineHeight = 15.0

  // MARK: Sheets

  /// The report's text, its headings and its notes.
  mutating func addText() {
    guard let sheet = newSheet(named: Wording(zh: "说明", en: "Report")[language]) else { return }
    worksheet_set_column(sheet, 0, 0, Double(Self.textColumns), nil)
    worksheet_write_string(sheet, 0, 0, report.title[language], formats.title)
    var row: lxw_row_t = 1
    func write(_ text: String, _ format: UnsafeMutablePointer<lxw_format>?) {
      worksheet_write_string(sheet, row, 0, text, format)
      row += 1
    }
    /// Broken here and not by the program that shows it: where that one takes another font in print than it measured
    /// with, the ends of its lines are cut off. Nor does every program make a row as high as its text.
    func writeWrapped(_ text: String) {
      let lines = DisplayWidth.lines(of: text, width: Self.lineColumns)
      worksheet_set_row(sheet, row, Double(lines.count) * Self.lineHeight, nil)
      write(lines.joined(separator: "\n"), formats.wrapped)
    }
    for one in report.particulars { writeWrapped(line(one)) }
    for part in report.parts {
      switch part {
      case .heading(let heading):
        row += 1
        write(heading[language], formats.heading)
      case .paragraph(let text): writeWrapped(text[language])
      case .table(let table): write(table.title[language], nil)
      case .chart(let chart): write(chart.title[language], nil)
      case .signatures(let names): names.forEach { write($0[language] + "____________", nil) }
      }
    }
    setUp(sheet, repeating: nil)
  }

  /// A table on a sheet of its own, under the report's title.
  mutating func add(_ table: ReportTable) {
    guard !table.columns.isEmpty, let sheet = newSheet(named: table.title[language]) else { return }
    let last = lxw_col_t(table.columns.count - 1)
    var total = 0
    for (index, column) in table.columns.enumerated() {
      let width = width(of: column, index, table)
      total += width
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), Double(width), nil)
    }
    let across = total
    /// Within the table's own width, as a sheet is printed as wide as its longest line.
    func writeAcross(_ text: String, _ row: lxw_row_t, _ format: UnsafeMutablePointer<lxw_format>?) {
      let lines = DisplayWidth.lines(of: text, width: max(20, across - 4)).count
      guard lines > 1, last > 0 else {
        worksheet_write_string(sheet, row, 0, text, lines > 1 ? formats.wrapped : format)
        return
      }
      worksheet_set_row(sheet, row, Double(lines) * Self.lineHeight, nil)
      merge(sheet, row, last, text, formats.wrapped)
    }
    merge(sheet, 0, last, report.title[language], formats.title)
    var row: lxw_row_t = 1
    for one in report.particulars {
      writeAcross(line(one), row, nil)
      row += 1
    }
    let header = row
    write(table, on: sheet, from: header)
    row = header + 1 + lxw_row_t(table.rows.count)
    // A table needs a row below its header.
    if table.rows.isEmpty { row += 1 }
    if let total = table.total {
      for (index, cell) in total.enumerated() { write(cell, on: sheet, row, lxw_col_t(index), isTotal: true) }
      row += 1
    }
    for note in table.notes {
      writeAcross(note[language], row, formats.note)
      row += 1
    }
    for part in report.parts {
      guard case .signatures(let names) = part, report.tables.last == table else { continue }
      worksheet_write_string(
        sheet, row + 1, 0, names.map { $0[language] + "____________" }.joined(separator: "    "), nil)
    }
    worksheet_freeze_panes(sheet, header + 1, 0)
    setUp(sheet, repeating: header)
  }

  /// A chart beside the table that it is drawn from.
  mutating func add(_ chart: Chart) {
    let table = chart.data(stepped: true)
    let name = uniqueName(chart.title[language])
    guard let sheet = workbook_add_worksheet(book, name) else { return }
    for (index, column) in table.columns.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), Double(max(10, column.width)), nil)
    }
    write(table, on: sheet, from: 0)
    let drawing = WorkbookChart(chart, language, sheet: name, columns: table.columns.count)
    drawing.insert(in: book, on: sheet)
    setUp(sheet, repeating: 0)
  }

  // MARK: Cells

  private func write(
    _ table: ReportTable, on sheet: UnsafeMutablePointer<lxw_worksheet>, from header: lxw_row_t
  ) {
    for (index, column) in table.columns.enumerated() {
      worksheet_write_string(sheet, header, lxw_col_t(index), column.title[language], formats.header)
    }
    addTable(table, to: sheet, from: header)
    for (offset, cells) in table.rows.enumerated() {
      for (index, cell) in cells.enumerated() {
        write(cell, on: sheet, header + 1 + lxw_row_t(offset), lxw_col_t(index), isTotal: false)
      }
    }
  }

  /// Makes the range a table of the spreadsheet, which can be sorted and filtered; its titles must differ.
  private func addTable(
    _ table: ReportTable, to sheet: UnsafeMutablePointer<lxw_worksheet>, from header: lxw_row_t
  ) {
    var used: Set<String> = []
    var columns = table.columns.map { column in
      var title = column.title[language]
      while title.isEmpty || used.contains(title.lowercased()) { title += "_" }
      used.insert(title.lowercased())
      var one = lxw_table_column()
      // Freed below, when the library has copied it.
      one.header = strdup(title)
      one.header_format = formats.header
      return one
    }
    defer { columns.forEach { free($0.header) } }
    let last = header + lxw_row_t(max(1, table.rows.count))
    columns.withUnsafeMutableBufferPointer { columns in
      guard let first = columns.baseAddress else { return }
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = columns.indices.map { first + $0 } + [nil]
      pointers.withUnsafeMutableBufferPointer { pointers in
        var options = lxw_table_options()
        options.columns = pointers.baseAddress
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 11
        worksheet_add_table(sheet, header, 0, last, lxw_col_t(columns.count - 1), &options)
      }
    }
  }

  private func write(
    _ cell: Cell, on sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    isTotal: Bool
  ) {
    let format = formats[cell, isTotal: isTotal]
    switch cell {
    case .blank: worksheet_write_blank(sheet, row, column, format)
    case .count(let count): worksheet_write_number(sheet, row, column, Double(count), format)
    case .decimal(let value, _) where value.isFinite:
      worksheet_write_number(sheet, row, column, value, format)
    case .share(let share, _) where share.isFinite: worksheet_write_number(sheet, row, column, share, format)
    case .money(let fen): worksheet_write_number(sheet, row, column, Double(fen) / 100, format)
    case .date(let date):
      var parts = lxw_datetime()
      (parts.year, parts.month, parts.day) = (
        Int32(date.parts.year), Int32(date.parts.month), Int32(date.parts.day)
      )
      worksheet_write_datetime(sheet, row, column, &parts, format)
    // A string cell is never taken for a formula, whatever it begins with.
    default: worksheet_write_string(sheet, row, column, clipped(cell.text(in: language)), format)
    }
  }

  /// A cell holds 32,767 characters.
  private func clipped(_ text: String) -> String {
    text.utf16.count <= 32_767 ? text : String(text.prefix(16_000)) + "…"
  }

  private func line(_ one: Report.Particular) -> String {
    one.name[language] + Wording(zh: "：", en: ": ")[language] + one.value.text(in: language)
  }

  /// Wide enough for the title and the cells, up to 60.
  private func width(of column: ReportTable.Column, _ index: Int, _ table: ReportTable) -> Int {
    let cells = (table.rows.prefix(500) + (table.total.map { [$0] } ?? [])).map {
      DisplayWidth.of($0[index].text(in: language))
    }
    return min(60, max(6, DisplayWidth.of(column.title[language]) + 4, (cells.max() ?? 0) + 2))
  }

  private func merge(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ last: lxw_col_t, _ text: String,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    if last > 0 {
      worksheet_merge_range(sheet, row, 0, row, last, text, format)
    } else {
      worksheet_write_string(sheet, row, 0, text, format)
    }
  }

  // MARK: Set-up

  private mutating func newSheet(named name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
    workbook_add_worksheet(book, uniqueName(name))
  }

  /// A name that a sheet may have: at most 31 characters, none of []:*?/\, no apostrophe at either end, unlike
  /// those of the others.
  private mutating func uniqueName(_ wanted: String) -> String {
    let plain = wanted.filter { !"[]:*?/\\'".contains($0) }
    var name = Self.cut(plain.isEmpty ? "Sheet" : plain, to: 31)
    var number = 2
    while names.contains(name.lowercased()) {
      let tail = " \(number)"
      name = Self.cut(plain, to: 31 - tail.utf16.count) + tail
      number += 1
    }
    names.insert(name.lowercased())
    return name
  }

  private static func cut(_ text: String, to most: Int) -> String {
    var text = text
    while text.utf16.count > most { text.removeLast() }
    return text
  }

  /// A4, as wide as the page, the header on every page, page numbers.
  private func setUp(_ sheet: UnsafeMutablePointer<lxw_worksheet>, repeating header: lxw_row_t?) {
    worksheet_set_paper(sheet, 9)
    if report.isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.55, 0.55, 0.63, 0.63)
    if let header { worksheet_repeat_rows(sheet, header, header) }
    worksheet_set_footer(sheet, "&C&P / &N")
  }
}
