package import Civil
package import Indicators

extension Report {
  /// The indicators of an area and period: a summary, and each with formula, rule, parts, sources and late entries.
  ///
  /// `results` are those of `indicators`, in the same order.
  package static func indicators(
    _ indicators: [Indicator], _ results: [IndicatorResult], areaName: Wording
  ) -> Report {
    let first = results.first
    var parts: [Part] = [
      .heading(Wording(zh: "一、指标一览", en: "1. Summary")), .table(summary(results)),
      .heading(Wording(zh: "二、各项指标的计算", en: "2. How each was worked out")),
    ]
    for (indicator, result) in zip(indicators, results) { parts += details(indicator, result) }
    let late = first?.lateEntries ?? []
    parts.append(.heading(Wording(zh: "三、迟报记录", en: "3. Late entries")))
    parts.append(
      .paragraph(
        late.isEmpty
          ? Wording(zh: "没有迟报的记录。", en: "None.")
          : Wording(
            zh: "以下 \(late.count) 条记录涉及本期，但在数据截止日之后录入，未计入：\(listed(late))。",
            en:
              "\(late.count) entries concern the period but were recorded after the data were closed, and are not "
              + "counted: \(listed(late)).")))
    return Report(
      "indicators", title: Wording(zh: "创业型城市指标报告", en: "Indicator report"),
      particulars: [.init(Wording(zh: "区域", en: "Area"), .words(areaName))]
        + (first.map { result in
          [
            .init(
              Wording(zh: "统计期", en: "Period"),
              .words(
                Wording(
                  zh: "\(result.period.lowerBound) 至 \(result.period.upperBound)",
                  en: "\(result.period.lowerBound) to \(result.period.upperBound)"))),
            .init(Wording(zh: "数据截止", en: "Known on"), .date(result.knownOn)),
          ]
        } ?? []), parts: parts)
  }

  /// At most so many ids in a sentence.
  private static func listed(_ ids: [String]) -> String {
    ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? " …" : "")
  }

  /// One row a component: the number, its unit, its interval, or why there is none.
  package static func summary(_ results: [IndicatorResult]) -> ReportTable {
    ReportTable(
      Wording(zh: "指标一览", en: "Indicators"),
      columns: [
        .init(Wording(zh: "指标", en: "Indicator"), width: 26),
        .init(Wording(zh: "分项", en: "Component"), width: 26),
        .init(Wording(zh: "数值", en: "Value"), width: 14), .init(Wording(zh: "单位", en: "Unit"), width: 8),
        .init(Wording(zh: "95% 区间", en: "95% interval"), width: 16),
        .init(Wording(zh: "说明", en: "Remark"), width: 40),
      ],
      rows: results.flatMap { result in
        result.components.map { component -> [Cell] in
          let head: [Cell] = [.words(result.name), .words(component.name)]
          switch component.outcome {
          case .notComputable(let reason):
            return head + [.words(notComputable), .blank, .blank, .words(reason)]
          case .figure(let figure):
            return head + [figure.cell, .words(figure.unit), interval(figure.interval), remark(figure)]
          }
        }
      })
  }

  private static let notComputable = Wording(zh: "不可计算", en: "not computable")

  private static func interval(_ interval: ClosedRange<Double>?) -> Cell {
    guard let interval else { return .blank }
    let (low, high) = (interval.lowerBound * 100, interval.upperBound * 100)
    return .text("\(Figures.decimal(low, places: 1))%–\(Figures.decimal(high, places: 1))%")
  }

  /// The numerator over the denominator, or the first note.
  private static func remark(_ figure: Figure) -> Cell {
    if let denominator = figure.denominator, denominator.quantity.unit == figure.numerator.quantity.unit {
      let (top, bottom) = (figure.numerator.quantity.text, denominator.quantity.text)
      return .words(
        Wording(zh: "\(top.chinese) ÷ \(bottom.chinese)", en: "\(top.english) ÷ \(bottom.english)"))
    }
    if let note = figure.notes.first { return .words(note) }
    guard case .money = figure.value else { return .blank }
    let counts = ([figure.numerator] + figure.details).filter { $0.quantity.unit != .fen }
    return .words(
      Wording(
        zh: counts.map { "\($0.name.chinese) \($0.quantity.text.chinese)" }.joined(separator: "，"),
        en: counts.map { "\($0.name.english): \($0.quantity.text.english)" }.joined(separator: "; ")))
  }

  /// One indicator: its formula, source and rules, and a table of its parts.
  private static func details(_ indicator: Indicator, _ result: IndicatorResult) -> [Part] {
    let rows = result.components.flatMap { component -> [[Cell]] in
      switch component.outcome {
      case .notComputable(let reason): [[.words(component.name), .missing(reason)]]
      case .figure(let figure):
        ([figure.numerator] + (figure.denominator.map { [$0] } ?? []) + figure.details).map { part in
          [
            .words(component.name), .words(part.name), part.quantity.cell, .words(part.quantity.unit.shown),
            .words(part.origin.wording),
          ]
        }
      }
    }
    let notes = result.components.compactMap(\.figure).flatMap(\.notes)
    let rules = result.rules.map(\.wording)
    return [
      .table(
        ReportTable(
          indicator.name,
          columns: [
            .init(Wording(zh: "分项", en: "Component"), width: 26),
            .init(Wording(zh: "构成", en: "Part"), width: 26),
            .init(Wording(zh: "数量", en: "Amount"), width: 14), .init(Wording(zh: "单位", en: "Unit"), width: 8),
            .init(Wording(zh: "来源", en: "Origin"), width: 40),
          ], rows: rows,
          notes: [
            Wording(zh: "公式：\(indicator.formula.chinese)", en: "Formula: \(indicator.formula.english)"),
            Wording(zh: "依据：\(indicator.source)", en: "Source: \(indicator.source)"),
          ] + rules.map { Wording(zh: "口径：\($0.chinese)", en: "Rule: \($0.english)") } + notes))
    ]
  }

  /// The figures in one table, for the terminal.
  package static func indicatorSummary(_ results: [IndicatorResult], areaName: Wording) -> Report {
    let report = indicators([], results, areaName: areaName)
    let late = results.first?.lateEntries.count ?? 0
    let note = Wording(zh: "迟报记录 \(late) 条，未计入。", en: "\(late) late entries are not counted.")
    return Report(
      "indicator-summary", title: report.title, particulars: report.particulars,
      parts: [.table(summary(results))] + (late > 0 ? [.paragraph(note)] : []))
  }

  /// The list of indicators with formulas: the handbook of the statistics.
  package static func handbook(_ indicators: [Indicator]) -> Report {
    Report(
      "indicator-list", title: Wording(zh: "指标目录", en: "Indicators"),
      parts: [
        .table(
          ReportTable(
            Wording(zh: "指标和公式", en: "Indicators and their formulas"),
            columns: [
              .init(Wording(zh: "编号", en: "Id"), width: 24),
              .init(Wording(zh: "指标", en: "Indicator"), width: 28),
              .init(Wording(zh: "公式", en: "Formula"), width: 60),
            ],
            rows: indicators.map { [.text($0.id), .words($0.name), .words($0.formula)] }))
      ])
  }
}

extension Figure.Part.Origin {
  /// The records behind it, or who published it and when.
  fileprivate var wording: Wording {
    switch self {
    case .records(let ids):
      Wording(zh: "本中心记录 \(Set(ids).count) 条", en: "\(Set(ids).count) records of the centre")
    case .imported(let source, let date): Wording(zh: "\(source)（\(date)）", en: "\(source) (\(date))")
    }
  }
}
