package import Civil
package import FollowUp

extension Report {
  /// The open requests for help against their deadlines, the most pressing first, and how those of a period were met.
  package static func helpDeadlines(
    _ requests: [HelpRequest], rule: HelpRule, within period: ClosedRange<CivilDate>, asOf date: CivilDate,
    calendar: WorkingCalendar, area: String = "", names: FollowedNames
  ) -> Report {
    let open = requests.filter { $0.openedOn <= date && $0.closedOn.map { $0 > date } ?? true }
      .map { (request: $0, due: rule.deadline(of: $0, in: calendar)) }
      .sorted { left, right in
        let (first, second) = (left.due ?? .distant, right.due ?? .distant)
        return (first, left.request.id) < (second, right.request.id)
      }
    return Report(
      "help-deadlines", title: Wording(zh: "“五帮”限时办结", en: "Deadlines of help"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "统计期起", en: "Opened from"), .date(period.lowerBound)),
        Particular(Wording(zh: "统计期止", en: "Opened to"), .date(period.upperBound)),
        .area(area, names),
      ],
      parts: [
        .table(
          ReportTable(
            Wording(zh: "未办结", en: "Open"),
            columns: [
              ReportTable.Column(Wording(zh: "编号", en: "Request"), width: 22),
              ReportTable.Column(Wording(zh: "帮扶事项", en: "Help"), width: 22),
              ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
              ReportTable.Column(Wording(zh: "提出日期", en: "Opened on"), width: 12),
              ReportTable.Column(Wording(zh: "办结期限", en: "Due on"), width: 12),
              ReportTable.Column(Wording(zh: "办理情况", en: "Standing"), width: 24),
            ],
            rows: open.map { one in
              [
                .text(one.request.id), .words(one.request.kind.name),
                .text(names.person(one.request.subject)), .date(one.request.openedOn),
                one.due.map { .date($0) } ?? .blank,
                .words(rule.standing(of: one.request, in: calendar, asOf: date).wording),
              ]
            }, notes: open.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])),
        .table(fulfilment(rule.fulfilment(of: requests, openedIn: period, in: calendar, asOf: date), rule)),
      ], isLandscape: true)
  }

  private static func fulfilment(_ rows: [HelpFulfilment], _ rule: HelpRule) -> ReportTable {
    ReportTable(
      Wording(zh: "办结情况", en: "How requests were met"),
      columns: [
        ReportTable.Column(Wording(zh: "帮扶事项", en: "Help"), width: 22),
        ReportTable.Column(Wording(zh: "期限（工作日）", en: "Limit, working days"), width: 12),
        ReportTable.Column(Wording(zh: "提出（件）", en: "Opened"), width: 10),
        ReportTable.Column(Wording(zh: "按期办结", en: "In time"), width: 10),
        ReportTable.Column(Wording(zh: "逾期办结", en: "Late"), width: 10),
        ReportTable.Column(Wording(zh: "未办结", en: "Open"), width: 10),
        ReportTable.Column(Wording(zh: "其中逾期", en: "Overdue"), width: 10),
        ReportTable.Column(Wording(zh: "按期办结率", en: "Share in time"), width: 12),
        ReportTable.Column(Wording(zh: "用时中位数（工作日）", en: "Median working days"), width: 14),
      ],
      rows: rows.map { row in
        [
          .words(row.kind.name), rule.workingDays[row.kind].map { .count($0) } ?? .blank, .count(row.opened),
          .count(row.inTime), .count(row.late), .count(row.open), .count(row.overdue),
          row.shareInTime.map { .share($0, places: 1) } ?? .blank,
          row.medianWorkingDays.map { .decimal($0, places: 1) } ?? .blank,
        ]
      },
      notes: [
        Wording(
          zh: "期限依据：\(rule.stamp.wording.chinese)。按期办结率的分母是已办结的件数。",
          en: "Deadlines by: \(rule.stamp.wording.english). The share is of those settled.")
      ])
  }
}

extension CivilDate {
  /// After every day that a person writes: what has no deadline comes last.
  fileprivate static let distant = CivilDate(daysSinceEpoch: 10_000_000)
}
