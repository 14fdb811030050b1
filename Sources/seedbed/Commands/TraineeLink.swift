import ArgumentParser
import Centre
import Civil

/// `trainee link`: says whether two records are one person.
struct TraineeLink: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "link",
      abstract: text(zh: "确认两份学员档案是（或不是）同一人", en: "Say that two trainees are one person, or are not"),
      discussion: text(
        zh: "档案不会合并，只记下判定、日期和判定人；补贴次数按同一人合计。以后的判定取代以前的。",
        en:
          "Nothing is merged: the judgement is recorded with its day and author, and entitlements are counted over both."
      ))
  }

  @Argument(help: help(zh: "学员编号", en: "A trainee's id", "trainee"))
  var first: String

  @Argument(help: help(zh: "另一学员编号", en: "Another trainee's id", "trainee"))
  var second: String

  @Flag(help: help(zh: "判定为不同的人", en: "They are different people"))
  var different = false

  @Option(help: help(zh: "依据说明", en: "On what grounds", "text"))
  var note: String?

  @OptionGroup var database: DatabaseOption

  func run() throws {
    try Centres.open(database).link(first, second, isSame: !different, note: note)
    Console.write(
      different
        ? Wording(
          zh: "已记录：\(first) 与 \(second) 不是同一人", en: "recorded: \(first) and \(second) are different people")
        : Wording(zh: "已记录：\(first) 与 \(second) 是同一人", en: "recorded: \(first) and \(second) are one person"))
  }
}
