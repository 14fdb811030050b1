package import Civil

/// Somebody of the pool (师资库、导师库): a lecturer, mentor, expert, volunteer or alumnus, and what help can be had.
///
/// The person's name, telephone and calendar are those of the `Person` with the same id.
package struct PoolMember: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case lecturer, longTermMentor, oneOffMentor, departmentExpert, scholar, entrepreneur, volunteer, alumnus

    package var name: Wording {
      switch self {
      case .lecturer: Wording(zh: "讲师", en: "lecturer")
      case .longTermMentor: Wording(zh: "长期导师", en: "long-term mentor")
      case .oneOffMentor: Wording(zh: "单次导师", en: "one-off mentor")
      case .departmentExpert: Wording(zh: "部门业务专家", en: "department expert")
      case .scholar: Wording(zh: "专家学者", en: "scholar")
      case .entrepreneur: Wording(zh: "企业家", en: "entrepreneur")
      case .volunteer: Wording(zh: "创业志愿者", en: "volunteer")
      case .alumnus: Wording(zh: "创业成功学员", en: "alumnus")
      }
    }
  }

  package let id: String
  package let kinds: Set<Kind>
  /// The department that sends an expert (工商、税务 …), as the regulation names it.
  package let department: String?
  package let links: Set<ServiceLink>
  package let industries: Set<IndustryScope>
  /// Fields in the words of the centre: tax, law, marketing.
  package let fields: Set<String>
  package let areas: Set<AreaCode>
  package let languages: Set<String>
  /// Trainees or ventures at a time, in total; nil: it was not agreed how many, and nobody is assigned.
  package let capacity: Int?
  /// Whether the help is free of charge (公益).
  package let isFree: Bool
  package let isInTeam: Bool
  package let certificates: [MentorCertificate]
  package let membership: Ledger<PoolState>

  package init(
    id: String, kinds: Set<Kind>, department: String? = nil, links: Set<ServiceLink> = [],
    industries: Set<IndustryScope> = [], fields: Set<String> = [], areas: Set<AreaCode> = [],
    languages: Set<String> = [], capacity: Int? = nil, isFree: Bool = true, isInTeam: Bool = false,
    certificates: [MentorCertificate] = [], membership: Ledger<PoolState> = Ledger()
  ) {
    self.id = id
    self.kinds = kinds
    self.department = department
    self.links = links
    self.industries = industries
    self.fields = fields
    self.areas = areas
    self.languages = languages
    self.capacity = capacity
    self.isFree = isFree
    self.isInTeam = isInTeam
    self.certificates = certificates
    self.membership = membership
  }

  /// Whether the member is in its term of service on a date, as known on that day or another.
  package func isServing(on date: CivilDate, knownOn day: CivilDate? = nil) -> Bool {
    term(on: date, knownOn: day).map { $0.end.map { date <= $0 } ?? true } ?? false
  }

  /// The term of service that began last by a date; nil: none, or it was ended.
  package func term(on date: CivilDate, knownOn day: CivilDate? = nil) -> (begin: CivilDate, end: CivilDate?)?
  {
    guard let entry = membership.entry(on: date, knownOn: day ?? date), case .serving(let end) = entry.fact
    else { return nil }
    return (entry.from, end)
  }
}

/// A certificate to teach or advise (讲师证书、聘书), with its validity.
package struct MentorCertificate: Hashable, Sendable {
  package let kind: String
  package let number: String
  package let from: CivilDate
  /// The last day on which it holds; nil: without end.
  package let to: CivilDate?
  /// Periods to be taught in each year for it to stay; nil: none are asked for.
  package let yearlyPeriods: Int?

  package init(
    kind: String, number: String = "", from: CivilDate, to: CivilDate? = nil, yearlyPeriods: Int? = nil
  ) {
    self.kind = kind
    self.number = number
    self.from = from
    self.to = to
    self.yearlyPeriods = yearlyPeriods
  }

  package func isValid(on date: CivilDate) -> Bool { from <= date && to.map { date <= $0 } ?? true }

  /// Periods still to be taught in a year, of those taught in it; 0 where none are asked for.
  package func periodsShort(taught: Int) -> Int { max(0, (yearlyPeriods ?? 0) - taught) }
}
