import ArgumentParser
import Centre
import Civil

/// `trainee consent`: that somebody agreed to the use of the data, or does no more.
struct TraineeConsent: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "consent",
      abstract: text(zh: "登记个人信息授权或撤回", en: "Record the consent to the use of the data, or its end"),
      discussion: text(
        zh: "撤回之后到期的回访不再安排；已有的记录仍计入统计，不再逐人公开。",
        en: "After a withdrawal no more contacts fall due; what is on record still counts in figures."))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "授权日期（默认：今天）", en: "The day of the consent (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "撤回日期", en: "The day on which it was withdrawn", "date"))
  var withdrawn: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    if on != nil, withdrawn != nil {
      throw ValidationError(text(zh: "--on 和 --withdrawn 只能给一个", en: "give --on or --withdrawn, not both"))
    }
    _ = try (Typed.day(on, "--on"), Typed.day(withdrawn, "--withdrawn"))
  }

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    if let end = try Typed.day(withdrawn, "--withdrawn") {
      try centre.recordConsent(of: trainee, withdrawnOn: end, calendar: calendar)
      Console.write(
        Wording(
          zh: "已登记：学员“\(trainee)”于 \(end) 撤回授权",
          en: "recorded: trainee \(trainee) withdrew the consent on \(end)"))
      return
    }
    let day = try Typed.day(on, "--on") ?? centre.today()
    try centre.recordConsent(of: trainee, on: day, calendar: calendar)
    Console.write(
      Wording(zh: "已登记：学员“\(trainee)”于 \(day) 授权", en: "recorded: trainee \(trainee) consented on \(day)"))
  }
}
