package import Civil

/// The legal form (法律形态) of a venture.
package enum LegalForm: String, CaseIterable, Hashable, Sendable {
  case individualBusiness, soleProprietorship, partnership, onePersonCompany, limitedCompany
  case jointStockCompany, farmersCooperative, privateNonEnterprise, unregistered

  package var name: Wording {
    switch self {
    case .individualBusiness: Wording(zh: "个体工商户", en: "individual business")
    case .soleProprietorship: Wording(zh: "个人独资企业", en: "sole proprietorship")
    case .partnership: Wording(zh: "合伙企业", en: "partnership")
    case .onePersonCompany: Wording(zh: "一人有限公司", en: "one-person company")
    case .limitedCompany: Wording(zh: "有限责任公司", en: "limited company")
    case .jointStockCompany: Wording(zh: "股份公司", en: "joint-stock company")
    case .farmersCooperative: Wording(zh: "农民专业合作社", en: "farmers' cooperative")
    case .privateNonEnterprise: Wording(zh: "民办非企业", en: "private non-enterprise unit")
    case .unregistered: Wording(zh: "未登记", en: "unregistered")
    }
  }

  /// What it is counted as: enterprises (家) and individual businesses (户) are never added up.
  package enum Kind: Hashable, Sendable { case enterprise, individualBusiness, otherBody, unregistered }

  package var kind: Kind {
    switch self {
    case .individualBusiness: .individualBusiness
    case .soleProprietorship, .partnership, .onePersonCompany, .limitedCompany, .jointStockCompany:
      .enterprise
    case .farmersCooperative, .privateNonEnterprise: .otherBody
    case .unregistered: .unregistered
    }
  }
}
