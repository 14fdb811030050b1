import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// What can be done about follow-up.
struct FollowUpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "follow-up",
      abstract: text(zh: "回访：安排、到期、登记、下乡表格、帮扶", en: "Follow-up: plan, due, record, sheets, help"),
      subcommands: [
        PlanFollowUp.self, ShowDue.self, RecordContact.self, WriteSheet.self, ImportContacts.self,
        HelpRequestCommand.self,
      ])
  }
}

/// `follow-up plan`: who is contacted when, by the regulation in force.
struct PlanFollowUp: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: text(zh: "为已结业班级的学员安排回访", en: "Plan the follow-up of classes that have ended"),
      discussion: text(
        zh: "回访节点由结业当日当地的政策口径决定。可重复运行：已有的回访员和回访记录不变。",
        en:
          "The regulation in force where and when the class ended says when. It may be run again at any time."
      ))
  }

  @Option(
    name: .customLong("class"),
    help: help(zh: "班级编号，可给多个（默认：全部已结业的班）", en: "A class, repeatable (default: all that ended)", "id"))
  var classes: [String] = []

  @Option(help: help(zh: "由谁回访", en: "Who follows them", "name"))
  var officer: String?

  @Option(help: help(zh: "只安排这一区域的学员（区划代码，含其下各级）", en: "Only trainees of this area or below", "code"))
  var area = ""

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let planned = try centre.planFollowUp(
      classes: classes.isEmpty ? nil : classes, officer: officer, area: area,
      calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(
      Wording(
        zh: "\(planned.classes.count) 个班、\(planned.trainees) 名学员，共 \(planned.tasks) 项回访任务",
        en:
          "\(planned.classes.count) classes, \(planned.trainees) trainees, \(planned.tasks) contacts to make")
    )
    for (name, trainees) in planned.officers {
      Console.write(Wording(zh: "  \(name)：\(trainees) 人", en: "  \(name): \(trainees) trainees"))
    }
    for rule in planned.rules {
      Console.write(Wording(zh: "  口径：\(rule.wording.chinese)", en: "  rule: \(rule.wording.english)"))
    }
  }
}

/// `follow-up due`: whom to contact, and which ventures may fail.
struct ShowDue: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due",
      abstract: text(zh: "列出到期、逾期、失联的学员和有预警的创业实体", en: "List who is due, overdue or lost, and warnings"))
  }

  @Option(help: help(zh: "回访员（默认：全部）", en: "The officer (default: all)", "name"))
  var officer: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(
    name: .customLong("as-of"), help: help(zh: "按哪天计（默认：今天）", en: "As of this day (default: today)", "date"))
  var asOf: String?

  @Flag(help: help(zh: "不列预警", en: "Leave the warnings out"))
  var noWarnings = false

  @Flag(help: help(zh: "写出完整的电话", en: "Write phones whole"))
  var fullNumbers = false

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try Typed.day(asOf, "--as-of") }

  func run() throws {
    let centre = try Centres.open(options)
    let request = ReportRequest(
      officer: officer, area: area, asOf: try Typed.day(asOf, "--as-of") ?? centre.today(),
      disclosure: fullNumbers ? .full : .masked,
      calendar: try centre.workingCalendar(calendarsFolder: options.calendars.path))
    guard let kind = [ReportKind].all.named("follow-up-due") else { return }
    Console.write(try centre.report(kind, request))
    guard !noWarnings else { return }
    Console.write()
    Console.write(try centre.earlyWarnings(request))
  }
}

/// `follow-up sheet`: what an officer takes along.
struct WriteSheet: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheet",
      abstract: text(zh: "写出回访记录表，打印或带下乡填写", en: "Write the sheet to print, or to fill in on the way"),
      discussion: text(
        zh: ".html 用于打印，.csv 用于填写后以 follow-up import 读回。电话默认隐去中间各位，回访员自用可加 --full-numbers。",
        en:
          ".html prints; .csv is filled in and read back by 'follow-up import'. Phones are masked unless asked for."
      ))
  }

  @Option(help: help(zh: "回访员（默认：全部）", en: "The officer (default: all)", "name"))
  var officer: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(help: help(zh: "写到哪个文件", en: "The file to write", "file"), completion: .file())
  var out: String

  @Flag(help: help(zh: "写出完整的电话", en: "Write phones whole"))
  var fullNumbers = false

  @OptionGroup var options: CentreOptions

  func validate() throws {
    if ReportFormat(file: out) == nil {
      throw ValidationError(
        text(
          zh: "--out：扩展名应为 .txt、.csv、.xlsx 或 .html",
          en: "--out: the file should end in .txt, .csv, .xlsx or .html"))
    }
  }

  func run() throws {
    guard let kind = [ReportKind].all.named("follow-up-sheet"), let format = ReportFormat(file: out) else {
      return
    }
    let centre = try Centres.open(options)
    let today = try centre.today()
    let report = try centre.report(
      kind,
      ReportRequest(
        officer: officer, area: area, asOf: today, disclosure: fullNumbers ? .full : .masked,
        calendar: centre.workingCalendar(calendarsFolder: options.calendars.path)))
    try format.write(report, in: Console.language, written: today, to: out)
    let rows = report.tables.first?.rows.count ?? 0
    Console.write(Wording(zh: "已写出 \(out)：\(rows) 项回访任务", en: "\(out): \(rows) contacts to make"))
  }
}
