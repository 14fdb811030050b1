import ArgumentParser
import Centre
import Civil
import Foundation
import Interchange
import Planning
import Scheduling

/// `bench scheduler`: the scheduler on bundles and instances, several seeds each, as the tables of an article.
struct BenchScheduler: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "scheduler",
      abstract: text(
        zh: "用多个种子测量排课器，可把结果表写进文档",
        en: "Measure the scheduler with several seeds; the tables can be written into an article"),
      discussion: text(
        zh: "文件夹按数据包测量，.ctt 和 .ectt 文件按课程排课算例测量。",
        en: "A folder is measured as a bundle, a .ctt or .ectt file as an instance of course timetabling."))
  }

  @Argument(help: help(zh: "数据包和算例", en: "Bundles and instances", "path"), completion: .file())
  var paths: [String]

  @Option(help: help(zh: "每项用多少个种子", en: "Seeds for each", "n"))
  var seeds = 5

  @Option(
    help: help(
      zh: "每次搜索多少秒（默认：数据包按班级数 5 至 300；算例 5 和 60）",
      en: "Seconds of each search (default: bundles 5 to 300 by their classes; instances 5 and 60)", "n"))
  var seconds: [Double] = []

  @Option(help: help(zh: "线程数", en: "Threads", "n"))
  var threads = 1

  @Option(
    help: help(zh: "把结果表写进这篇文档", en: "The article to write the tables into", "file"), completion: .file())
  var article: String?

  @OptionGroup var calendars: CalendarsOption

  func validate() throws {
    if !(1...1000).contains(seeds) {
      throw ValidationError(text(zh: "--seeds 应为 1 至 1000", en: "--seeds should be 1 to 1000"))
    }
    if seconds.contains(where: { !($0 > 0 && $0 <= 1_000_000) }) {
      throw ValidationError(text(zh: "--seconds 应大于 0", en: "--seconds should be more than 0"))
    }
    if !(1...256).contains(threads) {
      throw ValidationError(text(zh: "--threads 应为 1 至 256", en: "--threads should be 1 to 256"))
    }
  }

  func run() throws {
    if let article { try Places.expectWritable(article) }
    let isInstance = { (path: String) in [".ctt", ".ectt"].contains { path.lowercased().hasSuffix($0) } }
    let bundles = try paths.filter { !isInstance($0) }.flatMap(bundleRuns)
    let instances = try paths.filter(isInstance).flatMap(instanceRuns)
    let sections = [
      ("bundles", BundleRuns.anchorHeads, bundles), ("instances", CourseRuns.anchorHeads, instances),
    ]
    for (name, heads, runs) in sections where !runs.isEmpty {
      let table = MarkdownTable(heads: MeasuredRuns.heads + heads, rows: runs.map(\.cells))
      let lines = [statement, ""] + table.lines
      for line in lines { Console.write(line) }
      Console.write()
      if let article { try write(lines, to: name, of: article) }
    }
  }

  /// When, where and how: what every table of figures says first.
  private var statement: String {
    let day = CivilDate(daysSinceEpoch: CentreEnvironment.live.now().secondsSinceEpoch / 86_400)
    let times = seconds.map { " --seconds \(Numbers.short($0))" }.joined()
    return "\(day), \(Machine.sentence), seeds 1 to \(seeds), "
      + (threads == 1 ? "1 thread" : "\(threads) threads")
      + ": `seedbed bench scheduler --seeds \(seeds) --threads \(threads)\(times) …`"
  }

  private func bundleRuns(_ path: String) throws -> [MeasuredRuns] {
    let reading = try BundleReadings.read(path, calendars: calendars.path)
    guard let bundle = reading.plannable else {
      throw Failure(
        Wording(zh: "\(path)：数据包不可用；请先检查", en: "\(path): the bundle cannot be used; check it first"))
    }
    let planted = try BundleFigures.planted(in: path).map { Planner(bundle).judge($0).total }
    let times = seconds.isEmpty ? [BundleRuns.usualSeconds(classes: bundle.classes.count)] : seconds
    return times.map { time in
      announce(path, time)
      return BundleRuns.measure(
        bundle, name: name(of: path), planted: planted, seconds: time, seeds: seeds, threads: threads)
    }
  }

  private func instanceRuns(_ path: String) throws -> [MeasuredRuns] {
    let instance = try CourseInstances.read(path)
    return (seconds.isEmpty ? CourseRuns.usualSeconds : seconds).map { time in
      announce(path, time)
      return CourseRuns.measure(
        instance, name: name(of: path), seconds: time, seeds: seeds, threads: threads)
    }
  }

  private func name(of path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
  }

  private func announce(_ path: String, _ seconds: Double) {
    let time = Numbers.short(seconds)
    Console.note(
      Wording(zh: "测量 \(path)，每次 \(time) 秒 …", en: "measuring \(path), \(time) s a search …"))
  }

  private func write(_ lines: [String], to section: String, of article: String) throws {
    let text = String(decoding: try Places.read(article), as: UTF8.self)
    let section = MeasuredSection(section)
    guard let written = section.replaced(in: text, by: lines) else {
      throw Failure(
        Wording(
          zh: "\(article)：没有“\(section.begin)”与“\(section.end)”两个标记；请先加上",
          en: "\(article): lacks the marks '\(section.begin)' and '\(section.end)'; add them first"))
    }
    try Places.write(Array(written.utf8), to: article)
  }
}
