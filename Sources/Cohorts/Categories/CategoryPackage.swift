package import Civil

/// A list of categories that a policy names together, with its source, for regulations to refer to.
package struct CategoryPackage: Hashable, Sendable {
  package let name: Wording
  package let categories: [String]
  package let source: String

  package init(name: Wording, categories: [String], source: String) {
    self.name = name
    self.categories = categories
    self.source = source
  }

  /// The five groups of the training subsidy.
  package static let trainingSubsidy = CategoryPackage(
    name: Wording(zh: "职业培训补贴五类人员", en: "five groups of the training subsidy"),
    categories: ["poor", "graduating_year", "school_leaver", "rural_transfer", "registered_unemployed"],
    source: "就业补助资金管理办法: 贫困家庭子女、毕业年度高校毕业生、城乡未继续升学的应届初高中毕业生、农村转移就业劳动者、城镇登记失业人员")

  /// The groups of the start-up loan.
  package static let startUpLoan = CategoryPackage(
    name: Wording(zh: "创业担保贷款重点群体", en: "groups of the start-up loan"),
    categories: [
      "registered_unemployed", "hard_to_employ", "disabled", "veteran", "ex_prisoner", "graduate_5",
      "capacity_cut", "returning_migrant", "online_merchant", "poor", "farm_founder",
    ],
    source: "创业担保贷款贴息, 2017–2019")
}
