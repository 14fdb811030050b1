import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// `follow-up due`: whom to contact, and which ventures may fail.
struct FollowUpDue: ParsableCommand {
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
