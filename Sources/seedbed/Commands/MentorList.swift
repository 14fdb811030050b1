import ArgumentParser
import Centre
import Civil
import Interchange
import Mentors
import Reports

/// `mentor list`: the members of the pool that are looked for.
struct MentorList: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: text(zh: "列出导师，可按环节、行业、领域、区域、类别、状态筛选", en: "List the pool, or those who fit"))
  }

  @Option(help: help(zh: "服务环节，如 融资服务", en: "Who helps in this link", "link"))
  var link: String?

  @Option(help: help(zh: "行业代码，如 H 或 H6210", en: "Who knows this industry, as H or H6210", "code"))
  var industry: String?

  @Option(help: help(zh: "专业领域中的文字", en: "With this in a field's name", "text"))
  var field: String?

  @Option(help: help(zh: "类别，如 讲师、部门业务专家", en: "Of this kind, as lecturer", "kind"))
  var kind: String?

  @Option(
    help: help(zh: "状态：已申请、审核中、未通过、在聘、聘期已满、暂停、解聘", en: "Who stands so: applied, vetting, serving …", "state"))
  var state: String?

  @Flag(help: help(zh: "只列专家指导团成员", en: "Only the expert team"))
  var team = false

  @OptionGroup var day: DayOptions
  @OptionGroup var options: CentreOptions

  func validate() throws {
    try day.check()
    _ = try query()
  }

  func run() throws {
    let centre = try Centres.open(options)
    Console.write(try centre.poolList(query(), asOf: day.asOf(today: centre.today())))
  }

  private func query() throws -> PoolQuery {
    PoolQuery(
      link: try Typed.word(link, "--link", ServiceLink.allCases.map(\.name), GuidanceWords.link),
      industry: try Typed.industry(industry), field: field, area: day.area,
      kind: try Typed.word(kind, "--kind", PoolMember.Kind.allCases.map(\.name), PoolWords.kind),
      standing: try Typed.word(state, "--state", PoolStanding.allCases.map(\.name), PoolWords.standing),
      isInTeam: team ? true : nil)
  }
}

/// `mentor show`: all that is known of a member.
struct MentorShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(
        zh: "查看一位导师：聘期、证书、名额、本年工作量、今后安排", en: "Show a member: terms, certificates, places, the year's work"))
  }

  @Argument(help: help(zh: "人员编号或姓名", en: "The member's id or name", "member"))
  var member: String

  @Option(
    name: .customLong("as-of"),
    help: help(zh: "只计截至该日已登记的情况（默认今天）", en: "Count what was recorded by then (default: today)", "date"))
  var asOf: String?

  @OptionGroup var disclosure: DisclosureOption

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try Typed.day(asOf, "--as-of") }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(asOf, "--as-of") ?? centre.today()
    Console.write(
      try centre.poolPage(
        centre.mentorID(member, asOf: day), asOf: day, disclosure: disclosure.fullNumbers ? .full : .masked))
  }
}
