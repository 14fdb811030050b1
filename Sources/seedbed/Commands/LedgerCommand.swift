import ArgumentParser
import Centre
import Civil
import Reports

/// What can be done with the ledgers as a whole.
struct LedgerCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ledger",
      abstract: text(zh: "台账：导出，供任何人复算", en: "Ledgers: handed out, so that anybody can count again"),
      subcommands: [LedgerExport.self])
  }
}

/// `ledger export`: every ledger that a published number rests on, as CSV files.
struct LedgerExport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: text(
        zh: "导出公布数字所依据的全部台账（CSV）", en: "Write every ledger that a published number rests on, as CSV"),
      discussion: text(
        zh: """
          每种台账一个文件：学员、类别、班级、参训、指导、帮扶需求、创业实体、创业者、状态、用工、贷款、补贴、项目库、回访、
          外部数据、调查、目标、节假日等。
          每行带有起止日期、登记日期、登记人、证明材料和所更正的条目；README.txt 和 columns.csv 说明每一列，rules.csv 是现行口径。

          不含姓名、身份证号、电话、地址和谈话内容。先写到临时文件夹，写完才换上；原来导出的同名文件夹被替换。
          """,
        en: """
          One file a ledger: trainees, categories, classes, enrolments, guidance, requests for help, ventures, founders, \
          states, jobs, loans, subsidies, the project library, contacts, numbers from outside, surveys, targets, days off \
          and more. Each row has its days, when and by whom it was recorded, its evidence and what it corrects; README.txt and columns.csv explain every column, rules.csv \
          has the rules in force.

          No names, identity numbers, telephones, addresses or words said. The folder is made whole elsewhere and then put \
          in place; one that was handed out before is replaced.
          """))
  }

  @Option(help: help(zh: "写到哪个文件夹", en: "The folder to write", "folder"), completion: .directory)
  var out: String

  @OptionGroup var day: DayOptions

  @OptionGroup var options: FigureOptions

  @OptionGroup var calendars: CalendarsOption

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try options.centre()
    let summary = try centre.exportLedgers(
      to: out, area: day.area, knownOn: day.asOf(today: centre.today()),
      calendar: centre.workingCalendar(calendarsFolder: calendars.path), in: Console.language)
    var table = TextTable(
      [
        Wording(zh: "文件", en: "file"), Wording(zh: "台账", en: "ledger"), Wording(zh: "行数", en: "rows"),
      ].map { $0[Console.language] }, [.left, .left, .right])
    for (sheet, rows) in summary.files {
      table.add([sheet.name + ".csv", sheet.title[Console.language], Figures.grouped(rows)])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
    Console.write(
      Wording(
        zh: "已写出 \(out)：另有 README.txt（说明）、columns.csv（各列）、rules.csv（口径）",
        en: "\(out): with README.txt, columns.csv (every column) and rules.csv (the rules in force)"))
  }
}
