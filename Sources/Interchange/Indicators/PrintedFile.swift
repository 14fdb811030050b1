import Civil
package import Indicators

extension Tables {
  /// Figures of a printed report (公布数字), one row each, with the amounts that they are said to be made of.
  static let printedFigures = TableDescription<PrintedClaim>(
    TableTitle("printed", "公布数字", or: ["印出数", "数字复核"]), key: [],
    columns: Column<String>("name", "指标", or: ["名称", "项目", "figure"], .text),
    Column<String?>.optional("printed", "印出数", or: ["公布数", "报告数"], .text),
    Column<PrintedClaim.Kind>("formula", "算法", or: ["公式", "计算方法", "kind"], .word(Words.printedKinds)),
    Column<PrintedClaim.Amount?>.optional(
      "numerator", "分子", or: ["本期数", "增长后", "扶持数", "数量", "amount"], .printedAmount),
    Column<PrintedClaim.Amount?>.optional(
      "denominator", "分母", or: ["基期数", "增长前", "登记数", "总数"], .printedAmount)
  ) { name, printed, kind, numerator, denominator in
    PrintedClaim(name, printed: printed.map(\.asPrinted), kind, numerator, denominator)
  }
}

extension Words {
  static let printedKinds = Vocabulary<PrintedClaim.Kind>([
    (.share, ["share", "占比", "比率", "百分比"]), (.growth, ["growth", "增长率", "增幅", "增长"]),
    (.oneTo, ["oneTo", "比例", "1:x", "ratio"]), (.attribution, ["attribution", "归因", "扶持与登记"]),
    (.count, ["count", "数量", "数", "人数", "户数"]),
  ])
}

extension String {
  /// Signs and digits of half width, so that 38.1％ and 1∶6.2 are read.
  fileprivate var asPrinted: String {
    folded.filter { !$0.isWhitespace }.replacing("∶", with: ":").replacing("：", with: ":")
  }
}

extension CellReader<PrintedClaim.Amount> {
  /// An amount as reports print it: `3506`, `1,085万元`, `4.7万户`, `2.8亿元`.
  static var printedAmount: Self {
    CellReader { (text, _) throws(CellFault) in
      let plain = text.folded.withoutTextMark.filter {
        !$0.isWhitespace && $0 != "," && $0 != "，" && $0 != "余"
      }
      let number = plain.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let rest = plain.dropFirst(number.count)
      let power = rest.hasPrefix("亿") ? 8 : rest.hasPrefix("万") ? 4 : 0
      let parts = number.split(separator: ".", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let digits = Int(parts.joined()), digits >= 0,
        parts[0].utf8.count <= 12, parts.count == 1 || (1...6).contains(parts[1].utf8.count)
      else {
        throw CellFault(
          problem: Wording(zh: "不是数量", en: "not an amount"),
          expected: Wording(zh: "应如 3506、4.7万户、1085万元", en: "expected such as 3506, 4.7万 or 1085万元"))
      }
      let decimals = (parts.count == 2 ? parts[1].utf8.count : 0) - power
      let lifted = (0..<max(0, -decimals)).reduce(digits) { product, _ in product * 10 }
      return PrintedClaim.Amount(lifted, decimals: max(0, decimals))
    }
  }
}

/// Reads the figures of a printed report.
package enum PrintedFile {
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(_ bytes: [UInt8], file: String) throws(WorkbookError) -> FileReading<PrintedClaim>
  {
    FileReading(try TableFile.rows(Tables.printedFigures, of: bytes, file: file))
  }
}
