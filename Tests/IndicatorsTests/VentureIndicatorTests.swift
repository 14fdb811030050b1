import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct VentureIndicatorTests {
  @Test func `the standard indicators have ids of their own, both names, a formula and a source`() {
    let all = [Indicator].standard
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(all.allSatisfy { !$0.name.chinese.isEmpty && !$0.name.english.isEmpty && !$0.source.isEmpty })
    #expect(all.allSatisfy { !$0.formula.chinese.isEmpty && !$0.formula.english.isEmpty })
  }

  @Test func `of nothing no indicator crashes or invents a share`() {
    for indicator in [Indicator].standard {
      for component in indicator.result(.example()).components {
        if case .share = component.figure?.value { Issue.record("\(indicator.id) gives a share of nothing") }
      }
    }
  }

  @Test func `a year's survival is of those whose day 365 has passed, not of all`() throws {
    let evidence = IndicatorEvidence.example(
      knownOn: 364,
      ventures: [
        .example("V1", founders: ["P1"], since: -100),
        .example("V2", founders: ["P2"], since: -100, ended: 200),
        .example("V3", founders: ["P3"], since: -1), .example("V4", founders: ["P4"], since: 0),
        .example("V5", founders: ["P5"], since: 300),
        .example("V6", founders: ["P6"], since: -200, ended: 300),
      ])
    let result = Indicator.oneYearSurvival.result(evidence)
    let figure = try #require(result.components.first?.figure)
    #expect(figure.numerator.origin == .records(["V1", "V3", "V6"]))
    #expect(figure.denominator?.origin == .records(["V1", "V2", "V3", "V6"]))
    #expect(figure.interval != nil)
    #expect(result.rules.map(\.name.english) == ["survival"])
  }

  @Test func `what was recorded too late is not in the figure but is named`() throws {
    let venture = VentureRecord.example("V1", founders: ["P1"], since: -10, ended: 200, recordedLate: true)
    let then = Indicator.oneYearSurvival.result(.example(knownOn: 400, ventures: [venture]))
    #expect(then.components.first?.figure?.value == .share(1))
    #expect(then.lateEntries == ["V1-E"])
    let now = Indicator.oneYearSurvival.result(.example(knownOn: 900, ventures: [venture]))
    #expect(now.components.first?.figure?.value == .share(0))
    #expect(now.lateEntries.isEmpty)
  }

  @Test func `a successful start is a trained person whose venture meets the rule in the period`() throws {
    let evidence = IndicatorEvidence.example(
      ventures: [
        .example("V1", founders: ["P1", "P2"], since: 50), .example("V2", founders: ["P1"], since: 60),
        .example("V3", founders: ["P3"], since: 50, ended: 100), .example("V4", founders: ["P4"], since: 300),
      ],
      trainings: ["P1", "P3", "P4"].map { Training(person: $0, days: (day0 + 10)...(day0 + 20)) })
    let result = Indicator.successfulStarts.result(evidence)
    let figure = try #require(result.components.first?.figure)
    #expect(figure.value == .count(Quantity(1, .person)))
    #expect(figure.numerator.origin == .records(["P1"]))
    #expect(result.rules.map(\.name.english) == ["success"])
  }

  @Test func `enterprises and individual businesses are counted apart, each in its unit`() {
    let evidence = IndicatorEvidence.example(ventures: [
      .example("V1", founders: ["P1"], since: 5, form: .limitedCompany),
      .example("V2", founders: ["P2"], since: 5), .example("V3", founders: ["P3"], since: 5),
      .example("V4", founders: ["P4"], since: 5, form: .unregistered),
      .example("V5", founders: ["P5"], since: 5, area: "610114"),
    ])
    let values = Indicator.newEntities.result(evidence).components.map { $0.figure?.value }
    #expect(
      values == [
        .count(Quantity(1, .enterprise)), .count(Quantity(2, .individualBusiness)),
        .count(Quantity(0, .venture)),
        .count(Quantity(1, .venture)),
      ])
  }
}
