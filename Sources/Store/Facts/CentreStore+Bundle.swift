package import Civil
import Foundation
import GRDB
import Mentors
package import Planning

/// What an import stored of one table.
package struct ImportedTable: Hashable, Sendable {
  /// The table's name as FORMATS.md writes it (`classes`).
  package let name: String
  package let rows: Int

  package init(name: String, rows: Int) {
    self.name = name
    self.rows = rows
  }
}

/// One entry of the ledger of imports.
package struct ImportEntry: Hashable, Sendable {
  package let stamp: Stamp
  /// Where the bundle came from, as whoever brought it named it.
  package let source: String
  package let tables: [ImportedTable]
}

extension CentreStore {
  /// Puts the bundle in the place of all planning facts, in one transaction, and enters it in the ledger.
  ///
  /// Timetables, sessions and their revisions stay. The trainees go on record as of `day`, the day of the stamp at the
  /// centre; nil: they do not. True where facts were there before.
  package func replaceFacts(
    with bundle: PlanningBundle, source: String, tables: [ImportedTable], stamp: Stamp,
    onRecordFrom day: CivilDate? = nil
  ) throws(StoreError) -> Bool {
    try write { db in
      let known = try Self.centreID(db)
      var ids = RowIDs(at: stamp.at, random: randomBytes)
      let centre = known ?? ids.next()
      var scribe = scribe(for: centre, at: stamp.at)
      for table in Facts.tables.reversed() { try table.clear(db, centre) }
      try Self.centreCalendars.clear(db, centre)
      try Self.store(bundle.centre, db, centre)
      try Self.store(bundle, db, &scribe)
      let entry = scribe.ids.next()
      try db.execute(
        sql: "INSERT INTO import (id, centreID, importedAt, importedBy, source) VALUES (?, ?, ?, ?, ?)",
        arguments: [entry, centre, stamp.at.secondsSinceEpoch, stamp.actor, source])
      try Self.importCounts.insert(tables.map { [$0.name, $0.rows] }, of: entry, db, &scribe)
      if let day {
        try Self.enter(bundle.trainees, db, &scribe, RecordStamp(at: stamp.at, on: day, by: stamp.actor))
      }
      return known != nil
    }
  }

  /// The planning facts as they stand, equal to the bundle that was stored; nil before the first import.
  package func facts() throws(StoreError) -> PlanningBundle? {
    try read { db in try facts(db) }
  }

  /// The centre's own row; nil before the first import.
  package func centreSettings() throws(StoreError) -> CentreSettings? {
    try read { db in try settings(db) }
  }

  private func settings(_ db: Database) throws -> CentreSettings? {
    guard let centre = try Self.centreID(db),
      let row = try Row.fetchOne(db, sql: "SELECT * FROM centre WHERE id = ?", arguments: [centre])
    else { return nil }
    let calendars = try Self.centreCalendars.elements(db, ofRows: "SELECT ?", arguments: [centre])
    let lists = ["centreCalendar": calendars[centre] ?? []]
    let fields = FactRow(table: "centre", id: centre, row: row, lists: lists, seal: seal)
    return try CentreSettings(
      name: fields["name"], timeZone: fields["timeZone"], planFrom: fields["planFrom"],
      planTo: fields["planTo"], calendars: fields.list("centreCalendar"),
      defaultTravelMinutes: fields["defaultTravelMinutes"],
      account: BankAccount(
        name: fields[optional: "accountName"], bank: fields[optional: "bank"],
        number: fields[optional: "account"]))
  }

  func facts(_ db: Database) throws -> PlanningBundle? {
    guard let centre = try Self.centreID(db), let settings = try settings(db) else { return nil }
    let scribe = scribe(for: centre)
    var bundle = PlanningBundle(centre: settings)
    bundle.blocks = try Facts.blocks.values(db, scribe)
    bundle.sites = try Facts.sites.values(db, scribe)
    bundle.travel = try Facts.travel.values(db, scribe)
    bundle.rooms = try Facts.rooms().values(db, scribe)
    bundle.courses = try Facts.courses.values(db, scribe)
    bundle.modules = try Facts.modules.values(db, scribe)
    let people = try Facts.people().values(db, scribe)
    bundle.people = people.map(\.person)
    bundle.cohorts = try Facts.cohorts().values(db, scribe)
    bundle.classes = try Facts.classes().values(db, scribe)
    bundle.trainees = try Facts.trainees.values(db, scribe)
    bundle.enrolments = try Facts.enrolments.values(db, scribe)
    bundle.mentoring = try Facts.mentoring.values(db, scribe)
    bundle.pins = try Facts.pins.values(db, scribe)
    for day in try Facts.markedDays.values(db, scribe) { bundle.calendar.add(day.mark, on: day.date) }
    for fact in people where fact.hasBusyTimes { bundle.busy[fact.person.id] = [] }
    for busy in try Facts.busyTimes.values(db, scribe) {
      bundle.busy[busy.person, default: []].append(busy.time)
    }
    return bundle
  }

  /// Everything that was ever imported, the first entry first.
  package func imports() throws(StoreError) -> [ImportEntry] {
    try read { db in
      guard let centre = try Self.centreID(db) else { return [] }
      let counts = try Self.importCounts.elements(
        db, ofRows: "SELECT id FROM import WHERE centreID = ?", arguments: [centre])
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM import WHERE centreID = ? ORDER BY importedAt, rowid", arguments: [centre])
      return try rows.map { row in
        let id = try row.decode(UUID.self, forColumn: "id")
        let at = Instant(secondsSinceEpoch: try row.decode(Int.self, forColumn: "importedAt"))
        let tables = (counts[id] ?? []).map { cells in
          ImportedTable(
            name: String.fromDatabaseValue(cells[0]) ?? "", rows: Int.fromDatabaseValue(cells[1]) ?? 0)
        }
        return ImportEntry(
          stamp: Stamp(at: at, actor: try row.decode(String.self, forColumn: "importedBy")),
          source: try row.decode(String.self, forColumn: "source"), tables: tables)
      }
    }
  }

  /// The ids of trainees who share an identity number, one array for each number; none are told.
  package func traineesSharingAnIdentityNumber() throws(StoreError) -> [[String]] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT idNumberHash, code FROM trainee
          WHERE idNumberHash IN (
            SELECT idNumberHash FROM trainee WHERE idNumberHash IS NOT NULL
            GROUP BY centreID, idNumberHash HAVING count(*) > 1)
          ORDER BY position
          """)
      var order: [Data] = []
      var codes: [Data: [String]] = [:]
      for row in rows {
        let hash = try row.decode(Data.self, atIndex: 0)
        if codes[hash] == nil { order.append(hash) }
        codes[hash, default: []].append(try row.decode(String.self, atIndex: 1))
      }
      return order.compactMap { codes[$0] }
    }
  }

  /// What rows of the centre are written and read with; the time goes into the ids of new rows.
  func scribe(for centre: UUID, at time: Instant = Instant(secondsSinceEpoch: 0)) -> Scribe {
    Scribe(centre: centre, ids: RowIDs(at: time, random: randomBytes), seal: seal)
  }

  /// The centre whose database this is; nil before the first import.
  static func centreID(_ db: Database) throws -> UUID? {
    try UUID.fetchOne(db, sql: "SELECT id FROM centre ORDER BY rowid LIMIT 1")
  }

  private static let centreCalendars = ListTable<CentreSettings>("centreCalendar", "name") { $0.calendars }
  private static let importCounts = ListTable<[ImportedTable]>(
    "importCount", columns: ["tableName", "rows"]
  ) { $0.map { [$0.name, $0.rows] } }

  private static func store(_ settings: CentreSettings, _ db: Database, _ centre: UUID) throws {
    try db.execute(
      sql: """
        INSERT INTO centre (id, name, timeZone, planFrom, planTo, defaultTravelMinutes, accountName, bank, account)
        VALUES (:id, :name, :zone, :from, :to, :travel, :holder, :bank, :account)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, timeZone = excluded.timeZone,
          planFrom = excluded.planFrom, planTo = excluded.planTo,
          defaultTravelMinutes = excluded.defaultTravelMinutes, accountName = excluded.accountName,
          bank = excluded.bank, account = excluded.account
        """,
      arguments: [
        "id": centre, "name": settings.name, "zone": settings.timeZone, "from": settings.planFrom,
        "to": settings.planTo, "travel": settings.defaultTravelMinutes,
        "holder": settings.account?.name, "bank": settings.account?.bank, "account": settings.account?.number,
      ])
  }

  private static func store(_ bundle: PlanningBundle, _ db: Database, _ scribe: inout Scribe) throws {
    let blocks = bundle.blocks.map(\.id)
    try centreCalendars.insert(bundle.centre.calendars.map { [$0] }, of: scribe.centre, db, &scribe)
    try Facts.blocks.insert(bundle.blocks, db, &scribe)
    try Facts.sites.insert(bundle.sites, db, &scribe)
    try Facts.travel.insert(bundle.travel, db, &scribe)
    try Facts.rooms(blocks).insert(bundle.rooms, db, &scribe)
    try Facts.courses.insert(bundle.courses, db, &scribe)
    try Facts.modules.insert(bundle.modules, db, &scribe)
    let people = bundle.people.map { PersonFact(person: $0, hasBusyTimes: bundle.busy[$0.id] != nil) }
    try Facts.people(blocks).insert(people, db, &scribe)
    let busy = bundle.busy.sorted { $0.key < $1.key }.flatMap { person, times in
      times.map { PersonBusyTime(person: person, time: $0) }
    }
    try Facts.busyTimes.insert(busy, db, &scribe)
    try Facts.cohorts(blocks).insert(bundle.cohorts, db, &scribe)
    try Facts.classes(blocks).insert(bundle.classes, db, &scribe)
    try Facts.trainees.insert(bundle.trainees, db, &scribe)
    try Facts.enrolments.insert(bundle.enrolments, db, &scribe)
    try Facts.mentoring.insert(bundle.mentoring, db, &scribe)
    try Facts.pins.insert(bundle.pins, db, &scribe)
    let marked = bundle.calendar.marked.map { MarkedDate(date: $0.date, mark: $0.mark) }
    try Facts.markedDays.insert(marked, db, &scribe)
  }
}
