import Civil
import FollowUp
import Indicators

@testable import Reports

/// The day 2026-01-01; the examples' year begins on it.
let newYear = CivilDate(daysSinceEpoch: 20_454)
let thirdQuarter = (newYear + 181)...(newYear + 272)

extension AreaNames {
  /// 610113 is called 示例区.
  static var example: AreaNames {
    AreaNames(AreaCode("610113").map { [Entry($0, Wording(zh: "示例区", en: "示例区"))] } ?? [])
  }
}

extension RuleStamp {
  static func example(_ name: String) -> RuleStamp {
    RuleStamp(name: Wording(zh: name, en: name), version: "1", from: newYear + -1000, source: "made up")
  }
}

extension SurvivalRule {
  static let example = SurvivalRule(
    stamp: .example("survival"), beginning: .operation, endStates: [.deregistered, .revoked],
    suspensionDays: 90, confirmationDays: nil,
    horizons: [.init(months: 12, days: 365), .init(months: 24, days: 730), .init(months: 36, days: 1095)],
    leastGroup: 5)
}

extension SurvivalFacts {
  /// 120 ventures of two courses and four streets, of which one has three.
  static var example: SurvivalFacts {
    let lifetimes = (0..<120).compactMap { number in
      Lifetime(
        "V\(number)", days: 40 + number * 37 % 1100, ended: number % 3 == 0)
    }
    func group(_ name: String, _ holds: (Int) -> Bool) -> (name: Wording, lifetimes: [Lifetime]) {
      (Wording(zh: name, en: name), lifetimes.enumerated().filter { holds($0.offset) }.map(\.element))
    }
    let breakdown = SurvivalBreakdown(
      lifetimes,
      by: [
        .init(
          Wording(zh: "课程", en: "course"),
          [group("SYB") { $0 % 2 == 0 }, group("网络创业培训") { $0 % 2 == 1 }]),
        .init(
          Wording(zh: "街道", en: "street"),
          [
            group("东街") { $0 < 50 }, group("西街") { (50..<80).contains($0) },
            group("南街") { (80..<117).contains($0) }, group("北街") { $0 >= 117 },
          ]),
      ], least: 5)
    return SurvivalFacts(
      areaName: Wording(zh: "示范区", en: "Model district"), date: newYear + 272, knownOn: newYear + 280,
      rule: .example, breakdown: breakdown,
      responses: SurvivalRule.example.horizons.map { horizon in
        (
          horizon,
          Response(
            yes: lifetimes.prefix(60).filter { $0.days > horizon.days }.map(\.subject),
            no: lifetimes.prefix(60).filter { $0.ended && $0.days <= horizon.days }.map(\.subject),
            silent: lifetimes.prefix(60).filter { !$0.ended && $0.days < horizon.days }.map(\.subject))
        )
      }, lateEntries: 2)
  }
}

extension Target {
  static func example(
    _ measure: String, _ name: String, _ amount: Int, _ unit: Indicators.Unit = .person,
    area: String = "610113", months: [CivilDate: Int] = [:]
  ) -> Target {
    Target(
      id: "\(measure)-\(area)", name: Wording(zh: name, en: measure), area: area, owner: "就业服务中心",
      measure: measure, Quantity(amount, unit), period: newYear...(newYear + 364), monthly: months)
  }
}

extension TargetFacts {
  static var example: TargetFacts {
    let rule = ProgressRule(stamp: .example("progress"), green: 1, amber: 0.8)
    let done: [(Target, Int?)] = [
      (.example("trained", "创业培训人数", 600), 480),
      (.example("served", "创业指导人数", 1400), 1000),
      (.example("successful-starts", "帮助创业成功人数", 500), 210),
      (.example("trained", "创业培训人数", 200, area: "610113001"), 160),
      (.example("trained", "创业培训人数", 100, area: "610113002"), 79),
      (.example("loans", "创业贷款人次", 500, .personTime), nil),
    ]
    return TargetFacts(
      areaName: Wording(zh: "示范区", en: "Model district"),
      areaNames: AreaNames(
        [("610113", "示范区"), ("610113001", "东街"), ("610113002", "西街")].compactMap { code, name in
          AreaCode(code).map { AreaNames.Entry($0, Wording(zh: name, en: name)) }
        }), date: thirdQuarter.upperBound,
      rows: done.map { target, done in
        guard let done,
          let progress = try? Progress(
            target, done: Quantity(done, target.quantity.unit), on: thirdQuarter.upperBound, rule: rule)
        else {
          return .init(target, .failure(NotCounted(Wording(zh: "没有贷款记录", en: "no loan is on record"))))
        }
        return .init(target, .success(progress))
      }, flaws: [.sum(target: "trained-610113", shortBy: Quantity(300, .person))], rule: rule.stamp)
  }
}

extension BulletinFacts {
  static func example(counts: [Count]? = nil) -> BulletinFacts {
    let workers = Figure.Part(
      Wording(zh: "城镇劳动者人数", en: "urban workers"), Quantity(1000, .person),
      .imported(source: "统计局", on: newYear))
    let active = Figure.Part(
      Wording(zh: "参与创业活动的人数", en: "participants"), .person, Set((0..<306).map { "P\($0)" }))
    let index = IndicatorResult(
      indicator: "activity-index", name: Wording(zh: "全民创业活动指数", en: "Entrepreneurial activity index"),
      components: [
        Component(
          Wording(zh: "全民创业活动指数", en: "Entrepreneurial activity index"), Figure.share(active, of: workers))
      ], area: "610113", period: thirdQuarter, knownOn: thirdQuarter.upperBound + 8,
      rules: [.example("survival")], lateEntries: ["E7"])
    let contribution = IndicatorResult(
      indicator: "employment-contribution",
      name: Wording(zh: "创业活动对就业的贡献率", en: "Contribution of start-ups to employment"),
      components: [
        Component(
          Wording(zh: "创业活动对就业的贡献率", en: "Contribution of start-ups to employment"),
          .notComputable(Wording(zh: "缺少全部新增就业人数", en: "all new employment is missing")))
      ], area: "610113", period: thirdQuarter, knownOn: thirdQuarter.upperBound + 8,
      rules: [.example("survival")], lateEntries: ["E7"])
    return BulletinFacts(
      issuer: "示范区就业服务中心", areaName: Wording(zh: "示范区", en: "Model district"), kind: .quarter,
      period: thirdQuarter, knownOn: thirdQuarter.upperBound + 8,
      counts: counts ?? [
        .init(
          name: Wording(zh: "创业培训", en: "trained"), inPeriod: Quantity(180, .person),
          sinceNewYear: Quantity(480, .person), previous: 160, yearBefore: 200),
        .init(
          name: Wording(zh: "新增创业企业", en: "new enterprises"), inPeriod: Quantity(18, .enterprise),
          sinceNewYear: Quantity(51, .enterprise), previous: 18, yearBefore: nil),
        .init(
          name: Wording(zh: "发放创业担保贷款", en: "loans paid out"), inPeriod: Quantity(255_000_000, .fen),
          sinceNewYear: Quantity(1_085_000_050, .fen), previous: 0, yearBefore: nil),
      ], indicators: [index, contribution], targets: .example,
      followUp: .init(due: 220, done: 187, overdue: 21, lost: 12), warnings: 9)
  }
}
