import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct HouseholdTests {
  private func evidence(_ households: Households) -> IndicatorEvidence {
    IndicatorEvidence.example(
      participations: taking(.service, 1...4) + taking(.training, 3...5),
      ventures: [
        .example("V1", founders: ["P1", "P2"], since: 40), .example("V2", founders: ["P5"], since: 60),
      ],
      households: households)
  }

  private func amounts(_ evidence: IndicatorEvidence) -> [Int?] {
    Indicator.households.result(evidence).components.map { $0.figure?.numerator.quantity.amount }
  }

  @Test func `a household counts once, however many of it were helped or started`() throws {
    let households = Households(["P1": "a", "P2": "a", "P3": "b", "P5": "c"])
    #expect(amounts(evidence(households)).prefix(2) == [3, 2])
    let helped = try #require(Indicator.households.result(evidence(households)).components[0].figure)
    #expect(helped.value == .count(Quantity(3, .household)))
    #expect(helped.numerator.origin == .records(["P1", "P2", "P3", "P5"]))
    #expect(helped.details.first?.origin == .records(["P4"]))
  }

  @Test func `a household is of a kind where any of its members is`() {
    let households = Households(
      ["P1": "a", "P9": "a", "P3": "b", "P5": "c"], members: ["zero_employment": ["P9"], "disabled": ["P5"]])
    #expect(amounts(evidence(households)) == [3, 2, 1, 1, 1, 1, 0, 0])
  }

  @Test func `without any household number it is not computable`() {
    #expect(amounts(evidence(Households())) == [nil])
  }

  @Test func `households are counted in their own unit`() throws {
    let households = Households(["P1": "a", "P5": "b"], members: ["disabled": ["P5"]])
    let part = try Measure.disabledHouseholds.count(evidence(households)).get()
    #expect(part.quantity == Quantity(1, .household))
    #expect(try Measure.helpedHouseholds.count(evidence(households)).get().quantity.amount == 2)
  }
}
