package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends guidance; returns it with the ids that it got: `G00012`.
  @discardableResult
  package func record(
    _ sessions: [GuidanceSession], stamp: RecordStamp
  ) throws(StoreError) -> [GuidanceSession] {
    try record(stamp) { db, scribe in
      var number = try Int.fetchOne(db, sql: "SELECT max(number) FROM guidance") ?? 0
      let numbered = sessions.map { session in
        number += 1
        return (number: number, session: session.named(GuidanceSession.id(number)))
      }
      try Records.guidance.append(numbered, db, &scribe, stamp)
      return numbered.map(\.session)
    }
  }

  /// Strikes out an entry of the ledger; false: none of that id stands.
  package func strikeOut(guidance id: String, reason: String, stamp: RecordStamp) throws(StoreError) -> Bool {
    guard let number = GuidanceSession.number(id) else { return false }
    return try record(stamp) { db, scribe in
      let entry = try UUID.fetchOne(
        db,
        sql: """
          SELECT id FROM guidance WHERE number = ?
            AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = guidance.id)
          """,
        arguments: [number])
      guard let entry else { return false }
      try Records.corrections.append([(entry, reason)], db, &scribe, stamp)
      return true
    }
  }

  /// The guidance that stood on a day, in the order in which it was recorded: of some trainees or of all, of some days
  /// or of all.
  package func guidance(
    of trainees: [String]? = nil, within days: ClosedRange<CivilDate>? = nil, knownOn day: CivilDate
  ) throws(StoreError) -> [GuidanceSession] {
    try read { db in
      let (clause, arguments) = Self.clause("trainee", isIn: trainees)
      return try Records.guidance.values(
        db, seal,
        """
        \(clause.isEmpty ? "WHERE true" : clause) AND recordedOn <= ? AND day BETWEEN ? AND ?
          AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = guidance.id AND recordedOn <= ?)
        ORDER BY number
        """,
        arguments + [
          day.daysSinceEpoch, days?.lowerBound.daysSinceEpoch ?? .min,
          days?.upperBound.daysSinceEpoch ?? .max,
          day.daysSinceEpoch,
        ]
      ).map(\.session)
    }
  }

  /// What else took trainees through links of the chain, as known on a day: certificates, loans that were paid out, and
  /// contacts with those who have a venture.
  package func chainServices(
    in links: Set<ServiceLink>, knownOn day: CivilDate
  ) throws(StoreError) -> [String: [ChainService]] {
    try read { db in
      var found: [String: [ChainService]] = [:]
      for source in Self.chainSources where links.contains(source.link) {
        let rows = try Row.fetchCursor(db, sql: source.sql, arguments: ["day": day.daysSinceEpoch])
        while let row = try rows.next() {
          let (trainee, on, evidence): (String, Int, String) = (row[0], row[1], row[2])
          found[trainee, default: []].append(
            ChainService(
              link: source.link, on: CivilDate(daysSinceEpoch: on), isLast: source.isLast, evidence: evidence)
          )
        }
      }
      return found
    }
  }

  private static let chainSources: [(link: ServiceLink, isLast: Bool, sql: String)] = [
    (
      .training, true,
      """
      SELECT trainee, issuedDay, number FROM certificate WHERE recordedOn <= :day AND issuedDay <= :day
        AND NOT EXISTS (SELECT 1 FROM correction WHERE entryID = certificate.id AND recordedOn <= :day)
      """
    ),
    (
      .financing, true,
      """
      SELECT loan.borrower, min(step.fromDay), loan.code FROM loanStep AS step JOIN loan ON loan.code = step.loan
      WHERE step.state = 'disbursed' AND step.recordedOn <= :day AND step.fromDay <= :day
        AND NOT EXISTS (SELECT 1 FROM loanStep AS later WHERE later.loan = step.loan AND later.corrects = step.number
          AND later.recordedOn <= :day)
      GROUP BY loan.code
      """
    ),
    (
      .followUp, false,
      """
      SELECT contact.subject, contact.day, contact.subject || '-' || contact.number
      FROM (
        SELECT founding.trainee AS trainee, min(state.fromDay) AS began
        FROM (\(StoredFounders.then)) AS founding JOIN ventureState AS state ON state.venture = founding.venture
        WHERE state.state IS NOT NULL AND state.recordedOn <= :day
          AND NOT EXISTS (SELECT 1 FROM ventureState AS later WHERE later.venture = state.venture
            AND later.corrects = state.number AND later.recordedOn <= :day)
        GROUP BY founding.trainee
      ) AS venture
      JOIN contact ON contact.subject = venture.trainee AND contact.day >= venture.began
      WHERE contact.result = 'reached' AND contact.recordedOn <= :day AND contact.day <= :day
      """
    ),
  ]
}

extension GuidanceSession {
  fileprivate static func id(_ number: Int) -> String { "G" + padded(number, 5) }

  fileprivate static func number(_ id: String) -> Int? {
    id.first == "G" || id.first == "g" ? Int(id.dropFirst()) : nil
  }

  fileprivate func named(_ id: String) -> GuidanceSession {
    GuidanceSession(
      id: id, trainee: trainee, mentor: mentor, link: link, on: on, minutes: minutes, mode: mode,
      outcome: outcome, notes: notes, nextAction: nextAction, next: next, request: request)
  }
}

extension Records {
  static let guidance = RecordTable<(number: Int, session: GuidanceSession)>(
    name: "guidance",
    columns: [
      "number", "trainee", "mentor", "link", "day", "minutes", "mode", "outcome", "notes", "nextAction",
      "nextDay", "request",
    ],
    cells: { row, _ in
      let session = row.session
      return [
        row.number, session.trainee, session.mentor, session.link.rawValue, session.on.daysSinceEpoch,
        session.minutes, session.mode.rawValue, session.outcome.rawValue, session.notes, session.nextAction,
        session.next?.daysSinceEpoch, session.request,
      ]
    },
    value: { row in
      let number: Int = try row["number"]
      let session = try GuidanceSession(
        id: GuidanceSession.id(number), trainee: row["trainee"], mentor: row["mentor"],
        link: row.word("link"), on: row.day("day"), minutes: row["minutes"], mode: row.word("mode"),
        outcome: row.word("outcome"), notes: row[optional: "notes"],
        nextAction: row[optional: "nextAction"], next: row.day(optional: "nextDay"),
        request: row[optional: "request"])
      return (number, session)
    })
}
