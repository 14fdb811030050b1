import ArgumentParser
import Centre
import Civil
import Interchange
import ProjectLibrary

/// `event result`: what an event brought.
struct EventResult: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "result",
      abstract: text(
        zh: "登记活动结果：参与人数、咨询人次、资料份数、获奖项目",
        en: "Record what an event brought: people, consultations, materials, awards"),
      discussion: text(
        zh: """
          event result E0003 --reached 320 --consultations 180 --materials 2000 --award 一等奖:P001 --award 二等奖:P007
          活动上的对接用 project choose P001 学员编号 --event E0003 登记。
          """,
        en: """
          event result E0003 --reached 320 --consultations 180 --materials 2000 --award "First prize:P001"
          Matches made there are recorded by: project choose P001 TRAINEE --event E0003
          """))
  }

  @Argument(help: help(zh: "活动编号", en: "The event's id", "event"))
  var event: String

  @Option(help: help(zh: "参与人数", en: "People reached", "n"))
  var reached: String?

  @Option(help: help(zh: "咨询人次", en: "Consultations, in person-times", "n"))
  var consultations: String?

  @Option(help: help(zh: "发放资料份数", en: "Materials given out", "n"))
  var materials: String?

  @Option(help: help(zh: "奖项“一等奖:P001”，可给多个", en: "An award 'prize:project', repeatable", "award"))
  var award: [String] = []

  @Option(help: help(zh: "展示的项目编号，可给多个", en: "A project that was shown, repeatable", "project"))
  var project: [String] = []

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (
      count(reached, "--reached"), count(consultations, "--consultations"), count(materials, "--materials"),
      awards()
    )
    if reached == nil, consultations == nil, materials == nil, award.isEmpty, project.isEmpty {
      throw ValidationError(
        text(zh: "请给出结果，如 --reached 320", en: "say what it brought, such as --reached 320"))
    }
  }

  func run() throws {
    let (reached, consultations) = try (count(reached, "--reached"), count(consultations, "--consultations"))
    let (materials, awards) = try (count(materials, "--materials"), awards())
    let event = try Centres.open(options).change(event: event) { one in
      one.reached = reached ?? one.reached
      one.consultations = consultations ?? one.consultations
      one.materials = materials ?? one.materials
      if !awards.isEmpty { one.awards = awards }
      if !project.isEmpty { one.projects = project }
    }
    func told(_ number: Int?) -> String { number.map(String.init) ?? "–" }
    Console.write(
      Wording(
        zh: "已登记 \(event.id) 的结果：参与 \(told(event.reached)) 人，咨询 \(told(event.consultations)) 人次，"
          + "资料 \(told(event.materials)) 份，奖项 \(event.awards.count) 个",
        en:
          "results of \(event.id) recorded: \(told(event.reached)) people, \(told(event.consultations)) consultations, "
          + "\(told(event.materials)) materials, \(event.awards.count) awards"))
  }

  /// A count as people write it; digits that were lost are told.
  private func count(_ text: String?, _ option: String) throws -> Int? {
    guard let text else { return nil }
    switch OutreachWords.count(text) {
    case .exactly(let count): return count
    case .about(let count):
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：“\(text)”是概数；请给确切数字，如 \(count)",
          en: "\(option): '\(text)' is approximate; give the exact number, such as \(count)"))
    case .lost:
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：“\(text)”的数字已丢失；请核对原件，不知道就不填",
          en: "\(option): '\(text)' has lost its digits; look at the original, or leave it out"))
    case nil:
      throw ValidationError(
        seedbed.text(
          zh: "\(option)：“\(text)”不是数字；应为整数，如 320",
          en: "\(option): '\(text)' is no number; expected a whole number such as 320"))
    }
  }

  private func awards() throws -> [OutreachEvent.Award] {
    try award.flatMap { text -> [OutreachEvent.Award] in
      if let awards = OutreachWords.awards(text) { return awards }
      throw ValidationError(
        seedbed.text(
          zh: "--award：“\(text)”应写成 一等奖:P001", en: "--award: '\(text)' should be written as prize:project"))
    }
  }
}

/// `event cancel`: an event is not held.
struct EventCancel: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cancel",
      abstract: text(
        zh: "取消一场活动；公开日历里标为已取消，不再计入任务",
        en: "Cancel an event: the public feed says so, and it counts no longer"))
  }

  @Argument(help: help(zh: "活动编号", en: "The event's id", "event"))
  var event: String

  @Option(help: help(zh: "原因，会公开", en: "Why; it is made public", "text"))
  var reason: String

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(reason, "--reason") }

  func run() throws {
    _ = try Centres.open(options).change(event: event) { $0.cancelled = reason }
    Console.write(Wording(zh: "\(event) 已取消", en: "\(event) cancelled"))
  }
}
