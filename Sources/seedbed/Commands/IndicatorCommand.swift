import ArgumentParser
import Centre
import Civil
import Indicators
import Interchange
import Reports

/// What can be asked of the indicators.
struct IndicatorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "indicator",
      abstract: text(zh: "指标：目录、数值和名单", en: "Indicators: formulas, figures and who stands behind them"),
      subcommands: [IndicatorList.self, IndicatorShow.self, IndicatorImport.self, IndicatorCheck.self])
  }
}

/// `indicator list`: every indicator with its formula, printed from the list itself.
struct IndicatorList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "列出全部指标和公式", en: "List the indicators with their formulas"))
  }

  @OptionGroup var regulations: RegulationsOption

  @Option(help: help(zh: "区划代码：连同当地自定指标", en: "Code of an area: with the indicators that it adds", "code"))
  var area: String?

  func run() throws {
    let code = area.flatMap { AreaCode($0) } ?? .nation
    let all = try regulations.load().regulations
    Console.write(Report.handbook(all.indicators(in: code, on: CentreEnvironment.live.today)))
  }
}

/// `indicator show`: the figures of an area and a period.
struct IndicatorShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "计算指标", en: "Work out the indicators"),
      discussion: text(
        zh: """
          不给编号则列出全部指标。给出编号则连同公式、口径、构成和来源一起列出；再加 --people，列出每个数字背后的名单和依据。

          --as-of 只计截至该日已登记的情况；之后补录的单列为迟报。
          """,
        en: """
          Without an id all indicators are shown. With one its formula, rules, parts and sources too; with --people also \
          the people and ventures behind every number, with their evidence.

          --as-of counts only what was recorded by then; what came later is listed apart.
          """))
  }

  @Argument(help: help(zh: "指标编号或名称，见“indicator list”", en: "Id or name; 'indicator list' tells", "id"))
  var id: String?

  @OptionGroup var span: SpanOptions

  @Flag(help: help(zh: "列出名单和依据（须给出指标编号）", en: "List the people and ventures (needs an id)"))
  var people = false

  @OptionGroup var options: FigureOptions

  func validate() throws {
    if people, id == nil {
      throw ValidationError(text(zh: "--people 须与指标编号一起使用", en: "--people needs the id of an indicator"))
    }
    try span.check()
  }

  func run() throws {
    let centre = try options.centre()
    let day = try span.asOf(today: centre.today())
    let (area, period) = (span.area ?? "", try span.period(asOf: day))
    let all = centre.indicators(area: area, period: period)
    let indicators = try id.map { [try known($0, among: all)] } ?? all
    let results = try centre.results(of: indicators, area: area, period: period, knownOn: day)
    let areaName = try centre.areaName(span.area)
    if people, let result = results.first {
      Console.write(try centre.records(behind: result))
    } else if id == nil {
      Console.write(Report.indicatorSummary(results, areaName: areaName))
    } else {
      Console.write(Report.indicators(indicators, results, areaName: areaName))
    }
  }

  private func known(_ id: String, among all: [Indicator]) throws -> Indicator {
    if let found = all.named(id) { return found }
    let ids = all.map(\.id).joined(separator: ", ")
    throw Failure(Wording(zh: "没有指标“\(id)”；现有：\(ids)", en: "there is no indicator '\(id)'; there are \(ids)"))
  }
}

/// `indicator import`: numbers from outside, with their source and date.
struct IndicatorImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(
        zh: "导入外部数据：城镇劳动者人数、全部新增就业人数，或满意度调查",
        en: "Import numbers from outside: urban workers, all new employment, or surveys"),
      discussion: text(
        zh: """
          外部数据的列：项目、区域、起、止、人数、来源、发布日期。调查的列：调查项目、区域、起、止、满意、不满意、未答复、来源、调查日期。

          一个中心无从得知全区的劳动者人数，所以必须注明来源和日期；没有导入的，指标显示“不可计算”。
          """,
        en: """
          Columns of numbers: kind, area, from, to, amount, source, published_on. Of surveys: question, area, from, to, yes, \
          no, silent, source, on.

          A centre cannot know the workers of a district: such a number carries its source and date, and without it an \
          indicator is not computable.
          """))
  }

  @Argument(help: help(zh: "表格文件：.csv 或 .xlsx", en: "The table: .csv or .xlsx", "file"), completion: .file())
  var file: String

  @OptionGroup var options: FigureOptions

  func run() throws {
    let centre = try options.centre()
    let reading = try FigureFiles.outside(file, today: centre.today())
    FigureFiles.tell(reading.problems)
    let count = try centre.record(reading)
    Console.write(Wording(zh: "已导入 \(count) 条", en: "imported: \(count)"))
  }
}
