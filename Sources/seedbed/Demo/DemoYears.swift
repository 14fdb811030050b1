import Centre
import Civil
import Courses
import FollowUp
import Foundation
import Indicators
import Interchange
import Reports

/// The second half of the demo: three made-up years of the centre's past, as follow-up officers and reporters see them.
struct DemoYears {
  let centre: Centre
  let calendar: WorkingCalendar
  let rules: Regulations
  /// The day on which everything is asked.
  let today: CivilDate
  /// Where the reports go.
  let folder: String

  static let classes = 60
  static let area = "610113"
  static let officers = ["示例回访员甲", "示例回访员乙", "示例回访员丙"]

  /// What became of the trainees of sixty classes, entered with the days on which it was recorded.
  func live(seed: UInt64 = 1) throws -> (courses: RecordedCourses, lives: RecordedLives) {
    guard let rule = rules.rule(\.followUp, in: AreaCode(Self.area) ?? .nation, on: today) else {
      throw Failure(Wording(zh: "没有回访口径", en: "there is no rule of follow-up"))
    }
    let teller = LifeTeller(
      seed: seed, rules: LifeRules(), followUp: rule, calendar: calendar, until: today)
    let history = MadeUpHistory(
      teller: teller, from: today.adding(months: -36), classes: Self.classes, traineesPerClass: 30,
      officers: Self.officers, areas: (1...8).map { Self.area + padded($0, 3) }, prefix: "A", isDetailed: true
    )
    var courses = RecordedCourses()
    var lives = RecordedLives()
    for number in 0..<Self.classes {
      let held = history.held(number)
      courses.append(held.courses)
      lives.append(held.lives)
    }
    try centre.record(courses, lives)
    try recordFigures()
    return (courses, lives)
  }

  /// How much was entered.
  static func sentence(_ courses: RecordedCourses, _ lives: RecordedLives) -> Wording {
    Wording(
      zh: "\(courses.classes.count) 个班、\(courses.trainees.count) 名学员、\(lives.ventures.count) 家创业实体、"
        + "\(lives.contacts.count) 次回访、\(lives.loans.count) 笔贷款（全部虚构）",
      en:
        "\(courses.classes.count) classes, \(courses.trainees.count) trainees, \(lives.ventures.count) ventures, "
        + "\(lives.contacts.count) contacts, \(lives.loans.count) loans (all made up)")
  }

  /// Targets and what the centre cannot know: read from tables as a bureau sends them.
  private func recordFigures() throws {
    let tables = Places.nearest("Fixtures/demo-figures") ?? "Fixtures/demo-figures"
    _ = try centre.record(AreaFile.read(Places.read(tables + "/areas.csv"), file: "areas.csv"))
    for name in ["denominators.csv", "surveys.csv"] {
      _ = try centre.record(
        OutsideFile.read(Places.read(tables + "/" + name), file: name, today: centre.today()))
    }
    _ = try centre.record(TargetFile.read(Places.read(tables + "/targets.csv"), file: "targets.csv"))
  }

  /// What an officer has to do, in lines.
  func dueLines(in language: Language) throws -> [String] {
    let officer = Self.officers[0]
    let open = try centre.openFollowUp(officer: officer, asOf: today, calendar: calendar)
    let lists = FollowUpLists(open.tasks, officer: officer)
    let counts = Wording(
      zh:
        "\(officer)，\(today)：到期 \(lists.due.count) 人，逾期 \(lists.overdue.count) 人，失联 \(lists.lost.count) 人；最近要联系的：",
      en:
        "\(officer), \(today): \(lists.due.count) due, \(lists.overdue.count) overdue, \(lists.lost.count) lost; next:"
    )
    let first = (lists.overdue + lists.due).prefix(5).map { task in
      let step = task.step.name
      return Wording(
        zh: "  \(task.due)  \(task.subject)  \(task.classID)  \(step.chinese)",
        en: "  \(task.due)  \(task.subject)  \(task.classID)  \(step.english)")
    }
    return ([counts] + first).map { $0[language] }
  }

  /// Every report that the demo shows, written for the screen, for print and for a spreadsheet.
  func writeReports(of parts: [DemoPart], in language: Language) throws -> [String] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let quarter = ReportRequest(area: Self.area, period: Self.quarter, asOf: today, calendar: calendar)
    let wanted: [(name: String, files: [String], request: ReportRequest)] = [
      ("survival", ["html", "xlsx"], quarter), ("indicators", ["html", "xlsx"], quarter),
      ("quarterly-bulletin", ["html", "txt"], quarter), ("progress", ["html", "xlsx"], quarter),
      ("venture-register", ["xlsx"], quarter), ("follow-up-due", ["html"], officerRequest),
      ("class-dossier", ["html"], classRequest), ("completion-roster", ["xlsx"], classRequest),
    ]
    let others = parts.flatMap(\.reports).map { ($0.name, $0.files, yearRequest) }
    var written: [String] = []
    for item in wanted + others {
      guard let kind = [ReportKind].all.named(item.name) else { continue }
      let report = try centre.report(kind, item.request)
      for ending in item.files {
        let path = "\(folder)/\(item.name).\(ending)"
        guard let format = ReportFormat(file: path) else { continue }
        try format.write(report, in: language, written: today, to: path)
        written.append(path)
      }
    }
    return written
  }

  /// Of the area and the year up to the day.
  private var yearRequest: ReportRequest {
    ReportRequest(
      area: Self.area, period: (today.adding(months: -12) + 1)...today, asOf: today, calendar: calendar)
  }

  private var officerRequest: ReportRequest {
    ReportRequest(officer: Self.officers[0], asOf: today, calendar: calendar)
  }

  private var classRequest: ReportRequest {
    ReportRequest(classID: "AC00040", asOf: today, calendar: calendar)
  }

  /// The third quarter of 2026, of which the bureau's numbers are there.
  static var quarter: ClosedRange<CivilDate> {
    let first = CivilDate(year: 2026, month: 7, day: 1) ?? CivilDate(daysSinceEpoch: 20_635)
    return first...(first.adding(months: 3) + -1)
  }

  /// The survival curve of all ventures, in lines.
  func curveLines(width: Int, in language: Language) throws -> [String] {
    let lives = try centre.ventureLives(area: Self.area, by: [], asOf: today, knownOn: today)
    let curve = SurvivalCurve(lives.lives.map(\.lifetime))
    let months = Wording(zh: "个月", en: " months")[language]
    let picture = CurvePicture(
      curve: curve, days: lives.rule.horizons.last?.days ?? 1095,
      marks: lives.rule.horizons.map { ($0.days, "\($0.months)\(months)") })
    let told = lives.rule.horizons.compactMap { horizon -> Wording? in
      guard let value = curve.value(at: horizon.days) else { return nil }
      let (share, interval) = (percent(value.estimate.survival), value.estimate.interval)
      let bounds = interval.map { "\(percent($0.lowerBound))–\(percent($0.upperBound))" } ?? "–"
      return Wording(
        zh: "\(horizon.months) 个月存活率 \(share)（95% 区间 \(bounds)，在访 \(value.atRisk) 家）",
        en:
          "alive after \(horizon.months) months: \(share) (95 % interval \(bounds), \(value.atRisk) at risk)")
    }
    return picture.lines(width: width) + told.map { $0[language] }
      + [
        Wording(
          zh: "口径：\(lives.rule.stamp.wording.chinese)", en: "rule: \(lives.rule.stamp.wording.english)")[
            language]
      ]
  }

  /// The quarter's indicators in one table.
  func quarterIndicators() throws -> Report {
    let results = try centre.results(
      of: centre.indicators(area: Self.area, period: Self.quarter), area: Self.area, period: Self.quarter,
      knownOn: today)
    let table = Report.summary(results)
    return Report("quarter", title: table.title, parts: [.table(table)])
  }

  /// What the quarterly bulletin says in words; nil: there is no such report.
  func bulletin() throws -> Report? {
    guard let kind = [ReportKind].all.named("quarterly-bulletin") else { return nil }
    let report = try centre.report(
      kind, ReportRequest(area: Self.area, period: Self.quarter, asOf: today, calendar: calendar))
    return Report(
      report.name, title: report.title,
      parts: report.parts.filter { part in
        switch part {
        case .heading, .paragraph: true
        default: false
        }
      })
  }
}
