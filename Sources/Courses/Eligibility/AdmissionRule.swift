package import Civil
package import Cohorts

/// Who may attend at public cost (补贴对象): the part of a regulation that names the groups.
package struct AdmissionRule: RegulationRule {
  package let stamp: RuleStamp
  /// Somebody is eligible who satisfies one of them.
  package let rules: [EligibilityRule]
  package let retirement: RetirementSchedule
  package let categories: CategoryTree

  package init(
    stamp: RuleStamp, rules: [EligibilityRule], retirement: RetirementSchedule,
    categories: CategoryTree = CategoryTree()
  ) {
    self.stamp = stamp
    self.rules = rules
    self.retirement = retirement
    self.categories = categories
  }
}

/// How often somebody may be trained at public cost (补贴次数).
package struct EntitlementLimits: RegulationRule {
  package let stamp: RuleStamp
  package let rules: [EntitlementRule]

  package init(stamp: RuleStamp, rules: [EntitlementRule]) {
    self.stamp = stamp
    self.rules = rules
  }
}

extension EligibilityRegulation {
  /// The regulation that an admission rule and entitlements make together, which may be set by different papers.
  package init(id: String, _ admission: AdmissionRule, _ entitlements: EntitlementLimits?) {
    self.init(
      id: id, name: admission.stamp.name, area: .nation, from: admission.stamp.from,
      source: admission.stamp.source.chinese, rules: admission.rules, entitlements: entitlements?.rules ?? [],
      retirement: admission.retirement, categories: admission.categories)
  }
}
