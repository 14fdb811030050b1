package import Civil

extension Tables {
  /// Codes and names of areas (区划代码表), one row an area.
  static let areas = TableDescription<AreaNames.Entry>(
    TableTitle("areas", "区划", or: ["区划代码", "区划代码表", "行政区划", "行政区划代码"]), key: ["code"],
    columns: Column<AreaCode>("code", "区划代码", or: ["代码", "行政区划代码", "统计用区划代码", "area"], .areaCode),
    Column<String>("name", "名称", or: ["区划名称", "单位名称", "行政区划名称"], .text),
    Column<String?>.optional("english", "英文名称", or: ["english name", "拼音"], .text)
  ) { code, name, english in AreaNames.Entry(code, Wording(zh: name, en: english ?? name)) }
}

/// Reads the names of areas.
package enum AreaFile {
  /// The rows of a file; an area without the one above it is a warning.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(WorkbookError) -> FileReading<AreaNames.Entry> {
    var table = try TableFile.rows(Tables.areas, of: bytes, file: file)
    let codes = Set(table.rows.map(\.area))
    let highest = codes.map(\.level).min() ?? .nation
    for (number, row) in Array(table.sound) {
      guard row.area.level > highest, let above = row.area.parent, !codes.contains(above) else { continue }
      table.report(
        .warning, row: number, "code", found: row.area.description,
        problem: Wording(zh: "缺少上一级区划 \(above)", en: "the area above it, \(above), is missing"),
        expected: Wording(zh: "请核对代码，或补上该级名称", en: "check the code, or add that area"))
    }
    return FileReading(table)
  }
}
