import ArgumentParser
import Civil
import Planning

/// `timetable check`: judges any timetable of a bundle, broken ones included.
struct TimetableCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: text(zh: "按全部规则检查一份课表文件", en: "Judge a timetable file by all the rules"),
      discussion: text(
        zh: "返回码：0 守住全部硬规则且不缺课次；1 违反硬规则；2 只缺课次，或无法读取。",
        en:
          "Exit status: 0 no hard rule broken, nothing missing; 1 a hard rule broken; 2 only sessions missing, or unreadable."
      ))
  }

  @OptionGroup var bundle: BundleOptions

  @Argument(
    help: help(zh: "课表文件 timetable.csv", en: "The timetable.csv", "timetable"),
    completion: .file(extensions: ["csv"]))
  var timetable: String

  @Option(
    help: help(zh: "已发布的课表：计算改动", en: "The published timetable, from which each move costs", "file"),
    completion: .file(extensions: ["csv"]))
  var previous: String?

  @OptionGroup var weights: WeightsOption

  @Flag(help: help(zh: "计算扣分的下限", en: "Work out what every complete timetable must cost at least"))
  var bounds = false

  @OptionGroup var certificate: CertificateOption

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func run() throws {
    if let file = certificate.file { try Places.expectWritable(file) }
    let bundle = try TimetableFiles.bundle(bundle)
    let planner = Planner(bundle)
    let rows = try TimetableFiles.rows(timetable)
    let previous = try previous.map(TimetableFiles.onceEach)
    let weights = try weights.weights()
    let judgement = planner.judge(rows, previous: previous, weights: weights)
    let least =
      bounds || certificate.file != nil ? planner.bounds(weights: weights, previous: previous) : nil
    try certificate.write(rows, of: planner, bounds: least, weights: weights, previous: previous)
    if json {
      Console.write(try JSONText.of(JudgementReport(judgement, bounds: least, in: Console.language)))
    } else {
      for line in JudgementReport.lines(judgement, bounds: least, in: Console.language) {
        Console.write(line)
      }
    }
    if !judgement.broken.isEmpty { throw ExitCode.findings }
    if !judgement.missing.isEmpty { throw ExitCode.incomplete }
  }
}
