import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// `mentor match`: who should help whom.
struct MentorMatch: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: text(
        zh: "为学员匹配导师，说明理由和次优", en: "Match trainees with mentors, with reasons and the next best"),
      discussion: text(
        zh: """
          按所需服务环节、行业、区域、共同空闲时间、语言和双方志愿评分，不超过导师剩余名额；已有导师的保持不变。
          未指定学员时，为“一条龙”中的全部学员匹配。--with-projects 同时匹配项目。--record 登记为辅导关系。
          """,
        en: """
          Judged by the link of the chain that is needed, industry, area, free hours in common, language and the wishes of \
          both sides, within the places that mentors have left; who has a mentor keeps it. Without --trainee, all in the \
          service chain are matched. --with-projects matches projects at once. --record records the assignments.
          """))
  }

  @OptionGroup var match: MatchOptions

  @Flag(name: .customLong("with-projects"), help: help(zh: "同时匹配项目", en: "Match projects at once"))
  var withProjects = false

  @OptionGroup var options: CentreOptions

  func validate() throws {
    try match.check()
    if withProjects && (match.way.twoWay || match.way.bestTotal) {
      throw ValidationError(
        text(zh: "--with-projects 只按总分最高匹配", en: "--with-projects always looks for most points"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    if withProjects {
      let found = try centre.matchTriples(match.scope, wishes: match.way.source(), asOf: today)
      try FileIntake.check(found.problems, partial: match.way.sound.partial)
      try match.way.tell(found.report, on: today)
      guard match.way.record else { return }
      let count = try centre.record(found, in: Console.language)
      Console.write(
        Wording(zh: "已登记 \(count) 组：辅导关系和项目选用", en: "triples recorded: \(count), as assignments and choices"))
      return
    }
    let found = try centre.matchMentors(
      match.scope, mode: match.way.mode, wishes: match.way.source(), asOf: today)
    try FileIntake.check(found.problems, partial: match.way.sound.partial)
    try match.way.tell(found.report, on: today)
    match.way.note(
      found.matching,
      because: Wording(
        zh: "提示：没有待匹配的学员（结业后才进入“一条龙”，这里还没有人）；可用 --trainee 指定",
        en: "note: nobody stands in the service chain here, which begins when a class ends; "
          + "name somebody with --trainee"))
    guard match.way.record else { return }
    let ids = try centre.record(found, in: Console.language)
    Console.write(Wording(zh: "已登记辅导关系 \(ids.count) 对", en: "assignments recorded: \(ids.count)"))
  }
}

/// `mentor assign`: one mentor for one trainee.
struct MentorAssign: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assign",
      abstract: text(zh: "为学员指定导师（不超过名额）", en: "Assign a mentor to a trainee, within the mentor's places"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Argument(help: help(zh: "导师编号或姓名", en: "The mentor's id or name", "mentor"))
  var mentor: String

  @Option(help: help(zh: "开始日期（默认：今天）", en: "The first day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "结束日期（默认：不限）", en: "The last day (default: none)", "date"))
  var until: String?

  @Option(help: help(zh: "理由", en: "Why", "text"))
  var reason: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(from, "--from"), Typed.day(until, "--until"))
    try Typed.notBlank(reason, "--reason")
  }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let member = try centre.mentorID(mentor, asOf: today)
    let id = try centre.assign(
      member, to: trainee, from: Typed.day(from, "--from") ?? today, until: Typed.day(until, "--until"),
      reason: reason)
    Console.write(
      Wording(zh: "已登记 \(id)：\(member) 辅导 \(trainee)", en: "\(id) recorded: \(member) helps \(trainee)"))
  }
}

/// `mentor release`: the mentor helps no more.
struct MentorRelease: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "release", abstract: text(zh: "结束学员的辅导关系", en: "End a trainee's assignments"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "只结束与这名导师的（默认：全部）", en: "Only of this mentor (default: all)", "mentor"))
  var mentor: String?

  @OptionGroup var ending: EndingOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try ending.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let today = try centre.today()
    let day = try ending.day(today: today)
    let member = try mentor.map { try centre.mentorID($0, asOf: today) }
    for ended in try centre.release(trainee, from: member, on: day, reason: ending.reason) {
      Console.write(
        Wording(
          zh: "\(ended.id) 已于 \(day) 结束：\(ended.relation.member) 辅导 \(trainee)",
          en: "\(ended.id) ends on \(day): \(ended.relation.member) helped \(trainee)"))
    }
  }
}

/// `mentor assignments`: who helps whom.
struct MentorAssignments: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "assignments", abstract: text(zh: "显示辅导关系台账", en: "Show who helps whom"))
  }

  @Option(help: help(zh: "导师编号或姓名", en: "The mentor's id or name", "mentor"))
  var mentor: String?

  @Option(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String?

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let date = try day.asOf(today: centre.today())
    let member = try mentor.map { try centre.mentorID($0, asOf: date) }
    Console.write(
      try centre.assignmentReport(mentor: member, trainee: trainee, area: day.area ?? "", asOf: date))
  }
}
