package import Civil
package import Reports

#if canImport(Glibc)
  import Glibc
#endif

/// The formats that a report can be written in, by the end of the file's name.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text = "txt"
  case csv
  case workbook = "xlsx"
  case page = "html"

  /// The format that a file's name asks for; nil where its end is none of ours.
  package init?(file: String) {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    self.init(rawValue: file[file.index(after: dot)...].lowercased())
  }

  /// Writes the report to a file that is made or written over; the same report gives the same bytes.
  ///
  /// The folder of the path exists; `written` is the day that a workbook names as its own. Throws where the file
  /// cannot be written or holds more rows than a worksheet can.
  package func write(_ report: Report, in language: Language, written: CivilDate, to path: String)
    throws(ReportError)
  {
    switch self {
    case .text: try Self.write(ReportText.write(report, in: language), to: path)
    case .csv: try Self.write(ReportCSV.write(report, in: language), to: path)
    case .page: try Self.write(ReportPage.write(report, in: language), to: path)
    case .workbook: try ReportWorkbook(report, language, written: written).write(to: path)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
    guard let file = fopen(path, "wb") else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else {
      throw .unwritable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}

/// Why a report could not be written.
package enum ReportError: Error, Hashable, Sendable {
  case unwritable(path: String, reason: String)
  /// More rows than a worksheet holds (1,048,576).
  case tooManyRows(Int)
}

extension ReportError: CustomStringConvertible {
  package var description: String { wording.english }

  package var wording: Wording {
    switch self {
    case .unwritable(let path, let reason):
      Wording(
        zh: "\(path)：无法写入（\(reason)）；请检查路径、权限和磁盘空间",
        en:
          "\(path): cannot be written (\(reason)); check the path, its permissions and the space on the disk")
    case .tooManyRows(let rows):
      Wording(
        zh: "报表有 \(rows) 行，工作表最多 1048576 行；请改用 .csv，或按区域、时间分开写",
        en:
          "the report has \(rows) rows and a worksheet holds 1048576: write .csv, or one file an area or quarter"
      )
    }
  }
}
