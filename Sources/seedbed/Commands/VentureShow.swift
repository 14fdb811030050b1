import ArgumentParser
import Centre
import Civil
import FollowUp
import Reports

/// `venture show`: one venture with its whole history, or those that fit.
struct VentureShow: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "show",
      abstract: text(zh: "查看一个创业实体的全部历史，或查找", en: "Show a venture with its whole history, or find some"))
  }

  @Argument(help: help(zh: "创业实体编号", en: "The venture's id", "id"))
  var id: String?

  @Option(help: help(zh: "创办人的学员编号", en: "Founded by this trainee", "id"))
  var founder: String?

  @Option(help: help(zh: "证照号码", en: "With this licence", "number"))
  var licence: String?

  @Option(help: help(zh: "名称中的文字", en: "With this in its name", "text"))
  var name: String?

  @OptionGroup var day: DayOptions

  @OptionGroup var disclosure: DisclosureOption

  @OptionGroup var options: CentreOptions

  func validate() throws { try day.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let asOf = try day.asOf(today: centre.today())
    var found = id
    if found == nil {
      if let founder { _ = try centre.trainee(founder) }
      let files = try centre.ventures(
        VentureQuery(founder: founder, licence: licence, area: day.area, name: name))
      guard let only = files.first, files.count == 1 else {
        list(files, on: asOf)
        return
      }
      found = only.record.venture.id
    }
    Console.write(
      try centre.venturePage(
        found ?? "", asOf: asOf, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path),
        disclosure: disclosure.fullNumbers ? .full : .masked))
  }

  private func list(_ files: [VentureFile], on day: CivilDate) {
    guard !files.isEmpty else {
      Console.write(Wording(zh: "没有符合的创业实体", en: "no venture fits"))
      return
    }
    let language = Console.language
    let heads = [
      Wording(zh: "编号", en: "id"), Wording(zh: "名称", en: "name"), Wording(zh: "创办人", en: "founders"),
      Wording(zh: "状态", en: "state"), Wording(zh: "起", en: "since"), Wording(zh: "登记证照", en: "licence"),
    ]
    var table = TextTable(heads.map { $0[language] })
    for file in files {
      let venture = file.record.venture
      let entry = file.record.states.entry(on: day, knownOn: day)
      table.add([
        venture.id, venture.name, venture.founders.map(\.person).joined(separator: " "),
        entry?.fact?.name[language] ?? "", entry?.from.description ?? "",
        venture.registration.wording[language],
      ])
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }
}
