import Civil
import Testing

@testable import ICalendar

@Suite struct FeedTests {
  @Test func `a feed is what feeds_md asks for`() throws {
    let bytes = try Feed.example().text()
    print(String(decoding: bytes, as: UTF8.self))
  }
}

extension Feed {
  static func example(
    name: String = "李老师(样例)的课表", zone: String = "Asia/Shanghai", _ events: [FeedEvent] = [.example()]
  ) -> Feed {
    Feed(name: name, description: "创业苗圃样例; 日历可能延迟数小时更新", zone: zone, events: events)
  }
}

extension FeedEvent {
  static func example(
    uid: String = "s1@seedbed", sequence: Int = 0, summary: String = "SYB 第1步: 评估自己, 能力; 与想法",
    description: String? = nil, url: String? = "https://example.org/s/1", status: Status = .confirmed,
    day: Int = 0
  ) -> FeedEvent {
    FeedEvent(
      uid: uid, sequence: sequence, revised: Instant(secondsSinceEpoch: 1_770_000_000),
      date: CivilDate(daysSinceEpoch: 20_514 + day), start: ClockTime(minutes: 510),
      end: ClockTime(minutes: 720), summary: summary, location: "A座 301",
      coordinates: Coordinates(latitude: 34.22, longitude: 108.95), description: description,
      categories: ["SYB", "创业培训"], url: url, status: status)
  }
}
