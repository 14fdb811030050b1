import Civil
import Scheduling

/// Timetable rows as placements of a problem, with what is wrong with the rows themselves.
struct RowReading {
  private(set) var classProblem: ClassProblem
  private(set) var placements: [Placement] = []
  private(set) var broken: [Violation] = []
  private(set) var missing: [SessionKey] = []

  init(_ rows: [TimetableRow], in classProblem: ClassProblem) {
    self.classProblem = classProblem
    var placed: Set<Int> = []
    var ids: Set<String> = []
    for row in rows {
      let key = SessionKey(row)
      guard let session = classProblem.sessionIndex[key] else {
        note("H0", key, zh: "没有这个课次", en: "no such session")
        continue
      }
      guard !placed.contains(session) else {
        note("H0", key, zh: "安排了两次", en: "placed twice")
        continue
      }
      if row.session.isEmpty || !ids.insert(row.session).inserted {
        note("H0", key, zh: "课次编号为空或重复", en: "session id empty or used twice")
      }
      if let placement = placement(of: row, session, key) {
        placements.append(placement)
        placed.insert(session)
      }
    }
    missing = classProblem.keys.indices.filter { !placed.contains($0) }.map { classProblem.keys[$0] }
  }

  private mutating func placement(of row: TimetableRow, _ session: Int, _ key: SessionKey) -> Placement? {
    let problem = classProblem.problem
    guard let block = classProblem.blockIndex[row.block] else {
      note("H2", key, zh: "没有时段 \(row.block)", en: "unknown block \(row.block)")
      return nil
    }
    let wanted = problem.sessions[session]
    if row.periods != wanted.periods {
      note(
        "H0", key, zh: "\(row.periods) 课时，应为 \(wanted.periods)",
        en: "\(row.periods) periods, not \(wanted.periods)")
    }
    let minutes = problem.blocks[block].minutes(first: row.firstPeriod, count: row.periods)
    let times = [
      ("开始", "start", row.start, minutes.lowerBound), ("结束", "end", row.end, minutes.upperBound),
    ]
    for (zh, en, found, expected) in times where found.minutes != expected {
      let right = ClockTime(minutes: expected)
      note("H0", key, zh: "\(zh)为 \(found)，应为 \(right)", en: "\(en) is \(found), not \(right)")
    }
    let room = classProblem.roomIndex[row.room]
    if room == nil, !row.room.isEmpty || problem.series[wanted.series].kind.needsRoom {
      if !problem.blocks[block].holds(first: row.firstPeriod, count: row.periods) {
        note("H2", key, zh: "超出时段", en: "does not fit its block")
      }
      note("H4", key, zh: "没有教室 \(row.room)", en: "unknown room '\(row.room)'")
      return nil
    }
    return Placement(
      session: session, date: row.date, block: block, first: row.firstPeriod, periods: row.periods,
      room: room,
      people: row.people.map { classProblem.person($0) })
  }

  private mutating func note(_ rule: String, _ key: SessionKey, zh: String, en: String) {
    broken.append(Violation(rule, Wording(zh: "\(key)：\(zh)", en: "\(key): \(en)")))
  }
}

extension ClassProblem {
  /// The placements of a published timetable, by session; what the problem does not know has no index (-1), so
  /// that it differs from every placement.
  mutating func previous(_ rows: [TimetableRow]) -> [Int: Placement] {
    var placements: [Int: Placement] = [:]
    for row in rows {
      guard let session = sessionIndex[SessionKey(row)] else { continue }
      placements[session] = Placement(
        session: session, date: row.date, block: blockIndex[row.block] ?? -1, first: row.firstPeriod,
        periods: row.periods, room: row.room.isEmpty ? nil : roomIndex[row.room] ?? -1,
        people: row.people.map { person($0) })
    }
    return placements
  }

  /// A placement as a row of timetable.csv.
  func row(_ placement: Placement) -> TimetableRow {
    let session = problem.sessions[placement.session]
    let series = problem.series[session.series]
    let block = problem.blocks[placement.block]
    let minutes = block.minutes(first: placement.first, count: placement.periods)
    let key = keys[placement.session]
    let isClass = series.kind == .taught
    return TimetableRow(
      session: key.sessionID, kind: isClass ? .class : .mentoring, classID: isClass ? series.id : "",
      module: session.module, part: session.part, trainee: isClass ? "" : series.id, date: placement.date,
      block: block.id, firstPeriod: placement.first, periods: placement.periods,
      start: ClockTime(minutes: minutes.lowerBound), end: ClockTime(minutes: minutes.upperBound),
      site: placement.room.map { problem.sites[problem.rooms[$0].site] } ?? "",
      room: placement.room.map { problem.rooms[$0].id } ?? "",
      people: placement.people.map { problem.people[$0].id })
  }
}
