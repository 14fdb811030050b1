package import Civil
import Cohorts
import Courses

/// A wish to start a business as a survey's file names it (意愿摸底).
package struct IntentRow: Hashable, Sendable {
  package let name: String
  /// Mended and sound, or nil.
  package var idNumber: String?
  package let phone: String?
  /// The code of the area; nil: none, or only a name.
  package let area: AreaCode?
  package let categories: [String]
  package let wish: String
  package let industry: String?
  /// The programme asked for (`SYB` …).
  package let programme: String?
  /// Own money, in yuan.
  package let capital: Int?
  package let skill: String?
  package let yearsAway: Int?
  /// Points of the self-test, 0 to 100.
  package let selfTest: Int?
  package let surveyedOn: CivilDate
}

extension CellReader<AreaCode> {
  /// The code of an area (GB/T 2260 and the statistical codes below it).
  static var areaCode: Self {
    CellReader { (text, _) throws(CellFault) in
      guard let area = AreaCode(text.folded.withoutTextMark) else {
        throw CellFault(
          problem: Wording(zh: "不是区划代码", en: "not the code of an area"),
          expected: Wording(
            zh: "应为 6、9 或 12 位数字，如 610113", en: "expected 6, 9 or 12 digits such as 610113"))
      }
      return area
    }
  }
}

extension CellReader<Int> {
  /// Yuan, also in ten thousands: `50000`, `5万`, `5 万元`, `1.5万`.
  static var yuan: Self {
    CellReader { (text, notes) throws(CellFault) in
      let plain = text.folded.withoutTextMark.filter {
        !$0.isWhitespace && $0 != "," && $0 != "元" && $0 != "¥"
      }
      if let number = plain.dropping(suffix: "万"), let value = Double(number), (0...100_000).contains(value) {
        return Int((value * 10_000).rounded())
      }
      return try CellReader<Int>.whole(0...1_000_000_000).read(plain, &notes)
    }
  }
}

extension Tables {
  /// The register of wishes (创业意愿摸底表), one row a person.
  static let intents = TableDescription<IntentRow>(
    TableTitle("intents", "创业意愿摸底", or: ["意愿摸底", "意愿摸底表", "创业意愿登记表"]), key: [],
    columns: Column<String?>.optional("number", "序号", or: ["no", "no."], .anything),
    Column<String>("name", "姓名", .text, isPrivate: true),
    Column<String?>.optional(
      "id_number", "身份证号码", or: ["身份证号", "身份证", "公民身份号码", "证件号码"], .text, isPrivate: true),
    Column<String?>.optional(
      "phone", "联系电话", or: ["电话", "手机", "手机号", "手机号码", "tel"], .phone, isPrivate: true),
    Column<AreaCode?>.optional("area", "区域", or: ["区划代码", "行政区划", "所在区域", "户籍所在地"], .areaCode),
    Column<[String]>("category", "人员类别", or: ["类别"], .categories, default: []),
    Column<String>("wish", "创业意向", or: ["意向项目", "创业项目", "创业意愿", "想做什么"], .text),
    Column<String?>.optional("industry", "行业", or: ["意向行业"], .text),
    Column<Course.Programme?>.optional(
      "programme", "培训需求", or: ["培训项目", "希望参加的培训", "意向课程", "program"], .word(Words.programmes)),
    Column<Int?>.optional("capital", "自有资金(元)", or: ["自有资金", "启动资金", "资金"], .yuan),
    Column<String?>.optional("skill", "技能特长", or: ["技能", "特长"], .text),
    Column<Int?>.optional("years_away", "外出务工年限", or: ["务工年限", "外出年限"], .whole(0...80)),
    Column<CivilDate>("surveyed_on", "摸底日期", or: ["调查日期", "登记日期", "日期"], .date),
    Column<Int?>.optional("self_test", "自我测评得分", or: ["测评得分", "自测得分", "创业潜能测评"], .whole(0...100))
  ) {
    _, name, idNumber, phone, area, categories, wish, industry, programme, capital, skill, yearsAway,
    surveyedOn, selfTest in
    IntentRow(
      name: name, idNumber: idNumber, phone: phone, area: area, categories: categories, wish: wish,
      industry: industry, programme: programme?.rawValue, capital: capital, skill: skill,
      yearsAway: yearsAway, selfTest: selfTest, surveyedOn: surveyedOn)
  }
}

/// Reads the register of wishes.
package enum IntentFile {
  /// The rows of a file; an identity number that is not sound is a warning and is left out, as a survey proves nothing.
  ///
  /// Throws where the file is a workbook that cannot be opened.
  package static func read(
    _ bytes: [UInt8], file: String, today: CivilDate
  ) throws(WorkbookError) -> FileReading<IntentRow> {
    let source = try TableFile(bytes, file: file, columns: Tables.intents.columns)
    var table = TableReader.rows(Tables.intents, of: source.csv, file: source.place)
    var lines: [String: Int] = [:]
    for number in table.rows.indices {
      var row = table.rows[number]
      if row.surveyedOn > today {
        table.report(
          .error, row: number, "surveyed_on", found: row.surveyedOn.description,
          problem: Wording(zh: "日期在将来", en: "a date in the future"),
          expected: Wording(zh: "应不晚于今天 \(today)", en: "expected no day after today, \(today)"))
      }
      guard let text = row.idNumber else { continue }
      do throws(ResidentID.Flaw) {
        row.idNumber = try ResidentID.reading(text).id.number
        if let id = row.idNumber, let first = lines.updateValue(table.lines[number], forKey: id) {
          table.report(
            .error, row: number, "id_number", found: Masking.masked(text),
            problem: Wording(zh: "与第 \(first) 行是同一人", en: "the same person as on line \(first)"),
            expected: Wording(zh: "每人应只有一行", en: "expected each person once"))
        }
      } catch {
        row.idNumber = nil
        table.report(
          .warning, row: number, "id_number", found: Masking.masked(text), problem: error.problem,
          expected: Wording(zh: "号码未采用，请核对", en: "the number is left out: compare it with the card"))
      }
      table.replace(row: number, by: row)
    }
    return FileReading(table)
  }
}
