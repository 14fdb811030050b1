import Civil
import Foundation
import GRDB
import Planning

/// A revision with the ids of its rows.
struct StoredRevision {
  let session: UUID
  let row: UUID
  /// How many revisions came before it.
  let number: Int
  let revision: SessionRevision
}

extension PublishedSession {
  static let columns =
    ["status"] + SessionPlace.columns + [
      "courseName", "programme", "title", "parts", "headCount", "siteName", "latitude", "longitude",
      "roomName",
    ]

  var cells: [Cell] {
    let texts: [Cell] = [
      courseName, programme, title, parts, headCount, siteName, latitude, longitude, roomName,
    ]
    return [status.rawValue] + place.cells + texts
  }

  /// Read from a row that joins the revision with its session.
  init(columnsOf row: FactRow) throws {
    try self.init(
      key: SessionKey(columnsOf: row.row), status: row.word("status"),
      place: SessionPlace(columnsOf: row.row),
      people: row.people(), courseName: row["courseName"], programme: row["programme"],
      title: row["title"], parts: row["parts"], headCount: row["headCount"],
      siteName: row["siteName"], latitude: row[optional: "latitude"], longitude: row[optional: "longitude"],
      roomName: row["roomName"])
  }
}

extension FactRow {
  fileprivate func people() throws -> [PublishedSession.NamedPerson] {
    try (lists[StoredRevision.people.name] ?? []).map { cells in
      guard cells.count == 2, let id = String.fromDatabaseValue(cells[0]),
        let name = String.fromDatabaseValue(cells[1])
      else { throw misfit(StoredRevision.people.name) }
      return PublishedSession.NamedPerson(id: id, name: name)
    }
  }
}

extension StoredRevision {
  static let people = ListTable<PublishedSession>("revisionPerson", columns: ["person", "name"]) {
    $0.people.map { [$0.id, $0.name] }
  }

  /// The revisions whose ids the query gives.
  static func all(
    _ db: Database, ofRows ids: String, _ scribe: Scribe
  ) throws -> [StoredRevision] {
    let centre: StatementArguments = ["centre": scribe.centre]
    let people = try Self.people.elements(db, ofRows: ids, arguments: centre)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT revision.*, session.kind, session.class, session.module, session.part, session.trainee
        FROM revision JOIN session ON session.id = revision.sessionID
        WHERE revision.id IN (\(ids))
        ORDER BY revision.date, revision.startMinute, session.class, session.trainee, session.id
        """, arguments: centre)
    var found: [StoredRevision] = []
    while let row = try rows.next() {
      let id = try row.decode(UUID.self, forColumn: "id")
      let lists = [Self.people.name: people[id] ?? []]
      let fields = FactRow(table: "revision", id: id, row: row, lists: lists, seal: scribe.seal)
      let session: UUID = try fields["sessionID"]
      found.append(
        StoredRevision(
          session: session, row: id, number: try fields["number"],
          revision: SessionRevision(
            uid: session.uuidString.lowercased(), sequence: try fields["sequence"],
            revised: Instant(secondsSinceEpoch: try fields["revisedAt"]),
            session: try PublishedSession(columnsOf: fields))))
    }
    return found
  }

  /// The query for the last revision of every session.
  static let latest = """
    SELECT id FROM revision AS one
    WHERE centreID = :centre
      AND number = (SELECT max(number) FROM revision AS other WHERE other.sessionID = one.sessionID)
    """
}
