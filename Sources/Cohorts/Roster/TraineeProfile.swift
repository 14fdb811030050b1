package import Civil

/// What a roster says of a trainee besides what planning needs (花名册): for claims, statistics and papers.
package struct TraineeProfile: Hashable, Sendable {
  package let trainee: String
  package let document: IdentityDocument.Kind
  /// As stated; where the document carries them, those of the document.
  package let sex: Sex?
  package let birthDate: CivilDate?
  package let education: Education?
  package let household: Household?
  /// The number of the household register (户号); nil: not told.
  package let householdNumber: String?
  /// Whether the trainee says to have had a subsidy for training before (是否享受过同类补贴).
  package let hadSubsidy: Bool?
  /// The day on which the trainee agreed to the use of the personal data (个人信息使用授权); nil: not yet.
  package let consentOn: CivilDate?
  /// What the trainee means to start, in the roster's words (创业意向).
  package let wish: String?
  package let remarks: String?

  package init(
    trainee: String, document: IdentityDocument.Kind = .residentID, sex: Sex? = nil,
    birthDate: CivilDate? = nil, education: Education? = nil, household: Household? = nil,
    householdNumber: String? = nil, hadSubsidy: Bool? = nil, consentOn: CivilDate? = nil, wish: String? = nil,
    remarks: String? = nil
  ) {
    self.trainee = trainee
    self.document = document
    self.sex = sex
    self.birthDate = birthDate
    self.education = education
    self.household = household
    self.householdNumber = householdNumber
    self.hadSubsidy = hadSubsidy
    self.consentOn = consentOn
    self.wish = wish
    self.remarks = remarks
  }
}

/// Education (文化程度), in the steps that rosters ask for.
package enum Education: String, CaseIterable, Hashable, Sendable {
  case none, primary, middle, high, college, bachelor, master

  package var name: Wording {
    switch self {
    case .none: Wording(zh: "文盲或半文盲", en: "no schooling")
    case .primary: Wording(zh: "小学", en: "primary school")
    case .middle: Wording(zh: "初中", en: "middle school")
    case .high: Wording(zh: "高中/中专/中职/技校", en: "high or vocational school")
    case .college: Wording(zh: "大专/高职", en: "college")
    case .bachelor: Wording(zh: "本科", en: "bachelor")
    case .master: Wording(zh: "研究生", en: "master or above")
    }
  }
}

/// The kind of household registration (户籍性质).
package enum Household: String, CaseIterable, Hashable, Sendable {
  case urban, rural

  package var name: Wording {
    self == .urban ? Wording(zh: "城镇", en: "urban") : Wording(zh: "农村", en: "rural")
  }
}
