package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends pairings; returns their ids: `L00012`.
  package func record(_ pairings: [Pairing], stamp: RecordStamp) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      let first = try NumberedRecord.pairing.next(db)
      let rows = pairings.enumerated().map { (entry: nil as UUID?, number: first + $0, pairing: $1) }
      try Records.pairings.append(rows, db, &scribe, stamp)
      return rows.map { NumberedRecord.pairing.id($0.number) }
    }
  }

  /// The pairings that stood on a day, with their ends as known on it, in the order of their numbers.
  package func pairings(knownOn day: CivilDate) throws(StoreError) -> [Pairing] {
    try read { db in
      let endings = try Self.endings(knownOn: day, db, seal)
      return try Records.pairings.values(
        db, seal, "WHERE \(NumberedRecord.stood(in: "pairing")) ORDER BY number",
        [day.daysSinceEpoch, day.daysSinceEpoch]
      ).map { row in
        let (one, ending) = (row.pairing, row.entry.flatMap { endings[$0] })
        return Pairing(
          id: one.id, kind: one.kind, helper: one.helper, helped: one.helped, from: one.from,
          to: ending?.on ?? one.to, reason: one.reason, endReason: ending?.reason)
      }
    }
  }

  /// Appends assignments of mentors; returns their ids: `A00012`.
  package func record(_ assignments: [MentorAssignment], stamp: RecordStamp) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      let first = try NumberedRecord.assignment.next(db)
      let rows = assignments.enumerated().map { (entry: nil as UUID?, number: first + $0, assignment: $1) }
      try Records.assignments.append(rows, db, &scribe, stamp)
      return rows.map { NumberedRecord.assignment.id($0.number) }
    }
  }

  /// The assignments that stood on a day, with their ends as known on it, in the order of their numbers.
  package func assignments(knownOn day: CivilDate) throws(StoreError) -> [MentorAssignment] {
    try read { db in
      let endings = try Self.endings(knownOn: day, db, seal)
      return try Records.assignments.values(
        db, seal, "WHERE \(NumberedRecord.stood(in: "assignment")) ORDER BY number",
        [day.daysSinceEpoch, day.daysSinceEpoch]
      ).map { row in
        let (one, ending) = (row.assignment, row.entry.flatMap { endings[$0] })
        return MentorAssignment(
          id: one.id,
          MentorRelation(
            member: one.relation.member, subject: one.relation.subject, from: one.relation.from,
            to: ending?.on ?? one.relation.to), origin: one.origin, reason: one.reason,
          endReason: ending?.reason)
      }
    }
  }
}

extension Records {
  static let pairings = RecordTable<(entry: UUID?, number: Int, pairing: Pairing)>(
    name: "pairing", columns: ["number", "kind", "helper", "helped", "fromDay", "toDay", "reason"],
    cells: { row, _ in
      let one = row.pairing
      return [
        row.number, one.kind.rawValue, one.helper, one.helped, one.from.daysSinceEpoch,
        one.to?.daysSinceEpoch, one.reason,
      ]
    },
    value: { row in
      let number: Int = try row["number"]
      let pairing = try Pairing(
        id: NumberedRecord.pairing.id(number), kind: row.word("kind"), helper: row["helper"],
        helped: row["helped"], from: row.day("fromDay"), to: row.day(optional: "toDay"),
        reason: row[optional: "reason"])
      return (try row["id"], number, pairing)
    })

  static let assignments = RecordTable<(entry: UUID?, number: Int, assignment: MentorAssignment)>(
    name: "assignment", columns: ["number", "mentor", "trainee", "fromDay", "toDay", "origin", "reason"],
    cells: { row, _ in
      let (one, relation) = (row.assignment, row.assignment.relation)
      return [
        row.number, relation.member, relation.subject, relation.from.daysSinceEpoch,
        relation.to?.daysSinceEpoch, one.origin.rawValue, one.reason,
      ]
    },
    value: { row in
      let number: Int = try row["number"]
      let relation = try MentorRelation(
        member: row["mentor"], subject: row["trainee"], from: row.day("fromDay"),
        to: row.day(optional: "toDay"))
      let assignment = try MentorAssignment(
        id: NumberedRecord.assignment.id(number), relation, origin: row.word("origin"),
        reason: row[optional: "reason"])
      return (try row["id"], number, assignment)
    })
}
