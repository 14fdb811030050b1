import Civil
import Planning

extension TableReader {
  private static let keyWords: Set<String> = ["key", "键", "项目", "项", "设置", "名目"]
  private static let valueWords: Set<String> = ["value", "值", "内容", "取值"]

  /// Reads the centre's keys and values: each key is a column, each value the one cell of that column.
  static func centre(of bytes: [UInt8], file: String) -> TableRows<CentreSettings> {
    let description = Tables.centre
    var table = TableRows(description)
    table.file = file
    table.isUsable = true
    table.rowsRead = 1
    let sheet = pairs(in: DecodedText(bytes).utf8)
    reportFaults(of: sheet, in: &table)
    let places = places(of: description.columns, in: sheet, &table)
    for (column, place) in zip(description.columns, places) where place == nil && column.isRequired {
      table.report(
        .error, column.name, problem: Wording(zh: "缺少此项", en: "the key is missing"),
        expected: Wording(
          zh: "应有一行“\(column.chinese)”或 \(column.name)", en: "expected a row with the key \(column.name)"))
    }
    let isComplete = table.problems.allSatisfy { $0.severity == .warning }
    var reader = RowReader(file: file, sheet: sheet, places: places, blocks: [])
    reader.begin(row: 0, isSound: isComplete)
    if let centre = description.make(&reader) {
      table.append(centre, key: "", line: places.compactMap { $0?.row }.first.map(sheet.line) ?? 1)
    } else {
      table.appendUnsound(key: "", line: 1)
    }
    // What a missing key gives is told above, with the name of the key.
    table.append(reader.problems.filter { $0.line != nil })
    return table
  }

  /// With the delimiter that gives most rows a key and a value.
  private static func pairs(in bytes: [UInt8]) -> Sheet {
    let sheets = CSVParser.Delimiter.allCases.map { CSVParser.sheet(of: bytes, delimiter: $0) }
    func known(_ sheet: Sheet) -> Int {
      let keys = Set(Tables.centre.columns.flatMap(\.keys))
      return (0..<sheet.rowCount).count { row in
        sheet.cellCount(inRow: row) > 1 && sheet.firstText(row: row).headerKeys.contains(where: keys.contains)
      }
    }
    return sheets.max { known($0) < known($1) } ?? Sheet()
  }

  private static func places(
    of columns: [ColumnHeader], in sheet: Sheet, _ table: inout TableRows<CentreSettings>
  ) -> [RowReader.Place?] {
    var places: [RowReader.Place?] = Array(repeating: nil, count: columns.count)
    var (keyCell, valueCell) = (0, 1)
    for row in 0..<sheet.rowCount where !sheet.isBlank(row: row) {
      let cells = (0..<sheet.cellCount(inRow: row)).map { sheet.text(row: row, cell: $0).headerKey }
      if let key = cells.firstIndex(where: keyWords.contains),
        let value = cells.firstIndex(where: valueWords.contains), places.allSatisfy({ $0 == nil })
      {
        (keyCell, valueCell) = (key, value)
        continue
      }
      let keys = sheet.text(row: row, cell: keyCell).headerKeys
      guard let column = columns.firstIndex(where: { !Set($0.keys).isDisjoint(with: keys) }) else {
        let known = columns.map(\.name).joined(separator: ", ")
        table.report(
          .warning, line: sheet.line(ofRow: row), found: sheet.firstText(row: row),
          problem: Wording(zh: "未知的项", en: "an unknown key"),
          expected: Wording(zh: "此行已跳过；可用的项：\(known)", en: "the row is skipped; known keys: \(known)"))
        continue
      }
      if places[column] != nil {
        table.report(
          .error, line: sheet.line(ofRow: row), columns[column].name,
          problem: Wording(zh: "同一项出现两次", en: "the same key twice"),
          expected: Wording(zh: "每项应只有一行", en: "expected each key once"))
      }
      places[column] = places[column] ?? RowReader.Place(row: row, cell: valueCell)
    }
    return places
  }
}
