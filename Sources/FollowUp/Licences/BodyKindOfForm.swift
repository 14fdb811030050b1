extension LegalForm {
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
