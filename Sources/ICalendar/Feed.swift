/// A calendar to subscribe to: one person's, class's, room's or the centre's sessions.
package struct Feed: Hashable, Sendable {
  package let name: String
  package let description: String?
  /// The IANA zone of all its times.
  package let zone: String
  package let events: [FeedEvent]

  package init(name: String, description: String? = nil, zone: String, events: [FeedEvent]) {
    self.name = name
    self.description = description
    self.zone = zone
    self.events = events
  }

  /// The feed as iCalendar text (RFC 5545, RFC 7986) in UTF-8: the same bytes for the same values.
  ///
  /// Throws the first value that would break the feed for its subscribers.
  package func text() throws(FeedError) -> [UInt8] {
    throw .notWritten
  }
}
