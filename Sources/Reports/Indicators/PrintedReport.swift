import Civil
package import Indicators

extension Report {
  /// The figures of a printed report held against the amounts they are said to be made of.
  package static func printedFigures(_ review: PrintedReview) -> Report {
    let doubtful = review.findings.count { $0.finding != .agrees }
    return Report(
      "printed-figures", title: Wording(zh: "公布数字复核", en: "Printed figures checked"),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "逐项复核", en: "One by one"),
            columns: [
              .init(Wording(zh: "指标", en: "Figure"), width: 28),
              .init(Wording(zh: "算法", en: "Formula"), width: 10),
              .init(Wording(zh: "印出数", en: "Printed"), width: 10),
              .init(Wording(zh: "原始数", en: "Amounts"), width: 20),
              .init(Wording(zh: "按原始数", en: "From the amounts"), width: 16),
              .init(Wording(zh: "结论", en: "Verdict"), width: 50),
            ], rows: review.findings.map { row($0.claim, $0.finding) },
            notes: [
              Wording(
                zh: "按印出的小数位四舍五入；舍入能解释的视为相符。",
                en: "Rounded half up to the decimals printed; what rounding explains agrees.")
            ])),
        .paragraph(
          doubtful == 0
            ? Wording(zh: "\(review.findings.count) 项全部相符。", en: "All \(review.findings.count) agree.")
            : Wording(
              zh: "\(review.findings.count) 项中有 \(doubtful) 项不符或存疑。",
              en: "\(doubtful) of \(review.findings.count) do not agree or are in doubt.")),
      ], isLandscape: true)
  }

  private static func row(_ claim: PrintedClaim, _ finding: PrintedReview.Finding) -> [Cell] {
    let amounts = [claim.first, claim.second].compactMap(\.self).map(\.text)
    let joiner = claim.kind == .growth ? " ← " : claim.kind == .attribution ? " / " : " ÷ "
    let head: [Cell] = [
      .text(claim.name), .words(claim.kind.name), .text(claim.printed),
      .text(amounts.joined(separator: joiner)),
    ]
    switch finding {
    case .agrees:
      let own = claim.figure.map { Cell.text($0.text) } ?? .blank
      return head + [own, .words(Wording(zh: "相符", en: "agrees"))]
    case .differs(let expected):
      return head + [.text(expected), .words(claim.figure?.sentence)]
    case .notComputable(let reason): return head + [.blank, .missing(reason)]
    case .doubt(let sentence): return head + [.blank, .words(sentence)]
    }
  }
}

extension PrintedClaim.Amount {
  fileprivate var text: String {
    let number = decimal(scaled: scaled, decimals: decimals)
    return number
  }
}
