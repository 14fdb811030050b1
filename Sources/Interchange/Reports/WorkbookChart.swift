import CXLSXWriter
import Civil
import Reports

/// A native chart of a spreadsheet, drawn from the table on its sheet.
struct WorkbookChart {
  private let chart: Chart
  private let language: Language
  private let sheet: String
  private let columns: Int

  init(_ chart: Chart, _ language: Language, sheet: String, columns: Int) {
    self.chart = chart
    self.language = language
    self.sheet = sheet
    self.columns = columns
  }

  /// Makes the chart and puts it to the right of its table, whose header is in the first row.
  func insert(in book: UnsafeMutablePointer<lxw_workbook>, on page: UnsafeMutablePointer<lxw_worksheet>) {
    let kind: lxw_chart_type =
      switch chart.kind {
      case .bars: LXW_CHART_COLUMN
      case .lines: LXW_CHART_SCATTER_STRAIGHT
      }
    guard let drawing = workbook_add_chart(book, UInt8(kind.rawValue)) else { return }
    switch chart.kind {
    case .bars(let bars, let categories):
      let last = lxw_row_t(categories.count)
      for index in bars.indices where last > 0 {
        let series = addSeries(to: drawing, named: bars[index].name)
        chart_series_set_categories(series, sheet, 1, 0, last, 0)
        chart_series_set_values(series, sheet, 1, lxw_col_t(index + 1), last, lxw_col_t(index + 1))
      }
    case .lines(let lines, let isStepped):
      var row: lxw_row_t = 1
      for line in lines {
        let count = isStepped ? Chart.steps(line.points).count : line.points.count
        guard count > 0 else { continue }
        let last = row + lxw_row_t(count - 1)
        let series = addSeries(to: drawing, named: line.name)
        chart_series_set_categories(series, sheet, row, 1, last, 1)
        chart_series_set_values(series, sheet, row, 2, last, 2)
        row = last + 1
      }
    }
    chart_title_set_name(drawing, chart.title[language])
    let (across, up) = (drawing.pointee.x_axis, drawing.pointee.y_axis)
    chart_axis_set_name(across, chart.xTitle[language])
    chart_axis_set_name(up, chart.yTitle[language])
    chart_axis_set_min(up, 0)
    if chart.unit == .share {
      chart_axis_set_num_format(up, "0%")
      if highest > 0.5, highest <= 1 { chart_axis_set_max(up, 1) }
    }
    if let step = chart.xStep, case .lines = chart.kind {
      chart_axis_set_min(across, 0)
      chart_axis_set_major_unit(across, step)
    }
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (1.5, 1.4)
    worksheet_insert_chart_opt(page, 1, lxw_col_t(columns + 1), drawing, &options)
  }

  private var highest: Double {
    switch chart.kind {
    case .lines(let lines, _): lines.flatMap(\.points).map(\.y).max() ?? 0
    case .bars(let bars, _): bars.flatMap { $0.values.compactMap(\.self) }.max() ?? 0
    }
  }

  private func addSeries(
    to drawing: UnsafeMutablePointer<lxw_chart>, named name: Wording
  ) -> UnsafeMutablePointer<lxw_chart_series>? {
    let series = chart_add_series(drawing, nil, nil)
    chart_series_set_name(series, name[language])
    return series
  }
}
