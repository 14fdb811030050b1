import Foundation
import Testing

@Suite struct EventCommandTests {
  @Test func `an event is registered, its results recorded, and the quota counts it once`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let added = try ended.run(
      "event add --kind consultation --name 示例咨询日 --from 2026-05-10 --hours 09:00-16:00 --place 示例广场",
      "--host", "区人社局", "--host", "团区委")
    #expect(
      added.output == "E0001 示例咨询日 registered (consultation day), 2026-05-10 to 2026-05-10\n")
    let lost = try ended.run("event result E0001 --materials 0余份", status: 64)
    #expect(lost.errors.contains("has lost its digits"))
    let recorded = try ended.run("event result E0001 --reached 8,500 --consultations 320 --materials 4000份")
    #expect(
      recorded.output
        == "results of E0001 recorded: 8500 people, 320 consultations, 4000 materials, 0 awards\n")
    let list = try ended.run("event list --period 2026").output
    #expect(list.contains("consultation day") && list.contains("0.50"))
    let unknown = try ended.run("event result E0001 --award 一等奖:P001", status: 2)
    #expect(unknown.errors.contains("no project P001"))
    #expect(try ended.run("event show E0001").output.contains("8,500"))
    #expect(
      try ended.run("event add --kind 聚餐 --name a --from 2026-05-10 --place b --host c", status: 64)
        .errors.contains("contest"))
  }

  @Test func `public events are in the public feed, and those cancelled say so`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    let day = Self.day(later: 20)
    _ = try ended.run("event add --kind 咨询 --name 示例咨询日 --from \(day) --place 示例广场 --host 区人社局")
    _ = try ended.run("feed write --out feeds")
    let first = try ended.program.read("feeds/public.ics")
    #expect(first.contains("SUMMARY:示例咨询日") && first.contains("SEQUENCE:0"))
    _ = try ended.run("event cancel E0001 --reason 场地检修")
    _ = try ended.run("feed write --out feeds")
    let second = try ended.program.read("feeds/public.ics")
    #expect(second.contains("STATUS:CANCELLED") && second.contains("SEQUENCE:1"))
    #expect(try ended.program.read("feeds/index.csv").contains("public.ics,public,"))
    #expect(Self.uid(first) == Self.uid(second) && Self.uid(first) != nil)
    _ = try ended.run("event change E0001 --held --from \(Self.day(later: 21))")
    _ = try ended.run("feed write --out feeds")
    #expect(try ended.program.read("feeds/public.ics").contains("STATUS:CONFIRMED"))
  }

  @Test func `a ledger with lost digits is told and stores nothing`() throws {
    let ended = try EndedClass()
    defer { ended.program.remove() }
    try ended.program.write(
      "活动编号,活动类型,活动名称,开始日期,地点,主办单位,资料份数\nE1,咨询,示例咨询日,2026-05-01,广场,区人社局,0余份\n"
        + "E2,媒体,示例专栏,2026-05-02,日报,宣传部,4万余份\n", to: "e.csv")
    let wrong = try ended.run("event import e.csv", status: 2)
    #expect(wrong.errors.contains("e.csv:2") && wrong.errors.contains("lost"))
    #expect(try !ended.run("event list --period 2026").output.contains("示例专栏"))
    let part = try ended.run("event import e.csv --partial", status: 2)
    #expect(part.output == "events on record: 1 new, 0 changed, 0 as before\n")
    #expect(try ended.run("event show E2").output.contains("40,000"))
    _ = try ended.run("ledger export --out ledgers")
    #expect(try ended.program.read("ledgers/outreach_events.csv").contains("示例专栏"))
  }

  private static func day(later days: Int) -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyy-MM-dd"
    formatter.timeZone = TimeZone(identifier: "Asia/Shanghai")
    return formatter.string(from: Date(timeIntervalSinceNow: Double(days) * 86_400))
  }

  private static func uid(_ feed: String) -> String? {
    feed.split(separator: "\r\n").first { $0.hasPrefix("UID:") }.map(String.init)
  }
}
