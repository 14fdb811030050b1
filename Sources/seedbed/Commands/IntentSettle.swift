import ArgumentParser
import Centre
import Civil
import Cohorts

/// `intent settle`: closes the wishes of all who are in a class.
struct IntentSettle: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "settle",
      abstract: text(zh: "把已编入班级的人的意愿批量办结", en: "Close the wishes of all who are in a class by now"),
      discussion: text(
        zh: "课表发布后运行：按身份证号或意愿编号找到学员，所在班级的培训与其需求一致的，办结为已入学。",
        en:
          "To be run once the timetable is published: people are found by identity number or the wish's id, and a wish is "
          + "closed as enrolled where a class of theirs is of the programme asked for."))
  }

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let settled = try Centres.open(database).settleIntents()
    for one in settled {
      Console.write(
        Wording(
          zh: "\(one.intent.id) \(one.intent.name)：已入学，学员 \(one.trainee)",
          en: "\(one.intent.id) \(one.intent.name): enrolled as \(one.trainee)"))
    }
    Console.write(
      settled.isEmpty
        ? Wording(zh: "没有可以办结的意愿", en: "no wish can be closed")
        : Wording(zh: "已办结 \(settled.count) 项意愿", en: "\(settled.count) wishes closed"))
  }
}
