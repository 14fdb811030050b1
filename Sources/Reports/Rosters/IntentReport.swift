package import Civil
package import Cohorts

extension Report {
  /// The open wishes to start a business (创业意愿登记台账), with how many ask for which course.
  package static func intents(
    _ intents: [Intent], asOf date: CivilDate, areaNames: AreaNames = AreaNames(), disclosure: Disclosure
  ) -> Report {
    let columns: [(Wording, Int)] = [
      (Wording(zh: "序号", en: "No."), 5), (Wording(zh: "编号", en: "Id"), 9),
      (Wording(zh: "姓名", en: "Name"), 12),
      (Wording(zh: "联系电话", en: "Phone"), 15), (Wording(zh: "区域", en: "Area"), 12),
      (Wording(zh: "人员类别", en: "Category"), 16), (Wording(zh: "创业意向", en: "Wish"), 24),
      (Wording(zh: "行业", en: "Industry"), 8), (Wording(zh: "培训需求", en: "Programme"), 9),
      (Wording(zh: "自有资金（元）", en: "Own money (yuan)"), 12), (Wording(zh: "技能特长", en: "Skill"), 14),
      (Wording(zh: "外出务工年限", en: "Years away"), 8), (Wording(zh: "摸底日期", en: "Surveyed on"), 11),
    ]
    let rows = intents.enumerated().map { index, intent -> [Cell] in
      [
        .count(index + 1), .text(intent.id), .text(intent.name), disclosure.phone(intent.phone),
        .words(intent.area.map { areaNames.shown($0.description) }), .words(names(of: intent.categories)),
        .text(intent.wish),
        .text(intent.industry ?? ""), .text(intent.programme ?? ""),
        intent.capital.map { .money(fen: $0 * 100) } ?? .blank, .text(intent.skill ?? ""),
        intent.yearsAway.map { .count($0) } ?? .blank, .date(intent.surveyedOn),
      ]
    }
    let demand = Dictionary(grouping: intents) { $0.programme ?? "" }.sorted { $0.key < $1.key }
    let demandTable = ReportTable(
      Wording(zh: "培训需求", en: "What is asked for"),
      columns: [
        ReportTable.Column(Wording(zh: "培训项目", en: "Programme"), width: 16),
        ReportTable.Column(Wording(zh: "人数", en: "People")),
      ],
      rows: demand.map { programme, wishes in
        [
          programme.isEmpty ? .words(Wording(zh: "未定", en: "none named")) : .text(programme),
          .count(wishes.count),
        ]
      })
    return Report(
      "intent-register", title: Wording(zh: "创业意愿登记台账", en: "Register of wishes to start"),
      particulars: [
        Particular(Wording(zh: "截至", en: "As of"), .date(date)),
        Particular(Wording(zh: "待办人数", en: "Open"), .count(intents.count)),
      ],
      parts: [
        .table(demandTable),
        .table(
          ReportTable(
            Wording(zh: "待办意愿", en: "Open wishes"),
            columns: columns.map { ReportTable.Column($0.0, width: $0.1) }, rows: rows)),
      ], isLandscape: true)
  }

  private static func names(of codes: [String]) -> Wording {
    let names = codes.map { code in
      TraineeCategory.all.first { $0.code == code }?.name ?? Wording(zh: code, en: code)
    }
    return Wording(
      zh: names.map(\.chinese).joined(separator: "、"), en: names.map(\.english).joined(separator: ", "))
  }
}
