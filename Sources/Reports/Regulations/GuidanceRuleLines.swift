import Civil
import FollowUp
import Mentors

extension ServiceChain {
  var lines: [RuleLine] {
    steps.enumerated().map { place, step in
      RuleLine(
        "serviceChain[\(place)]",
        Wording(
          zh: "第 \(place + 1) 环节：\(step.link.name.chinese)", en: "\(place + 1): \(step.link.name.english)"),
        step.days.map { Wording(zh: "\($0) 天以内", en: "within \($0) days") }
          ?? Wording(zh: "不限时", en: "no limit"))
    }
  }
}

extension HelpRule {
  var lines: [RuleLine] {
    HelpRequest.Kind.allCases.map { kind in
      RuleLine(
        "help.workingDays.\(kind.rawValue)", kind.name,
        workingDays[kind].map {
          Wording(zh: "\($0) 个工作日内办结", en: "settled within \($0) working days")
        } ?? Wording(zh: "不限时", en: "no limit"))
    } + [
      RuleLine(
        "help.warnBefore", Wording(zh: "提前提醒", en: "due soon from"), warnBefore, RuleWords.workingDays)
    ]
  }
}

extension PledgeRule {
  var lines: [RuleLine] {
    Pledge.Item.allCases.compactMap { item in
      workingDays[item].map {
        RuleLine(
          "pledges.\(item.rawValue)", item.name,
          Wording(zh: "每 \($0) 个工作日至少一次", en: "at least once in \($0) working days"))
      }
    }
  }
}

extension TeamRule {
  var lines: [RuleLine] {
    [RuleLine("team.quota", Wording(zh: "指导团人数", en: "people in the team"), quota, RuleWords.people)]
      + departments.enumerated().map { place, department in
        RuleLine(
          "team.departments[\(place)]",
          Wording(zh: "\(department.name.chinese)部门", en: "department: \(department.name.english)"),
          Wording(zh: "至少 1 人", en: "at least 1"))
      }
      + shares.enumerated().map { place, share in
        RuleLine(
          "team.shares[\(place)]", share.name,
          Wording(zh: "至少 \(share.atLeast) 人", en: "at least \(share.atLeast)"))
      } + [
        RuleLine(
          "team.links", Wording(zh: "服务环节", en: "links"),
          links.map { RuleWords.list($0.map(\.name)) }
            ?? Wording(zh: "“一条龙”各环节至少 1 人", en: "each link of the service chain, at least 1")),
        RuleLine(
          "team.fields", Wording(zh: "专业领域", en: "fields"),
          fields.isEmpty ? Wording(zh: "不限", en: "none asked for") : RuleWords.list(fields)),
        RuleLine(
          "team.warningDays", Wording(zh: "到期提前提醒", en: "what ends is told before"), warningDays,
          RuleWords.days),
        RuleLine(
          "team.guidanceDays", Wording(zh: "末次指导后仍占名额", en: "a place is taken after the last meeting for"),
          guidanceDays,
          RuleWords.days),
        RuleLine(
          "team.agreedDays",
          Wording(zh: "约定未办，过期后仍直接排入", en: "agreed and not held, planned anew for"),
          agreedDays.map { Wording(zh: "\($0) 天以内，再久先问学员", en: "\($0) days, then the trainee is asked") }
            ?? Wording(zh: "不限", en: "no limit")),
      ]
  }
}
