package import Civil
package import Mentors
package import Reports
import Store

extension ReportKind {
  /// The reports on pledges and pairings.
  static let ties: [ReportKind] = [mentorAssignments, pledgeDuties, pledges, pairings]

  static let mentorAssignments = ReportKind(
    "mentor-assignments", Wording(zh: "导师辅导关系台账", en: "Assignments of mentors"),
    purpose: Wording(zh: "存档和检查用：谁辅导谁、自何时起、由来和理由", en: "for the file: who helps whom since when, and why"),
    takes: [.area]
  ) { centre, request in try centre.assignmentReport(area: request.area ?? "", asOf: request.asOf) }

  static let pledgeDuties = ReportKind(
    "pledge-duties", Wording(zh: "“三包”履责到期与逾期", en: "Duties of pledges: due and overdue"),
    purpose: Wording(
      zh: "责任人和主管看：为谁、哪一项、何时前要办，谁逾期；列至期间的最后一天，默认 14 天内",
      en: "for officers: what is owed to whom by when; up to the period's last day, by default 14 days ahead"),
    takes: [.officer, .area, .period]
  ) { centre, request in
    let standing = try centre.pledgeStanding(
      officer: request.officer, area: request.area ?? "", asOf: request.asOf, calendar: request.calendar)
    return .pledgeDuties(
      standing.duties, upTo: request.period?.upperBound ?? request.asOf + 14, asOf: request.asOf,
      rules: standing.rules, officer: request.officer, area: request.area ?? "",
      names: try centre.names(of: standing.duties.map(\.trainee)))
  }

  static let pledges = ReportKind(
    "pledges", Wording(zh: "“三包”责任及履责台账", en: "Ledger of pledges"),
    purpose: Wording(
      zh: "存档和检查用：谁对谁负责、三项责任履行得怎样；履责记录默认列本年度",
      en: "for the file: who answers for whom and how it was kept; deeds by default of this year"),
    takes: [.officer, .area, .period]
  ) { centre, request in
    let standing = try centre.pledgeStanding(
      officer: request.officer, area: request.area ?? "", asOf: request.asOf, calendar: request.calendar)
    let year = CivilDate(year: request.asOf.year, month: 1, day: 1) ?? request.asOf
    return .pledges(
      standing.pledges, duties: standing.duties, within: request.period ?? year...request.asOf,
      asOf: request.asOf, rules: standing.rules, officer: request.officer, area: request.area ?? "",
      names: try centre.names(of: standing.pledges.map(\.trainee)))
  }

  static let pairings = ReportKind(
    "pairings", Wording(zh: "结对台账（双联、挂钩、互助）", en: "Pairings"),
    purpose: Wording(
      zh: "存档和检查用：部门与社区、干部与创业户、干部与企业、创业者之间的结对",
      en: "for the file: departments and communities, cadres and households or firms, founders")
  ) { centre, request in
    try centre.pairingReport(asOf: request.asOf)
  }
}

extension Centre {
  /// The pairings of a kind, or of all, as known on a day.
  package func pairingReport(kind: Pairing.Kind? = nil, asOf day: CivilDate) throws(CentreError) -> Report {
    let known = try pairings(knownOn: day)
    let ids = Array(Set(known.flatMap { [$0.helper, $0.helped] })).sorted()
    let firms = try stored { store throws(StoreError) in try store.ventureNames(of: ids) }
    return .pairings(known, kind: kind, asOf: day, names: try names(of: ids).adding(firms))
  }
}
