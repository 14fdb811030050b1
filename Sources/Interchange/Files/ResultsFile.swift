package import Civil
package import Courses

/// What a file says of how a trainee ended a class: the plan's grade and the certificate, either or both.
package struct ResultRow: Hashable, Sendable {
  /// Known in the class.
  package let trainee: String
  package let grade: PlanGrade?
  package let score: Int?
  package let remarks: String?
  package let reviewedOn: CivilDate?
  package let certificate: String?
  package let issuedOn: CivilDate?

  package init(
    trainee: String, grade: PlanGrade?, score: Int?, remarks: String?, reviewedOn: CivilDate?,
    certificate: String?, issuedOn: CivilDate?
  ) {
    self.trainee = trainee
    self.grade = grade
    self.score = score
    self.remarks = remarks
    self.reviewedOn = reviewedOn
    self.certificate = certificate
    self.issuedOn = issuedOn
  }
}

/// A row as the file has it, before its trainee is found.
struct NamedResult: Sendable {
  let trainee: String?
  let name: String?
  let grade: PlanGrade?
  let score: Int?
  let remarks: String?
  let reviewedOn: CivilDate?
  let certificate: String?
  let issuedOn: CivilDate?
}

extension Words {
  static let grades = Vocabulary<PlanGrade>([
    (.excellent, ["excellent", "优秀", "优", "a"]),
    (.pass, ["pass", "合格", "及格", "通过", "良好", "b"]),
    (.fail, ["fail", "不合格", "不及格", "未通过", "c"]),
  ])
}

extension Tables {
  /// Plan grades and certificates of a class, one row a trainee.
  static let results = TableDescription<NamedResult>(
    TableTitle("results", "结业成绩", or: ["计划书评审", "评审表", "合格证书", "结业花名册"]), key: [],
    columns: Column<String?>.optional("trainee", "学员编号", or: ["学员", "学号", "编号"], .id),
    Column<String?>.optional("name", "姓名", or: ["学员姓名"], .text, isPrivate: true),
    Column<PlanGrade?>.optional("grade", "计划书等级", or: ["等级", "评审等级", "评定等级"], .word(Words.grades)),
    Column<Int?>.optional("score", "分数", or: ["评分", "得分", "成绩"], .whole(0...100)),
    Column<String?>.optional("remarks", "评语", or: ["评审意见", "专家评语", "点评"], .text),
    Column<CivilDate?>.optional("reviewed_on", "评审日期", or: ["评审时间"], .date),
    Column<String?>.optional(
      "certificate", "合格证书编号", or: ["证书编号", "证书号", "合格证编号", "certificate number"], .id),
    Column<CivilDate?>.optional("issued_on", "发证日期", or: ["发证时间", "颁证日期"], .date),
    make: NamedResult.init(trainee:name:grade:score:remarks:reviewedOn:certificate:issuedOn:))
}

/// Reads plan grades and certificates of a class.
package enum ResultsFile {
  /// The rows of a file, each a trainee of the class once; throws where it is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, members: ClassMembers
  ) throws(WorkbookError) -> FileReading<ResultRow> {
    let source = try TableFile(bytes, file: file, columns: Tables.results.columns)
    var table = TableReader.rows(Tables.results, of: source.csv, file: source.place)
    var lines: [String: Int] = [:]
    var numbers: [String: Int] = [:]
    var rows: [(line: Int, row: ResultRow)] = []
    for (number, row) in Array(table.sound) {
      let line = table.lines[number]
      let place = row.trainee == nil ? "name" : "trainee"
      guard case .known(let trainee) = members.trainee(id: row.trainee, name: row.name) else {
        if case .problem(let problem, let expected) = members.trainee(id: row.trainee, name: row.name) {
          table.report(.error, row: number, place, found: row.trainee, problem: problem, expected: expected)
        }
        continue
      }
      if let first = lines.updateValue(line, forKey: trainee) {
        table.report(
          .error, row: number, place, found: trainee,
          problem: Wording(zh: "与第 \(first) 行是同一学员", en: "the same trainee as on line \(first)"),
          expected: Wording(zh: "每人应只有一行", en: "expected each person once"))
        continue
      }
      if let certificate = row.certificate, let first = numbers.updateValue(line, forKey: certificate) {
        table.report(
          .error, row: number, "certificate", found: certificate,
          problem: Wording(zh: "与第 \(first) 行的证书编号相同", en: "the number on line \(first)"),
          expected: Wording(zh: "证书编号不得重复", en: "expected each number once"))
        continue
      }
      if row.certificate != nil, row.issuedOn == nil {
        table.report(
          .error, row: number, "issued_on",
          problem: Wording(zh: "有证书编号而没有发证日期", en: "a certificate without a date"),
          expected: Wording(zh: "请填写发证日期", en: "give the day of issue"))
        continue
      }
      rows.append(
        (
          line,
          ResultRow(
            trainee: trainee, grade: row.grade, score: row.score, remarks: row.remarks,
            reviewedOn: row.reviewedOn, certificate: row.certificate, issuedOn: row.issuedOn)
        ))
    }
    let reading = FileReading(table)
    return FileReading(rows: rows, problems: reading.problems, rowsRead: reading.rowsRead)
  }
}
