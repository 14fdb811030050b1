import Civil

extension [RosterColumn] {
  /// What became of somebody: the follow-up roster (后续服务、创业成功花名册) adds them.
  static let startUp = [
    RosterColumn("started", "是否创业", "Started", width: 6) {
      $0.outcome.map { .words(answer($0.hasStarted)) } ?? .blank
    },
    RosterColumn("venture", "企业名称", "Venture", width: 20) { text($0.outcome?.venture) },
    RosterColumn("licence", "统一社会信用代码", "Credit code", width: 20) { text($0.outcome?.licence) },
    RosterColumn("licensed_on", "登记日期", "Licensed on", width: 11) {
      $0.outcome?.licensedOn.map { .date($0) } ?? .blank
    },
    RosterColumn("form", "法律形态", "Legal form", width: 12) { words($0.outcome?.form) },
    RosterColumn("industry", "行业", "Industry", width: 12) { text($0.outcome?.industry) },
    RosterColumn("address", "经营地址", "Address", width: 20) { text($0.outcome?.address) },
    RosterColumn("state", "经营状态", "State", width: 10) { words($0.outcome?.state) },
    RosterColumn("jobs", "从业人员数", "People at work", width: 8) {
      $0.outcome?.jobs.map { .count($0) } ?? .blank
    },
    RosterColumn("key_jobs", "其中：重点群体", "Of them key groups", width: 8) {
      $0.outcome?.keyGroupJobs.map { .count($0) } ?? .blank
    },
    RosterColumn("loan_yuan", "贷款金额（元）", "Loan (yuan)", width: 12) {
      $0.outcome?.loan.map { .money(fen: $0.fen) } ?? .blank
    },
    RosterColumn("contacted_on", "最近跟踪日期", "Last contact", width: 11) {
      $0.outcome?.contactedOn.map { .date($0) } ?? .blank
    },
    RosterColumn("contact_method", "跟踪方式", "By", width: 8) { words($0.outcome?.contactMethod) },
    RosterColumn("contacted_by", "跟踪人", "Officer", width: 10) { text($0.outcome?.contactedBy) },
    RosterColumn("need", "困难与帮扶", "Needs", width: 24) { text($0.outcome?.need) },
  ]

  private static func words(_ words: Wording?) -> Cell { words.map { .words($0) } ?? .blank }
}
