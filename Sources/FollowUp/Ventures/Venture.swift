package import Civil

/// A venture (创业实体): what one or several founders started, licensed or not.
package struct Venture: Hashable, Sendable {
  /// One of those who started it.
  package struct Founder: Hashable, Sendable {
    /// The person's id.
    package let person: String
    /// 1: the first venture of this person (初次创业); 2 and more: a later one (二次创业).
    package let attempt: Int

    package init(person: String, attempt: Int = 1) {
      self.person = person
      self.attempt = attempt
    }
  }

  package let id: String
  package let name: String
  package let founders: [Founder]
  package let legalForm: LegalForm
  package let registration: Registration
  package let industry: Industry?
  /// The code of the area it works in (GB/T 2260 and the statistical codes below it).
  package let area: String
  /// What it cost to start; nil: not known.
  package let startUpCost: Money?
  /// The incubator (创业孵化基地) that it sits in.
  package let incubator: String?

  package init(
    id: String, name: String, founders: [Founder], legalForm: LegalForm, registration: Registration = .none,
    industry: Industry? = nil, area: String, startUpCost: Money? = nil, incubator: String? = nil
  ) {
    self.id = id
    self.name = name
    self.founders = founders
    self.legalForm = legalForm
    self.registration = registration
    self.industry = industry
    self.area = area
    self.startUpCost = startUpCost
    self.incubator = incubator
  }

  /// The day of the licence; nil: none.
  package var licensedOn: CivilDate? { registration.date }
}

/// Where a venture is found: kept apart, as no figure counts it and few may see it.
package struct VentureWhereabouts: Hashable, Sendable {
  /// Where it does its business (经营地址).
  package let address: String?
  /// The venture's own telephone, beside those of its founders.
  package let phone: String?

  package init(address: String? = nil, phone: String? = nil) {
    self.address = address
    self.phone = phone
  }
}

/// A venture with what the ledgers say of it.
package struct VentureRecord: Hashable, Sendable {
  package let venture: Venture
  package var states: Ledger<VentureState>
  package var jobs: Ledger<Headcount>

  package init(
    _ venture: Venture, states: Ledger<VentureState> = Ledger(), jobs: Ledger<Headcount> = Ledger()
  ) {
    self.venture = venture
    self.states = states
    self.jobs = jobs
  }

  /// The first day on which it operated, as known on a day.
  package func operatingSince(knownOn day: CivilDate) -> CivilDate? {
    states.standing(knownOn: day).first { $0.fact == .operating }?.from
  }
}
