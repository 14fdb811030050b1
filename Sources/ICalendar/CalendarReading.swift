package import Civil

/// What a person's calendar says of a window of days.
package struct CalendarReading: Hashable, Sendable {
  /// The busy stretches, merged, in order, clipped to the window, in minutes of the centre's wall clock.
  package let busy: [BusyTime]
  /// Occurrences in the window, free ones too.
  package let occurrences: Int
  /// VEVENT components of the file, those outside the window and the skipped ones too.
  package let events: Int
  /// From the first to the last day that an occurrence in the window touches; nil where there is none.
  package let span: ClosedRange<CivilDate>?
  /// What could not be read, or not be trusted; a skipped event never makes its time free without a word here.
  package let skipped: [SkippedItem]

  package init(
    busy: [BusyTime], occurrences: Int, events: Int, span: ClosedRange<CivilDate>?, skipped: [SkippedItem]
  ) {
    self.busy = busy
    self.occurrences = occurrences
    self.events = events
    self.span = span
    self.skipped = skipped
  }
}

/// An event, or a part of one, that was not taken as it stands.
package struct SkippedItem: Hashable, Sendable {
  /// The physical line on which the event begins, from 1.
  package let line: Int
  package let reason: Wording

  package init(line: Int, reason: Wording) {
    self.line = line
    self.reason = reason
  }
}
