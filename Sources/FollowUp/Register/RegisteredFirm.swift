package import Civil
package import Cohorts

/// One row of an extract of the business register (市场主体登记).
package struct RegisteredFirm: Hashable, Sendable {
  /// Unique in the extract: the credit code where there is one.
  package let id: String
  package let name: String
  /// The legal representative or operator first, then other founders.
  package let people: [RegisteredPerson]
  /// The firm's own telephone; often that of an agent who registers many.
  package let phone: String?
  package let area: AreaCode?
  package let registeredOn: CivilDate?
  /// The industry (GB/T 4754), a section's letter first.
  package let industry: String?

  package init(
    id: String, name: String, people: [RegisteredPerson], phone: String? = nil, area: AreaCode? = nil,
    registeredOn: CivilDate? = nil, industry: String? = nil
  ) {
    self.id = id
    self.name = name
    self.people = people
    self.phone = phone
    self.area = area
    self.registeredOn = registeredOn
    self.industry = industry
  }
}

/// Somebody whom the register names with a firm.
package struct RegisteredPerson: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    case legalRepresentative = "legal_representative"
    case founder

    package var name: Wording {
      switch self {
      case .legalRepresentative: Wording(zh: "法定代表人（经营者）", en: "legal representative or operator")
      case .founder: Wording(zh: "投资人", en: "founder")
      }
    }
  }

  package let role: Role
  package let name: String
  /// Stands for the whole identity number: a keyed hash or the number itself, the same as for trainees.
  package let identityKey: String?
  /// The number as far as the register shows it.
  package let maskedIdentity: MaskedNumber?
  package let phone: String?

  package init(
    role: Role = .legalRepresentative, name: String, identityKey: String? = nil,
    maskedIdentity: MaskedNumber? = nil, phone: String? = nil
  ) {
    self.role = role
    self.name = name
    self.identityKey = identityKey
    self.maskedIdentity = maskedIdentity
    self.phone = phone
  }
}

/// A trainee, with all that may be known of one person from several rosters, as the register is searched for them.
package struct RosterPerson: Hashable, Sendable {
  package let id: String
  package let name: String
  package let identityKey: String?
  /// The number as far as the caller lets it be seen.
  package let maskedIdentity: MaskedNumber?
  package let phones: [String]
  package let area: AreaCode?
  /// The first day of the first course and the last day of the last.
  package let trained: ClosedRange<CivilDate>?
  /// The industry that the trainee means to start in.
  package let industry: String?

  package init(
    id: String, name: String, identityKey: String? = nil, maskedIdentity: MaskedNumber? = nil,
    phones: [String] = [], area: AreaCode? = nil, trained: ClosedRange<CivilDate>? = nil,
    industry: String? = nil
  ) {
    self.id = id
    self.name = name
    self.identityKey = identityKey
    self.maskedIdentity = maskedIdentity
    self.phones = phones
    self.area = area
    self.trained = trained
    self.industry = industry
  }
}
