package import Civil
package import Indicators

extension Report {
  /// The dry-run assessment (模拟考评): points today, what is missing, and the cheapest way to pass.
  package static func assessment(_ assessment: Assessment, areaName: Wording, date: CivilDate) -> Report {
    let closing = assessment.passes ? nil : assessment.closing(to: assessment.pass)
    var parts: [Part] = [.paragraph(overview(assessment)), .table(table(assessment))]
    if !assessment.passes {
      parts.append(.heading(Wording(zh: "补差方案", en: "The cheapest way to pass")))
      if let closing {
        parts.append(.table(table(closing)))
        parts.append(
          .paragraph(
            Wording(
              zh: "“最省”指按口径所定每项多完成 1 个单位的工作量合计最少（未另定的每个单位计 1）；已比较全部组合。",
              en:
                "Cheapest is the least effort in all, by the rule's effort for one more of each item (1 unless it says "
                + "otherwise); all combinations were weighed.")))
      } else {
        parts.append(
          .paragraph(
            Wording(
              zh: "即使全部有目标、可统计的项目都完成，也达不到 \(score(assessment.pass)) 分；请先补齐无法计分的项目。",
              en:
                "Even with all items that can be judged done, \(score(assessment.pass)) points are not reached: mend the "
                + "items without points first.")))
      }
    }
    return Report(
      "assessment", title: Wording(zh: "模拟考评表", en: "Dry-run assessment"),
      particulars: [
        .init(Wording(zh: "区域", en: "Area"), .words(areaName)),
        .init(Wording(zh: "截至", en: "As of"), .date(date)),
        .init(Wording(zh: "口径", en: "Rule"), .words(assessment.rule.wording)),
      ], parts: parts)
  }

  private static func score(_ points: Assessment.Points) -> String {
    Figures.decimal(points.value, places: 1)
  }

  private static func overview(_ assessment: Assessment) -> Wording {
    let (points, most, pass) = (score(assessment.points), score(assessment.most), score(assessment.pass))
    return Wording(
      zh: "当前得 \(points) 分（满分 \(most) 分，达标 \(pass) 分），\(assessment.passes ? "已达标" : "未达标")。",
      en:
        "\(points) of \(most) points today; \(pass) are needed: \(assessment.passes ? "passed" : "not passed")."
    )
  }

  private static func table(_ assessment: Assessment) -> ReportTable {
    let rows = assessment.lines.map { line -> [Cell] in
      let name = Cell.words(line.item.name)
      switch line.outcome {
      case .notJudged(let reason):
        return [
          name, .blank, .blank, .blank, .blank, .decimal(line.most.value, places: 1), .decimal(0, places: 1),
          .words(reason),
        ]
      case .judged(let target, let done, let points):
        let share = target.quantity.amount > 0 ? Double(done.amount) / Double(target.quantity.amount) : 1
        return [
          name, .words(target.quantity.unit.shown), target.quantity.cell, done.cell, .share(share, places: 1),
          .decimal(line.most.value, places: 1), .decimal(points.value, places: 1),
          .words(line.item.method.sentence),
        ]
      }
    }
    return ReportTable(
      Wording(zh: "考评得分", en: "Points"),
      columns: [
        .init(Wording(zh: "考评项目", en: "Item"), width: 24), .init(Wording(zh: "单位", en: "Unit"), width: 8),
        .init(Wording(zh: "目标", en: "Target"), width: 10), .init(Wording(zh: "完成", en: "Done"), width: 10),
        .init(Wording(zh: "完成率", en: "Share"), width: 9), .init(Wording(zh: "满分", en: "Most"), width: 8),
        .init(Wording(zh: "得分", en: "Points"), width: 8), .init(Wording(zh: "计分办法", en: "How"), width: 36),
      ], rows: rows,
      total: [
        .words(Wording(zh: "合计", en: "Total")), .blank, .blank, .blank, .blank,
        .decimal(assessment.most.value, places: 1), .decimal(assessment.points.value, places: 1),
      ])
  }

  private static func table(_ closing: Closing) -> ReportTable {
    ReportTable(
      Wording(zh: "补差方案", en: "What to add"),
      columns: [
        .init(Wording(zh: "考评项目", en: "Item"), width: 28), .init(Wording(zh: "再完成", en: "More"), width: 10),
        .init(Wording(zh: "单位", en: "Unit"), width: 10),
        .init(Wording(zh: "可增分", en: "Points gained"), width: 12),
        .init(Wording(zh: "每分需", en: "For a point"), width: 12),
      ],
      rows: closing.steps.map { step in
        [
          .words(step.item.name), step.more.cell, .words(step.more.unit.shown),
          .decimal(step.gain.value, places: 1),
          step.gain.tenths > 0 ? .decimal(Double(step.more.amount) / step.gain.value, places: 1) : .blank,
        ]
      },
      total: [
        .words(Wording(zh: "合计", en: "Total")), .blank, .blank, .decimal(closing.gain.value, places: 1),
      ])
  }
}
