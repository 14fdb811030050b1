import ArgumentParser
import Centre
import Civil
import Courses
import FollowUp
import Interchange

/// `base place`: a trainee comes to a host, or a venture into an incubator.
struct BasePlace: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "place",
      abstract: text(
        zh: "安排学员到见习基地，或实体入驻孵化基地；满员时拒绝并说明哪天已满",
        en: "A trainee comes to a host, or a venture into an incubator; refused where it is full"))
  }

  @Argument(help: help(zh: "基地编号", en: "The base's id", "base"))
  var base: String

  @Argument(help: help(zh: "学员编号（见习），或创业实体编号（入驻）", en: "The trainee (at a host) or the venture", "id"))
  var who: String

  @Option(help: help(zh: "第一天（默认：今天）", en: "The first day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "最后一天（默认：未定）", en: "The last day (default: not set)", "date"))
  var to: String?

  @Option(help: help(zh: "单元数（入驻）", en: "Units (a venture)", "n"))
  var units = 1

  @Option(help: help(zh: "带教导师（见习）", en: "Who teaches the intern there", "name"))
  var mentor: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(from, "--from"), Typed.day(to, "--to"))
    guard (1...100_000).contains(units) else {
      throw ValidationError(text(zh: "--units：应为 1 至 100000", en: "--units: expected 1 to 100000"))
    }
  }

  func run() throws {
    let centre = try Centres.open(options)
    let first = try Typed.day(from, "--from") ?? centre.today()
    let stay = try centre.place(
      who, at: base, from: first, to: Typed.day(to, "--to"), units: units, mentor: mentor)
    Console.write(stay.told)
  }
}

/// `base leave`: the last day of who is at a base.
struct BaseLeave: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "leave",
      abstract: text(zh: "登记见习结束，或实体退出孵化基地", en: "Record the last day of an intern or a tenant"))
  }

  @Argument(help: help(zh: "基地编号", en: "The base's id", "base"))
  var base: String

  @Argument(help: help(zh: "学员编号，或创业实体编号", en: "The trainee or the venture", "id"))
  var who: String

  @OptionGroup var lastDay: LastDayOption
  @OptionGroup var options: CentreOptions

  func validate() throws { try lastDay.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let stay = try centre.leave(who, from: base, on: lastDay.day(today: centre.today()))
    Console.write(stay.told)
  }
}

/// `base strike`: an entry that was wrong.
struct BaseStrike: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "strike",
      abstract: text(
        zh: "作废登记错的见习、入驻或没有人用过的基地", en: "Strike out a placement, a tenancy, or a base that was never used"))
  }

  @Argument(help: help(zh: "见习、入驻或基地的编号", en: "The id of the placement, tenancy or base", "id"))
  var id: String

  @Option(help: help(zh: "原因", en: "Why", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    try Centres.open(options).strikeOut(base: id, reason: reason)
    Console.write(Wording(zh: "已作废 \(id)", en: "\(id) struck out"))
  }
}

extension BaseStay {
  /// The stay in one line.
  fileprivate var told: Wording {
    switch self {
    case .placement(let one):
      Wording(
        zh: "\(one.id)：\(one.trainee) 在 \(one.host) 见习，\(one.from) 至 \(one.to?.description ?? "未定")",
        en: "\(one.id): \(one.trainee) at \(one.host) from \(one.from) to \(one.to?.description ?? "not set")"
      )
    case .tenancy(let one):
      Wording(
        zh:
          "\(one.id)：\(one.venture) 入驻 \(one.incubator)，\(one.units) 个单元，\(one.from) 至 \(one.to?.description ?? "未定")",
        en:
          "\(one.id): \(one.venture) at \(one.incubator), \(one.units) units, from \(one.from) to \(one.to?.description ?? "not set")"
      )
    }
  }
}
