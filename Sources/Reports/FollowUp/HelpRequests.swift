package import Civil
package import FollowUp

extension Report {
  /// The requests for help by the five helps (五帮): opened, closed and open, with the working days they took.
  ///
  /// `officers` holds the officer of each subject.
  package static func helpRequests(
    _ requests: [HelpRequest], within period: ClosedRange<CivilDate>, calendar: WorkingCalendar,
    officers: [String: String], names: FollowedNames, disclosure: Disclosure = .masked
  ) -> Report {
    let date = period.upperBound
    let known = requests.filter { $0.openedOn <= date }
    let open = known.filter { !$0.isClosed(by: date) }
      .sorted { ($0.openedOn, $0.id) < ($1.openedOn, $1.id) }
    let closed = known.filter {
      $0.isClosed(by: date) && $0.closedOn.map { $0 >= period.lowerBound } ?? false
    }
    .sorted { ($0.closedOn ?? date, $0.id) < ($1.closedOn ?? date, $1.id) }
    let table = HelpTable(
      date: date, calendar: calendar, officers: officers, names: names, disclosure: disclosure)
    return Report(
      "help-requests", title: Wording(zh: "帮扶需求台账（五帮）", en: "Requests for help"),
      particulars: [
        Particular(Wording(zh: "起", en: "From"), .date(period.lowerBound)),
        Particular(Wording(zh: "止", en: "To"), .date(date)),
      ],
      parts: [
        .table(table.summary(known.filter { period.contains($0.openedOn) }, closed: closed, open: open)),
        .table(table.table(Wording(zh: "未办结", en: "Open"), open)),
        .table(table.table(Wording(zh: "已办结", en: "Settled"), closed)),
      ], isLandscape: true)
  }
}

extension HelpRequest {
  fileprivate func isClosed(by date: CivilDate) -> Bool { closedOn.map { $0 <= date } ?? false }
}

private struct HelpTable {
  let date: CivilDate
  let calendar: WorkingCalendar
  let officers: [String: String]
  let names: FollowedNames
  let disclosure: Disclosure

  func summary(_ opened: [HelpRequest], closed: [HelpRequest], open: [HelpRequest]) -> ReportTable {
    func row(_ title: Wording, _ chosen: (HelpRequest) -> Bool) -> [Cell] {
      let days = closed.filter(chosen).map { $0.workingDays(asOf: date, in: calendar) }.sorted()
      let longest = open.filter(chosen).map { $0.workingDays(asOf: date, in: calendar) }.max()
      return [
        .words(title), .count(opened.filter(chosen).count), .count(days.count),
        .count(open.filter(chosen).count), days.median.map { .decimal($0, places: 1) } ?? .blank,
        longest.map { .count($0) } ?? .blank,
      ]
    }
    return ReportTable(
      Wording(zh: "五帮办理情况", en: "The five helps"),
      columns: [
        ReportTable.Column(Wording(zh: "帮扶事项", en: "Help"), width: 22),
        ReportTable.Column(Wording(zh: "本期提出（件）", en: "Opened in the period"), width: 12),
        ReportTable.Column(Wording(zh: "本期办结（件）", en: "Settled in the period"), width: 12),
        ReportTable.Column(Wording(zh: "未办结（件）", en: "Open"), width: 12),
        ReportTable.Column(Wording(zh: "办结用时中位数（工作日）", en: "Median working days to settle"), width: 16),
        ReportTable.Column(Wording(zh: "未办结最长（工作日）", en: "Longest open (working days)"), width: 16),
      ],
      rows: HelpRequest.Kind.allCases.map { kind in row(kind.name) { $0.kind == kind } },
      total: row(Wording(zh: "合计", en: "Total")) { _ in true })
  }

  func table(_ title: Wording, _ requests: [HelpRequest]) -> ReportTable {
    ReportTable(
      title,
      columns: [
        ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
        ReportTable.Column(Wording(zh: "编号", en: "Request"), width: 24),
        ReportTable.Column(Wording(zh: "帮扶事项", en: "Help"), width: 22),
        ReportTable.Column(Wording(zh: "学员或实体", en: "Trainee or venture"), width: 14),
        ReportTable.Column(Wording(zh: "名称", en: "Name"), width: 14),
        ReportTable.Column(Wording(zh: "联系电话", en: "Telephone"), width: 14),
        ReportTable.Column(Wording(zh: "提出日期", en: "Opened on"), width: 12),
        ReportTable.Column(Wording(zh: "办结日期", en: "Settled on"), width: 12),
        ReportTable.Column(Wording(zh: "历时（工作日）", en: "Working days"), width: 12),
        ReportTable.Column(Wording(zh: "回访员", en: "Officer"), width: 10),
      ],
      rows: requests.enumerated().map { place, request in
        [
          .count(place + 1), .text(request.id), .words(request.kind.name), .text(request.subject),
          .text(names.person(request.subject)), names.phone(of: request.subject, disclosure),
          .date(request.openedOn), .date(request.closedOn.flatMap { $0 <= date ? $0 : nil }),
          .count(request.workingDays(asOf: date, in: calendar)),
          .text(officers[request.subject].map(names.person)),
        ]
      },
      notes: requests.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }
}
