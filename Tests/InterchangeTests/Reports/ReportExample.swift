import Civil
import Reports

extension Report {
  /// A report with every kind of part and cell.
  static var example: Report {
    let table = ReportTable(
      Wording(zh: "创业实体台账", en: "Venture register"),
      columns: [
        .init(.init(zh: "名称", en: "Name"), width: 20), .init(.init(zh: "登记日期", en: "Registered")),
        .init(.init(zh: "从业人员", en: "Jobs")), .init(.init(zh: "贷款（元）", en: "Loan (yuan)")),
        .init(.init(zh: "占比", en: "Share")), .init(.init(zh: "编号", en: "Number")),
      ],
      rows: [
        [
          .text("=1+1<b>&\"茶\""), .date(CivilDate(daysSinceEpoch: 20_500)), .count(1234),
          .money(fen: 10_000_050),
          .share(0.306, places: 1), .text("920000000000000000"),
        ],
        [
          .text("木作坊"), .blank, .withheld, .missing(.init(zh: "未登记", en: "not recorded")),
          .share(0.5, places: 1),
        ],
      ],
      total: [.words(.init(zh: "合计", en: "Total")), .blank, .count(1234), .money(fen: 10_000_050)],
      notes: [.init(zh: "* 少于 5 人，不单独公布。", en: "* fewer than 5, not shown one by one.")])
    let curve = Chart(
      Wording(zh: "存活率", en: "Survival"),
      .lines(
        [
          .init(
            .init(zh: "返乡农民工", en: "Returning migrants"),
            points: [.init(0, 1), .init(7, 0.9), .init(20, 0.7), .init(36, 0.7)], marks: [.init(12, 0.9)],
            lower: [.init(0, 1), .init(7, 0.8), .init(20, 0.5), .init(36, 0.5)],
            upper: [.init(0, 1), .init(7, 0.97), .init(20, 0.85), .init(36, 0.85)]),
          .init(.init(zh: "高校毕业生", en: "Graduates"), points: [.init(0, 1), .init(15, 0.6), .init(36, 0.6)]),
        ], isStepped: true),
      x: Wording(zh: "开业后月数", en: "Months after opening"), y: Wording(zh: "存活率", en: "Share alive"),
      unit: .share,
      xStep: 12)
    let bars = Chart(
      Wording(zh: "各区新增", en: "New by district"),
      .bars(
        [
          .init(.init(zh: "创业实体（家）", en: "Ventures"), values: [12, 30, nil]),
          .init(.init(zh: "带动就业（人）", en: "Jobs"), values: [40, 66, 8]),
        ],
        categories: [
          .init(zh: "雁塔区", en: "Yanta"), .init(zh: "余杭区", en: "Yuhang"), .init(zh: "魏都区", en: "Weidu"),
        ]), x: Wording(zh: "区县", en: "District"), y: Wording(zh: "数量", en: "Number"), unit: .count)
    return Report(
      "example", title: Wording(zh: "跟踪服务报告", en: "Follow-up report"),
      particulars: [
        .init(.init(zh: "截至", en: "As of"), .date(CivilDate(daysSinceEpoch: 20_600))),
        .init(.init(zh: "口径", en: "Rule"), .text("demo-2026")),
      ],
      parts: [
        .heading(.init(zh: "一、总体情况", en: "1. Overview")),
        .paragraph(.init(zh: "本季度新增创业实体 42 家。", en: "42 ventures opened in the quarter.")), .table(table),
        .chart(curve), .chart(bars), .signatures([.init(zh: "填表人", en: "Filled in by")]),
      ])
  }
}
