import Civil

/// Reads the cells of one row after the other by the columns of a table, and notes what is wrong.
struct RowReader {
  /// Where a column's cell stands: in a cell of the row, or, in a table of keys and values, in a row of its own.
  struct Place: Hashable, Sendable {
    /// Nil: the row that is being read.
    var row: Int?
    var cell: Int
  }

  let file: String
  let sheet: Sheet
  /// By column; nil: the column is missing.
  let places: [Place?]
  var notes: CellNotes
  private(set) var problems: [ImportProblem] = []
  private(set) var isSound = true
  private var row = 0
  /// The column to be read next, and how many of them were passed when reading on.
  private var column = 0
  private var passed = 0

  init(file: String, sheet: Sheet, places: [Place?], blocks: [String]?) {
    self.file = file
    self.sheet = sheet
    self.places = places
    notes = CellNotes(blocks: blocks)
  }

  /// Goes to a row; the next column to be read is the first.
  mutating func begin(row: Int, isSound: Bool) {
    self.row = row
    self.isSound = isSound
    column = 0
    passed = 0
  }

  /// Reads the cells that are left of a row of which one was unsound; to be called for every column in turn.
  mutating func readOn<Value>(_ column: Column<Value>) {
    defer { passed += 1 }
    if passed == self.column { _ = try? read(column) }
  }

  /// That a cell is unsound, as was reported.
  struct Unsound: Error {}

  /// The value of the next column's cell.
  mutating func read<Value>(_ column: Column<Value>) throws(Unsound) -> Value {
    defer { self.column += 1 }
    let place = places[self.column]
    let line = place.map { sheet.line(ofRow: $0.row ?? row) }
    let bytes = place.map { sheet.bytes(row: $0.row ?? row, cell: $0.cell) } ?? []
    guard !bytes.isEmpty else {
      if let blank = column.blank { return blank(notes) }
      report(.error, column.header, line: line, found: nil, .blank)
      throw Unsound()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let fault = CellFault(unprintable: bytes) {
      report(.error, column.header, line: line, found: text, fault)
      throw Unsound()
    }
    do throws(CellFault) {
      let value = try column.reader.read(text, &notes)
      if !notes.warnings.isEmpty {
        for warning in notes.warnings { report(.warning, column.header, line: line, found: text, warning) }
        notes.warnings.removeAll()
      }
      return value
    } catch {
      notes.warnings.removeAll()
      report(.error, column.header, line: line, found: text, error)
      throw Unsound()
    }
  }

  private mutating func report(
    _ severity: ImportProblem.Severity, _ header: ColumnHeader, line: Int?, found: String?, _ fault: CellFault
  ) {
    if severity == .error { isSound = false }
    let shown = header.isPrivate ? found.map(Masking.masked) : found
    problems.append(
      ImportProblem(
        severity, file: file, line: line, column: header.name, columnTitle: header.title, found: shown,
        problem: fault.problem, expected: fault.expected))
  }
}

extension CellFault {
  fileprivate static let blank = CellFault(
    problem: Wording(zh: "空白", en: "blank"),
    expected: Wording(zh: "此列必填", en: "this column must be filled in"))

  /// Control characters other than line breaks and tabs, and characters that the file's encoding could not give.
  fileprivate init?(unprintable bytes: ArraySlice<UInt8>) {
    var hasControl = false
    var isDamaged = false
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in bytes {
      if byte < 0x20, byte != 0x0A, byte != 0x09 { hasControl = true }
      if byte == 0x7F || previous.1 == 0xC2 && byte < 0xA0 { hasControl = true }
      if byte == 0xBD, previous == (0xEF, 0xBF) { isDamaged = true }
      previous = (previous.1, byte)
    }
    if hasControl {
      self.init(
        problem: Wording(zh: "含有控制字符", en: "control characters in the cell"),
        expected: Wording(zh: "应为可见文字，请删除后重新填写", en: "expected printable text: delete it and write it again")
      )
    } else if isDamaged {
      self.init(
        problem: Wording(zh: "文字已损坏，无法识别", en: "damaged characters that cannot be read"),
        expected: Wording(
          zh: "请重新填写，并另存为 UTF-8 编码的 CSV", en: "write it again and save the file as CSV in UTF-8"))
    } else {
      return nil
    }
  }
}
