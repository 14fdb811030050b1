import Civil
import Testing

@Suite struct WeeklyPatternTests {
  static let blocks = ["AM", "PM", "EVE"]

  /// The open blocks as `Mon AM` words, in the order of the week.
  static func open(_ text: String) throws -> [String] {
    let pattern = try WeeklyPattern(text, blocks: blocks)
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    return Weekday.allCases.flatMap { day in
      blocks.filter { pattern.opens($0, on: day) }.map { names[day.rawValue] + " " + $0 }
    }
  }

  @Test(arguments: [
    ("Sat AM", ["Sat AM"]),
    ("sat,SUN PM", ["Sat PM", "Sun PM"]),
    ("Sat, Sun PM", ["Sat PM", "Sun PM"]),
    ("Saturday AM, PM", ["Sat AM", "Sat PM"]),
    ("Mon AM; Sat EVE", ["Mon AM", "Sat EVE"]),
    ("Mon AM；Mon PM;", ["Mon AM", "Mon PM"]),
    ("Weekend EVE", ["Sat EVE", "Sun EVE"]),
    ("Sat", ["Sat AM", "Sat PM", "Sat EVE"]),
    ("Sat-Mon AM", ["Mon AM", "Sat AM", "Sun AM"]),
    ("周六 上午", ["Sat AM"]),
    ("周六上午", ["Sat AM"]),
    ("周六下午、晚上", ["Sat PM", "Sat EVE"]),
    ("周六日 晚上", ["Sat EVE", "Sun EVE"]),
    ("周六、日 晚上", ["Sat EVE", "Sun EVE"]),
    ("周一三 AM", ["Mon AM", "Wed AM"]),
    ("星期天 晚间", ["Sun EVE"]),
    ("礼拜日 EVE", ["Sun EVE"]),
    ("周五至周日 上午", ["Fri AM", "Sat AM", "Sun AM"]),
    ("周五到日上午", ["Fri AM", "Sat AM", "Sun AM"]),
    ("周末 上午，下午", ["Sat AM", "Sat PM", "Sun AM", "Sun PM"]),
  ])
  func `days and blocks are read in English and Chinese`(text: String, expected: [String]) throws {
    #expect(try Self.open(text) == expected)
  }

  @Test(arguments: ["Mon-Fri AM", "Weekday AM", "工作日 上午", "周一至周五 上午", "周一至五 上午", "周一－周五上午", "平日 AM"])
  func `the working week has many names`(text: String) throws {
    #expect(try Self.open(text) == ["Mon AM", "Tue AM", "Wed AM", "Thu AM", "Fri AM"])
  }

  @Test(arguments: ["", "  ", ";", "Daily", "每天", "Mon-Sun", "Daily AM,PM,EVE", "周一至周日"])
  func `blank is always and so is every day`(text: String) throws {
    #expect(try Self.open(text).count == 21)
  }

  @Test(arguments: [
    ("Mo AM", PatternError.Kind.unknownDay, "Mo"), ("AM", .unknownDay, "AM"), ("周八 上午", .unknownDay, "周八"),
    ("Mon NIGHT", .unknownBlock, "NIGHT"), ("Mon AM Tue PM", .unknownBlock, "Tue"),
    ("周一 凌晨", .unknownBlock, "凌晨"), ("Mon am", .unknownBlock, "am"), ("周", .unknownDay, "周"),
  ])
  func `the first piece that names nothing is reported`(text: String, kind: PatternError.Kind, found: String)
  {
    let error = #expect(throws: PatternError.self) { try WeeklyPattern(text, blocks: Self.blocks) }
    #expect(error?.kind == kind)
    #expect(error?.found == found)
  }

  @Test func `Chinese block ids come before the names of the usual blocks`() throws {
    let pattern = try WeeklyPattern("周六 上午", blocks: ["上午", "AM"])
    #expect(pattern.opens("上午", on: .saturday))
    #expect(!pattern.opens("AM", on: .saturday))
  }

  @Test func `a make-up day opens what Monday to Friday all open`() throws {
    let saturday = try #require(CivilDate("2026-02-28"))
    var calendar = WorkingCalendar()
    calendar.add(.init(kind: .makeUpDay, name: "春节"), on: saturday)
    let dayTime = try WeeklyPattern("Mon-Fri AM; Mon-Thu PM", blocks: Self.blocks)
    #expect(dayTime.opens("AM", on: saturday, in: calendar))
    #expect(!dayTime.opens("PM", on: saturday, in: calendar))
    #expect(!dayTime.opens("AM", on: saturday + 1, in: calendar))
    let weekend = try WeeklyPattern("Weekend", blocks: Self.blocks)
    #expect(!weekend.opens("AM", on: saturday, in: calendar))
    #expect(weekend.opens("AM", on: saturday + 1, in: calendar))
  }
}
