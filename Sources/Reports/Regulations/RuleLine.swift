package import Civil
import Courses
import FollowUp
package import Indicators
import Mentors
import ProjectLibrary

/// One statement of a rule, as people read it.
package struct RuleLine: Hashable, Sendable {
  /// Its key in the regulation's file.
  package let key: String
  package let name: Wording
  package let value: Wording

  init(_ key: String, _ name: Wording, _ value: Wording) {
    (self.key, self.name, self.value) = (key, name, value)
  }

  /// A number with its unit.
  init(_ key: String, _ name: Wording, _ number: Int, _ unit: Wording) {
    self.init(
      key, name,
      Wording(
        zh: "\(Figures.grouped(number)) \(unit.chinese)", en: "\(Figures.grouped(number)) \(unit.english)"))
  }
}

extension RuleKind {
  /// What the rule of this kind in a regulation says, line by line; none where it sets no such rule.
  package func lines(of rules: Regulation.Rules) -> [RuleLine] {
    let lines: [RuleLine]? =
      switch self {
      case .classes: rules.classes?.lines
      case .admission: rules.admission?.lines
      case .entitlements: rules.entitlements?.lines
      case .completion: rules.completion?.lines
      case .claim: rules.claim?.lines
      case .followUp: rules.followUp?.lines
      case .warning: rules.warning?.lines
      case .success:
        rules.success.sorted { $0.key < $1.key }.map { name, rule in
          RuleLine(
            "success.\(name)",
            name == "standard"
              ? Wording(zh: "认定条件", en: "counted") : Wording(zh: "另一口径：\(name)", en: "another rule: \(name)"),
            rule.sentence)
        }
      case .survival: rules.survival?.lines
      case .subsidies: rules.subsidies?.lines
      case .indicators: rules.indicators?.lines
      case .openIndicators: rules.openIndicators?.lines
      case .progress: rules.progress?.lines
      case .points: rules.points?.lines
      case .entry: rules.entry?.lines
      case .projects: rules.projects?.lines
      case .outreach: rules.outreach?.lines
      case .bases: rules.bases?.lines
      case .serviceChain: rules.serviceChain?.lines
      case .help: rules.help?.lines
      case .pledges: rules.pledges?.lines
      case .team: rules.team?.lines
      case .matching: rules.matching?.lines
      }
    return lines ?? []
  }
}

/// Words that lines share.
enum RuleWords {
  static let days = Wording(zh: "天", en: "days")
  static let workingDays = Wording(zh: "个工作日", en: "working days")
  static let people = Wording(zh: "人", en: "people")
  static let periods = Wording(zh: "课时", en: "periods")

  static func yes(_ isSo: Bool) -> Wording { isSo ? Wording(zh: "是", en: "yes") : Wording(zh: "否", en: "no") }

  /// A list in both languages.
  static func list(_ items: [Wording]) -> Wording {
    Wording(zh: items.map(\.chinese).joined(separator: "、"), en: items.map(\.english).joined(separator: ", "))
  }

  static func list(_ items: [String]) -> Wording { list(items.map { Wording(zh: $0, en: $0) }) }

  static func percent(_ share: Double) -> Wording {
    Wording(zh: shortPercent(share), en: shortPercent(share))
  }
}
