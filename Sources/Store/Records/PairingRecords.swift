package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends pairings; returns their ids: `L00012`.
  package func record(_ pairings: [Pairing], stamp: RecordStamp) throws(StoreError) -> [String] {
    try append(pairings, to: Records.pairings, as: .pairing, stamp: stamp)
  }

  /// The pairings that stood on a day, with their ends as known on it, in the order of their numbers.
  package func pairings(knownOn day: CivilDate) throws(StoreError) -> [Pairing] {
    try standing(Records.pairings, knownOn: day) { one, ending in
      Pairing(
        id: one.id, kind: one.kind, helper: one.helper, helped: one.helped, from: one.from, to: ending.on,
        reason: one.reason, endReason: ending.reason)
    }
  }

  /// Appends assignments of mentors; returns their ids: `A00012`.
  package func record(_ assignments: [MentorAssignment], stamp: RecordStamp) throws(StoreError) -> [String] {
    try append(assignments, to: Records.assignments, as: .assignment, stamp: stamp)
  }

  /// The assignments that stood on a day, with their ends as known on it, in the order of their numbers.
  package func assignments(knownOn day: CivilDate) throws(StoreError) -> [MentorAssignment] {
    try standing(Records.assignments, knownOn: day) { one, ending in
      let relation = one.relation
      return MentorAssignment(
        id: one.id,
        MentorRelation(
          member: relation.member, subject: relation.subject, from: relation.from, to: ending.on),
        origin: one.origin, reason: one.reason, endReason: ending.reason)
    }
  }
}

extension Records {
  static let pairings = RecordTable<NumberedRow<Pairing>>(
    name: "pairing", columns: ["number", "kind", "helper", "helped", "fromDay", "toDay", "reason"],
    cells: { row, _ in
      let one = row.value
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
      return NumberedRow(entry: try row["id"], number: number, value: pairing)
    })

  static let assignments = RecordTable<NumberedRow<MentorAssignment>>(
    name: "assignment", columns: ["number", "mentor", "trainee", "fromDay", "toDay", "origin", "reason"],
    cells: { row, _ in
      let (one, relation) = (row.value, row.value.relation)
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
      return NumberedRow(entry: try row["id"], number: number, value: assignment)
    })
}
