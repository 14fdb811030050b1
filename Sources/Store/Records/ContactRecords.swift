package import Civil
package import FollowUp
import Foundation
import GRDB

extension CentreStore {
  /// Appends contacts and opens the requests for help that they tell of; returns the contacts with their ids.
  ///
  /// A contact's id is made of its subject and a number: `T0001-3`.
  @discardableResult
  package func record(_ contacts: [Contact], stamp: RecordStamp) throws(StoreError) -> [Contact] {
    try record(stamp) { db, scribe in
      var entered: [Contact] = []
      try Self.count(contacts.count, on: stamp.on, db)
      for contact in contacts {
        let last = try Int.fetchOne(
          db, sql: "SELECT max(number) FROM contact WHERE subject = ?", arguments: [contact.subject])
        let number = (last ?? 0) + 1
        try Records.contacts.append([(number, contact)], db, &scribe, stamp)
        let named = contact.numbered(number, recordedOn: stamp.on)
        if let request = HelpRequest(openedBy: named) {
          try Records.helpRequests.append([request], db, &scribe, stamp)
        }
        entered.append(named)
      }
      return entered
    }
  }

  /// Notes that so many contacts are recorded on a day.
  static func count(_ contacts: Int, on day: CivilDate, _ db: Database) throws {
    guard contacts > 0 else { return }
    try db.execute(
      sql: """
        INSERT INTO contactDay (recordedOn, contacts) VALUES (?, ?)
        ON CONFLICT (recordedOn) DO UPDATE SET contacts = contacts + excluded.contacts
        """,
      arguments: [day.daysSinceEpoch, contacts])
  }

  /// The contacts with some trainees or ventures, or all, by subject and in the order in which they were recorded.
  package func contacts(with subjects: [String]? = nil) throws(StoreError) -> [Contact] {
    try read { db in
      guard let subjects else {
        return try Records.contacts.values(db, seal, "ORDER BY subject, number").map(\.contact)
      }
      let statement = try db.cachedStatement(
        sql: "SELECT * FROM contact WHERE subject = ? ORDER BY number")
      var found: [Contact] = []
      for subject in subjects {
        let rows = try Row.fetchCursor(statement, arguments: [subject])
        while let row = try rows.next() { found.append(try Contact(row: row)) }
      }
      return found
    }
  }

  /// How many contacts were recorded.
  package func contactCount() throws(StoreError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT sum(contacts) FROM contactDay") ?? 0 }
  }

  /// Opens a request for help that was asked for without a contact.
  package func record(_ requests: [HelpRequest], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.helpRequests.append(requests, db, &scribe, stamp) }
  }

  /// Closes a request that is open; false: there is none of that id that is open.
  package func closeRequest(
    _ id: String, outcome: String?, on day: CivilDate
  ) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE helpRequest SET closedDay = ?, outcome = ? WHERE code = ? AND closedDay IS NULL",
        arguments: [day.daysSinceEpoch, outcome, id])
      return db.changesCount == 1
    }
  }

  /// The requests of some subjects, or all, by the day on which they were opened.
  ///
  /// `day`: as they were known on it, so that one settled later is open; nil: as they are.
  package func helpRequests(
    of subjects: [String]? = nil, openOnly: Bool = false, knownOn day: CivilDate? = nil
  ) throws(StoreError) -> [HelpRequest] {
    try read { db in
      let (clause, arguments) = Self.clause("subject", isIn: subjects)
      let known = "recordedOn <= \(day?.daysSinceEpoch ?? .max)"
      return try Records.helpRequests.values(
        db, seal, (clause.isEmpty ? "WHERE " : clause + " AND ") + known + " ORDER BY openedDay, code",
        arguments
      ).map { $0.known(on: day) }.filter { !openOnly || $0.closedOn == nil }
    }
  }
}

extension HelpRequest {
  /// As it was known on a day; nil: as it is.
  fileprivate func known(on day: CivilDate?) -> HelpRequest {
    guard let day, let closedOn, closedOn > day else { return self }
    return HelpRequest(id: id, subject: subject, kind: kind, openedOn: openedOn, contact: contact)
  }
}

extension Contact {
  /// Named by its subject and number: `T0001-3`.
  func numbered(_ number: Int, recordedOn day: CivilDate) -> Contact {
    Contact(
      id: "\(subject)-\(number)", subject: subject, on: on, method: method, result: result, officer: officer,
      recordedOn: day, said: said, troubles: troubles, need: need, next: next)
  }

  /// From all columns of the table, by their places: of thousands of rows names would be looked up.
  fileprivate init(row: Row) throws {
    let subject: String = row[2]
    let number: Int = row[3]
    guard let method = Method(rawValue: row[5]), let result = Result(rawValue: row[6]) else {
      throw StoreError.failed(path: "contact", reason: "\(subject)-\(number) has an unknown method or result")
    }
    let (troubles, next): (String, Int?) = (row[9], row[11])
    self.init(
      id: "\(subject)-\(number)", subject: subject, on: CivilDate(daysSinceEpoch: row[4]), method: method,
      result: result, officer: row[7], recordedOn: CivilDate(daysSinceEpoch: row[12]), said: row[8],
      troubles: troubles.isEmpty
        ? [] : Set(troubles.split(separator: ";").compactMap { Trouble(rawValue: String($0)) }),
      need: (row[10] as String?).flatMap { HelpRequest.Kind(rawValue: $0) },
      next: next.map { CivilDate(daysSinceEpoch: $0) })
  }
}

extension Records {
  static let contacts = RecordTable<(number: Int, contact: Contact)>(
    name: "contact",
    columns: [
      "subject", "number", "day", "method", "result", "officer", "said", "troubles", "need", "nextDay",
    ],
    cells: { row, _ in
      let contact = row.contact
      return [
        contact.subject, row.number, contact.on.daysSinceEpoch, contact.method.rawValue,
        contact.result.rawValue, contact.officer, contact.said,
        contact.troubles.map(\.rawValue).sorted().joined(separator: ";"), contact.need?.rawValue,
        contact.next?.daysSinceEpoch,
      ]
    },
    value: { row in (row.row[3], try Contact(row: row.row)) })

  static let helpRequests = RecordTable<HelpRequest>(
    name: "helpRequest",
    columns: ["code", "subject", "kind", "openedDay", "contact", "closedDay", "outcome"],
    cells: { request, _ in
      [
        request.id, request.subject, request.kind.rawValue, request.openedOn.daysSinceEpoch, request.contact,
        request.closedOn?.daysSinceEpoch, request.outcome,
      ]
    },
    value: { row in
      try HelpRequest(
        id: row["code"], subject: row["subject"], kind: row.word("kind"), openedOn: row.day("openedDay"),
        contact: row[optional: "contact"], closedOn: row.day(optional: "closedDay"),
        outcome: row[optional: "outcome"])
    })
}
