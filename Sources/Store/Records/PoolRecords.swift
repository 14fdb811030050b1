package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends what changes of members of the pool, in the order given.
  package func record(_ changes: [PoolChange], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in
      for change in changes {
        if let version = change.version {
          let last = try Int.fetchOne(
            db, sql: "SELECT max(number) FROM poolMember WHERE code = ?", arguments: [change.member])
          try Records.poolMembers.append(
            [((last ?? 0) + 1, version.identity, version.profile)], db, &scribe, stamp)
        }
        for step in change.steps {
          try Self.append(
            Records.poolSteps, .membership, change.member, step,
            step.corrects.flatMap { LedgerID(text: $0)?.number }, db, &scribe, stamp)
        }
        for entry in change.certificates {
          try Self.append(
            Records.poolCertificates, .certificate, change.member, entry,
            entry.corrects.flatMap { LedgerID(text: $0)?.number }, db, &scribe, stamp)
        }
      }
    }
  }

  /// The members of the pool as they were known on a day, by id: some of them or all.
  package func poolRecords(of codes: [String]? = nil, knownOn day: CivilDate) throws(StoreError)
    -> [PoolRecord]
  {
    try read { db in
      let (clause, arguments) = Self.clause("code", isIn: codes)
      return try Records.poolMembers.values(
        db, seal,
        """
        \(clause.isEmpty ? "WHERE true" : clause) AND number =
          (SELECT max(number) FROM poolMember AS other WHERE other.code = poolMember.code
             AND other.recordedOn <= ?)
        ORDER BY code
        """, arguments + [day.daysSinceEpoch]
      ).map { version in
        PoolRecord(
          version.identity, profile: version.profile,
          membership: try ledger(Records.poolSteps, of: version.profile.id, db),
          certificates: try ledger(Records.poolCertificates, of: version.profile.id, db), knownOn: day)
      }
    }
  }

  /// What the lecturers, mentors and experts of the plan and of the pool are called, by id.
  package func mentorNames() throws(StoreError) -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT code, name FROM person
          UNION ALL SELECT code, name FROM poolMember WHERE number =
            (SELECT max(number) FROM poolMember AS other WHERE other.code = poolMember.code)
          """)
      return try rows.reduce(into: [:]) { names, row in
        names[try row.decode(String.self, atIndex: 0)] = try row.decode(String.self, atIndex: 1)
      }
    }
  }

  /// The industries that trainees wish for, by trainee; those who name none are left out.
  package func industries(of trainees: [String]) throws(StoreError) -> [String: String] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT industry FROM traineeRecord WHERE code = ?")
      var industries: [String: String] = [:]
      for trainee in trainees {
        industries[trainee] = try String.fetchOne(statement, arguments: [trainee])
      }
      return industries
    }
  }

  /// Periods of class that people teach on some days by the timetables that were published, by id.
  package func publishedPeriods(within days: ClosedRange<CivilDate>) throws(StoreError) -> [String: Int] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT teacher.person, sum(revision.periods) FROM revision
          JOIN session ON session.id = revision.sessionID JOIN revisionPerson AS teacher ON teacher.ownerID = revision.id
          WHERE session.kind = 'class' AND revision.status <> 'cancelled' AND revision.date BETWEEN ? AND ?
            AND revision.number = (SELECT max(number) FROM revision AS other WHERE other.sessionID = revision.sessionID)
          GROUP BY teacher.person
          """, arguments: [days.lowerBound, days.upperBound])
      return try rows.reduce(into: [:]) { periods, row in
        periods[try row.decode(String.self, atIndex: 0)] = try row.decode(Int.self, atIndex: 1)
      }
    }
  }
}

extension Records {
  static let poolMembers = RecordTable<(number: Int, identity: PoolIdentity, profile: PoolMember)>(
    name: "poolMember",
    columns: [
      "code", "number", "name", "phoneSealed", "trainee", "kinds", "department", "links", "industries",
      "fields", "areas", "languages", "capacity", "isFree", "isInTeam",
    ],
    cells: { row, scribe in
      let (identity, member) = (row.identity, row.profile)
      func list(_ words: some Sequence<String>) -> String { Lines.text(words.sorted().map { [$0] }) }
      return [
        member.id, row.number, identity.name, scribe.sealed(identity.phone), identity.trainee,
        list(member.kinds.map(\.rawValue)), member.department, list(member.links.map(\.rawValue)),
        list(member.industries.map(\.code)), list(member.fields), list(member.areas.map(\.description)),
        list(member.languages), member.capacity, member.isFree, member.isInTeam,
      ]
    },
    value: { row in
      func list<Item: Hashable>(_ column: String, _ read: (String) -> Item?) throws -> Set<Item> {
        var items: Set<Item> = []
        for fields in try Lines.fields(row[column]) {
          guard let item = read(fields[0]) else { throw row.misfit(column) }
          items.insert(item)
        }
        return items
      }
      let identity = try PoolIdentity(
        name: row["name"], phone: row.opened("phoneSealed"), trainee: row[optional: "trainee"])
      let member = try PoolMember(
        id: row["code"], kinds: list("kinds", PoolMember.Kind.init), department: row[optional: "department"],
        links: list("links", ServiceLink.init), industries: list("industries") { IndustryScope($0) },
        fields: list("fields") { $0 }, areas: list("areas") { AreaCode($0) },
        languages: list("languages") { $0 }, capacity: row[optional: "capacity"], isFree: row["isFree"],
        isInTeam: row["isInTeam"])
      return (try row["number"], identity, member)
    })

  static let poolSteps: RecordTable<LedgerRow<PoolState>> = ledger(
    .membership, "poolStep", columns: ["state", "lastDay", "reason"], isBounded: false,
    cells: { state, _ in
      var last: CivilDate?
      if case .serving(let end) = state { last = end }
      return [state?.word, last?.daysSinceEpoch, state?.reason]
    },
    fact: { row in
      guard let word: String = try row[optional: "state"] else { return nil }
      let reason: String? = try row[optional: "reason"]
      guard let state = PoolState(word, lastDay: try row.day(optional: "lastDay"), reason: reason) else {
        throw row.misfit("state")
      }
      return state
    })

  static let poolCertificates: RecordTable<LedgerRow<MentorCertificate>> = ledger(
    .certificate, "poolCertificate", columns: ["kind", "paperSealed", "yearlyPeriods"],
    cells: { certificate, scribe in
      let number = certificate?.number ?? ""
      return [certificate?.kind, scribe.sealed(number.isEmpty ? nil : number), certificate?.yearlyPeriods]
    },
    fact: { row in
      guard let kind: String = try row[optional: "kind"] else { return nil }
      return MentorCertificate(
        kind: kind, number: try row.opened("paperSealed") ?? "", from: try row.day("fromDay"),
        to: try row.day(optional: "toDay"), yearlyPeriods: try row[optional: "yearlyPeriods"])
    })
}

extension PoolState {
  fileprivate var word: String {
    switch self {
    case .applied: "applied"
    case .vetting: "vetting"
    case .refused: "refused"
    case .serving: "serving"
    case .suspended: "suspended"
    case .ended: "ended"
    }
  }

  fileprivate init?(_ word: String, lastDay: CivilDate?, reason: String?) {
    switch word {
    case "applied": self = .applied
    case "vetting": self = .vetting
    case "refused": self = .refused(reason: reason ?? "")
    case "serving": self = .serving(to: lastDay)
    case "suspended": self = .suspended(reason: reason ?? "")
    case "ended": self = .ended(reason: reason ?? "")
    default: return nil
    }
  }
}
