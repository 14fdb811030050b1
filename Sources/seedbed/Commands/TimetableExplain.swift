import ArgumentParser
import Centre
import Civil
import Planning

/// `timetable explain`: why a bundle cannot be planned, and the cheapest ways out.
struct TimetableExplain: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: text(
        zh: "说明数据包为何排不出完整课表，怎样改最省", en: "Say why a bundle cannot be planned, and the cheapest ways out"),
      discussion: text(
        zh: "返回码：0 排得出完整课表；1 查出互相矛盾的数据；2 未能排全而又未证明原因，或无法读取。",
        en:
          "Exit status: 0 a complete timetable was found; 1 cells that cannot hold together; 2 sessions without a "
          + "place and no reason proved, or files that cannot be read."))
  }

  @OptionGroup var bundle: BundleOptions

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func run() throws {
    let bundle = try TimetableFiles.bundle(bundle)
    let explanation = Searching.watched { _, stop in
      Planner(bundle).explain(clock: CentreEnvironment.live.monotonic, stop: stop)
    }
    if json {
      Console.write(try JSONText.of(ExplanationReport(explanation)))
    } else {
      for line in ExplanationReport.lines(explanation, in: Console.language) { Console.write(line) }
    }
    if !explanation.conflicts.isEmpty { throw ExitCode.findings }
    if !explanation.isComplete { throw ExitCode.incomplete }
  }
}
