package import Civil
import Foundation
import GRDB
package import ProjectLibrary

/// One entry of the public calendar.
package struct OutreachNotice: Hashable, Sendable {
  package let uid: String
  package let told: WantedOutreachNotice
  /// Rises with every change, from 0.
  package let sequence: Int
  package let revised: Instant
}

/// What an entry of the public calendar should say.
package struct WantedOutreachNotice: Hashable, Sendable {
  package let event: String
  package let title: String
  package let kind: OutreachEvent.Kind
  package let place: String
  package let days: ClosedRange<CivilDate>
  package let hours: OutreachEvent.Hours?
  package let content: String
  package var isCancelled: Bool

  package init(
    event: String, title: String, kind: OutreachEvent.Kind, place: String, days: ClosedRange<CivilDate>,
    hours: OutreachEvent.Hours?, content: String, isCancelled: Bool
  ) {
    self.event = event
    self.title = title
    self.kind = kind
    self.place = place
    self.days = days
    self.hours = hours
    self.content = content
    self.isCancelled = isCancelled
  }
}

extension CentreStore {
  package func record(_ events: [OutreachEvent], stamp: RecordStamp) throws(StoreError) -> RecordedCounts {
    try enter(events, Records.outreachEvents, id: \.id, stamp: stamp)
  }

  /// Strikes out an event that was entered by mistake; false: none of the code stands.
  package func strikeOut(event code: String, reason: String, stamp: RecordStamp) throws(StoreError) -> Bool {
    try strikeOut(code, Records.outreachEvents, reason: reason, stamp: stamp)
  }

  /// The codes of all events, those struck out too.
  package func eventCodes() throws(StoreError) -> Set<String> {
    try read { Set(try String.fetchAll($0, sql: "SELECT DISTINCT code FROM outreachEvent")) }
  }

  /// The outreach events as they stood on a day, by code.
  package func outreachEvents(knownOn day: CivilDate) throws(StoreError) -> [OutreachEvent] {
    try entries(Records.outreachEvents, knownOn: day)
  }

  /// Brings the public calendar up to what is wanted, and tells all its entries, those cancelled too.
  ///
  /// An entry keeps its id for its life; whatever changes raises its sequence. What is no longer wanted is cancelled;
  /// what ended before `first` and is not wanted is left as it is and not told.
  package func outreachNotices(
    _ wanted: [WantedOutreachNotice], since first: CivilDate, stamp: RecordStamp
  ) throws(StoreError) -> [OutreachNotice] {
    try record(stamp) { db, scribe in
      let table = Records.outreachNotices
      let told = "WHERE toDay >= ? ORDER BY event"
      let all = try table.values(db, seal, "ORDER BY event")
      var held = Dictionary(all.map { ($0.told.event, $0) }, uniquingKeysWith: { first, _ in first })
      let now = stamp.at.secondsSinceEpoch
      for one in wanted {
        guard let known = held.removeValue(forKey: one.event) else {
          if one.isCancelled { continue }
          let cells = Records.cells(of: one)
          let names = (["id", "centreID"] + Records.noticeColumns + ["sequence", "revisedAt"])
          try db.execute(
            sql: """
              INSERT INTO outreachNotice (\(names.joined(separator: ", ")))
              VALUES (\(names.map { _ in "?" }.joined(separator: ", ")))
              """,
            arguments: StatementArguments([scribe.ids.nextForPublic(), scribe.centre] + cells + [0, now]))
          continue
        }
        if known.told != one { try Self.change(one, now, db) }
      }
      for known in held.values.sorted(by: { $0.told.event < $1.told.event })
      where !known.told.isCancelled && known.told.days.upperBound >= first {
        var gone = known.told
        gone.isCancelled = true
        try Self.change(gone, now, db)
      }
      let names = Set(wanted.map(\.event))
      return try table.values(db, seal, told, [first.daysSinceEpoch])
        + table.values(db, seal, "WHERE toDay < ? ORDER BY event", [first.daysSinceEpoch])
        .filter { names.contains($0.told.event) }
    }
  }

  private static func change(_ notice: WantedOutreachNotice, _ now: Int, _ db: Database) throws {
    let settings = Records.noticeColumns.map { "\($0) = ?" }.joined(separator: ", ")
    try db.execute(
      sql: """
        UPDATE outreachNotice SET \(settings), sequence = sequence + 1, revisedAt = max(?, revisedAt + 1)
        WHERE event = ?
        """,
      arguments: StatementArguments(Records.cells(of: notice) + [now, notice.event]))
  }
}

extension Records {
  fileprivate static let noticeColumns = [
    "event", "title", "kind", "place", "fromDay", "toDay", "opens", "closes", "content", "isCancelled",
  ]

  fileprivate static func cells(of notice: WantedOutreachNotice) -> [Cell] {
    [
      notice.event, notice.title, notice.kind.rawValue, notice.place, notice.days.lowerBound.daysSinceEpoch,
      notice.days.upperBound.daysSinceEpoch, notice.hours?.opens.minutes, notice.hours?.closes.minutes,
      notice.content, notice.isCancelled,
    ]
  }

  fileprivate static let outreachNotices = RecordTable<OutreachNotice>(
    name: "outreachNotice", columns: noticeColumns, isStamped: false,
    cells: { notice, _ in cells(of: notice.told) },
    value: { row in
      let told = try WantedOutreachNotice(
        event: row["event"], title: row["title"], kind: row.word("kind"), place: row["place"],
        days: days(row), hours: hours(row), content: row["content"], isCancelled: row["isCancelled"])
      return try OutreachNotice(
        uid: row.idText, told: told, sequence: row["sequence"],
        revised: Instant(secondsSinceEpoch: row["revisedAt"]))
    })

  private static func days(_ row: RecordRow) throws -> ClosedRange<CivilDate> {
    let (first, last) = try (row.day("fromDay"), row.day("toDay"))
    guard first <= last else { throw row.misfit("toDay") }
    return first...last
  }

  private static func hours(_ row: RecordRow) throws -> OutreachEvent.Hours? {
    let (opens, closes): (Int?, Int?) = try (row[optional: "opens"], row[optional: "closes"])
    guard let opens, let closes else { return nil }
    return OutreachEvent.Hours(ClockTime(minutes: opens), ClockTime(minutes: closes))
  }

  static let outreachEvents = RecordTable<RecordVersion<OutreachEvent>>(
    name: "outreachEvent",
    columns: [
      "code", "number", "kind", "name", "fromDay", "toDay", "opens", "closes", "place", "area", "hosts",
      "capacity", "reached", "consultations", "materials", "projects", "awards", "isPublic", "cancelled",
      "struckOut",
    ],
    cells: { row, _ in
      let event = row.value
      return [
        event.id, row.number, event.kind.rawValue, event.name, event.days.lowerBound.daysSinceEpoch,
        event.days.upperBound.daysSinceEpoch, event.hours?.opens.minutes, event.hours?.closes.minutes,
        event.place, event.area?.description, Lines.text(event.hosts.map { [$0] }), event.capacity,
        event.reached, event.consultations, event.materials, Lines.text(event.projects.map { [$0] }),
        Lines.text(event.awards.map { [$0.project, $0.prize] }), event.isPublic, event.cancelled,
        row.struckOut,
      ]
    },
    value: { row in
      let area: String? = try row[optional: "area"]
      let awards = try Lines.fields(row["awards"]).map { fields -> OutreachEvent.Award in
        guard fields.count == 2 else { throw row.misfit("awards") }
        return OutreachEvent.Award(project: fields[0], prize: fields[1])
      }
      let event = try OutreachEvent(
        id: row["code"], kind: row.word("kind"), name: row["name"], days: days(row), place: row["place"],
        area: area.flatMap { AreaCode($0) }, hosts: Lines.fields(row["hosts"]).map { $0[0] },
        capacity: row[optional: "capacity"], reached: row[optional: "reached"],
        consultations: row[optional: "consultations"], materials: row[optional: "materials"],
        projects: Lines.fields(row["projects"]).map { $0[0] }, awards: awards, isPublic: row["isPublic"],
        hours: hours(row), cancelled: row[optional: "cancelled"])
      return try RecordVersion(number: row["number"], value: event, struckOut: row[optional: "struckOut"])
    })
}
