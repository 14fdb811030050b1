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
        Particular(Wording(zh: "导师工时至多（人次）", en: "By mentors' hours, at most"), .count(hours.bearable)),
        Particular(
          Wording(zh: "窗口至多（坐班人次）", en: "At the desks, at most"),
          .count(hours.months.reduce(0) { $0 + $1.atDesks })),
        Particular(Wording(zh: "上门至多（人次）", en: "Visits, at most"), .count(visits(hours))),
        Particular(
          Wording(zh: "学员空闲至多（人次）", en: "By trainees' time, at most"),
          .count(hours.months.reduce(0) { $0 + $1.byTrainees })),
        Particular(
          Wording(zh: "已排入课表（人次）", en: "Planned already"), .count(hours.months.reduce(0) { $0 + $1.arranged })
        ),
        Particular(Wording(zh: "已指导（人次）", en: "Held, person-times"), .count(given.personTimes)),
        Particular(Wording(zh: "已指导（人）", en: "Held, people"), .count(given.people)),
        Particular(Wording(zh: "每次（课时）", en: "Periods a meeting"), .count(hours.periods)),
      ],
      parts: [
        .paragraph(verdict(hours)), .table(months(hours)), .table(links(hours, basis)),
        .table(team(hours, mentors)),
      ])
  }

  private static func visits(_ hours: GuidanceHours) -> Int { hours.byMentor.reduce(0) { $0 + $1.visits } }

  private static func verdict(_ hours: GuidanceHours) -> Wording {
    if !hours.shortages.isEmpty {
      let told = sentences(hours.shortages)
      return Wording(
        zh: "不足：\(told.chinese)。共缺 \(hours.short) 人次。",
        en: "It does not suffice: \(told.english). \(hours.short) meetings are short in all.")
    }
    let tight = hours.months.filter { !$0.shortages.isEmpty }
    guard let first = tight.first else {
      return Wording(
        zh: "未查出短缺：各月各环节的导师工时、窗口和学员时间都够。",
        en: "No shortage found: mentors' hours, desks and trainees' time suffice in each month and link.")
    }
    let told = sentences(first.shortages)
    return Wording(
      zh: "全期够，但有 \(tight.count) 个月不够，先是 \(first.days.lowerBound.parts.month) 月：\(told.chinese)；可在其他月份补。",
      en:
        "It suffices over the period, but not in \(tight.count) months, first from \(first.days.lowerBound): "
        + "\(told.english); other months can make up for it.")
  }

  private static func sentences(_ shortages: [GuidanceHours.Shortage]) -> Wording {
    let all = shortages.map(sentence)
    return Wording(
      zh: all.map(\.chinese).joined(separator: "；"), en: all.map(\.english).joined(separator: "; "))
  }

  private static func sentence(_ shortage: GuidanceHours.Shortage) -> Wording {
    let (wanted, bearable, count) = (shortage.wanted, shortage.bearable, shortage.count)
    let short = shortage.short
    switch shortage.kind {
    case .mentors:
      let modes = Wording(
        zh: shortage.modes.isEmpty ? "" : "（\(shortage.modes.map(\.name.chinese).joined(separator: "、"))）",
        en: shortage.modes.isEmpty ? "" : " (\(shortage.modes.map(\.name.english).joined(separator: ", ")))")
      return Wording(
        zh: "\(shortage.links.map { "“\($0.name.chinese)”" }.joined())\(modes.chinese)需 \(wanted) 人次，能承担的 "
          + "\(count) 名导师至多 \(bearable) 人次，缺 \(short) 人次，可增聘导师、放宽其开放时间或调减任务",
        en:
          "\(shortage.links.map(\.name.english).joined(separator: ", "))\(modes.english) want \(wanted) meetings, the "
          + "\(count) mentors who guide in them can hold \(bearable) at most, \(short) are short: win mentors for "
          + "these links, open more of their time, or lower the target")
    case .desks:
      return Wording(
        zh: "坐班指导需 \(wanted) 人次，\(count) 个窗口至多 \(bearable) 人次，缺 \(short) 人次，可增设窗口、延长开放时间，"
          + "或改为上门、线上",
        en:
          "\(wanted) meetings in the office are wanted, the \(count) desks can take \(bearable) at most, \(short) are "
          + "short: add desks, open them longer, or visit and meet on line")
    case .trainees:
      return Wording(
        zh: "共需 \(wanted) 人次，\(count) 名学员课外时间至多 \(bearable) 人次，缺 \(short) 人次，可在课外时段开放或调减任务",
        en:
          "\(wanted) meetings are wanted, the \(count) trainees have time for \(bearable) at most beside their "
          + "classes, \(short) are short: open other hours, or lower the target")
    }
  }

  private static func months(_ hours: GuidanceHours) -> ReportTable {
    func sum(_ count: (GuidanceHours.Month) -> Int) -> Cell {
      .count(hours.months.reduce(0) { $0 + count($1) })
    }
    return ReportTable(
      Wording(zh: "分月", en: "By month"),
      columns: [
        ReportTable.Column(Wording(zh: "自", en: "From"), width: 12),
        ReportTable.Column(Wording(zh: "工作日", en: "Working days"), width: 8),
        ReportTable.Column(Wording(zh: "任务", en: "Wanted"), width: 8),
        ReportTable.Column(Wording(zh: "已排", en: "Planned"), width: 8),
        ReportTable.Column(Wording(zh: "导师至多", en: "Mentors, at most"), width: 10),
        ReportTable.Column(Wording(zh: "窗口至多", en: "Desks, at most"), width: 10),
        ReportTable.Column(Wording(zh: "上门至多", en: "Visits, at most"), width: 10),
        ReportTable.Column(Wording(zh: "学员至多", en: "Trainees, at most"), width: 10),
        ReportTable.Column(Wording(zh: "缺", en: "Short"), width: 8),
        ReportTable.Column(Wording(zh: "缺在", en: "In"), width: 30),
      ],
      rows: hours.months.map { month in
        [
          .date(month.days.lowerBound), .count(month.workingDays), .count(month.wanted),
          .count(month.arranged),
          .count(month.bearable), .count(month.atDesks), .count(month.visits), .count(month.byTrainees),
          .count(month.short),
          month.shortages.isEmpty ? .blank : .words(month.shortages.map(place).listed),
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), sum(\.workingDays), .count(hours.wanted), sum(\.arranged),
        .count(hours.bearable), sum(\.atDesks), .count(visits(hours)), sum(\.byTrainees), .count(hours.short),
      ],
      notes: [
        Wording(
          zh: "人次。任务按工作日分到各月；“已排”是课表中的指导，是计划；各“至多”是上限，不是计划：导师按开放时间减去班级课次、"
            + "例会和本人日历，不超过每日、每周课时上限（跨月的周在两月都算，合计按全期算）；窗口按开放时间和个数；上门另计前后路程；学员上课时不计。"
            + "缺数按上限得出，一定缺；不缺的，排期时仍可能因日期和人选排不下。",
          en:
            "Meetings. Targets fall on months by working days. 'Planned' stands in the timetable and is a plan; what "
            + "says 'at most' is a bound: mentors by open time less classes, meetings and calendars, within the limits of "
            + "a day and a week (a week of two months counts in both, the total by the whole period); "
            + "desks by their opening hours and number; visits with the ways before and after them; "
            + "trainees when not in class. What is short by bounds is short; what is not may still not fit.")
      ])
  }

  /// What is short, in a word.
  private static func place(_ shortage: GuidanceHours.Shortage) -> Wording {
    switch shortage.kind {
    case .mentors: shortage.links.map(\.name).listed
    case .desks: Wording(zh: "窗口", en: "desks")
    case .trainees: Wording(zh: "学员时间", en: "trainees' time")
    }
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
        ReportTable.Column(Wording(zh: "至多（人次）", en: "At most"), width: 12),
        ReportTable.Column(Wording(zh: "其中坐班至多", en: "In the office, at most"), width: 14),
        ReportTable.Column(Wording(zh: "只上门至多", en: "If only visits"), width: 12),
      ],
      rows: hours.byMentor.map {
        [.text(names[$0.id] ?? $0.id), .count($0.meetings), .count($0.office), .count($0.visits)]
      },
      notes: hours.byMentor.isEmpty ? [Wording(zh: "没有导师。", en: "There are no mentors.")] : [])
  }
}
