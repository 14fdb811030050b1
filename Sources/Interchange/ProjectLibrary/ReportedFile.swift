package import Civil
package import ProjectLibrary

extension Tables {
  /// What reports say some projects brought (项目安置上报表), one row a report.
  static let reportedPlacements = TableDescription<ReportedPlacement>(
    TableTitle("reported", "项目安置上报", or: ["项目安置情况", "汇总上报"]), key: [],
    columns: Column<String>("source", "来源", or: ["上报单位", "文件"], .text),
    Column<Int>("projects", "项目数", or: ["项目个数"], .whole(0...1_000_000)),
    Column<Int?>.optional("invested", "投资(元)", or: ["总投资", "投资", "总投资(元)"], .yuan),
    Column<Int>("placed", "安置人数", or: ["安置", "带动就业"], .whole(0...100_000_000)),
    Column<CivilDate?>.optional("on", "截至日期", or: ["日期", "统计日期"], .date),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码"], .areaCode)
  ) { source, projects, invested, placed, on, area in
    ReportedPlacement(
      source: source, area: area, on: on, projects: projects, invested: invested.map { Money(yuan: $0) },
      placed: placed)
  }
}

/// Reads what reports say that projects brought, with no list of people behind it.
package enum ReportedFile {
  /// The rows of a file, and all that is wrong with it.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, today: CivilDate
  ) throws(WorkbookError) -> FileReading<ReportedPlacement> {
    var table = try TableFile.rows(Tables.reportedPlacements, of: bytes, file: file)
    var seen: [(row: ReportedPlacement, line: Int)] = []
    for (number, row) in zip(table.rows.indices, table.rows) {
      if let on = row.on, on > today {
        table.report(
          .error, row: number, "on", found: on.description,
          problem: Wording(zh: "日期在将来", en: "a day to come"),
          expected: Wording(zh: "应不晚于今天 \(today)", en: "expected a day up to today, \(today)"))
      }
      if let first = seen.first(where: { $0.row.isOfSame(as: row) }) {
        table.report(
          .error, row: number, "source", found: row.source,
          problem: Wording(
            zh: "与第 \(first.line) 行来源、区域、日期相同", en: "the same source, area and day as on line \(first.line)"),
          expected: Wording(zh: "每个来源每天一行", en: "expected one row of a source and day"))
      }
      seen.append((row, table.lines[number]))
    }
    return FileReading(table)
  }
}
