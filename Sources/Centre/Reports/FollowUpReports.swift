import Civil
import FollowUp
import Interchange
package import Reports
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
    return .followUpDue(
      open.tasks, asOf: request.asOf, officer: request.officer, area: request.area ?? "", rules: open.rules,
      lastContacts: open.lastContacts, agreed: open.agreed,
      names: try centre.names(of: open.tasks.map(\.subject) + open.agreed.map(\.subject)),
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
    let contacts = try centre.stored { store throws(StoreError) in try store.contacts(within: period) }
    let subjects = contacts.map(\.subject)
    let known = try centre.stored { store throws(StoreError) in try store.traineeNames(of: subjects) }
    return .followUpLedger(
      contacts, within: period, knownOn: request.asOf, officer: request.officer, area: request.area ?? "",
      areas: known.compactMapValues(\.area), names: try centre.names(of: subjects),
      disclosure: request.disclosure)
  }

  static let helpRequests = ReportKind(
    "help-requests", Wording(zh: "帮扶需求台账（五帮）", en: "Requests for help"),
    purpose: Wording(zh: "主管看：谁要帮什么、办了多少个工作日", en: "who asked for which help and for how many working days"),
    needs: [.period]
  ) { centre, request in
    let period = request.period ?? request.asOf...request.asOf
    let requests = try centre.stored { store throws(StoreError) in try store.helpRequests() }
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
    let files = try centre.ventures(VentureQuery(area: request.area))
    let known = files.filter { $0.recordedOn <= request.asOf }
    let support = known.map { file in
      (
        file.record.venture.id,
        Report.Support(file.loans, file.subsidies, upTo: request.asOf, knownOn: request.asOf)
      )
    }
    return .ventureRegister(
      known.map { $0.asOf(request.asOf) }, asOf: request.asOf, knownOn: request.asOf,
      area: request.area ?? "",
      support: Dictionary(support) { first, _ in first },
      names: try centre.names(of: known.flatMap(\.record.venture.founders).map(\.person)))
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

extension VentureFile {
  /// The record with the venture as it was on a day, by what was known on it.
  fileprivate func asOf(_ day: CivilDate) -> VentureRecord {
    VentureRecord(first.changed(by: facts, on: day, knownOn: day), states: record.states, jobs: record.jobs)
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

  /// The ventures of an officer's trainees, or of an area, that may fail, with the reasons.
  package func earlyWarnings(_ request: ReportRequest) throws(CentreError) -> Report {
    let files = try watched(request)
    let founders = Array(Set(files.flatMap(\.record.venture.founders).map(\.person))).sorted()
    let (officers, contacts) = (try officers(of: founders), try contacts(with: founders))
    let requests = try stored { store throws(StoreError) in
      try store.helpRequests(of: request.officer == nil ? nil : founders)
    }
    let asked = Dictionary(grouping: requests, by: \.subject)
    var evidence: [WarningEvidence] = []
    for file in files {
      let people = file.record.venture.founders.map(\.person)
      evidence.append(
        try warningEvidence(
          file, contacts: people.flatMap { contacts[$0] ?? [] },
          requests: people.flatMap { asked[$0] ?? [] }, asOf: request.asOf, calendar: request.calendar))
    }
    let stamps = Set(evidence.flatMap { [$0.rule.stamp, $0.followUp.stamp] })
    return .earlyWarnings(
      evidence, asOf: request.asOf,
      rules: stamps.sorted { ($0.name.chinese, $0.from) < ($1.name.chinese, $1.from) }, officers: officers,
      names: try names(of: founders))
  }

  /// The ventures that are looked at for warnings: those of an officer's trainees, or of an area.
  private func watched(_ request: ReportRequest) throws(CentreError) -> [VentureFile] {
    guard let officer = request.officer else { return try ventures(VentureQuery(area: request.area)) }
    let founders = try stored { store throws(StoreError) in try store.founders(followedBy: officer) }
    var files: [String: VentureFile] = [:]
    for founder in founders {
      for file in try ventures(VentureQuery(founder: founder, area: request.area)) {
        files[file.record.venture.id] = file
      }
    }
    return files.values.sorted { $0.record.venture.id < $1.record.venture.id }
  }
}
