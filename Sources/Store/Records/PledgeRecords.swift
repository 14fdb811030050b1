package import Civil
import Foundation
import GRDB
package import Mentors

extension CentreStore {
  /// Appends pledges, each with its first officer; returns their ids: `B00012`.
  package func record(
    _ pledges: [(pledge: Pledge, officer: String)], stamp: RecordStamp
  ) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      let first = try NumberedRecord.pledge.next(db)
      let rows = pledges.enumerated().map { place, one in
        PledgeRow(
          entry: nil, number: first + place, trainee: one.pledge.trainee, officer: one.officer,
          from: one.pledge.from, to: one.pledge.to, stamp: stamp)
      }
      try Records.pledges.append(rows, db, &scribe, stamp)
      return rows.map { NumberedRecord.pledge.id($0.number) }
    }
  }

  /// Hands a pledge on; false: none of the id stands.
  package func handOn(
    pledge id: String, to officer: String, from day: CivilDate, reason: String?, stamp: RecordStamp
  ) throws(StoreError) -> Bool {
    try record(stamp) { db, scribe in
      guard try NumberedRecord.pledge.row(id, db) != nil, let number = NumberedRecord.pledge.number(id)
      else { return false }
      let row = PledgeOfficerRow(
        pledge: number, officer: officer, from: day, reason: reason, on: stamp.on, by: stamp.by)
      try Records.pledgeOfficers.append([row], db, &scribe, stamp)
      return true
    }
  }

  /// Appends what was done for pledges; returns the ids: `D00012`.
  package func record(
    _ deeds: [(pledge: String, deed: Pledge.Deed)], stamp: RecordStamp
  ) throws(StoreError) -> [String] {
    try record(stamp) { db, scribe in
      let first = try NumberedRecord.pledgeDeed.next(db)
      let rows = deeds.compactMap { one in NumberedRecord.pledge.number(one.pledge).map { ($0, one.deed) } }
        .enumerated().map { place, row in (number: first + place, pledge: row.0, deed: row.1) }
      try Records.pledgeDeeds.append(rows, db, &scribe, stamp)
      return rows.map { NumberedRecord.pledgeDeed.id($0.number) }
    }
  }

  /// The pledges that stood on a day, with officers, deeds and ends as known on it, in the order of their numbers.
  package func pledges(of trainees: [String]? = nil, knownOn day: CivilDate) throws(StoreError) -> [Pledge] {
    try read { db in
      let days: StatementArguments = [day.daysSinceEpoch, day.daysSinceEpoch]
      let (clause, arguments) = Self.clause("trainee", isIn: trainees)
      let rows = try Records.pledges.values(
        db, seal,
        "\(clause.isEmpty ? "WHERE true" : clause) AND \(NumberedRecord.stood(in: "pledge")) ORDER BY number",
        arguments + days)
      let endings = try Self.endings(knownOn: day, db, seal)
      let officers = Dictionary(
        grouping: try Records.pledgeOfficers.values(
          db, seal, "WHERE recordedOn <= ? ORDER BY rowid", [day.daysSinceEpoch]), by: \.pledge)
      let deeds = Dictionary(
        grouping: try Records.pledgeDeeds.values(
          db, seal, "WHERE \(NumberedRecord.stood(in: "pledgeDeed")) ORDER BY day, number", days),
        by: \.pledge)
      return rows.map { row in
        let handed = officers[row.number] ?? []
        let entries = [row.firstOfficer] + handed.enumerated().map { $1.entry(number: $0 + 2) }
        let ending = row.entry.flatMap { endings[$0] }
        return Pledge(
          id: NumberedRecord.pledge.id(row.number), trainee: row.trainee, from: row.from,
          to: ending?.on ?? row.to, endReason: ending?.reason, officers: Ledger(entries),
          deeds: (deeds[row.number] ?? []).map(\.deed))
      }
    }
  }
}

/// A pledge as it was given.
struct PledgeRow {
  let entry: UUID?
  let number: Int
  let trainee: String
  let officer: String
  let from: CivilDate
  let to: CivilDate?
  let on: CivilDate
  let by: String

  init(
    entry: UUID?, number: Int, trainee: String, officer: String, from: CivilDate, to: CivilDate?,
    stamp: RecordStamp
  ) {
    self.init(
      entry: entry, number: number, trainee: trainee, officer: officer, from: from, to: to, on: stamp.on,
      by: stamp.by)
  }

  init(
    entry: UUID?, number: Int, trainee: String, officer: String, from: CivilDate, to: CivilDate?,
    on: CivilDate, by: String
  ) {
    self.entry = entry
    self.number = number
    self.trainee = trainee
    self.officer = officer
    self.from = from
    self.to = to
    self.on = on
    self.by = by
  }

  var firstOfficer: Ledger<String>.Entry {
    Ledger<String>.Entry(id: "1", officer, from: from, recordedOn: on, recordedBy: by)
  }
}

/// That another officer answers from a day on.
struct PledgeOfficerRow {
  let pledge: Int
  let officer: String
  let from: CivilDate
  let reason: String?
  let on: CivilDate
  let by: String

  func entry(number: Int) -> Ledger<String>.Entry {
    Ledger<String>.Entry(id: "\(number)", officer, from: from, recordedOn: on, recordedBy: by)
  }
}

extension Records {
  static let pledges = RecordTable<PledgeRow>(
    name: "pledge", columns: ["number", "trainee", "officer", "fromDay", "toDay"],
    cells: { row, _ in
      [row.number, row.trainee, row.officer, row.from.daysSinceEpoch, row.to?.daysSinceEpoch]
    },
    value: { row in
      try PledgeRow(
        entry: row["id"], number: row["number"], trainee: row["trainee"], officer: row["officer"],
        from: row.day("fromDay"), to: row.day(optional: "toDay"), on: row.day("recordedOn"),
        by: row["recordedBy"])
    })

  static let pledgeOfficers = RecordTable<PledgeOfficerRow>(
    name: "pledgeOfficer", columns: ["pledge", "officer", "fromDay", "reason"],
    cells: { row, _ in [row.pledge, row.officer, row.from.daysSinceEpoch, row.reason] },
    value: { row in
      try PledgeOfficerRow(
        pledge: row["pledge"], officer: row["officer"], from: row.day("fromDay"),
        reason: row[optional: "reason"], on: row.day("recordedOn"), by: row["recordedBy"])
    })

  static let pledgeDeeds = RecordTable<(number: Int, pledge: Int, deed: Pledge.Deed)>(
    name: "pledgeDeed", columns: ["number", "pledge", "item", "day", "what"],
    cells: { row, _ in
      [row.number, row.pledge, row.deed.item.rawValue, row.deed.on.daysSinceEpoch, row.deed.what]
    },
    value: { row in
      let number: Int = try row["number"]
      let deed = try Pledge.Deed(
        id: NumberedRecord.pledgeDeed.id(number), item: row.word("item"), on: row.day("day"),
        what: row["what"], recordedOn: row.day("recordedOn"))
      return (number, try row["pledge"], deed)
    })
}
