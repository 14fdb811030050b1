import ArgumentParser
import Centre
import Civil
import Courses
import Reports

/// `class list`: the classes on record with where each stands.
struct ClassList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "列出全部班级及其状态", en: "List the classes with where each stands"))
  }

  @OptionGroup var database: DatabaseOption

  func run() throws {
    let centre = try Centres.open(database)
    let today = try centre.today()
    let classes = try centre.classes()
    if classes.isEmpty {
      Console.write(Wording(zh: "还没有班级档案；请先发布课表", en: "no class is on record yet; publish a timetable first"))
      return
    }
    let heads = [
      Wording(zh: "班级", en: "class"), Wording(zh: "课程", en: "course"), Wording(zh: "起止", en: "from – to"),
      Wording(zh: "课时", en: "periods"), Wording(zh: "人数", en: "trainees"), Wording(zh: "状态", en: "state"),
    ]
    var table = TextTable(heads.map { $0[Console.language] }, [.left, .left, .left, .right, .right, .left])
    for held in classes {
      let state = try centre.state(of: held.id, on: today)
      table.add([
        held.id, held.courseName, "\(held.days.lowerBound) – \(held.days.upperBound)", "\(held.periods)",
        "\(held.members.count { $0.leftOn == nil })", state.name[Console.language],
      ])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }
}
