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

  /// The mentors of each trainee, by trainee and name: who guided them, and whom they met by the timetable.
  package func mentors(knownOn day: CivilDate) throws(StoreError) -> [(trainee: String, mentor: String)] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT g.trainee, coalesce(p.name, g.mentor) AS mentor FROM guidance g
          LEFT JOIN person p ON p.centreID = g.centreID AND p.code = g.mentor
          WHERE \(MentorMeetings.stands) AND \(MentorMeetings.wasHeld)
          UNION SELECT s.trainee, p.name FROM session s JOIN revision r ON r.sessionID = s.id
          JOIN revisionPerson p ON p.ownerID = r.id
          WHERE \(MentorMeetings.isInForce) AND \(MentorMeetings.day) <= :day
            AND \(MentorMeetings.isNotOnRecord)
          ORDER BY 1, 2
          """,
        arguments: ["day": day.daysSinceEpoch]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// The first day on which each trainee was guided by a mentor, as known on a day.
  package func firstGuidance(knownOn day: CivilDate) throws(StoreError) -> [String: CivilDate] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT trainee, min(day) FROM (
            SELECT g.trainee AS trainee, g.day AS day FROM guidance g
            WHERE \(MentorMeetings.stands) AND \(MentorMeetings.wasHeld)
            UNION ALL SELECT s.trainee, \(MentorMeetings.day) FROM session s JOIN revision r ON r.sessionID = s.id
            WHERE \(MentorMeetings.isInForce) AND \(MentorMeetings.day) <= :day
              AND \(MentorMeetings.isNotOnRecord))
          GROUP BY trainee
          """,
        arguments: ["day": day.daysSinceEpoch])
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
