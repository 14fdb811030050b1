import Civil
import Foundation
import Interchange
import Reports
import Testing

@Suite struct ReportWritingTests {
  private let written = CivilDate(daysSinceEpoch: 20_600)

  private func bytes(
    _ report: Report, _ format: ReportFormat, _ language: Language = .english
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "report." + format.rawValue).path
    try format.write(report, in: language, written: written, to: path)
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  private func text(_ report: Report, _ format: ReportFormat, _ language: Language = .english) throws
    -> String
  {
    String(decoding: try bytes(report, format, language), as: UTF8.self)
  }

  @Test func `the format follows from the file's name`() {
    #expect(ReportFormat(file: "a/b.XLSX") == .workbook && ReportFormat(file: "b.html") == .page)
    #expect(ReportFormat(file: "report") == nil && ReportFormat(file: "report.doc") == nil)
  }

  @Test func `text shows every part in reading order`() throws {
    let text = try text(.example, .text)
    let places = [
      "Follow-up report", "As of: 2026-05-27", "1. Overview", "42 ventures", "Venture register", "1,234",
      "100,000.50", "30.6%", "Total", "fewer than 5", "Survival", "New by district", "Filled in by",
    ]
    .map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(
      zip(places, places.dropFirst()).allSatisfy { pair in
        if let first = pair.0, let second = pair.1 { first < second } else { false }
      })
  }

  @Test func `CSV keeps numbers plain, and text that looks like a formula or a long number as text`() throws {
    let bytes = try bytes(.example, .csv, .chinese)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let rows = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\n")
    #expect(rows[0] == "名称,登记日期,从业人员,贷款（元）,占比,编号")
    #expect(rows[1] == "\"'=1+1<b>&\"\"茶\"\"\",2026-02-16,1234,100000.50,0.306,'920000000000000000")
    #expect(rows[2] == "木作坊,,*,无法计算：未登记,0.500,")
  }

  @Test(arguments: ["=1", "+86", "-3", "@x", "\tx", "＝1", "320801199503150015", "32080119950315001X"])
  func `a spreadsheet is kept from reading text as something else`(text: String) throws {
    let table = ReportTable(
      .init(zh: "表", en: "T"), columns: [.init(.init(zh: "甲", en: "A"))], rows: [[.text(text)]])
    let report = Report("t", title: table.title, parts: [.table(table)])
    #expect(try self.text(report, .csv).split(separator: "\n").last == "'\(text)")
  }

  @Test func `a page holds nothing that a name could have put there`() throws {
    let page = try text(.example, .page)
    #expect(page.contains("=1+1&lt;b&gt;&amp;&quot;茶&quot;") && !page.contains("<b>"))
    #expect(
      !page.contains("http://")
        || page.components(separatedBy: "http").count
          == page.components(separatedBy: "http://www.w3.org/2000/svg").count
    )
    #expect(page.contains("<html lang=\"en\">") && page.contains("size: A4 portrait"))
    #expect(
      page.components(separatedBy: "<svg").count == 3 && page.components(separatedBy: "<polyline").count == 3)
    #expect(page.components(separatedBy: "<rect").count == 8)
  }

  @Test func `the same report gives the same bytes, in every format`() throws {
    for format in ReportFormat.allCases {
      #expect(try bytes(.example, format) == bytes(.example, format), "\(format)")
    }
  }

  @Test func `a workbook is a zip file with the sheets, tables and charts`() throws {
    let bytes = try bytes(.example, .workbook, .chinese)
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    let names = String(decoding: bytes, as: UTF8.self)
    for part in ["sheet1.xml", "sheet4.xml", "tables/table1.xml", "charts/chart1.xml", "charts/chart2.xml"] {
      #expect(names.contains("xl/" + part) || names.contains("worksheets/" + part), "\(part)")
    }
    #expect(!names.contains("sheet5.xml"))
  }

  @Test func `empty tables, equal titles and odd sheet names are written`() throws {
    let column = ReportTable.Column(.init(zh: "人数", en: "People"))
    let odd = ReportTable(
      .init(zh: "[2026/2027]：一个非常非常非常非常非常非常非常非常长的表名", en: "a/b"), columns: [column, column], rows: [])
    let report = Report(
      "odd", title: odd.title, parts: [.table(odd), .table(odd), .table(odd)], isLandscape: true)
    for format in ReportFormat.allCases {
      for language in Language.allCases { #expect(try !bytes(report, format, language).isEmpty) }
    }
  }

  @Test func `a path that cannot be written is said`() throws {
    for format in ReportFormat.allCases {
      let error = #expect(throws: ReportError.self) {
        try format.write(.example, in: .english, written: written, to: "/nowhere/report")
      }
      #expect(error?.description.hasPrefix("/nowhere/report: cannot be written (") == true)
    }
  }
}
