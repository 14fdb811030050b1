import Civil

/// A sheet whose header row has been found, and where each column of the table stands.
struct HeadedSheet {
  let sheet: Sheet
  /// Nil: no row names any of the columns.
  let headerRow: Int?
  /// By column of the table: the cell, or nil where the sheet does not have it.
  var places: [Int?]
  /// Headers that name no column of the table, by cell; blank ones too.
  var unknownCells: [Int] = []
  /// Cells whose header names a column that an earlier one names already.
  var repeatedCells: [(cell: Int, column: Int)] = []

  /// How far down a header is looked for: above it stand titles.
  private static let rowsLookedAt = 30

  /// Finds the delimiter and the header: the row that names most columns of the table, the first of equals.
  init(_ bytes: [UInt8], columns: [ColumnHeader]) {
    var columnsByKey: [String: Int] = [:]
    for (index, column) in columns.enumerated() {
      for key in column.keys where columnsByKey[key] == nil { columnsByKey[key] = index }
    }
    var best: (delimiter: CSVParser.Delimiter, row: Int, matches: Int) = (.comma, 0, 0)
    for delimiter in CSVParser.Delimiter.allCases {
      let beginning = CSVParser.sheet(of: bytes, delimiter: delimiter, maxRows: HeadedSheet.rowsLookedAt)
      // A row with no more cells than another has names no more columns.
      for row in 0..<beginning.rowCount where beginning.cellCount(inRow: row) > best.matches {
        let named = HeadedSheet.columns(namedIn: row, of: beginning, columnsByKey)
        let matches = Set(named.compactMap { $0 }).count
        if matches > best.matches { best = (delimiter, row, matches) }
      }
    }
    sheet = CSVParser.sheet(of: bytes, delimiter: best.delimiter)
    places = Array(repeating: nil, count: columns.count)
    guard best.matches > 0, best.row < sheet.rowCount else {
      headerRow = nil
      return
    }
    headerRow = best.row
    for (cell, column) in HeadedSheet.columns(namedIn: best.row, of: sheet, columnsByKey).enumerated() {
      guard let column else {
        unknownCells.append(cell)
        continue
      }
      if places[column] == nil { places[column] = cell } else { repeatedCells.append((cell, column)) }
    }
  }

  private static func columns(namedIn row: Int, of sheet: Sheet, _ columnsByKey: [String: Int]) -> [Int?] {
    (0..<sheet.cellCount(inRow: row)).map { cell in
      sheet.text(row: row, cell: cell).headerKeys.lazy.compactMap { columnsByKey[$0] }.first
    }
  }
}

extension Sheet {
  private static let sumWords: Set<String> = ["合计", "总计", "小计", "共计", "总数", "total", "sum", "subtotal"]
  private static let signatureWords = [
    "制表", "填表", "审核", "审批", "负责人", "经办", "盖章", "单位盖章", "填报", "说明", "备注", "注", "日期", "签字",
  ]

  /// Whether a row holds one cell alone, its first, with a sentence or a line to sign on: a note under a table.
  private func isNote(row: Int) -> Bool {
    let text = self.text(row: row, cell: 0)
    guard !text.isEmpty,
      (1..<max(1, cellCount(inRow: row))).allSatisfy({ bytes(row: row, cell: $0).isEmpty })
    else { return false }
    return text.contains("____") || text.contains("。") || text.contains("：")
      || text.contains(" ") && (text.hasSuffix(".") || text.contains(": "))
  }

  /// Whether a row is a sum, a note or a signature below a table rather than one of its rows, which fill the required cells.
  func isFooter(row: Int, required: [Int]) -> Bool {
    guard
      let first = (0..<cellCount(inRow: row)).lazy.map({ self.text(row: row, cell: $0) }).first(where: {
        !$0.isEmpty
      })
    else { return false }
    // An ordinary row fills its required cells; only then the words are looked at.
    let isComplete = required.allSatisfy { !bytes(row: row, cell: $0).isEmpty }
    // No word for a sum has a digit in it, and most ids have.
    if isComplete, first.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
    let word = first.headerKey
    if Sheet.sumWords.contains(word) { return true }
    if !isComplete, isNote(row: row) { return true }
    return !isComplete && (Sheet.signatureWords.contains { word.hasPrefix($0) } || word.contains("合计"))
  }
}
