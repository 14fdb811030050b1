import Civil
import Mentors

extension LedgerTable {
  /// Notes and what is to be done next are not told.
  static let guidance = LedgerTable(
    "guidance", Wording(zh: "创业指导", en: "Guidance"),
    row: Wording(zh: "一名学员接受一次指导，或约定后未到", en: "a meeting of a trainee with a mentor, or one that was missed"),
    from: "guidance x LEFT JOIN correction k ON k.entryID = x.id AND k.recordedOn <= :day",
    area: "x.trainee IN (\(LedgerScope.people))", order: "x.number",
    [
      .text("guidance", "printf('G%05d', x.number)", "编号", "guidance"),
      .text("trainee", "x.trainee", "学员编号", "trainee"), .text("mentor", "x.mentor", "导师", "mentor"),
      .text(
        "link", "x.link", "服务环节", "link of the service chain",
        note: Wording(
          zh: ServiceLinkWords.note(\.chinese, "；"), en: ServiceLinkWords.note(\.english, "; "))),
      .day("on", "x.day", "指导日期", "on"),
      .whole("minutes", "x.minutes", "时长", "minutes", note: Wording(zh: "分钟", en: "minutes")),
      .text(
        "mode", "x.mode", "方式", "how",
        note: Wording(zh: "office 到访；visit 上门；online 线上", en: "office, visit or online")),
      .text(
        "outcome", "x.outcome", "结果", "result",
        note: Wording(
          zh: "held 已指导；finished 本环节完成；missed 未到（不计人次）",
          en: "held, finished (with it the link is through) or missed (counts as none)")),
      .day("next_on", "x.nextDay", "约定下次", "next agreed for"),
      .text("request", "x.request", "帮扶单", "request for help that it served"),
    ], Column.recorded, [.struckOut, .struckOutBy])

  static let helpRequests = LedgerTable(
    "help_requests", Wording(zh: "“五帮”帮扶需求", en: "Requests for help"),
    row: Wording(zh: "一项帮扶需求及其办结", en: "a request for help and how it was settled"),
    from: "helpRequest x",
    area: "x.subject IN (\(LedgerScope.people)) OR x.subject IN (\(LedgerScope.ventures))",
    order: "x.openedDay, x.code",
    [
      .text("request", "x.code", "编号", "request"),
      .text(
        "subject", "x.subject", "帮扶对象", "for whom",
        note: Wording(zh: "学员或创业实体编号", en: "a trainee or a venture")),
      .text(
        "kind", "x.kind", "帮扶事项", "help",
        note: Wording(
          zh:
            "projectApplication 项目申报；fundRaising 资金筹集；licences 证件办理；businessDifficulty 解决经营困难；planning 规划发展",
          en: "projectApplication, fundRaising, licences, businessDifficulty or planning")),
      .day(
        "opened_on", "x.openedDay", "提出日期", "opened on",
        note: Wording(
          zh: "期限自次日起按工作日计算，见 calendar.csv", en: "working days count from the day after; see calendar.csv")),
      .text(
        "contact", "x.contact", "来自哪次回访", "told in which contact",
        note: Wording(zh: "空：不是在回访中提出的", en: "blank: it was not told in a contact")),
      .day(
        "closed_on", "CASE WHEN x.closedDay <= :day THEN x.closedDay END", "办结日期", "settled on",
        note: Wording(zh: "空：到截止日未办结", en: "blank: open on the day of the export")),
      .text("outcome", "CASE WHEN x.closedDay <= :day THEN x.outcome END", "办理结果", "what was done"),
    ], Column.recorded)

  /// What the published timetable says took place.
  static let mentoringSessions = LedgerTable(
    "mentoring_sessions", Wording(zh: "课表中的导师指导", en: "Meetings of the timetable"),
    row: Wording(
      zh: "已发布课表中一次已到日期、未取消的导师指导；当日已有指导记录的，以记录为准",
      en:
        "a meeting with mentors whose day has come by the timetable; where guidance of the day is on record, that counts"
    ),
    from: """
      (SELECT s.trainee, r.status, \(MentorMeetings.day) AS day, lower(hex(s.id)) AS code,
         (SELECT group_concat(person, '; ') FROM (
           SELECT person FROM revisionPerson WHERE ownerID = r.id ORDER BY position)) AS mentors
       FROM session s JOIN revision r ON r.sessionID = s.id WHERE \(MentorMeetings.isInForce)) x
      """, known: "x.day <= :day", area: "x.trainee IN (\(LedgerScope.people))",
    order: "x.day, x.trainee, x.code",
    [
      .text("trainee", "x.trainee", "学员编号", "trainee"), .day("on", "x.day", "日期", "on"),
      .text("mentors", "x.mentors", "导师", "mentors"),
      .text(
        "status", "x.status", "状态", "status",
        note: Wording(zh: "confirmed 已确认；tentative 待定", en: "confirmed or tentative")),
      .text("session", "x.code", "课次编号", "session"),
    ])
}

/// The links of the service chain as ledgers write them.
private enum ServiceLinkWords {
  static func note(_ language: (Wording) -> String, _ separator: String) -> String {
    ServiceLink.allCases.map { "\($0.rawValue) \(language($0.name))" }.joined(separator: separator)
  }
}
