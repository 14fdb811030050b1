import Civil
import Reports

/// A report as one HTML file that needs nothing else: charts drawn in it as SVG, set to be printed on A4.
enum ReportPage {
  static func write(_ report: Report, in language: Language) -> [UInt8] {
    var html = "<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-CN" : "en")\">\n<head>\n"
    html +=
      "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    html += "<title>\(escaped(report.title[language]))</title>\n<style>\n\(style)"
    html += "@page { size: A4 \(report.isLandscape ? "landscape" : "portrait"); margin: 16mm 14mm; }\n"
    html += "</style>\n</head>\n<body\(report.isLandscape ? " class=\"wide\"" : "")>\n<main>\n"
    html += "<h1>\(escaped(report.title[language]))</h1>\n"
    if !report.particulars.isEmpty {
      html += "<dl>\n"
      for one in report.particulars {
        html += "<div><dt>\(escaped(one.name[language]))</dt>"
        html += "<dd>\(escaped(one.value.text(in: language)))</dd></div>\n"
      }
      html += "</dl>\n"
    }
    for part in report.parts { html += self.html(part, language) }
    return Array((html + "</main>\n</body>\n</html>\n").utf8)
  }

  private static func html(_ part: Report.Part, _ language: Language) -> String {
    switch part {
    case .heading(let heading): "<h2>\(escaped(heading[language]))</h2>\n"
    case .paragraph(let text): "<p>\(escaped(text[language]))</p>\n"
    case .table(let table): html(table, language)
    case .chart(let chart):
      "<figure>\n<figcaption>\(escaped(chart.title[language]))</figcaption>\n"
        + ChartDrawing(chart, language).svg + "</figure>\n"
    case .signatures(let names):
      "<div class=\"signatures\">\n"
        + names.map { "<p>\(escaped($0[language]))<span></span></p>\n" }.joined() + "</div>\n"
    }
  }

  private static func html(_ table: ReportTable, _ language: Language) -> String {
    let width = max(1, table.columns.reduce(0) { $0 + $1.width })
    // Many columns: smaller type, and the widths that the columns ask for, so that names and signatures have room.
    let density = width > 200 ? " class=\"dense densest\"" : width > 120 ? " class=\"dense\"" : ""
    var html = "<div class=\"sheet\">\n<table\(density)>\n"
    html += "<caption>\(escaped(table.title[language]))</caption>\n"
    html += "<colgroup>"
    for column in table.columns { html += "<col style=\"width:\(column.width * 1000 / width / 10)%\">" }
    html += "</colgroup>\n<thead><tr>"
    for (index, column) in table.columns.enumerated() {
      let isNumber = table.rows.contains { $0[index].isNumber }
      html +=
        "<th scope=\"col\"\(isNumber ? " class=\"number\"" : "")>\(escaped(column.title[language]))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows { html += "<tr>" + row.map { cell($0, language) }.joined() + "</tr>\n" }
    html += "</tbody>\n"
    if let total = table.total {
      html += "<tfoot><tr>" + total.map { cell($0, language) }.joined() + "</tr></tfoot>\n"
    }
    html += "</table>\n</div>\n"
    for note in table.notes { html += "<p class=\"note\">\(escaped(note[language]))</p>\n" }
    return html
  }

  private static func cell(_ cell: Cell, _ language: Language) -> String {
    "<td\(style(of: cell))>\(escaped(cell.text(in: language)))</td>"
  }

  private static func style(of cell: Cell) -> String {
    if case .date = cell { return " class=\"date\"" }
    return cell.isNumber ? " class=\"number\"" : ""
  }

  /// The text with the five characters that mean something in HTML and SVG written as entities.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      // XML and HTML allow no control characters but these.
      case _ where scalar.value < 0x20 && ![0x09, 0x0A, 0x0D].contains(scalar.value): safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  private static let style = """
    :root { color-scheme: light; --ink: #1d2b26; --faint: #5d6d66; --line: #cfd8d3; --leaf: #2f6b4f; }
    * { box-sizing: border-box; }
    body { margin: 0; background: #f3f6f4; color: var(--ink); font: 15px/1.6 "Noto Sans CJK SC", "Source Han Sans SC",
      "PingFang SC", "Microsoft YaHei", system-ui, sans-serif; }
    main { max-width: 210mm; margin: 24px auto; padding: 14mm; background: #fff; box-shadow: 0 1px 6px #0002; }
    .wide main { max-width: 297mm; }
    h1 { margin: 0 0 8px; font-size: 24px; line-height: 1.3; text-align: center; }
    h2 { margin: 28px 0 8px; font-size: 18px; color: var(--leaf); break-after: avoid; }
    dl { display: flex; flex-wrap: wrap; gap: 2px 24px; margin: 0 0 16px; justify-content: center;
      color: var(--faint); font-size: 13px; }
    dl div { display: flex; gap: 6px; } dt { white-space: nowrap; } dt::after { content: ":"; } :lang(zh) dt::after { content: "："; } dd { margin: 0; color: var(--ink); }
    .sheet { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; margin: 12px 0 4px; font-size: 13px; }
    caption { padding: 4px 0; font-weight: 600; text-align: left; }
    th, td { padding: 4px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
    thead { display: table-header-group; } tr { break-inside: avoid; }
    th { background: #e8f0eb; font-weight: 600; } tfoot td { font-weight: 600; background: #f6f9f7; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .date { white-space: nowrap; }
    .dense { table-layout: fixed; font-size: 11px; } .densest { font-size: 10px; }
    .dense th, .dense td { padding: 3px 4px; overflow-wrap: anywhere; white-space: normal; }
    .note { margin: 2px 0; color: var(--faint); font-size: 12px; }
    figure { margin: 16px 0; break-inside: avoid; } figcaption { font-weight: 600; }
    svg { display: block; width: 100%; height: auto; }
    .signatures { display: flex; flex-wrap: wrap; gap: 12px 32px; margin-top: 28px; break-inside: avoid; }
    .signatures span { display: inline-block; width: 9em; border-bottom: 1px solid var(--ink); margin-left: .5em; }
    @media print { body { background: none; font-size: 10.5pt; } main { margin: 0; padding: 0; box-shadow: none;
      max-width: none; } .sheet { overflow: visible; } th, tfoot td { print-color-adjust: exact;
      -webkit-print-color-adjust: exact; } }

    """
}
