import Civil
import Foundation
import GRDB
import Planning

extension CentreStore {
  /// Puts a draft in force and revises the sessions that differ from what was published, in one transaction.
  ///
  /// A session keeps its UID for life. SEQUENCE rises by one exactly when date, time, place, people or status
  /// change, and above what a trainee who is back was told when leaving; what did not change keeps SEQUENCE and
  /// revision time. The classes go on record with it, their trainees first. Nil where the draft does not exist.
  package func publish(
    _ publication: Publication, stamp: Stamp, onRecord: ClassesOnRecord? = nil
  ) throws(StoreError) -> PublicationCounts? {
    try write { db in
      guard let centre = try Self.centreID(db),
        let draft = try Self.draftID(publication.draft, db, centre)
      else { return nil }
      var scribe = scribe(for: centre, at: stamp.at)
      let last = try Int.fetchOne(
        db, sql: "SELECT max(number) FROM publication WHERE centreID = ?", arguments: [centre])
      let row = scribe.ids.next()
      try db.execute(
        sql: """
          INSERT INTO publication (id, centreID, number, draftID, publishedAt, publishedBy, planFrom, planTo)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          row, centre, (last ?? 0) + 1, draft, stamp.at.secondsSinceEpoch, stamp.actor,
          publication.planFrom, publication.planTo,
        ])
      var republishing = try Republishing(publication, row: row, at: stamp.at, db, scribe)
      try republishing.run()
      if let onRecord {
        let recording = RecordStamp(at: stamp.at, on: onRecord.day, by: stamp.actor)
        try Self.enter(onRecord.trainees, db, &scribe, recording)
        try Self.enter(onRecord.classes, db, &scribe, recording)
      }
      return republishing.counts
    }
  }

  /// The number of the draft in force; nil where nothing is published.
  package func publishedDraft() throws(StoreError) -> Int? {
    try read { db in try Self.lastPublication(db)?.decode(Int.self, forColumn: "draft") }
  }

  /// All that feeds are made from, in one state; nil where nothing is published.
  package func published() throws(StoreError) -> PublishedState? {
    try read { db in
      guard let row = try Self.lastPublication(db) else { return nil }
      let scribe = scribe(for: try row.decode(UUID.self, forColumn: "centreID"))
      return PublishedState(
        publication: try row.decode(Int.self, forColumn: "number"),
        draft: try row.decode(Int.self, forColumn: "draft"),
        published: Instant(secondsSinceEpoch: try row.decode(Int.self, forColumn: "publishedAt")),
        planFrom: try row.decode(CivilDate.self, forColumn: "planFrom"),
        planTo: try row.decode(CivilDate.self, forColumn: "planTo"),
        revisions: try StoredRevision.all(db, ofRows: StoredRevision.latest, scribe).map(\.revision),
        withdrawals: try WithdrawalRows.latest(db, scribe),
        roster: try PublishedRoster.current(db, scribe.centre),
        owners: try Self.owners(db, scribe.centre))
    }
  }

  private static func lastPublication(_ db: Database) throws -> Row? {
    guard let centre = try centreID(db) else { return nil }
    return try Row.fetchOne(
      db,
      sql: """
        SELECT publication.*, draft.number AS draft FROM publication JOIN draft ON draft.id = draftID
        WHERE publication.centreID = ? ORDER BY publication.number DESC LIMIT 1
        """, arguments: [centre])
  }

  private static func owners(_ db: Database, _ centre: UUID) throws -> [FeedOwner] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT kind, code, name, isCurrent, id FROM feedOwner WHERE centreID = ? ORDER BY kind, code",
      arguments: [centre])
    return try rows.compactMap { row in
      guard let kind = Audience.Kind(rawValue: try row.decode(String.self, atIndex: 0)) else { return nil }
      return FeedOwner(
        Audience(kind, try row.decode(String.self, atIndex: 1)),
        name: try row.decode(String.self, atIndex: 2),
        isCurrent: try row.decode(Bool.self, atIndex: 3),
        opaqueID: try row.decode(UUID.self, atIndex: 4).uuidString.lowercased())
    }
  }
}
