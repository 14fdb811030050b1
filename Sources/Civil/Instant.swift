/// A point in time, independent of any zone, in whole seconds: what a feed and an audit entry are stamped with.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  /// Seconds since 1970-01-01 00:00 UTC, without leap seconds.
  package let secondsSinceEpoch: Int

  package init(secondsSinceEpoch: Int) {
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSinceEpoch < right.secondsSinceEpoch
  }
}
