import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct CheckTests {
  /// Numbers that public reports printed, and the amounts they printed beside them.
  @Test(arguments: [
    (PrintedFigure("41%", .growth, 66_000, 47_000), PrintedFigure.Verdict.differs(expected: "40%")),
    (PrintedFigure("40.4%", .growth, 66_000, 47_000), .agrees),
    (PrintedFigure("45%", .growth, 94_000, 65_000), .agrees),
    (PrintedFigure("23.5%", .share, 2_550_000, 10_850_000), .agrees),
    (PrintedFigure("1:6", .oneTo, 3_000, 500), .agrees),
    (PrintedFigure("1：6.2", .oneTo, 3_100, 500), .agrees),
    (PrintedFigure("1:9.6", .oneTo, 6_500, 680), .agrees),
    (PrintedFigure("1:6", .oneTo, 3_500, 500), .differs(expected: "1:7")),
    (PrintedFigure("30.6%", .share, 306, 1_000), .agrees),
    (PrintedFigure("29%", .share, 285, 1_000), .agrees),
    (PrintedFigure("-29%", .growth, 715, 1_000), .agrees),
  ])
  func `a printed number is held against its amounts`(printed: PrintedFigure, verdict: PrintedFigure.Verdict)
  {
    #expect(printed.verdict == verdict)
    #expect((printed.sentence == nil) == (verdict == .agrees))
  }

  @Test(arguments: ["", "%", "多%", "41", "1:x", "41.0000000%"])
  func `what cannot be read is not computable`(text: String) {
    #expect(PrintedFigure(text, .share, 1, 2).verdict == .notComputable)
    #expect(PrintedFigure("50%", .share, 1, 0).verdict == .notComputable)
    #expect(PrintedFigure("50.0000%", .share, Int.max, 2).verdict == .notComputable)
  }

  @Test func `a claim of every registration is doubted`() {
    let registered = Quantity(3_506, .individualBusiness)
    #expect(Attribution.doubt(claimed: Quantity(3_506, .person), registrations: registered) != nil)
    #expect(Attribution.doubt(claimed: Quantity(500, .person), registrations: registered) == nil)
  }

  @Test func `a venture is attributed to what was done before it began, once`() {
    func venture(_ id: String, _ founders: [String]) -> (venture: Venture, start: CivilDate) {
      (VentureRecord.example(id, founders: founders, since: 50).venture, day0 + 50)
    }
    let attribution = Attribution(
      [
        venture("V1", ["P1"]), venture("V2", ["P2"]), venture("V3", ["P3"]), venture("V4", ["P4"]),
        venture("V5", ["P1", "P3"]), venture("V6", ["P5"]),
      ], trained: ["P1": day0, "P2": day0 + 50, "P4": day0 + 51], mentored: ["P2": day0, "P3": day0 + 10])
    #expect(
      attribution.ventures == [
        .trained: ["V1"], .trainedAndMentored: ["V2", "V5"], .mentored: ["V3"], .neither: ["V4", "V6"],
      ])
    #expect(attribution.claimedSeveralTimes == ["V5"])
  }
}
