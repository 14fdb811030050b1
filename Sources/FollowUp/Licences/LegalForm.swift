package import Civil

/// The legal form of a venture (法律形态).
package enum LegalForm: String, Hashable, Sendable, CaseIterable {
  case individualBusiness = "individual_business"
  case soleProprietorship = "sole_proprietorship"
  case partnership
  case onePersonCompany = "one_person_company"
  case limitedCompany = "limited_company"
  case jointStockCompany = "joint_stock_company"
  case farmersCooperative = "farmers_cooperative"
  case privateNonEnterprise = "private_non_enterprise"
  case unregistered

  package var name: Wording {
    switch self {
    case .individualBusiness: Wording(zh: "个体工商户", en: "individual business")
    case .soleProprietorship: Wording(zh: "个人独资企业", en: "sole proprietorship")
    case .partnership: Wording(zh: "合伙企业", en: "partnership")
    case .onePersonCompany: Wording(zh: "一人有限公司", en: "one-person company")
    case .limitedCompany: Wording(zh: "有限责任公司", en: "limited company")
    case .jointStockCompany: Wording(zh: "股份公司", en: "joint-stock company")
    case .farmersCooperative: Wording(zh: "农民专业合作社", en: "farmers' specialised cooperative")
    case .privateNonEnterprise: Wording(zh: "民办非企业", en: "private non-enterprise unit")
    case .unregistered: Wording(zh: "未登记", en: "unregistered")
    }
  }

  /// The kind of body that its credit code must name; nil: it has none.
  package var bodyKind: BodyKind? {
    switch self {
    case .individualBusiness: .individualBusiness
    case .soleProprietorship, .partnership, .onePersonCompany, .limitedCompany, .jointStockCompany:
      .enterprise
    case .farmersCooperative: .farmersCooperative
    case .privateNonEnterprise: .privateNonEnterprise
    case .unregistered: nil
    }
  }
}
