package import Civil
import Foundation
import GRDB
package import Planning

extension CentreStore {
  /// Appends a standing meeting, in place of the one of its code before it.
  package func record(_ meeting: StandingMeeting, stamp: RecordStamp) throws(StoreError) {
    try append(meeting, isEnded: false, stamp: stamp)
  }

  /// Ends a standing meeting; false: none of the code is held.
  package func endStandingMeeting(_ code: String, stamp: RecordStamp) throws(StoreError) -> Bool {
    guard let known = try standingMeetings(knownOn: stamp.on).first(where: { $0.code == code }) else {
      return false
    }
    try append(known, isEnded: true, stamp: stamp)
    return true
  }

  private func append(
    _ meeting: StandingMeeting, isEnded: Bool, stamp: RecordStamp
  ) throws(StoreError) {
    try record(stamp) { db, scribe in
      let number = try Int.fetchOne(db, sql: "SELECT max(number) FROM standingMeeting") ?? 0
      try Records.standingMeetings.append(
        [(number: number + 1, meeting: meeting, isEnded: isEnded)], db, &scribe, stamp)
    }
  }

  /// The standing meetings as known on a day, by code; those that were ended are left out.
  package func standingMeetings(knownOn day: CivilDate) throws(StoreError) -> [StandingMeeting] {
    try read { db in
      try Records.standingMeetings.values(
        db, seal,
        """
        WHERE recordedOn <= :day AND number IN (
          SELECT max(number) FROM standingMeeting WHERE recordedOn <= :day GROUP BY code)
        ORDER BY code
        """, ["day": day.daysSinceEpoch]
      ).filter { !$0.isEnded }.map(\.meeting)
    }
  }

  /// Brings what calendars are told of standing meetings up to what is wanted, and tells it all, with what is cancelled.
  ///
  /// A meeting keeps its id for its life, by the day that its rhythm asks for; whatever changes raises its sequence.
  package func notices(
    _ wanted: [StandingOccurrence], within days: ClosedRange<CivilDate>, stamp: RecordStamp
  ) throws(StoreError) -> [StandingNotice] {
    struct Key: Hashable {
      let meeting: String
      let nominal: CivilDate
    }
    return try record(stamp) { db, scribe in
      let sql = """
        SELECT * FROM standingMeetingNotice WHERE nominalDay BETWEEN ? AND ? ORDER BY meeting, nominalDay
        """
      let range: StatementArguments = [days.lowerBound.daysSinceEpoch, days.upperBound.daysSinceEpoch]
      var held: [Key: StandingNotice] = [:]
      for row in try Row.fetchAll(db, sql: sql, arguments: range) {
        let notice = StandingNotice(row: row)
        held[Key(meeting: notice.told.meeting, nominal: notice.told.nominal)] = notice
      }
      let insertion = try db.cachedStatement(
        sql: """
          INSERT INTO standingMeetingNotice (id, centreID, meeting, nominalDay, day, startMinute, endMinute, title,
            place, attendees, sequence, revisedAt, isCancelled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0)
          """)
      let change = try db.cachedStatement(
        sql: """
          UPDATE standingMeetingNotice SET day = ?, startMinute = ?, endMinute = ?, title = ?, place = ?, attendees = ?,
            isCancelled = ?, sequence = sequence + 1, revisedAt = max(?, revisedAt + 1)
          WHERE meeting = ? AND nominalDay = ?
          """)
      let now = stamp.at.secondsSinceEpoch
      func told(_ one: StandingOccurrence, _ day: CivilDate) -> [any DatabaseValueConvertible] {
        [
          day.daysSinceEpoch, one.start.minutes, one.end.minutes, one.name, one.place,
          one.attendees.joined(separator: ";"),
        ]
      }
      func update(_ one: StandingOccurrence, on day: CivilDate, isCancelled: Bool) throws {
        let head = told(one, day) + [isCancelled, now, one.meeting, one.nominal.daysSinceEpoch]
        try change.execute(arguments: StatementArguments(head))
      }
      for one in wanted {
        let known = held.removeValue(forKey: Key(meeting: one.meeting, nominal: one.nominal))
        guard let day = one.held else {
          if let known, !known.isCancelled { try update(known.told, on: known.day, isCancelled: true) }
          continue
        }
        guard let known else {
          let head: [any DatabaseValueConvertible] = [
            scribe.ids.nextForPublic(), scribe.centre, one.meeting, one.nominal.daysSinceEpoch,
          ]
          try insertion.execute(arguments: StatementArguments(head + told(one, day) + [now]))
          continue
        }
        if known.told != one || known.isCancelled { try update(one, on: day, isCancelled: false) }
      }
      for known in held.values.sorted(by: { $0.uid < $1.uid })
      where !known.isCancelled && known.day >= stamp.on {
        try update(known.told, on: known.day, isCancelled: true)
      }
      return try Row.fetchAll(db, sql: sql, arguments: range).map(StandingNotice.init(row:))
    }
  }
}

/// What calendars are told of one standing meeting.
package struct StandingNotice: Hashable, Sendable {
  package let uid: String
  package let told: StandingOccurrence
  package let day: CivilDate
  /// Rises with every change, from 0.
  package let sequence: Int
  package let revised: Instant
  package let isCancelled: Bool

  fileprivate init(row: Row) {
    let id: UUID = row["id"]
    uid = id.uuidString.lowercased()
    day = CivilDate(daysSinceEpoch: row["day"])
    let attendees: String = row["attendees"]
    told = StandingOccurrence(
      meeting: row["meeting"], name: row["title"], nominal: CivilDate(daysSinceEpoch: row["nominalDay"]),
      held: day, start: ClockTime(minutes: row["startMinute"]), end: ClockTime(minutes: row["endMinute"]),
      place: row["place"], attendees: attendees.split(separator: ";").map(String.init))
    sequence = row["sequence"]
    revised = Instant(secondsSinceEpoch: row["revisedAt"])
    isCancelled = row["isCancelled"]
  }
}

extension Records {
  static let standingMeetings = RecordTable<(number: Int, meeting: StandingMeeting, isEnded: Bool)>(
    name: "standingMeeting",
    columns: [
      "number", "code", "name", "rhythm", "rhythmDay", "move", "startMinute", "endMinute", "fromDay", "toDay",
      "place", "attendees",
    ],
    cells: { row, _ in
      let meeting = row.meeting
      let rhythm: (String, Int) =
        switch meeting.cadence.rhythm {
        case .weekly(let weekday): ("weekly", weekday.rawValue)
        case .monthly(let day): ("monthly", day)
        case .quarterly(let day): ("quarterly", day)
        }
      let own: (String, Int)? = row.isEnded ? nil : rhythm
      return [
        row.number, meeting.code, meeting.name, own?.0, own?.1, meeting.cadence.move.rawValue,
        meeting.start.minutes, meeting.end.minutes, meeting.days.lowerBound.daysSinceEpoch,
        meeting.days.upperBound.daysSinceEpoch, meeting.place, meeting.attendees.joined(separator: ";"),
      ]
    },
    value: { row in
      let (rhythm, day): (String?, Int?) = (try row[optional: "rhythm"], try row[optional: "rhythmDay"])
      let attendees: String = try row["attendees"]
      let cadence: Cadence.Rhythm =
        switch rhythm {
        case "monthly": .monthly(day: day ?? 1)
        case "quarterly": .quarterly(day: day ?? 1)
        default: .weekly(day.flatMap(Weekday.init(rawValue:)) ?? .monday)
        }
      let meeting = StandingMeeting(
        code: try row["code"], name: try row["name"],
        cadence: Cadence(cadence, move: try row.word("move")),
        start: ClockTime(minutes: try row["startMinute"]), end: ClockTime(minutes: try row["endMinute"]),
        days: try row.day("fromDay")...row.day("toDay"), place: try row["place"],
        attendees: attendees.split(separator: ";").map(String.init))
      return (try row["number"], meeting, rhythm == nil)
    })
}
