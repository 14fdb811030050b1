package import Civil
package import Mentors
package import Planning

extension Report {
  /// A year's guidance against the team's hours: by month and link, and what is short.
  ///
  /// `given` is what was held in the period; `basis` says where the shares of the links are from; `mentors` are the names
  /// of people by id.
  package static func guidanceHours(
    _ hours: GuidanceHours, given: GuidanceCount, basis: Wording, mentors: [String: String]
  ) -> Report {
    Report(
      "guidance-hours", title: Wording(zh: "指导任务与师资工时", en: "Guidance wanted and what hours can bear"),
      particulars: [
        Particular(Wording(zh: "自", en: "From"), .date(hours.period.lowerBound)),
        Particular(Wording(zh: "至", en: "To"), .date(hours.period.upperBound)),
        Particular(Wording(zh: "任务（人次）", en: "Wanted, person-times"), .count(hours.wanted)),
        Particular(Wording(zh: "可承担（人次）", en: "Bearable, person-times"), .count(hours.bearable)),
        Particular(Wording(zh: "已指导（人次）", en: "Held, person-times"), .count(given.personTimes)),
        Particular(Wording(zh: "已指导（人）", en: "Held, people"), .count(given.people)),
        Particular(Wording(zh: "每次（课时）", en: "Periods a meeting"), .count(hours.periods)),
      ],
      parts: [
        .paragraph(verdict(hours)), .table(months(hours)), .table(links(hours, basis)),
        .table(team(hours, mentors)),
      ])
  }

  private static func verdict(_ hours: GuidanceHours) -> Wording {
    if let shortage = hours.shortage {
      return Wording(
        zh: "工时不足：\(sentence(shortage).chinese)。请增聘能承担这些环节的导师、放宽其开放时间，或调减任务。",
        en:
          "The hours do not suffice: \(sentence(shortage).english). Win mentors for these links, open more of their "
          + "time, or lower the target.")
    }
    let tight = hours.months.filter { $0.shortage != nil }
    guard let first = tight.first, let shortage = first.shortage else {
      return Wording(
        zh: "未查出短缺：各月各环节的工时都够。", en: "No shortage found: the hours suffice in each month and link.")
    }
    return Wording(
      zh:
        "全期工时够，但有 \(tight.count) 个月不够，先是 \(first.days.lowerBound.parts.month) 月：\(sentence(shortage).chinese)；可在其他月份补。",
      en:
        "The hours suffice over the period, but not in \(tight.count) months, first from \(first.days.lowerBound): "
        + "\(sentence(shortage).english); other months can make up for it.")
  }

  private static func sentence(_ shortage: GuidanceHours.Shortage) -> Wording {
    Wording(
      zh: "\(shortage.links.map { "“\($0.name.chinese)”" }.joined())需 \(shortage.wanted) 人次，能承担的 "
        + "\(shortage.mentors) 名导师至多 \(shortage.bearable) 人次，缺 \(shortage.short) 人次",
      en:
        "\(shortage.links.map(\.name.english).joined(separator: ", ")) want \(shortage.wanted) meetings, the "
        + "\(shortage.mentors) mentors who guide in them can hold \(shortage.bearable) at most, \(shortage.short) "
        + "are short")
  }

  private static func months(_ hours: GuidanceHours) -> ReportTable {
    ReportTable(
      Wording(zh: "分月", en: "By month"),
      columns: [
        ReportTable.Column(Wording(zh: "自", en: "From"), width: 12),
        ReportTable.Column(Wording(zh: "工作日", en: "Working days"), width: 10),
        ReportTable.Column(Wording(zh: "任务（人次）", en: "Wanted"), width: 12),
        ReportTable.Column(Wording(zh: "可承担（人次）", en: "Bearable"), width: 12),
        ReportTable.Column(Wording(zh: "缺（人次）", en: "Short"), width: 10),
        ReportTable.Column(Wording(zh: "缺在", en: "In"), width: 30),
      ],
      rows: hours.months.map { month in
        [
          .date(month.days.lowerBound), .count(month.workingDays), .count(month.wanted),
          .count(month.bearable),
          .count(month.shortage?.short ?? 0),
          month.shortage.map { .words($0.links.map(\.name).listed) } ?? .blank,
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .count(hours.months.reduce(0) { $0 + $1.workingDays }),
        .count(hours.wanted), .count(hours.bearable), .count(hours.shortage?.short ?? 0),
      ],
      notes: [
        Wording(
          zh: "任务按工作日分到各月。可承担：导师开放时间减去已排课次、例会和本人日历，不超过每日、每周课时上限；是上限，未计窗口、路程和学员时间。",
          en:
            "Targets fall on months by working days. Bearable is a bound from above: open time less sessions, meetings "
            + "and calendars, within the limits of a day and a week; desks, travel and trainees' time are not counted."
        )
      ])
  }

  private static func links(_ hours: GuidanceHours, _ basis: Wording) -> ReportTable {
    ReportTable(
      Wording(zh: "分环节", en: "By link"),
      columns: [
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 18),
        ReportTable.Column(Wording(zh: "任务（人次）", en: "Wanted"), width: 12),
        ReportTable.Column(Wording(zh: "导师（人）", en: "Mentors"), width: 10),
        ReportTable.Column(Wording(zh: "只做该环节可承担（人次）", en: "Bearable if only this"), width: 20),
      ],
      rows: hours.links.map {
        [.words($0.link.name), .count($0.wanted), .count($0.mentors), .count($0.bearable)]
      }, notes: [basis])
  }

  private static func team(_ hours: GuidanceHours, _ names: [String: String]) -> ReportTable {
    ReportTable(
      Wording(zh: "导师", en: "Mentors"),
      columns: [
        ReportTable.Column(Wording(zh: "导师", en: "Mentor"), width: 16),
        ReportTable.Column(Wording(zh: "可承担（人次）", en: "Bearable"), width: 14),
      ],
      rows: hours.byMentor.map { [.text(names[$0.mentor] ?? $0.mentor), .count($0.meetings)] },
      notes: hours.byMentor.isEmpty ? [Wording(zh: "没有导师。", en: "There are no mentors.")] : [])
  }
}
