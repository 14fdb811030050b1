import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// `follow-up sheet`: what an officer takes along.
struct FollowUpSheet: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sheet",
      abstract: text(zh: "写出回访记录表，打印或带下乡填写", en: "Write the sheet to print, or to fill in on the way"),
      discussion: text(
        zh:
          ".html 用于打印，.csv 和 .xlsx 用于填写后以 follow-up import 读回。下周才去的，用 --as-of 给出那一天，列出届时到期的。电话默认隐去中间各位，回访员自用可加 --full-numbers。",
        en:
          ".html prints; .csv and .xlsx are filled in and read back by 'follow-up import'. For a later day give --as-of: what "
          + "is due by then is on it. Phones are masked unless asked for."
      ))
  }

  @OptionGroup var whose: OfficerOptions

  @Option(help: help(zh: "写到哪个文件", en: "The file to write", "file"), completion: .file())
  var out: String

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try whose.check()
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
      whose.request(
        today: today, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path)))
    try format.write(report, in: Console.language, written: today, to: out)
    let rows = report.tables.first?.rows.count ?? 0
    Console.write(Wording(zh: "已写出 \(out)：\(rows) 项回访任务", en: "\(out): \(rows) contacts to make"))
  }
}
