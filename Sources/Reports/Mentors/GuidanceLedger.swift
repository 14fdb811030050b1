package import Civil
package import Mentors

extension Report {
  /// The ledger of guidance of a period: people and person-times apart, by link and by mentor, and each meeting.
  package static func guidanceLedger(
    _ sessions: [GuidanceSession], within period: ClosedRange<CivilDate>, knownOn date: CivilDate,
    area: String = "", names: FollowedNames
  ) -> Report {
    let own = sessions.filter { period.contains($0.on) }.sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    return Report(
      "guidance-ledger", title: Wording(zh: "创业指导台账", en: "Ledger of guidance"),
      particulars: [
        Particular(Wording(zh: "起", en: "From"), .date(period.lowerBound)),
        Particular(Wording(zh: "止", en: "To"), .date(period.upperBound)),
        Particular(Wording(zh: "登记截至", en: "Recorded by"), .date(date)),
        .area(area, names),
      ],
      parts: [
        .table(
          counts(
            Wording(zh: "按环节", en: "By link"), Wording(zh: "环节", en: "Link"),
            ServiceLink.allCases.map { link in (.words(link.name), own.filter { $0.link == link }) }, own,
            period)),
        .table(
          counts(
            Wording(zh: "按导师", en: "By mentor"), Wording(zh: "导师", en: "Mentor"),
            Set(own.map(\.mentor)).sorted().map { mentor in
              (.text(names.person(mentor)), own.filter { $0.mentor == mentor })
            }, own, period)),
        .table(meetings(own, names)),
      ], isLandscape: true)
  }

  private static func counts(
    _ title: Wording, _ head: Wording, _ groups: [(Cell, [GuidanceSession])], _ all: [GuidanceSession],
    _ period: ClosedRange<CivilDate>
  ) -> ReportTable {
    func row(_ name: Cell, _ sessions: [GuidanceSession]) -> [Cell] {
      let count = GuidanceCount(sessions, in: period)
      return [
        name, .count(count.people), .count(count.personTimes),
        .decimal(Double(count.minutes) / 60, places: 1),
        .count(sessions.count { !$0.wasHeld }),
      ]
    }
    return ReportTable(
      title,
      columns: [
        ReportTable.Column(head, width: 20), ReportTable.Column(Wording(zh: "人", en: "People"), width: 10),
        ReportTable.Column(Wording(zh: "人次", en: "Person-times"), width: 10),
        ReportTable.Column(Wording(zh: "小时", en: "Hours"), width: 10),
        ReportTable.Column(Wording(zh: "未到（次）", en: "Missed"), width: 10),
      ],
      rows: groups.filter { !$0.1.isEmpty }.map { row($0.0, $0.1) },
      total: row(.words(Wording(zh: "合计", en: "Total")), all),
      notes: [
        Wording(
          zh: "人：指导过的不同学员数，各行相加可大于合计；人次：指导次数。",
          en:
            "People are distinct trainees, so rows may add up to more than the total; person-times are meetings."
        )
      ])
  }

  private static func meetings(_ sessions: [GuidanceSession], _ names: FollowedNames) -> ReportTable {
    ReportTable(
      Wording(zh: "指导记录", en: "Meetings"),
      columns: [
        ReportTable.Column(Wording(zh: "编号", en: "Id"), width: 10),
        ReportTable.Column(Wording(zh: "日期", en: "Date"), width: 12),
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 12),
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 16),
        ReportTable.Column(Wording(zh: "方式", en: "How"), width: 8),
        ReportTable.Column(Wording(zh: "分钟", en: "Minutes"), width: 8),
        ReportTable.Column(Wording(zh: "结果", en: "Result"), width: 12),
        ReportTable.Column(Wording(zh: "内容", en: "Notes"), width: 30),
        ReportTable.Column(Wording(zh: "下一步", en: "Next"), width: 24),
        ReportTable.Column(Wording(zh: "下次日期", en: "Next meeting"), width: 12),
      ],
      rows: sessions.map { one in
        [
          .text(one.id), .date(one.on), .text(names.person(one.trainee)), .text(names.person(one.mentor)),
          .words(one.link.name), .words(one.mode.name), .count(one.minutes), .words(one.outcome.name),
          one.notes.map { .text($0) } ?? .blank, one.nextAction.map { .text($0) } ?? .blank,
          one.next.map { .date($0) } ?? .blank,
        ]
      }, notes: sessions.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }
}
