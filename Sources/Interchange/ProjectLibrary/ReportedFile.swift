import Civil
package import ProjectLibrary

extension Tables {
  /// What reports say some projects brought (项目安置上报表), one row a report.
  static let reportedPlacements = TableDescription<ReportedPlacement>(
    TableTitle("reported", "项目安置上报", or: ["项目安置情况", "汇总上报"]), key: [],
    columns: Column<String>("source", "来源", or: ["上报单位", "文件"], .text),
    Column<Int>("projects", "项目数", or: ["项目个数"], .whole(0...1_000_000)),
    Column<Int?>.optional("invested", "投资(元)", or: ["总投资", "投资", "总投资(元)"], .yuan),
    Column<Int>("placed", "安置人数", or: ["安置", "带动就业"], .whole(0...100_000_000))
  ) { source, projects, invested, placed in
    ReportedPlacement(
      source: source, projects: projects, invested: invested.map { Money(yuan: $0) }, placed: placed)
  }
}

/// Reads what reports say that projects brought, with no list of people behind it.
package enum ReportedFile {
  /// The rows of a file, and all that is wrong with it.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String
  ) throws(WorkbookError) -> FileReading<ReportedPlacement> {
    FileReading(try TableFile.rows(Tables.reportedPlacements, of: bytes, file: file))
  }
}
