import ArgumentParser
import Centre
import Civil
import Indicators
import Interchange

/// `target add`: one target by hand, judged as a row of a file is.
struct TargetAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: text(zh: "登记或更新一项目标任务", en: "Enter one target, or a new version of it"),
      discussion: text(
        zh: "与导入一行相同：编号已有的即为更新，旧版本保留。统计指标见 target import 的说明。",
        en:
          "As a row of 'target import': an id that is known gets a new version, and the earlier one is kept.")
    )
  }

  @Argument(help: help(zh: "目标编号", en: "The target's id", "target"))
  var id: String

  @Option(help: help(zh: "目标任务的名称", en: "What is to be done", "text"))
  var name: String

  @Option(help: help(zh: "区划代码", en: "The area's code", "code"))
  var area: String

  @Option(help: help(zh: "责任单位", en: "Who answers for it", "name"))
  var owner: String

  @Option(help: help(zh: "目标数", en: "How much", "n"))
  var amount: String

  @Option(help: help(zh: "单位（默认：统计指标的单位）", en: "The unit (default: that of the measure)", "unit"))
  var unit: String?

  @Option(help: help(zh: "由哪项统计指标计数", en: "The count that measures it", "measure"))
  var measure: String?

  @Option(help: help(zh: "分项，如 A1;A2", en: "Its parts, as A1;A2", "list"))
  var parts: String?

  @Option(help: help(zh: "起", en: "First day", "date"))
  var from: String

  @Option(help: help(zh: "止", en: "Last day", "date"))
  var to: String

  @OptionGroup var options: FigureOptions

  func run() throws {
    let cells = [
      ("target", id), ("name", name), ("area", area), ("owner", owner), ("amount", amount),
      ("unit", unit ?? ""),
      ("measure", measure ?? ""), ("parts", parts ?? ""), ("from", from), ("to", to),
    ]
    var table = CSVWriter()
    table.write(cells.map(\.0))
    table.write(cells.map(\.1))
    let centre = try options.centre()
    try TargetImport.enter(
      TargetFile.read(table.bytes, file: "target add", known: centre.targets()), centre)
  }
}

/// `target report`: how far a target is that no count measures.
struct TargetReport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: text(zh: "填报一项目标的累计完成数（没有统计指标的）", en: "Report how far a target is that nothing counts"),
      discussion: text(
        zh: "填自起始日的累计数和来源；同一天重新填报即为更正，原记录保留。有统计指标或分项的目标由台账自动统计，不能填报。",
        en:
          "Give what was reached since the beginning, and the source. Reporting a day anew corrects it; the earlier entry "
          + "is kept. What is counted from the records or from parts is not reported."))
  }

  @Argument(help: help(zh: "目标编号", en: "The target's id", "target"))
  var id: String

  @Argument(help: help(zh: "累计完成数", en: "Reached since the beginning", "n"))
  var amount: Int

  @Option(help: help(zh: "截至哪天（默认：今天）", en: "As of this day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "来源，如 区人社局 11 月报表", en: "The source, such as a bureau's paper", "text"))
  var source: String

  @OptionGroup var options: FigureOptions

  func validate() throws {
    _ = try Typed.day(on, "--on")
    try Typed.notBlank(source, "--source")
    if amount < 0 {
      throw ValidationError(text(zh: "累计完成数应不小于 0", en: "the amount should be 0 or more"))
    }
  }

  func run() throws {
    let (target, day) = try options.centre().report(amount, of: id, on: Typed.day(on, "--on"), source: source)
    let unit = target.quantity.unit.name
    Console.write(
      Wording(
        zh:
          "已填报：\(target.name.chinese) 截至 \(day) 累计 \(amount) \(unit.chinese)，目标 \(target.quantity.amount) \(unit.chinese)",
        en:
          "recorded: \(target.name.english), \(amount) \(unit.english) by \(day), of \(target.quantity.amount)"
      ))
  }
}
