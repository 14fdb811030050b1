import Civil

/// Reads one sheet (18.3) as CSV whose lines are the sheet's rows: line 12 is row 12.
final class WorkbookSheetReader: XMLEvents {
  static let mostColumns = 256
  static let mostBytes = 256 << 20

  private let sheet: String
  private let strings: [String]
  private let styles: [CellStyles.Kind]
  private let startsIn1904: Bool
  private var writer = CSVWriter()
  private(set) var fault: WorkbookError?
  /// Rows written so far, and the cells of the row in hand.
  private var lines = 0
  private var row = 0
  private var cells: [String] = []
  // The cell in hand.
  private var column = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var phonetic = 0

  init(_ sheet: String, _ strings: [String], _ styles: [CellStyles.Kind], startsIn1904: Bool) {
    self.sheet = sheet
    self.strings = strings
    self.styles = styles
    self.startsIn1904 = startsIn1904
  }

  var csv: [UInt8] { writer.bytes }

  func start(_ name: String, _ attributes: [String: String]) {
    guard fault == nil else { return }
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      cells = []
      column = -1
    case "c":
      column = attributes["r"].flatMap(Self.column) ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = []
    case "v", "t": isValue = phonetic == 0
    case "rPh": phonetic += 1
    default: break
    }
  }

  func text(_ text: UnsafeRawBufferPointer) {
    if isValue { value.append(contentsOf: text) }
  }

  func end(_ name: String) {
    guard fault == nil else { return }
    switch name {
    case "v", "t": isValue = false
    case "rPh": phonetic -= 1
    case "c": endCell()
    case "row": endRow()
    default: break
    }
  }

  private func endCell() {
    let text = self.text
    guard !text.isEmpty else { return }
    guard column < Self.mostColumns else {
      fault = .tooWide(sheet: sheet, row: row, columns: Self.mostColumns)
      return
    }
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }

  private func endRow() {
    // What stands twice or out of order would shift the lines below it.
    guard row > lines, row <= 1_048_576 else {
      fault = .damaged(part: sheet)
      return
    }
    while lines + 1 < row {
      writer.write([])
      lines += 1
    }
    writer.write(cells)
    lines += 1
    if writer.bytes.count > Self.mostBytes { fault = .tooLarge(part: sheet, limit: Self.mostBytes) }
  }

  /// The cell as somebody would have typed it; line ends become blanks, so that a row stays a line.
  private var text: String {
    let raw = String(decoding: value, as: UTF8.self)
    switch type {
    case "s":
      guard let index = Int(raw) else { return "" }
      guard strings.indices.contains(index) else {
        fault = .damaged(part: sheet)
        return ""
      }
      return Self.joined(strings[index])
    case "b": return raw == "1" ? "TRUE" : "FALSE"
    case "n": return number(raw)
    // Written-out text, the text of a formula, an error such as #N/A, a date in ISO 8601.
    default: return Self.joined(raw)
    }
  }

  private static func joined(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func number(_ raw: String) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    let kind = styles.indices.contains(style) ? styles[style] : .number
    if kind != .number, let text = moment(value, kind) { return text }
    if value == value.rounded(), abs(value) < 1e18 { return String(Int(value)) }
    return "\(value)"
  }

  /// A day, a time of the day, or both; nil where the number is none.
  private func moment(_ value: Double, _ kind: CellStyles.Kind) -> String? {
    let minutes = ((value - value.rounded(.down)) * 1440).rounded()
    let day = Int(value.rounded(.down)) + (minutes >= 1440 ? 1 : 0)
    let clock = Int(minutes) % 1440
    let time = "\(clock / 60 < 10 ? "0" : "")\(clock / 60):\(clock % 60 < 10 ? "0" : "")\(clock % 60)"
    if kind == .time { return value >= 0 && value < 1 ? time : nil }
    // Day 1 is 1900-01-01; the 29 February 1900 that spreadsheets know makes it 1899-12-30 for all days after.
    let epoch =
      startsIn1904 ? CivilDate(year: 1904, month: 1, day: 1) : CivilDate(year: 1899, month: 12, day: 30)
    guard let epoch, (startsIn1904 ? 0...2_957_003 : 61...2_958_465).contains(day) else { return nil }
    return (epoch + day).description + (clock == 0 ? "" : " " + time)
  }

  /// The column of a reference such as AB12, counted from 0.
  private static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (0x41...0x5A).contains(byte) else { break }
      column = column * 26 + Int(byte) - 0x40
      if column > 16_384 { break }
    }
    return column > 0 ? column - 1 : nil
  }
}
