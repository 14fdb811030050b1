import ArgumentParser
import Centre
import Civil
import Reports

/// `class show`: all that is on record of a class.
struct ClassShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: text(zh: "查看一个班的档案", en: "Show all that is on record of a class"))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "只计截至该日已登记的情况（默认今天）", en: "Count what was recorded by then (default: today)", "date"))
  var asOf: String?

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try Typed.day(asOf, "--as-of") }

  func run() throws {
    let centre = try Centres.open(options)
    let request = ReportRequest(
      classID: classID, asOf: try Typed.day(asOf, "--as-of") ?? centre.today(),
      calendar: try centre.workingCalendar(calendarsFolder: options.calendars.path))
    guard let dossier = [ReportKind].all.named("class-dossier") else { return }
    Console.write(try centre.report(dossier, request))
  }
}
