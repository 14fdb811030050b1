import ArgumentParser
import Centre
import Civil
import Cohorts
import Interchange

/// `trainee import`: takes in a roster.
struct TraineeImport: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: text(zh: "导入花名册（CSV 或 XLSX）", en: "Take in a roster (CSV or XLSX)"),
      discussion: text(
        zh: """
          表头用开班花名册的名称即可：姓名、身份证号码、性别、年龄、文化程度、户籍所在地、户籍性质、人员类别（可多类，以“、”分隔）、\
          证件名称及编号、联系电话、创业意向、是否享受过同类补贴、个人信息授权、班级、备注。

          没有学员编号的，按身份证号找到原有学员；找不到的给新编号。像是同一人而号码不同的，只提示，不合并，见 trainee link。
          """,
        en: """
          The headers are those of the opening roster, in Chinese or English: name, id_number, sex, age, education, area, \
          household, category (several with ';'), papers, phone, wish, had_subsidy, consent, class, remarks.

          A row without an id is the trainee of the same identity number, or a new one. Who is most likely the same \
          person is only told, never merged: see trainee link.
          """))
  }

  @Argument(help: help(zh: "花名册文件", en: "The roster's file", "file"), completion: .file())
  var file: String

  @Option(
    name: .customLong("class"),
    help: help(zh: "没有“班级”一列时，全部编入该班", en: "The class of rows that name none", "id"))
  var classID: String?

  @OptionGroup var intake: IntakeOptions
  @OptionGroup var database: DatabaseOption

  func run() throws {
    let centre = try Centres.open(database)
    let reading = try centre.readRoster(Places.read(file), file: Places.name(of: file))
    try FileIntake.check(reading, intake)
    let plan = try centre.intake(of: reading.rows, classID: classID)
    try FileIntake.settle(plan.conflicting.flatMap(TraineeLines.conflicts), intake)
    for line in TraineeLines.proposals(plan.proposals) { Console.note(line) }
    if plan.withoutConsent > 0 {
      Console.note(
        Wording(
          zh: "提示：\(plan.withoutConsent) 人没有登记个人信息授权，公开和跟踪服务前请补",
          en: "note: \(plan.withoutConsent) have no consent on record to the use of their data; ask for it"))
    }
    let rows = plan.rows.filter { intake.replace || $0.differences.isEmpty }
    let isWhole = reading.isSound && rows.count == plan.rows.count
    let enrolled = rows.count { $0.classID != nil }
    if intake.dryRun {
      let new = rows.count(where: \.isNew)
      Console.write(
        Wording(
          zh: "检查完毕，未存入：\(rows.count) 人，其中新学员 \(new) 人，编班 \(enrolled) 人",
          en:
            "looked at, not stored: \(rows.count) trainees, \(new) of them new, \(enrolled) with a class"
        ))
      return try FileIntake.end(isWhole: isWhole)
    }
    let counts = try centre.enter(plan, replacing: intake.replace)
    Console.write(
      Wording(
        zh: "已入档：新学员 \(counts.new) 人，更新 \(counts.changed) 人，未变 \(counts.unchanged) 人，编班 \(enrolled) 人",
        en: "on record: \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged; "
          + "\(enrolled) with a class"))
    try FileIntake.end(isWhole: isWhole)
  }
}

/// What is said of trainees in lines.
enum TraineeLines {
  /// What a row has otherwise than the record.
  static func conflicts(of row: TraineeIntake.Row) -> [Wording] {
    row.differences.map { difference in
      Wording(
        zh: "第 \(row.line) 行，学员“\(row.record.id)”：\(difference.text.chinese)",
        en: "line \(row.line), trainee \(row.record.id): \(difference.text.english)")
    }
  }

  /// Who is most likely the same person, with the reasons and the command that says so.
  static func proposals(_ proposals: [SamePersonProposal]) -> [Wording] {
    proposals.map { proposal in
      let (first, second) = (proposal.records.first, proposal.records.second)
      let signs = proposal.signs.map(\.text)
      return Wording(
        zh: "可能是同一人（\(proposal.score) 分）：\(first) 与 \(second)：\(signs.map(\.chinese).joined(separator: "、"))；"
          + "确认：trainee link \(first) \(second)，不是：加 --different",
        en: "most likely one person (score \(proposal.score)): \(first) and \(second): "
          + "\(signs.map(\.english).joined(separator: ", ")); confirm with 'trainee link \(first) \(second)', "
          + "deny with --different")
    }
  }
}
