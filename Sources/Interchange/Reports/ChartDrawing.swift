import Civil
import Reports

/// A chart as SVG.
struct ChartDrawing {
  private static let colours = [
    "#2f6b4f", "#c9722b", "#3b6ea8", "#9b3d6a", "#7a7d2a", "#5b4b9a", "#8a5a3c", "#4a8f93",
  ]
  private static let dashes = ["", "6 3", "2 3", "8 3 2 3"]
  private let chart: Chart
  private let language: Language
  private let width = 720.0
  private let height: Double
  private let left = 64.0
  private let right = 16.0
  private let top = 40.0
  private let bottom: Double
  /// The names under bars, each in lines; one line each where they are set aslant.
  private let names: [[String]]
  private let isAslant: Bool
  private let yTicks: [Double]
  private let xMost: Double
  private let xTicks: [Double]

  init(_ chart: Chart, _ language: Language) {
    self.chart = chart
    self.language = language
    (names, isAslant) = Self.names(chart, language, width: width - left - right)
    let more = isAslant ? 60.0 : 14 * Double(max(1, names.map(\.count).max() ?? 1) - 1)
    (bottom, height) = (52 + more, 380 + more)
    switch chart.kind {
    case .lines(let lines, _):
      let points = lines.flatMap { $0.points + $0.upper }
      let farthest = points.map(\.x).max() ?? 1
      xTicks = chart.xStep.map { Chart.ticks(upTo: farthest, step: $0) } ?? Chart.ticks(upTo: farthest)
      xMost = xTicks.last ?? 1
      let most = points.map(\.y).max() ?? 1
      yTicks = chart.unit == .share && most > 0.5 ? Chart.ticks(upTo: 1) : Chart.ticks(upTo: most)
    case .bars(let bars, let categories):
      xTicks = []
      xMost = Double(max(1, categories.count))
      yTicks = Chart.ticks(upTo: bars.flatMap { $0.values.compactMap(\.self) }.max() ?? 1)
    }
  }

  /// The names of bars, broken to the room of each; aslant and cut where that takes more than three lines.
  private static func names(
    _ chart: Chart, _ language: Language, width: Double
  ) -> (names: [[String]], isAslant: Bool) {
    guard case .bars(_, let categories) = chart.kind, !categories.isEmpty else { return ([], false) }
    let columns = Int(width / Double(categories.count) / 6.8)
    let broken = categories.map { DisplayWidth.lines(of: $0[language], width: max(4, columns)) }
    let fits = broken.allSatisfy { lines in
      lines.count <= 3 && lines.allSatisfy { DisplayWidth.of($0) <= columns }
    }
    return fits ? (broken, false) : (categories.map { [DisplayWidth.truncated($0[language], to: 16)] }, true)
  }

  var svg: String {
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(width)) \(Int(height))\" role=\"img\""
    svg += " aria-label=\"\(text(chart.title))\" font-size=\"12\" fill=\"#1d2b26\">\n"
    svg += axes + legend
    switch chart.kind {
    case .lines(let lines, let isStepped):
      for (index, line) in lines.enumerated() { svg += draw(line, index, isStepped) }
    case .bars(let bars, let categories): svg += draw(bars, categories)
    }
    return svg + "</svg>\n"
  }

  // MARK: Places

  private func x(_ value: Double) -> Double { left + value / xMost * (width - left - right) }
  private func y(_ value: Double) -> Double {
    height - bottom - value / (yTicks.last ?? 1) * (height - top - bottom)
  }
  private func text(_ wording: Wording) -> String { ReportPage.escaped(wording[language]) }
  private func place(_ value: Double) -> String {
    Figures.decimal(value, places: 1).filter { $0 != "," }
  }

  private func label(_ value: Double) -> String {
    if chart.unit == .share {
      // 0.6 of a hundred is not quite 60 in binary.
      let isWhole = abs(value * 100 - (value * 100).rounded()) < 1e-9
      return Figures.decimal(value * 100, places: isWhole ? 0 : 1) + "%"
    }
    return plain(value)
  }

  private func plain(_ value: Double) -> String {
    Figures.decimal(value, places: value == value.rounded() ? 0 : 2)
  }

  // MARK: Pieces

  private var axes: String {
    var svg = ""
    for tick in yTicks {
      let at = place(y(tick))
      svg +=
        "<line x1=\"\(place(left))\" x2=\"\(place(width - right))\" y1=\"\(at)\" y2=\"\(at)\" stroke=\"#dfe6e2\"/>\n"
      svg +=
        "<text x=\"\(place(left - 8))\" y=\"\(at)\" dy=\".35em\" text-anchor=\"end\">\(label(tick))</text>\n"
    }
    for tick in xTicks {
      svg +=
        "<text x=\"\(place(x(tick)))\" y=\"\(place(height - bottom + 18))\" text-anchor=\"middle\">\(plain(tick))</text>\n"
    }
    svg +=
      "<line x1=\"\(place(left))\" x2=\"\(place(width - right))\" y1=\"\(place(y(0)))\" y2=\"\(place(y(0)))\""
    svg += " stroke=\"#5d6d66\"/>\n"
    svg +=
      "<text x=\"\(place((left + width - right) / 2))\" y=\"\(place(height - 10))\" text-anchor=\"middle\">"
    svg +=
      "\(text(chart.xTitle))</text>\n<text x=\"14\" y=\"\(place(top - 14))\">\(text(chart.yTitle))</text>\n"
    return svg
  }

  private var legend: String {
    let names: [Wording] =
      switch chart.kind {
      case .lines(let lines, _): lines.map(\.name)
      case .bars(let bars, _): bars.map(\.name)
      }
    guard names.count > 1 else { return "" }
    var svg = ""
    var end = width - right
    for (index, name) in names.enumerated().reversed() {
      end -= Double(DisplayWidth.of(name[language])) * 6.5
      svg += "<text x=\"\(place(end))\" y=\"\(place(top - 14))\">\(text(name))</text>\n"
      end -= 26
      svg += key(index, at: end)
      end -= 14
    }
    return svg
  }

  /// What stands before a name of the legend: a piece of the line, or a square of the bars' colour.
  private func key(_ index: Int, at start: Double) -> String {
    if case .bars = chart.kind {
      return "<rect x=\"\(place(start + 6))\" y=\"\(place(top - 24))\" width=\"12\" height=\"12\""
        + " fill=\"\(colour(index))\"/>\n"
    }
    let height = place(top - 18)
    return "<line x1=\"\(place(start))\" x2=\"\(place(start + 20))\" y1=\"\(height)\" y2=\"\(height)\" "
      + stroke(index) + "/>\n"
  }

  /// Colour and dashes, so that lines can be told apart when printed in grey.
  private func stroke(_ index: Int) -> String {
    let dash = Self.dashes[index % Self.dashes.count]
    return "stroke=\"\(colour(index))\" stroke-width=\"2\""
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  private func colour(_ index: Int) -> String { Self.colours[index % Self.colours.count] }

  private func draw(_ line: Chart.Line, _ index: Int, _ isStepped: Bool) -> String {
    func drawn(_ points: [Chart.Point]) -> [Chart.Point] { isStepped ? Chart.steps(points) : points }
    func path(_ points: [Chart.Point]) -> String {
      points.map { "\(place(x($0.x))),\(place(y($0.y)))" }.joined(separator: " ")
    }
    var svg = ""
    if !line.lower.isEmpty, !line.upper.isEmpty {
      svg +=
        "<polygon points=\"\(path(drawn(line.upper) + drawn(line.lower).reversed()))\" fill=\"\(colour(index))\""
      svg += " fill-opacity=\".13\"/>\n"
    }
    svg += "<polyline points=\"\(path(drawn(line.points)))\" fill=\"none\" \(stroke(index))/>\n"
    for mark in line.marks {
      let (across, up) = (x(mark.x), y(mark.y))
      svg +=
        "<line x1=\"\(place(across))\" x2=\"\(place(across))\" y1=\"\(place(up - 4))\" y2=\"\(place(up + 4))\""
      svg += " stroke=\"\(colour(index))\"/>\n"
    }
    return svg
  }

  private func draw(_ bars: [Chart.Bars], _ categories: [Wording]) -> String {
    var svg = ""
    let room = (width - left - right) / xMost
    let thick = room * 0.7 / Double(max(1, bars.count))
    for (place, name) in categories.enumerated() {
      let middle = left + (Double(place) + 0.5) * room
      for (index, bar) in bars.enumerated() where place < bar.values.count {
        guard let value = bar.values[place] else { continue }
        let from = middle + (Double(index) - Double(bars.count) / 2) * thick
        svg +=
          "<rect x=\"\(self.place(from))\" y=\"\(self.place(y(value)))\" width=\"\(self.place(thick * 0.92))\" "
        svg += "height=\"\(self.place(y(0) - y(value)))\" fill=\"\(colour(index))\"><title>\(text(name)) "
        svg += "\(label(value))</title></rect>\n"
      }
      svg += foot(names[place], at: middle)
    }
    return svg
  }

  /// The name under a group of bars.
  private func foot(_ lines: [String], at middle: Double) -> String {
    let start = height - bottom + 16
    let turn = " transform=\"rotate(-30 \(place(middle)) \(place(start)))\""
    return lines.enumerated().map { number, line in
      "<text x=\"\(place(middle))\" y=\"\(place(start + 14 * Double(number)))\" "
        + "text-anchor=\"\(isAslant ? "end" : "middle")\"\(isAslant ? turn : "")>"
        + "\(ReportPage.escaped(line))</text>\n"
    }.joined()
  }
}
