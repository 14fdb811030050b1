package import Civil

/// What the expert guidance team (创业专家指导团) is to be, by a regulation.
package struct TeamRule: RegulationRule {
  /// A kind of member and how many of it there are to be at least.
  package struct Share: Hashable, Sendable {
    package let name: Wording
    /// One of these kinds.
    package let kinds: Set<PoolMember.Kind>
    package let atLeast: Int

    package init(_ name: Wording, _ kinds: Set<PoolMember.Kind>, atLeast: Int = 1) {
      self.name = name
      self.kinds = kinds
      self.atLeast = atLeast
    }
  }

  package let stamp: RuleStamp
  /// People in the team.
  package let quota: Int
  /// Departments that are to send somebody.
  package let departments: [String]
  package let shares: [Share]
  /// Links of the chain, in its order.
  package let links: [ServiceLink]
  /// Fields that are to have somebody.
  package let fields: [String]
  /// What ends within so many days is told.
  package let warningDays: Int

  package init(
    stamp: RuleStamp, quota: Int, departments: [String], shares: [Share], links: [ServiceLink],
    fields: [String] = [], warningDays: Int = 90
  ) {
    self.stamp = stamp
    self.quota = quota
    self.departments = departments
    self.shares = shares
    self.links = links
    self.fields = fields
    self.warningDays = warningDays
  }
}
