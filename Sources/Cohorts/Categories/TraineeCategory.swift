package import Civil

/// A group of people that a policy names (人员类别), with the code that tables carry and its official name.
package struct TraineeCategory: Hashable, Sendable {
  /// As in `trainees` and `cohorts` (`graduate`, `returning_migrant`, `laid_off` …).
  package let code: String
  package let name: Wording
  /// Other names in use, and the codes of older rosters.
  package let otherNames: [String]

  private init(_ code: String, _ chinese: String, _ english: String, _ otherNames: [String] = []) {
    self.code = code
    name = Wording(zh: chinese, en: english)
    self.otherNames = otherNames
  }

  /// The category that a code or a Chinese name stands for.
  ///
  /// - Parameter key: lower case, half-width, without blanks, hyphens and underscores.
  package init?(named key: String) {
    guard let known = TraineeCategory.byKey[key] else { return nil }
    self = known
  }

  /// The groups of the national measures for training subsidies and start-up loans, and those of the centres' rosters.
  package static let all: [TraineeCategory] = [
    TraineeCategory(
      "graduate", "高校毕业生", "Graduate",
      [
        "毕业学年高校毕业生", "毕业年度高校毕业生", "应届毕业生", "应届高校毕业生", "离校未就业高校毕业生", "毕业2年内高校毕业生",
        "毕业5年内高校毕业生", "大学毕业生", "大学生", "毕业生", "GRAD-YEAR", "GRAD-2", "GRAD-5", "GRAD-UNEMP",
      ]),
    TraineeCategory(
      "returning_migrant", "返乡农民工", "Returning migrant worker",
      ["返乡创业农民工", "返乡入乡创业人员", "返乡创业人员", "返乡人员", "MIGRANT-RET"]),
    TraineeCategory("laid_off", "下岗失业人员", "Laid-off worker", ["下岗失业", "下岗职工", "下岗人员", "LAID-OFF"]),
    TraineeCategory(
      "registered_unemployed", "城镇登记失业人员", "Registered unemployed", ["登记失业人员", "城镇失业人员", "失业人员", "UNEMP-REG"]),
    TraineeCategory("hard_to_employ", "就业困难人员", "Hard to employ", ["就业困难", "HARD"]),
    TraineeCategory("long_term_unemployed", "长期失业者", "Long-term unemployed", ["长期失业人员", "LTU"]),
    TraineeCategory(
      "rural_transfer", "农村转移就业劳动者", "Rural worker in transfer", ["进城务工农民", "进城务工人员", "农民工", "RURAL-TRANS"]),
    TraineeCategory("rural_surplus", "农村富余劳动力", "Rural surplus labour", ["农村剩余劳动力", "RURAL-SURPLUS"]),
    TraineeCategory("landless", "失地农民", "Landless farmer", ["被征地农民", "征地农转非", "征地农转非人员"]),
    TraineeCategory(
      "veteran", "退役军人", "Veteran", ["复转军人", "复员军人", "转业军人", "退伍军人", "自主就业退役士兵", "退役士兵"]),
    TraineeCategory("disabled", "残疾人", "Disabled person", ["残疾人员"]),
    TraineeCategory("low_income", "低保对象", "Low-income household", ["城乡低保家庭", "低保人员", "低保家庭", "DIBAO"]),
    TraineeCategory(
      "zero_employment", "零就业家庭成员", "Member of a zero-employment household", ["零就业家庭", "ZERO"]),
    TraineeCategory(
      "poor", "脱贫人口", "Lifted out of poverty", ["建档立卡贫困人口", "建档立卡", "脱贫人员", "防止返贫监测对象", "贫困家庭子女"]),
    TraineeCategory("ex_prisoner", "刑满释放人员", "Former prisoner", ["社区矫正人员", "刑释人员", "EXPRISON"]),
    TraineeCategory("drug_recovered", "戒毒康复人员", "Recovered drug user", ["DRUG"]),
    TraineeCategory(
      "school_leaver", "新成长劳动力", "School leaver",
      ["城乡未继续升学的应届初高中毕业生", "未继续升学应届初高中毕业生", "两后生"]),
    TraineeCategory("capacity_cut", "化解过剩产能企业职工", "Worker of a firm with capacity cut", ["去产能职工"]),
    TraineeCategory("online_merchant", "网络商户", "Online merchant", ["网店店主", "网商", "ONLINE"]),
    TraineeCategory(
      "farm_founder", "农村自主创业农民", "Farmer founder", ["乡村创业致富带头人", "致富带头人", "FARM-START"]),
    TraineeCategory("owner", "小微企业主", "Owner of a small business", ["个体工商户", "企业主", "小微企业创办者"]),
    TraineeCategory("employed", "在职人员", "Employed", ["在职", "在职职工", "企业职工"]),
    TraineeCategory("women", "妇女", "Woman", ["创业妇女"]),
    TraineeCategory("party_member", "党员", "Party member", ["PARTY"]),
    TraineeCategory("cadre", "离岗创业干部", "Cadre on leave to found", ["离岗创业人员"]),
    TraineeCategory("rural_able", "农村小能人", "Able rural person", ["农村能人", "RURAL-ABLE"]),
    TraineeCategory("other", "其他", "Other", ["其它", "其他人员"]),
  ]

  private static let byKey: [String: TraineeCategory] = {
    var byKey: [String: TraineeCategory] = [:]
    for category in all {
      for name in [category.code, category.name.chinese] + category.otherNames {
        byKey[name.lowercased().filter { $0 != "_" && $0 != "-" }] = category
      }
    }
    return byKey
  }()
}
