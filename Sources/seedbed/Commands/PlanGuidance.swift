import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Planning
import Reports
import Scheduling

/// `plan guidance`: open needs for guidance become meetings beside the classes.
struct PlanGuidance: ParsableCommand {
  static var configuration: CommandConfiguration { GuidancePlanning.configuration(named: "guidance") }

  @OptionGroup var planning: GuidancePlanning

  func validate() throws { try planning.check() }

  func run() throws { try planning.run() }
}

/// `guidance plan`: the same, where those look for it who guide.
struct GuidancePlanCommand: ParsableCommand {
  static var configuration: CommandConfiguration { GuidancePlanning.configuration(named: "plan") }

  @OptionGroup var planning: GuidancePlanning

  func validate() throws { try planning.check() }

  func run() throws { try planning.run() }
}

/// What guidance is to be planned, and how.
struct GuidancePlanning: ParsableArguments {
  @Option(help: help(zh: "从哪天起（默认明天，或计划期首日）", en: "The first day (default: tomorrow, or the plan's)", "date"))
  var from: String?

  @Option(help: help(zh: "到哪天止（默认四周）", en: "The last day (default: four weeks)", "date"))
  var to: String?

  @Option(help: help(zh: "排几周，代替 --to", en: "How many weeks, in place of --to", "n"))
  var weeks: Int?

  @Option(help: help(zh: "可偏离约定日期几天", en: "Days by which a wish may be missed", "n"))
  var within = 7

  @Option(help: help(zh: "“一条龙”超期的最多排几人", en: "At most so many who are stuck", "n"))
  var stuck = 100

  @Option(
    help: help(
      zh: "约定过期超过几天的先问学员，不直接排（默认按政策口径）",
      en: "Past agreements older than this are asked about first (default: the regulation's)", "days"))
  var lapse: Int?

  @Flag(help: help(zh: "连同班级一起重排（默认已发布的课次不动）", en: "Plan the classes anew too (default: they stay)"))
  var withClasses = false

  @Option(help: help(zh: "以第几号草案为准（默认已发布的课表）", en: "The draft to go by (default: what is in force)", "n"))
  var draft: Int?

  @Option(
    help: help(
      zh: "另把 timetable.csv 和 mentoring.csv 写到此文件夹，可并入数据包复核",
      en: "Also write timetable.csv and mentoring.csv there, to be checked with the bundle", "folder"),
    completion: .directory)
  var out: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @OptionGroup var search: LimitOptions
  @OptionGroup var options: CentreOptions

  static func configuration(named name: String) -> CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: text(zh: "把待办的指导排进课表，与班级互不冲突", en: "Put the guidance that is due beside the classes"),
      discussion: text(
        zh: """
          排入：未办结的帮扶单（按期限）、约定的指导、答应的上门回访、“一条龙”超期的学员。约定日期已过而没有办的，从今天起尽快补；\
          过得太久的列出来，请先询问学员。排好后存为草案，用 timetable publish 发布。
          坐班指导用设施含 consult 的教室（开业指导窗口），按其开放时间排。

          返回码：0 全部排入；2 有指导未能排入，或无法读写。
          """,
        en: """
          Planned are open requests for help by their deadlines, agreed meetings, promised visits, and trainees who are \
          stuck in the chain. What was agreed for a day that is past and not held is made up for as soon as possible; what \
          is long past is listed, for the trainee to be asked first. The plan is kept as a draft, which 'timetable publish' puts in force. Meetings in the office \
          are in rooms with the feature consult (desks), when these are open.

          Exit status: 0 all planned; 2 some guidance waits, or files cannot be read.
          """))
  }

  func check() throws {
    let first = try Typed.day(from, "--from")
    let last = try Typed.day(to, "--to")
    _ = try Typed.area(area)
    if let first, let last, last < first {
      throw ValidationError(text(zh: "--to 早于 --from", en: "--to is before --from"))
    }
    if to != nil, weeks != nil {
      throw ValidationError(text(zh: "--to 和 --weeks 只能给一个", en: "give --to or --weeks, not both"))
    }
    for (value, option, most) in [
      (weeks, "--weeks", 104), (within, "--within", 366), (stuck, "--stuck", 100_000),
      (lapse, "--lapse", 3_650),
    ] {
      let least = option == "--weeks" ? 1 : 0
      if let value, !(least...most).contains(value) {
        throw ValidationError(
          text(zh: "\(option)：应为 \(least) 至 \(most)", en: "\(option): expected \(least) to \(most)"))
      }
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let first = try Typed.day(from, "--from")
    var order = GuidanceOrder(
      from: first, to: try Typed.day(to, "--to"), slack: within, mostStuck: stuck, withClasses: withClasses,
      draft: draft, area: area ?? "", lapse: lapse)
    if let weeks {
      let begin = try first ?? max(centre.today() + 1, centre.planFrom())
      (order.from, order.to) = (begin, begin + (7 * weeks - 1))
    }
    if let out { try Places.makeFolder(out) }
    let classes = withClasses ? try centre.classCount() : 0
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let (draft, list) = try Searching.watched { progress, stop in
      try centre.planGuidance(
        order, limits: search.limits(usualSeconds: Double(min(300, max(10, classes)))), calendar: calendar,
        progress: progress, stop: stop)
    }
    if list.stuckLeftOut > 0 {
      Console.note(
        Wording(
          zh: "提示：“一条龙”超期的还有 \(list.stuckLeftOut) 人未列入；可加大 --stuck",
          en: "note: \(list.stuckLeftOut) more trainees are stuck and were left out; raise --stuck for them"))
    }
    if !list.lapsed.isEmpty {
      Console.note(
        Wording(
          zh: "提示：\(list.lapsed.count) 个约定过期已久，没有直接排入；请先询问学员，名单见“约定已久”",
          en:
            "note: \(list.lapsed.count) agreements lapsed and were not planned; ask the trainees, who are listed"
        ))
    }
    Self.note(list.appointed)
    guard let draft else {
      Console.write(try centre.report(onNothingFrom: list))
      return
    }
    Console.write(try centre.report(on: draft))
    if !draft.plan.unplaced.isEmpty {
      Console.note(
        Wording(
          zh: "警告：草案中缺少以下原有课次，发布即取消它们；请加长搜索时间再试：",
          en: "warning: these sessions stand in the timetable but not in the draft; to publish it would "
            + "cancel them, so search longer:"))
      for line in UnplacedList.lines(draft.plan.unplaced, in: Console.language) {
        Console.note(Wording(zh: line, en: line))
      }
    }
    if let out { try write(draft, to: out) }
    Console.note(
      Wording(
        zh:
          "第 \(draft.draft.id) 号草案；用“seedbed timetable show --draft --person 导师”查看，“seedbed timetable publish”发布",
        en: "draft \(draft.draft.id): look at it with 'seedbed timetable show --draft --person MENTOR', then "
          + "'seedbed timetable publish'"))
    if !draft.plan.waiting.isEmpty || !list.waiting.isEmpty || !draft.plan.unplaced.isEmpty {
      throw ExitCode.incomplete
    }
  }

  /// Who guides by the pool's appointment alone, and who cannot until there is a row.
  private static func note(_ appointed: AppointedGuides) {
    if !appointed.planned.isEmpty {
      let ids = appointed.planned
      Console.note(
        Wording(
          zh: "提示：\(ids.joined(separator: "、"))在导师库在聘，按导师排坐班和线上指导；要上门或用其他工具复核，请在 people 表的角色中加 mentor",
          en:
            "note: \(ids.joined(separator: ", ")) are appointed in the pool and guide in the office and on line; for "
            + "visits, or to check with other tools, add the role mentor in the table people"))
    }
    guard let first = appointed.leftOut.first else { return }
    let names = appointed.leftOut.prefix(5).map(\.name)
    let count = appointed.leftOut.count
    Console.note(
      Wording(
        zh:
          "警告：导师库在聘的 \(count) 人（\(names.joined(separator: "、"))\(count > names.count ? "等" : "")）不在 people 表，"
          + "没有开放时间，未参加排期；请补上各人一行，如 person=\(first.id)，name=\(first.name)，roles=expert;mentor，open=开放时段",
        en: "warning: \(count) serving members of the pool (\(names.joined(separator: ", "))"
          + "\(count > names.count ? ", …" : "")) are not in the table people, so their hours are not known and they were "
          + "left out; add a row for each, as person=\(first.id), name=\(first.name), roles=expert;mentor, "
          + "open=their hours"))
  }

  private func write(_ draft: GuidanceDraft, to folder: String) throws {
    let tables = GuidanceExport(draft.plan.bundle, draft.plan.rows)
    try Places.write(TimetableCSV.write(tables.rows), to: folder + "/timetable.csv")
    try Places.write(MentoringCSV.write(tables.mentoring), to: folder + "/mentoring.csv")
    Console.note(
      Wording(zh: "已写入 \(folder) 的两张表", en: "wrote timetable.csv and mentoring.csv to \(folder)"))
  }
}
