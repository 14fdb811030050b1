import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses
import Interchange

/// `class attendance`: takes in a signed sheet, or one trainee's half day.
struct ClassAttendance: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "attendance",
      abstract: text(
        zh: "登记考勤：读入签到表，或登记一人半天", en: "Record attendance: a signed sheet, or one trainee's half day"),
      discussion: text(
        zh: """
          签到表即“report write attendance-sheet --class 班级 --out 考勤.csv”写出的表：每人一行，每半天一列，\
          格中填 √（或签名）、实到课时、请假或缺；有登记的半天中空白按缺勤计，整列空白的半天不登记。

          也可用长表：学员编号（或姓名）、日期、时段、课时各一列。
          """,
        en: """
          The sheet is the one of 'report write attendance-sheet --class CLASS --out sheet.csv': a row a trainee, a column \
          a half day, filled with √ (or a signature), periods, or × for absence. In a column with any mark a blank is an \
          absence; a column left blank is not recorded.

          The long form has the columns trainee (or name), date, block, periods.
          """))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Argument(
    help: help(zh: "签到表文件（CSV 或 XLSX）", en: "The sheet's file (CSV or XLSX)", "file"), completion: .file())
  var file: String?

  @Option(help: help(zh: "只登记这名学员", en: "Record this trainee only", "id"))
  var trainee: String?

  @Option(help: help(zh: "日期", en: "The day", "date"))
  var date: String?

  @Option(help: help(zh: "时段：上午、下午、晚上，或时段编号", en: "The half day: AM, PM, EVE or the block's id", "block"))
  var block: String?

  @Option(help: help(zh: "实到课时（默认：全部；0 为缺勤）", en: "Periods attended (default: all; 0: absent)", "n"))
  var periods: Int?

  @OptionGroup var intake: IntakeOptions
  @OptionGroup var options: CentreOptions

  func validate() throws {
    guard (file == nil) != (trainee == nil) else {
      throw ValidationError(text(zh: "请给出签到表文件，或 --trainee", en: "give a file, or --trainee"))
    }
    if trainee != nil, date == nil || block == nil {
      throw ValidationError(
        text(zh: "--trainee 须与 --date、--block 一起给出", en: "--trainee goes with --date and --block"))
    }
    if trainee == nil, date != nil || block != nil || periods != nil {
      throw ValidationError(
        text(
          zh: "--date、--block、--periods 与 --trainee 一起使用", en: "--date, --block, --periods go with --trainee")
      )
    }
    _ = try Typed.day(date, "--date")
  }

  func run() throws {
    let centre = try Centres.open(options)
    let (marks, isSound) = try marks(centre)
    let compared = try centre.compare(marks, of: classID)
    try FileIntake.settle(compared.conflicts.map(\.text), intake)
    let entered = compared.new + (intake.replace ? compared.conflicts.map(\.mark) : [])
    let replaced = intake.replace ? compared.conflicts.count : 0
    if !intake.dryRun, !entered.isEmpty { try centre.enter(entered, of: classID) }
    let done =
      intake.dryRun
      ? Wording(zh: "检查完毕，未存入", en: "looked at, not stored") : Wording(zh: "已登记考勤", en: "recorded")
    Console.write(
      Wording(
        zh: "\(done.chinese)：新登记 \(compared.new.count) 格，更正 \(replaced) 格，已有 \(compared.known.count) 格",
        en:
          "\(done.english): \(compared.new.count) new cells, \(replaced) replaced, \(compared.known.count) as before"
      ))
    for line in ClassLines.shortOfAttendance(try centre.classFile(classID)) { Console.note(line) }
    try FileIntake.end(isWhole: isSound && (intake.replace || compared.conflicts.isEmpty))
  }

  /// The marks to be entered, and whether the file had no errors.
  private func marks(_ centre: Centre) throws -> ([AttendanceMark], isSound: Bool) {
    if let trainee, let block, let day = try Typed.day(date, "--date") {
      return ([try centre.mark(trainee, on: day, block: block, periods: periods, of: classID)], true)
    }
    guard let file else { return ([], true) }
    let reading = try centre.readAttendance(Places.read(file), file: Places.name(of: file), of: classID)
    try FileIntake.check(reading, intake)
    return (reading.rows.map(\.row), reading.isSound)
  }
}

/// What is said of classes in lines.
enum ClassLines {
  /// Who cannot complete the class any more, or only with what is not recorded yet.
  static func shortOfAttendance(_ file: ClassFile) -> [Wording] {
    file.members.compactMap { member in
      let short = file.completion(of: member.id)?.reasons.first { reason in
        if case .attendanceShort = reason { true } else { false }
      }
      return short.map { reason in
        Wording(
          zh: "提示：\(member.id) \(member.trainee.name)：\(reason.text.chinese)",
          en: "note: \(member.id) \(member.trainee.name): \(reason.text.english)")
      }
    }
  }
}
