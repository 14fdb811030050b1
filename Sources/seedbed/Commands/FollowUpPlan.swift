import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// `follow-up plan`: who is contacted when, by the regulation in force.
struct FollowUpPlan: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plan",
      abstract: text(zh: "为已结业班级的学员安排回访", en: "Plan the follow-up of classes that have ended"),
      discussion: text(
        zh: "回访节点由结业当日当地的政策口径决定。可重复运行：已有的回访员和回访记录不变。",
        en:
          "The regulation in force where and when the class ended says when. It may be run again at any time."
      ))
  }

  @Option(
    name: .customLong("class"),
    help: help(zh: "班级编号，可给多个（默认：全部已结业的班）", en: "A class, repeatable (default: all that ended)", "id"))
  var classes: [String] = []

  @Option(help: help(zh: "由谁回访", en: "Who follows them", "name"))
  var officer: String?

  @Option(help: help(zh: "只安排这一区域的学员（区划代码，含其下各级）", en: "Only trainees of this area or below", "code"))
  var area = ""

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let planned = try centre.planFollowUp(
      classes: classes.isEmpty ? nil : classes, officer: officer, area: area,
      calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(
      Wording(
        zh: "\(planned.classes.count) 个班、\(planned.trainees) 名学员，共 \(planned.tasks) 项回访任务",
        en:
          "\(planned.classes.count) classes, \(planned.trainees) trainees, \(planned.tasks) contacts to make")
    )
    for (name, trainees) in planned.officers {
      Console.write(Wording(zh: "  \(name)：\(trainees) 人", en: "  \(name): \(trainees) trainees"))
    }
    for rule in planned.rules {
      Console.write(Wording(zh: "  口径：\(rule.wording.chinese)", en: "  rule: \(rule.wording.english)"))
    }
  }
}
