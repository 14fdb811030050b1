import Civil
import Interchange
import Testing

@Suite struct IntentFileTests {
  @Test func `a survey of wishes reads with odd numbers left out`() throws {
    let text = """
      序号,姓名,身份证号码,联系电话,区域,人员类别,创业意向,培训需求,自有资金(元),外出务工年限,摸底日期
      1,虚构甲,999999199001010024,00000000001,999999,返乡农民工,开茶园,SYB,5万,6年,2026-02-01
      2,虚构乙,999999199001010029,,999999,,开网店,网创,,,2026-02-01
      3,虚构丙,,,,,想法不清楚,,,,2026-04-01

      """
    let reading = try IntentFile.read(
      Array(text.utf8), file: "intents.csv", today: try #require(CivilDate("2026-03-02")))
    #expect(reading.rows.map(\.row.name) == ["虚构甲", "虚构乙"])
    #expect(reading.rows.map(\.row.capital) == [50_000, nil])
    #expect(reading.rows.map(\.row.programme) == ["SYB", "ONLINE"])
    #expect(reading.rows.map(\.row.yearsAway) == [6, nil])
    #expect(reading.rows.map(\.row.idNumber) == ["999999199001010024", nil])
    #expect(
      reading.problems.map { $0.text(in: .english) } == [
        "intents.csv:3: id_number: the check character does not fit, found 9****9: the number is left out: "
          + "compare it with the card",
        "intents.csv:4: surveyed_on: a date in the future, found 2026-04-01: expected no day after today, 2026-03-02",
      ])
  }
}
