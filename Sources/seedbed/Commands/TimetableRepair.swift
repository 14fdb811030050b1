import ArgumentParser
import Civil
import Interchange
import Planning

/// `timetable repair`: a published timetable made to hold again with the fewest moves.
struct TimetableRepair: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "repair",
      abstract: text(
        zh: "有人缺席、教室停用或数据有变时，以最少的改动修复课表",
        en:
          "Repair a timetable with the fewest moves when somebody is away, a room closed or the data changed"),
      discussion: text(
        zh: "先求改动最少，再求扣分最低；说明改动数是否已证明最少。返回码：0 全部排入；2 有课次未能排入，或无法读写。",
        en:
          "Fewest moves first, then least cost; says whether the number of moves is proved to be the fewest. "
          + "Exit status: 0 complete; 2 sessions without a place, or files that cannot be read."))
  }

  @Argument(
    help: help(zh: "已发布的课表文件", en: "The published timetable.csv", "old"),
    completion: .file(extensions: ["csv"]))
  var old: String

  @OptionGroup var bundle: BundleOptions

  @Option(
    help: help(
      zh: "替换后的数据包：消失的课次取消，新的课次排入",
      en: "The bundle as it is now: what is gone is dropped, what is new is placed",
      "bundle"),
    completion: .directory)
  var changed: String?

  @OptionGroup var repair: RepairOptions
  @OptionGroup var weights: WeightsOption

  @Option(help: help(zh: "写到哪个文件", en: "The file to write", "file"), completion: .file(extensions: ["csv"]))
  var out: String

  @Option(
    help: help(zh: "另写一份 JSON 报告", en: "Write a report in JSON too", "file"),
    completion: .file(extensions: ["json"]))
  var json: String?

  func run() throws {
    for file in [out, json].compactMap(\.self) { try Places.expectWritable(file) }
    let planning =
      try changed.map { try TimetableFiles.bundle($0, calendars: bundle.calendars.path) }
      ?? TimetableFiles.bundle(bundle)
    let rows = try TimetableFiles.onceEach(old)
    let plan: RepairPlan
    do {
      plan = try Planner(planning).repair(rows, try repair.request(), weights: try weights.weights())
    } catch let error as RepairError {
      throw error.failure
    }
    try Places.write(TimetableCSV.write(plan.rows), to: out)
    if let json { try Places.write(Array((try JSONText.of(RepairReport.JSON(plan)) + "\n").utf8), to: json) }
    for line in RepairReport.lines(plan, in: Console.language) { Console.write(line) }
    if changed == nil, plan.dropped.count * 2 > rows.count {
      Console.note(
        Wording(
          zh: "\(old) 的 \(rows.count) 个课次中有 \(plan.dropped.count) 个不在数据包中；请核对二者是否相配",
          en: "\(plan.dropped.count) of the \(rows.count) sessions of \(old) are not in the bundle; "
            + "see that the two belong together"))
    }
    Console.note(Wording(zh: "已写入 \(out)", en: "wrote \(out)"))
    if !plan.unplaced.isEmpty { throw ExitCode.incomplete }
  }
}
