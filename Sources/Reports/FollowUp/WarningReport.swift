package import Civil
package import FollowUp

extension Report {
  /// The ventures that may fail, each with the reasons; those with most reasons first.
  ///
  /// `evidence` is one for each venture that is looked at, or where `looked` says how many these are, for each that
  /// has a warning; `officers` holds the officer of each founder.
  package static func earlyWarnings(
    _ evidence: [WarningEvidence], of looked: Int? = nil, asOf date: CivilDate,
    warnings: [EarlyWarning] = .standard,
    rules: [RuleStamp], officers: [String: String], names: FollowedNames
  ) -> Report {
    let found = evidence.map { ($0.record, warnings.warnings(for: $0)) }.filter { !$0.1.isEmpty }
      .sorted { left, right in
        left.1.count != right.1.count
          ? left.1.count > right.1.count : left.0.venture.id < right.0.venture.id
      }
    let counts = warnings.map { warning in
      (warning.name, found.filter { $0.1.contains { $0.name == warning.name } }.count)
    }
    return Report(
      "early-warnings", title: Wording(zh: "创业实体预警", en: "Early warnings"),
      particulars: Particular.asOf(date, knownOn: date) + rules.map(Particular.rule),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "预警事项", en: "Warnings"),
            columns: [
              ReportTable.Column(Wording(zh: "预警事项", en: "Warning"), width: 16),
              ReportTable.Column(Wording(zh: "实体数", en: "Ventures"), width: 10),
            ], rows: counts.map { [.words($0.0), .count($0.1)] },
            total: [.words(Wording(zh: "有预警的实体", en: "Ventures with a warning")), .count(found.count)],
            notes: [
              Wording(
                zh: "共查看 \(looked ?? evidence.count) 个实体；一个实体可有多项预警。",
                en: "\(looked ?? evidence.count) ventures were looked at; one may have several warnings.")
            ])),
        .table(
          ReportTable(
            Wording(zh: "预警名单", en: "Ventures to look after"),
            columns: [
              ReportTable.Column(Wording(zh: "序号", en: "No."), width: 6),
              ReportTable.Column(Wording(zh: "名称", en: "Venture"), width: 20),
              ReportTable.Column(Wording(zh: "创办人", en: "Founders"), width: 14),
              ReportTable.Column(Wording(zh: "区域", en: "Area"), width: 14),
              ReportTable.Column(Wording(zh: "回访员", en: "Officer"), width: 10),
              ReportTable.Column(Wording(zh: "预警", en: "Warnings"), width: 18),
              ReportTable.Column(Wording(zh: "依据", en: "Because"), width: 44),
            ],
            rows: found.count > ListLimit.rows
              ? []
              : found.enumerated().map { place, row in
                let founders = row.0.venture.founders.map(\.person)
                let officer = founders.lazy.compactMap { officers[$0] }.first
                return [
                  .count(place + 1), .text(row.0.venture.name),
                  .text(founders.map(names.person).joined(separator: "、")),
                  .words(names.area(row.0.venture.area)), .text(officer.map(names.person)),
                  .words(row.1.map(\.name).listed),
                  .words(row.1.map(\.reason).joined),
                ]
              },
            notes: found.count > ListLimit.rows
              ? [
                ListLimit.note(
                  found.count, narrowedBy: Wording(zh: " --officer 或 --area ", en: "--officer or --area"))
              ] : [])),
      ], isLandscape: true)
  }
}
