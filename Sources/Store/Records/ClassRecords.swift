package import Civil
package import Cohorts
package import Courses
import Foundation
import GRDB

/// The classes of a timetable that is published, and the trainees who attend them.
package struct ClassesOnRecord: Sendable {
  package let classes: [ClassRecord]
  package let trainees: [Trainee]
  /// The day of publication at the centre.
  package let day: CivilDate

  package init(classes: [ClassRecord], trainees: [Trainee], day: CivilDate) {
    self.classes = classes
    self.trainees = trainees
    self.day = day
  }
}

extension CentreStore {
  /// Enters classes as they were published: days, teachers and half days in place of what was there before.
  ///
  /// Who is no longer a member is kept with the day of the stamp as the day of leaving. All members have to be on
  /// record as trainees.
  package func record(_ classes: [ClassRecord], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Self.enter(classes, db, &scribe, stamp) }
  }

  static func enter(
    _ classes: [ClassRecord], _ db: Database, _ scribe: inout Scribe, _ stamp: RecordStamp
  ) throws {
    for held in classes {
      let cells = Records.classes.cells(held, &scribe)
      let changes = Records.classes.columns.dropFirst().map { "\($0) = excluded.\($0)" }
      let names = (["id", "centreID"] + Records.classes.columns + ["recordedOn", "recordedBy"])
      try db.execute(
        sql: """
          INSERT INTO classRecord (\(names.joined(separator: ", ")))
          VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
          ON CONFLICT (centreID, code) DO UPDATE SET \(changes.joined(separator: ", "))
          """,
        arguments: StatementArguments(
          [scribe.ids.next(), scribe.centre] + cells + [stamp.on.daysSinceEpoch, stamp.by]))
      try db.execute(sql: "DELETE FROM classTeacher WHERE class = ?", arguments: [held.id])
      try db.execute(sql: "DELETE FROM classHalfDay WHERE class = ?", arguments: [held.id])
      try Records.teachers.append(held.teachers.map { (held.id, $0) }, db, &scribe, stamp)
      try Records.halfDays.append(held.halfDays.map { (held.id, $0) }, db, &scribe, stamp)
      try enter(held.members, of: held.id, db, &scribe, stamp)
    }
  }

  private static func enter(
    _ members: [ClassRecord.Member], of classID: String, _ db: Database, _ scribe: inout Scribe,
    _ stamp: RecordStamp
  ) throws {
    let present = Set(members.map(\.trainee))
    let known = try String.fetchAll(
      db, sql: "SELECT trainee FROM classMember WHERE class = ? AND leftOn IS NULL", arguments: [classID])
    for trainee in known where !present.contains(trainee) {
      try db.execute(
        sql: "UPDATE classMember SET leftOn = ? WHERE class = ? AND trainee = ?",
        arguments: [stamp.on.daysSinceEpoch, classID, trainee])
    }
    for member in members { try enter(member, of: classID, db, &scribe, stamp) }
  }

  static func enter(
    _ member: ClassRecord.Member, of classID: String, _ db: Database, _ scribe: inout Scribe,
    _ stamp: RecordStamp
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO classMember (id, centreID, class, trainee, joinedOn, leftOn, recordedBy)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (class, trainee) DO UPDATE SET leftOn = excluded.leftOn
        """,
      arguments: [
        scribe.ids.next(), scribe.centre, classID, member.trainee, member.joinedOn.daysSinceEpoch,
        member.leftOn?.daysSinceEpoch, stamp.by,
      ])
  }

  /// Adds a member to a class on record, or records that one left.
  package func record(_ member: ClassRecord.Member, of classID: String, stamp: RecordStamp)
    throws(StoreError)
  {
    try record(stamp) { db, scribe in try Self.enter(member, of: classID, db, &scribe, stamp) }
  }

  /// A class with its teachers, half days and members; nil where none is on record.
  package func classRecord(_ code: String) throws(StoreError) -> ClassRecord? {
    try classRecords([code]).first
  }

  /// All classes on record or some of them, by their first day, with teachers and, unless they are not needed, half days
  /// and members.
  package func classRecords(_ codes: [String]? = nil, withMembers: Bool = true) throws(StoreError)
    -> [ClassRecord]
  {
    try read { db in
      let (clause, arguments) = Self.clause("code", isIn: codes)
      let (part, _) = Self.clause("class", isIn: codes)
      let teachers = Dictionary(
        grouping: try Records.teachers.values(db, seal, part + " ORDER BY class, person", arguments),
        by: \.classID)
      guard withMembers else {
        return try Records.classes.values(db, seal, clause + " ORDER BY firstDay, code", arguments).map {
          held in
          var held = held
          held.teachers = (teachers[held.id] ?? []).map(\.teacher)
          return held
        }
      }
      let halfDays = Dictionary(
        grouping: try Records.halfDays.values(db, seal, part + " ORDER BY rowid", arguments),
        by: \.classID)
      let members = Dictionary(
        grouping: try Records.members.values(db, seal, part + " ORDER BY class, trainee", arguments),
        by: \.classID)
      return try Records.classes.values(db, seal, clause + " ORDER BY firstDay, code", arguments).map {
        held in
        var held = held
        held.teachers = (teachers[held.id] ?? []).map(\.teacher)
        held.halfDays = (halfDays[held.id] ?? []).map(\.held)
        held.members = (members[held.id] ?? []).map(\.member)
        return held
      }
    }
  }

  /// All classes on record without who taught and who attended, by their first day.
  package func classHeads() throws(StoreError) -> [ClassRecord] {
    try read { try Records.classes.values($0, seal, "ORDER BY firstDay, code") }
  }

  /// The classes that a trainee attends or attended, by their first day.
  package func classes(ofTrainee code: String) throws(StoreError) -> [ClassRecord] {
    try read { db in
      try Records.classes.values(
        db, seal, "WHERE code IN (SELECT class FROM classMember WHERE trainee = ?) ORDER BY firstDay, code",
        [code])
    }
  }
}

extension Records {
  static let classes = RecordTable<ClassRecord>(
    name: "classRecord",
    columns: [
      "code", "course", "courseName", "programme", "cohort", "cohortName", "site", "area", "firstDay",
      "lastDay", "periods",
    ],
    cells: { held, _ in
      [
        held.id, held.course, held.courseName, held.programme.rawValue, held.cohort, held.cohortName,
        held.site, held.area, held.days.lowerBound.daysSinceEpoch, held.days.upperBound.daysSinceEpoch,
        held.periods,
      ]
    },
    value: { row in
      try ClassRecord(
        id: row["code"], course: row["course"], courseName: row["courseName"],
        programme: row.word("programme"),
        cohort: row["cohort"], cohortName: row["cohortName"], site: row["site"], area: row["area"],
        days: row.day("firstDay")...row.day("lastDay"), periods: row["periods"])
    })

  static let teachers = RecordTable<(classID: String, teacher: ClassRecord.Teacher)>(
    name: "classTeacher", columns: ["class", "person", "name"], isStamped: false,
    cells: { row, _ in [row.classID, row.teacher.person, row.teacher.name] },
    value: { row in
      try (row["class"], ClassRecord.Teacher(person: row["person"], name: row["name"]))
    })

  static let halfDays = RecordTable<(classID: String, held: HeldHalfDay)>(
    name: "classHalfDay", columns: ["class", "day", "block", "periods"], isStamped: false,
    cells: { row, _ in
      let halfDay = row.held.halfDay
      return [row.classID, halfDay.date.daysSinceEpoch, halfDay.block, row.held.periods]
    },
    value: { row in
      try (
        row["class"],
        HeldHalfDay(HalfDay(date: row.day("day"), block: row["block"]), periods: row["periods"])
      )
    })

  static let members = RecordTable<(classID: String, member: ClassRecord.Member)>(
    name: "classMember", columns: ["class", "trainee", "joinedOn", "leftOn"],
    cells: { row, _ in
      [
        row.classID, row.member.trainee, row.member.joinedOn.daysSinceEpoch,
        row.member.leftOn?.daysSinceEpoch,
      ]
    },
    value: { row in
      try (
        row["class"],
        ClassRecord.Member(
          trainee: row["trainee"], joinedOn: row.day("joinedOn"), leftOn: row.day(optional: "leftOn"))
      )
    })
}
