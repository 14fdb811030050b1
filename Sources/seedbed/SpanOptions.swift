import ArgumentParser
import Centre
import Civil
import Interchange

/// The database that figures are worked out from, and the regulations by which they are counted.
struct FigureOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOption
  @OptionGroup var regulations: RegulationsOption

  func centre() throws -> Centre {
    var environment = CentreEnvironment.live
    environment.regulations = try regulations.load().regulations
    return try Centre(database: database.path, environment: environment)
  }
}

/// Of which area, and as of which day.
struct DayOptions: ParsableArguments {
  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "只计截至该日已登记的情况（默认今天）", en: "Count what was recorded by then (default: today)", "date"))
  var asOf: String?

  func check() throws {
    _ = try (Typed.area(area), Typed.day(asOf, "--as-of"))
  }

  func asOf(today: CivilDate) throws -> CivilDate { asOf.flatMap { CivilDate($0) } ?? today }
}

/// Of which area and period, and as of which day.
struct SpanOptions: ParsableArguments {
  @OptionGroup var day: DayOptions

  @Option(
    name: .customLong("period"),
    help: help(
      zh: "统计期：2026、2026-Q3、2026-09，或 2026-01-01..2026-06-30（默认本年度）",
      en: "The period: 2026, 2026-Q3, 2026-09, or 2026-01-01..2026-06-30 (default: this year)", "period"))
  var text: String?

  var area: String? { day.area }

  func asOf(today: CivilDate) throws -> CivilDate { try day.asOf(today: today) }

  func check() throws {
    try day.check()
    if let text, Self.period(text) == nil {
      throw ValidationError(
        seedbed.text(
          zh: "--period：“\(text)”应写成 2026、2026-Q3、2026-09 或 2026-01-01..2026-06-30",
          en: "--period: '\(text)' should be written as 2026, 2026-Q3, 2026-09 or 2026-01-01..2026-06-30"))
    }
  }

  /// The period asked for, or the calendar year of the day.
  func period(asOf day: CivilDate) throws -> ClosedRange<CivilDate> {
    text.flatMap(Self.period) ?? Self.period("\(day.year)") ?? day...day
  }

  /// A year, a quarter, a month, or a first and a last day.
  static func period(_ text: String) -> ClosedRange<CivilDate>? {
    if let dots = text.firstRange(of: "..") {
      guard let first = CivilDate(text[..<dots.lowerBound]), let last = CivilDate(text[dots.upperBound...]),
        first <= last
      else { return nil }
      return first...last
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count == 4, let year = Int(parts[0]) else {
      return nil
    }
    let months: (first: Int, count: Int)?
    if parts.count == 1 {
      months = (1, 12)
    } else if parts[1].first == "Q" || parts[1].first == "q" {
      months = Int(parts[1].dropFirst()).flatMap { (1...4).contains($0) ? (($0 - 1) * 3 + 1, 3) : nil }
    } else {
      months = Int(parts[1]).map { ($0, 1) }
    }
    guard let months, let first = CivilDate(year: year, month: months.first, day: 1) else { return nil }
    return first...(first.adding(months: months.count) + -1)
  }
}
