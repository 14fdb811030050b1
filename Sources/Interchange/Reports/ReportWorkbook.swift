import CXLSXWriter
import Civil
import Reports

#if canImport(Glibc)
  import Glibc
#endif

/// A report as a workbook: a sheet for each table, a sheet for each chart with what it is drawn from, and before
/// them, where there is more than one table, a sheet with the text.
struct ReportWorkbook {
  private static let mostRows = 1_048_576
  private let report: Report
  private let language: Language
  private let written: CivilDate

  init(_ report: Report, _ language: Language, written: CivilDate) {
    self.report = report
    self.language = language
    self.written = written
  }

  /// Writes the file; libxlsxwriter writes to paths only.
  func write(to path: String) throws(ReportError) {
    let rows = (report.tables.map { $0.rows.count } + [0]).max() ?? 0
    guard rows < Self.mostRows - 100 else { throw .tooManyRows(rows) }
    // The library writes at the end only, and says on standard error what is wrong with the path.
    guard let file = fopen(path, "wb") else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    fclose(file)
    guard let book = workbook_new(path) else { throw .unwritable(path: path, reason: "no memory") }
    name(book)
    var sheets = WorkbookSheets(book, report, language)
    let hasText = report.parts.contains {
      switch $0 {
      case .heading, .paragraph: true
      default: false
      }
    }
    if hasText || report.tables.count > 1 { sheets.addText() }
    for table in report.tables { sheets.add(table) }
    for chart in report.charts { sheets.add(chart) }
    if report.tables.isEmpty, report.charts.isEmpty, !hasText { sheets.addText() }
    let result = workbook_close(book)
    guard result == LXW_NO_ERROR else {
      throw .unwritable(path: path, reason: String(cString: lxw_strerror(result)))
    }
  }

  /// Title and date of the workbook: a fixed date, so that the same report gives the same bytes.
  private func name(_ book: UnsafeMutablePointer<lxw_workbook>) {
    var properties = lxw_doc_properties()
    // Freed below, when the library has copied them.
    properties.title = strdup(report.title[language])
    properties.author = strdup("Seedbed")
    defer {
      free(properties.title)
      free(properties.author)
    }
    properties.created = time_t(written.daysSinceEpoch) * 86_400 + 43_200
    workbook_set_properties(book, &properties)
  }
}
