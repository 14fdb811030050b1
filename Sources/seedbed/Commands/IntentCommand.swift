import ArgumentParser
import Centre
import Civil
import Cohorts
import Interchange
import Reports

/// What can be done with the register of wishes.
struct IntentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "intent",
      abstract: text(zh: "创业意愿摸底：导入、列出、办结", en: "The register of wishes to start: in, list, close"),
      subcommands: [IntentImport.self, IntentList.self, IntentClose.self, IntentSettle.self])
  }
}

/// `intent import`: takes in a survey.
struct IntentImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入意愿摸底表（CSV 或 XLSX）", en: "Take in a survey of wishes (CSV or XLSX)"),
      discussion: text(
        zh: "表头：姓名、身份证号码、联系电话、区域、人员类别、创业意向、行业、培训需求、自有资金(元)、技能特长、外出务工年限、摸底日期、自我测评得分。",
        en:
          "The headers: name, id_number, phone, area, category, wish, industry, programme, capital, skill, years_away, "
          + "surveyed_on, self_test."))
  }

  @Argument(help: help(zh: "摸底表文件", en: "The survey's file", "file"), completion: .file())
  var file: String

  @OptionGroup var intake: IntakeOptions
  @OptionGroup var database: DatabaseOption

  func run() throws {
    let centre = try Centres.open(database)
    let reading = try centre.readIntents(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading, intake)
    if intake.dryRun {
      Console.write(
        Wording(
          zh: "检查完毕，未存入：\(reading.rows.count) 人", en: "looked at, not stored: \(reading.rows.count) people"))
      return try FileIntake.end(isWhole: reading.isSound)
    }
    let counts = try centre.enter(reading.rows.map(\.row))
    Console.write(
      Wording(
        zh: "意愿已登记：新增 \(counts.new) 人，已有 \(counts.unchanged) 人",
        en: "wishes on record: \(counts.new) new, \(counts.unchanged) as before"))
    try FileIntake.end(isWhole: reading.isSound)
  }
}

/// `intent list`: the wishes that wait for a course.
struct IntentList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出待办的创业意愿，按培训需求分组", en: "List the open wishes by the programme asked for"))
  }

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Flag(help: help(zh: "列出像是已入学的人", en: "List wishes of people who seem to be trainees already"))
  var matches = false

  @OptionGroup var database: DatabaseOption

  private var areaCode: AreaCode? { area.flatMap { $0 == "0" ? .nation : AreaCode($0) } }

  func validate() throws {
    if let area, areaCode == nil {
      throw ValidationError(
        text(
          zh: "--area：“\(area)”不是区划代码；应为 2、4、6、9 或 12 位数字，或 0",
          en: "--area: '\(area)' is no code of an area; it has 2, 4, 6, 9 or 12 digits, or is 0"))
    }
  }

  func run() throws {
    let centre = try Centres.open(database)
    let (register, today) = (try centre.intents(), try centre.today())
    if matches {
      let proposals = try centre.intentProposals()
      if proposals.isEmpty {
        Console.write(Wording(zh: "没有像是已入学的人", en: "nobody seems to be a trainee already"))
      }
      for proposal in proposals {
        let signs = proposal.signs.map(\.text)
        Console.write(
          Wording(
            zh: "\(proposal.records.first) 与 \(proposal.records.second)（\(proposal.score) 分）："
              + signs.map(\.chinese).joined(separator: "、"),
            en: "\(proposal.records.first) and \(proposal.records.second) (score \(proposal.score)): "
              + signs.map(\.english).joined(separator: ", ")))
      }
      return
    }
    let open =
      areaCode.map { area in register.demand(in: area, asKnownOn: today).flatMap(\.intents) }
      ?? register.open(asKnownOn: today)
    for line in Self.lines(open, Console.language, Console.columns) { Console.write(line) }
  }

  static func lines(_ open: [Intent], _ language: Language, _ width: Int) -> [String] {
    let heads = [
      Wording(zh: "编号", en: "id"), Wording(zh: "姓名", en: "name"), Wording(zh: "电话", en: "phone"),
      Wording(zh: "区域", en: "area"), Wording(zh: "摸底日期", en: "surveyed"),
      Wording(zh: "培训需求", en: "programme"),
      Wording(zh: "创业意向", en: "wish"),
    ]
    var table = TextTable(heads.map { $0[language] })
    for intent in open {
      table.add([
        intent.id, intent.name, Disclosure.masked.phone(intent.phone).text(in: language),
        intent.area?.description ?? "", intent.surveyedOn.description, intent.programme ?? "", intent.wish,
      ])
    }
    let byProgramme = Dictionary(grouping: open) { $0.programme ?? "" }.sorted { $0.key < $1.key }
    let sums = byProgramme.map { programme, intents in
      (programme.isEmpty ? Wording(zh: "未定", en: "none named")[language] : programme) + " \(intents.count)"
    }
    let tally = Wording(
      zh: "待办 \(open.count) 人" + (sums.isEmpty ? "" : "：" + sums.joined(separator: "，")),
      en: "\(open.count) open" + (sums.isEmpty ? "" : ": " + sums.joined(separator: ", ")))
    return (open.isEmpty ? [] : table.lines(width: width)) + [tally[language]]
  }
}

/// `intent close`: what became of a wish.
struct IntentClose: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close",
      abstract: text(
        zh: "办结一项意愿：已入学或放弃；--reopen 重新待办", en: "Close a wish: enrolled or given up; or reopen it"))
  }

  @Argument(help: help(zh: "意愿编号", en: "The wish's id", "id"))
  var intent: String

  @Option(help: help(zh: "已入学，学员编号", en: "Enrolled, as this trainee", "trainee"))
  var trainee: String?

  @Option(help: help(zh: "放弃，原因", en: "Given up, for this reason", "text"))
  var reason: String?

  @Flag(help: help(zh: "以前的办结有误，重新待办", en: "An earlier outcome was wrong: open it again"))
  var reopen = false

  @OptionGroup var database: DatabaseOption

  func validate() throws {
    let given = (trainee == nil ? 0 : 1) + (reason == nil ? 0 : 1) + (reopen ? 1 : 0)
    if given != 1 {
      throw ValidationError(
        text(zh: "请给出 --trainee、--reason、--reopen 其中一个", en: "give one of --trainee, --reason, --reopen"))
    }
  }

  func run() throws {
    let outcome: IntentOutcome.Outcome =
      trainee.map { .enrolled(trainee: $0) } ?? reason.map { .givenUp(reason: $0) } ?? .reopened
    try Centres.open(database).close(intent: intent, outcome)
    Console.write(Wording(zh: "已登记意愿“\(intent)”的结果", en: "recorded what became of \(intent)"))
  }
}
