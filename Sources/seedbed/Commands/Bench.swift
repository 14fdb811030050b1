import ArgumentParser
import Centre
import Civil
import Foundation
import Interchange
import Reports

/// What can be measured.
struct Bench: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: text(
        zh: "测量速度和课表质量：数据包，或大学排课的公开算例",
        en:
          "Measure speed and the quality of timetables: on bundles, or on published course timetabling instances"
      ),
      discussion: text(
        zh: "不写子命令时测量数据包。", en: "Without a subcommand, bundles are measured."),
      subcommands: [
        BenchBundles.self, BenchCourses.self, BenchScheduler.self, BenchFollowUp.self, BenchRegister.self,
        BenchMatching.self, BenchForming.self,
      ],
      defaultSubcommand: BenchBundles.self)
  }
}

/// `bench bundles`: how fast and how good, on any bundles.
struct BenchBundles: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "bundles",
      abstract: text(
        zh: "测量读入、排课、写日历的速度和课表质量", en: "Measure reading, searching and feeds, and the quality of timetables"),
      discussion: text(
        zh: "数据包旁有 planted.csv 时，给出扣分与它的比。请用 Release 版本测量：make bench BUNDLES=\"路径 路径\"。",
        en: "Where a planted.csv lies in the bundle, the ratio of the costs is given. "
          + "Measure the Release build: make bench BUNDLES=\"path path\"."))
  }

  @Argument(
    help: help(zh: "数据包（默认：示例中心）", en: "Bundles (default: the demo centre)", "bundle"), completion: .directory
  )
  var bundles: [String] = []

  @Option(help: help(zh: "每个数据包搜索多少秒", en: "Seconds to search each bundle", "n"))
  var seconds = 60.0

  @Option(help: help(zh: "随机种子", en: "Seed of the random choices", "n"))
  var seed: UInt64 = 1

  @Option(help: help(zh: "线程数", en: "Threads", "n"))
  var threads = 1

  @OptionGroup var calendars: CalendarsOption

  func run() throws {
    let paths = bundles.isEmpty ? [Places.nearest("Fixtures/demo") ?? "Fixtures/demo"] : bundles
    let language = Console.language
    var table = TextTable(
      BundleFigures.heads(seconds: seconds).map { $0[language] },
      [.left] + Array(repeating: .right, count: 12)
    )
    var feeds = TextTable(
      FeedFigures.heads.map { $0[language] }, [.left] + Array(repeating: .right, count: 3))
    let folder = try ScratchFolder()
    defer { folder.remove() }
    for path in paths {
      let name = URL(fileURLWithPath: path).lastPathComponent
      Console.note(Wording(zh: "测量 \(name) …", en: "measuring \(name) …"))
      let (reading, readSeconds) = try Stopwatch.time {
        try BundleReadings.read(path, calendars: calendars.path)
      }
      guard let bundle = reading.bundle, reading.isSound else {
        throw Failure(
          Wording(zh: "\(path)：数据包不可用；请先检查", en: "\(path): the bundle is not sound; check it first"))
      }
      let rows = reading.tables.reduce(0) { $0 + $1.rowsRead }
      let figures = try BundleFigures(
        bundle, path: path, seconds: seconds, seed: seed, threads: threads, rows: rows,
        readSeconds: readSeconds)
      table.add([name] + figures.cells)
      feeds.add([name] + (try FeedFigures(reading, database: folder.path + "/\(name).sqlite")).cells)
    }
    for line in table.lines(width: 120) + [""] + feeds.lines() + [""] { Console.write(line) }
    Console.write(try CalendarFigures(in: folder.path, calendars: calendars.path).sentence)
  }
}

/// Wall time of a piece of work.
enum Stopwatch {
  static func time<Result>(_ work: () throws -> Result) rethrows -> (Result, seconds: Double) {
    let clock = CentreEnvironment.live.monotonic
    let start = clock()
    let result = try work()
    return (result, clock() - start)
  }
}

/// A folder of one's own that is taken away again.
struct ScratchFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "seedbed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
