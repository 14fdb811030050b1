import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses
import Interchange
import Planning
import Scheduling

/// `plan capacity`: what a bundle needs against what the centre has, and how many trainees more it can bear.
struct PlanCapacity: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "capacity",
      abstract: text(
        zh: "排课之前，核对师资、教室和时间够不够", en: "Hold needs against lecturers, rooms and time, before planning"),
      discussion: text(
        zh: """
          加 --target 600 --by 2026-12-31，再问：除现有班级外，到那天能否再有 600 人结业。

          加 --out 把新班写成 classes 表的行，可并入数据包。

          返回码：0 没有查出短缺，目标可以达到；1 查出短缺，或目标已证明达不到；2 目标未能判定，或无法读取。
          """,
        en: """
          With --target 600 --by 2026-12-31 also: can 600 trainees more complete by then, on top of the classes there are?

          --out writes the new classes as rows of the table classes, to be added to the bundle.

          Exit status: 0 no shortage found, target reached; 1 shortages, or a target proved out of reach; 2 a target left \
          open, or files that cannot be read.
          """))
  }

  @OptionGroup var bundle: BundleOptions

  @OptionGroup var target: TargetOptions

  @Option(
    help: help(zh: "把新班写成 classes 表", en: "Write the new classes as a table classes", "file"),
    completion: .file(extensions: ["csv"]))
  var out: String?

  @Flag(help: help(zh: "以 JSON 输出", en: "Print JSON"))
  var json = false

  func validate() throws {
    if out != nil, target.trainees == nil {
      throw ValidationError(text(zh: "--out 与 --target 一起使用", en: "--out goes with --target"))
    }
  }

  func run() throws {
    if let out { try Places.expectWritable(out) }
    let bundle = try TimetableFiles.bundle(bundle, until: target.date)
    let question = try target.question(of: bundle)
    if let question { warn(of: question, bundle) }
    let planner = Planner(bundle)
    let report = planner.capacity()
    let language = Console.language
    if !json {
      for line in CapacityPage.lines(report, in: language) { Console.write(line) }
    }
    let answer = question.map { question in
      Searching.watched { _, stop in
        planner.answer(
          question, target.limits(classes: bundle.classes.count), clock: CentreEnvironment.live.monotonic,
          stop: stop)
      }
    }
    if json {
      Console.write(try JSONText.of(CapacityEntry(report, answer, in: language)))
    } else if let answer {
      Console.write()
      for line in TargetPage.lines(answer, in: language) { Console.write(line) }
    }
    if let out, let answer { try write(answer, to: out, bundle) }
    if answer?.verdict == .open { throw ExitCode.incomplete }
    if !report.shortages.isEmpty || answer?.verdict == .excluded { throw ExitCode.findings }
  }
}

extension PlanCapacity {
  /// Writes the classes of the plan, and says what else the bundle needs to hold them.
  private func write(_ answer: TargetAnswer, to file: String, _ bundle: PlanningBundle) throws {
    try Places.write(NewClassesCSV.write(answer), to: file)
    Console.note(Wording(zh: "已写入 \(file)", en: "wrote \(file)"))
    let by = answer.question.by
    if by > bundle.centre.planTo {
      Console.note(
        Wording(
          zh: "提示：并入数据包时，把 centre 表的 plan_to 改为 \(by)",
          en: "note: with these classes in the bundle, set plan_to of the table centre to \(by)"))
    }
  }

  /// Says which years of a target have no sure holidays: days may be counted that will not be taught on.
  private func warn(of question: TargetQuestion, _ bundle: PlanningBundle) {
    let marked = Set(bundle.calendar.marked.map(\.date.year))
    for year in bundle.centre.planFrom.year...question.by.year {
      if !marked.contains(year) {
        Console.note(
          Wording(
            zh: "提示：数据包的日历中没有 \(year) 年的节假日，按没有假日计算",
            en: "warning: the bundle's calendars have no holidays of \(year): counted as if there were none"))
      } else if bundle.calendar.provisionalYears.contains(year) {
        Console.note(
          Wording(
            zh: "提示：\(year) 年的节假日为暂定，正式通知发布后请再核对一次",
            en: "warning: the holidays of \(year) are provisional; ask again when the notice is out"))
      }
    }
  }
}

/// How many trainees more, by when, of which course, and how long to look for a plan.
struct TargetOptions: ParsableArguments {
  @Option(
    name: .customLong("target"),
    help: help(zh: "除现有班级外还要培训多少人", en: "Trainees to be trained on top of the classes there are", "n"))
  var trainees: Int?

  @Option(help: help(zh: "到哪天结业，如 2026-12-31", en: "The day by which they complete, as 2026-12-31", "date"))
  var by: String?

  @Option(help: help(zh: "哪门课程（默认：开班最多的）", en: "The course (default: the one of most classes)", "id"))
  var course: String?

  @Option(
    help: help(
      zh: "新班按哪个学员群体的上课时段（默认：该课程班级最多的）",
      en: "The cohort whose hours the new classes keep (default: the one of most classes of the course)", "id"
    ))
  var cohort: String?

  @Option(
    help: help(
      zh: "试排多少秒（默认按班级数，30 至 120）",
      en: "Seconds to look for a plan (default: by the number of classes, 30 to 120)", "n"))
  var seconds: Double?

  @Option(
    help: help(
      zh: "每次试排多少步，代替秒数：结果可重复", en: "Steps of each attempt in place of seconds: repeatable", "n"))
  var steps: Int?

  @Option(help: help(zh: "随机种子", en: "Seed of the random choices", "n"))
  var seed: UInt64 = 1

  var date: CivilDate? { by.flatMap { CivilDate($0) } }

  func validate() throws {
    if (trainees == nil) != (by == nil) {
      throw ValidationError(text(zh: "--target 和 --by 要一起给出", en: "give --target and --by together"))
    }
    if let trainees, !(1...100_000).contains(trainees) {
      throw ValidationError(text(zh: "--target 应为 1 至 100000", en: "--target should be 1 to 100000"))
    }
    if let by, date == nil {
      throw ValidationError(
        text(
          zh: "--by：没有“\(by)”这一天；应写成 2026-12-31", en: "--by: there is no day '\(by)'; write it as 2026-12-31")
      )
    }
    if trainees == nil, course != nil || cohort != nil {
      throw ValidationError(
        text(zh: "--course 和 --cohort 与 --target 一起使用", en: "--course and --cohort go with --target"))
    }
    if seconds != nil, steps != nil {
      throw ValidationError(text(zh: "--seconds 和 --steps 只能给一个", en: "give --seconds or --steps, not both"))
    }
    if let seconds, !(seconds > 0 && seconds <= 1_000_000) {
      throw ValidationError(text(zh: "--seconds 应大于 0", en: "--seconds should be more than 0"))
    }
    if let steps, steps < 0 {
      throw ValidationError(text(zh: "--steps 应不小于 0", en: "--steps should be 0 or more"))
    }
  }

  func limits(classes: Int) -> SearchLimits {
    let usual = Double(min(120, max(30, classes / 2)))
    return SearchLimits(seconds: steps == nil ? seconds ?? usual : nil, steps: steps, seed: seed)
  }

  /// The question as the bundle's ids allow it; nil: none was asked.
  func question(of bundle: PlanningBundle) throws -> TargetQuestion? {
    guard let trainees, let date else { return nil }
    // Longer plans than three years are asked for by mistake only.
    let last = bundle.centre.planFrom + 1096
    guard bundle.centre.planFrom <= date, date <= last else {
      throw Failure(
        Wording(
          zh: "--by：\(date) 应在计划期首日 \(bundle.centre.planFrom) 之后的三年以内",
          en:
            "--by: \(date) should lie within three years after the plan's first day, \(bundle.centre.planFrom)"
        ))
    }
    let course = try known(course ?? bundle.commonCourse, of: bundle.courses.map(\.id), "--course")
    let cohort = try known(
      cohort ?? bundle.commonCohort(of: course), of: bundle.cohorts.map(\.id), "--cohort")
    return TargetQuestion(trainees: trainees, by: date, course: course, cohort: cohort)
  }

  private func known(_ id: String?, of ids: [String], _ option: String) throws -> String {
    guard let id, ids.contains(id) else {
      let names = ids.joined(separator: ", ")
      throw Failure(
        Wording(
          zh: "\(option)：数据包中没有“\(id ?? "")”；现有：\(names)",
          en: "\(option): the bundle has no '\(id ?? "")'; there are \(names)"))
    }
    return id
  }
}
