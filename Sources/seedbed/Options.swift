import ArgumentParser
import Civil
import Foundation
import Interchange
import Reports
import Scheduling

/// The bundle that a command reads.
struct BundleOptions: ParsableArguments {
  @Argument(
    help: help(
      zh: "数据包：存放 .csv 表格的文件夹，或一个 .xlsx 工作簿",
      en: "The bundle: a folder of .csv tables, or an .xlsx workbook", "bundle"),
    completion: .directory)
  var bundle: String

  @OptionGroup var calendars: CalendarsOption
}

/// Where the program's own working calendars lie.
struct CalendarsOption: ParsableArguments {
  @Option(
    name: .customLong("calendars"),
    help: help(
      zh: "存放节假日 .ics 文件的文件夹（默认：SEEDBED_CALENDARS，或就近的 Calendars）",
      en: "Folder of the public holidays' .ics files (default: SEEDBED_CALENDARS, or the nearest Calendars)",
      "folder"),
    completion: .directory)
  var folder: String?

  /// Option, then environment, then the nearest folder of that name.
  var path: String {
    folder ?? Places.environment("SEEDBED_CALENDARS") ?? Places.nearest("Calendars") ?? "Calendars"
  }
}

/// The database that a command works on.
struct DatabaseOption: ParsableArguments {
  @Option(
    name: .customLong("database"),
    help: help(
      zh: "数据库文件（默认：SEEDBED_DATABASE，或 seedbed.sqlite）",
      en: "The database file (default: SEEDBED_DATABASE, or seedbed.sqlite)", "file"),
    completion: .file())
  var file: String?

  /// Option, then environment, then default.
  var path: String { file ?? Places.environment("SEEDBED_DATABASE") ?? "seedbed.sqlite" }
}

/// The database that a command works on, with the regulations and calendars by which it counts.
struct CentreOptions: ParsableArguments {
  @OptionGroup var database: DatabaseOption
  @OptionGroup var regulations: RegulationsOption
  @OptionGroup var calendars: CalendarsOption
  @OptionGroup var rosters: RostersOption
}

/// Which columns the rosters have.
struct RostersOption: ParsableArguments {
  @Option(
    name: .customLong("rosters"),
    help: help(
      zh: "花名册列设置文件（CSV：花名册、列、标题；默认：SEEDBED_ROSTERS，或通用格式）",
      en: "File of the rosters' columns (CSV: roster, column, title; default: SEEDBED_ROSTERS, or the usual)",
      "file"),
    completion: .file())
  var file: String?

  /// The rosters that the file sets; all problems are told where there are any.
  func load() throws -> [RosterLayout] {
    guard let path = file ?? Places.environment("SEEDBED_ROSTERS") else { return [] }
    let (layouts, problems) = RosterLayoutFile.read(try Places.read(path), file: Places.name(of: path))
    for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
    guard !problems.contains(where: \.isError) else {
      throw Failure(
        Wording(
          zh: "\(path)：花名册列设置有错误，没有采用；请更正后再试",
          en: "\(path): the rosters' columns have errors and are not used; correct them and try again"))
    }
    return layouts
  }
}

/// What one unit of each soft constraint costs.
struct WeightsOption: ParsableArguments {
  @Option(
    name: .customLong("weights"),
    help: help(
      zh: "改变软规则的权重，如 span=1,gap=2；名称见“seedbed constraints”",
      en: "Other weights of soft rules, as span=1,gap=2; 'seedbed constraints' names them", "list"))
  var list: String?

  func validate() throws { _ = try weights() }

  /// The default weights with those given put in their place.
  func weights() throws -> Weights {
    guard let list else { return .standard }
    var overrides: [String: Double] = [:]
    for item in list.split(whereSeparator: { ",，;；".contains($0) }) {
      let parts = item.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, let weight = Double(parts[1]) else {
        throw ValidationError(
          text(zh: "--weights：“\(item)”应写成 span=1", en: "--weights: '\(item)' should be written as span=1"))
      }
      overrides[parts[0]] = weight
    }
    do {
      return try Weights(overrides: overrides)
    } catch .unknownConstraint(let id, let known) {
      let names = known.joined(separator: ", ")
      throw ValidationError(
        text(
          zh: "--weights：没有软规则“\(id)”；现有：\(names)", en: "--weights: no soft rule '\(id)'; there are \(names)")
      )
    } catch .notAWeight(let id) {
      throw ValidationError(
        text(
          zh: "--weights：\(id) 的权重应为不小于 0 的数",
          en: "--weights: the weight of \(id) should be a number from 0 up"))
    }
  }
}

/// When a search ends, and what makes it repeatable.
struct LimitOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "搜索多少秒（默认按题目大小，10 至 300）", en: "Seconds to search (default: by the problem's size, 10 to 300)", "n")
  )
  var seconds: Double?

  @Option(
    help: help(
      zh: "搜索多少步，代替秒数：同样的数据、种子和步数，结果完全相同",
      en: "Steps to search in place of seconds: same data, seed and steps, same result", "n"))
  var steps: Int?

  @Option(help: help(zh: "随机种子", en: "Seed of the random choices", "n"))
  var seed: UInt64 = 1

  @Option(help: help(zh: "线程数", en: "Threads", "n"))
  var threads = 1

  func validate() throws {
    if seconds != nil, steps != nil {
      throw ValidationError(text(zh: "--seconds 和 --steps 只能给一个", en: "give --seconds or --steps, not both"))
    }
    if let seconds, !(seconds >= 0 && seconds <= 1_000_000) {
      throw ValidationError(text(zh: "--seconds 应不小于 0", en: "--seconds should be 0 or more"))
    }
    if let steps, steps < 0 {
      throw ValidationError(text(zh: "--steps 应不小于 0", en: "--steps should be 0 or more"))
    }
    if !(1...256).contains(threads) {
      throw ValidationError(text(zh: "--threads 应为 1 至 256", en: "--threads should be 1 to 256"))
    }
  }

  /// The limits of a search that takes so many seconds where nothing is said.
  func limits(usualSeconds: Double) -> SearchLimits {
    SearchLimits(
      seconds: steps == nil ? seconds ?? usualSeconds : nil, steps: steps, seed: seed, threads: threads)
  }
}

/// A search for a timetable of a bundle: its limits and what it makes small.
struct SearchOptions: ParsableArguments {
  @OptionGroup var search: LimitOptions

  @OptionGroup var weights: WeightsOption

  /// The limits of a search over so many classes: they decide the time where none is given.
  func limits(classes: Int) -> SearchLimits {
    search.limits(usualSeconds: Double(min(300, max(10, classes))))
  }
}
