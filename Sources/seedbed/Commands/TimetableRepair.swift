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
    let published = try TimetableFiles.bundle(bundle)
    let rows = try TimetableFiles.onceEach(old)
    // What the bundle that takes its place does not have must at least have been in the first.
    if changed != nil { try expectKnown(rows, in: published) }
    let planning =
      try changed.map { try TimetableFiles.bundle($0, calendars: bundle.calendars.path) } ?? published
    let plan: RepairPlan
    do {
      plan = try Planner(planning).repair(rows, try repair.request(), weights: try weights.weights())
    } catch let error as RepairError {
      throw error.failure
    }
    try Places.write(TimetableCSV.write(plan.rows), to: out)
    if let json { try Places.write(Array((try JSONText.of(RepairReport.JSON(plan)) + "\n").utf8), to: json) }
    for line in RepairReport.lines(plan, in: Console.language) { Console.write(line) }
    if changed == nil { noteUnknown(plan.dropped.count, of: rows.count) }
    Console.note(Wording(zh: "已写入 \(out)", en: "wrote \(out)"))
    if !plan.unplaced.isEmpty { throw ExitCode.incomplete }
  }

  /// The timetable must be one of the bundle.
  private func expectKnown(_ rows: [TimetableRow], in published: PlanningBundle) throws {
    let known = Planner(published).knownSessions(of: rows)
    guard known > 0 || rows.isEmpty else {
      throw Failure(
        Wording(
          zh: "\(old) 的 \(rows.count) 个课次都不在 \(bundle.bundle) 中；"
            + "此处应给出课表发布时所用的数据包，替换后的由 --changed 给出",
          en: "none of the \(rows.count) sessions of \(old) is in \(bundle.bundle); give the bundle that the "
            + "timetable was published from here, and the one that takes its place with --changed"))
    }
    noteUnknown(rows.count - known, of: rows.count)
  }

  /// Says so where most of the timetable is not in the bundle.
  private func noteUnknown(_ unknown: Int, of sessions: Int) {
    guard unknown * 2 > sessions else { return }
    Console.note(
      Wording(
        zh: "\(old) 的 \(sessions) 个课次中有 \(unknown) 个不在 \(bundle.bundle) 中；请核对二者是否相配",
        en: "\(unknown) of the \(sessions) sessions of \(old) are not in \(bundle.bundle); "
          + "see that the two belong together"))
  }
}
