import ArgumentParser
import Centre
import Civil
import Reports

/// Whether numbers are written whole.
struct DisclosureOption: ParsableArguments {
  @Flag(help: help(zh: "写出完整的身份证号和电话", en: "Write identity numbers and phones whole"))
  var fullNumbers = false
}

/// Whose follow-up, where, and as of which day.
struct OfficerOptions: ParsableArguments {
  @Option(help: help(zh: "回访员（默认：全部）", en: "The officer (default: all)", "name"))
  var officer: String?

  @OptionGroup var day: DayOptions

  @OptionGroup var disclosure: DisclosureOption

  func check() throws { try day.check() }

  func request(today: CivilDate, calendar: WorkingCalendar) throws -> ReportRequest {
    ReportRequest(
      officer: officer, area: day.area, asOf: try day.asOf(today: today),
      disclosure: disclosure.fullNumbers ? .full : .masked, calendar: calendar)
  }
}
