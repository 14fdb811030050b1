import ArgumentParser
import Civil
import Interchange

/// `bundle check`: everything that is wrong with a bundle, in one pass.
struct BundleCheck: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: text(zh: "一次列出数据包的全部问题", en: "List all that is wrong with a bundle in one pass"),
      discussion: text(
        zh: "返回码：0 没有错误；1 有错误；2 无法读取。", en: "Exit status: 0 no error; 1 errors; 2 cannot be read."))
  }

  @OptionGroup var bundle: BundleOptions

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func run() throws {
    let reading = try BundleReadings.read(bundle)
    if json {
      Console.write(try JSONText.of(Report(reading, in: Console.language)))
    } else {
      for line in ProblemList.lines(reading.problems, in: Console.language) { Console.write(line) }
      if !reading.problems.isEmpty { Console.write() }
      for line in TableCounts.lines(reading.tables, in: Console.language) { Console.write(line) }
      Console.write()
      Console.write(verdict(reading))
    }
    if !reading.isSound { throw ExitCode.findings }
  }

  private func verdict(_ reading: BundleReading) -> Wording {
    let tally = ProblemList.tally(reading.problems)
    return reading.isSound
      ? Wording(zh: "数据包可用（\(tally.chinese)）", en: "the bundle is sound (\(tally.english))")
      : Wording(
        zh: "数据包不可用：\(tally.chinese)；请按上面各行更正",
        en: "the bundle cannot be used: \(tally.english); correct the lines above")
  }

  /// The result as a program reads it.
  private struct Report: Encodable {
    struct Table: Encodable {
      let table: String
      let file: String?
      let rowsRead: Int
      let rowsSkipped: Int
    }
    let sound: Bool
    let problems: [ProblemList.Entry]
    let tables: [Table]

    init(_ reading: BundleReading, in language: Language) {
      sound = reading.isSound
      problems = reading.problems.map { ProblemList.Entry($0, in: language) }
      tables = reading.tables.map {
        Table(table: $0.table, file: $0.file, rowsRead: $0.rowsRead, rowsSkipped: $0.rowsSkipped)
      }
    }
  }
}
