import Civil
import FollowUp
import Interchange
import Reports
import Store

extension ReportKind {
  /// The reports on follow-up and ventures.
  static let followUp: [ReportKind] = [
    followUpDue, followUpSheet, followUpLedger, helpRequests, earlyWarnings, ventureRegister,
    venturePage,
  ]
}

extension ReportKind {
  static let followUpDue = ReportKind(
    "follow-up-due", Wording(zh: "回访任务：到期、逾期、失联", en: "Follow-up: due, overdue, lost"),
    purpose: Wording(zh: "回访员和主管看：谁该回访、谁逾期、谁失联", en: "for officers: whom to contact, who is overdue or lost"),
    takes: [.officer, .area]
  ) { centre, request in
    let open = try centre.openFollowUp(request)
    // Of lists that are too long to be listed the names are not asked for.
    let listed = [open.tasks.map(\.subject), open.agreed.map(\.subject)].filter { $0.count <= ListLimit.rows }
    return .followUpDue(
      open.tasks, asOf: request.asOf, officer: request.officer, area: request.area ?? "", rules: open.rules,
      lastContacts: open.lastContacts, agreed: open.agreed,
      names: try centre.names(of: listed.flatMap { $0 }),
      disclosure: request.disclosure)
  }

  static let followUpSheet = ReportKind(
    "follow-up-sheet", Wording(zh: "回访记录表", en: "Follow-up sheet"),
    purpose: Wording(
      zh: "打印或存为 CSV 带下乡填写，填好后用 follow-up import 读回",
      en: "to print or fill in as CSV on the way; 'follow-up import' reads it back"),
    takes: [.officer, .area]
  ) { centre, request in
    let open = try centre.openFollowUp(request)
    let subjects = Array(Set(open.tasks.map(\.subject))).sorted()
    return .followUpSheet(
      open.tasks, asOf: request.asOf, officer: request.officer, area: request.area ?? "",
      ventures: try centre.followedVentures(of: subjects), names: try centre.names(of: subjects),
      disclosure: request.disclosure)
  }

  static let followUpLedger = ReportKind(
    "follow-up-ledger", Wording(zh: "回访台账", en: "Follow-up ledger"),
    purpose: Wording(
      zh: "存档和检查用：一段时间内的全部回访及联系率", en: "for the file: all contacts of a period and how many reached"),
    needs: [.period], takes: [.officer, .area]
  ) { centre, request in
    let period = request.period ?? request.asOf...request.asOf
    let (contacts, areas) = try centre.stored { store throws(StoreError) in
      let found = try store.contacts(within: period, officer: request.officer, area: request.area ?? "")
      return (found, try store.traineeAreas(of: found.map(\.subject)))
    }
    let isListed = contacts.count <= ListLimit.rows
    return .followUpLedger(
      contacts, within: period, knownOn: request.asOf, officer: request.officer, area: request.area ?? "",
      areas: areas, names: try centre.names(of: isListed ? contacts.map(\.subject) : []),
      disclosure: request.disclosure)
  }

  static let helpRequests = ReportKind(
    "help-requests", Wording(zh: "帮扶需求台账（五帮）", en: "Requests for help"),
    purpose: Wording(zh: "主管看：谁要帮什么、办了多少个工作日", en: "who asked for which help and for how many working days"),
    needs: [.period]
  ) { centre, request in
    let period = request.period ?? request.asOf...request.asOf
    let requests = try centre.stored { store throws(StoreError) in
      try store.helpRequests(knownOn: request.asOf)
    }
    let subjects = Array(Set(requests.map(\.subject))).sorted()
    return .helpRequests(
      requests, within: period, calendar: request.calendar, officers: try centre.officers(of: subjects),
      names: try centre.names(of: subjects), disclosure: request.disclosure)
  }

  static let earlyWarnings = ReportKind(
    "early-warnings", Wording(zh: "创业实体预警", en: "Early warnings"),
    purpose: Wording(zh: "回访员和导师看：哪些实体可能撑不住，依据是什么", en: "which ventures may fail, and why"),
    takes: [.officer, .area]
  ) { centre, request in try centre.earlyWarnings(request) }

  static let ventureRegister = ReportKind(
    "venture-register", Wording(zh: "创业实体台账", en: "Register of ventures"),
    purpose: Wording(
      zh: "统计和检查用：全部创业实体的状态、就业、贷款和补贴", en: "all ventures with state, jobs, loans and subsidies"),
    takes: [.area]
  ) { centre, request in
    let known = try SupportedVentures(centre, area: request.area ?? "", knownOn: request.asOf)
    let isListed = known.records.count <= ListLimit.rows
    return .ventureRegister(
      known.records, asOf: request.asOf, knownOn: request.asOf, area: request.area ?? "",
      support: known.support(upTo: request.asOf, knownOn: request.asOf),
      names: try centre.names(
        of: isListed ? known.records.flatMap { $0.venture.founders.map(\.person) } : []))
  }

  static let venturePage = ReportKind(
    "venture-page", Wording(zh: "创业实体档案", en: "Venture"),
    purpose: Wording(zh: "一个创业实体的全部历史和证明材料", en: "one venture with its whole history and evidence"),
    needs: [.venture]
  ) { centre, request in
    try centre.venturePage(
      request.venture ?? "", asOf: request.asOf, calendar: request.calendar, disclosure: request.disclosure)
  }
}

extension Centre {
  fileprivate func openFollowUp(_ request: ReportRequest) throws(CentreError) -> OpenFollowUp {
    try openFollowUp(
      officer: request.officer, area: request.area ?? "", asOf: request.asOf, calendar: request.calendar)
  }

  /// The last venture of each trainee who has one.
  func followedVentures(of trainees: [String]) throws(CentreError) -> [String: VentureRecord] {
    var ventures: [String: VentureRecord] = [:]
    for trainee in trainees {
      ventures[trainee] = try self.ventures(VentureQuery(founder: trainee)).last?.record
    }
    return ventures
  }

  /// The officer who follows each trainee.
  func officers(of trainees: [String]) throws(CentreError) -> [String: String] {
    let wanted = Set(trainees)
    let few = wanted.count <= 500 ? wanted.sorted() : nil
    let cases = try stored { store throws(StoreError) in try store.followUpCases(of: few) }
    return Dictionary(cases.filter { wanted.contains($0.subject) }.map { ($0.subject, $0.officer) }) { $1 }
  }
}
