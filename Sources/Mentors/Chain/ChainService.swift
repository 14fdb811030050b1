package import Civil

/// Something on record that took a trainee through a link, guidance or not: a certificate for training, a loan for
/// financing, a place in an incubator.
package struct ChainService: Hashable, Sendable {
  package let link: ServiceLink
  package let on: CivilDate
  /// Whether the link is through with it.
  package let isLast: Bool
  /// What says so: `certificate SYB2026-0012`, `guidance G0034`.
  package let evidence: String

  package init(link: ServiceLink, on: CivilDate, isLast: Bool, evidence: String) {
    self.link = link
    self.on = on
    self.isLast = isLast
    self.evidence = evidence
  }

  /// Guidance that was held; nil: it was missed.
  package init?(_ session: GuidanceSession) {
    guard session.wasHeld else { return nil }
    self.init(
      link: session.link, on: session.on, isLast: session.outcome == .finished, evidence: session.id)
  }
}
