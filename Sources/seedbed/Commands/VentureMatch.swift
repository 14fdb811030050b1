import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// `venture match`: finds trainees' ventures in an extract of the business register.
struct VentureMatch: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: text(zh: "与市场主体登记信息比对，找出学员的创业实体", en: "Find trainees' ventures in the business register"),
      discussion: text(
        zh: """
          先列出比对结果及理由，什么都不存：venture match 登记信息.csv
          采纳全部“确定”的：venture match 登记信息.csv --accept
          逐条确认或否定：venture match 登记信息.csv 信用代码 学员编号 --accept（或 --refuse）
          """,
        en: """
          List the proposals with their reasons, storing nothing: venture match REGISTER.csv
          Accept all exact ones: venture match REGISTER.csv --accept
          Decide one: venture match REGISTER.csv CREDIT-CODE TRAINEE --accept (or --refuse)
          """))
  }

  @Argument(
    help: help(zh: "登记信息文件（CSV 或 XLSX）", en: "The extract, CSV or XLSX", "register"), completion: .file())
  var register: String

  @Argument(help: help(zh: "只决定这一户：信用代码", en: "Decide this firm: its credit code", "firm"))
  var firm: String?

  @Argument(help: help(zh: "与这名学员：学员编号", en: "With this trainee: the id", "trainee"))
  var trainee: String?

  @Flag(help: help(zh: "采纳：全部“确定”的，或指定的一条", en: "Accept the exact ones, or the one given"))
  var accept = false

  @Flag(help: help(zh: "否定指定的一条，以后不再提出", en: "Refuse the one given, for good"))
  var refuse = false

  @Flag(help: help(zh: "有错误的行除外，其余照样比对", en: "Compare the sound rows though others have errors"))
  var partial = false

  @Option(
    help: help(
      zh: "把比对结果写成 .txt、.csv、.xlsx 或 .html", en: "Write the proposals as .txt, .csv, .xlsx or .html", "file"),
    completion: .file())
  var out: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    if (firm == nil) != (trainee == nil) {
      throw ValidationError(text(zh: "请同时给出信用代码和学员编号", en: "give the credit code and the trainee's id"))
    }
    if firm != nil, accept == refuse {
      throw ValidationError(text(zh: "请给出 --accept 或 --refuse", en: "give --accept or --refuse"))
    }
    if refuse, firm == nil {
      throw ValidationError(
        text(zh: "--refuse 须指明信用代码和学员编号", en: "--refuse needs the credit code and the trainee's id"))
    }
    if let out, ReportFormat(file: out) == nil {
      throw ValidationError(
        text(
          zh: "--out：扩展名应为 .txt、.csv、.xlsx 或 .html",
          en: "--out: the file should end in .txt, .csv, .xlsx or .html"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let name = Places.name(of: register)
    let reading = try centre.readRegister(Places.read(register), file: name)
    let shown = 20
    let lines = ProblemList.lines(reading.problems, in: Console.language)
    for line in lines.prefix(shown) { Console.writeError(line) }
    if lines.count > shown {
      Console.note(
        Wording(zh: "……另有 \(lines.count - shown) 处提示", en: "… and \(lines.count - shown) more remarks"))
    }
    guard reading.isSound || partial && !reading.rows.isEmpty else {
      throw Failure(
        Wording(
          zh: "\(register)：有错误，没有比对；请更正后重试，或加 --partial 只比对正确的行",
          en:
            "\(register): it has errors and was not compared; correct it, or compare the sound rows with --partial"
        ))
    }
    let match = try centre.match(reading)
    if let firm, let trainee {
      try decide(firm, trainee, in: match, of: centre, name, calendar)
      return
    }
    if let out, let format = ReportFormat(file: out) {
      try format.write(match.report, in: Console.language, written: centre.today(), to: out)
      Console.write(Wording(zh: "已写出 \(out)", en: "\(out) written"))
    } else {
      Console.write(match.report)
    }
    guard accept else { return }
    let codes = try centre.acceptExact(match, source: name, calendar: calendar)
    Console.write(
      Wording(
        zh: "已采纳 \(codes.count) 条，涉及 \(Set(codes).count) 个创业实体",
        en: "\(codes.count) links accepted, \(Set(codes).count) ventures"))
  }

  private func decide(
    _ firm: String, _ trainee: String, in match: RegisterMatch, of centre: Centre, _ source: String,
    _ calendar: WorkingCalendar
  ) throws {
    let code = try centre.decide(
      firm: firm, trainee: trainee, isAccepted: accept, in: match, source: source, calendar: calendar)
    Console.write(
      code.map { Wording(zh: "已采纳：学员 \(trainee) 的创业实体 \($0)", en: "accepted: venture \($0) of \(trainee)") }
        ?? Wording(zh: "已否定：\(firm) 不是学员 \(trainee) 的", en: "refused: \(firm) is not \(trainee)'s"))
  }
}
