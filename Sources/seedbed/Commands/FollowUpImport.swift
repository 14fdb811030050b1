import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange

/// `follow-up import`: filled sheets, several copies at once.
struct FollowUpImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "读回填好的回访记录表", en: "Read filled follow-up sheets"),
      discussion: text(
        zh: "两人填写不一致、与已登记的回访矛盾、编号或姓名对不上、日期或结果不可能的，都列出来；有错误时什么都不存，除非加 --partial。",
        en:
          "Rows that contradict each other or what is on record, or that cannot be, are listed; with errors nothing is stored unless --partial is given."
      ))
  }

  @Argument(
    help: help(zh: "填好的表（CSV 或 XLSX），可给多个", en: "Filled sheets, CSV or XLSX", "file"), completion: .file())
  var files: [String]

  @Flag(help: help(zh: "有错误时只存正确的行", en: "Store the sound rows though others are wrong"))
  var partial = false

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let contents = try files.map { (name: Places.name(of: $0), bytes: try Places.read($0)) }
    let reading = try centre.readContacts(contents, calendar: calendar)
    try FileIntake.check(reading.problems, partial: partial)
    let done = try centre.record(reading, calendar: calendar)
    Console.write(
      Wording(
        zh: "登记 \(done.contacts) 次回访、\(done.changes) 项实体变更、\(done.requests.count) 张帮扶单；"
          + "未填 \(reading.rowsLeftBlank) 行，已登记过 \(reading.rowsRecorded) 行",
        en:
          "\(done.contacts) contacts, \(done.changes) changes of ventures, \(done.requests.count) requests for help "
          + "recorded; \(reading.rowsLeftBlank) rows not filled in, \(reading.rowsRecorded) on record already"
      ))
    for request in done.requests {
      Console.write("  \(request.id) \(request.kind.name[Console.language])")
    }
    if !reading.isSound { throw ExitCode.incomplete }
  }
}
