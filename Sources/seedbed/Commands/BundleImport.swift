import ArgumentParser
import Centre
import Civil
import Interchange

/// `bundle import`: a bundle into the database, whole or not at all.
struct BundleImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "把数据包存入数据库：全部正确才存入", en: "Store a bundle in the database: all of it or nothing"),
      discussion: text(
        zh: "返回码：0 全部存入；2 没有存入，或（--partial）只存入了正确的行。",
        en: "Exit status: 0 all stored; 2 nothing stored, or (--partial) only the sound rows."))
  }

  @OptionGroup var bundle: BundleOptions

  @Flag(help: help(zh: "只存入正确的行，其余逐条列出", en: "Store the sound rows and list the rest"))
  var partial = false

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let reading = try BundleReadings.read(bundle, partial: partial)
    for line in ProblemList.lines(reading.problems, in: Console.language) { Console.writeError(line) }
    let summary = try Centres.open(database).importBundle(reading, source: bundle.bundle)
    for line in TableCounts.lines(summary.tables, in: Console.language) { Console.write(line) }
    Console.write()
    Console.write(
      Wording(
        zh: "已存入 \(database.path)：\(summary.centre)" + (summary.isReplacement ? "（替换了原有数据）" : ""),
        en: "stored in \(database.path): \(summary.centre)"
          + (summary.isReplacement ? " (replacing what was there)" : "")
      ))
    if !reading.isSound { throw ExitCode.incomplete }
  }
}
