package import Civil
import FollowUp
package import Mentors

extension Report {
  /// The service chain of an area: how many came how far and how long they took, and who is stuck where and why.
  package static func serviceChain(
    _ chain: ServiceChain, _ funnel: ChainFunnel, stuck: [StuckTrainee], asOf date: CivilDate, area: String,
    names: FollowedNames
  ) -> Report {
    var notes = [
      Wording(
        zh: "服务环节依据：\(chain.stamp.wording.chinese)", en: "The chain by: \(chain.stamp.wording.english)"),
      Wording(
        zh: "“已服务”按人计，“服务”按人次计；到了后面环节的，前面的环节即视为完成。",
        en:
          "Served counts people, services count person-times; who is in a later link is through with those before."
      ),
    ]
    for link in ServiceLink.allCases {
      guard let services = funnel.outside[link] else { continue }
      notes.append(
        Wording(
          zh: "本链条没有“\(link.name.chinese)”环节，另有服务 \(services) 人次未计入。",
          en: "Not in this chain and not counted: \(link.name.english), \(services) services."))
    }
    return Report(
      "service-chain", title: Wording(zh: "创业服务“一条龙”进展", en: "One-stop service chain"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        .area(area, names),
        Particular(Wording(zh: "学员（人）", en: "Trainees"), .count(funnel.trainees)),
        Particular(Wording(zh: "全部环节完成（人）", en: "Through all links"), .count(funnel.through)),
      ],
      parts: [.table(links(funnel, notes)), .table(stuckTable(stuck, names))], isLandscape: true)
  }

  private static func links(_ funnel: ChainFunnel, _ notes: [Wording]) -> ReportTable {
    ReportTable(
      Wording(zh: "各环节人数和用时", en: "Links"),
      columns: [
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 18),
        ReportTable.Column(Wording(zh: "已服务（人）", en: "Served, people"), width: 12),
        ReportTable.Column(Wording(zh: "服务（人次）", en: "Services"), width: 12),
        ReportTable.Column(Wording(zh: "已完成（人）", en: "Through"), width: 12),
        ReportTable.Column(Wording(zh: "在办（人）", en: "In it"), width: 10),
        ReportTable.Column(Wording(zh: "待办（人）", en: "Waiting for it"), width: 10),
        ReportTable.Column(Wording(zh: "超期（人）", en: "Stuck"), width: 10),
        ReportTable.Column(Wording(zh: "越过（人）", en: "Skipped"), width: 10),
        ReportTable.Column(Wording(zh: "用时中位数（天）", en: "Median days"), width: 12),
        ReportTable.Column(Wording(zh: "最长（天）", en: "Longest, days"), width: 10),
      ],
      rows: funnel.rows.map { row in
        [
          .words(row.link.name), .count(row.begun), .count(row.services), .count(row.finished),
          .count(row.inLink), .count(row.waiting), .count(row.stuck), .count(row.skipped),
          row.medianDays.map { .decimal($0, places: 1) } ?? .blank,
          row.longestDays.map { .count($0) } ?? .blank,
        ]
      }, notes: notes)
  }

  private static func stuckTable(_ stuck: [StuckTrainee], _ names: FollowedNames) -> ReportTable {
    ReportTable(
      Wording(zh: "超期未进展的学员", en: "Trainees who are stuck"),
      columns: [
        ReportTable.Column(Wording(zh: "学员", en: "Trainee"), width: 14),
        ReportTable.Column(Wording(zh: "姓名", en: "Name"), width: 12),
        ReportTable.Column(Wording(zh: "环节", en: "Link"), width: 18),
        ReportTable.Column(Wording(zh: "自", en: "Since"), width: 12),
        ReportTable.Column(Wording(zh: "天数", en: "Days"), width: 8),
        ReportTable.Column(Wording(zh: "期限（天）", en: "Limit, days"), width: 10),
        ReportTable.Column(Wording(zh: "原因", en: "Why"), width: 60),
      ],
      rows: stuck.map { one in
        [
          .text(one.place.trainee), .text(names.person(one.place.trainee)), .words(one.link.name),
          .date(one.place.standing.since), .count(one.days), .count(one.limit),
          .words(one.reasons.map(\.wording).listed),
        ]
      }, notes: stuck.isEmpty ? [Wording(zh: "无。", en: "None.")] : [])
  }
}
