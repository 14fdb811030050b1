package import Civil
package import FollowUp
import Foundation
import GRDB

/// One entry of an officer's calendar: whom to contact on a day.
package struct FollowUpNotice: Hashable, Sendable {
  package let uid: String
  package let officer: String
  package let day: CivilDate
  package let title: String
  package let content: String
  /// Rises with every change, from 0.
  package let sequence: Int
  package let revised: Instant
  package let isCancelled: Bool
}

/// What an entry of an officer's calendar should say.
package struct WantedNotice: Hashable, Sendable {
  package let officer: String
  package let day: CivilDate
  package let title: String
  package let content: String
  /// Nothing is left to do: an entry that was told before is cancelled, and none is made.
  package let isDone: Bool

  package init(officer: String, day: CivilDate, title: String, content: String, isDone: Bool) {
    self.officer = officer
    self.day = day
    self.title = title
    self.content = content
    self.isDone = isDone
  }
}

/// A contact that is due on a day, as an officer's calendar tells of it.
package struct DueContact: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case task(FollowUpTask.Step)
    /// Agreed with the person.
    case agreed
  }

  package let officer: String
  package let day: CivilDate
  package let trainee: String
  package let kind: Kind
  package let isDone: Bool
}

extension CentreStore {
  /// What is due within some days, by officer, day and trainee.
  ///
  /// Left out are those who withdrew their consent, who are lost, and tasks whose time is over on `today`.
  package func dueContacts(
    within days: ClosedRange<CivilDate>, today: CivilDate
  ) throws(StoreError) -> [DueContact] {
    try read { db in
      let arguments: StatementArguments = [
        "first": days.lowerBound.daysSinceEpoch, "last": days.upperBound.daysSinceEpoch,
        "today": today.daysSinceEpoch,
      ]
      let tasks = try Row.fetchAll(
        db,
        sql: """
          SELECT s.officer, s.dueOn, s.trainee, s.unit, s.number, s.answeredOn IS NOT NULL FROM followUpStep s
          JOIN followUpCase c ON c.trainee = s.trainee AND c.class = s.class
          WHERE s.dueOn BETWEEN :first AND :last AND (c.followedTo IS NULL OR s.dueOn <= c.followedTo)
            AND (s.answeredOn IS NOT NULL OR c.lostSince IS NULL AND (s.closesOn IS NULL OR s.closesOn > :today))
          ORDER BY s.officer, s.dueOn, s.trainee, s.unit, s.number
          """, arguments: arguments)
      let agreed = try Row.fetchAll(
        db,
        sql: """
          SELECT officer, nextDay, subject, EXISTS (SELECT 1 FROM contact AS later
            WHERE later.subject = contact.subject AND later.number > contact.number AND later.day >= contact.nextDay)
          FROM contact WHERE nextDay BETWEEN :first AND :last AND :today = :today
          ORDER BY officer, nextDay, subject
          """, arguments: arguments)
      let due = tasks.map { row in
        let (unit, number): (String, Int) = (row[3], row[4])
        return DueContact(
          officer: row[0], day: CivilDate(daysSinceEpoch: row[1]), trainee: row[2],
          kind: .task(unit == "day" ? .day(number) : .month(number)), isDone: row[5])
      }
      return due
        + agreed.map { row in
          DueContact(
            officer: row[0], day: CivilDate(daysSinceEpoch: row[1]), trainee: row[2], kind: .agreed,
            isDone: row[3])
        }
    }
  }

  /// Brings the entries of the officers' calendars up to what is wanted, and tells them all, those cancelled too.
  ///
  /// An entry keeps its id for its life; whatever changes raises its sequence. Entries of days outside `days` are left
  /// as they are and not told.
  package func notices(
    _ wanted: [WantedNotice], within days: ClosedRange<CivilDate>, stamp: RecordStamp
  ) throws(StoreError) -> [FollowUpNotice] {
    try record(stamp) { db, scribe in
      let range: StatementArguments = [days.lowerBound.daysSinceEpoch, days.upperBound.daysSinceEpoch]
      let sql = "SELECT * FROM followUpNotice WHERE day BETWEEN ? AND ? ORDER BY officer, day"
      var held: [String: [CivilDate: FollowUpNotice]] = [:]
      for row in try Row.fetchAll(db, sql: sql, arguments: range) {
        let notice = FollowUpNotice(row: row)
        held[notice.officer, default: [:]][notice.day] = notice
      }
      let insertion = try db.cachedStatement(
        sql: """
          INSERT INTO followUpNotice (id, centreID, officer, day, title, content, sequence, revisedAt, isCancelled)
          VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0)
          """)
      let change = try db.cachedStatement(
        sql: """
          UPDATE followUpNotice SET title = ?, content = ?, sequence = sequence + 1, isCancelled = ?,
            revisedAt = max(?, revisedAt + 1)
          WHERE officer = ? AND day = ?
          """)
      let now = stamp.at.secondsSinceEpoch
      for one in wanted {
        guard let known = held[one.officer]?.removeValue(forKey: one.day) else {
          if one.isDone { continue }
          try insertion.execute(arguments: [
            scribe.ids.nextForPublic(), scribe.centre, one.officer, one.day.daysSinceEpoch, one.title,
            one.content, now,
          ])
          continue
        }
        guard (known.title, known.content, known.isCancelled) != (one.title, one.content, one.isDone) else {
          continue
        }
        try change.execute(arguments: [
          one.title, one.content, one.isDone, now, one.officer, one.day.daysSinceEpoch,
        ])
      }
      for known in held.values.flatMap(\.values) where !known.isCancelled {
        try change.execute(arguments: [
          known.title, known.content, true, now, known.officer, known.day.daysSinceEpoch,
        ])
      }
      return try Row.fetchAll(db, sql: sql, arguments: range).map(FollowUpNotice.init(row:))
    }
  }

  /// A name that cannot be guessed and stays the same, for a text that may not be shown.
  package func opaqueName(of text: String) -> String {
    seal.fingerprint(text).prefix(12).map { byte in
      let digits = Array("ghjkmnpqrstvwxyz")
      return "\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

extension FollowUpNotice {
  fileprivate init(row: Row) {
    let id: UUID = row["id"]
    uid = id.uuidString.lowercased()
    officer = row["officer"]
    day = CivilDate(daysSinceEpoch: row["day"])
    title = row["title"]
    content = row["content"]
    sequence = row["sequence"]
    revised = Instant(secondsSinceEpoch: row["revisedAt"])
    isCancelled = row["isCancelled"]
  }
}
