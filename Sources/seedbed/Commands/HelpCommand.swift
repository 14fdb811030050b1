import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange
import Reports

/// What can be done with requests for help; without a subcommand, what `seedbed help COMMAND` is expected to do.
struct HelpCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "help",
      abstract: text(zh: "帮扶需求（五帮）：列出、提出、到期、办结", en: "Requests for help: list, open, due, close"),
      discussion: text(
        zh: "“help 命令名”显示该命令的用法，如 help venture add。",
        en: "'help COMMAND' shows how a command is used, as 'help venture add'."),
      subcommands: [
        ListRequests.self, OpenRequest.self, HelpDue.self, CloseRequest.self, CommandHelp.self,
      ],
      defaultSubcommand: CommandHelp.self)
  }
}

/// `help list`: those that are open.
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

/// `help open`: help that was asked for without a contact.
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

/// `help close`: help that was given.
struct CloseRequest: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "close", abstract: text(zh: "办结一项帮扶需求", en: "Close a request for help"))
  }

  @Argument(help: help(zh: "帮扶单编号", en: "The request's id", "id"))
  var id: String

  @Option(help: help(zh: "办理结果", en: "What was done", "text"))
  var outcome: String?

  @OptionGroup var options: CentreOptions

  func validate() throws { try Typed.notBlank(outcome, "--outcome") }

  func run() throws {
    let centre = try Centres.open(options)
    let closed = try centre.closeRequest(
      id, outcome: outcome, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(
      Wording(
        zh: "已办结 \(id)：\(closed.request.kind.name.chinese)，历时 \(closed.workingDays) 个工作日",
        en: "\(id) closed: \(closed.request.kind.name.english), \(closed.workingDays) working days"))
  }
}

/// `help due`: which help is due or overdue, and how much was settled in time.
struct HelpDue: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "due",
      abstract: text(zh: "列出将到期和已逾期的帮扶，及按期办结率", en: "List help that is due or overdue, and what was in time"))
  }

  @OptionGroup var span: SpanOptions
  @OptionGroup var options: CentreOptions

  func validate() throws { try span.check() }

  func run() throws {
    let centre = try Centres.open(options)
    let day = try span.asOf(today: centre.today())
    try Console.write(
      "help-deadlines", of: centre,
      ReportRequest(
        area: span.area, period: try span.period(asOf: day), asOf: day,
        calendar: try centre.workingCalendar(calendarsFolder: options.calendars.path)))
  }
}

/// `help COMMAND`: how a command is used.
struct CommandHelp: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "command", abstract: text(zh: "显示命令的用法", en: "Show how a command is used"))
  }

  @Argument(help: help(zh: "命令名", en: "The command", "command"))
  var words: [String] = []

  func run() throws {
    var command: any ParsableCommand.Type = Seedbed.self
    for word in words {
      let below = command.configuration.subcommands
      guard let next = below.first(where: { type in type._commandName == word }) else {
        let names = below.map { type in type._commandName }
        throw ValidationError(
          text(
            zh: "没有命令“\(word)”；可用：\(names.joined(separator: "、"))",
            en: "there is no command '\(word)'; there are \(names.joined(separator: ", "))"))
      }
      command = next
    }
    throw CleanExit.helpRequest(command)
  }
}
