package import Civil

/// The kinds of subsidy (补贴项目) that there are, and how often each may be had.
package struct SubsidyRule: RegulationRule {
  package struct Kind: Hashable, Sendable {
    /// As in `Subsidy.kind`.
    package let code: String
    package let name: Wording
    /// Nil: as often as it is granted.
    package let limit: SubsidyLimit?

    package init(code: String, name: Wording, limit: SubsidyLimit?) {
      self.code = code
      self.name = name
      self.limit = limit
    }
  }

  package let stamp: RuleStamp
  package let kinds: [Kind]

  package init(stamp: RuleStamp, kinds: [Kind]) {
    self.stamp = stamp
    self.kinds = kinds
  }

  /// The subsidies beyond their limits, by kind in the rule's order: those that should not have been paid.
  package func excess(in subsidies: [Subsidy]) -> [Subsidy] {
    kinds.compactMap(\.limit).flatMap { $0.excess(in: subsidies) }
  }

  /// Subsidies of a kind that the rule does not know, by id.
  package func unknownKinds(in subsidies: [Subsidy]) -> [Subsidy] {
    let known = Set(kinds.map(\.code))
    return subsidies.filter { !known.contains($0.kind) }.sorted { $0.id < $1.id }
  }
}
