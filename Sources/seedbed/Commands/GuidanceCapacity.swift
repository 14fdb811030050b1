import ArgumentParser
import Centre
import Civil
import Interchange
import Planning
import Reports

/// `guidance capacity`: a year's guidance against the hours of the mentors.
struct GuidanceCapacity: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "capacity",
      abstract: text(
        zh: "全年指导任务与导师工时：分月、分环节，缺多少", en: "A year's guidance against the mentors' hours, and what is short"),
      discussion: text(
        zh: """
          按导师工时、窗口（设施含 consult 的教室）的开放时间和个数、上门路程、学员课外时间分别算出上限；按上限仍不够的一定不够。

          返回码：0 没有查出短缺；1 已证明工时不足；2 无法读取。
          """,
        en: """
          Bounds from above by the mentors' hours, the opening hours and number of the desks (rooms with the feature \
          consult), the ways of visits, and the trainees' time beside their classes: what is short by them is short.

          Exit status: 0 no shortage found; 1 proved that it does not suffice; 2 files that cannot be read.
          """
      ))
  }

  @Option(help: help(zh: "指导任务（人次），如 1400", en: "The guidance wanted, in person-times, as 1400", "n"))
  var wanted: Int

  @Option(help: help(zh: "每次多少分钟", en: "Minutes of a meeting", "n"))
  var minutes = 60

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws {
    try span.check()
    guard (1...1_000_000).contains(wanted) else {
      throw ValidationError(text(zh: "--wanted：应为 1 至 1000000", en: "--wanted: expected 1 to 1000000"))
    }
    guard (1...480).contains(minutes) else {
      throw ValidationError(text(zh: "--minutes：应为 1 至 480", en: "--minutes: expected 1 to 480"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let period = try span.period(asOf: span.asOf(today: centre.today()))
    guard period.upperBound - period.lowerBound < 1_100 else {
      throw Failure(Wording(zh: "--period：至多三年", en: "--period: at most three years"))
    }
    let (hours, report) = try centre.guidanceHours(
      wanted: wanted, period: period, minutes: minutes, area: span.area ?? "",
      calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(report)
    if !hours.shortages.isEmpty { throw ExitCode.findings }
  }
}
