import Civil
import Mentors

extension MatchRule {
  var lines: [RuleLine] {
    let criteria = [MatchCriterion].all
    let required = criteria.filter { settings.required.contains($0.name) }.map(\.title)
    return criteria.map { criterion in
      RuleLine(
        "matching.weights.\(criterion.name)", criterion.title,
        Wording(
          zh: "权重 \(settings.weight(of: criterion))", en: "weight \(settings.weight(of: criterion))"))
    } + [
      RuleLine(
        "matching.required", Wording(zh: "必须符合", en: "required"),
        required.isEmpty ? Wording(zh: "无", en: "none") : RuleWords.list(required)),
      RuleLine(
        "matching.within", Wording(zh: "须在同一", en: "both within one"),
        settings.within.map(Self.name) ?? Wording(zh: "不限", en: "no limit")),
      RuleLine(
        "matching.longestWay", Wording(zh: "路程不超过", en: "longest way"),
        settings.longestWay.map { Wording(zh: "\($0) 分钟", en: "\($0) minutes") }
          ?? Wording(zh: "不限", en: "no limit")),
      RuleLine(
        "matching.commonHours", Wording(zh: "每周共同空闲至少", en: "free in common a week, at least"),
        settings.commonHours, Wording(zh: "小时", en: "hours")),
      RuleLine(
        "matching.projectPlaces",
        Wording(zh: "一年内选用同一项目不超过", en: "one project chosen within a year by at most"),
        projectPlaces, RuleWords.people),
      RuleLine(
        "matching.loadWeight", Wording(zh: "导师工作量的权重", en: "weight of a mentor's load"),
        Wording(zh: "\(loadWeight)（满负荷时）", en: "\(loadWeight) at full use")),
    ]
  }

  private static func name(_ level: AreaCode.Level) -> Wording {
    switch level {
    case .nation: Wording(zh: "国家", en: "country")
    case .province: Wording(zh: "省", en: "province")
    case .prefecture: Wording(zh: "市", en: "prefecture")
    case .county: Wording(zh: "区县", en: "county")
    case .street: Wording(zh: "街道（乡镇）", en: "street or town")
    case .community: Wording(zh: "社区（村）", en: "community")
    }
  }
}
