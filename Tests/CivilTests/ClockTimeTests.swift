import Civil
import Testing

@Suite struct ClockTimeTests {
  @Test(arguments: [("08:30", 510), ("8:30", 510), ("00:00", 0), ("23:59", 1439)])
  func `a time of day is minutes after midnight`(text: String, minutes: Int) {
    #expect(ClockTime(text)?.minutes == minutes)
    #expect(ClockTime(minutes: minutes).description == (text.count == 4 ? "0" + text : text))
  }

  @Test(arguments: ["24:00", "08:60", "8", "08:3", "008:30", "8:30:00", "-1:30", ":30", "8：30", ""])
  func `what is no time of day is refused`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test func `period k of a block starts after k minus one periods and breaks`() throws {
    let block = Block(id: "AM", start: try #require(ClockTime("08:30")), periods: 4)
    #expect(block.minutes(first: 1, count: 1) == 510..<555)
    #expect(block.minutes(first: 1, count: 4) == 510..<720)
    #expect(block.minutes(first: 3, count: 2) == 620..<720)
  }

  @Test func `a moment keeps its date before 1970 too`() throws {
    let date = try #require(CivilDate("1969-12-31"))
    let moment = CivilMoment(date, ClockTime(minutes: 1439))
    #expect(moment.minutesSinceEpoch == -1)
    #expect(moment.description == "1969-12-31 23:59")
    #expect(moment.date == date)
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Language.chinese), (["LANG": "en_GB.UTF-8"], .english), ([:], .english),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": "C"], .english), (["LANG": "C", "LC_MESSAGES": "zh_CN"], .chinese),
    (["LANG": "zh_CN.UTF-8", "LC_ALL": ""], .chinese),
  ])
  func `the language follows the environment`(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
