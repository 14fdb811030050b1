import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct StartBaseTests {
  private let outcomes = [
    TrainingOutcome(trainee: "A", classEnd: day0 + -200, start: .started(day0 + -100)),
    TrainingOutcome(trainee: "B", classEnd: day0 + -200, start: .notStarted(knownTo: day0 + 300)),
    TrainingOutcome(
      trainee: "C", classEnd: day0 + -200, start: .notStarted(knownTo: day0 + 300), isCertified: false),
    TrainingOutcome(trainee: "D", classEnd: day0 + 350, start: .notStarted(knownTo: nil), isCertified: false),
    // Of two classes only one gave a certificate.
    TrainingOutcome(
      trainee: "A", classEnd: day0 + -300, start: .notStarted(knownTo: nil), isCertified: false),
  ]

  private func rate(_ base: IndicatorRule.StartBase) throws -> Figure {
    try #require(
      Indicator.startUpRate.result(.example(outcomes: outcomes, startBase: base)).components[0].figure)
  }

  @Test func `the rate is told of certificate holders, and who has none stands beside it`() throws {
    let figure = try rate(.certified)
    #expect(figure.value == .share(0.5))
    #expect(figure.denominator?.origin == .records(["A", "B"]))
    #expect(figure.denominator?.name.chinese == "取得培训合格证书的学员中结业已满 180 天的")
    #expect(figure.details.last?.origin == .records(["C"]))
  }

  @Test func `where the rule says so it is told of all who stayed to the end`() throws {
    let figure = try rate(.attended)
    #expect(figure.denominator?.origin == .records(["A", "B", "C"]))
    #expect(figure.denominator?.name.english.hasPrefix("trainees who stayed to the end") == true)
    #expect(figure.details.count == 1)
  }
}
