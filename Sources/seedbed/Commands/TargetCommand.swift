import ArgumentParser
import Centre
import Civil
import Indicators
import Interchange
import Reports

/// What can be done with targets.
struct TargetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "target",
      abstract: text(
        zh: "目标任务：导入、填报、进度、模拟考评", en: "Targets: import, report by hand, progress, dry-run assessment"),
      subcommands: [TargetImport.self, TargetAdd.self, TargetReport.self, TargetShow.self, TargetAssess.self])
  }
}

/// `target import`: the targets and their cascade, checked whether they add up.
struct TargetImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入目标任务分解表", en: "Import targets and how they are broken down"),
      discussion: text(
        zh: """
          列：目标编号、目标任务、区域、责任单位、统计指标、目标数、单位、起、止，可加：分项（如 A1;A2）、1月 … 12月（逐月累计）。

          统计指标写了的，完成数由台账自动统计；留空的按分项合计，没有分项的用 target report 填报。分项可以是以前导入的目标。分项合计与总数不符（如 2000 ≠ 600 + 1300）给出提示。
          编号相同的重新导入即为更新，旧版本保留。
          """,
        en: """
          Columns: target, name, area, owner, measure, amount, unit, from, to, and if wanted parts (as A1;A2) and m1 … m12 \
          (adding up by months).

          What names a measure is counted from the records; the others are the sum of their parts, which may be targets \
          on record, or what 'target report' says of them. \
          Parts that do not add up (2,000 ≠ 600 + 1,300) are told. Importing an id again updates it and keeps the earlier version.
          """))
  }

  @Argument(help: help(zh: "表格文件：.csv 或 .xlsx", en: "The table: .csv or .xlsx", "file"), completion: .file())
  var file: String

  @OptionGroup var options: FigureOptions

  func run() throws {
    let centre = try options.centre()
    try Self.enter(FigureFiles.targets(file, known: centre.targets()), centre)
  }

  /// Says what is wrong with targets, and enters them where nothing is.
  static func enter(_ reading: FileReading<Target>, _ centre: Centre) throws {
    FigureFiles.tell(reading.problems)
    let counts = try centre.record(reading)
    Console.write(
      Wording(
        zh: "新增 \(counts.new) 项，更新 \(counts.changed) 项，未变 \(counts.unchanged) 项",
        en: "\(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged"))
  }
}

/// `target show`: how far the targets are.
struct TargetShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "查看目标进度和排名", en: "Show how far the targets are, and the ranking"),
      discussion: text(
        zh: "返回码：0 全部正常；1 有滞后或分解不符。",
        en: "Exit status: 0 all on course; 1 some behind, or parts that do not add up."))
  }

  @OptionGroup var day: DayOptions

  @OptionGroup var options: FigureOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try options.centre()
    let date = try day.asOf(today: centre.today())
    let facts = try centre.targetFacts(area: day.area, on: date, knownOn: date)
    guard !facts.rows.isEmpty else {
      throw Failure(
        Wording(
          zh: "没有目标任务；请先用“seedbed target import”导入",
          en: "there are no targets; import them with 'seedbed target import'"))
    }
    Console.write(Report.progress(facts))
    if facts.isBehind { throw ExitCode.findings }
  }
}

/// `target assess`: the points that an assessment would give today.
struct TargetAssess: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assess",
      abstract: text(
        zh: "模拟考评：今天得几分、缺什么、最省的补差办法", en: "Dry-run assessment: points today and the cheapest way to pass"),
      discussion: text(
        zh: "评分办法取自政策口径的“考核评分”。返回码：0 达标；1 未达标。",
        en: "The points are those of the regulation in force. Exit status: 0 passed; 1 not passed."))
  }

  @OptionGroup var day: DayOptions

  @OptionGroup var options: FigureOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try options.centre()
    let date = try day.asOf(today: centre.today())
    let (assessment, area) = try centre.assessment(area: day.area, on: date)
    Console.write(Report.assessment(assessment, areaName: try centre.areaName(area), date: date))
    if !assessment.passes { throw ExitCode.findings }
  }
}
