import Civil
import Testing

@testable import Indicators

@Suite struct PrintedReviewTests {
  private func findings(_ claims: PrintedClaim...) -> [PrintedReview.Finding] {
    PrintedReview(claims).findings.map(\.finding)
  }

  /// What public reports printed, with the amounts they printed beside it.
  @Test func `growth, shares and ratios are held against their amounts`() {
    #expect(
      findings(
        PrintedClaim("商户增长", printed: "41%", .growth, .init(66, decimals: 1), .init(47, decimals: 1)),
        PrintedClaim("从业人员增长", printed: "45%", .growth, .init(94), .init(65)),
        PrintedClaim("放款率", printed: "23.5%", .share, .init(255), .init(1_085)),
        PrintedClaim("带动就业", printed: "1:6.2", .oneTo, .init(3_000), .init(500)))
        == [.differs(expected: "40%"), .agrees, .agrees, .differs(expected: "1:6.0")])
  }

  @Test func `a claim of every registration and one number under two names are doubted`() {
    let found = findings(
      PrintedClaim("扶持成功创业", .attribution, .init(3_506), .init(3_506)),
      PrintedClaim("扶持成功创业", .count, .init(3_506)),
      PrintedClaim("新注册个体工商户", .count, .init(3_506)),
      PrintedClaim("新增私营企业", .count, .init(288)))
    #expect(found.map { if case .doubt = $0 { true } else { false } } == [true, true, true, false])
    guard case .doubt(let sentence) = found[1] else { return }
    #expect(sentence.chinese.contains("扶持成功创业、新注册个体工商户"))
  }

  @Test func `small counts and one name printed twice are no doubt`() {
    #expect(
      findings(
        PrintedClaim("孵化基地", .count, .init(4)), PrintedClaim("示范企业", .count, .init(4)),
        PrintedClaim("创业培训", .count, .init(600)), PrintedClaim("创业培训", .count, .init(600)))
        == [.agrees, .agrees, .agrees, .agrees])
  }

  @Test func `what lacks an amount or a readable number is not checked, and says so`() {
    let found = findings(
      PrintedClaim("指数", printed: "30.6%", .share, .init(306), nil),
      PrintedClaim("指数", printed: "三成", .share, .init(306), .init(1_000)),
      PrintedClaim("比率", printed: "30%", .share, .init(3), .init(0)),
      PrintedClaim("扶持", .attribution, nil, .init(5)), PrintedClaim("人数", .count, nil))
    #expect(found.allSatisfy { if case .notComputable = $0 { true } else { false } })
    #expect(PrintedReview([]).hasFindings == false)
  }

  @Test func `amounts of other decimals are compared exactly`() throws {
    let claim = PrintedClaim("份额", printed: "12.5%", .share, .init(5, decimals: 1), .init(4))
    #expect(claim.figure?.verdict == .agrees)
    let large = PrintedClaim("份额", printed: "1%", .share, .init(1, decimals: 6), .init(.max))
    #expect(large.figure == nil)
  }
}
