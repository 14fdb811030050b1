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

  @OptionGroup var whose: OfficerOptions

  @Flag(help: help(zh: "不列预警", en: "Leave the warnings out"))
  var noWarnings = false

  @OptionGroup var options: CentreOptions

  func validate() throws { try whose.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let request = try whose.request(
      today: centre.today(), calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    try Console.write("follow-up-due", of: centre, request)
    guard !noWarnings else { return }
    Console.write()
    Console.write(try centre.earlyWarnings(request))
  }
}
