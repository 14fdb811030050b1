import ArgumentParser
import Centre
import Civil

/// `timetable show`: somebody's week as a grid.
struct TimetableShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(
        zh: "以周为单位显示一个班级、一位师资、一间教室或一名学员的课表", en: "Show the week of a class, a person, a room or a trainee"),
      discussion: text(
        zh: "不给 --week 时显示第一个有课的周。", en: "Without --week, the first week with sessions is shown."))
  }

  @Option(name: .customLong("class"), help: help(zh: "班级编号", en: "A class's id", "id"))
  var classID: String?

  @Option(help: help(zh: "师资或导师编号", en: "The id of a lecturer or mentor", "id"))
  var person: String?

  @Option(help: help(zh: "教室编号", en: "A room's id", "id"))
  var room: String?

  @Option(help: help(zh: "学员编号", en: "A trainee's id", "id"))
  var trainee: String?

  @Option(help: help(zh: "哪一周，如 2026-W12", en: "Which week, as 2026-W12", "week"))
  var week: String?

  @Flag(help: help(zh: "显示最新草案，而不是已发布的课表", en: "Show the newest draft in place of the published timetable"))
  var draft = false

  @OptionGroup var database: DatabaseOption

  private var subjects: [Subject] {
    [
      classID.map(Subject.classID), person.map(Subject.person), room.map(Subject.room),
      trainee.map(Subject.trainee),
    ].compactMap(\.self)
  }

  func validate() throws {
    if subjects.count != 1 {
      throw ValidationError(
        text(
          zh: "请给出 --class、--person、--room、--trainee 其中一个",
          en: "give one of --class, --person, --room, --trainee"))
    }
    if let week, ISOWeek(week) == nil {
      throw ValidationError(
        text(
          zh: "--week：没有“\(week)”这一周；应写成 2026-W12",
          en: "--week: there is no week '\(week)'; write it as 2026-W12"))
    }
  }

  func run() throws {
    guard let subject = subjects.first else { return }
    let timetable = try Centres.open(database).timetable(of: subject, week: nil, published: !draft)
    guard let week = week.flatMap({ ISOWeek($0) }) ?? timetable.weeks.first else {
      Console.write(Wording(zh: "\(timetable.title)：没有课。", en: "\(timetable.title): no sessions."))
      return
    }
    let page = WeekPage(timetable: timetable, week: week)
    for line in page.lines(width: Console.columns, in: Console.language) { Console.write(line) }
  }
}
