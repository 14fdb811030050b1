package import Civil
package import Courses
package import FollowUp

/// All regulations that a centre holds; each rule is looked up by itself.
///
/// What rules in an area on a date is that of the nearest area above which sets such a rule, and of several there the
/// latest.
package struct Regulations: Sendable {
  /// By area, first day and id.
  package let all: [Regulation]

  package init(_ regulations: [Regulation]) {
    all = regulations.sorted { ($0.area, $0.from, $0.id) < ($1.area, $1.from, $1.id) }
  }

  package subscript(id: String) -> Regulation? { all.first { $0.id == id } }

  /// The rule of one kind in force in an area on a date, such as `rule(\.survival, …)`; nil: none.
  package func rule<Rule: RegulationRule>(
    _ rule: (Regulation.Rules) -> Rule?, in area: AreaCode, on date: CivilDate
  ) -> Rule? {
    let versions = all.compactMap { regulation in
      rule(regulation.rules).map {
        RuleBook.Version($0, area: regulation.area.digits, to: regulation.to)
      }
    }
    return RuleBook(versions).rule(in: area.description, on: date)
  }

  /// The success rule of a name; `standard` is the one that figures use unless another is asked for.
  package func successRule(
    _ name: String = "standard", in area: AreaCode, on date: CivilDate
  ) -> SuccessRule? {
    rule({ $0.success[name] }, in: area, on: date)
  }

  /// Who may attend at public cost and how often, each by what rules on the date.
  package func eligibility(in area: AreaCode, on date: CivilDate) -> EligibilityRegulations {
    guard let regulation = inForce(.admission, in: area, on: date), let admission = regulation.rules.admission
    else { return EligibilityRegulations([]) }
    let entitlements = rule(\.entitlements, in: area, on: date)
    return EligibilityRegulations([EligibilityRegulation(id: regulation.id, admission, entitlements)])
  }

  /// The regulation whose rule of a kind is in force in an area on a date; nil: none.
  package func inForce(_ kind: RuleKind, in area: AreaCode, on date: CivilDate) -> Regulation? {
    all.filter { regulation in
      area.isWithin(regulation.area) && regulation.isInForce(on: date)
        && kind.stamp(in: regulation.rules) != nil
    }.max { ($0.area.level, $0.from) < ($1.area.level, $1.from) }
  }

  /// Two regulations of one area and one first day that set the same kind of rule: nobody can tell which one holds.
  package struct Clash: Hashable, Sendable {
    package let kind: RuleKind
    package let first: String
    package let second: String
  }

  /// All clashes, in the order of the regulations and kinds.
  package var clashes: [Clash] {
    all.enumerated().flatMap { place, first in
      all[(place + 1)...].prefix { $0.area == first.area && $0.from == first.from }.flatMap { second in
        RuleKind.allCases.filter {
          $0.stamp(in: first.rules) != nil && $0.stamp(in: second.rules) != nil
        }.map { Clash(kind: $0, first: first.id, second: second.id) }
      }
    }
  }
}
