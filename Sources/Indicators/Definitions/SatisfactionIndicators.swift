package import Civil
import FollowUp

extension Indicator {
  /// The six components of satisfaction with the environment for start-ups, each by itself.
  ///
  /// The first is money and cannot be a percentage; no mean is made of the six.
  package static let satisfaction = Indicator(
    "environment-satisfaction", Wording(zh: "创业环境满意度", en: "Satisfaction with the start-up environment"),
    otherNames: ["企业创业环境满意度"],
    formula: Wording(
      zh: "六项分列：小企业平均创业成本（元）、企业初始成功率、创业培训后创业成功率、创业服务满意率、创业活动就业率、政策制度完善和落实程度；不合成",
      en:
        "six components, not combined: average start-up cost (yuan), initial success, start-up rate after training, "
        + "satisfaction with services, employment by start-up activities, completeness of policies"),
    source: ministryNotice, rules: [.survival, .indicators]
  ) { evidence in
    [evidence.averageCost, evidence.initialSuccess, evidence.startUpAfterTraining]
      + SurveyResult.Question.allCases.map(evidence.surveyed)
  }
}

extension SurveyResult.Question {
  package var name: Wording {
    switch self {
    case .serviceSatisfaction: Wording(zh: "创业服务满意率", en: "satisfaction with services")
    case .activityEmployment: Wording(zh: "创业活动就业率", en: "employment by start-up activities")
    case .policyCompleteness: Wording(zh: "创业政策、制度完善和落实程度", en: "completeness of policies")
    }
  }
}

extension IndicatorEvidence {
  /// The mean start-up cost of the new ventures whose cost is known, in money.
  fileprivate var averageCost: Component {
    let name = Wording(zh: "小企业平均创业成本", en: "average start-up cost")
    let costs = newVentures.compactMap { record in record.venture.startUpCost.map { (record.venture.id, $0) }
    }
    let known = Figure.Part(
      Wording(zh: "填报了创业成本的新增创业企业", en: "new ventures whose cost is known"), .venture, Set(costs.map(\.0)))
    guard !costs.isEmpty else {
      return Component(
        name, .notComputable(Wording(zh: "没有填报创业成本的新增创业企业", en: "no new venture whose cost is known")))
    }
    let sum = costs.reduce(Money.zero) { $0 + $1.1 }
    let mean = Money(fen: Int((Double(sum.fen) / Double(costs.count)).rounded()))
    let total = Figure.Part(
      Wording(zh: "创业成本合计", en: "their cost"), Quantity(sum.fen, .fen), .records(costs.map(\.0).sorted()))
    return Component(
      name,
      .figure(
        Figure(
          .money(mean), numerator: total, denominator: known,
          notes: [Wording(zh: "成本为金额，没有达标百分比", en: "a cost is money and has no percentage")])))
  }

  /// What a survey of the area and period gave, or that there was none.
  fileprivate func surveyed(_ question: SurveyResult.Question) -> Component {
    // Of several the latest; one that was entered again corrects what was entered before.
    let own = surveys.filter { $0.question == question }
    let day = own.map(\.on).max()
    guard let survey = own.last(where: { $0.on == day }) else {
      return Component(
        question.name,
        .notComputable(
          Wording(zh: "本期没有导入该项调查或检查结果", en: "no survey or check of it was imported for the period")))
    }
    return Component(question.name, survey.response.outcome(Wording(zh: "肯定答复", en: "agreed"), .person))
  }
}
