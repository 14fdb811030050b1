import ArgumentParser
import Centre
import Civil
import Courses

/// `class state`: takes a class a step further.
struct ClassStateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "state",
      abstract: text(zh: "登记办班流程的一步", en: "Record a step of a class's way"),
      discussion: text(
        zh: "依次为：筹备、报批、批准（须给批复文号）、开班、授课、结业、申领、归档。",
        en:
          "In turn: preparing, submitted, approved (with the paper's number), opened, teaching, completed, claimed, "
          + "archived."))
  }

  @Argument(help: help(zh: "班级编号", en: "The class's id", "class"))
  var classID: String

  @Argument(help: help(zh: "转为哪个状态，如 批准", en: "The state it enters, as approved", "state"))
  var state: String

  @Option(help: help(zh: "日期（默认：今天）", en: "The day (default: today)", "date"))
  var on: String?

  @Option(help: help(zh: "批复文号或说明", en: "The paper's number, or a remark", "text"))
  var paper: String?

  @OptionGroup var options: CentreOptions

  private var wanted: ClassState? {
    ClassState.allCases.first {
      [$0.rawValue, $0.name.chinese, $0.name.english].contains(state.lowercased())
    }
  }

  func validate() throws {
    if wanted == nil {
      let known = ClassState.allCases.map { "\($0.name[Console.language])" }.joined(separator: ", ")
      throw ValidationError(
        text(zh: "没有状态“\(state)”；应为：\(known)", en: "there is no state '\(state)'; there are: \(known)"))
    }
    _ = try Typed.day(on, "--on")
  }

  func run() throws {
    guard let wanted else { return }
    let centre = try Centres.open(options)
    let day = try Typed.day(on, "--on") ?? centre.today()
    try centre.takeStep(of: classID, into: wanted, on: day, paper: paper)
    Console.write(
      Wording(
        zh: "班级“\(classID)”自 \(day) 起为“\(wanted.name.chinese)”",
        en: "class \(classID) is \(wanted.name.english) from \(day)"))
  }
}
