import ArgumentParser
import Civil
import Indicators
import Interchange
import Reports

/// `indicator check`: figures that some report printed, held against the amounts they are said to be made of.
struct IndicatorCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: text(zh: "复核公布的数字是否自相矛盾", en: "Check whether printed figures contradict themselves"),
      discussion: text(
        zh: """
          列：指标、印出数（如 41%、1:6.2）、算法、分子、分母。算法：占比（分子 ÷ 分母）、增长率（分子为增长后，分母为增长前）、\
          比例（1 ∶ 分子 ÷ 分母）、归因（分子为扶持成功数，分母为同期新登记数）、数量（只填分子；同一个数以两个名称印出的，提示存疑）。
          数量可写作 3506、4.7万户、1085万元。

          返回码：0 全部相符；1 有不符或存疑。
          """,
        en: """
          Columns: name, printed (as 41%, 1:6.2), formula, numerator, denominator. Formulas: share; growth (numerator after, \
          denominator before); oneTo (1 : numerator ÷ denominator); attribution (supported starts of registrations); count \
          (numerator only: one number under two names is doubted). Amounts may be written 3506 or 4.7万.

          Exit status: 0 all agree; 1 some do not, or are in doubt.
          """))
  }

  @Argument(help: help(zh: "表格文件：.csv 或 .xlsx", en: "The table: .csv or .xlsx", "file"), completion: .file())
  var file: String

  func run() throws {
    let reading = try FigureFiles.printed(file)
    FigureFiles.tell(reading.problems)
    guard reading.isSound else {
      throw Failure(
        Wording(zh: "文件有错误，没有复核；请更正后重试", en: "the file has errors and nothing was checked; correct it"))
    }
    let review = PrintedReview(reading.rows.map(\.row))
    Console.write(Report.printedFigures(review))
    if review.hasFindings { throw ExitCode.findings }
  }
}
