package import Civil
import GRDB

/// Which class a venture's founder attended, and who helped: what its survival is divided by.
package struct VentureOrigin: Hashable, Sendable {
  package let venture: String
  /// The class of a founder that began first.
  package let classID: String
}

extension CentreStore {
  /// The class from which each venture came, by venture; ventures whose founders attended none are left out.
  package func ventureOrigins() throws(StoreError) -> [VentureOrigin] {
    try read { db in
      var firstDays: [String: Int] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT code, firstDay FROM classRecord") {
        firstDays[row[0]] = row[1]
      }
      // The index holds all that is read: of the rows themselves most of the file would be.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.venture, m.class FROM founder f
          CROSS JOIN classMember m INDEXED BY classMemberByTrainee ON m.trainee = f.trainee
          ORDER BY f.venture, f.trainee, m.class
          """)
      var origins: [VentureOrigin] = []
      var best: (venture: String, classID: String, day: Int)?
      while let row = try rows.next() {
        let (venture, classID): (String, String) = (row[0], row[1])
        guard let day = firstDays[classID] else { continue }
        if let held = best, held.venture == venture {
          if day < held.day { best = (venture, classID, day) }
        } else {
          if let best { origins.append(VentureOrigin(venture: best.venture, classID: best.classID)) }
          best = (venture, classID, day)
        }
      }
      if let best { origins.append(VentureOrigin(venture: best.venture, classID: best.classID)) }
      return origins
    }
  }

  /// The mentors of each trainee by the meetings that were published and not cancelled, by trainee and name.
  package func mentors() throws(StoreError) -> [(trainee: String, mentor: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT DISTINCT s.trainee, p.name FROM session s JOIN revision r ON r.sessionID = s.id
          JOIN revisionPerson p ON p.ownerID = r.id
          WHERE s.kind = 'mentoring' AND r.status <> 'cancelled'
            AND r.number = (SELECT max(number) FROM revision WHERE sessionID = s.id)
          ORDER BY s.trainee, p.name
          """
      ).map { ($0[0], $0[1]) }
    }
  }

  /// The first day on which each trainee was guided by a mentor, as known on a day.
  package func firstGuidance(knownOn day: CivilDate) throws(StoreError) -> [String: CivilDate] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT s.trainee, min(unixepoch(r.date) / 86400) FROM session s JOIN revision r ON r.sessionID = s.id
          WHERE s.kind = 'mentoring' AND r.status <> 'cancelled' AND r.date <= :day
            AND r.number = (SELECT max(number) FROM revision WHERE sessionID = s.id)
          GROUP BY s.trainee
          """,
        arguments: ["day": day.description])
      return Dictionary(
        rows.map { ($0[0], CivilDate(daysSinceEpoch: $0[1])) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The first day of which anything is on record: a class, or a state of a venture; nil: nothing is.
  package func firstDayOnRecord() throws(StoreError) -> CivilDate? {
    try read { db in
      let first = try Int.fetchOne(
        db,
        sql: """
          SELECT min(day) FROM (
            SELECT min(firstDay) AS day FROM classRecord UNION ALL SELECT min(fromDay) FROM ventureState)
          """)
      return first.map { CivilDate(daysSinceEpoch: $0) }
    }
  }
}
