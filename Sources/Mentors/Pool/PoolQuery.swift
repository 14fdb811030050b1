package import Civil

/// Which members of the pool are looked for; what is nil does not matter.
package struct PoolQuery: Hashable, Sendable {
  package var link: ServiceLink?
  package var industry: IndustryScope?
  /// A part of a field's name.
  package var field: String?
  package var area: String?
  package var kind: PoolMember.Kind?
  package var standing: PoolStanding?
  package var isInTeam: Bool?

  package init(
    link: ServiceLink? = nil, industry: IndustryScope? = nil, field: String? = nil, area: String? = nil,
    kind: PoolMember.Kind? = nil, standing: PoolStanding? = nil, isInTeam: Bool? = nil
  ) {
    self.link = link
    self.industry = industry
    self.field = field
    self.area = area
    self.kind = kind
    self.standing = standing
    self.isInTeam = isInTeam
  }

  /// Whether a member fits on a day.
  ///
  /// An industry fits where one part of GB/T 4754 lies in the other: who knows H knows H6210, and who knows H6210 comes
  /// up for H.
  package func fits(_ member: PoolMember, on day: CivilDate) -> Bool {
    if let link, !member.guidedLinks.contains(link) { return false }
    if let industry {
      let isKnown = member.industries.contains { known in
        known.code.hasPrefix(industry.code) || industry.code.hasPrefix(known.code)
      }
      guard isKnown else { return false }
    }
    if let field, !member.fields.contains(where: { $0.contains(field) }) { return false }
    if let area, !member.serves(area) { return false }
    if let kind, !member.kinds.contains(kind) { return false }
    if let isInTeam, member.isInTeam != isInTeam { return false }
    return standing.map { member.standing(on: day) == $0 } ?? true
  }
}
