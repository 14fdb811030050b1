import ArgumentParser
import Centre
import Civil
import Cohorts
import Reports

/// `trainee find`: looks trainees up.
struct TraineeFind: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "find",
      abstract: text(
        zh: "按姓名、电话、身份证号、班级或区域查找学员", en: "Look up trainees by name, phone, number, class or area"),
      discussion: text(
        zh: "身份证号只用于查找，不会显示。--same 列出可能是同一人的档案。",
        en:
          "The identity number only serves to find somebody and is not shown. --same lists records of one person."
      ))
  }

  @Option(help: help(zh: "姓名的一部分", en: "A part of the name", "text"))
  var name: String?

  @Option(help: help(zh: "联系电话", en: "The phone", "number"))
  var phone: String?

  @Option(name: .customLong("id-number"), help: help(zh: "身份证号码", en: "The identity number", "number"))
  var idNumber: String?

  @Option(name: .customLong("class"), help: help(zh: "班级编号", en: "A class's id", "id"))
  var classID: String?

  @Option(help: help(zh: "区划代码，含其下各级", en: "The code of an area, with those below it", "code"))
  var area: String?

  @Option(help: help(zh: "最多显示多少人", en: "Show at most so many", "n"))
  var limit = 50

  @Flag(help: help(zh: "列出可能是同一人的档案（不给条件时查全部）", en: "List records that are most likely one person"))
  var same = false

  @OptionGroup var database: DatabaseOption

  private var query: TraineeQuery {
    TraineeQuery(
      name: name, idNumber: number, phone: phone, classID: classID, area: area, limit: max(1, limit))
  }

  /// As it stands on record, whatever blanks and letters it was typed with.
  private var number: String? {
    idNumber.map { text in (try? ResidentID.reading(text))?.id.number ?? text.uppercased() }
  }

  private var hasCondition: Bool { [name, phone, idNumber, classID, area].contains { $0 != nil } }

  func validate() throws {
    if !hasCondition, !same {
      throw ValidationError(
        text(
          zh: "请给出 --name、--phone、--id-number、--class、--area 至少一个，或 --same",
          en: "give one of --name, --phone, --id-number, --class, --area, or --same"))
    }
  }

  func run() throws {
    let centre = try Centres.open(database)
    let found = hasCondition ? try centre.trainees(query) : []
    if hasCondition {
      if found.isEmpty {
        Console.write(Wording(zh: "没有符合条件的学员", en: "no trainee fits"))
        throw ExitCode(1)
      }
      for line in Self.lines(found, in: Console.language, width: Console.columns) { Console.write(line) }
      if found.count == max(1, limit) {
        Console.note(
          Wording(zh: "只显示前 \(limit) 人，可加 --limit", en: "only the first \(limit) are shown; see --limit"))
      }
    }
    guard same else { return }
    let proposals = try centre.samePersonProposals(of: hasCondition ? found : nil)
    if proposals.isEmpty {
      Console.write(Wording(zh: "没有可能是同一人的档案", en: "no two records look like one person"))
    }
    for line in TraineeLines.proposals(proposals) { Console.write(line) }
  }

  /// The table of those who were found, numbers hidden.
  static func lines(_ found: [TraineeRecord], in language: Language, width: Int) -> [String] {
    let heads = [
      Wording(zh: "学员编号", en: "trainee"), Wording(zh: "姓名", en: "name"), Wording(zh: "性别", en: "sex"),
      Wording(zh: "证件号码", en: "identity number"), Wording(zh: "电话", en: "phone"),
      Wording(zh: "区域", en: "area"), Wording(zh: "人员类别", en: "category"),
    ]
    var table = TextTable(heads.map { $0[language] })
    for one in found {
      let category = TraineeCategory.all.first { $0.code == one.trainee.category }?.name[language]
      table.add([
        one.id, one.trainee.name, one.sex?.name[language] ?? "",
        Disclosure.masked.idNumber(one.trainee.idNumber).text(in: language),
        Disclosure.masked.phone(one.trainee.phone).text(in: language), one.trainee.area ?? "",
        category ?? one.trainee.category,
      ])
    }
    return table.lines(width: width)
  }
}
