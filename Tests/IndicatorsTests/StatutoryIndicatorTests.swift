import Civil
import FollowUp
import Testing

@testable import Indicators

@Suite struct StatutoryIndicatorTests {
  private func figure(_ indicator: Indicator, _ evidence: IndicatorEvidence, _ index: Int = 0) throws
    -> Figure
  {
    try #require(indicator.result(evidence).components[index].figure)
  }

  @Test func `the activity index counts each person once in the union of services, training and own start`()
    throws
  {
    // 200 served, 150 trained of whom 60 were served too, 30 founders of whom 14 were trained: 306 people.
    let founders = (337...366).map { "P\($0)" }
    let evidence = IndicatorEvidence.example(
      participations: taking(.service, 1...200) + taking(.training, 141...290)
        + taking(.service, 1...50, day: 60)
        + taking(.training, 337...350) + taking(.service, 900...950, area: "610114001")
        + taking(.service, 800...850, day: 366),
      ventures: founders.map { .example("V\($0)", founders: [$0], since: 100) },
      denominators: [.example(.urbanWorkers, 1000)])
    let index = try figure(.activityIndex, evidence)
    #expect(index.numerator.quantity == Quantity(320, .person))
    #expect(index.details.map(\.quantity.amount) == [200, 164, 30, 74])
    #expect(index.denominator?.quantity.amount == 1000)
  }

  @Test func `the published index of 30.6 % comes out of 306 people of 1,000 workers`() throws {
    let evidence = IndicatorEvidence.example(
      participations: taking(.service, 1...250) + taking(.training, 200...306),
      denominators: [.example(.urbanWorkers, 1000)])
    guard case .share(let share) = try figure(.activityIndex, evidence).value else {
      Issue.record("the index is no share")
      return
    }
    #expect(percent(share) == "30.6%")
    #expect([Indicator].standard.named("全员创业活动指数")?.id == "activity-index")
    #expect([Indicator].standard.named("全民创业活动指数")?.id == "activity-index")
  }

  @Test func `without an imported denominator the index is not computable and says what to import`() {
    let foreign = Denominator.example(.urbanWorkers, 1000, area: "610114")
    let late = Denominator.example(.urbanWorkers, 1000, recorded: 401)
    let evidence = IndicatorEvidence.example(
      participations: taking(.service, 1...10), denominators: [foreign, late, .example(.newEmployment, 5)])
    let outcome = Indicator.activityIndex.result(evidence).components.first?.outcome
    let reason = Wording(
      zh: "缺少 610113 2026-01-01 至 2026-12-31 的城镇劳动者人数；请导入该数并注明来源和日期",
      en:
        "urban workers of 610113 from 2026-01-01 to 2026-12-31 are missing; import them with source and date")
    #expect(outcome == .notComputable(reason))
  }

  @Test func `a denominator in person-times or of nobody gives no share`() {
    for denominator in [
      Denominator.example(.urbanWorkers, 1000, unit: .personTime), .example(.urbanWorkers, 0),
    ] {
      let evidence = IndicatorEvidence.example(
        participations: taking(.service, 1...10), denominators: [denominator])
      #expect(Indicator.activityIndex.result(evidence).components.first?.figure == nil)
    }
  }

  @Test func `the contribution adds founders and led jobs, the lead ratio leaves the founders out`() throws {
    // 53 ventures of 53 founders with 328 employees: 381 people of 1,000, the published 38.1 %; and 1:6.2.
    let ventures = (1...53).map { index in
      VentureRecord.example("V\(index)", founders: ["P\(index)"], since: 10, employees: index <= 10 ? 7 : 6)
    }
    let evidence = IndicatorEvidence.example(
      ventures: ventures + [.example("old", founders: ["P99"], since: -10, employees: 50)],
      denominators: [.example(.newEmployment, 1000)])
    let contribution = try figure(.employmentContribution, evidence)
    #expect(contribution.value == .share(0.381))
    #expect(contribution.details.map(\.quantity.amount) == [53, 328])
    let ratio = try figure(.leadRatio, evidence)
    guard case .oneTo(let jobs) = ratio.value else {
      Issue.record("the lead ratio is no ratio")
      return
    }
    #expect(oneTo(jobs) == "1:6.2")
    #expect(ratio.denominator?.origin == .records(ventures.map { $0.venture.founders[0].person }.sorted()))
  }

  @Test func `a founder of two ventures is one person, and two founders of one venture are two`() throws {
    let evidence = IndicatorEvidence.example(ventures: [
      .example("V1", founders: ["P1", "P2"], since: 10, employees: 4),
      .example("V2", founders: ["P1"], since: 20, employees: 2),
    ])
    let ratio = try figure(.leadRatio, evidence)
    #expect(ratio.value == .oneTo(3))
    #expect(Indicator.leadRatio.result(.example()).components.first?.figure == nil)
  }

  @Test func `growth and survival stand side by side, and too few ventures are not shown`() throws {
    let old = (1...4).map {
      VentureRecord.example("O\($0)", founders: ["P\($0)"], since: -500, ended: $0 == 1 ? 50 : nil)
    }
    let new = (1...3).map { VentureRecord.example("N\($0)", founders: ["Q\($0)"], since: 40) }
    let components = Indicator.enterpriseGrowth.result(.example(ventures: old + new)).components
    #expect(components.map(\.name.chinese) == ["创业企业增长率", "12 个月存活率", "24 个月存活率", "36 个月存活率"])
    #expect(components[0].figure?.value == .share(0.5))
    #expect(components[0].figure?.denominator?.origin == .records(["O1", "O2", "O3", "O4"]))
    #expect(components[1].figure?.value == .share(1))
    #expect(components[1].figure?.details.first?.origin == .records(["O1", "O2", "O3", "O4"]))
    #expect(components[2].figure?.value == .share(0.75))
    #expect(components[3].figure == nil)
    let few = Indicator.enterpriseGrowth.result(.example(ventures: old)).components
    #expect(few[1].outcome == .notComputable(Wording(zh: "少于 5 个，不单独公布", en: "fewer than 5, not shown")))
  }

  @Test func `satisfaction has six components, and a cost stays money`() throws {
    let asked = Response(yes: ["A", "B", "C"], no: ["D"], silent: ["E"])
    let evidence = IndicatorEvidence.example(
      ventures: [
        .example("V1", founders: ["P1"], since: 10, cost: 30_000),
        .example("V2", founders: ["P2"], since: 10, cost: 50_001),
        .example("V3", founders: ["P3"], since: 10, ended: 100),
      ],
      surveys: [
        SurveyResult(
          .serviceSatisfaction, area: "610113", period: year2026, asked, source: "survey, made up",
          on: day0 + 370)
      ])
    let components = Indicator.satisfaction.result(evidence).components
    #expect(components.count == 6)
    #expect(components[0].figure?.value == .money(Money(fen: 4_000_050)))
    #expect(components[1].figure?.value == .share(2.0 / 3))
    #expect(components[2].figure == nil)
    #expect(components[3].figure?.value == .share(0.6))
    #expect(
      components[3].figure?.notes.first?.english
        == "60.0% of all drawn, 75.0% of those reached; 1 gave no answer, so the truth lies between 60.0% and 80.0%"
    )
    #expect(components[4].figure == nil && components[5].figure == nil)
  }

  @Test func `an indicator of one's own is one measure of another of the same unit`() throws {
    let own = try Indicator.open(
      "own", Wording(zh: "培训后创业比", en: "founders of those trained"), .founders, of: .trained,
      source: "made up")
    let evidence = IndicatorEvidence.example(
      participations: taking(.training, 1...40) + taking(.training, 1...5, day: 50),
      ventures: [.example("V1", founders: ["P1", "P2"], since: 60)])
    #expect(try figure(own, evidence).value == .share(0.05))
    #expect(own.formula.chinese == "新增创业人数 ÷ 参加培训人数")
    #expect(throws: UnitMismatch(left: .personTime, right: .person)) {
      try Indicator.open("bad", Wording(zh: "", en: ""), .services, of: .served, source: "made up")
    }
  }
}
