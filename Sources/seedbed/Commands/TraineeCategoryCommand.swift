import ArgumentParser
import Centre
import Civil
import Cohorts

/// `trainee category`: to which categories somebody belongs, from when, proved by what.
struct TraineeCategoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "category",
      abstract: text(zh: "登记或撤销学员的人员类别", en: "Record or strike out a trainee's category"),
      discussion: text(
        zh: "只追加，不覆盖：登记有误的用 --withdraw 撤销并写明原因，原记录仍可查。",
        en:
          "Entries are appended, never overwritten: a wrong one is struck out with --withdraw and the reason, and stays."
      ))
  }

  @Argument(help: help(zh: "学员编号", en: "The trainee's id", "trainee"))
  var trainee: String

  @Argument(
    help: help(zh: "人员类别，如 就业困难人员 (hard_to_employ)", en: "The category, as hard_to_employ", "category"))
  var category: String

  @Option(help: help(zh: "起始日期（默认：今天）", en: "From this day (default: today)", "date"))
  var from: String?

  @Option(help: help(zh: "终止日期（默认：长期）", en: "Through this day (default: on and on)", "date"))
  var through: String?

  @Option(help: help(zh: "证明材料，如 就业创业证", en: "What proves it, as a card's name", "paper"))
  var paper: String?

  @Option(help: help(zh: "证明材料的编号", en: "The paper's number", "number"))
  var number: String?

  @Option(help: help(zh: "撤销该类别的登记，写明原因", en: "Strike the category out, for this reason", "reason"))
  var withdraw: String?

  @OptionGroup var database: DatabaseOption

  private var known: TraineeCategory? {
    TraineeCategory(named: category.lowercased().filter { !"_- ".contains($0) })
  }

  func validate() throws {
    if known == nil {
      let codes = TraineeCategory.all.map(\.code).joined(separator: ", ")
      throw ValidationError(
        text(
          zh: "没有人员类别“\(category)”；现有：\(codes)", en: "there is no category '\(category)'; there are: \(codes)"
        ))
    }
    if withdraw != nil, from != nil || through != nil || paper != nil || number != nil {
      throw ValidationError(
        text(
          zh: "--withdraw 不与 --from、--through、--paper、--number 同用",
          en: "--withdraw does not go with --from, --through, --paper, --number"))
    }
    if number != nil, paper == nil {
      throw ValidationError(text(zh: "--number 与 --paper 一起使用", en: "--number goes with --paper"))
    }
    _ = try (Typed.day(from, "--from"), Typed.day(through, "--through"))
  }

  func run() throws {
    guard let known else { return }
    let centre = try Centres.open(database)
    let name = known.name
    if let withdraw {
      let count = try centre.withdrawCategory(known.code, of: trainee, reason: withdraw)
      guard count > 0 else {
        throw Failure(
          Wording(
            zh: "学员“\(trainee)”没有“\(name.chinese)”的登记",
            en: "trainee \(trainee) is not recorded as: \(name.english)"))
      }
      Console.write(
        Wording(
          zh: "已撤销学员“\(trainee)”的“\(name.chinese)”（\(count) 条）",
          en: "struck out for trainee \(trainee): \(name.english) (entries: \(count))"))
      return
    }
    let isNew = try centre.addCategory(
      known.code, to: trainee, from: Typed.day(from, "--from"),
      through: Typed.day(through, "--through"),
      evidence: paper.map { [Evidence(kind: $0, reference: number ?? "")] } ?? [])
    Console.write(
      isNew
        ? Wording(
          zh: "已登记学员“\(trainee)”为“\(name.chinese)”", en: "recorded for trainee \(trainee): \(name.english)")
        : Wording(zh: "已有同样的登记", en: "that is on record already"))
  }
}
