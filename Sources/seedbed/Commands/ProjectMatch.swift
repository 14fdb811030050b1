import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// Whom a matching is made for, how, and where it goes.
struct MatchOptions: ParsableArguments {
  @Option(
    help: help(
      zh: "学员编号，可给多个（默认：全部待匹配的）", en: "A trainee's id, repeatable (default: all who wait)", "trainee"))
  var trainee: [String] = []

  @Option(name: .customLong("class"), help: help(zh: "只为这个班的学员", en: "The trainees of this class", "class"))
  var classID: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @OptionGroup var way: MatchWayOptions

  var scope: MatchScope { MatchScope(trainees: trainee, classID: classID, area: area) }

  func check() throws {
    _ = try Typed.area(area)
    try way.check()
  }
}

/// How is matched, by which wishes, and where the result goes.
struct MatchWayOptions: ParsableArguments {
  @Flag(
    name: .customLong("two-way"),
    help: help(zh: "双向选择（稳定匹配）", en: "Two-way choice: no two would rather have each other"))
  var twoWay = false

  @Flag(
    name: .customLong("best-total"),
    help: help(zh: "只求总分最高（默认：先满足人数）", en: "Most points, whoever is left out (default: everyone first)"))
  var bestTotal = false

  @Option(
    help: help(
      zh: "志愿表文件（表头：填报人、志愿对象、志愿、不选）", en: "A file of wishes (headers: chooser, chosen, rank, refused)",
      "file"), completion: .file())
  var wishes: String?

  @Option(
    help: help(zh: "写成 .txt、.csv、.xlsx 或 .html（默认：显示）", en: "Write as .txt, .csv, .xlsx or .html", "file"),
    completion: .file())
  var out: String?

  @Flag(help: help(zh: "登记匹配结果", en: "Record the matches"))
  var record = false

  @OptionGroup var sound: PartialOption

  var mode: Matching.Mode { twoWay ? .twoWay : bestTotal ? .bestTotal : .everyoneFirst }

  func check() throws {
    if twoWay && bestTotal {
      throw ValidationError(
        text(zh: "--two-way 与 --best-total 只能给出一个", en: "give --two-way or --best-total, not both"))
    }
    if let out, ReportFormat(file: out) == nil {
      throw ValidationError(
        text(
          zh: "--out：扩展名应为 .txt、.csv、.xlsx 或 .html",
          en: "--out: the file should end in .txt, .csv, .xlsx or .html"))
    }
  }

  func source() throws -> WishSource? {
    try wishes.map { WishSource(try Places.read($0), name: Places.name(of: $0)) }
  }

  /// Says why nobody was to be matched, where it is so.
  func note(_ matching: Matching, because why: Wording) {
    if matching.matches.isEmpty && matching.unmatched.isEmpty { Console.note(why) }
  }

  /// Shows or writes the result.
  func tell(_ report: Report, on today: CivilDate) throws {
    guard let out, let format = ReportFormat(file: out) else { return Console.write(report) }
    try format.write(report, in: Console.language, written: today, to: out)
    Console.write(Wording(zh: "已写出 \(out)：\(report.title.chinese)", en: "\(out): \(report.title.english)"))
  }
}

/// `project match`: which project fits whom.
struct ProjectMatch: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: text(
        zh: "为学员匹配项目，说明理由和次优", en: "Match trainees with projects, with reasons and the next best"),
      discussion: text(
        zh: """
          按行业、技能、资金、人员类别、实施区域和志愿评分；只用已评审且有效的项目。未指定学员时，为尚无创业实体也未选用项目的学员匹配。
          --record 把结果登记为学员的选用。
          """,
        en: """
          Judged by industry, skills, funds, category, where it can be started, and wishes; only reviewed and valid \
          projects. Without --trainee, those who have neither a venture nor a project are matched. --record records \
          the matches as choices.
          """))
  }

  @OptionGroup var match: MatchOptions

  @Option(help: help(zh: "一年内一个项目最多几人选用（默认按政策口径）", en: "How many may choose one project within a year", "n"))
  var places: Int?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try match.check()
    if let places, !(1...100_000).contains(places) {
      throw ValidationError(text(zh: "--places：应为 1 至 100000", en: "--places: expected 1 to 100000"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let found = try centre.matchProjects(
      match.scope, mode: match.way.mode, wishes: match.way.source(), places: places, asOf: today)
    try FileIntake.check(found.problems, partial: match.way.sound.partial)
    try match.way.tell(found.report, on: today)
    match.way.note(
      found.matching,
      because: Wording(
        zh: "提示：没有待匹配的学员（均已有创业实体或已选用项目）；可用 --trainee 指定",
        en: "note: nobody waits for a project: all have a venture or chose one; name somebody with --trainee")
    )
    guard match.way.record else { return }
    let count = try centre.record(found)
    Console.write(Wording(zh: "已登记选用 \(count) 项", en: "choices recorded: \(count)"))
  }
}

/// `project outcomes`: what became of the projects.
struct ProjectOutcomesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "outcomes",
      abstract: text(
        zh: "项目成效：选用、创业、存活、带动就业，核对上报数", en: "What became of the projects; reported sums are checked"),
      discussion: text(
        zh: """
          --reported 的表头：来源、项目数、投资(元)、安置人数、截至日期、区域；明显不合理的比例会标出。--record 登记后，以后不给文件也会列出；\
          同一来源同一天重新登记即为更正，登记错的用 project strike 作废。
          """,
        en: """
          The headers of --reported: source, projects, invested, placed, on, area; ratios that cannot be are marked. \
          With --record they are kept and shown without the file; recording the same source and day anew corrects it, \
          and 'project strike' strikes it out.
          """))
  }

  @Option(help: help(zh: "上报数文件", en: "A file of what reports say", "file"), completion: .file())
  var reported: String?

  @Flag(help: help(zh: "登记上报数", en: "Keep what the file says"))
  var record = false

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws {
    try day.check()
    if record && reported == nil {
      throw ValidationError(text(zh: "--record 要和 --reported 一起给", en: "give --record with --reported"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let reading = try reported.map {
      try centre.readReported(Places.read($0), file: Places.name(of: $0))
    }
    try FileIntake.check(reading?.problems ?? [], partial: false)
    let rows = reading?.rows.map(\.row) ?? []
    if record {
      let counts = try centre.record(rows)
      Console.note(
        Wording(
          zh: "已登记上报数：新增 \(counts.new)，更正 \(counts.changed)，未变 \(counts.unchanged)",
          en:
            "reported sums on record: \(counts.new) new, \(counts.changed) corrected, \(counts.unchanged) as before"
        ))
    }
    Console.write(
      try centre.outcomeReport(
        area: day.area ?? "", unrecorded: record ? [] : rows, asOf: day.asOf(today: centre.today())))
  }
}

/// `project strike`: a reported sum that was recorded wrongly.
struct ProjectStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(zh: "作废登记错的上报数（S…）", en: "Strike out a reported sum (S…) recorded wrongly"))
  }

  @OptionGroup var entry: StrikeOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try entry.check(letters: "S") }

  func run() throws { try entry.strike(options) }
}

/// `project withdraw`: a choice that was recorded wrongly.
struct ProjectWithdraw: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw",
      abstract: text(zh: "撤销学员选用项目的登记", en: "Strike out that a trainee chose a project"))
  }

  @Argument(help: help(zh: "项目编号", en: "The project's id", "project"))
  var project: String

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    try Centres.open(options).withdrawChoice(of: project, by: trainee, reason: reason)
    Console.write(
      Wording(
        zh: "已撤销：\(trainee) 选用 \(project)", en: "struck out: \(trainee) chose \(project)"))
  }
}
