import ArgumentParser
import Centre
import Civil
import Planning
import Scheduling

/// `timetable plan`: makes a draft from what the database holds.
struct TimetablePlan: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: text(zh: "按数据库中的数据排出一份课表草案", en: "Make a draft timetable from what the database holds"),
      discussion: text(
        zh: "已有发布的课表时，尽量少改动。返回码：0 全部排入；2 有课次未能排入。",
        en:
          "Where a timetable is published, each move from it costs. Exit status: 0 complete; 2 sessions without a place."
      ))
  }

  @OptionGroup var database: DatabaseOption
  @OptionGroup var search: SearchOptions

  func run() throws {
    let centre = try Centres.open(database)
    let weights = try search.weights.weights()
    let limits = search.limits(classes: try centre.classCount())
    let draft = try Searching.watched { progress, stop in
      try centre.plan(limits, weights: weights, progress: progress, stop: stop)
    }
    DraftReport.write(draft)
    if !draft.unplaced.isEmpty { throw ExitCode.incomplete }
    Console.note(
      Wording(
        zh: "接下来：用“seedbed timetable show --draft --class 班级”查看，“seedbed timetable publish”发布",
        en:
          "next: look at it with 'seedbed timetable show --draft --class CLASS', then 'seedbed timetable publish'"
      ))
  }
}

/// A draft in words and figures.
enum DraftReport {
  static func write(_ draft: DraftSummary) {
    let language = Console.language
    for line in CostTable.lines(draft.cost, in: language) {
      Console.write(line)
    }
    if !draft.unplaced.isEmpty { Console.write() }
    for line in UnplacedList.lines(draft.unplaced, in: language) {
      Console.write(line)
    }
    Console.write()
    Console.write(
      Wording(
        zh:
          "第 \(draft.id) 号草案：排入 \(draft.sessions) 个课次，未排入 \(draft.unplaced.count) 个，总扣分 \(Numbers.short(draft.total))",
        en: "draft \(draft.id): \(draft.sessions) sessions placed, \(draft.unplaced.count) without a place, "
          + "soft cost \(Numbers.short(draft.total))"))
  }
}
