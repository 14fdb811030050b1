import Testing

@testable import Interchange

@Suite struct CSVParserTests {
  private func rows(_ text: String, _ delimiter: CSVParser.Delimiter = .comma) -> [[String]] {
    let sheet = CSVParser.sheet(of: Array(text.utf8), delimiter: delimiter)
    return (0..<sheet.rowCount).map { row in
      (0..<sheet.cellCount(inRow: row)).map { sheet.text(row: row, cell: $0) }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `rows end with any line end, the last without one`(end: String) {
    #expect(rows(["a,b", "c,d"].joined(separator: end)) == [["a", "b"], ["c", "d"]])
    #expect(rows(["a,b", "c,d", ""].joined(separator: end)) == [["a", "b"], ["c", "d"]])
  }

  @Test func `quotes hold delimiters, newlines and doubled quotes`() {
    #expect(rows("\"a,b\",\"c\"\"d\"\n\"e\nf\",") == [["a,b", "c\"d"], ["e\nf", ""]])
  }

  @Test func `blanks around a cell go, ideographic ones too, and those within stay`() {
    #expect(rows(" a b ,\u{3000}甲 乙\u{3000},\u{A0}x\u{FEFF}") == [["a b", "甲 乙", "x"]])
  }

  @Test func `lines are counted through quoted newlines and empty lines`() {
    let sheet = CSVParser.sheet(of: Array("a\n\"b\r\nb\"\n\nc\n".utf8), delimiter: .comma)
    #expect((0..<sheet.rowCount).map(sheet.line) == [1, 2, 4, 5])
  }

  @Test func `an unclosed quote is told at its opening line and the text is read on as it stands`() {
    let sheet = CSVParser.sheet(of: Array("a,b\nc,\"d\ne,f\n".utf8), delimiter: .comma)
    #expect(sheet.faults == [Sheet.Fault(kind: .unclosedQuote, line: 2, row: 1)])
    #expect(sheet.rowCount == 3)
    #expect(sheet.text(row: 1, cell: 1) == "\"d")
    #expect(sheet.text(row: 2, cell: 1) == "f")
  }

  @Test func `text after a closing quote is told`() {
    let sheet = CSVParser.sheet(of: Array("\"a\"b,c\n".utf8), delimiter: .comma)
    #expect(sheet.faults.map(\.kind) == [.textAfterQuote])
    #expect(sheet.text(row: 0, cell: 1) == "c")
  }

  @Test func `many unclosed quotes do not cost more than a few passes`() {
    let text = String(repeating: "x,\"\"\"\n", count: 20_000) + "\""
    #expect(CSVParser.sheet(of: Array(text.utf8), delimiter: .comma).rowCount > 0)
  }

  @Test func `tabs and semicolons separate too`() {
    #expect(rows("a\tb;c", .tab) == [["a", "b;c"]])
    #expect(rows("a;b,c", .semicolon) == [["a", "b,c"]])
  }

  @Test func `nothing gives no rows`() {
    #expect(rows("") == [])
    #expect(rows("\n\n") == [])
  }
}
