package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends arranged guidance, each numbered anew; the parts must be free (see ``nextParts``).
  @discardableResult
  package func record(
    _ appointments: [GuidanceAppointment], stamp: RecordStamp
  ) throws(StoreError) -> [GuidanceAppointment] {
    try record(stamp) { db, scribe in
      var number = try Int.fetchOne(db, sql: "SELECT max(number) FROM guidanceAppointment") ?? 0
      let numbered = appointments.map { one in
        number += 1
        return GuidanceAppointment(
          number: number, trainee: one.trainee, part: one.part, link: one.link, mode: one.mode,
          wish: one.wish, earliest: one.earliest, latest: one.latest, reasons: one.reasons)
      }
      try Records.appointments.append(numbered, db, &scribe, stamp)
      return numbered
    }
  }

  /// All arranged guidance as known on a day, by number.
  package func appointments(knownOn day: CivilDate) throws(StoreError) -> [GuidanceAppointment] {
    try read { db in
      let ends = try Row.fetchAll(
        db,
        sql: "SELECT appointment, recordedOn, reason FROM appointmentCancellation WHERE recordedOn <= ?",
        arguments: [day.daysSinceEpoch])
      let cancelled = Dictionary(
        ends.map { row -> (Int, GuidanceAppointment.Cancellation) in
          (row[0], GuidanceAppointment.Cancellation(on: CivilDate(daysSinceEpoch: row[1]), reason: row[2]))
        }
      ) { first, _ in first }
      return try Records.appointments.values(
        db, seal, "WHERE recordedOn <= ? ORDER BY number", [day.daysSinceEpoch]
      ).map { one in
        var one = one
        one.cancelled = cancelled[one.number]
        return one
      }
    }
  }

  /// The next free number of a meeting of each trainee who had one arranged before.
  package func nextParts() throws(StoreError) -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT trainee, max(part) + 1 FROM guidanceAppointment GROUP BY trainee")
      return Dictionary(rows.map { ($0[0], $0[1]) }) { first, _ in first }
    }
  }

  /// Cancels arranged guidance; false: there is none of the number, or it is cancelled already.
  package func cancel(
    appointment number: Int, reason: String, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    try record(stamp) { db, scribe in
      let stands =
        try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM guidanceAppointment WHERE number = :n) AND NOT EXISTS (
              SELECT 1 FROM appointmentCancellation WHERE appointment = :n)
            """, arguments: ["n": number]) ?? false
      guard stands else { return false }
      try Records.appointmentCancellations.append([(number, reason)], db, &scribe, stamp)
      return true
    }
  }
}

extension Records {
  static let appointmentCancellations = RecordTable<(appointment: Int, reason: String)>(
    name: "appointmentCancellation", columns: ["appointment", "reason"],
    cells: { row, _ in [row.appointment, row.reason] },
    value: { row in (try row["appointment"], try row["reason"]) })

  static let appointments = RecordTable<GuidanceAppointment>(
    name: "guidanceAppointment",
    columns: [
      "number", "trainee", "part", "link", "mode", "wishDay", "earliestDay", "latestDay", "reasons",
    ],
    cells: { one, _ in
      [
        one.number, one.trainee, one.part, one.link.rawValue, one.mode.rawValue, one.wish?.daysSinceEpoch,
        one.earliest.daysSinceEpoch, one.latest?.daysSinceEpoch,
        one.reasons.map(\.code).joined(separator: ";"),
      ]
    },
    value: { row in
      let reasons: String = try row["reasons"]
      return try GuidanceAppointment(
        number: row["number"], trainee: row["trainee"], part: row["part"], link: row.word("link"),
        mode: row.word("mode"), wish: row.day(optional: "wishDay"), earliest: row.day("earliestDay"),
        latest: row.day(optional: "latestDay"),
        reasons: reasons.split(separator: ";").compactMap { GuidanceNeed.Reason(code: String($0)) })
    })
}
