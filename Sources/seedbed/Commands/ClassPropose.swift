import ArgumentParser
import Centre
import Civil
import Courses
import Foundation
import Interchange
import Planning
import Reports
import Scheduling

/// `class propose`: classes for those who wait, as a list, a report, and a bundle for the planner.
struct ClassPropose: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "propose",
      abstract: text(
        zh: "按意愿摸底提出编班建议：课程、群体、培训点、开班月份、名单，和未编入的原因",
        en:
          "Propose classes from the open wishes: course, cohort, site, month, people; and why others are left"
      ),
      discussion: text(
        zh: """
          目标：全部意愿等待天数之和最小，且每个建议的班都排得出完整课表：先按师资和教室课时算出能开多少班，再逐步试排，\
          当月排不下的，改到以后月份、别的培训点或上课时间。时间越长，能开的班可能越多。
          --out 把数据包写入新文件夹，试排的课表写在其中的 timetable.csv，可直接采用，也可继续优化：\
          timetable check 新数据包 新数据包/timetable.csv，timetable solve 新数据包 --previous 新数据包/timetable.csv。

          返回码：0 已给出建议；2 原有班级或辅导有课次排不进课表，或无法读写。
          """,
        en: """
          Sought is the least sum of days waited, with a complete timetable of every class proposed: first it is counted \
          how many classes lecturers and rooms can bear; then they are planned round by round, and what finds no place in \
          its month is tried later, at another site or at other times. More time may give more classes.
          --out writes the bundle into a new folder, with the timetable found as its timetable.csv; take it as it is, or \
          go on from it: timetable check NEW NEW/timetable.csv, timetable solve NEW --previous NEW/timetable.csv.

          Exit status: 0 the proposal is given; 2 sessions of the classes or meetings there were found no place, or files \
          cannot be read or written.
          """))
  }

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "按该日已知的意愿（默认今天）", en: "Wishes as known on this day (default: today)", "date"))
  var asOf: String?

  @Option(
    help: help(zh: "从哪个月起开班，如 2026-04（默认下个月）", en: "The first month, as 2026-04 (default: the next)", "month")
  )
  var from: String?

  @Option(help: help(zh: "几个月内开班", en: "In how many months classes may begin", "n"))
  var months = 3

  @Option(
    help: help(zh: "只看希望参加该培训的人：GYB、SYB 等", en: "Only wishes for this programme: GYB, SYB …", "programme"))
  var course: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(
    help: help(
      zh: "以此数据包的师资、教室为准（默认：中心已导入的和现行课表）",
      en: "Form them over this bundle (default: what was imported, with the timetable in force)", "bundle"),
    completion: .directory)
  var bundle: String?

  @Option(
    help: help(
      zh: "写成新的数据包，连同试排的课表", en: "Write a bundle with the new classes, and the timetable found", "folder"),
    completion: .directory)
  var out: String?

  @Option(
    help: help(
      zh: "另写报表：.txt、.csv、.xlsx、.html", en: "Write the report too: .txt, .csv, .xlsx, .html", "file"),
    completion: .file())
  var report: String?

  @OptionGroup var search: LimitOptions

  @Flag(name: .customLong("no-plan"), help: help(zh: "不试排课表", en: "Do not look for a timetable"))
  var isUnplanned = false

  @OptionGroup var disclosure: DisclosureOption
  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(asOf, "--as-of"), Typed.area(area), programme(), first())
    if !(1...24).contains(months) {
      throw ValidationError(text(zh: "--months：应为 1 至 24", en: "--months: expected 1 to 24"))
    }
    if let report, ReportFormat(file: report) == nil {
      throw ValidationError(
        text(
          zh: "--report：扩展名应为 .txt、.csv、.xlsx 或 .html",
          en: "--report: the file should end in .txt, .csv, .xlsx or .html"))
    }
  }

  func run() throws {
    if let report { try Places.expectWritable(report) }
    let centre = try Centres.open(options)
    let today = try centre.today()
    let day = try Typed.day(asOf, "--as-of") ?? today
    let given = try bundle.map {
      try TimetableFiles.bundle($0, calendars: options.calendars.path)
    }
    let request = ClassProposalRequest(
      asOf: day, from: try first() ?? day.nextMonthStart, months: months, programme: try programme(),
      area: area.flatMap { AreaCode($0) }, bundle: given,
      search: isUnplanned ? nil : search.limits(usualSeconds: 30))
    let planned = try Searching.watched { _, stop in
      try centre.proposeClasses(request, stop: stop)
    }
    let page = Report.forming(
      planned.proposal, asOf: day, disclosure: disclosure.fullNumbers ? .full : .masked,
      bundle: planned.bundle, rows: planned.rows, proof: planned.words)
    Console.write(page)
    if let report, let format = ReportFormat(file: report) {
      try format.write(page, in: Console.language, written: today, to: report)
      Console.note(Wording(zh: "已写出 \(report)", en: "wrote \(report)"))
    }
    if let out { try write(planned, to: out, centre) }
    if planned.ownUnplaced > 0 {
      Console.note(
        Wording(
          zh: "注意：原有班级或辅导有 \(planned.ownUnplaced) 个课次排不进课表；用 timetable explain 查原因",
          en:
            "note: \(planned.ownUnplaced) sessions of the classes and meetings there were found no place; see 'timetable explain'"
        ))
    }
    if planned.ownUnplaced > 0 { throw ExitCode.incomplete }
  }

  private func write(_ planned: PlannedProposal, to folder: String, _ centre: Centre) throws {
    try centre.write(planned.bundle, to: folder, hasNumbers: disclosure.fullNumbers)
    if planned.proof != .notAsked {
      try Places.write(TimetableCSV.write(planned.rows), to: folder + "/timetable.csv")
    }
    Console.note(
      Wording(
        zh: "已写出数据包 \(folder)：新增 \(planned.proposal.classes.count) 个班"
          + (disclosure.fullNumbers ? "" : "；学员的身份证号和电话未写出，需要时加 --full-numbers"),
        en: "wrote the bundle \(folder): \(planned.proposal.classes.count) new classes"
          + (disclosure.fullNumbers
            ? "" : "; trainees' identity numbers and phones are left out, --full-numbers writes them")))
  }

  private func programme() throws -> Course.Programme? {
    try Typed.word(
      course, "--course", Course.Programme.allCases.map { Wording(zh: $0.rawValue, en: $0.rawValue) }
    ) { Course.Programme(rawValue: $0.uppercased()) }
  }

  private func first() throws -> CivilDate? {
    guard let from else { return nil }
    guard let date = CivilDate(from + "-01") ?? CivilDate(from), date == date.nextMonthStart else {
      throw ValidationError(
        text(zh: "--from：“\(from)”不是月份；应写成 2026-04", en: "--from: '\(from)' is no month; write it as 2026-04")
      )
    }
    return date
  }
}

extension PlannedProposal {
  /// What was found about the timetable, in one sentence.
  var words: Wording {
    switch proof {
    case .planned(let sessions) where proposal.classes.count < countedClasses:
      Wording(
        zh: "每个建议的班都已排出完整课表（连同原有班级共 \(sessions) 个课次）；按课时计算至多可开 \(countedClasses) 班"
          + "、\(countedPeople) 人，其余在限定时间内未排出，加长 --seconds 可能多开",
        en:
          "a complete timetable of every class was found (\(sessions) sessions with those there were); by counting "
          + "\(countedClasses) classes with \(countedPeople) people could be held: more --seconds may plan more"
      )
    case .planned(let sessions):
      Wording(
        zh: "每个建议的班都已排出完整课表（连同原有班级共 \(sessions) 个课次）",
        en: "a complete timetable of every class was found (\(sessions) sessions with those there were)")
    case .notAsked: Wording(zh: "未试排", en: "not looked for")
    }
  }
}
