package import Civil
package import Interchange
package import Planning
package import Scheduling

/// What a training centre does, over one database file.
package final class Centre: Sendable {
  let environment: CentreEnvironment

  /// Opens or makes the database and the key beside it (`<database>.key`).
  package init(database path: String, environment: CentreEnvironment) throws(CentreError) {
    self.environment = environment
  }

  /// Stores a bundle in place of the one before: all of it or nothing.
  ///
  /// - Parameter source: where it came from, for the ledger.
  /// - Throws: `unsoundBundle` where the reading has no bundle.
  package func importBundle(_ reading: BundleReading, source: String) throws(CentreError) -> ImportSummary {
    throw .noBundle
  }

  /// Makes a draft timetable and stores it, also where some sessions found no place.
  ///
  /// The published timetable, if there is one, is the `previous` from which each move costs.
  /// - Parameters:
  ///   - progress: called about ten times a second.
  ///   - stop: asked often; true ends the search with the best so far.
  package func plan(
    _ limits: SearchLimits, weights: Weights = .standard,
    progress: (@Sendable (SearchProgress) -> Void)? = nil, stop: (@Sendable () -> Bool)? = nil
  ) throws(CentreError) -> DraftSummary {
    throw .noBundle
  }

  /// All drafts, the newest first.
  package func drafts() throws(CentreError) -> [DraftSummary] {
    throw .noBundle
  }

  /// Puts a draft in force and revises the sessions that changed, in one transaction.
  ///
  /// - Parameters:
  ///   - id: nil: the newest draft.
  ///   - incomplete: publish also a draft that lacks sessions; those published before are then cancelled.
  /// - Throws: `draftBreaksRules` where the draft, judged again by the present facts, breaks a hard rule.
  package func publish(draft id: Int? = nil, incomplete: Bool = false) throws(CentreError)
    -> PublicationSummary
  {
    throw .noDraft
  }

  /// The sessions of a subject, with the names to show them by.
  ///
  /// - Parameter published: the timetable in force; false: the newest draft.
  package func timetable(
    of subject: Subject, week: ISOWeek? = nil, published: Bool = true
  ) throws(CentreError) -> SubjectTimetable {
    throw .noBundle
  }

  /// All rows of the timetable in force or of the newest draft, as timetable.csv holds them.
  package func rows(published: Bool = true) throws(CentreError) -> [TimetableRow] {
    throw .noBundle
  }

  /// Writes one .ics file per person, class, room and trainee, one for the centre, and index.csv, which lists them.
  ///
  /// Files are replaced in one step each and left untouched where nothing in them changed.
  package func writeFeeds(to folder: String) throws(CentreError) -> FeedSummary {
    throw .nothingPublished
  }

  /// Writes a copy of the database, as it stands, to a file that does not exist yet; the key is not in it.
  package func backUp(to path: String) throws(CentreError) {
    throw .noBundle
  }
}
