import ArgumentParser
import Centre
import Civil
import Foundation
import Interchange
import Planning
import Scheduling

/// `demo`: a made-up centre from its spreadsheets to everybody's calendar, step by step.
struct Demo: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: text(
        zh: "用虚构的示例中心走一遍全过程：表格、课表、日历、三年回访和报表",
        en: "A made-up centre, from spreadsheets to calendars, follow-up and reports"),
      discussion: text(
        zh: "600 名学员、20 个班、12 位师资、3 个培训点；另有此前三年的 60 个班。约一分钟。",
        en:
          "600 trainees in 20 classes, 12 lecturers and mentors, three sites, and 60 classes of the years before; about a minute."
      ))
  }

  @Option(help: help(zh: "写到哪个文件夹", en: "The folder to write to", "folder"), completion: .directory)
  var out = "demo"

  @Option(help: help(zh: "搜索多少秒", en: "Seconds to search", "n"))
  var seconds = 20.0

  @Option(help: help(zh: "搜索多少步，代替秒数", en: "Steps to search in place of seconds", "n"))
  var steps: Int?

  @OptionGroup var calendars: CalendarsOption

  @OptionGroup var regulations: RegulationsOption

  func validate() throws {
    if !(seconds > 0 && seconds <= 3600) {
      throw ValidationError(text(zh: "--seconds 应大于 0", en: "--seconds should be more than 0"))
    }
  }

  func run() throws {
    let folder = try DemoFolder(out)
    try copyBundle(to: folder)
    let (reading, planFrom) = try readBundle(folder)
    // All is entered and planned on one day before the plan begins: so the demo is the same on any day.
    let today = planFrom + -17
    let centre = try Centres.open(folder.database, regulations: regulations, on: today)
    try importBundle(reading, into: centre, folder)
    let draft = try plan(centre)
    try publish(draft, of: centre)
    try writeFiles(of: centre, folder)
    try showWeek(of: centre)
    try liveYears(of: centre, folder, today: today)
    closing(folder)
    if !draft.unplaced.isEmpty { throw ExitCode.incomplete }
  }

  private func copyBundle(to folder: DemoFolder) throws {
    step(1, Wording(zh: "准备示例中心的表格", en: "The demo centre's spreadsheets"))
    guard let fixture = Places.nearest("Fixtures/demo") else {
      throw Failure(
        Wording(
          zh: "找不到 Fixtures/demo；请在项目文件夹中运行",
          en: "Fixtures/demo is not found; run this in the project's folder"))
    }
    try folder.begin(with: fixture)
    say(
      Wording(
        zh: "\(folder.bundle)/：一张表一个 .csv，可用任何表格软件打开、修改（人物均为虚构）",
        en:
          "\(folder.bundle)/: one .csv a table; open and change them with any spreadsheet (all people are made up)"
      ))
  }

  private func readBundle(_ folder: DemoFolder) throws -> (BundleReading, planFrom: CivilDate) {
    step(2, Wording(zh: "检查全部表格和日历", en: "All tables and calendars checked"))
    let reading = try BundleReadings.read(folder.bundle, calendars: calendars.path)
    for line in ProblemList.lines(reading.problems, in: Console.language) { say(Wording(zh: line, en: line)) }
    guard let bundle = reading.bundle, reading.isSound else {
      throw Failure(Wording(zh: "示例数据有误", en: "the demo's tables are wrong"))
    }
    let busy = bundle.busy.values.reduce(0) { $0 + $1.count }
    say(
      Wording(
        zh: "\(bundle.trainees.count) 名学员、\(bundle.classes.count) 个班、\(bundle.people.count) 位师资和导师、"
          + "\(bundle.sites.count) 个培训点；师资自己的日历里有 \(busy) 段忙时",
        en:
          "\(bundle.trainees.count) trainees, \(bundle.classes.count) classes, \(bundle.people.count) lecturers and "
          + "mentors, \(bundle.sites.count) sites; \(busy) busy times in the lecturers' own calendars"))
    return (reading, bundle.centre.planFrom)
  }

  private func importBundle(_ reading: BundleReading, into centre: Centre, _ folder: DemoFolder) throws {
    step(3, Wording(zh: "存入数据库", en: "Stored in a database"))
    _ = try centre.importBundle(reading, source: folder.bundle)
    say(Wording(zh: "\(folder.database)：一个 SQLite 文件", en: "\(folder.database): one SQLite file"))
  }

  private func plan(_ centre: Centre) throws -> DraftSummary {
    let length =
      steps.map { Wording(zh: "\($0) 步", en: "\($0) steps") }
      ?? Wording(zh: "\(Numbers.short(seconds)) 秒", en: "\(Numbers.short(seconds)) s")
    step(4, Wording(zh: "排课（搜索 \(length.chinese)）", en: "A timetable made (search of \(length.english))"))
    let draft = try Searching.watched { progress, stop in
      try centre.plan(limits(seconds: seconds), progress: progress, stop: stop)
    }
    DraftReport.write(draft)
    return draft
  }

  private func limits(seconds: Double) -> SearchLimits {
    SearchLimits(
      seconds: steps == nil ? seconds : nil, steps: steps,
      threads: min(8, ProcessInfo.processInfo.activeProcessorCount))
  }

  private func publish(_ draft: DraftSummary, of centre: Centre) throws {
    step(5, Wording(zh: "发布", en: "Published"))
    let summary = try centre.publish(draft: draft.id, incomplete: true)
    say(PublicationReport.sentence(summary))
  }

  private func writeFiles(of centre: Centre, _ folder: DemoFolder) throws {
    step(6, Wording(zh: "写出课表和日历", en: "The timetable and the calendars written"))
    let rows = try centre.rows(published: true)
    try Places.write(TimetableCSV.write(rows), to: folder.timetable)
    say(Wording(zh: "\(folder.timetable)：全部课次", en: "\(folder.timetable): every session"))
    let feeds = try centre.writeFeeds(to: folder.feeds)
    say(FeedReport.sentence(feeds))
  }

  private func showWeek(of centre: Centre) throws {
    step(7, Wording(zh: "一个班的第一周", en: "One class's first week"))
    let timetable = try centre.timetable(of: .classID("G01"), week: nil, published: true)
    guard let week = timetable.weeks.first else { return }
    let page = WeekPage(timetable: timetable, week: week)
    for line in page.lines(width: Console.columns, in: Console.language) { Console.write(line) }
  }

  /// What the centre's past looks like to officers and reporters.
  private func liveYears(of centre: Centre, _ folder: DemoFolder, today: CivilDate) throws {
    let years = DemoYears(
      centre: centre, calendar: try centre.workingCalendar(calendarsFolder: calendars.path),
      rules: try regulations.load().regulations, today: today, folder: folder.reports)
    step(8, Wording(zh: "此前三年（截至 \(today)）", en: "The three years before, up to \(today)"))
    let (courses, lives) = try years.live()
    say(DemoYears.sentence(courses, lives))
    let stage = DemoStage(
      centre: centre, centreOn: { try Centres.open(folder.database, regulations: regulations, on: $0) },
      calendar: years.calendar, today: today, area: DemoYears.area, folder: folder.reports,
      feeds: folder.feeds, limits: limits(seconds: min(seconds, 10)), courses: courses, lives: lives)
    for part in [DemoPart].all {
      if let sentence = try part.enter(stage) { say(sentence) }
    }
    let (width, language) = (Console.columns, Console.language)
    step(9, Wording(zh: "今天该回访谁", en: "Whom an officer contacts today"))
    for line in try years.dueLines(in: language) { say(Wording(zh: line, en: line)) }
    step(10, Wording(zh: "写出报表", en: "Reports written"))
    for path in try years.writeReports(of: .all, in: language) { say(Wording(zh: path, en: path)) }
    step(11, Wording(zh: "创业实体存活曲线（Kaplan-Meier）", en: "Survival of the ventures (Kaplan and Meier)"))
    for line in try years.curveLines(width: width, in: language) { Console.write(line) }
    step(12, Wording(zh: "2026 年第三季度指标", en: "Indicators of the third quarter of 2026"))
    Console.write(try years.quarterIndicators())
    step(13, Wording(zh: "季报", en: "The quarterly bulletin"))
    if let bulletin = try years.bulletin() { Console.write(bulletin) }
    for (place, part) in [DemoPart].all.enumerated() {
      step(14 + place, part.title)
      for line in try part.show(stage) { say(line) }
    }
  }

  private func closing(_ folder: DemoFolder) {
    Console.write()
    Console.write(Wording(zh: "接下来可以试试：", en: "What to look at next:"))
    let database = "--database \(folder.database)"
    let tries: [(String, Wording)] = [
      ("timetable show --person P11 \(database)", Wording(zh: "一位财政专家的一周", en: "a finance expert's week")),
      (
        "timetable show --room S3-A1 --week 2027-W09 \(database)",
        Wording(zh: "一间教室在某一周", en: "a room in a given week")
      ),
      (
        "timetable check \(folder.bundle) \(folder.timetable)",
        Wording(zh: "按全部规则复核课表", en: "the timetable judged by all the rules")
      ),
      ("constraints", Wording(zh: "全部规则", en: "the rules themselves")),
      (
        "class show AC00040 \(database)",
        Wording(zh: "一个已结业班级的档案", en: "the record of a class that has ended")
      ),
      (
        "ledger export --out \(folder.path)/ledgers \(database)",
        Wording(zh: "导出全部台账，供任何人复算", en: "every ledger, for anybody to count again")
      ),
      ("report list", Wording(zh: "全部报表", en: "all the reports")),
    ]
    for (command, what) in tries {
      Console.write(Wording(zh: "  \(what.chinese)：", en: "  \(what.english):"))
      Console.write("    \(Places.command) \(command)")
    }
  }

  private func step(_ number: Int, _ title: Wording) {
    Console.write()
    Console.write("\(number). \(title[Console.language])")
  }

  private func say(_ wording: Wording) { Console.write("   " + wording[Console.language]) }
}

/// What the demo writes, and where.
private struct DemoFolder {
  let path: String
  var bundle: String { path + "/bundle" }
  var database: String { path + "/seedbed.sqlite" }
  var timetable: String { path + "/timetable.csv" }
  var feeds: String { path + "/feeds" }
  var reports: String { path + "/reports" }

  init(_ path: String) throws {
    self.path = path
  }

  /// Takes away what an earlier demo left, and nothing else, and puts the spreadsheets there.
  func begin(with fixture: String) throws {
    let files = FileManager.default
    do {
      if files.fileExists(atPath: path), !files.fileExists(atPath: database),
        try !files.contentsOfDirectory(atPath: path).isEmpty
      {
        throw Failure(
          Wording(
            zh: "\(path)：文件夹里已有别的内容；请用 --out 换一个文件夹",
            en: "\(path): the folder holds other things; choose another one with --out"))
      }
      for old in [bundle, feeds, reports, timetable] + ["", "-wal", "-shm", ".key"].map({ database + $0 })
      where files.fileExists(atPath: old) {
        try files.removeItem(atPath: old)
      }
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      try files.copyItem(atPath: fixture, toPath: bundle)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(
        Wording(
          zh: "\(path)：无法写入；请检查权限和磁盘空间", en: "\(path): cannot be written; check permissions and free space"))
    }
  }
}
