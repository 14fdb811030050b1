import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct SupportIndicatorTests {
  private func loan(_ id: String, _ borrower: String, _ steps: [(Loan.State, Int, Int)]) -> Loan {
    Loan(
      id: id, borrower: borrower,
      steps: Ledger(
        steps.enumerated().map { number, step in
          .init(
            id: "\(id)-\(number)", Loan.Step(step.0, Money(yuan: step.2)), from: day0 + step.1,
            recordedOn: day0 + step.1, recordedBy: "Li")
        }))
  }

  private func evidence(
    loans: [Loan] = [], subsidies: [Subsidy] = [], rule: SubsidyRule? = nil, ventures: [VentureRecord] = [],
    trainings: [Training] = [], mentored: [String: CivilDate] = [:]
  ) -> IndicatorEvidence {
    let base = IndicatorEvidence.example()
    return IndicatorEvidence(
      area: base.area, period: base.period, knownOn: base.knownOn, survivalRule: base.survivalRule,
      successRule: base.successRule, indicatorRule: base.indicatorRule, ventures: ventures,
      trainings: trainings, loans: loans, subsidies: subsidies, subsidyRule: rule, mentored: mentored)
  }

  @Test func `10.85 million approved and 2.55 million lent is 23.5 %`() throws {
    let result = Indicator.loanFunnel.result(
      evidence(loans: [
        loan(
          "L1", "P1", [(.applied, 1, 6_000_000), (.approved, 10, 5_000_000), (.disbursed, 30, 2_550_000)]),
        loan("L2", "P1", [(.applied, 2, 6_000_000), (.approved, 12, 5_850_000)]),
      ]))
    let values = result.components.compactMap(\.figure)
    #expect(values.map(\.numerator.quantity.amount).prefix(3) == [2, 2, 1])
    #expect(values[0].numerator.quantity.unit == .personTime)
    #expect(values[0].details[0].quantity == Quantity(1, .person))
    guard case .share(let share) = values[3].value else { throw UnitMismatch(left: .fen, right: .person) }
    #expect(percent(share) == "23.5%")
    #expect(values[4].numerator.quantity == Quantity(20, .day))
  }

  @Test func `without an approved loan there is no rate, and that is said`() {
    let components = Indicator.loanFunnel.result(evidence()).components
    #expect(components.filter { $0.figure == nil }.count == 2)
  }

  @Test func `a subsidy paid once too often is listed by itself`() throws {
    func paid(_ id: String, _ kind: String, _ person: String, _ day: Int) -> Subsidy {
      Subsidy(id: id, kind: kind, recipient: .person(person), amount: Money(yuan: 1000), paidOn: day0 + day)
    }
    let rule = SubsidyRule(
      stamp: .example("subsidies"),
      kinds: [
        .init(
          code: "start-up", name: Wording(zh: "创业", en: "start-up"), limit: SubsidyLimit(kind: "start-up"))
      ])
    // The first was paid in the year before: it counts against the limit, not for the period.
    let result = Indicator.subsidies.result(
      evidence(
        subsidies: [
          paid("S1", "start-up", "P1", -100), paid("S2", "start-up", "P1", 20),
          paid("S3", "start-up", "P2", 21), paid("S4", "gift", "P2", 22),
        ], rule: rule))
    let figures = result.components.compactMap(\.figure)
    #expect(figures[0].value == .money(Money(yuan: 2000)))
    #expect(figures[1].numerator.origin == .records(["S2"]))
    #expect(figures[2].numerator.origin == .records(["S4"]))
    #expect(result.rules.map(\.name.english) == ["subsidies"])
    #expect(Indicator.subsidies.result(evidence()).components.allSatisfy { $0.figure == nil })
  }

  @Test func `led jobs are told by group, which overlap and are not added up`() throws {
    var record = VentureRecord.example("V1", founders: ["P1"], since: 10)
    record.jobs = Ledger([
      .init(
        id: "J",
        try Headcount(
          founders: 1, employees: 6, insured: 4, keyGroups: ["hard_to_employ": 3, "disabled": 2]),
        from: day0 + 10, recordedOn: day0 + 10, recordedBy: "Li")
    ])
    let result = Indicator.ledJobsByGroup.result(evidence(ventures: [record]))
    #expect(result.components.map(\.name.chinese) == ["带动就业人数", "其中：参保", "其中：残疾人", "其中：就业困难人员"])
    #expect(result.components.compactMap(\.figure?.numerator.quantity.amount) == [6, 4, 2, 3])
    let measure = try #require([Measure].standard["hard-to-employ-jobs"])
    #expect(try measure.count(evidence(ventures: [record])).get().quantity == Quantity(3, .person))
  }

  @Test func `every new venture is attributed to exactly one group`() {
    let result = Indicator.attribution.result(
      evidence(
        ventures: [
          .example("V1", founders: ["P1"], since: 50), .example("V2", founders: ["P2"], since: 50),
          .example("V3", founders: ["P3", "P4"], since: 50), .example("V4", founders: ["P5"], since: 50),
        ],
        trainings: [
          Training(person: "P1", days: day0...(day0 + 9)), Training(person: "P4", days: day0...(day0 + 9)),
        ],
        mentored: ["P1": day0 + 20, "P2": day0 + 20, "P5": day0 + 60]))
    let counts = result.components.compactMap(\.figure?.numerator.quantity.amount)
    #expect(counts == [1, 1, 1, 1])
  }

  @Test func `every measure has an id of its own and the unit that it counts in`() throws {
    let ids = [Measure].standard.map(\.id)
    #expect(Set(ids).count == ids.count)
    for measure in [Measure].standard {
      if case .success(let part) = measure.count(evidence()) { #expect(part.quantity.unit == measure.unit) }
    }
  }
}
