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
