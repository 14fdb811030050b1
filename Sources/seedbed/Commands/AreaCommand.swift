import ArgumentParser
import Centre
import Civil
import Interchange
import Reports

/// What can be done with the names of areas.
struct AreaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "area",
      abstract: text(zh: "区划名称：导入、列出", en: "Names of areas: import and list"),
      subcommands: [AreaImport.self, AreaList.self])
  }
}

/// `area import`: what areas are called.
struct AreaImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入区划代码和名称", en: "Import the codes and names of areas"),
      discussion: text(
        zh: """
          列：区划代码（2、4、6、9 或 12 位：省、市、区县、街道、社区）、名称，可加：英文名称。名称只写本级，如“长延堡街道”。

          导入后，各类报表、目标、责任书、通报和名单用名称代替代码；重名的前加上一级。同一代码再次导入即为更名，旧名保留。
          """,
        en: """
          Columns: code (2, 4, 6, 9 or 12 digits: province, city, county, street, community), name, and if wanted english. \
          A name is that of the area alone.

          Reports, targets, letters, bulletins and lists then show names in place of codes; where two areas share a name \
          the one above is named too. Importing a code again renames it and keeps the earlier name.
          """))
  }

  @Argument(help: help(zh: "表格文件：.csv 或 .xlsx", en: "The table: .csv or .xlsx", "file"), completion: .file())
  var file: String

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let reading = try FigureFiles.areas(file)
    FigureFiles.tell(reading.problems)
    let counts = try Centres.open(database).record(reading)
    Console.write(
      Wording(
        zh: "新增 \(counts.new) 个，更名 \(counts.changed) 个，未变 \(counts.unchanged) 个",
        en: "\(counts.new) new, \(counts.changed) renamed, \(counts.unchanged) unchanged"))
  }
}

/// `area list`: the names on record.
struct AreaList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "列出区划代码和名称", en: "List the codes and names of areas"))
  }

  @Argument(
    help: help(zh: "只列该区划及其下各级", en: "Only the area of this code, with those below it", "code"))
  var code: String?

  @OptionGroup var database: DatabaseOption

  func validate() throws {
    if let code, code != "0", AreaCode(code) == nil {
      throw ValidationError(
        text(
          zh: "“\(code)”不是区划代码；应为 2、4、6、9 或 12 位数字",
          en: "'\(code)' is no code of an area; it has 2, 4, 6, 9 or 12 digits"))
    }
  }

  func run() throws {
    let above = code.flatMap { AreaCode($0) } ?? .nation
    let areas = try Centres.open(database).areas().filter { $0.area.isWithin(above) }
    guard !areas.isEmpty else {
      Console.write(
        Wording(
          zh: "没有区划名称；请用“seedbed area import”导入",
          en: "no names of areas; import them with 'seedbed area import'"))
      return
    }
    Console.write(Report.areas(areas))
  }
}
