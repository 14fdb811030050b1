package import Civil
import FollowUp
import GRDB
package import Indicators

/// That a trainee attended a class to its end, and when the trainee was reached last after it.
package struct Attended: Hashable, Sendable {
  package let trainee: String
  /// The first and the last day of the class.
  package let days: ClosedRange<CivilDate>
  /// The last day on which the trainee was reached; nil: never.
  package let lastReached: CivilDate?
  /// The last day before the consent to be followed was withdrawn; nil: it stands.
  package let followedTo: CivilDate?
  /// Whether the certificate of the class is on record.
  package let isCertified: Bool
  /// Whether the trainee belongs to the area that was asked for; the others founded a venture that lies in it.
  package let isLocal: Bool
}

extension CentreStore {
  /// Everybody who attended a class to its end, by class and trainee: for figures over many.
  ///
  /// `area`: of the trainees, with the areas below, and beside them who founded a venture there; blank: everywhere.
  /// Contacts and certificates recorded after `day`
  /// do not count; reading them for a day in the past takes longer than for the present one. Who left on or before the
  /// last day of the class, as far as that had happened by `day`, is left out.
  package func attended(area: String = "", knownOn day: CivilDate) throws(StoreError) -> [Attended] {
    let code = AreaCode.prefix(area)
    return try read { db in
      var days: [String: ClosedRange<CivilDate>] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT code, firstDay, lastDay FROM classRecord WHERE recordedOn <= ?",
        arguments: [day.daysSinceEpoch])
      {
        days[row[0]] = CivilDate(daysSinceEpoch: row[1])...CivilDate(daysSinceEpoch: row[2])
      }
      let reached = try reachedBefore(day, db)
      let local = code.isEmpty ? "1" : "coalesce(t.area, k.area) LIKE :area || '%'"
      // The indexes hold all that is read: the rows themselves are ten times as large.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT m.class, m.trainee, c.lastReached, c.followedTo, m.leftOn, \(Self.certified), \(local)
          FROM classMember m INDEXED BY classMemberSpan
          \(code.isEmpty ? "" : try Self.placed(knownOn: day, db))
          LEFT JOIN followUpCase c INDEXED BY followUpCaseReached
            ON c.class = m.class AND c.trainee = m.trainee
          \(code.isEmpty ? "" : "WHERE \(local) OR m.trainee IN (\(Self.foundersThere))")
          ORDER BY m.class, m.trainee
          """,
        arguments: code.isEmpty
          ? ["day": day.daysSinceEpoch] : ["day": day.daysSinceEpoch, "area": code])
      var attended: [Attended] = []
      // Of a million, doubling would take the room twice; most trainees attended one class.
      attended.reserveCapacity(try Int.fetchOne(db, sql: "SELECT max(rowid) FROM traineeRecord") ?? 0)
      var (held, span): (String, ClosedRange<CivilDate>?) = ("", nil)
      while let row = try rows.next() {
        let classID: String = row[0]
        if classID != held { (held, span) = (classID, days[classID]) }
        guard let span else { continue }
        let (last, followedTo): (Int?, Int?) = (row[2], row[3])
        if let left = row[4] as Int?, left <= min(span.upperBound, day).daysSinceEpoch { continue }
        let trainee: String = row[1]
        let known = reached.map { $0[trainee] } ?? last.map { CivilDate(daysSinceEpoch: $0) }
        attended.append(
          Attended(
            trainee: trainee, days: span, lastReached: known,
            followedTo: followedTo.map { CivilDate(daysSinceEpoch: $0) },
            isCertified: row[5], isLocal: row[6]))
      }
      return attended
    }
  }

  /// Whether a certificate was on record on `:day` that had not been struck out by then.
  private static let certified = """
    EXISTS (
      SELECT 1 FROM certificate x WHERE x.class = m.class AND x.trainee = m.trainee AND x.recordedOn <= :day
        AND NOT EXISTS (SELECT 1 FROM correction e WHERE e.entryID = x.id AND e.recordedOn <= :day))
    """

  /// Where a trainee belongs: as the record says, else where the class was held.
  private static func placed(knownOn day: CivilDate, _ db: Database) throws -> String {
    """
    CROSS JOIN \(try people(knownOn: day, db)) ON t.code = m.trainee
    CROSS JOIN classRecord k ON k.code = m.class
    """
  }

  /// The trainees, as `t`, with the area that was on record on a day: those whose record changed later as they were
  /// before.
  private static func people(knownOn day: CivilDate, _ db: Database) throws -> String {
    let last = try Int.fetchOne(db, sql: "SELECT max(replacedOn) FROM traineeHistory")
    guard let last, last > day.daysSinceEpoch else { return "traineeRecord t INDEXED BY traineeRecordArea" }
    // Of several changes the first one after the day tells what was there before it.
    return """
      (SELECT p.centreID, p.code, CASE WHEN h.code IS NULL THEN p.area ELSE h.area END AS area FROM traineeRecord p
       LEFT JOIN (SELECT code, area, min(rowid) FROM traineeHistory WHERE replacedOn > \(day.daysSinceEpoch)
         GROUP BY code) h ON h.code = p.code) t
      """
  }

  /// Who founded a venture that lies, or lay, in the area.
  private static let foundersThere = StoredFounders.people(
    of: """
      SELECT code FROM venture WHERE area LIKE :area || '%'
      UNION SELECT venture FROM ventureFact WHERE kind = 'area' AND text LIKE :area || '%'
      """)

  /// When each subject was reached last, as was known on a day; nil where what is kept of the cases says it already.
  private func reachedBefore(_ day: CivilDate, _ db: Database) throws -> [String: CivilDate]? {
    let last = try Int.fetchOne(db, sql: "SELECT max(recordedOn) FROM contactDay")
    guard let last, last > day.daysSinceEpoch else { return nil }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT subject, max(day) FROM contact WHERE result = 'reached' AND recordedOn <= ? GROUP BY subject
        """,
      arguments: [day.daysSinceEpoch])
    var reached: [String: CivilDate] = [:]
    while let row = try rows.next() { reached[row[0]] = CivilDate(daysSinceEpoch: row[1]) }
    return reached
  }

  /// What people took part in during a period: classes on their days, requests for help, guidance on record, and
  /// meetings with mentors that only the published timetable tells of.
  ///
  /// Each class counts once for each trainee, on its first day in the period; who had left before it does not count.
  package func participations(
    area: String = "", in period: ClosedRange<CivilDate>, knownOn day: CivilDate
  ) throws(StoreError) -> [Participation] {
    let (first, last) = (period.lowerBound.daysSinceEpoch, period.upperBound.daysSinceEpoch)
    return try read { db in
      let arguments: StatementArguments = [
        "first": first, "last": last, "day": day.daysSinceEpoch, "area": AreaCode.prefix(area),
        "firstDate": period.lowerBound.description, "lastDate": min(period.upperBound, day).description,
      ]
      let sql = Self.participations(of: try Self.people(knownOn: day, db))
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
      var found: [Participation] = []
      while let row = try rows.next() {
        let word: String = row[1]
        guard let kind = Participation.Kind(rawValue: word) else {
          throw StoreError.failed(path: "participations", reason: "unknown kind \(word)")
        }
        found.append(
          Participation(
            person: row[0], kind, on: CivilDate(daysSinceEpoch: row[2]), area: row[3],
            recordedOn: CivilDate(daysSinceEpoch: row[4])))
      }
      return found
    }
  }

  /// `people`: the trainees with their areas, as `t`.
  private static func participations(of people: String) -> String {
    """
    SELECT m.trainee, 'training', max(c.firstDay, :first), coalesce(t.area, c.area, ''), c.recordedOn
    FROM classRecord c JOIN classMember m ON m.class = c.code
    CROSS JOIN \(people) ON t.code = m.trainee
    WHERE c.firstDay <= min(:last, :day) AND c.lastDay >= :first AND c.recordedOn <= :day
      AND (m.leftOn IS NULL OR m.leftOn > max(c.firstDay, :first))
      AND coalesce(t.area, c.area, '') LIKE :area || '%'
    UNION ALL
    SELECT h.subject, 'service', h.openedDay, coalesce(t.area, ''), h.recordedOn
    FROM helpRequest h INDEXED BY helpRequestOpened CROSS JOIN \(people) ON t.code = h.subject
    WHERE h.openedDay BETWEEN :first AND :last AND coalesce(t.area, '') LIKE :area || '%'
    UNION ALL
    SELECT g.trainee, 'guidance', g.day, coalesce(t.area, ''), g.recordedOn
    FROM guidance g INDEXED BY guidanceByDay CROSS JOIN \(people) ON t.code = g.trainee
    WHERE g.day BETWEEN :first AND :last AND \(MentorMeetings.stands) AND \(MentorMeetings.wasHeld)
      AND coalesce(t.area, '') LIKE :area || '%'
    UNION ALL
    SELECT s.trainee, 'meeting', \(MentorMeetings.day), coalesce(t.area, ''), \(MentorMeetings.day)
    FROM session s JOIN revision r ON r.sessionID = s.id
    JOIN \(people) ON t.code = s.trainee
    WHERE \(MentorMeetings.isInForce) AND r.date BETWEEN :firstDate AND :lastDate
      AND \(MentorMeetings.isNotOnRecord) AND coalesce(t.area, '') LIKE :area || '%'
    """
  }
}
