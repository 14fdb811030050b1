package import Civil
package import Courses
package import FollowUp
package import Mentors
package import ProjectLibrary

/// A regulation (政策口径): the rules that a paper sets for an area from a date on, as data.
///
/// It may set only some of the rules; the others are those of the areas above.
package struct Regulation: Hashable, Sendable {
  /// The rules that a regulation can set, named as in its file.
  package struct Rules: Hashable, Sendable {
    package var classes: ClassRule?
    package var admission: AdmissionRule?
    package var entitlements: EntitlementLimits?
    package var completion: CompletionRule?
    package var claim: ClaimRule?
    package var followUp: FollowUpRule?
    package var warning: WarningRule?
    /// By name: `standard` is the one that figures use unless another is asked for.
    package var success: [String: SuccessRule] = [:]
    package var survival: SurvivalRule?
    package var subsidies: SubsidyRule?
    package var indicators: IndicatorRule?
    package var openIndicators: OpenIndicatorRule?
    package var progress: ProgressRule?
    package var points: PointsRule?
    package var entry: EntryRule?
    package var projects: LibraryRule?
    package var outreach: OutreachQuota?
    package var bases: BaseQuota?
    package var serviceChain: ServiceChain?
    package var help: HelpRule?
    package var pledges: PledgeRule?
    package var team: TeamRule?
    package var matching: MatchRule?

    package init() {}
  }

  package let id: String
  package let name: Wording
  package let version: String
  /// It rules here and in every area below.
  package let area: AreaCode
  package let from: CivilDate
  /// The last day; nil: until another follows.
  package let to: CivilDate?
  /// Title, number and date of the paper.
  package let source: Wording
  /// The keys of its file whose values no source confirms.
  package let unconfirmed: [String]
  /// What its reader must know: what the rules cannot say.
  package let notes: [Wording]
  package let rules: Rules

  package init(
    id: String, name: Wording, version: String, area: AreaCode, from: CivilDate, to: CivilDate? = nil,
    source: Wording, unconfirmed: [String] = [], notes: [Wording] = [], rules: Rules
  ) {
    self.id = id
    self.name = name
    self.version = version
    self.area = area
    self.from = from
    self.to = to
    self.source = source
    self.unconfirmed = unconfirmed
    self.notes = notes
    self.rules = rules
  }

  package func isInForce(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }
}
