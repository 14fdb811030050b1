package import Civil
import FollowUp
import Foundation
import GRDB
package import Indicators

extension CentreStore {
  package func record(_ denominators: [Denominator], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.denominators.append(denominators, db, &scribe, stamp) }
  }

  /// All numbers that were imported to be divided by, in the order of their import.
  package func denominators() throws(StoreError) -> [Denominator] {
    try read { try Records.denominators.values($0, seal, "ORDER BY rowid") }
  }

  package func record(_ surveys: [SurveyCount], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.surveys.append(surveys, db, &scribe, stamp) }
  }

  /// All surveys, in the order of their import.
  package func surveys() throws(StoreError) -> [SurveyCount] {
    try read { try Records.surveys.values($0, seal, "ORDER BY rowid") }
  }

  /// Enters how far a target was reported to be.
  package func record(_ amounts: [ReportedAmount], stamp: RecordStamp) throws(StoreError) {
    try record(stamp) { db, scribe in try Records.targetAmounts.append(amounts, db, &scribe, stamp) }
  }

  /// How far targets were reported to be, in the order in which it was recorded.
  package func reportedAmounts() throws(StoreError) -> [ReportedAmount] {
    try read { try Records.targetAmounts.values($0, seal, "ORDER BY rowid") }
  }

  /// Enters targets; one of a code that is known replaces the earlier version.
  package func record(_ targets: [Target], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    let known = Dictionary(
      try self.targets().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try record(stamp) { db, scribe in
      var counts = RecordedCounts()
      for (position, target) in targets.enumerated() {
        if let old = known[target.id] {
          if old == target {
            counts.unchanged += 1
            continue
          }
          counts.changed += 1
          try db.execute(
            sql: "UPDATE target SET replacedOn = ? WHERE code = ? AND replacedOn IS NULL",
            arguments: [stamp.on.daysSinceEpoch, target.id])
        } else {
          counts.new += 1
        }
        let ids = try Records.targets.append(
          [TargetRow(position: position, target: target)], db, &scribe, stamp)
        guard let id = ids.first else { continue }
        try Self.enter(target, as: id, db, &scribe)
      }
      return counts
    }
  }

  private static func enter(_ target: Target, as id: UUID, _ db: Database, _ scribe: inout Scribe) throws {
    for (day, amount) in target.monthly.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO targetMonth (id, centreID, targetID, lastDay, amount) VALUES (?, ?, ?, ?, ?)",
        arguments: [scribe.ids.next(), scribe.centre, id, day.daysSinceEpoch, amount])
    }
    for (position, part) in target.parts.enumerated() {
      try db.execute(
        sql: "INSERT INTO targetPart (id, centreID, position, targetID, part) VALUES (?, ?, ?, ?, ?)",
        arguments: [scribe.ids.next(), scribe.centre, position, id, part])
    }
  }

  /// The targets in force, in the order in which they were given.
  package func targets() throws(StoreError) -> [Target] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM target WHERE replacedOn IS NULL ORDER BY recordedOn, position, rowid")
      return try rows.map { row in
        let fields = RecordRow(table: "target", row: row, seal: seal)
        let id: UUID = try fields["id"]
        let months = try Row.fetchAll(
          db, sql: "SELECT lastDay, amount FROM targetMonth WHERE targetID = ?", arguments: [id])
        let parts = try String.fetchAll(
          db, sql: "SELECT part FROM targetPart WHERE targetID = ? ORDER BY position", arguments: [id])
        let target = try Records.targets.value(fields).target
        return Target(
          id: target.id, name: target.name, area: target.area, owner: target.owner, measure: target.measure,
          target.quantity, period: target.period,
          monthly: Dictionary(
            months.map { (CivilDate(daysSinceEpoch: $0[0]), $0[1]) },
            uniquingKeysWith: { first, _ in first }),
          parts: parts)
      }
    }
  }
}

/// A target as its table holds it, without months and parts.
struct TargetRow: Sendable {
  let position: Int
  let target: Target
}

extension Records {
  static let denominators = RecordTable<Denominator>(
    name: "denominator",
    columns: ["kind", "area", "firstDay", "lastDay", "amount", "unit", "source", "publishedDay"],
    cells: { number, _ in
      [
        number.kind.rawValue, number.area, number.period.lowerBound.daysSinceEpoch,
        number.period.upperBound.daysSinceEpoch, number.quantity.amount, number.quantity.unit.rawValue,
        number.source, number.publishedOn.daysSinceEpoch,
      ]
    },
    value: { row in
      try Denominator(
        row.word("kind"), area: row["area"], period: row.day("firstDay")...row.day("lastDay"),
        Quantity(row["amount"], row.word("unit")), source: row["source"],
        publishedOn: row.day("publishedDay"),
        recordedOn: row.day("recordedOn"))
    })

  static let surveys = RecordTable<SurveyCount>(
    name: "survey",
    columns: [
      "question", "area", "firstDay", "lastDay", "yes", "no", "silent", "withdrawn", "source", "day",
    ],
    cells: { survey, _ in
      [
        survey.question.rawValue, survey.area, survey.period.lowerBound.daysSinceEpoch,
        survey.period.upperBound.daysSinceEpoch, survey.yes, survey.no, survey.silent, survey.withdrawn,
        survey.source, survey.on.daysSinceEpoch,
      ]
    },
    value: { row in
      try SurveyCount(
        question: row.word("question"), area: row["area"], period: row.day("firstDay")...row.day("lastDay"),
        yes: row["yes"], no: row["no"], silent: row["silent"], withdrawn: row["withdrawn"],
        source: row["source"], on: row.day("day"), recordedOn: row.day("recordedOn"))
    })

  static let targetAmounts = RecordTable<ReportedAmount>(
    name: "targetAmount", columns: ["code", "amount", "day", "source"],
    cells: { row, _ in [row.target, row.amount, row.on.daysSinceEpoch, row.source] },
    value: { row in
      try ReportedAmount(
        target: row["code"], amount: row["amount"], on: row.day("day"), source: row["source"],
        recordedOn: row.day("recordedOn"))
    })

  static let targets = RecordTable<TargetRow>(
    name: "target",
    columns: [
      "position", "code", "nameChinese", "nameEnglish", "area", "owner", "measure", "amount", "unit",
      "firstDay", "lastDay",
    ],
    cells: { row, _ in
      let target = row.target
      return [
        row.position, target.id, target.name.chinese, target.name.english, target.area, target.owner,
        target.measure, target.quantity.amount, target.quantity.unit.rawValue,
        target.period.lowerBound.daysSinceEpoch, target.period.upperBound.daysSinceEpoch,
      ]
    },
    value: { row in
      let target = try Target(
        id: row["code"], name: Wording(zh: row["nameChinese"], en: row["nameEnglish"]), area: row["area"],
        owner: row["owner"], measure: row["measure"], Quantity(row["amount"], row.word("unit")),
        period: row.day("firstDay")...row.day("lastDay"))
      return TargetRow(position: try row["position"], target: target)
    })
}
