import ArgumentParser
import Centre
import Civil
import FollowUp
import Foundation
import Indicators
import Interchange
import Reports

/// `bench follow-up`: how long an officer and a reporter wait, on made-up centres of growing size.
struct BenchFollowUp: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "follow-up",
      abstract: text(
        zh: "用虚构的中心测量回访清单、指标和存活统计的速度",
        en: "Measure the officer's list, the indicators and survival on made-up centres"),
      discussion: text(
        zh: "每位学员约 5 次回访，三成创业。数据库写在临时文件夹，测完删除（--keep 保留）。请用 Release 版本测量。",
        en:
          "About five contacts and 0.3 ventures a trainee. Databases lie in a temporary folder and go afterwards "
          + "(--keep keeps them). Measure the Release build."))
  }

  @Option(
    help: help(zh: "各中心的学员数，以逗号分隔", en: "How many trainees each centre has, parted by commas", "list"))
  var trainees = "10000,100000,1000000"

  @Option(help: help(zh: "随机种子", en: "Seed of the random choices", "n"))
  var seed: UInt64 = 1

  @Option(
    help: help(
      zh: "把数据库留在这个文件夹；已有的直接测量", en: "Keep the databases in this folder; those there are measured", "folder"),
    completion: .directory)
  var keep: String?

  @OptionGroup var calendars: CalendarsOption

  func validate() throws {
    if sizes.isEmpty {
      throw ValidationError(
        text(zh: "--trainees：应为 10000,100000 这样的数", en: "--trainees: give numbers such as 10000,100000"))
    }
  }

  private var sizes: [Int] { trainees.split(separator: ",").compactMap { Int($0) }.filter { $0 >= 100 } }

  func run() throws {
    var table = TextTable(
      FollowUpFigures.heads.map { $0[Console.language] },
      Array(repeating: .right, count: FollowUpFigures.heads.count))
    for size in sizes {
      let figures = try measure(size)
      table.add(figures.cells)
      Console.note(Wording(zh: "已测 \(size) 名学员", en: "measured \(size) trainees"))
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }

  private func measure(_ size: Int) throws -> FollowUpFigures {
    let folder = keep ?? NSTemporaryDirectory() + "seedbed-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/follow-up-\(size).sqlite"
    defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let centre = try MadeUpCentre(path: path, calendars: calendars.path)
    let begun = Date.now
    if try centre.isEmpty { try centre.fill(trainees: size, seed: seed) }
    return try FollowUpFigures(of: centre, built: Date.now.timeIntervalSince(begun), trainees: size)
  }
}
