package import Civil
import Courses
import FollowUp
import Mentors
import ProjectLibrary

/// The kinds of rule that a regulation can set, in the order in which they are told; the raw value is the file's key.
package enum RuleKind: String, CaseIterable, Hashable, Sendable {
  case classes, admission, entitlements, completion, claim, followUp, warning, success, survival, subsidies
  case indicators, openIndicators, progress, points
  case entry, projects, outreach, bases
  case serviceChain, help, pledges, team, matching

  package var name: Wording {
    switch self {
    case .classes: Wording(zh: "课时与班额", en: "Hours and class sizes")
    case .admission: Wording(zh: "补贴对象", en: "Who is admitted")
    case .entitlements: Wording(zh: "补贴次数", en: "Entitlements")
    case .completion: Wording(zh: "结业条件", en: "Completion")
    case .claim: Wording(zh: "补贴申领", en: "Subsidy claim")
    case .followUp: Wording(zh: "跟踪回访", en: "Follow-up")
    case .warning: Wording(zh: "经营预警", en: "Early warning")
    case .success: Wording(zh: "创业成功认定", en: "Successful start")
    case .survival: Wording(zh: "存活认定", en: "Survival")
    case .subsidies: Wording(zh: "补贴项目", en: "Subsidies")
    case .indicators: Wording(zh: "指标口径", en: "Indicators")
    case .openIndicators: Wording(zh: "自定指标", en: "Own indicators")
    case .progress: Wording(zh: "进度预警线", en: "Progress lights")
    case .points: Wording(zh: "考核评分", en: "Assessment points")
    case .entry: Wording(zh: "入学条件", en: "Entry conditions")
    case .projects: Wording(zh: "项目库", en: "Project library")
    case .outreach: Wording(zh: "宣传活动", en: "Outreach events")
    case .bases: Wording(zh: "基地建设", en: "Bases")
    case .serviceChain: Wording(zh: "“一条龙”服务环节", en: "Service chain")
    case .help: Wording(zh: "“五帮”办结时限", en: "Deadlines of help")
    case .pledges: Wording(zh: "“三包”责任", en: "Pledges")
    case .team: Wording(zh: "创业专家指导团", en: "Expert team")
    case .matching: Wording(zh: "匹配评分", en: "Matching")
    }
  }

  /// The stamp of the rule of this kind in a regulation; nil: it sets none.
  package func stamp(in rules: Regulation.Rules) -> RuleStamp? {
    switch self {
    case .classes: rules.classes?.stamp
    case .admission: rules.admission?.stamp
    case .entitlements: rules.entitlements?.stamp
    case .completion: rules.completion?.stamp
    case .claim: rules.claim?.stamp
    case .followUp: rules.followUp?.stamp
    case .warning: rules.warning?.stamp
    case .success: rules.success.min { $0.key < $1.key }?.value.stamp
    case .survival: rules.survival?.stamp
    case .subsidies: rules.subsidies?.stamp
    case .indicators: rules.indicators?.stamp
    case .openIndicators: rules.openIndicators?.stamp
    case .progress: rules.progress?.stamp
    case .points: rules.points?.stamp
    case .entry: rules.entry?.stamp
    case .projects: rules.projects?.stamp
    case .outreach: rules.outreach?.stamp
    case .bases: rules.bases?.stamp
    case .serviceChain: rules.serviceChain?.stamp
    case .help: rules.help?.stamp
    case .pledges: rules.pledges?.stamp
    case .team: rules.team?.stamp
    case .matching: rules.matching?.stamp
    }
  }
}
