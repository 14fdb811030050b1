package import Civil
package import FollowUp
import Indicators

extension FollowUpRule {
  var lines: [RuleLine] {
    [
      RuleLine(
        "followUp.traineeDays", Wording(zh: "结业后回访", en: "contacts after the class"),
        Wording(
          zh: "第 \(traineeDays.map(String.init).joined(separator: "、")) 天",
          en: "day \(traineeDays.map(String.init).joined(separator: ", "))")),
      RuleLine(
        "followUp.ventureMonths", Wording(zh: "已创业者加访", en: "more with a venture"),
        Wording(
          zh: "第 \(ventureMonths.map(String.init).joined(separator: "、")) 个月",
          en: "month \(ventureMonths.map(String.init).joined(separator: ", "))")),
      RuleLine("followUp.daysEarly", Wording(zh: "可提前", en: "may be early by"), daysEarly, RuleWords.days),
      RuleLine(
        "followUp.graceWorkingDays", Wording(zh: "宽限", en: "days of grace"), graceWorkingDays,
        RuleWords.workingDays),
      RuleLine(
        "followUp.triesToLose", Wording(zh: "失联认定", en: "lost after"),
        Wording(
          zh: "不同日期 \(triesToLose) 次未联系上（\(failureNames.chinese)）",
          en: "\(triesToLose) failed tries on different days (\(failureNames.english))")),
    ]
  }

  private var failureNames: Wording {
    RuleWords.list(Contact.Result.allCases.filter(failures.contains).map(\.name))
  }
}

extension WarningRule {
  var lines: [RuleLine] {
    [
      RuleLine(
        "warning.jobsLost", Wording(zh: "用工减少", en: "jobs lost"),
        Wording(
          zh: "\(jobsDays) 天内减少 \(RuleWords.percent(jobsLost).chinese) 以上",
          en: "\(RuleWords.percent(jobsLost).english) or more within \(jobsDays) days")),
      RuleLine(
        "warning.requestWorkingDays", Wording(zh: "帮扶未办结超过", en: "help not given for more than"),
        requestWorkingDays, RuleWords.workingDays),
    ]
  }
}

extension SuccessRule {
  /// The whole rule in a sentence, as a figure quotes it.
  package var sentence: Wording {
    let licence = needsLicence ? Wording(zh: "领取营业执照", en: "licensed") : Wording(zh: "实际经营", en: "operating")
    let employees =
      leastEmployees > 0
      ? Wording(zh: "，带动就业不少于 \(leastEmployees) 人", en: ", with at least \(leastEmployees) employees")
      : Wording(zh: "", en: "")
    let operated =
      operatingDays > 0
      ? Wording(zh: "，正常经营满 \(operatingDays) 天", en: ", has operated for \(operatingDays) days")
      : Wording(zh: "", en: "")
    return Wording(
      zh: "开班后、结业 \(withinDays) 天内\(licence.chinese)\(operated.chinese)\(employees.chinese)",
      en:
        "\(licence.english) after the class began and within \(withinDays) days of its end\(operated.english)"
        + employees.english)
  }
}

extension SurvivalRule {
  var lines: [RuleLine] {
    let ends = RuleWords.list(VentureState.allCases.filter(endStates.contains).map(\.name))
    return [
      RuleLine(
        "survival.beginning", Wording(zh: "存续起点", en: "life begins"),
        beginning == .licence
          ? Wording(zh: "领取营业执照之日", en: "with the licence")
          : Wording(zh: "开始营业之日", en: "with the first day of operation")),
      RuleLine("survival.endStates", Wording(zh: "存续终止", en: "life ends"), ends),
      RuleLine(
        "survival.suspensionDays", Wording(zh: "停业视同终止", en: "suspension ends it"),
        suspensionDays.map { Wording(zh: "超过 \($0) 天", en: "after \($0) days") }
          ?? Wording(zh: "不视同", en: "never")),
      RuleLine(
        "survival.confirmationDays", Wording(zh: "最后一次确认后视为在访", en: "watched after the last word"),
        confirmationDays.map { Wording(zh: "\($0) 天", en: "\($0) days") }
          ?? Wording(zh: "一直", en: "without end")),
      RuleLine(
        "survival.horizons", Wording(zh: "报告期限", en: "told at"),
        RuleWords.list(
          horizons.map {
            Wording(zh: "\($0.months) 个月（\($0.days) 天）", en: "\($0.months) months (\($0.days) days)")
          })),
      RuleLine(
        "survival.leastGroup", Wording(zh: "不足此数不单独公布", en: "smaller groups are not shown"), leastGroup,
        Wording(zh: "个", en: "")),
    ]
  }
}

extension SubsidyRule {
  var lines: [RuleLine] {
    kinds.map { kind in
      let limit =
        kind.limit.map { limit in
          limit.span == .ever
            ? Wording(
              zh: "终身 \(limit.times) 次", en: "\(limit.times == 1 ? "once" : "\(limit.times) times") ever")
            : Wording(
              zh: "每年 \(limit.times) 次", en: "\(limit.times == 1 ? "once" : "\(limit.times) times") a year")
        } ?? Wording(zh: "不限次数", en: "as often as granted")
      return RuleLine(
        "subsidies",
        Wording(zh: "\(kind.name.chinese)（\(kind.code)）", en: "\(kind.name.english) (\(kind.code))"), limit)
    }
  }
}
