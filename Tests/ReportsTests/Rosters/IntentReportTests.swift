import Civil
import Cohorts
import Reports
import Testing

@Suite struct IntentReportTests {
  @Test func `the register counts what is asked for and hides phones`() throws {
    let day = try #require(CivilDate("2026-03-02"))
    let entry = Entry(on: day, by: "录入员甲")
    let intents = [
      Intent(
        id: "I1", name: "虚构甲", phone: "00000000001", categories: ["returning_migrant"], wish: "茶园",
        programme: "SYB", capital: 50_000, surveyedOn: day, entry: entry),
      Intent(id: "I2", name: "虚构乙", wish: "=网店", surveyedOn: day, entry: entry),
    ]
    let report = Report.intents(intents, asOf: day, disclosure: .masked)
    #expect(
      report.tables[0].rows == [
        [.words(Wording(zh: "未定", en: "none named")), .count(1)], [.text("SYB"), .count(1)],
      ])
    let first = report.tables[1].rows[0].map { $0.text(in: .chinese) }
    #expect(first[3] == "000****0001" && first[5] == "返乡农民工" && first[9] == "50,000.00")
    #expect(
      Report.intents(intents, asOf: day, disclosure: .full).tables[1].rows[0][3] == .text("00000000001"))
  }
}
