import ArgumentParser
import Centre
import Civil
import Courses
import FollowUp
import Interchange

/// `base add`: registers an internship host or an incubator.
struct BaseAdd: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: text(zh: "登记一个见习基地或孵化基地", en: "Register an internship host or an incubator"),
      discussion: text(
        zh: """
          见习基地：base add H01 --name 示例软件公司 --places 6 --industry I65 --from 2026-03-01
          孵化基地：base add F01 --name 示例孵化园 --square-metres 3000 --units 40 --from 2026-03-01
          """,
        en: """
          A host: base add H01 --name "Example Software" --places 6 --industry I65 --from 2026-03-01
          An incubator: base add F01 --name "Example Park" --square-metres 3000 --units 40 --from 2026-03-01
          """))
  }

  @Argument(help: help(zh: "基地编号", en: "The base's id", "base"))
  var base: String

  @Option(help: help(zh: "名称", en: "Its name", "text"))
  var name: String

  @Option(help: help(zh: "区划代码", en: "The code of its area", "code"))
  var area: String?

  @Option(help: help(zh: "见习名额（见习基地）", en: "Interns at once (a host)", "n"))
  var places: Int?

  @Option(help: help(zh: "行业代码（见习基地）", en: "Its industry, GB/T 4754 (a host)", "code"))
  var industry: String?

  @Option(help: help(zh: "联系人（见习基地）", en: "Whom to ask (a host)", "name"))
  var contact: String?

  @Option(
    name: .customLong("square-metres"),
    help: help(zh: "面积，平方米（孵化基地）", en: "Square metres (an incubator)", "n"))
  var squareMetres: Int?

  @Option(help: help(zh: "孵化单元数（孵化基地）", en: "Units to let (an incubator)", "n"))
  var units: Int?

  @Option(help: help(zh: "认定或启用日期（默认：今天）", en: "Recognised or opened on (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "认定或运营的最后一天", en: "The last day, where one is set", "date"))
  var until: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(from, "--from"), Typed.day(until, "--until"), Typed.area(area))
    try BaseNumbers.check(places, squareMetres, units, industry)
    try Typed.notBlank(name, "--name")
    try Typed.notBlank(base, text(zh: "编号", en: "id"))
    let isHost = places != nil
    let isIncubator = squareMetres != nil && units != nil
    guard isHost != isIncubator, isHost ? squareMetres == nil && units == nil : places == nil else {
      throw ValidationError(
        text(
          zh: "见习基地给 --places，孵化基地给 --square-metres 和 --units",
          en: "give --places for a host, or --square-metres and --units for an incubator"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try Typed.day(from, "--from") ?? centre.today()
    let (area, end) = (area.flatMap { AreaCode($0) }, try Typed.day(until, "--until"))
    if let places {
      try centre.register(
        InternshipHost(
          id: base, name: name, area: area, industry: industry.flatMap { Industry($0) }, places: places,
          recognisedOn: day, recognisedUntil: end, contact: contact), isNew: true)
      Console.write(
        Wording(
          zh: "已登记见习基地 \(base) \(name)：名额 \(places) 人，自 \(day) 起",
          en: "host \(base) \(name) registered: \(places) places from \(day)"))
    } else if let squareMetres, let units {
      try centre.register(
        Incubator(
          id: base, name: name, area: area, squareMetres: squareMetres, units: units, openedOn: day,
          closedOn: end), isNew: true)
      Console.write(
        Wording(
          zh: "已登记孵化基地 \(base) \(name)：\(squareMetres) 平方米、\(units) 个单元，自 \(day) 起",
          en: "incubator \(base) \(name) registered: \(squareMetres) m², \(units) units from \(day)"))
    }
  }
}

/// `base change`: what changed of a base; what is not given stays.
struct BaseChange: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change",
      abstract: text(
        zh: "登记基地的变更：名额、面积、有效期等，未给的不变", en: "Record what changed of a base; what is not given stays"))
  }

  @Argument(help: help(zh: "基地编号", en: "The base's id", "base"))
  var base: String

  @Option(help: help(zh: "名称", en: "Its name", "text"))
  var name: String?

  @Option(help: help(zh: "见习名额（见习基地）", en: "Interns at once (a host)", "n"))
  var places: Int?

  @Option(
    name: .customLong("square-metres"),
    help: help(zh: "面积，平方米（孵化基地）", en: "Square metres (an incubator)", "n"))
  var squareMetres: Int?

  @Option(help: help(zh: "孵化单元数（孵化基地）", en: "Units to let (an incubator)", "n"))
  var units: Int?

  @Option(help: help(zh: "认定或运营的最后一天；撤销认定也用它", en: "The last day; so a recognition is withdrawn too", "date"))
  var until: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try Typed.day(until, "--until")
    try BaseNumbers.check(places, squareMetres, units, nil)
    try Typed.notBlank(name, "--name")
    if name == nil, places == nil, squareMetres == nil, units == nil, until == nil {
      throw ValidationError(text(zh: "请给出要变更的内容，如 --places", en: "say what changed, such as --places"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let bases = try centre.bases(asOf: centre.today())
    let end = try Typed.day(until, "--until")
    if let old = bases.host(base) {
      try refuse(
        squareMetres != nil || units != nil, Wording(zh: "见习基地", en: "an internship host"), "--places")
      try centre.register(
        InternshipHost(
          id: base, name: name ?? old.name, area: old.area, industry: old.industry,
          places: places ?? old.places, recognisedOn: old.recognisedOn,
          recognisedUntil: end ?? old.recognisedUntil, contact: old.contact), isNew: false)
    } else if let old = bases.incubator(base) {
      try refuse(places != nil, Wording(zh: "孵化基地", en: "an incubator"), "--square-metres, --units")
      try centre.register(
        Incubator(
          id: base, name: name ?? old.name, area: old.area,
          squareMetres: squareMetres ?? old.squareMetres, units: units ?? old.units, openedOn: old.openedOn,
          closedOn: end ?? old.closedOn), isNew: false)
    } else {
      throw Failure(
        Wording(
          zh: "没有基地“\(base)”；可用 base list 查看",
          en: "there is no base \(base); 'base list' tells which there are"
        ))
    }
    Console.write(Wording(zh: "已登记 \(base) 的变更", en: "recorded what changed of \(base)"))
  }

  private func refuse(_ isWrong: Bool, _ kind: Wording, _ fitting: String) throws {
    guard isWrong else { return }
    throw Failure(
      Wording(
        zh: "“\(base)”是\(kind.chinese)；可变更的是 \(fitting)",
        en: "\(base) is \(kind.english); it takes \(fitting)"))
  }
}

/// Numbers of bases as they are typed.
enum BaseNumbers {
  static func check(_ places: Int?, _ squareMetres: Int?, _ units: Int?, _ industry: String?) throws {
    for (option, value, most) in [
      ("--places", places, 10_000), ("--square-metres", squareMetres, 100_000_000),
      ("--units", units, 100_000),
    ] {
      guard let value, !(1...most).contains(value) else { continue }
      throw ValidationError(
        text(zh: "\(option)：应为 1 至 \(most)", en: "\(option): expected 1 to \(most)"))
    }
    if let industry, Industry(industry) == nil {
      throw ValidationError(
        text(
          zh: "--industry：“\(industry)”不是 GB/T 4754 的代码，如 I65",
          en: "--industry: '\(industry)' is no code of GB/T 4754, such as I65"))
    }
  }
}
