import Civil
import Interchange
import Testing

@Suite struct WorkbookReaderTests {
  private func lines(_ file: String) throws -> [String] {
    let sheets = try WorkbookReader.sheets(of: Fixture.bytes("workbooks/\(file)"))
    let csv = try #require(sheets.first).csv
    return String(decoding: csv, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func refusal(of file: String) -> WorkbookError? {
    #expect(throws: WorkbookError.self) { try lines(file) }
  }

  @Test func `a line of the table is a row of the sheet`() throws {
    let lines = try lines("cells.xlsx")
    #expect(lines.count == 5 && lines[0].isEmpty && lines[2].isEmpty)
    // Runs are joined, phonetic readings left out; a line end within a cell becomes a blank.
    #expect(lines[1] == "创业培训 A,,two lines")
  }

  @Test func `cells give the date or time that they show, else what they hold`() throws {
    let cells = try lines("cells.xlsx")[3].split(separator: ",", omittingEmptySubsequences: false)
    #expect(cells[0] == "2026-03-02" && cells[1] == "2026-03-02 08:30" && cells[2] == "18:30")
    #expect(cells[3] == "2.5" && cells[4] == "30" && cells[9] == "1200")
    // A formula's last value, an error, a truth value, text that looks like a formula.
    #expect(cells[5] == "ax" && cells[6] == "#N/A" && cells[7] == "TRUE" && cells[8] == "=1+1")
    #expect(cells.count == 10)
  }

  @Test func `days may count from 1904`() throws {
    #expect(try lines("days-from-1904.xlsx").first == "2026-03-02")
  }

  @Test(arguments: [
    ("doctype.xlsx", "damaged"), ("not-closed.xlsx", "damaged"), ("no-sheet.xlsx", "damaged"),
    ("no-such-text.xlsx", "damaged"), ("rows-out-of-order.xlsx", "damaged"),
    ("far-right.xlsx", "row 7: cells beyond column 256"),
  ])
  func `a damaged workbook is refused, and why`(file: String, reason: String) throws {
    let error = try #require(refusal(of: file))
    #expect(error.description.contains(reason) && !error.wording.chinese.isEmpty, "\(error)")
  }

  @Test func `what is no workbook is refused`() {
    for bytes in [
      [], Array("class,course\n".utf8), [0x50, 0x4B, 0x03, 0x04], Array(repeating: 0, count: 5000),
    ] {
      #expect(throws: WorkbookError.notAWorkbook) { try WorkbookReader.sheets(of: bytes) }
    }
    #expect(throws: WorkbookError.oldOrSealed) {
      try WorkbookReader.sheets(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }
  }

  @Test func `a workbook cut short or changed anywhere never crashes the reader`() throws {
    let whole = try Fixture.bytes("workbooks/cells.xlsx")
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: WorkbookError.self) { try WorkbookReader.sheets(of: Array(whole[..<length])) }
    }
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 0x15
      _ = try? WorkbookReader.sheets(of: changed)
    }
  }
}
