package import Civil
package import Cohorts

/// Somebody who wants to attend a course, as far as it is known.
package struct Applicant: Hashable, Sendable {
  /// All the ids under which rosters have the person.
  package let person: Set<String>
  package let birthDate: CivilDate?
  package let sex: Sex?
  /// Where the person lives or is registered.
  package let area: AreaCode?
  /// All memberships as known, also those that hold on another date.
  package let memberships: [CategoryMembership]

  package init(
    person: Set<String>, birthDate: CivilDate? = nil, sex: Sex? = nil, area: AreaCode? = nil,
    memberships: [CategoryMembership] = []
  ) {
    self.person = person
    self.birthDate = birthDate
    self.sex = sex
    self.area = area
    self.memberships = memberships
  }
}

/// What a regulation says about an applicant.
package struct Eligibility: Hashable, Sendable {
  package enum Ruling: String, Hashable, Sendable {
    case eligible, ineligible
    /// Nothing speaks against it, but something that must be known is not.
    case undecided
  }

  package let ruling: Ruling
  /// The regulation that says so; nil: none is in force.
  package let regulation: String?
  /// The rule that is satisfied, or comes nearest to it.
  package let rule: String?
  /// The membership by which somebody is eligible.
  package let membership: String?
  /// Why not, or what is not known; for the eligible what a regulation only warns of.
  package let reasons: [EligibilityReason]

  package init(
    ruling: Ruling, regulation: String?, rule: String?, membership: String?, reasons: [EligibilityReason]
  ) {
    self.ruling = ruling
    self.regulation = regulation
    self.rule = rule
    self.membership = membership
    self.reasons = reasons
  }
}

extension EligibilityRegulations {
  /// Whether somebody may attend a course at public cost that starts on a date in an area, by the dated regulation there.
  package func eligibility(
    of applicant: Applicant, for programme: Course.Programme, in area: AreaCode, on date: CivilDate,
    trained: [SubsidisedTraining] = [], classID: String? = nil
  ) -> Eligibility {
    guard let regulation = inForce(in: area, on: date) else {
      return Eligibility(
        ruling: .ineligible, regulation: nil, rule: nil, membership: nil,
        reasons: [.noRegulation(area: area, date: date)])
    }
    let spent = regulation.entitlements.compactMap { rule -> (blocks: Bool, reason: EligibilityReason)? in
      let uses = rule.uses(among: trained, programme: programme, on: date, classID: classID)
      guard let last = uses.last else { return nil }
      return (rule.blocks, .entitlementUsed(rule: rule, last: last, times: uses.count))
    }
    let blocking = spent.filter(\.blocks).map(\.reason)
    let warnings = spent.filter { !$0.blocks }.map(\.reason)
    let candidates = regulation.rules.filter { $0.programmes.contains(programme) }.map {
      RuleJudgement($0, of: applicant, on: date, by: regulation)
    }
    guard let best = candidates.min(by: { $0.rank < $1.rank }) else {
      return Eligibility(
        ruling: .ineligible, regulation: regulation.id, rule: nil, membership: nil,
        reasons: [.programmeNotCovered(programme)] + blocking + warnings)
    }
    let against = best.against + blocking
    let ruling: Eligibility.Ruling =
      !against.isEmpty ? .ineligible : !best.unknown.isEmpty ? .undecided : .eligible
    return Eligibility(
      ruling: ruling, regulation: regulation.id, rule: best.rule, membership: best.membership,
      reasons: against + best.unknown + warnings)
  }
}

/// One rule held against one applicant.
private struct RuleJudgement {
  let rule: String
  var membership: String?
  var against: [EligibilityReason] = []
  var unknown: [EligibilityReason] = []

  /// Satisfied rules first, then those with the least against.
  var rank: (Int, Int) { (against.count, unknown.count) }

  init(
    _ rule: EligibilityRule, of applicant: Applicant, on date: CivilDate, by regulation: EligibilityRegulation
  ) {
    self.rule = rule.id
    judgeCategory(rule, applicant, date, regulation.categories)
    judgeAge(rule, applicant, date, regulation.retirement)
    guard let residence = rule.residence else { return }
    if let area = applicant.area {
      if !area.isWithin(residence) { against.append(.livesElsewhere(required: residence)) }
    } else {
      unknown.append(.areaUnknown(required: residence))
    }
  }

  private mutating func judgeCategory(
    _ rule: EligibilityRule, _ applicant: Applicant, _ date: CivilDate, _ tree: CategoryTree
  ) {
    guard let admitted = rule.categories else { return }
    let fitting = applicant.memberships.filter { membership in
      admitted.contains { tree.contains(membership.category, in: $0) }
    }
    let holding = fitting.filter { $0.holds(on: date) }
    let proved = holding.first { !rule.needsEvidence || !$0.evidence.isEmpty }
    membership = proved?.id
    if proved != nil { return }
    if let unproved = holding.first {
      unknown.append(.evidenceMissing(category: unproved.category))
    } else if let other = fitting.max(by: { $0.from < $1.from }) {
      against.append(
        .categoryAtAnotherTime(category: other.category, from: other.from, through: other.through))
    } else {
      against.append(.noAdmittedCategory(admitted: admitted))
    }
  }

  private mutating func judgeAge(
    _ rule: EligibilityRule, _ applicant: Applicant, _ date: CivilDate, _ schedule: RetirementSchedule
  ) {
    guard rule.youngestAge != nil || rule.oldestAge != nil else { return }
    guard let birth = applicant.birthDate else {
      unknown.append(.birthDateUnknown)
      return
    }
    let age = date.fullYears(since: birth)
    if let youngest = rule.youngestAge, age < youngest {
      against.append(.tooYoung(age: age, least: youngest))
    }
    switch rule.oldestAge {
    case nil: break
    case .years(let oldest)?:
      if age > oldest { against.append(.tooOld(age: age, most: oldest)) }
    case .beforeRetirement(let women)?:
      guard let sex = applicant.sex else {
        unknown.append(.sexUnknown)
        return
      }
      guard let day = schedule.retirement(bornOn: birth, group: sex == .male ? .men : women) else { return }
      if day <= date { against.append(.retired(on: day)) }
    }
  }
}
