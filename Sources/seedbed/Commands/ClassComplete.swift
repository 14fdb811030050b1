import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses
import Interchange
import Reports

/// `class complete`: takes in grades and certificates, and judges who completed the class.
struct ClassComplete: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "complete",
      abstract: text(zh: "登记计划书等级和证书，核定结业", en: "Record grades and certificates, and judge completion"),
      discussion: text(
        zh:
          "文件的列：学员编号（或姓名）、计划书等级、分数、评语、评审日期、合格证书编号、发证日期；等级和证书可分两次导入。与档案不同的等级和证书须加 --replace 更正，原记录仍可查；单张证书更正、补发、作废用 class certificate。不给文件时只显示考核结果。",
        en:
          "The file's columns: trainee (or name), grade, score, remarks, reviewed_on, certificate, issued_on; grades and "
          + "certificates may come apart. --replace corrects what is on record otherwise, and keeps it in the ledger; "
          + "'class certificate' corrects a single one. Without a file only the verdicts are shown."))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Argument(help: help(zh: "成绩和证书文件（CSV 或 XLSX）", en: "The file (CSV or XLSX)", "file"), completion: .file())
  var file: String?

  @OptionGroup var intake: IntakeOptions
  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    var isWhole = true
    if let file {
      let reading = try centre.readResults(Places.read(file), file: Places.name(of: file), of: classID)
      try FileIntake.check(reading, intake)
      let results = try centre.intake(of: reading.rows, in: classID)
      try enter(results, centre)
      isWhole =
        reading.isSound && results.refused.isEmpty && (intake.replace || results.replacements.isEmpty)
    }
    for line in Self.lines(try centre.classFile(classID), Console.language, Console.columns) {
      Console.write(line)
    }
    try FileIntake.end(isWhole: isWhole)
  }

  private func enter(_ results: ResultsIntake, _ centre: Centre) throws {
    for (line, text) in results.refused {
      Console.note(
        Wording(zh: "错误：第 \(line) 行，\(text.chinese)", en: "error: line \(line), \(text.english)"))
    }
    if !results.refused.isEmpty, !intake.partial {
      throw Failure(
        Wording(
          zh: "有 \(results.refused.count) 处不能登记；没有存入任何内容，请更正后重试，或加 --partial 只存其余",
          en:
            "\(results.refused.count) things cannot be recorded; nothing was stored: correct them, or store the rest "
            + "with --partial"))
    }
    try FileIntake.settle(
      results.replacements.map { line, text in
        Wording(zh: "第 \(line) 行，\(text.chinese)", en: "line \(line), \(text.english)")
      }, intake)
    if !intake.dryRun {
      let reason = text(
        zh: "按文件 \(Places.name(of: file ?? "")) 更正", en: "corrected by \(Places.name(of: file ?? ""))")
      try centre.enter(results, replacing: intake.replace, reason: reason)
    }
    let replaced = intake.replace ? results.replacements.count : 0
    let done =
      intake.dryRun
      ? Wording(zh: "检查完毕，未存入", en: "looked at, not stored") : Wording(zh: "已登记", en: "recorded")
    Console.note(
      Wording(
        zh:
          "\(done.chinese)：计划书等级 \(results.reviews.count) 个，更正 \(replaced) 项，新证书 \(results.certificates.count) 张，"
          + "已有 \(results.known) 项",
        en: "\(done.english): \(results.reviews.count) grades, \(replaced) replaced, "
          + "\(results.certificates.count) certificates, \(results.known) as before"))
  }

  /// The verdict of each trainee with its reasons, and the rule that made it.
  static func lines(_ file: ClassFile, _ language: Language, _ width: Int) -> [String] {
    guard let rule = file.completionRule else {
      return [
        Wording(
          zh: "没有生效的结业条件，无法核定；见 regulation list",
          en: "no rule of completion is in force here; see regulation list")[
            language]
      ]
    }
    let heads = [
      Wording(zh: "学员", en: "trainee"), Wording(zh: "姓名", en: "name"), Wording(zh: "出勤", en: "attended"),
      Wording(zh: "计划书", en: "plan"), Wording(zh: "考核结果", en: "verdict"),
      Wording(zh: "证书", en: "certificate"),
      Wording(zh: "原因", en: "reasons"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .right, .left, .left, .left, .left])
    for member in file.members {
      let count = file.attendance(of: member.id)
      let completion = file.completion(of: member.id)
      let reasons = completion?.reasons.map(\.text[language]) ?? []
      table.add([
        member.id, member.trainee.name, "\(count.attended)/\(count.held)",
        file.reviews[member.id]?.grade.name[language] ?? "", completion?.verdict.name[language] ?? "",
        file.certificates[member.id]?.number ?? "",
        reasons.joined(separator: language == .chinese ? "；" : "; "),
      ])
    }
    let passed = file.members(.completed).count
    return table.lines(width: width) + [
      Wording(
        zh: "合格 \(passed) 人，不合格 \(file.members(.failed).count) 人，待定 \(file.members(.open).count) 人",
        en: "\(passed) completed, \(file.members(.failed).count) did not, \(file.members(.open).count) open")[
          language],
      Wording(zh: "结业条件：\(rule.stamp.wording.chinese)", en: "rule: \(rule.stamp.wording.english)")[language],
    ]
  }
}
