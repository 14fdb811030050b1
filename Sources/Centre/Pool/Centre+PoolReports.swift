package import Civil
import FollowUp
import Indicators
package import Mentors
import Planning
package import Reports
import Store

extension Centre {
  /// The members that are looked for, with their places, as known on a day.
  package func poolList(_ query: PoolQuery = PoolQuery(), asOf day: CivilDate) throws(CentreError) -> Report {
    let found = try poolMembers(asOf: day).filter { query.fits($0.member, on: day) }
    return .poolList(
      found, try mentorRelations(knownOn: day), asOf: day, names: try names(of: []))
  }

  /// All that is known of a member on a day: profile, terms, certificates, places, the year's work, and what comes.
  ///
  /// Throws where there is no member of the id.
  package func poolPage(
    _ id: String, asOf day: CivilDate, disclosure: Disclosure = .masked
  ) throws(CentreError) -> Report {
    let record = try poolMember(id, asOf: day)
    let year = (CivilDate(year: day.year, month: 1, day: 1) ?? day)...day
    let guidance = try guidance(mentor: id, within: year, knownOn: day)
    let relations = try mentorRelations(knownOn: day).filter { $0.member == id }
    let (taught, planned) = try periods(ofYearOf: day)
    let activity = PoolActivity(
      relations: relations, guidance: GuidanceCount(guidance, in: year),
      periods: (taught[id] ?? 0, planned[id] ?? 0), meetings: try meetings(of: id, after: day))
    let people = relations.map(\.subject) + activity.meetings.compactMap(\.trainee)
    return .poolPage(
      record, activity, asOf: day, names: try names(of: people), disclosure: disclosure)
  }

  /// What a check of the expert team found.
  package func coverageReport(_ coverage: TeamCoverage) throws(CentreError) -> Report {
    .teamCoverage(coverage, names: try names(of: []))
  }

  /// What was agreed with a member and what is in the published timetable after a day, the next first.
  private func meetings(of id: String, after day: CivilDate) throws(CentreError) -> [PoolActivity.Meeting] {
    let sessions = try guidance(knownOn: day)
    var latest: [String: GuidanceSession] = [:]
    for session in sessions where latest[session.trainee].map({ $0.on <= session.on }) ?? true {
      latest[session.trainee] = session
    }
    var meetings = latest.values.compactMap { session -> PoolActivity.Meeting? in
      guard session.mentor == id, let next = session.next, next > day else { return nil }
      let what = Wording(
        zh: "约定的指导：\(session.link.name.chinese)", en: "guidance that was agreed: \(session.link.name.english)"
      )
      return PoolActivity.Meeting(on: next, what: what, trainee: session.trainee)
    }
    if let timetable = try? timetable(of: .person(id)) {
      meetings += timetable.entries.filter { $0.row.date > day }.map { entry in
        let row = entry.row
        let text =
          row.kind == .class ? className(row.classID, course: entry.courseName) + " " + entry.moduleName : ""
        let what =
          row.kind == .class
          ? Wording(zh: "授课：\(row.start) \(text)", en: "class: \(row.start) \(text)")
          : Wording(zh: "导师辅导：\(row.start)", en: "mentoring: \(row.start)")
        return PoolActivity.Meeting(on: row.date, what: what, trainee: row.kind == .class ? nil : row.trainee)
      }
    }
    return meetings.sorted {
      ($0.on, $0.what.english, $0.trainee ?? "") < ($1.on, $1.what.english, $1.trainee ?? "")
    }
  }
}

extension ReportKind {
  /// The reports on the pool of mentors and the expert team.
  static let pool: [ReportKind] = [mentorPool, teamCoverage, mentorLoad]

  static let mentorPool = ReportKind(
    "mentor-pool", Wording(zh: "创业导师名册", en: "Pool of mentors"),
    purpose: Wording(
      zh: "存档和公布用：导师库全部人员、擅长环节、名额和聘期", en: "who is in the pool, for what, with how many places"),
    takes: [.area]
  ) { centre, request in
    try centre.poolList(PoolQuery(area: request.area), asOf: request.asOf)
  }

  static let teamCoverage = ReportKind(
    "team-coverage", Wording(zh: "专家指导团覆盖检查", en: "Coverage of the expert team"),
    purpose: Wording(
      zh: "主管看：指导团 12 人是否配齐，哪些部门、环节没有人，谁的聘期和证书将到期",
      en: "what of the expert team is missing, and whose term or certificate ends soon"),
    takes: [.area]
  ) { centre, request in
    try centre.coverageReport(centre.teamCoverage(area: request.area ?? "", asOf: request.asOf))
  }

  static let mentorLoad = ReportKind(
    "mentor-load", Wording(zh: "导师工作量与均衡", en: "Load of the mentors"),
    purpose: Wording(
      zh: "安排辅导前看：谁带得多、谁还有名额，是否均衡", en: "who bears how much, who has places left, and how even it is"),
    takes: [.period]
  ) { centre, request in
    let year = CivilDate(year: request.asOf.year, month: 1, day: 1) ?? request.asOf
    let asked = request.period ?? year...request.asOf
    // What lies ahead is not known yet.
    let period = min(asked.lowerBound, request.asOf)...min(asked.upperBound, request.asOf)
    return .mentorLoad(
      try centre.poolMembers(asOf: request.asOf).map(\.member),
      try centre.mentorRelations(knownOn: request.asOf), within: period, names: try centre.names(of: []))
  }
}
