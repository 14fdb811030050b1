import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct LateCorrectionTests {
  @Test func `a number from outside that was entered again corrects the one before`() throws {
    let evidence = IndicatorEvidence.example(
      denominators: [.example(.urbanWorkers, 100), .example(.urbanWorkers, 120)])
    #expect(try evidence.denominator(.urbanWorkers).get().quantity.amount == 120)
  }

  @Test func `a survey counts from the day on which it was recorded`() {
    func survey(recorded: Int) -> SurveyResult {
      SurveyResult(
        .serviceSatisfaction, area: "610113", period: year2026, Response(yes: ["a"], no: [], silent: []),
        source: "made up", on: day0 + 300, recordedOn: day0 + recorded)
    }
    #expect(IndicatorEvidence.example(knownOn: 400, surveys: [survey(recorded: 401)]).surveys.isEmpty)
    #expect(IndicatorEvidence.example(knownOn: 400, surveys: [survey(recorded: 400)]).surveys.count == 1)
  }

  @Test func `ventures that are all the registrations of the area are doubted`() throws {
    func share(of registrations: Int) throws -> Figure {
      let evidence = IndicatorEvidence.example(
        ventures: [.example("V1", founders: ["P1"], since: 40), .example("V2", founders: ["P2"], since: 60)],
        trainings: ["P1", "P2"].map { Training(person: $0, days: day0...(day0 + 9)) },
        denominators: [.example(.newRegistrations, registrations, unit: .venture)])
      return try #require(Indicator.attribution.result(evidence).components.last?.figure)
    }
    #expect(try share(of: 50).value == .share(0.04) && share(of: 50).notes.isEmpty)
    #expect(try share(of: 2).notes.first?.chinese.contains("把全部登记都算作扶持成果") == true)
  }
}
