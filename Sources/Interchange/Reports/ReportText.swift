package import Civil
package import Reports

/// A report as plain text for the terminal and for mail: UTF-8, LF line ends.
package enum ReportText {
  private static let width = 100

  /// The report's lines, at most 100 columns wide.
  package static func write(_ report: Report, in language: Language) -> [UInt8] {
    var lines = [report.title[language]]
    lines.append(String(repeating: "═", count: DisplayWidth.of(lines[0])))
    for particular in report.particulars {
      lines.append(line(particular, language))
    }
    for part in report.parts { lines += [""] + self.lines(of: part, language) }
    let trimmed = lines.map { line in
      String(
        line.prefix(upTo: (line.lastIndex { $0 != " " }).map { line.index(after: $0) } ?? line.startIndex))
    }
    return Array((trimmed.joined(separator: "\n") + "\n").utf8)
  }

  private static func line(_ particular: Report.Particular, _ language: Language) -> String {
    particular.name[language] + Wording(zh: "：", en: ": ")[language] + particular.value.text(in: language)
  }

  private static func lines(of part: Report.Part, _ language: Language) -> [String] {
    switch part {
    case .heading(let heading):
      [heading[language], String(repeating: "─", count: DisplayWidth.of(heading[language]))]
    case .paragraph(let text): DisplayWidth.lines(of: text[language], width: width)
    case .table(let table): lines(of: table, language)
    case .chart(let chart): lines(of: chart.data(stepped: false), language)
    case .signatures(let names):
      names.map { $0[language] + Wording(zh: "：", en: ": ")[language] + "____________" }
    }
  }

  private static func lines(of table: ReportTable, _ language: Language) -> [String] {
    let isNumber = table.columns.indices.map { column in
      !table.rows.isEmpty && table.rows.allSatisfy { $0[column].isNumber || $0[column] == .blank }
    }
    var text = TextTable(table.columns.map { $0.title[language] }, isNumber.map { $0 ? .right : .left })
    for row in table.rows + (table.total.map { [$0] } ?? []) { text.add(row.map { $0.text(in: language) }) }
    return [table.title[language]] + text.lines(width: width) + table.notes.map { "· " + $0[language] }
  }
}

extension Chart {
  /// What the chart draws, as a table: what a workbook draws it from, and what text shows instead.
  ///
  /// Lines follow one below the other; `stepped` repeats values so that straight lines between them make the steps.
  func data(stepped: Bool) -> ReportTable {
    let places = unit == .share ? 4 : 0
    func cell(_ value: Double) -> Cell {
      unit == .share
        ? .decimal(value, places: places) : .decimal(value, places: value == value.rounded() ? 0 : 2)
    }
    switch kind {
    case .bars(let bars, let categories):
      return ReportTable(
        title, columns: [.init(xTitle, width: 16)] + bars.map { .init($0.name) },
        rows: categories.enumerated().map { place, name in
          [.words(name)]
            + bars.map { bar in place < bar.values.count ? bar.values[place].map(cell) ?? .blank : .blank }
        })
    case .lines(let lines, let isStepped):
      let drawn = { (line: Chart.Line) in stepped && isStepped ? Chart.steps(line.points) : line.points }
      return ReportTable(
        title, columns: [.init(.init(zh: "系列", en: "Series"), width: 16), .init(xTitle), .init(yTitle)],
        rows: lines.flatMap { line in
          drawn(line).map {
            [.words(line.name), .decimal($0.x, places: $0.x == $0.x.rounded() ? 0 : 2), cell($0.y)]
          }
        })
    }
  }
}
