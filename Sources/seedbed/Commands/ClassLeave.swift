import ArgumentParser
import Centre
import Civil

/// `class leave`: that a trainee left a class before its end.
struct ClassLeave: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "leave",
      abstract: text(zh: "登记学员退班", en: "Record that a trainee left a class"),
      discussion: text(
        zh: "已登记的考勤保留；退班学员不再列入花名册和申领材料，排课时也不再占座。",
        en:
          "The attendance stays on record; the trainee is on no roster or claim any more and takes no seat in the plan."
      ))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "退班日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @OptionGroup var database: DatabaseOption

  func validate() throws { _ = try Typed.day(on, "--on") }

  func run() throws {
    let centre = try Centres.open(database)
    let day = try Typed.day(on, "--on") ?? centre.today()
    try centre.leave(classID, trainee: trainee, on: day)
    Console.write(
      Wording(
        zh: "已登记：学员“\(trainee)”于 \(day) 退出班级“\(classID)”",
        en: "recorded: trainee \(trainee) left class \(classID) on \(day)"))
  }
}
