import Civil

/// Reads one table's file by its description.
enum TableReader {
  /// What stands between the parts of a key; no id holds it.
  static let keySeparator = "\u{1F}"

  /// The first part of a key: the course of a module, the class of an enrolment.
  static func firstPart(ofKey key: String) -> String? {
    key.split(separator: keySeparator, omittingEmptySubsequences: false).first.map(String.init)
  }

  /// The rows of a file; patterns may name the blocks given.
  static func rows<Row>(
    _ description: TableDescription<Row>, of bytes: [UInt8], file: String, blocks: [String]? = []
  ) -> TableRows<Row> {
    var table = TableRows(description)
    table.file = file
    let headed = HeadedSheet(DecodedText(bytes).utf8, columns: description.columns)
    reportFaults(of: headed.sheet, in: &table)
    guard let header = headed.headerRow else {
      reportMissingHeader(in: &table)
      return table
    }
    table.isUsable = judge(headed, header: header, in: &table)
    readRows(of: headed, after: header, description, blocks: blocks, into: &table)
    return table
  }

  private static func readRows<Row>(
    of headed: HeadedSheet, after header: Int, _ description: TableDescription<Row>, blocks: [String]?,
    into table: inout TableRows<Row>
  ) {
    let sheet = headed.sheet
    let places = headed.places.map { $0.map { RowReader.Place(row: nil, cell: $0) } }
    let required = zip(description.columns, headed.places).compactMap { $0.isRequired ? $1 : nil }
    let width = sheet.cellCount(inRow: header)
    let faulty = Set(sheet.faults.map(\.row))
    let hasPrivateColumn = description.columns.contains(where: \.isPrivate)
    var reader = RowReader(file: table.place, sheet: sheet, places: places, blocks: blocks)
    var blankLines: [Int] = []
    for row in (header + 1)..<max(sheet.rowCount, header + 1) {
      if sheet.isBlank(row: row) {
        blankLines.append(sheet.line(ofRow: row))
        continue
      }
      if sheet.isFooter(row: row, required: required) {
        table.report(
          .warning, line: sheet.line(ofRow: row), found: sheet.firstText(row: row), problem: .footer,
          expected: .skipped)
        continue
      }
      table.rowsRead += 1
      let extra = (width..<max(width, sheet.cellCount(inRow: row))).first {
        !sheet.bytes(row: row, cell: $0).isEmpty
      }
      if let extra {
        table.report(
          .error, line: sheet.line(ofRow: row),
          found: hasPrivateColumn ? nil : sheet.text(row: row, cell: extra),
          problem: Wording(zh: "单元格多于表头", en: "more cells than the header has"),
          expected: Wording(
            zh: "应有 \(width) 格；含分隔符的文字应加引号",
            en: "expected \(width); text with a separator in it goes into quotes"))
      }
      let key = description.key.map { headed.places[$0].map { sheet.text(row: row, cell: $0) } ?? "" }
        .joined(separator: keySeparator)
      reader.begin(row: row, isSound: table.isUsable && extra == nil && !faulty.contains(row))
      if table.isUsable, let value = description.make(&reader) {
        table.append(value, key: key, line: sheet.line(ofRow: row))
      } else {
        let named = description.references.map { ids(namedBy: $0, in: row, of: headed, description.columns) }
        table.appendUnsound(key: key, line: sheet.line(ofRow: row), naming: table.isUsable ? named : [])
      }
    }
    table.append(reader.problems)
    if let first = blankLines.first {
      table.report(
        .warning, line: first,
        problem: Wording(zh: "有 \(blankLines.count) 个空白行", en: "blank rows: \(blankLines.count)"),
        expected: .skipped)
    }
  }

  /// The ids in a row's cell, though the row is unsound.
  private static func ids<Row>(
    namedBy reference: Reference<Row>, in row: Int, of headed: HeadedSheet, _ columns: [ColumnHeader]
  ) -> [String] {
    guard let column = columns.firstIndex(where: { $0.name == reference.column }),
      let cell = headed.places[column]
    else { return [] }
    let text = headed.sheet.text(row: row, cell: cell)
    return reference.isList ? text.listItems : text.isEmpty ? [] : [text]
  }

  /// Tells what is odd about the header; false: the table is of no use.
  private static func judge<Row>(_ headed: HeadedSheet, header: Int, in table: inout TableRows<Row>) -> Bool {
    let sheet = headed.sheet
    for row in 0..<header where !sheet.isBlank(row: row) && !sheet.firstText(row: row).hasPrefix("sep=") {
      table.report(
        .warning, line: sheet.line(ofRow: row), found: sheet.firstText(row: row),
        problem: Wording(zh: "表头之前的标题行", en: "a title above the header"), expected: .skipped)
    }
    let line = sheet.line(ofRow: header)
    for cell in headed.unknownCells {
      let name = sheet.text(row: header, cell: cell)
      let hasCells =
        !name.isEmpty
        || (header + 1..<max(sheet.rowCount, header + 1)).contains {
          !sheet.bytes(row: $0, cell: cell).isEmpty
        }
      guard hasCells else { continue }
      let known = table.columns
      table.report(
        .warning, line: line, Masking.shown(name),
        problem: name.isEmpty
          ? Wording(zh: "第 \(cell + 1) 列没有表头", en: "column \(cell + 1) has no header")
          : Wording(zh: "未知的列", en: "an unknown column"),
        expected: Wording(
          zh: "此列未读取；可用的列：" + known.map(\.chinese).joined(separator: "、"),
          en: "the column is not read; known columns: " + known.map(\.name).joined(separator: ", ")))
    }
    for (_, column) in headed.repeatedCells {
      table.report(
        .error, line: line, table.columns[column].name,
        problem: Wording(zh: "同一列出现两次", en: "the same column twice"),
        expected: Wording(zh: "每列应只有一个", en: "expected each column once"))
    }
    var isComplete = headed.repeatedCells.isEmpty
    for (column, place) in zip(table.columns, headed.places) where column.isRequired && place == nil {
      isComplete = false
      table.report(
        .error, line: line, column.name, problem: Wording(zh: "缺少必需的列", en: "a required column is missing"),
        expected: Wording(
          zh: "表头应有“\(column.chinese)”或 \(column.name)",
          en: "expected a header \(column.name) or \(column.chinese)"))
    }
    return isComplete
  }

  private static func reportMissingHeader<Row>(in table: inout TableRows<Row>) {
    let required = table.columns.filter(\.isRequired)
    // Of a table in which no column must be there the first few tell what it looks like.
    let named = required.isEmpty ? Array(table.columns.prefix(4)) : required
    table.report(
      .error, problem: Wording(zh: "找不到表头", en: "no header row"),
      expected: Wording(
        zh: "应有一行表头，含" + named.map { "“\($0.chinese)”" }.joined(separator: "、"),
        en: "expected a row with " + named.map(\.name).joined(separator: ", ")))
  }

  static func reportFaults<Row>(of sheet: Sheet, in table: inout TableRows<Row>) {
    for fault in sheet.faults {
      let problem =
        switch fault.kind {
        case .unclosedQuote: Wording(zh: "引号没有结束", en: "a quote that is never closed")
        case .textAfterQuote: Wording(zh: "引号之后还有文字", en: "text after a closing quote")
        }
      table.report(
        .error, line: fault.line, problem: problem,
        expected: Wording(
          zh: "单元格应以引号开始和结束，其中的引号写两次",
          en: "expected a cell quoted from end to end, with quotes in it doubled"))
    }
  }
}

extension Sheet {
  /// The first cell of a row that is not blank.
  func firstText(row: Int) -> String {
    (0..<cellCount(inRow: row)).lazy.map { self.text(row: row, cell: $0) }.first { !$0.isEmpty } ?? ""
  }
}

extension Wording {
  static let skipped = Wording(zh: "已跳过", en: "skipped")
  static let footer = Wording(zh: "合计、说明或签名行", en: "a row of sums, notes or signatures")
}
