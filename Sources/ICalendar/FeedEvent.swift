package import Civil

/// One entry of a calendar as subscribers see it: a session, or what is to be done on a day.
package struct FeedEvent: Hashable, Sendable {
  /// Whether the session is held (RFC 5545 3.8.1.11).
  package enum Status: String, CaseIterable, Sendable { case confirmed, tentative, cancelled }

  /// A place on earth, in degrees (WGS 84).
  package struct Coordinates: Hashable, Sendable {
    /// -90 to 90.
    package let latitude: Double
    /// -180 to 180.
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// From when to when, on one day.
  package struct Hours: Hashable, Sendable {
    package let start: ClockTime
    /// After the start.
    package let end: ClockTime

    package init(_ start: ClockTime, _ end: ClockTime) {
      self.start = start
      self.end = end
    }
  }

  /// Stable for the life of the session, the same in every feed; visible ASCII, at most 255 octets (RFC 7986 5.3).
  package let uid: String
  /// Counts the changes of time, place and status, from 0 (RFC 5545 3.8.7.4).
  package let sequence: Int
  /// When the stored session last changed: DTSTAMP and LAST-MODIFIED.
  package let revised: Instant
  /// The day in the feed's zone.
  package let date: CivilDate
  /// The last day of what is of several whole days; nil: it is of one.
  package let through: CivilDate?
  /// On the wall clock of the feed's zone; nil: it is of the whole day, and nobody is busy for it.
  package let hours: Hours?
  /// The title; a cancelled event is marked as such when the feed is written, unless the title says it.
  package let summary: String
  /// Whether the title itself says why it is cancelled.
  package let saysWhyCancelled: Bool
  package let location: String?
  package let coordinates: Coordinates?
  package let description: String?
  package let categories: [String]
  /// An absolute http or https address.
  package let url: String?
  package let status: Status

  package init(
    uid: String, sequence: Int, revised: Instant, date: CivilDate, through: CivilDate? = nil, hours: Hours?,
    summary: String, saysWhyCancelled: Bool = false, location: String? = nil, coordinates: Coordinates? = nil,
    description: String? = nil,
    categories: [String] = [], url: String? = nil, status: Status = .confirmed
  ) {
    self.uid = uid
    self.sequence = sequence
    self.revised = revised
    self.date = date
    self.through = through
    self.hours = hours
    self.summary = summary
    self.saysWhyCancelled = saysWhyCancelled
    self.location = location
    self.coordinates = coordinates
    self.description = description
    self.categories = categories
    self.url = url
    self.status = status
  }
}
