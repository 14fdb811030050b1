import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses
import Reports

/// `class claim`: says who may be claimed and why not, and records a claim.
struct ClassClaim: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "claim",
      abstract: text(zh: "核定补贴申领，并登记已申领", en: "Say whose subsidy may be claimed, and record the claim"),
      discussion: text(
        zh:
          "申领材料用 report write claim-file 写出；报送后用 --record 登记，此后不会重复申领。已登记的可用 report write claim-file --filed 日期 按原样重印；被退回或误报的用 --take-back 撤回。",
        en:
          "'report write claim-file' writes the papers; once handed in, --record enters the claim, so that nobody is "
          + "claimed twice. 'report write claim-file --filed DATE' prints a filed claim anew; --take-back undoes one."
      ))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Flag(help: help(zh: "把可申领的登记为已申领", en: "Record as claimed what may be claimed"))
  var record = false

  @Option(help: help(zh: "申领日期（默认：今天）", en: "The day of the claim (default: today)", "date"))
  var on: String?

  @Option(
    name: .customLong("take-back"),
    help: help(
      zh: "撤回这名学员已登记的申领（退回、误报），可再次申领；须写 --reason",
      en: "Take this trainee's claims back, so that they may be filed again; needs a --reason", "trainee"))
  var takeBack: String?

  @Option(help: help(zh: "撤回的原因", en: "Why they are taken back", "text"))
  var reason: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(on, "--on")
    try Typed.notBlank(reason, "--reason")
    if (takeBack == nil) != (reason == nil) {
      throw ValidationError(
        text(zh: "--take-back 和 --reason 须同时给出", en: "give --take-back and --reason together"))
    }
    if takeBack != nil, record || on != nil {
      throw ValidationError(
        text(zh: "--take-back 不能与 --record、--on 同用", en: "--take-back goes without --record and --on"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(on, "--on") ?? centre.today()
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    if let takeBack {
      let count = try centre.takeBackClaims(of: takeBack, in: classID, reason: reason ?? "")
      Console.write(
        Wording(
          zh: "已撤回学员“\(takeBack)”的申领 \(count) 笔，原记录仍可查",
          en: "claims of trainee \(takeBack) taken back: \(count); they stay in the ledger"))
      return
    }
    let file = try centre.classFile(classID)
    if record {
      let entered = try centre.enterClaims(of: classID, on: day, calendar)
      guard !entered.isEmpty else {
        Console.write(
          Wording(
            zh: "没有可登记的申领；各人情况见 class claim \(classID)",
            en: "nothing can be claimed; 'class claim \(classID)' tells why of each"))
        return
      }
      let sum = entered.reduce(Money.zero) { $0 + $1.amount }
      Console.write(
        Wording(
          zh: "已登记申领 \(entered.count) 笔，共 \(Figures.yuan(fen: sum.fen)) 元",
          en: "claims recorded: \(entered.count), ¥\(Figures.yuan(fen: sum.fen)) in all"))
      return
    }
    let verdicts = try centre.claims(of: file, on: day, calendar)
    if verdicts.isEmpty {
      Console.write(
        Wording(
          zh: "没有生效的补贴申领口径；见 regulation list", en: "no rule of subsidies is in force; see regulation list"))
      return
    }
    for line in Self.lines(file, verdicts, Console.language, Console.columns) { Console.write(line) }
  }

  static func lines(
    _ file: ClassFile, _ verdicts: [ClaimVerdict], _ language: Language, _ width: Int
  ) -> [String] {
    let heads = [
      Wording(zh: "学员", en: "trainee"), Wording(zh: "姓名", en: "name"), Wording(zh: "环节", en: "stage"),
      Wording(zh: "情况", en: "how it stands"), Wording(zh: "金额（元）", en: "yuan"),
      Wording(zh: "期限", en: "by"), Wording(zh: "原因", en: "reasons"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .left, .left, .right, .left, .left])
    for verdict in verdicts {
      let name = file.members.first { $0.id == verdict.trainee }?.trainee.name ?? ""
      table.add([
        verdict.trainee, name, verdict.occasion.name[language], verdict.ruling.name[language],
        Figures.yuan(fen: verdict.amount.fen), verdict.deadline?.description ?? "",
        verdict.reasons.map(\.text[language]).joined(separator: language == .chinese ? "；" : "; "),
      ])
    }
    let payable = verdicts.filter { $0.ruling == .payable }
    let sum = payable.reduce(Money.zero) { $0 + $1.amount }
    let capitals = ChineseCapitals.money(fen: sum.fen) ?? ""
    return table.lines(width: width) + [
      Wording(
        zh: "可申领 \(payable.count) 笔，共 \(Figures.yuan(fen: sum.fen)) 元（\(capitals)）",
        en: "to be claimed: \(payable.count), ¥\(Figures.yuan(fen: sum.fen)) in all")[language]
    ]
  }
}
