import ArgumentParser
import Centre
import Civil
import Interchange
import Reports

/// What can be done with the registers of bases.
struct BaseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "base",
      abstract: text(
        zh: "创业见习基地和孵化基地：登记、导入、安排、离开、名额进度",
        en: "Internship hosts and incubators: register, import, place, leave, quotas"),
      subcommands: [
        BaseAdd.self, BaseChange.self, BaseImport.self, BaseList.self, BaseShow.self, BasePlace.self,
        BaseLeave.self, BaseStrike.self,
      ])
  }
}

/// `base list`: the bases against their quotas, and what is free.
struct BaseList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出基地、空余名额和任务完成情况", en: "List the bases, what is free, and the quotas"))
  }

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    Console.write(try centre.basesReport(area: day.area ?? "", asOf: day.asOf(today: centre.today())))
  }
}

/// `base show`: one base with all who were, are and will be there.
struct BaseShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show", abstract: text(zh: "显示一个基地和在那里的人或实体", en: "Show a base and who is there"))
  }

  @Argument(help: help(zh: "基地编号", en: "The base's id", "base"))
  var base: String

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    Console.write(try centre.baseReport(base, asOf: day.asOf(today: centre.today())))
  }
}

/// `base import`: registers of bases as files.
struct BaseImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(
        zh: "导入基地、见习人员、入驻实体（CSV 或 XLSX），一次可给几个文件",
        en: "Take in bases, placements, tenants (CSV or XLSX), several at once"),
      discussion: text(
        zh: """
          见习基地：基地编号、基地名称、区域、行业代码、见习名额、认定日期、认定至、联系人。
          见习人员：见习编号、基地编号、学员编号、起、止、带教导师。
          孵化基地：基地编号、基地名称、区域、面积(平方米)、孵化单元、启用日期、停用日期。
          入驻实体：入驻编号、基地编号、实体编号、单元数、入驻日期、退出日期。
          编号相同的视为变更。名额或单元不够的行不登记，并说明哪一天已满。
          """,
        en: """
          Hosts: host, name, area, industry, places, recognised_on, recognised_until, contact.
          Placements: placement, host, trainee, from, to, mentor.
          Incubators: incubator, name, area, square_metres, units, opened_on, closed_on.
          Tenants: tenancy, incubator, venture, units, from, to.
          A row with a known id changes it. Rows without room are refused, with the day that is full.
          """))
  }

  @Option(help: help(zh: "见习基地表", en: "The register of internship hosts", "file"), completion: .file())
  var hosts: String?

  @Option(help: help(zh: "见习人员表", en: "The register of placements", "file"), completion: .file())
  var placements: String?

  @Option(help: help(zh: "孵化基地表", en: "The register of incubators", "file"), completion: .file())
  var incubators: String?

  @Option(help: help(zh: "入驻实体表", en: "The register of tenants", "file"), completion: .file())
  var tenants: String?

  @OptionGroup var sound: PartialOption
  @OptionGroup var options: CentreOptions

  func validate() throws {
    if [hosts, placements, incubators, tenants].allSatisfy({ $0 == nil }) {
      throw ValidationError(
        text(
          zh: "请至少给出 --hosts、--placements、--incubators、--tenants 之一",
          en: "give at least one of --hosts, --placements, --incubators, --tenants"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readBases(
      BaseFiles(
        hosts: try file(hosts), placements: try file(placements), incubators: try file(incubators),
        tenants: try file(tenants)))
    try FileIntake.check(reading.problems, partial: sound.partial)
    let counts = try centre.enter(reading)
    if hosts != nil { say(Wording(zh: "见习基地", en: "hosts"), counts.hosts) }
    if incubators != nil { say(Wording(zh: "孵化基地", en: "incubators"), counts.incubators) }
    if placements != nil { say(Wording(zh: "见习人员", en: "placements"), counts.placements) }
    if tenants != nil { say(Wording(zh: "入驻实体", en: "tenants"), counts.tenancies) }
    try FileIntake.end(isWhole: !reading.problems.contains(where: \.isError))
  }

  private func file(_ path: String?) throws -> HandedFile? {
    try path.map { HandedFile(name: Places.name(of: $0), bytes: try Places.read($0)) }
  }

  private func say(_ what: Wording, _ counts: RecordedCounts) {
    Console.write(
      Wording(
        zh: "\(what.chinese)：新增 \(counts.new)，变更 \(counts.changed)，未变 \(counts.unchanged)",
        en: "\(what.english): \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) as before"))
  }
}
