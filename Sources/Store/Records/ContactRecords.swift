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

  /// The contacts with some trainees or ventures, or all, in the order of their days.
  package func contacts(with subjects: [String]? = nil) throws(StoreError) -> [Contact] {
    guard let subjects, subjects.count > 500 else {
      return try read { db in
        let (clause, arguments) = Self.clause("subject", isIn: subjects)
        return try Records.contacts.values(db, seal, clause + " ORDER BY subject, number", arguments)
          .map(\.contact)
      }
    }
    return try read { db in
      try subjects.flatMap { subject in
        try Records.contacts.values(db, seal, "WHERE subject = ? ORDER BY number", [subject]).map(\.contact)
      }
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
  package func closeRequest(_ id: String, on day: CivilDate) throws(StoreError) -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE helpRequest SET closedDay = ? WHERE code = ? AND closedDay IS NULL",
        arguments: [day.daysSinceEpoch, id])
      return db.changesCount == 1
    }
  }

  /// The requests of some subjects, or all, by the day on which they were opened.
  package func helpRequests(of subjects: [String]? = nil, openOnly: Bool = false) throws(StoreError)
    -> [HelpRequest]
  {
    try read { db in
      let (clause, arguments) = Self.clause("subject", isIn: subjects)
      return try Records.helpRequests.values(db, seal, clause + " ORDER BY openedDay, code", arguments)
        .filter { !openOnly || $0.closedOn == nil }
    }
  }
}

extension Contact {
  func numbered(_ number: Int, recordedOn day: CivilDate) -> Contact {
    Contact(
      id: "\(subject)-\(number)", subject: subject, on: on, method: method, result: result, officer: officer,
      recordedOn: day, said: said, troubles: troubles, need: need, next: next)
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
    value: { row in
      let number: Int = try row["number"]
      let troubles: String = try row["troubles"]
      let contact = try Contact(
        id: "", subject: row["subject"], on: row.day("day"), method: row.word("method"),
        result: row.word("result"), officer: row["officer"], said: row[optional: "said"],
        troubles: Set(troubles.split(separator: ";").compactMap { Contact.Trouble(rawValue: String($0)) }),
        need: row.word(optional: "need"), next: row.day(optional: "nextDay"))
      return (number, contact.numbered(number, recordedOn: try row.day("recordedOn")))
    })

  static let helpRequests = RecordTable<HelpRequest>(
    name: "helpRequest", columns: ["code", "subject", "kind", "openedDay", "contact", "closedDay"],
    cells: { request, _ in
      [
        request.id, request.subject, request.kind.rawValue, request.openedOn.daysSinceEpoch, request.contact,
        request.closedOn?.daysSinceEpoch,
      ]
    },
    value: { row in
      try HelpRequest(
        id: row["code"], subject: row["subject"], kind: row.word("kind"), openedOn: row.day("openedDay"),
        contact: row[optional: "contact"], closedOn: row.day(optional: "closedDay"))
    })
}
