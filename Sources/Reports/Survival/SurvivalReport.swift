package import Civil
package import FollowUp

/// What a survival report is made of.
package struct SurvivalFacts: Sendable {
  package let areaName: Wording
  /// The day as of which lives are seen, and that by which they were recorded.
  package let date: CivilDate
  package let knownOn: CivilDate
  package let rule: SurvivalRule
  package let breakdown: SurvivalBreakdown
  /// Of each horizon: who lived then, of the ventures whose such day has passed.
  package let responses: [(horizon: SurvivalRule.Horizon, response: Response)]
  /// Entries recorded after `knownOn` about the time before.
  package let lateEntries: Int

  package init(
    areaName: Wording, date: CivilDate, knownOn: CivilDate, rule: SurvivalRule,
    breakdown: SurvivalBreakdown, responses: [(horizon: SurvivalRule.Horizon, response: Response)],
    lateEntries: Int
  ) {
    self.areaName = areaName
    self.date = date
    self.knownOn = knownOn
    self.rule = rule
    self.breakdown = breakdown
    self.responses = responses
    self.lateEntries = lateEntries
  }
}

extension Report {
  /// The survival report: curve, survival at the horizons, at-risk table, silent ventures with bounds, and groups.
  package static func survival(_ facts: SurvivalFacts) -> Report {
    var parts: [Part] = [.heading(Wording(zh: "一、总体存活情况", en: "1. All ventures"))]
    if let total = facts.breakdown.total {
      parts.append(.paragraph(facts.overview(total)))
      parts.append(.table(facts.horizonTable(total)))
      parts.append(.chart(facts.curveChart(total)))
      parts.append(.table(facts.atRiskTable(total)))
    } else {
      parts.append(
        .paragraph(
          Wording(
            zh: "总数不公布：与下列分组相减会得出少于 \(facts.rule.leastGroup) 个的一组，或没有可统计的创业实体。",
            en: "The total is not shown: with the groups below it would give one of fewer than "
              + "\(facts.rule.leastGroup), or there is no venture to count.")))
    }
    parts.append(.heading(Wording(zh: "二、未答复的实体和可能范围", en: "2. Ventures not heard of, and the bounds")))
    parts.append(.table(facts.silentTable))
    parts.append(.heading(Wording(zh: "三、分组比较", en: "3. Groups compared")))
    for table in facts.breakdown.tables { parts += facts.parts(of: table) }
    parts.append(.heading(Wording(zh: "四、统计口径", en: "4. How it is counted")))
    parts += facts.method.map(Part.paragraph)
    return Report(
      "survival", title: Wording(zh: "创业实体存活分析报告", en: "Survival of ventures"),
      particulars: [
        .init(Wording(zh: "区域", en: "Area"), .words(facts.areaName)),
        .init(Wording(zh: "截至", en: "As of"), .date(facts.date)),
        .init(Wording(zh: "数据截止", en: "Known on"), .date(facts.knownOn)),
        .init(Wording(zh: "口径", en: "Rule"), .words(facts.rule.stamp.wording)),
      ], parts: parts)
  }
}

extension SurvivalFacts {
  /// The main figures in a sentence.
  fileprivate func overview(_ total: SurvivalCurve) -> Wording {
    let told = rule.horizons.compactMap { horizon in
      total.value(at: horizon.days).map {
        (horizon.months, Figures.decimal($0.estimate.survival * 100, places: 1))
      }
    }
    let chinese = told.map { "\($0.0) 个月存活率 \($0.1)%" }.joined(separator: "，")
    let english = told.map { "\($0.1)% after \($0.0) months" }.joined(separator: ", ")
    let median =
      total.median.map { days in
        Wording(
          zh: "存续时间中位数 \(Figures.decimal(Double(days) * 12 / 365, places: 1)) 个月",
          en: "half had ended after \(Figures.decimal(Double(days) * 12 / 365, places: 1)) months")
      } ?? Wording(zh: "观察期内半数以上仍存活", en: "more than half lived to the end of the watch")
    return Wording(
      zh: "截至 \(date)，\(areaName.asPlace.chinese)共跟踪创业实体 \(total.subjects) 个，其间终止 \(total.ended) 个。"
        + (chinese.isEmpty
          ? "尚无满 \(rule.horizons.first?.months ?? 12) 个月的实体。" : "按 Kaplan-Meier 法估计，\(chinese)；")
        + "\(median.chinese)。",
      en:
        "As of \(date), \(total.subjects) ventures in \(areaName.asPlace.english) were watched and \(total.ended) ended. "
        + (english.isEmpty
          ? "None was watched to the first horizon; " : "By Kaplan and Meier \(english) survived; ")
        + "\(median.english).")
  }

  /// How the figures came about.
  fileprivate var method: [Wording] {
    let least = rule.leastGroup
    return [
      Wording(
        zh: "存活率按 Kaplan-Meier 法估计，未到期和失去联系的实体按右删失处理；方差用 Greenwood 公式，95% 置信区间按对数负对数变换；组间差异用对数秩检验。",
        en:
          "Survival by Kaplan and Meier with right censoring, Greenwood's variance, 95 % log-log intervals; groups "
          + "compared by the log-rank test."),
      Wording(
        zh: "少于 \(least) 个的组不单独公布（*）；能由总数、其他组或其他表相减得出的，一并不公布。"
          + (breakdown.isJoint ? "各表已一并核查。" : "组数过多，各表分别核查。"),
        en:
          "Groups of fewer than \(least) are not shown (*), nor those by which such a group could be worked out. "
          + (breakdown.isJoint
            ? "All tables were checked together." : "With so many groups each table was checked by itself.")),
      Wording(
        zh: lateEntries == 0
          ? "没有迟报的记录。" : "有 \(lateEntries) 条记录在数据截止日之后补录，未计入本报告。",
        en: lateEntries == 0
          ? "No entry came late."
          : "\(lateEntries) entries were recorded after the data were closed and are not counted."),
    ]
  }
}
