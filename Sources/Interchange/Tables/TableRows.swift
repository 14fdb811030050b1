import Civil

/// The rows of one table as they were read, with what is wrong with them.
struct TableRows<Row: Sendable>: Sendable {
  let title: TableTitle
  let columns: [ColumnHeader]
  let references: [Reference<Row>]
  /// The last of the columns that name a row.
  let keyColumn: String?
  /// Nil: not in the bundle.
  var file: String?
  /// False when the table is not there, or its header is of no use: then nothing can be said of its rows.
  var isUsable = false
  private(set) var rows: [Row] = []
  /// The line on which each row begins.
  private(set) var lines: [Int] = []
  /// The text of each row's key columns.
  private(set) var keys: [String] = []
  private(set) var problems: [ImportProblem] = []
  /// Rows found unsound after they were read; not yet taken out.
  private(set) var unsound: Set<Int> = []
  /// Keys of the rows that could not be read or were taken out.
  private(set) var unsoundKeys: [String] = []
  /// Rows in the file.
  var rowsRead = 0

  init(_ description: TableDescription<Row>) {
    title = description.title
    columns = description.columns
    references = description.references
    keyColumn = description.key.last.map { description.columns[$0].name }
  }

  /// Ids that unsound rows name, by reference.
  private(set) var unsoundReferences: [(line: Int, reference: Int, ids: [String])] = []

  /// Whether every row could be read, so that something can be said to be missing among `rows`.
  var isWhole: Bool { isUsable && unsoundKeys.isEmpty }

  /// The name that problems give to the place: the file's, or the one it should have.
  var place: String { file ?? title.name + ".csv" }

  /// The rows not found unsound so far, with their numbers.
  var sound: some Sequence<(number: Int, row: Row)> {
    zip(rows.indices, rows).lazy.filter { !unsound.contains($0.0) }.map { (number: $0.0, row: $0.1) }
  }

  mutating func append(_ row: Row, key: String, line: Int) {
    rows.append(row)
    keys.append(key)
    lines.append(line)
  }

  /// Puts a row, mended, in the place of one that was read.
  mutating func replace(row number: Int, by row: Row) { rows[number] = row }

  /// A row that could not be read; what it names is still looked up.
  mutating func appendUnsound(key: String, line: Int, naming ids: [[String]] = []) {
    unsoundKeys.append(key)
    for (reference, ids) in ids.enumerated() where !ids.isEmpty {
      unsoundReferences.append((line, reference, ids))
    }
  }

  mutating func append(_ more: [ImportProblem]) { problems.append(contentsOf: more) }

  /// Notes what is wrong with a row, or with the whole table; anything but a warning makes the row unsound.
  ///
  /// The column is the name of one of the table's.
  mutating func report(
    _ severity: ImportProblem.Severity, row: Int? = nil, line: Int? = nil, _ column: String? = nil,
    found: String? = nil, problem: Wording, expected: Wording
  ) {
    if let row, severity != .warning { unsound.insert(row) }
    problems.append(
      ImportProblem(
        severity, file: place, line: row.map { lines[$0] } ?? line, column: column,
        columnTitle: columns.first { $0.name == column }?.title, found: found, problem: problem,
        expected: expected))
  }

  /// Marks a row as one to be taken out, and warns that it is.
  mutating func leaveOut(row: Int, _ column: String?, found: String?, because: Wording) {
    unsound.insert(row)
    report(
      .warning, row: row, column, found: found, problem: because,
      expected: Wording(zh: "此行未导入，请更正后重新导入", en: "this row is left out: correct it and import again"))
  }

  /// Takes the unsound rows out.
  mutating func removeUnsound() {
    guard !unsound.isEmpty else { return }
    unsoundKeys.append(contentsOf: unsound.map { keys[$0] })
    let kept = rows.indices.filter { !unsound.contains($0) }
    rows = kept.map { rows[$0] }
    lines = kept.map { lines[$0] }
    keys = kept.map { keys[$0] }
    unsound = []
  }

  var count: TableCount {
    TableCount(
      table: title.name, file: file, rowsRead: rowsRead, rowsSkipped: rowsRead - rows.count + unsound.count)
  }
}
