import Civil
import Foundation
import GRDB
package import Planning

extension CentreStore {
  /// Keeps a draft timetable, complete or not, and gives it the next number; nil before the first import.
  package func keep(_ plan: PlanResult, seed: UInt64, stamp: Stamp) throws(StoreError) -> DraftSummary? {
    try keep(
      rows: plan.rows, unplaced: plan.unplaced, cost: plan.judgement.cost, seed: seed, steps: plan.steps,
      stamp: stamp)
  }

  /// Keeps the parts of a draft timetable.
  package func keep(
    rows: [TimetableRow], unplaced: [UnplacedSession], cost: [SoftCost], seed: UInt64, steps: Int,
    stamp: Stamp
  ) throws(StoreError) -> DraftSummary? {
    try write { db in
      guard let centre = try Self.centreID(db) else { return nil }
      var scribe = scribe(for: centre, at: stamp.at)
      let last = try Int.fetchOne(
        db, sql: "SELECT max(number) FROM draft WHERE centreID = ?", arguments: [centre])
      let number = (last ?? 0) + 1
      let draft = scribe.ids.next()
      try db.execute(
        sql: """
          INSERT INTO draft (id, centreID, number, madeAt, madeBy, seed, steps) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          draft, centre, number, stamp.at.secondsSinceEpoch, stamp.actor, Int64(bitPattern: seed), steps,
        ])
      try Self.sessions(of: draft).insert(rows, db, &scribe)
      try Self.unplaced(of: draft).insert(unplaced, db, &scribe)
      try Self.cost(of: draft).insert(cost, db, &scribe)
      return DraftSummary(
        id: number, made: stamp.at, madeBy: stamp.actor, seed: seed, steps: steps, sessions: rows.count,
        unplaced: unplaced, cost: cost, isPublished: false)
    }
  }

  /// All drafts, the newest first.
  package func drafts() throws(StoreError) -> [DraftSummary] {
    try read { db in
      guard let centre = try Self.centreID(db) else { return [] }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT draft.*, (SELECT count(*) FROM draftSession WHERE draftID = draft.id) AS sessions,
            draft.id IS (SELECT draftID FROM publication WHERE centreID = :centre ORDER BY number DESC LIMIT 1)
              AS isPublished
          FROM draft WHERE centreID = :centre ORDER BY number DESC
          """, arguments: ["centre": centre])
      let scribe = scribe(for: centre)
      return try rows.map { row in
        let draft = try row.decode(UUID.self, forColumn: "id")
        return DraftSummary(
          id: try row.decode(Int.self, forColumn: "number"),
          made: Instant(secondsSinceEpoch: try row.decode(Int.self, forColumn: "madeAt")),
          madeBy: try row.decode(String.self, forColumn: "madeBy"),
          seed: UInt64(bitPattern: try row.decode(Int64.self, forColumn: "seed")),
          steps: try row.decode(Int.self, forColumn: "steps"),
          sessions: try row.decode(Int.self, forColumn: "sessions"),
          unplaced: try Self.unplaced(of: draft).values(db, scribe),
          cost: try Self.cost(of: draft).values(db, scribe),
          isPublished: try row.decode(Bool.self, forColumn: "isPublished"))
      }
    }
  }

  /// The rows of a draft in their order; nil where there is no such draft.
  package func rows(ofDraft number: Int) throws(StoreError) -> [TimetableRow]? {
    try read { db in
      guard let centre = try Self.centreID(db), let draft = try Self.draftID(number, db, centre) else {
        return nil
      }
      return try Self.sessions(of: draft).values(db, scribe(for: centre))
    }
  }

  static func draftID(_ number: Int, _ db: Database, _ centre: UUID) throws -> UUID? {
    try UUID.fetchOne(
      db, sql: "SELECT id FROM draft WHERE centreID = ? AND number = ?", arguments: [centre, number])
  }

  private static func sessions(of draft: UUID) -> FactTable<TimetableRow> {
    FactTable(
      name: "draftSession", columns: ["session"] + SessionKey.columns + SessionPlace.columns, draft: draft,
      cells: { row, _ in
        let key: [Cell] = [row.session, row.kind.rawValue, row.classID, row.module, row.part, row.trainee]
        return key + SessionPlace(row).cells
      },
      lists: [ListTable("draftSessionPerson", "person") { $0.people }],
      value: { row in
        let place = try SessionPlace(columnsOf: row.row)
        return try TimetableRow(
          session: row["session"], kind: row.word("kind"), classID: row["class"], module: row["module"],
          part: row["part"], trainee: row["trainee"], date: place.date, block: place.block,
          firstPeriod: place.firstPeriod, periods: place.periods, start: place.start, end: place.end,
          site: place.site, room: place.room, people: row.list("draftSessionPerson"))
      })
  }

  private static func unplaced(of draft: UUID) -> FactTable<UnplacedSession> {
    FactTable(
      name: "draftUnplaced", columns: SessionKey.columns + ["reasonChinese", "reasonEnglish"], draft: draft,
      cells: { missing, _ in missing.session.cells + [missing.reason.chinese, missing.reason.english] },
      value: { row in
        try UnplacedSession(
          SessionKey(columnsOf: row.row),
          reason: Wording(zh: row["reasonChinese"], en: row["reasonEnglish"]))
      })
  }

  private static func cost(of draft: UUID) -> FactTable<SoftCost> {
    FactTable(
      name: "draftCost", columns: ["rule", "units", "weight"], draft: draft,
      cells: { cost, _ in [cost.constraint, cost.count, cost.weight] },
      value: { row in try SoftCost(row["rule"], count: row["units"], weight: row["weight"]) })
  }
}
