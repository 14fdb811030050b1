package import Civil

/// Whole hours of a week, of which it has 168.
package struct WeekHours: Hashable, Sendable {
  /// Hour h of weekday d (Monday 0) is bit 24 d + h, 64 in each word.
  private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)

  package init() {}

  /// The hours that blocks open on the weekdays of a pattern touch wholly or in part.
  package init(_ pattern: WeeklyPattern, blocks: [Block]) {
    for day in Weekday.allCases {
      for block in blocks where pattern.opens(block.id, on: day) {
        let minutes = block.minutes(first: 1, count: block.periods)
        guard minutes.lowerBound < minutes.upperBound else { continue }
        insert(day, hours: minutes.lowerBound / 60..<min(24, (minutes.upperBound + 59) / 60))
      }
    }
  }

  package mutating func insert(_ day: Weekday, hours: Range<Int>) {
    for hour in hours.clamped(to: 0..<24) {
      let bit = 24 * day.rawValue + hour
      switch bit / 64 {
      case 0: words.0 |= 1 << UInt64(bit)
      case 1: words.1 |= 1 << UInt64(bit - 64)
      default: words.2 |= 1 << UInt64(bit - 128)
      }
    }
  }

  package var isEmpty: Bool { words == (0, 0, 0) }
  package var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount
  }

  package func intersection(_ other: WeekHours) -> WeekHours {
    var both = WeekHours()
    both.words = (words.0 & other.words.0, words.1 & other.words.1, words.2 & other.words.2)
    return both
  }

  package static func == (left: WeekHours, right: WeekHours) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
  }
}
