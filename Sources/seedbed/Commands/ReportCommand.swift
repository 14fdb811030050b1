import ArgumentParser
import Centre
import Civil
import Interchange
import Reports

/// What can be done with reports.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: text(zh: "列出、写出报表", en: "List reports and write them"),
      subcommands: [ReportList.self, ReportWrite.self])
  }
}

/// `report list`: every report, printed from the list itself.
struct ReportList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出全部报表及所需参数", en: "List the reports with what each needs"))
  }

  func run() throws {
    for line in Self.lines([ReportKind].all, in: Console.language, width: Console.columns) {
      Console.write(line)
    }
  }

  static func lines(_ kinds: [ReportKind], in language: Language, width: Int) -> [String] {
    let heads = [
      Wording(zh: "名称", en: "name"), Wording(zh: "标题", en: "title"), Wording(zh: "参数", en: "asks for"),
      Wording(zh: "用途", en: "what it is for"),
    ]
    var table = TextTable(heads.map { $0[language] })
    for kind in kinds {
      let options = ReportKind.Parameter.allCases.compactMap { parameter -> String? in
        let option = parameter == .period ? "--from --to" : "--\(parameter.rawValue)"
        if kind.needs.contains(parameter) { return option }
        return kind.takes.contains(parameter) ? "[\(option)]" : nil
      }
      table.add([kind.name, kind.title[language], options.joined(separator: " "), kind.purpose[language]])
    }
    return table.lines(width: width)
  }
}

/// `report write`: one report as text, CSV, workbook or page.
struct ReportWrite: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "write",
      abstract: text(
        zh: "把一份报表写成 .txt、.csv、.xlsx 或 .html", en: "Write a report as .txt, .csv, .xlsx or .html"),
      discussion: text(
        zh: "身份证号和电话默认隐去中间各位；确需完整号码（如报送补贴申领材料）时加 --full-numbers。",
        en:
          "Identity numbers and phones are masked; --full-numbers writes them whole, for a claim to an authority."
      ))
  }

  @Argument(help: help(zh: "报表名称，见“report list”", en: "The report's name; 'report list' tells", "name"))
  var name: String

  @Option(
    help: help(
      zh: "写到哪个文件；扩展名决定格式：.txt、.csv、.xlsx、.html",
      en: "The file to write; its ending decides: .txt, .csv, .xlsx, .html", "file"),
    completion: .file())
  var out: String

  @OptionGroup var parameters: ReportParameters

  @OptionGroup var options: CentreOptions

  func validate() throws {
    if [ReportKind].all.named(name) == nil {
      let known = [ReportKind].all.map(\.name).joined(separator: ", ")
      throw ValidationError(
        text(zh: "没有报表“\(name)”；现有：\(known)", en: "there is no report '\(name)'; there are: \(known)"))
    }
    if ReportFormat(file: out) == nil {
      throw ValidationError(
        text(
          zh: "--out：扩展名应为 .txt、.csv、.xlsx 或 .html",
          en: "--out: the file should end in .txt, .csv, .xlsx or .html"))
    }
    try parameters.check()
  }

  func run() throws {
    guard let kind = [ReportKind].all.named(name), let format = ReportFormat(file: out) else { return }
    let centre = try Centres.open(options)
    let today = try centre.today()
    let request = try parameters.request(
      today: today, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    for parameter in ReportKind.Parameter.allCases
    where request.given.subtracting(kind.needs).subtracting(kind.takes).contains(parameter) {
      Console.note(
        Wording(
          zh: "提示：“\(kind.title.chinese)”不分\(parameter.name.chinese)，该参数没有用到",
          en: "note: \(kind.name) knows no \(parameter.name.english); that option was not used"))
    }
    let report = try centre.report(kind, request)
    try format.write(report, in: Console.language, written: today, to: out)
    Console.write(
      Wording(
        zh: "已写出 \(out)：\(report.title.chinese)", en: "\(out): \(report.title.english)"))
  }
}

/// What a report may be asked for with.
struct ReportParameters: ParsableArguments {
  @Option(name: .customLong("class"), help: help(zh: "班级编号", en: "A class's id", "id"))
  var classID: String?

  @Option(help: help(zh: "创业实体编号", en: "A venture's id", "id"))
  var venture: String?

  @Option(help: help(zh: "回访员", en: "A follow-up officer", "name"))
  var officer: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(help: help(zh: "期间的第一天，如 2026-01-01", en: "First day of the period, as 2026-01-01", "date"))
  var from: String?

  @Option(help: help(zh: "期间的最后一天", en: "Last day of the period", "date"))
  var to: String?

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "只计截至该日已登记的情况（默认今天）", en: "Count what was recorded by then (default: today)", "date"))
  var asOf: String?

  @Option(
    help: help(
      zh: "按哪天报送的申领重印（申领材料、申领花名册、公示名单）",
      en: "Print the claim that was filed on this day anew (claim papers)", "date"))
  var filed: String?

  @OptionGroup var disclosure: DisclosureOption

  func check() throws {
    _ = try period()
    _ = try (Typed.day(asOf, "--as-of"), Typed.day(filed, "--filed"))
    _ = try Typed.area(area)
  }

  func request(today: CivilDate, calendar: WorkingCalendar) throws -> ReportRequest {
    ReportRequest(
      classID: classID, venture: venture, officer: officer, area: area, period: try period(),
      filed: try Typed.day(filed, "--filed"),
      asOf: try Typed.day(asOf, "--as-of") ?? today, disclosure: disclosure.fullNumbers ? .full : .masked,
      calendar: calendar)
  }

  private func period() throws -> ClosedRange<CivilDate>? {
    guard let first = try Typed.day(from, "--from"), let last = try Typed.day(to, "--to") else {
      if from != nil || to != nil {
        throw ValidationError(text(zh: "--from 和 --to 须同时给出", en: "give --from and --to together"))
      }
      return nil
    }
    guard first <= last else {
      throw ValidationError(text(zh: "--from 晚于 --to", en: "--from is after --to"))
    }
    return first...last
  }
}
