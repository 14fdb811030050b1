import Civil
import Cohorts
import Interchange
import Testing

/// Roster files by themselves; all people and numbers are made up (area 999999 does not exist).
@Suite struct RosterFileTests {
  private let header =
    "序号,姓名,性别,身份证号码,年龄,文化程度,户籍所在地,户籍性质,人员类别,证件名称及编号,联系电话,创业意向,是否享受过同类补贴,备注\n"

  private func read(_ rows: String, header: String? = nil) throws -> FileReading<RosterRow> {
    try RosterFile.read(
      Array(((header ?? self.header) + rows).utf8), file: "roster.csv", classes: ["C1"],
      today: try #require(CivilDate("2026-03-02")))
  }

  private func texts(_ reading: FileReading<RosterRow>) -> [String] {
    reading.problems.map { $0.text(in: .english) }
  }

  @Test func `the opening roster in its official columns reads without a word`() throws {
    let reading = try read(
      "1,虚构甲,女,999999199001010024,36,大专,示例县,农村,返乡农民工、毕业5年内高校毕业生,毕业证书：示例0001；就业创业证 9999990000000001,00000000001,A0141 蔬菜种植,否,\n"
    )
    #expect(texts(reading) == [])
    let row = try #require(reading.rows.first?.row)
    #expect(row.categories == ["returning_migrant", "graduate_5"])
    #expect(row.papers.map(\.kind) == ["毕业证书", "就业创业证"])
    #expect(row.papers.map(\.reference) == ["示例0001", "9999990000000001"])
    #expect((row.education, row.household, row.sex, row.hadSubsidy) == (.college, .rural, .female, false))
  }

  @Test func `numbers are mended where that is sure, and told`() throws {
    let reading = try read("1,虚构甲,,99999919900101OO24,,,,,其他,,,,,\n2,虚构乙,,999999 19900101 0032,,,,,其他,,,,,\n")
    #expect(reading.isSound)
    #expect(reading.rows.map(\.row.idNumber) == ["999999199001010024", "999999199001010032"])
    #expect(texts(reading).count == 2)
    #expect(reading.problems.allSatisfy { !($0.found ?? "").contains("1990") })
  }

  @Test func `a number that a spreadsheet spoilt is an error that says what to do`() throws {
    let reading = try read("1,虚构甲,,9.99999E+17,,,,,其他,,,,,\n2,虚构乙,,999999199001010000,,,,,其他,,,,,\n")
    #expect(reading.rows.isEmpty)
    #expect(
      texts(reading) == [
        "roster.csv:2: id_number: a spreadsheet has turned it into a quantity such as 3.2E+17, found 9****7: "
          + "the digits are lost: make the column text and type it from the card",
        "roster.csv:3: id_number: a spreadsheet has set its last three digits to 000, found 9****0: "
          + "the digits are lost: make the column text and type it from the card",
      ])
  }

  @Test func `what contradicts the number is warned of, and one person stands once`() throws {
    let reading = try read(
      "1,虚构甲,男,999999199001010024,50,,,,其他,,,,,\n2,虚构丙,,999999199001010024,,,,,其他,,,,,\n")
    #expect(
      texts(reading) == [
        "roster.csv:2: sex: not the sex that the identity number gives, found 男: the number's is taken: female",
        "roster.csv:2: age: not the age that the identity number gives, found 50: the number's is taken: 36 years",
        "roster.csv:3: id_number: the same person as on line 2, found 9****4: expected each person once",
      ])
    #expect(reading.rows.map(\.row.name) == ["虚构甲"])
  }

  @Test func `all problems are told at once, and a class must be known`() throws {
    let reading = try read(
      "T1,虚构甲,,bad\nT1,虚构乙,博士后,C9\n", header: "学员编号,姓名,文化程度,班级\n")
    #expect(
      texts(reading).first
        == "roster.csv:1: category: a required column is missing: expected a header category or 人员类别")
    let classes = try read("虚构甲,其他,C9\n虚构乙,其他,C1\n", header: "姓名,人员类别,班级\n")
    #expect(texts(classes).filter { $0.contains("no such class") }.count == 1)
    #expect(classes.rows.map(\.row.classID) == ["C1"])
  }

  @Test func `a travel permit is a document of its own`() throws {
    let reading = try read("1,虚构甲,,H00000000,,,,,其他,,,,,\n")
    #expect(texts(reading) == [])
    #expect(reading.rows.first?.row.idNumber == "H00000000")
    #expect(reading.rows.first?.row.residentID == nil)
  }

  @Test func `an unknown word of schooling names the words that are known`() throws {
    let reading = try read("1,虚构甲,,,,博士后,,,其他,,,,,\n")
    #expect(!reading.isSound)
    #expect(texts(reading).contains { $0.contains("expected one of none, primary, middle") })
  }

  @Test func `notes under a table are no rows, and a file that is neither workbook nor text says so`() throws
  {
    let text = "姓名,人员类别\n虚构甲,其他\n前两列请勿改动。困难可填多项：亏损。,\n,\n填表____________\n"
    let reading = try RosterFile.read(
      Array(text.utf8), file: "r.csv", classes: [], today: CivilDate(daysSinceEpoch: 20_500))
    #expect(reading.rows.count == 1 && reading.isSound)
    let noise = (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 7 % 31) }
    #expect(throws: WorkbookError.noTable) {
      try RosterFile.read(noise, file: "r.xlsx", classes: [], today: CivilDate(daysSinceEpoch: 20_500))
    }
  }
}
