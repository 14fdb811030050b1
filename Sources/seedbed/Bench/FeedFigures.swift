import Centre
import Civil
import Interchange
import Scheduling

/// How fast the feeds of a bundle are written.
struct FeedFigures {
  /// After the name of the bundle, a cell for each head.
  let cells: [String]

  static let heads = [
    Wording(zh: "数据包", en: "bundle"), Wording(zh: "日历", en: "feeds"), Wording(zh: "日程", en: "events"),
    Wording(zh: "每万日程秒", en: "s per 10,000"),
  ]

  /// Plans a sound bundle in a database that does not exist yet; the feeds go beside it.
  init(_ reading: BundleReading, database: String) throws {
    let centre = try Centres.open(database)
    _ = try centre.importBundle(reading, source: "bench")
    _ = try centre.plan(SearchLimits(seconds: 3))
    _ = try centre.publish(draft: nil, incomplete: true)
    let (feeds, seconds) = try Stopwatch.time { try centre.writeFeeds(to: database + "-feeds") }
    let events = max(1, feeds.events)
    cells = ["\(feeds.feeds)", "\(feeds.events)", Numbers.seconds(seconds * 10_000 / Double(events))]
  }
}
