import Civil
package import Interchange
import Logging
package import Planning
package import Scheduling
import Store

/// What a training centre does, over one database file.
package final class Centre: Sendable {
  let environment: CentreEnvironment
  let store: CentreStore
  let log = Logger(label: "Centre")

  /// Opens or makes the database and the key beside it (`<database>.key`).
  package init(database path: String, environment: CentreEnvironment) throws(CentreError) {
    self.environment = environment
    do throws(StoreError) {
      store = try CentreStore(path: path, randomBytes: environment.randomBytes)
    } catch {
      throw .store(error)
    }
  }

  private init(_ store: CentreStore, environment: CentreEnvironment) {
    self.environment = environment
    self.store = store
  }

  /// Does several things as one step: all of them, or nothing where one throws or the program ends in the middle.
  ///
  /// The centre that `body` is given sees what was written before in the step, and must not be kept. What is told to the
  /// log belongs after the step.
  func inOneStep<Value>(_ body: (Centre) throws(CentreError) -> Value) throws(CentreError) -> Value {
    try stored { store throws(StoreError) in
      try store.inOneStep { store throws(CentreError) in
        try body(Centre(store, environment: environment))
      }
    }.get()
  }

  /// Stores a bundle in place of the one before: all of it or nothing.
  ///
  /// `source` says where it came from, for the ledger. Throws `unsoundBundle` where the reading has no bundle.
  package func importBundle(_ reading: BundleReading, source: String) throws(CentreError) -> ImportSummary {
    guard let bundle = reading.bundle else {
      throw .unsoundBundle(errors: reading.problems.count(where: \.isError))
    }
    let tables = reading.tables.map { ImportedTable(name: $0.table, rows: $0.rowsRead) }
    let stamp = stamp
    let isReplacement = try stored { store throws(StoreError) in
      try store.replaceFacts(
        with: bundle, source: source, tables: tables, stamp: stamp,
        onRecordFrom: CivilDate(of: stamp.at, zone: bundle.centre.timeZone))
    }
    log.notice(
      "bundle imported",
      metadata: [
        "classes": "\(bundle.classes.count)", "people": "\(bundle.people.count)",
        "trainees": "\(bundle.trainees.count)", "replaced": "\(isReplacement)",
      ])
    return ImportSummary(
      centre: bundle.centre.name, source: source, tables: reading.tables, isReplacement: isReplacement)
  }

  /// Makes a draft timetable and stores it, also where some sessions found no place.
  ///
  /// The published timetable, if there is one, is the `previous` from which each move costs. `progress` is called
  /// about ten times a second; `stop` is asked often, and true ends the search with the best so far.
  package func plan(
    _ limits: SearchLimits, weights: Weights = .standard,
    progress: (@Sendable (SearchProgress) -> Void)? = nil, stop: (@Sendable () -> Bool)? = nil
  ) throws(CentreError) -> DraftSummary {
    let previous = try publishedRows()
    let arranged = try meetingsInForce(openOnly: false)
    let today = try today()
    // Guidance that was given stays where it was.
    let plan = Planner(try facts(with: arranged), fixed: arranged.filter { $0.date < today }).solve(
      limits, weights: weights, previous: previous, clock: environment.monotonic, progress: progress,
      stop: stop)
    let stamp = stamp
    let kept = try stored { store throws(StoreError) in
      try store.keep(plan, seed: limits.seed, stamp: stamp)
    }
    guard let kept else { throw .noBundle }
    log.notice(
      "draft kept",
      metadata: [
        "draft": "\(kept.id)", "seed": "\(limits.seed)", "steps": "\(plan.steps)",
        "sessions": "\(kept.sessions)", "unplaced": "\(kept.unplaced.count)", "score": "\(kept.total)",
      ])
    return kept
  }

  /// All drafts, the newest first.
  package func drafts() throws(CentreError) -> [DraftSummary] {
    try stored { store throws(StoreError) in try store.drafts() }
  }

  /// All rows of the timetable in force or of the newest draft, as timetable.csv holds them.
  package func rows(published: Bool = true) throws(CentreError) -> [TimetableRow] {
    try rows(ofDraft: shownDraft(published: published))
  }

  /// Writes a copy of the database, as it stands, to a file that does not exist yet; the key is not in it.
  package func backUp(to path: String) throws(CentreError) {
    try stored { store throws(StoreError) in try store.backUp(to: path) }
  }

  /// Who is at work, and the present time.
  var stamp: Stamp { Stamp(at: environment.now(), actor: environment.actor) }

  func stored<Value>(_ body: (CentreStore) throws(StoreError) -> Value) throws(CentreError) -> Value {
    do throws(StoreError) { return try body(store) } catch { throw .store(error) }
  }

  func facts() throws(CentreError) -> PlanningBundle {
    let facts = try stored { store throws(StoreError) in try store.facts() }
    guard let facts else { throw .noBundle }
    return facts
  }

  func publishedDraft() throws(CentreError) -> Int? {
    try stored { store throws(StoreError) in try store.publishedDraft() }
  }

  /// The draft in force, or the newest one.
  func shownDraft(published: Bool) throws(CentreError) -> Int {
    if published {
      guard let draft = try publishedDraft() else { throw .nothingPublished }
      return draft
    }
    guard let newest = try drafts().first else { throw .noDraft }
    return newest.id
  }

  func rows(ofDraft id: Int) throws(CentreError) -> [TimetableRow] {
    let rows = try stored { store throws(StoreError) in try store.rows(ofDraft: id) }
    guard let rows else {
      guard let newest = try drafts().first else { throw .noDraft }
      throw .noSuchDraft(id, newest: newest.id)
    }
    return rows
  }
}
