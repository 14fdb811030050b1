import ArgumentParser
import Centre
import Civil
import Interchange
import ProjectLibrary
import Reports

/// What can be done with the project library.
struct ProjectCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "project",
      abstract: text(
        zh: "创业项目库：征集、评审、列出、匹配、选用、成效、公开目录",
        en: "The project library: in, review, list, match, choose, outcomes, catalogue"),
      subcommands: [
        ProjectImport.self, ProjectReview.self, ProjectList.self, ProjectMatch.self, ProjectChoose.self,
        ProjectWithdraw.self, ProjectOutcomesCommand.self, ProjectStrike.self, CatalogueCommand.self,
      ])
  }
}

/// `project import`: takes in projects and golden ideas.
struct ProjectImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(
        zh: "导入项目征集表（CSV 或 XLSX），提示疑似重复", en: "Take in projects (CSV or XLSX); near-duplicates are told"),
      discussion: text(
        zh: "表头：项目编号、类型、项目名称、项目简介、项目来源、责任部门、行业代码、投资额(元)、用工人数、场地面积(平方米)、技能要求、"
          + "回收期(月)、风险清单、适合人群、适用区域、高新技术、征集日期、有效期至。",
        en:
          "The headers: project, kind, name, summary, source, owner, industry, investment, staff, space, skills, payback, "
          + "risks, fit, area, high_tech, collected_on, valid_until."))
  }

  @Argument(help: help(zh: "征集表文件", en: "The file of projects", "file"), completion: .file())
  var file: String

  @OptionGroup var sound: PartialOption

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try centre.readProjects(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading.problems, partial: sound.partial)
    let counts = try centre.enter(reading.rows.map(\.row))
    Console.write(
      Wording(
        zh: "项目已存入：新增 \(counts.new) 个，变更 \(counts.changed) 个，未变 \(counts.unchanged) 个",
        en: "projects on record: \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) as before")
    )
  }
}

/// `project review`: takes projects through the library, from a file or one by one.
struct ProjectReview: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: text(zh: "登记评审和状态：整表，或单个项目", en: "Record reviews and states: a file, or one project"),
      discussion: text(
        zh: """
          整表：project review 评审表.csv（表头：项目编号、状态、日期、评审意见、理由、有效期至）
          单个：project review P001 --state 入库 --opinion "示例甲（区财政局）：同意入库" --valid-until 2027-12-31
          状态：征集、评审、入库、推介、停用。
          """,
        en: """
          A file: project review REVIEWS.csv (headers: project, state, on, opinions, reason, valid_until)
          One: project review P001 --state listed --opinion "Example A (finance bureau): pass" --valid-until 2027-12-31
          States: collected, review, listed, promoted, retired.
          """))
  }

  @Argument(help: help(zh: "评审表文件，或项目编号", en: "The file of reviews, or a project's id", "file-or-id"))
  var what: String

  @Option(help: help(zh: "转为何状态", en: "Into which state", "state"))
  var state: String?

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "评审意见“姓名（单位）：同意入库”，可给多个", en: "An opinion 'name (unit): pass', repeatable", "text"))
  var opinion: [String] = []

  @Option(help: help(zh: "理由", en: "Why", "text"))
  var reason: String?

  @Option(name: .customLong("valid-until"), help: help(zh: "有效期至", en: "Until which day it holds", "date"))
  var validUntil: String?

  @OptionGroup var sound: PartialOption

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try (step(), Typed.day(on, "--on")) }

  func run() throws {
    let centre = try Centres.open(options)
    guard let step = try step() else { return try importFile(centre) }
    let day = try Typed.day(on, "--on") ?? centre.today()
    let record = try centre.review(what, step, on: day)
    Console.write(
      Wording(
        zh: "\(what) \(record.project.name)：自 \(day) 起“\(step.state.name.chinese)”",
        en: "\(what) \(record.project.name): \(step.state.name.english) from \(day)"))
  }

  private func importFile(_ centre: Centre) throws {
    let reading = try centre.readProjectSteps(Places.read(what), file: Places.name(of: what))
    try FileIntake.check(reading.problems, partial: sound.partial)
    try centre.record(reading.rows.map(\.row))
    let states = ProjectState.allCases.compactMap { state -> Wording? in
      let count = reading.rows.count { $0.row.step.state == state }
      return count == 0
        ? nil : Wording(zh: "\(state.name.chinese) \(count)", en: "\(state.name.english) \(count)")
    }
    Console.write(
      Wording(
        zh: "已登记 \(reading.rows.count) 步：" + states.map(\.chinese).joined(separator: "、"),
        en: "\(reading.rows.count) steps recorded: " + states.map(\.english).joined(separator: ", ")))
  }

  private func step() throws -> ProjectStep? {
    let states = ProjectState.allCases.map(\.name)
    guard let state = try Typed.word(state, "--state", states, ProjectWords.state) else { return nil }
    return ProjectStep(
      state, opinions: try opinions(), reason: reason,
      validUntil: try Typed.day(validUntil, "--valid-until"))
  }

  private func opinions() throws -> [ProjectOpinion] {
    try opinion.flatMap { text -> [ProjectOpinion] in
      if let opinions = ProjectWords.opinions(text) { return opinions }
      throw ValidationError(
        seedbed.text(
          zh: "--opinion：“\(text)”应写成 姓名（单位）：同意入库",
          en: "--opinion: '\(text)' should be written as name (unit): pass"))
    }
  }
}

/// `project list`: the projects with their states, or the library against its gates.
struct ProjectList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出项目及建库达标情况", en: "List the projects, and the library against its gates"))
  }

  @Flag(help: help(zh: "只看达标情况和缺口", en: "Only the gates and what is missing"))
  var gates = false

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let request = ReportRequest(area: day.area, asOf: try day.asOf(today: centre.today()))
    for name in gates ? ["project-library"] : ["projects", "project-library"] {
      try Console.write(name, of: centre, request)
    }
  }
}

/// `project choose`: that a trainee chose a project.
struct ProjectChoose: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "choose", abstract: text(zh: "登记学员选用项目", en: "Record that a trainee chose a project"))
  }

  @Argument(help: help(zh: "项目编号", en: "The project's id", "project"))
  var project: String

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "由此开办的创业实体", en: "The venture that was started with it", "venture"))
  var venture: String?

  @Option(help: help(zh: "在哪次活动上对接", en: "The event at which they met", "event"))
  var event: String?

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try Typed.day(on, "--on") }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(on, "--on") ?? centre.today()
    try centre.choose(project, by: trainee, on: day, venture: venture, event: event)
    Console.write(
      Wording(
        zh: "已登记：\(trainee) 选用 \(project)（\(day)）", en: "recorded: \(trainee) chose \(project) on \(day)"))
    if let past = try centre.pastSuccess(of: project, asOf: centre.today()) {
      Console.write(
        Wording(zh: "同行业以往：\(past.chinese)", en: "past choices of the industry: \(past.english)"))
    }
  }
}

/// `project catalogue`: the public catalogue, as a page or as a table.
struct CatalogueCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "catalogue",
      abstract: text(
        zh: "写出公开的项目指导目录（.html 网页或 .csv 表格）",
        en: "Write the public catalogue, as an .html page or a .csv table"))
  }

  @Option(help: help(zh: "写到哪个文件；.html 或 .csv", en: "The file to write: .html or .csv", "file"))
  var out: String

  @Option(help: help(zh: "目录标题", en: "The catalogue's title", "text"))
  var title: String?

  @Option(help: help(zh: "联系方式，印在标题下", en: "Whom to ask, below the title", "text"))
  var contact: String?

  @OptionGroup var options: CentreOptions

  private var isPage: Bool { out.lowercased().hasSuffix(".html") }

  func validate() throws {
    guard isPage || out.lowercased().hasSuffix(".csv") else {
      throw ValidationError(
        text(zh: "--out：应以 .html 或 .csv 结尾", en: "--out: expected .html or .csv at its end"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let title = title.map { Wording(zh: $0, en: $0) } ?? Wording(zh: "创业项目指导目录", en: "Catalogue of projects")
    let catalogue = try centre.catalogue(
      title: title, contact: contact.map { Wording(zh: $0, en: $0) }, asOf: centre.today())
    try Places.write(
      isPage
        ? catalogue.write(in: Console.language)
        : ProjectFile.write(catalogue.projects, in: Console.language, isPublic: true),
      to: out)
    Console.write(
      Wording(
        zh: "已写出 \(out)：\(catalogue.projects.count) 个推介项目",
        en: "\(out) written: \(catalogue.projects.count) projects"))
  }
}
