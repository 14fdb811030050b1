import CXLSXWriter
import Reports

/// The formats of a workbook's cells, each made once.
final class WorkbookFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var known: [String: UnsafeMutablePointer<lxw_format>] = [:]
  let title: UnsafeMutablePointer<lxw_format>?
  let heading: UnsafeMutablePointer<lxw_format>?
  let header: UnsafeMutablePointer<lxw_format>?
  let wrapped: UnsafeMutablePointer<lxw_format>?
  let note: UnsafeMutablePointer<lxw_format>?

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 16)
    format_set_align(title, UInt8(LXW_ALIGN_CENTER.rawValue))
    heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_font_size(heading, 13)
    header = workbook_add_format(book)
    format_set_bold(header)
    format_set_text_wrap(header)
    format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_bg_color(header, 0xE8F0EB)
    Self.setBorder(of: header)
    wrapped = workbook_add_format(book)
    format_set_text_wrap(wrapped)
    format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    note = workbook_add_format(book)
    format_set_italic(note)
  }

  /// The format of a cell; totals are bold.
  subscript(cell: Cell, isTotal isTotal: Bool) -> UnsafeMutablePointer<lxw_format>? {
    let numbers = Self.numbers(of: cell)
    let key = numbers + (isTotal ? "|total" : "")
    if let format = known[key] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_num_format(format, numbers)
    Self.setBorder(of: format)
    if isTotal { format_set_bold(format) }
    known[key] = format
    return format
  }

  private static func numbers(of cell: Cell) -> String {
    switch cell {
    case .count: "#,##0"
    case .decimal(_, let places): "#,##0" + decimals(places)
    case .share(_, let places): "0" + decimals(places) + "%"
    case .money: "#,##0.00"
    case .date: "yyyy-mm-dd"
    // Text: digits that somebody types over it stay text as well.
    case .text, .words, .withheld, .missing, .blank: "@"
    }
  }

  private static func setBorder(of format: UnsafeMutablePointer<lxw_format>?) {
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0xCFD8D3)
  }

  private static func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: places) : ""
  }
}
