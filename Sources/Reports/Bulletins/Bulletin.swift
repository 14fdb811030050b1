import Civil
import Indicators

extension Report {
  /// The monthly bulletin (工作通报) or the quarterly one (季报): a narrative from the figures, then the tables.
  package static func bulletin(_ facts: BulletinFacts) -> Report {
    let sections: [(Wording, [Part])] = [
      (
        Wording(zh: "总体情况", en: "Overview"),
        facts.overview.map(Part.paragraph) + [.table(facts.countTable)]
      ),
      (
        Wording(zh: "目标任务完成情况", en: "Targets"),
        facts.targetSentences.map(Part.paragraph)
          + (facts.targets.known.isEmpty ? [] : [.chart(facts.targetChart)])
      ),
      (
        Wording(zh: "主要指标", en: "Indicators"),
        (facts.indicatorSentence.map { [.paragraph($0)] } ?? []) + [.table(summary(facts.indicators))]
      ),
      (Wording(zh: "跟踪服务", en: "Follow-up"), facts.followUpSentence.map { [.paragraph($0)] } ?? []),
      (Wording(zh: "存在的问题", en: "Problems"), numbered(facts.problems)),
      (Wording(zh: "下一步工作", en: "Next"), numbered(facts.nextSteps)),
    ].filter { !$0.1.isEmpty }
    let numbers = ["一", "二", "三", "四", "五", "六"]
    let parts = sections.enumerated().flatMap { place, section -> [Part] in
      let (title, content) = section
      return [
        .heading(Wording(zh: "\(numbers[place])、\(title.chinese)", en: "\(place + 1). \(title.english)"))
      ] + content
    }
    let name = facts.kind.name(of: facts.period)
    return Report(
      facts.kind == .month ? "monthly-bulletin" : "quarterly-bulletin",
      title: facts.kind == .month
        ? Wording(zh: "创业带动就业工作通报（\(name.chinese)）", en: "Monthly bulletin, \(name.english)")
        : Wording(zh: "创业带动就业工作季报（\(name.chinese)）", en: "Quarterly bulletin, \(name.english)"),
      particulars: [
        .init(Wording(zh: "编发单位", en: "Issued by"), .text(facts.issuer)),
        .init(Wording(zh: "区域", en: "Area"), .words(facts.areaName)),
        .init(Wording(zh: "数据截止", en: "Known on"), .date(facts.knownOn)),
      ]
        + rules(of: facts).map { .init(Wording(zh: "口径", en: "Rule"), .words($0.wording)) }, parts: parts)
  }

  private static func numbered(_ sentences: [Wording]) -> [Part] {
    sentences.enumerated().map { place, sentence in
      .paragraph(
        Wording(zh: "\(place + 1)．\(sentence.chinese)", en: "\(place + 1). \(sentence.english)"))
    }
  }

  /// The rules of all figures, each once, in the order of the figures.
  private static func rules(of facts: BulletinFacts) -> [RuleStamp] {
    var rules: [RuleStamp] = []
    for stamp in facts.indicators.flatMap(\.rules) + (facts.targets.rule.map { [$0] } ?? [])
    where !rules.contains(stamp) {
      rules.append(stamp)
    }
    return rules
  }
}

extension BulletinFacts {
  /// The counts of the period and the year with the periods that they are compared with.
  fileprivate var countTable: ReportTable {
    ReportTable(
      Wording(zh: "主要数据", en: "Main figures"),
      columns: [
        .init(Wording(zh: "项目", en: "Item"), width: 26), .init(Wording(zh: "单位", en: "Unit"), width: 14),
        .init(kind.thisOne, width: 12), .init(Wording(zh: "今年累计", en: "This year"), width: 12),
        .init(kind.before, width: 12), .init(Wording(zh: "环比", en: "Change"), width: 10),
        .init(Wording(zh: "上年同期", en: "A year before"), width: 12),
        .init(Wording(zh: "同比", en: "Change"), width: 10),
      ],
      rows: counts.map { count in
        func change(_ before: Int?) -> [Cell] {
          guard let before else {
            return [.words(Wording(zh: "无记录", en: "no record")), .blank]
          }
          let share = Double(count.inPeriod.amount - before) / Double(max(1, before))
          return [
            Quantity(before, count.inPeriod.unit).cell,
            before > 0 ? .share(share, places: 1) : .words(Wording(zh: "基数为零", en: "from nothing")),
          ]
        }
        return [
          .words(count.name), .words(count.inPeriod.unit.shown), count.inPeriod.cell, count.sinceNewYear.cell,
        ] + change(count.previous) + change(count.yearBefore)
      },
      notes: [
        Wording(
          zh: "前期没有记录或基数为零的，不作环比、同比。",
          en: "Nothing is compared with a period that is not on record or was nothing.")
      ])
  }

  fileprivate var targetChart: Chart {
    let known = targets.known
    return Chart(
      Wording(zh: "目标完成率与时序进度", en: "Targets: done and planned"),
      .bars(
        [
          .init(Wording(zh: "完成率", en: "done"), values: known.map(\.share)),
          .init(
            Wording(zh: "时序进度", en: "planned"),
            values: known.map { progress in
              progress.target.quantity.amount > 0
                ? progress.planned / Double(progress.target.quantity.amount) : nil
            }),
        ], categories: known.map { targets.name(of: $0.target) }),
      x: Wording(zh: "目标任务", en: "Target"), y: Wording(zh: "占全期目标", en: "Share of the target"), unit: .share)
  }
}
