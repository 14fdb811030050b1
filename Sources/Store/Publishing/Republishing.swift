import Civil
import Foundation
import GRDB
import Planning

/// One publication as it is written: compares with what was published and appends what differs.
struct Republishing {
  let db: Database
  var scribe: Scribe
  let publication: Publication
  let row: UUID
  let now: Instant
  private(set) var counts = PublicationCounts()

  /// What was published before, by session.
  private let before: [SessionKey: StoredRevision]
  /// What is published now, where a session was published before or is now.
  private var after: [SessionKey: SessionRevision] = [:]
  private let joined: [String: Set<String>]
  private let left: [String: Set<String>]
  /// The last SEQUENCE under which an audience was told that a session is off, by session.
  private let withdrawn: [UUID: [Audience: Int]]

  init(_ publication: Publication, row: UUID, at now: Instant, _ db: Database, _ scribe: Scribe) throws {
    self.db = db
    self.scribe = scribe
    self.publication = publication
    self.row = row
    self.now = now
    let known = try StoredRevision.all(db, ofRows: StoredRevision.latest, scribe)
    before = Dictionary(known.map { ($0.revision.session.key, $0) }) { first, _ in first }
    let roster = try PublishedRoster.current(db, scribe.centre)
    joined = publication.roster.reduce(into: [:]) { $0[$1.key] = $1.value.subtracting(roster[$1.key] ?? []) }
    left = publication.roster.reduce(into: [:]) { $0[$1.key] = (roster[$1.key] ?? []).subtracting($1.value) }
    withdrawn = try WithdrawalRows.sequences(db, scribe.centre)
  }

  mutating func run() throws {
    for session in publication.sessions { try publish(session) }
    let kept = Set(publication.sessions.map(\.key))
    let fallen = before.values.filter { !kept.contains($0.revision.session.key) }
    for old in fallen.sorted(by: { $0.revision.uid < $1.revision.uid }) { try cancel(old) }
    try withdrawTrainees()
    try PublishedRoster.append(joined: joined, left: left, row, db, &scribe)
    try storeOwners()
  }

  private mutating func publish(_ session: PublishedSession) throws {
    guard let old = before[session.key] else {
      counts.new += 1
      let id = scribe.ids.nextForPublic()
      try db.execute(
        sql: """
          INSERT INTO session (id, centreID, kind, class, module, part, trainee) VALUES (?, ?, ?, ?, ?, ?, ?)
          """, arguments: StatementArguments([id, scribe.centre] + session.key.cells))
      return try append(session, of: id, number: 0, sequence: 0, at: now)
    }
    let known = old.revision
    let floor = comingBack(to: session.key, old.session)
    if session.isMoved(from: known.session) || floor >= known.sequence {
      if known.session.status == .cancelled { counts.new += 1 } else { counts.changed += 1 }
      try append(session, after: old, sequence: max(known.sequence, floor) + 1)
      try withdraw(from: known, to: session, old)
    } else if session != known.session {
      counts.reworded += 1
      try append(session, after: old, sequence: known.sequence)
    } else {
      counts.unchanged += 1
      after[session.key] = known
    }
  }

  /// A session that the timetable has no more is cancelled, unless it was held before the plan begins.
  private mutating func cancel(_ old: StoredRevision) throws {
    let known = old.revision
    guard known.session.status != .cancelled, known.session.place.date >= publication.heldBefore else {
      return
    }
    counts.cancelled += 1
    var session = known.session
    session.status = .cancelled
    try append(session, after: old, sequence: known.sequence + 1)
  }

  /// The highest SEQUENCE under which a trainee who joins the class was told before that the session is off.
  private func comingBack(to key: SessionKey, _ session: UUID) -> Int {
    guard case .classSession(let classID, _, _) = key, let told = withdrawn[session] else { return -1 }
    return (joined[classID] ?? []).compactMap { told[Audience(.trainee, $0)] }.max() ?? -1
  }

  /// A change never seems older than the one before it, whatever the clock says.
  private func time(after old: SessionRevision) -> Instant {
    max(now, Instant(secondsSinceEpoch: old.revised.secondsSinceEpoch + 1))
  }

  private mutating func append(_ session: PublishedSession, after old: StoredRevision, sequence: Int) throws {
    try append(
      session, of: old.session, number: old.number + 1, sequence: sequence, at: time(after: old.revision))
  }

  private mutating func append(
    _ session: PublishedSession, of id: UUID, number: Int, sequence: Int, at time: Instant
  ) throws {
    let revision = scribe.ids.next()
    let columns = ["id", "centreID", "sessionID", "publicationID", "number", "sequence", "revisedAt"]
    let head: [Cell] = [revision, scribe.centre, id, row, number, sequence, time.secondsSinceEpoch]
    let all = columns + PublishedSession.columns
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO revision (\(all.joined(separator: ", ")))
        VALUES (\(all.map { _ in "?" }.joined(separator: ", ")))
        """)
    try insertion.execute(arguments: StatementArguments(head + session.cells))
    try StoredRevision.people.insert(StoredRevision.people.cells(session), of: revision, db, &scribe)
    after[session.key] = SessionRevision(
      uid: id.uuidString.lowercased(), sequence: sequence, revised: time, session: session)
  }

  /// People and the room that a session had before and has no more are told that it is off.
  private mutating func withdraw(
    from known: SessionRevision, to session: PublishedSession, _ old: StoredRevision
  ) throws {
    guard let new = after[session.key] else { return }
    let gone = known.session.audience.subtracting(session.audience)
    let wasCancelled = known.session.status == .cancelled
    for audience in gone.sorted(by: { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }) {
      // Who knew it as cancelled already goes on seeing just that.
      let told = wasCancelled ? (known.sequence, known.revised) : (new.sequence, new.revised)
      try WithdrawalRows.append(audience, old.row, sequence: told.0, at: told.1, row, db, &scribe)
    }
  }

  /// Trainees who left a class are told that its sessions are off.
  private mutating func withdrawTrainees() throws {
    for (classID, trainees) in left.sorted(by: { $0.key < $1.key }) where !trainees.isEmpty {
      for old in before.values.sorted(by: { $0.revision.uid < $1.revision.uid }) {
        guard case .classSession(classID, _, _) = old.revision.session.key,
          let told = told(old)
        else { continue }
        for trainee in trainees.sorted() {
          try WithdrawalRows.append(
            Audience(.trainee, trainee), old.row, sequence: told.sequence, at: told.revised, row, db, &scribe)
        }
      }
    }
  }

  /// How somebody who saw the session is told that it is off; nil where it was held long ago.
  private func told(_ old: StoredRevision) -> (sequence: Int, revised: Instant)? {
    let known = old.revision
    if known.session.status == .cancelled { return (known.sequence, known.revised) }
    guard let new = after[known.session.key] else { return nil }
    return (max(new.sequence, known.sequence + 1), max(new.revised, time(after: known)))
  }

  private mutating func storeOwners() throws {
    try db.execute(sql: "UPDATE feedOwner SET isCurrent = 0 WHERE centreID = ?", arguments: [scribe.centre])
    let insertion = try db.cachedStatement(
      sql: """
        INSERT INTO feedOwner (id, centreID, kind, code, name, isCurrent) VALUES (?, ?, ?, ?, ?, 1)
        ON CONFLICT (centreID, kind, code) DO UPDATE SET name = excluded.name, isCurrent = 1
        """)
    for owner in publication.owners {
      let cells: [Cell] = [
        scribe.ids.nextForPublic(), scribe.centre, owner.audience.kind.rawValue, owner.audience.id,
        owner.name,
      ]
      try insertion.execute(arguments: StatementArguments(cells))
    }
  }
}

extension PublishedSession {
  /// Who loses the session when these change: its people and its room.
  var audience: Set<Audience> {
    var audience = Set(people.map { Audience(.person, $0.id) })
    if !place.room.isEmpty { audience.insert(Audience(.room, place.room)) }
    return audience
  }
}
