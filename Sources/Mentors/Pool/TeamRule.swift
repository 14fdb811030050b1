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

  /// A department (工商、税务 …) that is to send somebody.
  package struct Department: Hashable, Sendable {
    package let name: Wording
    /// Names of offices hold one of these: 市场监管局 is the 工商 of the papers.
    package let words: [String]

    package init(_ name: Wording, or words: [String] = []) {
      self.name = name
      self.words = [name.chinese] + words
    }

    package func isThat(of member: PoolMember) -> Bool {
      guard let office = member.department else { return false }
      return words.contains { office.contains($0) }
    }
  }

  package let stamp: RuleStamp
  /// People in the team.
  package let quota: Int
  /// Departments that are to send somebody.
  package let departments: [Department]
  package let shares: [Share]
  /// Links that are to have somebody; nil: those of the chain that is in force.
  package let links: [ServiceLink]?
  /// Fields that are to have somebody.
  package let fields: [String]
  /// What ends within so many days is told.
  package let warningDays: Int
  /// Days for which a trainee counts as guided by the mentor of the last meeting.
  package let guidanceDays: Int
  /// Days for which an agreed meeting that was not held is planned anew; nil: without end.
  ///
  /// After them the trainee is asked first.
  package let agreedDays: Int?

  package init(
    stamp: RuleStamp, quota: Int, departments: [Department], shares: [Share], links: [ServiceLink]? = nil,
    fields: [String] = [], warningDays: Int = 90, guidanceDays: Int = 90, agreedDays: Int? = nil
  ) {
    self.stamp = stamp
    self.quota = quota
    self.departments = departments
    self.shares = shares
    self.links = links
    self.fields = fields
    self.warningDays = warningDays
    self.guidanceDays = guidanceDays
    self.agreedDays = agreedDays
  }
}
