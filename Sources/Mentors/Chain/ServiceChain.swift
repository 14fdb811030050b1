package import Civil

/// The one-stop service chain (“一条龙”服务) as a regulation sets it: which links there are, in which order, and how long
/// each may take.
///
/// Papers differ: six links from project development to follow-up support, another six with training and incubation,
/// three, or five.
package struct ServiceChain: RegulationRule {
  package struct Step: Hashable, Sendable {
    package let link: ServiceLink
    /// Days in which the link should be through; nil: no limit.
    ///
    /// Who is in it for longer is stuck.
    package let days: Int?

    package init(_ link: ServiceLink, days: Int? = nil) {
      self.link = link
      self.days = days
    }
  }

  package let stamp: RuleStamp
  /// In their order; each link once.
  package let steps: [Step]

  /// Nil without a link, and where one stands twice.
  package init?(stamp: RuleStamp, steps: [Step]) {
    guard !steps.isEmpty, Set(steps.map(\.link)).count == steps.count else { return nil }
    self.stamp = stamp
    self.steps = steps
  }

  package var links: [ServiceLink] { steps.map(\.link) }

  /// The place of a link in the chain, from 0 on; nil: this chain has no such link.
  package func place(of link: ServiceLink) -> Int? { steps.firstIndex { $0.link == link } }

  /// All links in their order, as `项目开发→方案设计→…`.
  package var wording: Wording {
    Wording(
      zh: links.map(\.name.chinese).joined(separator: "→"),
      en: links.map(\.name.english).joined(separator: " → "))
  }
}
