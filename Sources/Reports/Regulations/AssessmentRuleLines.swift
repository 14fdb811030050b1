import Civil
import Indicators

extension IndicatorRule {
  var lines: [RuleLine] {
    [
      RuleLine(
        "indicators.startBase", Wording(zh: "培训后创业成功率的分母", en: "start-up rate after training, of"),
        startBase.name),
      RuleLine(
        "indicators.startLag", Wording(zh: "培训后创业成功率的期限", en: "start-up rate after training, at"), startLag,
        RuleWords.days),
      RuleLine(
        "indicators.initialDays", Wording(zh: "企业初始成功率的期限", en: "initial success, at"), initialDays,
        RuleWords.days),
    ]
  }
}

extension OpenIndicatorRule {
  var lines: [RuleLine] {
    indicators.map { RuleLine("openIndicators", $0.name, $0.formula) }
  }
}

extension ProgressRule {
  var lines: [RuleLine] {
    [
      RuleLine(
        "progress.green", Wording(zh: "正常", en: "on course"),
        Wording(
          zh: "完成时序进度 \(RuleWords.percent(green).chinese) 以上",
          en: "from \(RuleWords.percent(green).english) of what is planned by the date")),
      RuleLine(
        "progress.amber", Wording(zh: "滞后", en: "behind"),
        Wording(
          zh: "\(RuleWords.percent(amber).chinese) 以上；以下为严重滞后",
          en: "from \(RuleWords.percent(amber).english); far behind below it")),
    ]
  }
}

extension PointsRule {
  var lines: [RuleLine] {
    items.map { item in
      RuleLine(
        "points.items", item.name,
        Wording(
          zh: "\(Figures.decimal(item.points, places: 1)) 分，\(item.method.sentence.chinese)",
          en: "\(Figures.decimal(item.points, places: 1)) points, \(item.method.sentence.english)"))
    } + [
      RuleLine(
        "points.pass", Wording(zh: "达标", en: "pass"),
        Wording(
          zh: "\(Figures.decimal(pass, places: 1)) 分（满分 \(Figures.decimal(total, places: 1)) 分）",
          en: "\(Figures.decimal(pass, places: 1)) of \(Figures.decimal(total, places: 1)) points"))
    ]
  }
}

extension PointsRule.Method {
  var sentence: Wording {
    switch self {
    case .proportional(let from) where from > 0:
      Wording(
        zh: "完成 \(RuleWords.percent(from).chinese) 起按完成比例计分",
        en: "in proportion, none below \(RuleWords.percent(from).english)")
    case .proportional: Wording(zh: "按完成比例计分", en: "in proportion")
    case .allOrNothing: Wording(zh: "完成得满分，未完成不得分", en: "all at the target, else none")
    case .steps(let steps):
      Wording(
        zh: "按档计分："
          + steps.map {
            "\(RuleWords.percent($0.share).chinese) 得 \(Figures.decimal($0.points, places: 1)) 分"
          }
          .joined(separator: "、"),
        en: "by steps: "
          + steps.map {
            "\(Figures.decimal($0.points, places: 1)) from \(RuleWords.percent($0.share).english)"
          }
          .joined(separator: ", "))
    }
  }
}
