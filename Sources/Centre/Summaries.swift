package import Civil
package import Interchange

/// What an import has stored.
package struct ImportSummary: Sendable {
  package let centre: String
  /// Where the bundle came from, as the caller names it.
  package let source: String
  /// One entry per table of FORMATS.md, in its order.
  package let tables: [TableCount]
  /// Whether it replaced the facts of an earlier import.
  package let isReplacement: Bool
}

/// What publishing a draft changed, in sessions.
package struct PublicationSummary: Sendable {
  package let draft: Int
  package let published: Instant
  /// Published for the first time, or again after they were cancelled.
  package let new: Int
  /// Date, time, place, people or status differ from what was published before.
  package let changed: Int
  /// Only names or head counts differ: calendars see a new text, not a change of plan.
  package let reworded: Int
  /// No longer in the timetable.
  package let cancelled: Int
  package let unchanged: Int
  /// Sessions of the bundle that the timetable lacks.
  package let missing: Int
}

/// What writing the feeds has done.
package struct FeedSummary: Sendable {
  package let folder: String
  /// Feeds in the folder now.
  package let feeds: Int
  /// Feeds whose file is new or has other content than before.
  package let written: Int
  package let unchanged: Int
  /// Files of feeds that no longer exist, taken away.
  package let removed: Int
  /// Events over all the feeds.
  package let events: Int
  /// The file that lists them, in the folder.
  package let index: String
}
