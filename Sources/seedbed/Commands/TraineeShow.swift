import ArgumentParser
import Centre
import Civil
import Cohorts
import Courses

/// `trainee show`: what is on record of somebody, and which courses are open to them at public cost.
struct TraineeShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "查看一名学员的档案和各课程的补贴资格", en: "Show a trainee's record and eligibility by course"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "按哪里的口径判断（默认：学员所在区域）", en: "Whose rules (default: the trainee's area)", "code"))
  var area: String?

  @Option(help: help(zh: "按哪天开班判断（默认：今天）", en: "For a class that begins then (default: today)", "date"))
  var on: String?

  @OptionGroup var options: CentreOptions

  private var areaCode: AreaCode? { area.flatMap { $0 == "0" ? .nation : AreaCode($0) } }

  func validate() throws {
    if let area, areaCode == nil {
      throw ValidationError(
        text(
          zh: "--area：“\(area)”不是区划代码；应为 2、4、6、9 或 12 位数字，或 0",
          en: "--area: '\(area)' is no code of an area; it has 2, 4, 6, 9 or 12 digits, or is 0"))
    }
    if let on, CivilDate(on) == nil {
      throw ValidationError(
        text(
          zh: "--on：“\(on)”不是日期；应写成 2026-03-31", en: "--on: '\(on)' is no date; write it as 2026-03-31"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let page = try centre.trainee(trainee)
    let today = try centre.today()
    let place = areaCode ?? page.record.area ?? .nation
    let date = on.flatMap { CivilDate($0) } ?? today
    var rulings: [(Course.Programme, Eligibility)] = []
    for programme in Course.Programme.allCases {
      rulings.append(
        (
          programme,
          try centre.eligibility(of: page.record, for: programme, in: place, on: date, asKnownOn: today)
        ))
    }
    for line in TraineeReport.lines(page, rulings, in: place, on: date, Console.language, Console.columns) {
      Console.write(line)
    }
  }
}
