package import Civil
import Cohorts
package import Courses
package import Planning

extension Report {
  /// Classes proposed from the register of wishes, and everyone left over with the reason.
  ///
  /// `bundle` is what they are formed over, for the names of cohorts and sites and the times of the week; `rows` are a
  /// timetable of the classes, and none where none was looked for; `proof` says what was found about it.
  package static func forming(
    _ proposal: FormingProposal, asOf date: CivilDate, disclosure: Disclosure, bundle: PlanningBundle,
    rows: [TimetableRow], proof: Wording
  ) -> Report {
    let formed = proposal.formed
    let placed = proposal.classes.reduce(0) { $0 + $1.intents.count }
    let gap = formed.waitingDays - formed.leastWaitingDays
    let quality =
      formed.isOptimal
      ? Wording(zh: "已证明最优", en: "proved to be the least")
      : Wording(
        zh: "下限 \(Figures.grouped(formed.leastWaitingDays)) 人天，相差不超过 \(Figures.grouped(gap)) 人天",
        en: "at least \(Figures.grouped(formed.leastWaitingDays)) in any case, so at most "
          + "\(Figures.grouped(gap)) too many")
    return Report(
      "class-proposal", title: Wording(zh: "编班建议", en: "Proposed classes"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "班级", en: "Classes"), .count(proposal.classes.count)),
        Particular(Wording(zh: "编入人数", en: "Placed"), .count(placed)),
        Particular(Wording(zh: "未编入人数", en: "Left over"), .count(proposal.leftOver.count)),
        Particular(
          Wording(zh: "按课时计算至多可编入", en: "At most, by counting"), .count(formed.bounds.mostPlaced)),
        Particular(Wording(zh: "等待人天", en: "Days of waiting"), .count(formed.waitingDays)),
        Particular(Wording(zh: "最优性", en: "How good"), .words(quality)),
        Particular(Wording(zh: "课表", en: "Timetable"), .words(proof)),
      ],
      parts: [
        .table(classes(proposal, bundle, rows)), .table(members(proposal, disclosure)),
        .table(reasons(proposal)), .table(left(proposal, disclosure)),
      ], isLandscape: true)
  }

  private static func classes(
    _ proposal: FormingProposal, _ bundle: PlanningBundle, _ rows: [TimetableRow]
  ) -> ReportTable {
    let held = Dictionary(grouping: rows.filter { $0.kind == .class }, by: \.classID)
    let cohorts = Dictionary(bundle.cohorts.map { ($0.id, $0) }) { first, _ in first }
    let sites = Dictionary(bundle.sites.map { ($0.id, $0.name) }) { first, _ in first }
    let blocks = bundle.blocks.map(\.id)
    return ReportTable(
      Wording(zh: "建议班级", en: "Classes"),
      columns: [
        .init(Wording(zh: "班级", en: "Class"), width: 18), .init(Wording(zh: "课程", en: "Course"), width: 12),
        .init(Wording(zh: "学员群体", en: "Cohort"), width: 12),
        .init(Wording(zh: "上课时间", en: "Times"), width: 20), .init(Wording(zh: "培训点", en: "Site"), width: 18),
        .init(Wording(zh: "开班月首日", en: "From"), width: 11),
        .init(Wording(zh: "试排上课日期", en: "Held on"), width: 24),
        .init(Wording(zh: "人数", en: "People"), width: 7),
        .init(Wording(zh: "平均等待天数", en: "Mean days waited"), width: 10),
        .init(Wording(zh: "最长等待天数", en: "Most days waited"), width: 10),
      ],
      rows: proposal.classes.map { one in
        let days = one.intents.map { one.start - $0.surveyedOn }
        let times = cohorts[one.offer.cohort]?.open.text(blocks: blocks) ?? ""
        return [
          .text(one.id), .text(one.offer.course), .text(cohorts[one.offer.cohort]?.name ?? one.offer.cohort),
          times.isEmpty ? .words(Wording(zh: "随时", en: "always")) : .text(times),
          .text(sites[one.offer.site] ?? one.offer.site), .date(one.start), .text(dates(held[one.id] ?? [])),
          .count(one.intents.count),
          .decimal(Double(days.reduce(0, +)) / Double(max(1, days.count)), places: 0),
          .count(days.max() ?? 0),
        ]
      },
      notes: [
        Wording(
          zh: "目标：全部意愿等待天数之和最小（未编入的至少计到计划期末次日），其次班级数最少，再次各班人数均衡。",
          en:
            "What is sought: the least sum of days waited (who is left over waits at least until the months end), then "
            + "the fewest classes, then equal sizes.")
      ])
  }

  /// The first and the last day on which a class is held.
  private static func dates(_ rows: [TimetableRow]) -> String {
    guard let first = rows.map(\.date).min(), let last = rows.map(\.date).max() else { return "" }
    return "\(first)…\(last)"
  }

  private static func members(_ proposal: FormingProposal, _ disclosure: Disclosure) -> ReportTable {
    ReportTable(
      Wording(zh: "编入名单", en: "Placed"),
      columns: [
        .init(Wording(zh: "班级", en: "Class"), width: 18), .init(Wording(zh: "意愿编号", en: "Wish"), width: 9),
        .init(Wording(zh: "姓名", en: "Name"), width: 12), .init(Wording(zh: "联系电话", en: "Phone"), width: 14),
        .init(Wording(zh: "摸底日期", en: "Surveyed on"), width: 11),
        .init(Wording(zh: "等待天数", en: "Days waited"), width: 8),
        .init(Wording(zh: "备注", en: "Remark"), width: 40),
      ],
      rows: proposal.classes.flatMap { one in
        one.intents.map { intent -> [Cell] in
          [
            .text(one.id), .text(intent.id), .text(intent.name), disclosure.phone(intent.phone),
            .date(intent.surveyedOn), .count(one.start - intent.surveyedOn),
            .words(remark(intent, proposal)),
          ]
        }
      })
  }

  private static func remark(_ intent: Intent, _ proposal: FormingProposal) -> Wording {
    var remarks = (proposal.notes[intent.id] ?? []).map(\.text)
    if let asked = proposal.insteadOf[intent.id] {
      remarks.insert(
        Wording(
          zh: "本人意向 \(asked.rawValue)，先修此课程", en: "asked for \(asked.rawValue): this course comes first"),
        at: 0)
    }
    return remarks.joined
  }

  /// How many are left over for which reason, most first.
  private static func reasons(_ proposal: FormingProposal) -> ReportTable {
    let groups = Dictionary(grouping: proposal.leftOver) { $0.reason.text }
    return ReportTable(
      Wording(zh: "未编入原因汇总", en: "Why people are left over"),
      columns: [
        .init(Wording(zh: "原因", en: "Why"), width: 60), .init(Wording(zh: "人数", en: "People"), width: 7),
      ],
      rows: groups.sorted { ($1.value.count, $0.key.chinese) < ($0.value.count, $1.key.chinese) }
        .map { [.words($0.key), .count($0.value.count)] },
      total: [.words(Wording(zh: "合计", en: "Total")), .count(proposal.leftOver.count)])
  }

  private static func left(_ proposal: FormingProposal, _ disclosure: Disclosure) -> ReportTable {
    ReportTable(
      Wording(zh: "未编入名单及原因", en: "Left over, and why"),
      columns: [
        .init(Wording(zh: "意愿编号", en: "Wish"), width: 9), .init(Wording(zh: "姓名", en: "Name"), width: 12),
        .init(Wording(zh: "联系电话", en: "Phone"), width: 14),
        .init(Wording(zh: "培训需求", en: "Programme"), width: 9),
        .init(Wording(zh: "摸底日期", en: "Surveyed on"), width: 11),
        .init(Wording(zh: "原因", en: "Why"), width: 60),
      ],
      rows: proposal.leftOver.map { one in
        [
          .text(one.intent.id), .text(one.intent.name), disclosure.phone(one.intent.phone),
          .text(one.intent.programme ?? ""), .date(one.intent.surveyedOn), .words(one.reason.text),
        ]
      })
  }
}
