package import Civil
package import FollowUp
import GRDB

extension CentreStore {
  /// The contacts of a period, by subject and number: of an officer, or all; with the trainees of an area, or all.
  package func contacts(
    within period: ClosedRange<CivilDate>, officer: String? = nil, area: String = ""
  ) throws(StoreError) -> [Contact] {
    var asked = RowConditions()
    asked.narrow("day >= ?", period.lowerBound.daysSinceEpoch)
    asked.narrow("day <= ?", period.upperBound.daysSinceEpoch)
    asked.narrow("officer = ?", officer)
    let code = AreaCode.prefix(area)
    asked.narrow(
      "EXISTS (SELECT 1 FROM traineeRecord t WHERE t.code = contact.subject AND t.area LIKE ? || '%')",
      code.isEmpty ? nil : code)
    let conditions = asked
    return try read { db in
      try Records.contacts.values(
        db, seal, conditions.clause + " ORDER BY subject, number", conditions.arguments
      ).map(\.contact)
    }
  }

  /// The areas of some trainees, by code; who is not on record or has none is left out.
  ///
  /// `day`: as they were on record on it; nil: as they are.
  package func traineeAreas(
    of codes: [String], knownOn day: CivilDate? = nil
  ) throws(StoreError) -> [String: String] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT area FROM traineeRecord INDEXED BY traineeRecordArea WHERE code = ?")
      // Of several changes the first one after the day tells what was there before it.
      let earlier = try db.cachedStatement(
        sql: "SELECT area FROM traineeHistory WHERE code = ? AND replacedOn > ? ORDER BY rowid LIMIT 1")
      let last = try Int.fetchOne(db, sql: "SELECT max(replacedOn) FROM traineeHistory")
      let changedAfter = day.flatMap { day in last.map { $0 > day.daysSinceEpoch } == true ? day : nil }
      var areas: [String: String] = [:]
      for code in codes where areas[code] == nil {
        if let changedAfter,
          let row = try Row.fetchOne(earlier, arguments: [code, changedAfter.daysSinceEpoch])
        {
          areas[code] = row[0]
        } else {
          areas[code] = try String.fetchOne(statement, arguments: [code])
        }
      }
      return areas
    }
  }

  /// The contacts in which a next one was agreed for a day up to a date, and nobody was contacted from that day on; as
  /// was known on the date.
  package func agreedContacts(officer: String?, upTo date: CivilDate) throws(StoreError) -> [Contact] {
    let by = officer == nil ? "" : "officer = :officer AND "
    return try read { db in
      try Records.contacts.values(
        db, seal,
        """
        WHERE \(by)nextDay IS NOT NULL AND nextDay <= :date AND recordedOn <= :date AND NOT EXISTS (
          SELECT 1 FROM contact AS later WHERE later.subject = contact.subject AND later.number > contact.number
            AND later.recordedOn <= :date AND (later.day >= contact.nextDay OR later.nextDay IS NOT NULL))
        ORDER BY nextDay, subject
        """,
        officer.map { ["date": date.daysSinceEpoch, "officer": $0] } ?? ["date": date.daysSinceEpoch]
      ).map(\.contact)
    }
  }

  /// The trainees with a venture whom an officer follows, by code.
  package func founders(followedBy officer: String) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql:
          "SELECT DISTINCT trainee FROM followUpCase WHERE officer = ? AND hasVenture = 1 ORDER BY trainee",
        arguments: [officer])
    }
  }

  /// The last day on which each of some trainees was reached, as known on a day; who never was is left out.
  package func lastReached(
    _ trainees: [String], knownOn day: CivilDate
  ) throws(StoreError) -> [String: CivilDate] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT max(day) FROM contact WHERE subject = ? AND result = 'reached' AND recordedOn <= ?")
      var reached: [String: CivilDate] = [:]
      for trainee in trainees {
        reached[trainee] = try Int.fetchOne(statement, arguments: [trainee, day.daysSinceEpoch])
          .map { CivilDate(daysSinceEpoch: $0) }
      }
      return reached
    }
  }

  /// The name, telephone and area of some trainees, by code; who is not on record is left out.
  package func traineeNames(
    of codes: [String]
  ) throws(StoreError) -> [String: (name: String, phone: String?, area: String?)] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT id, name, phoneSealed, area FROM traineeRecord WHERE code = ?")
      var names: [String: (name: String, phone: String?, area: String?)] = [:]
      for code in codes where names[code] == nil {
        guard let row = try Row.fetchOne(statement, arguments: [code]) else { continue }
        let fields = RecordRow(table: "traineeRecord", row: row, seal: seal)
        names[code] = (try fields["name"], try fields.opened("phoneSealed"), try fields[optional: "area"])
      }
      return names
    }
  }
}
