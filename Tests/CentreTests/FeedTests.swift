import Civil
import Foundation
import ICalendar
import Planning
import Store
import Testing

@testable import Centre

@Suite struct FeedTests {
  let example: ExampleCentre

  init() throws {
    example = try ExampleCentre()
    _ = try example.plan()
    _ = try example.centre.publish()
    _ = try example.centre.writeFeeds(to: example.feeds)
  }

  @Test func `no feed tells a number or an address of anybody`() throws {
    for file in try FileManager.default.contentsOfDirectory(atPath: example.feeds) {
      let text = try #require(example.feed(file))
      for secret in [ExampleBundle.idNumber, ExampleBundle.phone, "example.org"] {
        #expect(!text.contains(secret), "\(file)")
      }
      let tellsTrainees = file.hasPrefix("trainee-") || file == "index.csv"
      #expect(tellsTrainees || !["示例丁", "示例戊", "示例己"].contains(where: text.contains), "\(file)")
    }
  }

  @Test func `each audience is told what it needs`() throws {
    let trainee = try #require(example.feed("trainee-T1.ics"))
    #expect(trainee.contains("SUMMARY:SYB 第1班 · 评估市场 (2/2)\n"))
    #expect(trainee.contains("SUMMARY:导师辅导\n"))
    #expect(trainee.contains("LOCATION:东站 "))
    #expect(trainee.contains("DESCRIPTION:讲师：示例甲"))
    #expect(!trainee.contains("2 人"))
    let person = try #require(example.feed("person-P1.ics"))
    #expect(person.contains("班级：SYB 第1班，2 人"))
    #expect(person.contains("SUMMARY:学员 T1 · 导师辅导\n"))
    let rooms = (example.feed("room-R1.ics") ?? "") + (example.feed("room-R2.ics") ?? "")
    #expect(rooms.contains("SUMMARY:SYB 第1班 · 企业想法\n"))
    #expect(!rooms.contains("学员"))
    #expect(!rooms.contains("讲师："))
  }

  @Test func `one session has one identity in every feed`() throws {
    func identities(_ file: String) throws -> Set<String> {
      Set(
        try #require(example.feed(file)).split(separator: "\n").filter { $0.hasPrefix("UID:") }.map(
          String.init))
    }
    let centre = try identities("centre.ics")
    #expect(centre.count == 7)
    #expect(try identities("class-第1班.ics").isSubset(of: identities("trainee-T2.ics")))
    for file in try FileManager.default.contentsOfDirectory(atPath: example.feeds)
    where file.hasSuffix(".ics") {
      #expect(try identities(file).isSubset(of: centre), "\(file)")
    }
  }

  @Test func `what is near an expected holiday is tentative and says why`() throws {
    let first = try #require(example.feed("class-第1班.ics"))
    #expect(first.contains("STATUS:TENTATIVE"))
    #expect(first.contains("放假安排以国务院办公厅通知为准"))
    #expect(try #require(example.feed("class-第2班.ics")).contains("STATUS:TENTATIVE") == false)
  }

  @Test func `a feed read back is busy just when its sessions are`() throws {
    let bytes = try #require(FileManager.default.contents(atPath: example.feeds + "/person-P1.ics"))
    let from = try #require(CivilDate("2026-04-27"))
    let reading = try CalendarReader(zone: "Asia/Shanghai").busyTime(
      in: Array(bytes), source: "person-P1.ics", window: from...(from + 34))
    let rows = try example.centre.timetable(of: .person("P1")).entries.map(\.row)
    let minutes = reading.busy.reduce(0) {
      $0 + $1.upperBound.minutesSinceEpoch - $1.lowerBound.minutesSinceEpoch
    }
    #expect(minutes == rows.reduce(0) { $0 + $1.end.minutes - $1.start.minutes })
    #expect(reading.skipped.isEmpty)
  }

  @Test(arguments: [
    ("P1", "person-P1.ics"), ("../up", "person-%2E%2E%2Fup.ics"), ("甲 乙", "person-甲%20乙.ics"),
    ("", "person-.ics"), ("19900001234", "person-7.ics"), (String(repeating: "长", count: 60), "person-7.ics"),
    ("CON\u{0}", "person-CON%00.ics"), ("é", "person-%C3%A9.ics"),
  ])
  func `any id gives a safe file name`(id: String, file: String) {
    #expect(FeedFileName.name(of: FeedOwner(Audience(.person, id), name: "", opaqueID: "7")) == file)
  }
}
