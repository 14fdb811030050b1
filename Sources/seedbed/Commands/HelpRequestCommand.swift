import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// What can be done with requests for help.
struct HelpRequestCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "request",
      abstract: text(zh: "帮扶需求（五帮）：列出、提出、办结", en: "Requests for help: list, open, close"),
      subcommands: [ListRequests.self, OpenRequest.self, CloseRequest.self])
  }
}

/// `follow-up request list`: those that are open.
struct ListRequests: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: text(zh: "列出未办结的帮扶需求", en: "List the requests that are open"))
  }

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let calendar = try centre.workingCalendar(calendarsFolder: options.calendars.path)
    let (today, language) = (try centre.today(), Console.language)
    let heads = [
      Wording(zh: "编号", en: "id"), Wording(zh: "学员", en: "trainee"), Wording(zh: "事项", en: "help"),
      Wording(zh: "提出日期", en: "opened on"), Wording(zh: "工作日", en: "working days"),
    ]
    var table = TextTable(heads.map { $0[language] }, [.left, .left, .left, .left, .right])
    let open = try centre.openRequests()
    for request in open {
      table.add([
        request.id, request.subject, request.kind.name[language], request.openedOn.description,
        "\(request.workingDays(asOf: today, in: calendar))",
      ])
    }
    guard !open.isEmpty else {
      Console.write(Wording(zh: "没有未办结的帮扶需求", en: "no request is open"))
      return
    }
    for line in table.lines(width: Console.columns) { Console.write(line) }
  }
}

/// `follow-up request open`: help that was asked for without a contact.
struct OpenRequest: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "open", abstract: text(zh: "提出一项帮扶需求", en: "Open a request for help"))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Argument(
    help: help(
      zh: "帮什么：项目申报、资金筹集、证件办理、解决经营困难、规划发展",
      en: "Which help: project_application, fund_raising, licences, business_difficulty, planning", "help"))
  var kind: String

  @OptionGroup var options: CentreOptions

  func validate() throws { _ = try read() }

  func run() throws {
    guard let kind = try read() else { return }
    let request = try Centres.open(options).openRequest(kind, for: trainee)
    Console.write(
      Wording(
        zh: "已开帮扶单 \(request.id)：\(kind.name.chinese)",
        en: "request \(request.id) opened: \(kind.name.english)"))
  }

  private func read() throws -> HelpRequest.Kind? {
    try Typed.word(
      kind, text(zh: "帮扶事项", en: "help"), HelpRequest.Kind.allCases.map(\.name), FollowUpWords.help)
  }
}

/// `follow-up request close`: help that was given.
struct CloseRequest: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close", abstract: text(zh: "办结一项帮扶需求", en: "Close a request for help"))
  }

  @Argument(help: help(zh: "帮扶单编号", en: "The request's id", "id"))
  var id: String

  @OptionGroup var options: CentreOptions

  func run() throws {
    let centre = try Centres.open(options)
    let closed = try centre.closeRequest(
      id, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(
      Wording(
        zh: "已办结 \(id)：\(closed.request.kind.name.chinese)，历时 \(closed.workingDays) 个工作日",
        en: "\(id) closed: \(closed.request.kind.name.english), \(closed.workingDays) working days"))
  }
}
