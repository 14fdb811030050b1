package import Civil
import Cohorts
package import Courses

extension Report {
  /// Classes proposed from the register of wishes, and everyone left over with the reason.
  package static func forming(
    _ proposal: FormingProposal, asOf date: CivilDate, disclosure: Disclosure
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
        Particular(Wording(zh: "等待人天", en: "Days of waiting"), .count(formed.waitingDays)),
        Particular(Wording(zh: "最优性", en: "How good"), .words(quality)),
      ],
      parts: [
        .table(classes(proposal)), .table(members(proposal, disclosure)), .table(left(proposal, disclosure)),
      ])
  }

  private static func classes(_ proposal: FormingProposal) -> ReportTable {
    ReportTable(
      Wording(zh: "建议班级", en: "Classes"),
      columns: [
        .init(Wording(zh: "班级", en: "Class"), width: 18), .init(Wording(zh: "课程", en: "Course"), width: 12),
        .init(Wording(zh: "学员群体", en: "Cohort"), width: 12), .init(Wording(zh: "培训点", en: "Site"), width: 10),
        .init(Wording(zh: "开班月首日", en: "From"), width: 11), .init(Wording(zh: "人数", en: "People"), width: 7),
        .init(Wording(zh: "平均等待天数", en: "Mean days waited"), width: 10),
      ],
      rows: proposal.classes.map { one in
        let days = one.intents.reduce(0) { $0 + (one.start - $1.surveyedOn) }
        return [
          .text(one.id), .text(one.offer.course), .text(one.offer.cohort), .text(one.offer.site),
          .date(one.start), .count(one.intents.count),
          .decimal(Double(days) / Double(max(1, one.intents.count)), places: 0),
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

  private static func members(_ proposal: FormingProposal, _ disclosure: Disclosure) -> ReportTable {
    ReportTable(
      Wording(zh: "编入名单", en: "Placed"),
      columns: [
        .init(Wording(zh: "班级", en: "Class"), width: 18), .init(Wording(zh: "意愿编号", en: "Wish"), width: 9),
        .init(Wording(zh: "姓名", en: "Name"), width: 12), .init(Wording(zh: "联系电话", en: "Phone"), width: 14),
        .init(Wording(zh: "摸底日期", en: "Surveyed on"), width: 11),
        .init(Wording(zh: "备注", en: "Remark"), width: 40),
      ],
      rows: proposal.classes.flatMap { one in
        one.intents.map { intent -> [Cell] in
          [
            .text(one.id), .text(intent.id), .text(intent.name), disclosure.phone(intent.phone),
            .date(intent.surveyedOn), .words(remark(intent, proposal)),
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
