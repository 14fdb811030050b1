import Civil
import Planning

@testable import Store

extension TimetableRow {
  static func example(
    _ classID: String = "第1班", part: Int = 1, day: Int = 5, start: Int = 510, room: String = "R1",
    people: [String] = ["P1"]
  ) -> TimetableRow {
    TimetableRow(
      session: "\(classID)/市场/\(part)", kind: .class, classID: classID, module: "市场", part: part, trainee: "",
      date: .march(day), block: "AM", firstPeriod: 1, periods: 2, start: ClockTime(minutes: start),
      end: ClockTime(minutes: start + 100), site: "S1", room: room, people: people)
  }

  static func meeting(part: Int = 1, day: Int = 9) -> TimetableRow {
    TimetableRow(
      session: "T1/\(part)", kind: .mentoring, classID: "", module: "", part: part, trainee: "T1",
      date: .march(day), block: "AM", firstPeriod: 3, periods: 1, start: ClockTime(minutes: 620),
      end: ClockTime(minutes: 665), site: "", room: "", people: ["P1"])
  }
}

extension PublishedSession {
  static func example(_ row: TimetableRow, status: Status = .confirmed, headCount: Int = 2)
    -> PublishedSession
  {
    let isClass = row.kind == .class
    return PublishedSession(
      key: SessionKey(row),
      status: status, place: SessionPlace(row),
      people: row.people.map { NamedPerson(id: $0, name: "师\($0)") },
      courseName: isClass ? "SYB" : "", programme: isClass ? "SYB" : "", title: isClass ? "评估市场" : "导师辅导",
      parts: 3, headCount: headCount, siteName: "东站", latitude: 34.25, longitude: 108.9, roomName: row.room)
  }
}

/// A store whose facts are the example's and which publishes what a test says, a minute later each time.
final class ExamplePublisher {
  let store: CentreStore
  private var minutes = 0

  init(_ folder: TemporaryFolder) throws {
    store = try CentreStore.example(in: folder)
    try store.replaceFacts(with: .example())
  }

  var lastTime: Instant { Stamp.at(minutes * 60).at }

  @discardableResult
  func publish(
    _ rows: [TimetableRow], status: PublishedSession.Status = .confirmed, headCount: Int = 2,
    trainees: Set<String> = ["T1", "T2"], heldBefore: CivilDate = .march(1)
  ) throws -> PublicationCounts {
    try publish(
      rows.map { .example($0, status: status, headCount: headCount) }, of: keep(rows), trainees: trainees,
      heldBefore: heldBefore)
  }

  /// The number of a new draft.
  func keep(_ rows: [TimetableRow]) throws -> Int {
    minutes += 1
    let draft = try store.keep(
      rows: rows, unplaced: [], cost: [], seed: 1, steps: 1, stamp: .at(minutes * 60))
    return draft?.id ?? 0
  }

  @discardableResult
  func publish(
    _ sessions: [PublishedSession], of draft: Int, trainees: Set<String>, heldBefore: CivilDate = .march(1)
  ) throws -> PublicationCounts {
    let publication = Publication(
      draft: draft, planFrom: .march(2), planTo: .march(29), sessions: sessions, roster: ["第1班": trainees],
      owners: [FeedOwner(Audience(.person, "P1"), name: "师P1")], heldBefore: heldBefore)
    return try store.publish(publication, stamp: .at(minutes * 60)) ?? PublicationCounts()
  }

  /// The revision of a part of the class as published last.
  func revision(part: Int = 1) throws -> SessionRevision? {
    try store.published()?.revisions.first { revision in
      revision.session.key == .classSession(classID: "第1班", module: "市场", part: part)
    }
  }

  /// What an audience was told that is off, by part.
  func withdrawals(_ audience: Audience) throws -> [SessionRevision] {
    try (store.published()?.withdrawals ?? []).filter { $0.audience == audience }.map(\.revision)
  }
}
