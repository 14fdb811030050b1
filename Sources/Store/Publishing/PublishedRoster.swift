import Foundation
import GRDB

/// Who is in which class, as published; kept as who joined and who left.
enum PublishedRoster {
  static func current(_ db: Database, _ centre: UUID) throws -> [String: Set<String>] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT class, trainee, isEnrolled
        FROM rosterChange JOIN publication ON publication.id = rosterChange.publicationID
        WHERE rosterChange.centreID = ? ORDER BY publication.number
        """, arguments: [centre])
    var roster: [String: Set<String>] = [:]
    while let row = try rows.next() {
      let classID = try row.decode(String.self, atIndex: 0)
      let trainee = try row.decode(String.self, atIndex: 1)
      if try row.decode(Bool.self, atIndex: 2) {
        roster[classID, default: []].insert(trainee)
      } else {
        roster[classID]?.remove(trainee)
      }
    }
    return roster
  }

  static func append(
    joined: [String: Set<String>], left: [String: Set<String>], _ publication: UUID, _ db: Database,
    _ scribe: inout Scribe
  ) throws {
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO rosterChange (id, centreID, publicationID, class, trainee, isEnrolled)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for (changes, isEnrolled) in [(joined, true), (left, false)] {
      for (classID, trainees) in changes.sorted(by: { $0.key < $1.key }) {
        for trainee in trainees.sorted() {
          let cells: [Cell] = [scribe.ids.next(), scribe.centre, publication, classID, trainee, isEnrolled]
          try insertion.execute(arguments: StatementArguments(cells))
        }
      }
    }
  }
}
