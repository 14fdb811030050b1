package import Civil
import FollowUp
import Indicators
import Mentors
package import Reports
import Store

extension ReportKind {
  /// The reports on guidance and help.
  static let guidance: [ReportKind] = [serviceChain, guidanceLedger, helpDeadlines]

  static let serviceChain = ReportKind(
    "service-chain", Wording(zh: "创业服务“一条龙”进展", en: "One-stop service chain"),
    purpose: Wording(
      zh: "主管看：各环节多少人、用多久、谁卡在哪里、为什么", en: "how many came how far, and who is stuck where and why"),
    takes: [.area]
  ) { centre, request in
    let standing = try centre.chain(area: request.area ?? "", asOf: request.asOf)
    return .serviceChain(
      standing.chain, standing.funnel, stuck: standing.stuck, asOf: request.asOf, area: request.area ?? "",
      names: try centre.names(of: standing.stuck.map(\.place.trainee)))
  }

  static let guidanceLedger = ReportKind(
    "guidance-ledger", Wording(zh: "创业指导台账", en: "Ledger of guidance"),
    purpose: Wording(zh: "存档和检查用：指导了多少人、多少人次", en: "how many people were guided how many times"),
    needs: [.period], takes: [.area]
  ) { centre, request in
    let period = request.period ?? request.asOf...request.asOf
    return try centre.guidanceLedger(area: request.area ?? "", within: period, knownOn: request.asOf)
  }

  static let helpDeadlines = ReportKind(
    "help-deadlines", Wording(zh: "“五帮”限时办结", en: "Deadlines of help"),
    purpose: Wording(
      zh: "主管看：哪些帮扶将到期、已逾期，按期办结率多少", en: "which help is due or overdue, and how much was in time"),
    takes: [.area, .period]
  ) { centre, request in
    let rule = try centre.rule(\.help, .help, in: request.area ?? "", on: request.asOf)
    let requests = try centre.stored { store throws(StoreError) in
      try store.helpRequests(knownOn: request.asOf)
    }
    let isHere = try centre.people(of: request.area ?? "", requests.map(\.subject), knownOn: request.asOf)
    let own = requests.filter { isHere($0.subject) }
    let year = CivilDate(year: request.asOf.year, month: 1, day: 1) ?? request.asOf
    return .helpDeadlines(
      own, rule: rule, within: request.period ?? year...request.asOf, asOf: request.asOf,
      calendar: request.calendar, area: request.area ?? "", names: try centre.names(of: own.map(\.subject)))
  }
}

extension Centre {
  /// The ledger of guidance of a period, of all or of a trainee or a mentor, in an area or everywhere, as known on a
  /// day.
  package func guidanceLedger(
    trainee: String? = nil, mentor: String? = nil, area: String = "", within period: ClosedRange<CivilDate>,
    knownOn day: CivilDate
  ) throws(CentreError) -> Report {
    let found = try guidance(trainee: trainee, mentor: mentor, within: period, knownOn: day)
    let isHere = try people(of: area, found.map(\.trainee), knownOn: day)
    let sessions = found.filter { isHere($0.trainee) }
    return .guidanceLedger(
      sessions, within: period, knownOn: day, area: area, names: try names(of: sessions.map(\.trainee)))
  }
}
