import ArgumentParser
import Civil

/// On which day something ends that stood until then.
struct LastDayOption: ParsableArguments {
  @Option(help: help(zh: "最后一天（默认：今天）", en: "Its last day (default: today)", "date"))
  var on: String?

  func check() throws { _ = try Typed.day(on, "--on") }

  func day(today: CivilDate) throws -> CivilDate { try Typed.day(on, "--on") ?? today }
}

/// Why and on which day something ends that stood until then.
struct EndingOptions: ParsableArguments {
  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var lastDay: LastDayOption

  func check() throws {
    try lastDay.check()
    try Typed.notBlank(reason, "--reason")
  }

  func day(today: CivilDate) throws -> CivilDate { try lastDay.day(today: today) }
}
