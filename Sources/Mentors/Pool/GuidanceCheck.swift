package import Civil

/// What an officer must know of guidance that is entered, by what the pool says of its mentor.
package enum GuidanceConcern: Hashable, Sendable {
  /// Nobody of the pool is called so.
  case outsider(String)
  /// Several are called so: their ids.
  case ambiguous(String, [String])
  case notServing(member: String, on: CivilDate)
  /// All places were taken by others on that day.
  case full(member: String, capacity: Int, on: CivilDate)

  /// Whether the guidance is not stored unless somebody insists.
  package var needsConfirmation: Bool { if case .full = self { true } else { false } }

  /// Whether it cannot be stored at all.
  package var isError: Bool { if case .ambiguous = self { true } else { false } }

  package var problem: Wording {
    switch self {
    case .outsider(let name): Wording(zh: "导师库中没有“\(name)”", en: "'\(name)' is not in the pool")
    case .ambiguous(let name, let ids):
      Wording(
        zh: "导师库中有 \(ids.count) 位“\(name)”", en: "there are \(ids.count) called '\(name)' in the pool")
    case .notServing(let member, let day):
      Wording(zh: "\(member) 在 \(day) 不在聘期内", en: "\(member) served no term on \(day)")
    case .full(let member, let capacity, let day):
      Wording(
        zh: "\(member) 的 \(capacity) 个辅导名额在 \(day) 已满",
        en: "\(member)'s \(capacity) places were taken on \(day)")
    }
  }

  package var remedy: Wording {
    switch self {
    case .outsider:
      Wording(
        zh: "按库外人员登记；常来的请先入库（mentor apply）",
        en: "entered as an outsider; 'mentor apply' puts somebody into the pool")
    case .ambiguous(_, let ids):
      Wording(
        zh: "请写编号：" + ids.joined(separator: "、"), en: "give the id: " + ids.joined(separator: ", "))
    case .notServing: Wording(zh: "请核对日期，或补登聘期", en: "check the day, or record the term")
    case .full:
      Wording(
        zh: "请换一位导师；确已指导的加 --beyond-capacity 登记",
        en: "choose another mentor; what was given all the same is recorded with --beyond-capacity")
    }
  }

  package var sentence: Wording {
    Wording(zh: "\(problem.chinese)；\(remedy.chinese)", en: "\(problem.english): \(remedy.english)")
  }
}

/// Looks at guidance one after the other, as it is entered, against the pool and its places.
package struct GuidanceCheck: Sendable {
  private let pool: [String: PoolRecord]
  private let byName: [String: [String]]
  private let guidanceDays: Int?
  private let day: CivilDate
  private let assignments: [MentorAssignment]
  private var sessions: [GuidanceSession]

  /// `sessions` is the guidance on record, `assignments` who is assigned to whom; `guidanceDays` for how long a trainee
  /// counts as guided after a meeting, nil: places are not counted by guidance.
  package init(
    _ pool: [PoolRecord], sessions: [GuidanceSession], assignments: [MentorAssignment] = [],
    guidanceDays: Int?, knownOn day: CivilDate
  ) {
    self.pool = Dictionary(pool.map { ($0.id, $0) }) { first, _ in first }
    byName = Dictionary(grouping: pool, by: \.name).mapValues { $0.map(\.id).sorted() }
    self.guidanceDays = guidanceDays
    self.day = day
    self.assignments = assignments
    self.sessions = sessions
  }

  /// The id of the member that is meant by an id or a name; what was given where that is nobody, or not one only.
  package func mentor(_ text: String) -> String {
    guard pool[text] == nil, let ids = byName[text], ids.count == 1, let id = ids.first else { return text }
    return id
  }

  /// What is to be said of a meeting, which then counts for those that follow; the mentor is an id or a name.
  ///
  /// Nothing where there is no pool.
  package mutating func concerns(of session: GuidanceSession) -> [GuidanceConcern] {
    guard !pool.isEmpty else { return [] }
    let meeting = session.with(mentor: mentor(session.mentor))
    guard let record = pool[meeting.mentor] else {
      let ids = byName[meeting.mentor] ?? []
      return [ids.isEmpty ? .outsider(meeting.mentor) : .ambiguous(meeting.mentor, ids)]
    }
    guard meeting.wasHeld else { return [] }
    var concerns: [GuidanceConcern] = []
    if !record.member.isServing(on: meeting.on, knownOn: day) {
      concerns.append(.notServing(member: record.id, on: meeting.on))
    }
    if let capacity = record.member.capacity, let guidanceDays {
      let helped = assignments.filter { $0.relation.member == record.id }.relations(
        with: MentorRelation.guided(by: sessions.filter { $0.mentor == record.id }, days: guidanceDays)
      ).filter { $0.holds(on: meeting.on) }.map(\.subject)
      // Who has a place already keeps it.
      if !helped.contains(meeting.trainee), Set(helped).count >= capacity {
        concerns.append(.full(member: record.id, capacity: capacity, on: meeting.on))
      }
    }
    sessions.append(meeting)
    return concerns
  }
}

extension MentorRelation {
  /// Whom mentors help by the guidance that was given: from a meeting until so many days after the last one that
  /// followed within them.
  package static func guided(by sessions: [GuidanceSession], days: Int) -> [MentorRelation] {
    struct Pair: Hashable {
      let member: String
      let subject: String
    }
    let held = Dictionary(grouping: sessions.filter(\.wasHeld)) {
      Pair(member: $0.mentor, subject: $0.trainee)
    }
    return held.flatMap { pair, meetings in
      var spans: [ClosedRange<CivilDate>] = []
      for day in meetings.map(\.on).sorted() {
        if let last = spans.last, day <= last.upperBound {
          spans[spans.count - 1] = last.lowerBound...(day + days)
        } else {
          spans.append(day...(day + days))
        }
      }
      return spans.map {
        MentorRelation(
          member: pair.member, subject: pair.subject, from: $0.lowerBound, to: $0.upperBound)
      }
    }.sorted { ($0.member, $0.from, $0.subject) < ($1.member, $1.from, $1.subject) }
  }
}

extension GuidanceSession {
  /// The same meeting under the id of its mentor.
  package func with(mentor: String) -> GuidanceSession {
    GuidanceSession(
      id: id, trainee: trainee, mentor: mentor, link: link, on: on, minutes: minutes, mode: mode,
      outcome: outcome, notes: notes, nextAction: nextAction, next: next, request: request)
  }
}
