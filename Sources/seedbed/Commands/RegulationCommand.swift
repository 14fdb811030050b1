import ArgumentParser
import Centre
import Civil
import Indicators
import Interchange
import Reports

/// What can be asked of the regulations.
struct RegulationCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "regulation",
      abstract: text(zh: "政策口径：各地各年的规定", en: "The regulations: what holds where and when"),
      discussion: text(
        zh: """
          学时、班额、补贴标准、回访期限、创业成功认定等因地因年而异，都写在政策口径文件里（JSON），不写死在程序中。

          自有口径放在一个文件夹里，用 --regulations 或 SEEDBED_REGULATIONS 指明；与随附口径编号相同的，取代随附口径。
          """,
        en: """
          Hours, class sizes, rates, follow-up days and what counts as success differ by place and year: they stand in \
          regulation files (JSON), never in the program.

          Your own lie in a folder named by --regulations or SEEDBED_REGULATIONS; one with the id of a shipped one \
          takes its place.
          """),
      subcommands: [RegulationList.self, RegulationShow.self])
  }
}

/// Where a centre's own regulations lie.
struct RegulationsOption: ParsableArguments {
  @Option(
    name: .customLong("regulations"),
    help: help(
      zh: "存放自有政策口径 .json 文件的文件夹（默认：SEEDBED_REGULATIONS）",
      en: "Folder of your own regulations' .json files (default: SEEDBED_REGULATIONS)", "folder"),
    completion: .directory)
  var folder: String?

  /// The shipped regulations with those of the folder; all problems are told where there are any.
  func load() throws -> RegulationFolder {
    do throws(CentreError) {
      return try RegulationFolder(folder ?? Places.environment("SEEDBED_REGULATIONS"))
    } catch .unsoundRegulations(let problems) {
      for line in ProblemList.lines(problems, in: Console.language) { Console.writeError(line) }
      throw Failure(
        Wording(
          zh: "政策口径有 \(problems.count) 处错误，没有采用；请更正后再试",
          en: "the regulations have \(problems.count) errors and are not used; correct them and try again"))
    } catch {
      throw Failure(error.wording)
    }
  }
}

/// `regulation list`: which there are.
struct RegulationList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "列出全部口径", en: "List all regulations"))
  }

  @OptionGroup var regulations: RegulationsOption

  func run() throws {
    let folder = try regulations.load()
    let shipped = Set(folder.entries.filter(\.isShipped).map(\.regulation.id))
    Console.write(Report.regulations(folder.regulations, shipped: shipped))
  }
}

/// `regulation show`: one regulation, or what rules in an area on a date.
struct RegulationShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "查看一份口径，或某区域某日的现行规定", en: "Show a regulation, or what rules in an area on a date"),
      discussion: text(
        zh: "编写自有口径：先用 --json 取出一份最接近的作样本，再改编号、区域、日期和内容。",
        en: "To write your own: take the nearest one with --json, then change id, area, date and rules."))
  }

  @Argument(help: help(zh: "口径编号", en: "The id of the regulation", "id"))
  var id: String?

  @Option(help: help(zh: "区划代码；0 表示全国", en: "Code of the area; 0 is the whole country", "code"))
  var area: String?

  @Option(help: help(zh: "日期（默认：今天）", en: "The date (default: today)", "date"))
  var on: String?

  @Flag(help: help(zh: "输出口径文件本身", en: "Print the regulation's file itself"))
  var json = false

  @OptionGroup var regulations: RegulationsOption

  func validate() throws {
    guard (id == nil) != (area == nil) else {
      throw ValidationError(text(zh: "请给出口径编号，或 --area", en: "give the id of a regulation, or --area"))
    }
    if json, id == nil {
      throw ValidationError(text(zh: "--json 与口径编号一起使用", en: "--json goes with the id of a regulation"))
    }
    if on != nil, area == nil {
      throw ValidationError(text(zh: "--on 与 --area 一起使用", en: "--on goes with --area"))
    }
    if let on, CivilDate(on) == nil {
      throw ValidationError(
        text(
          zh: "--on：没有“\(on)”这一天；应写成 2026-12-31", en: "--on: there is no day '\(on)'; write it as 2026-12-31")
      )
    }
    if let area, areaCode == nil {
      throw ValidationError(
        text(
          zh: "--area：“\(area)”不是区划代码；应为 2、4、6、9 或 12 位数字，或 0",
          en: "--area: '\(area)' is no code of an area; it has 2, 4, 6, 9 or 12 digits, or is 0"))
    }
  }

  private var areaCode: AreaCode? { area.flatMap { $0 == "0" ? .nation : AreaCode($0) } }

  func run() throws {
    let folder = try regulations.load()
    if let areaCode {
      let date = on.flatMap { CivilDate($0) } ?? CentreEnvironment.live.today
      Console.write(Report.rules(of: folder.regulations, in: areaCode, on: date))
      return
    }
    guard let id, let entry = folder[id] else {
      let ids = folder.entries.map(\.regulation.id).joined(separator: ", ")
      throw Failure(
        Wording(
          zh: "没有口径“\(id ?? "")”；现有：\(ids)", en: "there is no regulation '\(id ?? "")'; there are \(ids)"))
    }
    if json {
      let text = String(decoding: entry.bytes, as: UTF8.self)
      Console.write(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    } else {
      Console.write(Report.regulation(entry.regulation))
    }
  }
}
