import Civil
import Foundation
import GRDB

/// Who was told that a session is off though it takes place.
enum WithdrawalRows {
  static func append(
    _ audience: Audience, _ revision: UUID, sequence: Int, at time: Instant, _ publication: UUID,
    _ db: Database, _ scribe: inout Scribe
  ) throws {
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO withdrawal (id, centreID, publicationID, revisionID, kind, code, sequence, revisedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let cells: [Cell] = [
      scribe.ids.next(), scribe.centre, publication, revision, audience.kind.rawValue, audience.id, sequence,
      time.secondsSinceEpoch,
    ]
    try insertion.execute(arguments: StatementArguments(cells))
  }

  /// The highest SEQUENCE that each audience was told, by session.
  static func sequences(_ db: Database, _ centre: UUID) throws -> [UUID: [Audience: Int]] {
    var sequences: [UUID: [Audience: Int]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT revision.sessionID, withdrawal.kind, withdrawal.code, max(withdrawal.sequence)
        FROM withdrawal JOIN revision ON revision.id = withdrawal.revisionID
        WHERE withdrawal.centreID = ? GROUP BY 1, 2, 3
        """, arguments: [centre])
    while let row = try rows.next() {
      guard let kind = Audience.Kind(rawValue: try row.decode(String.self, atIndex: 1)) else { continue }
      let audience = Audience(kind, try row.decode(String.self, atIndex: 2))
      sequences[try row.decode(UUID.self, atIndex: 0), default: [:]][audience] = try row.decode(
        Int.self, atIndex: 3)
    }
    return sequences
  }

  /// The last withdrawal of each audience from each session, as that audience sees it.
  ///
  /// Also those of audiences that are back since; whoever asks leaves these out.
  static func latest(_ db: Database, _ scribe: Scribe) throws -> [Withdrawal] {
    let known = try StoredRevision.all(
      db, ofRows: "SELECT revisionID FROM withdrawal WHERE centreID = :centre", scribe)
    let revisions = Dictionary(known.map { ($0.row, $0.revision) }) { first, _ in first }
    var latest: [Audience: [String: Withdrawal]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT withdrawal.kind, withdrawal.code, withdrawal.sequence, withdrawal.revisedAt, revisionID
        FROM withdrawal JOIN publication ON publication.id = withdrawal.publicationID
        WHERE withdrawal.centreID = ? ORDER BY publication.number
        """, arguments: [scribe.centre])
    while let row = try rows.next() {
      guard let kind = Audience.Kind(rawValue: try row.decode(String.self, atIndex: 0)),
        let revision = revisions[try row.decode(UUID.self, atIndex: 4)]
      else { continue }
      let audience = Audience(kind, try row.decode(String.self, atIndex: 1))
      var session = revision.session
      session.status = .cancelled
      latest[audience, default: [:]][revision.uid] = Withdrawal(
        audience: audience,
        revision: SessionRevision(
          uid: revision.uid, sequence: try row.decode(Int.self, atIndex: 2),
          revised: Instant(secondsSinceEpoch: try row.decode(Int.self, atIndex: 3)), session: session))
    }
    return latest.values.flatMap(\.values)
  }
}
