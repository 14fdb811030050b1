import Civil
package import Indicators

extension Report {
  /// The responsibility letter (目标责任书) between the one who sets targets and the one who answers for them.
  ///
  /// - Parameters:
  ///   - targets: those of the owner, with one period.
  ///   - owner: who answers for them (责任单位).
  ///   - issuer: who sets them.
  ///   - facts: the names of areas and the date.
  /// - Returns: the letter; its tasks and months are those of the targets, and nothing else is promised in it.
  package static func responsibilityLetter(
    _ targets: [Target], owner: String, issuer: String, _ facts: TargetFacts
  ) -> Report {
    let years = Set(targets.flatMap { [$0.period.lowerBound.year, $0.period.upperBound.year] }).sorted()
    let span = years.count > 1 ? "\(years[0])—\(years[years.count - 1])" : years.first.map(String.init) ?? ""
    let rows = targets.enumerated().map { number, target -> [Cell] in
      [
        .count(number + 1), .words(target.name), facts.name(of: target.area), target.quantity.cell,
        .words(target.quantity.unit.shown), .date(target.period.lowerBound), .date(target.period.upperBound),
      ]
    }
    var parts: [Part] = [
      .paragraph(
        Wording(
          zh: "为落实创业带动就业工作目标，\(issuer)与\(owner)签订本责任书。",
          en: "\(issuer) and \(owner) sign this letter on the targets of start-ups that lead to employment.")),
      .heading(Wording(zh: "一、目标任务", en: "1. Targets")),
      .table(
        ReportTable(
          Wording(zh: "目标任务", en: "Targets"),
          columns: [
            .init(Wording(zh: "序号", en: "No."), width: 5),
            .init(Wording(zh: "目标任务", en: "Target"), width: 28),
            .init(Wording(zh: "区域", en: "Area"), width: 14),
            .init(Wording(zh: "目标数", en: "Amount"), width: 10),
            .init(Wording(zh: "单位", en: "Unit"), width: 8), .init(Wording(zh: "起", en: "From"), width: 11),
            .init(Wording(zh: "止", en: "To"), width: 11),
          ], rows: rows)),
    ]
    let planned = targets.filter { !$0.monthly.isEmpty }
    if !planned.isEmpty {
      parts.append(.heading(Wording(zh: "二、逐月计划（累计）", en: "2. By months, adding up")))
      parts.append(.table(monthTable(planned)))
    }
    parts.append(
      .heading(
        Wording(zh: planned.isEmpty ? "二、责任要求" : "三、责任要求", en: planned.isEmpty ? "2. Duties" : "3. Duties")))
    parts += duties.map(Part.paragraph)
    parts.append(
      .signatures([
        Wording(zh: "\(issuer)（盖章）负责人", en: "For \(issuer)"),
        Wording(zh: "\(owner)（盖章）负责人", en: "For \(owner)"),
        Wording(zh: "签订日期", en: "Date"),
      ]))
    return Report(
      "responsibility-letter",
      title: Wording(zh: "\(span) 年度创业带动就业工作目标责任书", en: "Responsibility letter \(span)"),
      particulars: [
        .init(Wording(zh: "下达单位", en: "Set by"), .text(issuer)),
        .init(Wording(zh: "责任单位", en: "Answered for by"), .text(owner)),
      ], parts: parts)
  }

  private static func monthTable(_ targets: [Target]) -> ReportTable {
    let months = Set(targets.flatMap(\.monthly.keys)).sorted()
    return ReportTable(
      Wording(zh: "逐月计划（累计）", en: "By months, adding up"),
      columns: [.init(Wording(zh: "截至", en: "By"), width: 11)] + targets.map { .init($0.name, width: 16) },
      rows: months.map { month in
        [.date(month)] + targets.map { $0.monthly[month].map(Cell.count) ?? .blank }
      })
  }

  private static let duties = [
    Wording(
      zh: "（一）完成数以台账记录为准，每一数字可追溯到人员、实体和证明材料。",
      en: "(1) What is done is what the ledger holds: each number opens to people, ventures and evidence."),
    Wording(
      zh: "（二）人、人次、户、家分别统计，不得混用；创业成功、存活按现行政策口径认定。",
      en:
        "(2) People, person-times, households and firms are counted apart; success and survival follow the regulation in force."
    ),
    Wording(
      zh: "（三）统计截止后补录的记录单独列示，不计入当期。",
      en: "(3) Entries recorded after a period is closed are listed apart and do not count in it."),
  ]
}
