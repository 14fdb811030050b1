import Civil
import Testing

@testable import FollowUp

@Suite struct SurvivalRuleTests {
  static func rule(
    _ beginning: SurvivalRule.Beginning = .operation, suspension: Int? = 90, confirmation: Int? = nil
  ) -> SurvivalRule {
    SurvivalRule(
      stamp: .example(), beginning: beginning, endStates: [.deregistered, .revoked],
      suspensionDays: suspension,
      confirmationDays: confirmation,
      horizons: [.init(months: 12, days: 365), .init(months: 24, days: 730)], leastGroup: 5)
  }

  private func lifetime(
    _ steps: [(Int, VentureState)], _ rule: SurvivalRule = Self.rule(), asOf day: Int = 400,
    licensed: Int? = nil
  ) -> Lifetime? {
    rule.lifetime(of: .example(licensed: licensed, steps), asOf: day0 + day, knownOn: day0 + day)
  }

  @Test func `a life runs from the first operation to its end`() {
    let steps: [(Int, VentureState)] = [(0, .preparing), (10, .operating), (110, .deregistered)]
    #expect(lifetime(steps) == Lifetime("V1", days: 100, ended: true))
    #expect(lifetime(steps, asOf: 100) == Lifetime("V1", days: 90, ended: false))
    #expect(lifetime(steps, asOf: 9) == nil)
    #expect(lifetime(steps, Self.rule(.licence), licensed: 5) == Lifetime("V1", days: 105, ended: true))
    #expect(lifetime(steps, Self.rule(.licence)) == nil)
  }

  @Test func `a suspension that is too long ends a life on its first day, a short one does not`() {
    let resumed: [(Int, VentureState)] = [(0, .operating), (100, .suspended), (190, .operating)]
    #expect(lifetime(resumed) == Lifetime("V1", days: 400, ended: false))
    let long: [(Int, VentureState)] = [(0, .operating), (100, .suspended), (191, .operating)]
    #expect(lifetime(long) == Lifetime("V1", days: 100, ended: true))
    #expect(lifetime(long, Self.rule(suspension: nil)) == Lifetime("V1", days: 400, ended: false))
    let open: [(Int, VentureState)] = [(0, .operating), (100, .suspended), (150, .suspended)]
    #expect(lifetime(open, asOf: 190) == Lifetime("V1", days: 190, ended: false))
    #expect(lifetime(open, asOf: 191) == Lifetime("V1", days: 100, ended: true))
  }

  @Test func `a suspended venture that is deregistered ended when it was suspended`() {
    let steps: [(Int, VentureState)] = [(0, .operating), (100, .suspended), (120, .deregistered)]
    #expect(lifetime(steps) == Lifetime("V1", days: 100, ended: true))
  }

  @Test func `a transfer is no end by this rule, but nothing is known after it`() {
    #expect(lifetime([(0, .operating), (70, .transferred)]) == Lifetime("V1", days: 70, ended: false))
  }

  @Test func `without word a venture is watched only to the last word, if the rule says so`() {
    let steps: [(Int, VentureState)] = [(0, .operating), (150, .operating)]
    let rule = Self.rule(confirmation: 180)
    #expect(lifetime(steps, rule, asOf: 330) == Lifetime("V1", days: 330, ended: false))
    #expect(lifetime(steps, rule, asOf: 331) == Lifetime("V1", days: 150, ended: false))
  }

  @Test func `the rule of the nearest area and the latest date is in force`() {
    func success(_ name: String, _ from: Int, _ within: Int) -> SuccessRule {
      SuccessRule(
        stamp: .init(name: Wording(zh: name, en: name), version: "1", from: day0 + from, source: "made up"),
        needsLicence: true, withinDays: within, operatingDays: 90)
    }
    let book = RuleBook([
      .init(success("country", 0, 365)), .init(success("city", 0, 180), area: "6101"),
      .init(success("city, new", 100, 270), area: "6101", to: day0 + 200),
    ])
    func name(_ area: String, _ day: Int) -> String? {
      book.rule(in: area, on: day0 + day)?.stamp.name.english
    }
    #expect(name("330110", 50) == "country")
    #expect(name("610113", 50) == "city" && name("610113", 100) == "city, new")
    #expect(name("610113", 201) == "city" && name("610113", -1) == nil)
  }
}
