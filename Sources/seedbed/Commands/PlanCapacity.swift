import ArgumentParser
import Centre
import Civil
import Planning

/// `plan capacity`: what a bundle needs against what the centre has.
struct PlanCapacity: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "capacity",
      abstract: text(
        zh: "排课之前，核对师资、教室和时间够不够", en: "Hold needs against lecturers, rooms and time, before planning"),
      discussion: text(
        zh: "返回码：0 没有查出短缺；1 查出短缺；2 无法读取。",
        en: "Exit status: 0 no shortage found; 1 shortages; 2 cannot be read."))
  }

  @OptionGroup var bundle: BundleOptions

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func run() throws {
    let bundle = try TimetableFiles.bundle(bundle)
    let report = Planner(bundle).capacity()
    for line in CapacityPage.lines(report, in: Console.language) { Console.write(line) }
    if !report.shortages.isEmpty { throw ExitCode.findings }
  }
}
