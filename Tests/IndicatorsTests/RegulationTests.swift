import Civil
import Cohorts
import Courses
import FollowUp
import Testing

@testable import Indicators

@Suite struct RegulationTests {
  private let city = AreaCode("370200") ?? .nation
  private let district = AreaCode("370202") ?? .nation
  private let elsewhere = AreaCode("110101") ?? .nation

  private func regulation(
    _ id: String, area: AreaCode, from day: Int, to: Int? = nil, green: Double? = nil, lag: Int? = nil
  ) -> Regulation {
    var rules = Regulation.Rules()
    let stamp = RuleStamp(
      name: Wording(zh: id, en: id), version: "1", from: day0 + day, source: "made up")
    rules.progress = green.map { ProgressRule(stamp: stamp, green: $0, amber: 0.1) }
    rules.indicators = lag.map {
      IndicatorRule(stamp: stamp, startBase: .certified, startLag: $0, initialDays: 1)
    }
    return Regulation(
      id: id, name: Wording(zh: id, en: id), version: "1", area: area, from: day0 + day,
      to: to.map { day0 + $0 }, source: Wording(zh: "made up", en: "made up"), rules: rules)
  }

  @Test func `each rule is that of the nearest area that sets one`() {
    let all = Regulations([
      regulation("nation", area: .nation, from: 0, green: 1, lag: 365),
      regulation("city", area: city, from: 10, lag: 180),
    ])
    #expect(all.rule(\.indicators, in: district, on: day0 + 20)?.startLag == 180)
    #expect(all.rule(\.progress, in: district, on: day0 + 20)?.green == 1)
    #expect(all.rule(\.indicators, in: elsewhere, on: day0 + 20)?.startLag == 365)
    #expect(all.rule(\.indicators, in: district, on: day0 + 5)?.startLag == 365)
    #expect(all.rule(\.indicators, in: district, on: day0 + -1) == nil)
    #expect(all.rule(\.survival, in: district, on: day0 + 20) == nil)
  }

  @Test func `of one area the latest holds until its last day`() {
    let all = Regulations([
      regulation("old", area: city, from: 0, green: 1),
      regulation("new", area: city, from: 100, to: 200, green: 0.9),
    ])
    #expect(
      [99, 100, 200, 201].map { all.rule(\.progress, in: city, on: day0 + $0)?.green } == [1, 0.9, 0.9, 1])
  }

  @Test func `the regulation named for a kind of rule is the one whose rule is used`() {
    let all = Regulations([
      regulation("nation", area: .nation, from: 0, green: 1, lag: 365),
      regulation("city", area: city, from: 10, lag: 180),
      regulation("later", area: city, from: 30, to: 60, green: 0.5),
      regulation("district", area: district, from: 40, lag: 90),
    ])
    for area in [.nation, city, district, elsewhere] {
      for day in -5...70 {
        let date = day0 + day
        let progress = all.inForce(.progress, in: area, on: date)?.rules.progress
        #expect(progress == all.rule(\.progress, in: area, on: date))
        let indicators = all.inForce(.indicators, in: area, on: date)?.rules.indicators
        #expect(indicators == all.rule(\.indicators, in: area, on: date))
      }
    }
  }

  @Test func `two papers of one day on one rule clash, in whatever order they come`() {
    let clashing = [
      regulation("a", area: city, from: 0, green: 1), regulation("b", area: city, from: 0, lag: 1),
      regulation("c", area: city, from: 0, green: 0.9),
    ]
    let clash = Regulations.Clash(kind: .progress, first: "a", second: "c")
    #expect(Regulations(clashing).clashes == [clash])
    #expect(Regulations(clashing.reversed()).clashes == [clash])
    #expect(Regulations(Array(clashing.prefix(2))).clashes.isEmpty)
  }

  @Test func `who is admitted and how often may be set by different papers`() throws {
    var national = Regulation.Rules()
    national.admission = AdmissionRule(
      stamp: .example("admission"), rules: [EligibilityRule(id: "all", programmes: [.syb])],
      retirement: .from2025)
    var local = Regulation.Rules()
    local.entitlements = EntitlementLimits(
      stamp: .example("entitlements"),
      rules: [
        EntitlementRule(id: "once", programmes: [.syb], counting: .sameProgramme, period: .lifetime)
      ])
    func paper(_ id: String, _ area: AreaCode, _ rules: Regulation.Rules) -> Regulation {
      Regulation(
        id: id, name: Wording(zh: id, en: id), version: "1", area: area, from: day0,
        source: Wording(zh: "made up", en: "made up"),
        rules: rules)
    }
    let all = Regulations([paper("nation", .nation, national), paper("city", city, local)])
    let trained = SubsidisedTraining(
      id: "1", person: "p", programme: .syb, classID: "c", on: day0 + 1, area: city,
      entry: Entry(on: day0 + 1, by: "Li"))
    let person = Applicant(person: ["p"])
    func ruling(in area: AreaCode) -> Eligibility {
      all.eligibility(in: area, on: day0 + 9).eligibility(
        of: person, for: .syb, in: area, on: day0 + 9, trained: [trained])
    }
    #expect(ruling(in: city).ruling == .ineligible)
    #expect(ruling(in: elsewhere).ruling == .eligible)
    #expect(ruling(in: elsewhere).regulation == "nation")
    #expect(all.eligibility(in: city, on: day0 + -1).all.isEmpty)
  }
}
