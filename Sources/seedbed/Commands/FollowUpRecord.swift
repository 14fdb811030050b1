import ArgumentParser
import Centre
import Civil
import FollowUp
import Interchange

/// `follow-up record`: one contact, or a try at one.
struct FollowUpRecord: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "record",
      abstract: text(zh: "登记一次回访", en: "Record a contact"),
      discussion: text(
        zh: "方式：电话、微信、上门、到访、座谈。结果：已联系、无人接听、号码错误、拒访、外出、失联。说出需求即开一张帮扶单。",
        en:
          "Methods: telephone, wechat, visit, office_visit, meeting. Results: reached, no_answer, wrong_number, refused, away, lost. A need opens a request for help."
      ))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Option(help: help(zh: "方式", en: "How", "method"))
  var method: String

  @Option(help: help(zh: "结果", en: "With what result", "result"))
  var result: String

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "说了什么", en: "What was said", "text"))
  var said: String?

  @Option(help: help(zh: "经营困难，可给多个", en: "A trouble that was told, repeatable", "trouble"))
  var trouble: [String] = []

  @Option(help: help(zh: "帮扶需求（五帮）", en: "A need: one of the five helps", "help"))
  var need: String?

  @Option(help: help(zh: "约定的下次回访日期", en: "When the next contact was agreed for", "date"))
  var next: String?

  @Option(help: help(zh: "回访员（默认：该学员的回访员）", en: "The officer (default: who follows the trainee)", "name"))
  var officer: String?

  @OptionGroup var options: CentreOptions

  func validate() throws {
    _ = try (Typed.day(on, "--on"), Typed.day(next, "--next"), words(), troubles(), needed())
  }

  func run() throws {
    let centre = try Centres.open(options)
    let (method, result) = try words()
    let contact = Contact(
      id: "", subject: trainee, on: try Typed.day(on, "--on") ?? centre.today(), method: method,
      result: result,
      officer: officer ?? "", said: said, troubles: try troubles(), need: try needed(),
      next: try Typed.day(next, "--next"))
    let done = try centre.record(
      contact, calendar: centre.workingCalendar(calendarsFolder: options.calendars.path))
    Console.write(
      Wording(
        zh: "已登记 \(done.contact.id)：\(contact.on) \(method.name.chinese)，\(result.name.chinese)",
        en: "\(done.contact.id) recorded: \(contact.on), \(method.name.english), \(result.name.english)"))
    for task in done.answered {
      Console.write(
        Wording(
          zh: "  完成任务：\(task.step.name.chinese)（应于 \(task.due)）",
          en: "  done: \(task.step.name.english) (due on \(task.due))"))
    }
    if let lost = done.lostSince {
      Console.write(Wording(zh: "  自 \(lost) 起失联", en: "  lost since \(lost)"))
    }
    if let request = done.request {
      Console.write(
        Wording(
          zh: "  已开帮扶单 \(request.id)：\(request.kind.name.chinese)",
          en: "  request \(request.id) opened: \(request.kind.name.english)"))
    }
  }

  private func words() throws -> (Contact.Method, Contact.Result) {
    let methods = Contact.Method.allCases.map(\.name)
    let results = Contact.Result.allCases.map(\.name)
    guard let method = try Typed.word(method, "--method", methods, FollowUpWords.method),
      let result = try Typed.word(result, "--result", results, FollowUpWords.result)
    else { throw ExitCode.validationFailure }
    return (method, result)
  }

  private func troubles() throws -> Set<Contact.Trouble> {
    Set(
      try trouble.compactMap {
        try Typed.word($0, "--trouble", Contact.Trouble.allCases.map(\.name), FollowUpWords.trouble)
      })
  }

  private func needed() throws -> HelpRequest.Kind? {
    try Typed.word(need, "--need", HelpRequest.Kind.allCases.map(\.name), FollowUpWords.help)
  }
}
