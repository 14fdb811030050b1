import ArgumentParser
import Centre
import Civil
import Interchange

/// `venture import`: a list of ventures, such as the roster of successful starts.
struct VentureImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入创业实体名单（创业成功花名册）", en: "Import a list of ventures"),
      discussion: text(
        zh: "CSV 或 XLSX，每行一个实体和一名创办人；列名中英文均可。已登记的实体（编号或证照相同）不改动。",
        en: "CSV or XLSX, a row for each venture and founder. Ventures on record stay as they are."))
  }

  @Argument(help: help(zh: "名单文件", en: "The file", "file"), completion: .file())
  var file: String

  @Flag(help: help(zh: "有错误时只导入正确的行", en: "Import the sound rows though others are wrong"))
  var partial = false

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let reading = try centre.readVentures(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading.problems, partial: partial)
    let done = try centre.importVentures(reading, calendar: calendar)
    Console.write(
      Wording(
        zh: "\(file)：新登记 \(done.added) 个创业实体，已有 \(done.known) 个未改动，未创业 \(reading.rowsWithoutVenture) 行",
        en:
          "\(file): \(done.added) ventures added, \(done.known) on record already, \(reading.rowsWithoutVenture) rows without one"
      ))
    if !reading.isSound { throw ExitCode.incomplete }
  }
}
