import Civil
import Mentors
package import Scheduling

extension Planner {
  /// Repairs a published timetable of this bundle, or of one that it replaces.
  ///
  /// `old` are the published rows; what the bundle does not know of them is dropped or moves. Throws where it knows
  /// none of them, or where the request names nothing that the repair could take into account.
  package func repair(
    _ old: [TimetableRow], _ request: RepairRequest, weights: Weights = .standard
  ) throws(RepairError) -> RepairPlan {
    var named = try disturbed(by: request)
    if !old.isEmpty, !old.contains(where: { named.sessionIndex[SessionKey($0)] != nil }) {
      throw .noneKnown(sessions: old.count)
    }
    let previous = named.previous(old)
    let keeps = try Keeps(request.keeps, old, in: named).bySession
    let repair = Repairer(
      named.problem, weights: weights, previous: previous, from: request.start, keeps: keeps
    ).repair(maxMoves: request.maxMoves, effort: request.effort)
    return report(repair, old, previous, named, request, weights)
  }

  /// How many of the rows are of sessions that the bundle has.
  package func knownSessions(of rows: [TimetableRow]) -> Int {
    let known = ClassProblem(bundle).sessionIndex
    return rows.count { known[SessionKey($0)] != nil }
  }

  /// The bundle's problem with the absences in it, which begin no earlier than the repair.
  private func disturbed(by request: RepairRequest) throws(RepairError) -> ClassProblem {
    var changed = bundle
    let (first, last) = (bundle.centre.planFrom, bundle.centre.planTo)
    let start = max(first, request.start ?? first)
    if start > last { throw .startAfterPlan(start, to: last) }
    func spans(_ absence: RepairRequest.Absence) throws(RepairError) -> [ClosedRange<CivilDate>] {
      if absence.dates.within(first, last).isEmpty {
        throw .outsidePlan(id: absence.id, dates: absence.dates, from: first, to: last)
      }
      let spans = absence.dates.within(start, last)
      if spans.isEmpty { throw .beforeStart(id: absence.id, dates: absence.dates, start: start) }
      return spans
    }
    for absence in request.absent {
      guard bundle.people.contains(where: { $0.id == absence.id }) else { throw .unknownPerson(absence.id) }
      for span in try spans(absence) {
        changed.busy[absence.id, default: []].append(
          CivilMoment(span.lowerBound)..<CivilMoment(span.upperBound + 1))
      }
    }
    var named = ClassProblem(changed)
    for absence in request.closed {
      guard let room = named.roomIndex[absence.id] else { throw .unknownRoom(absence.id) }
      for span in try spans(absence) { named.problem.rooms[room].closed.formUnion(span) }
    }
    return named
  }

  private func report(
    _ repair: Repair, _ old: [TimetableRow], _ previous: [Int: Placement], _ named: ClassProblem,
    _ request: RepairRequest, _ weights: Weights
  ) -> RepairPlan {
    let known = Dictionary(old.map { (SessionKey($0), $0) }) { _, last in last }
    let held = Set(repair.held)
    func row(_ placement: Placement) -> TimetableRow {
      let key = named.keys[placement.session]
      if held.contains(placement.session), let row = known[key] { return row }
      var row = named.row(placement)
      // A session keeps the id under which it was published.
      if let id = known[key]?.session, !id.isEmpty { row.session = id }
      return row
    }
    let rows = Dictionary(repair.placements.map { ($0.session, row($0)) }) { first, _ in first }
    let problem = named.problem
    let new = Timetable(problem, repair.placements.filter(problem.holds))
    let before = Timetable(problem, previous.sorted { $0.key < $1.key }.map(\.value).filter(problem.holds))
    let soft = [Constraint].standard.soft.filter { $0.id != Constraint.moved.id && $0.isPriced(by: weights) }
    func cost(_ timetable: Timetable) -> [SoftCost] {
      soft.map { SoftCost(constraint: $0.id, count: $0.total(in: timetable), weight: weights[$0]) }
    }
    return RepairPlan(
      rows: rows.values.inOrder,
      moves: repair.moved.compactMap { session in
        guard let old = known[named.keys[session]], let new = rows[session] else { return nil }
        let trainees = problem.series[problem.sessions[session].series].trainees.count
        return RepairPlan.Move(session: named.keys[session], old: old, new: new, trainees: trainees)
      }.sorted { $0.old.sortKey < $1.old.sortKey },
      added: repair.added.compactMap { rows[$0] }.inOrder,
      dropped: old.filter { named.sessionIndex[SessionKey($0)] == nil },
      held: repair.held.compactMap { rows[$0] },
      unplaced: repair.unplaced.map { UnplacedSession(session: named.keys[$0.session], reason: $0.reason) },
      fewestMoves: repair.fewestMoves, isImpossible: repair.isImpossible,
      fewestUnplaced: repair.fewestUnplaced, maxMoves: request.maxMoves,
      broken: [Constraint].standard.hard.flatMap { $0.violations(in: new) }, before: cost(before),
      after: cost(new))
  }
}

extension Problem {
  /// Whether a placement names only blocks and rooms of the problem.
  func holds(_ placement: Placement) -> Bool {
    blocks.indices.contains(placement.block) && (placement.room.map(rooms.indices.contains) ?? true)
      && (placement.room != nil || !series[sessions[placement.session].series].kind.needsRoom)
  }
}

/// What stays of each session, from what was asked.
private struct Keeps {
  private(set) var bySession: [Int: Set<Kept>] = [:]

  init(_ keeps: [RepairRequest.Keep], _ rows: [TimetableRow], in named: ClassProblem) throws(RepairError) {
    for keep in keeps {
      let kind = try keep.subject.map { name throws(RepairError) in try Self.kind(of: name, rows) }
      for row in rows {
        guard let session = named.sessionIndex[SessionKey(row)] else { continue }
        guard let kind, let id = keep.subject?.id else {
          bySession[session, default: []].formUnion(keep.kept)
          continue
        }
        if row.ids(of: kind).contains(id) { bySession[session, default: []].formUnion(keep.kept) }
      }
    }
  }

  /// What the name names in the timetable.
  private static func kind(
    of name: RepairRequest.Name, _ rows: [TimetableRow]
  ) throws(RepairError) -> RepairRequest.Name.Kind {
    let kinds = (name.kind.map { [$0] } ?? RepairRequest.Name.Kind.allCases).filter { kind in
      rows.contains { $0.ids(of: kind).contains(name.id) }
    }
    guard let first = kinds.first else { throw .unknownName(name) }
    guard kinds.count == 1 else { throw .ambiguousName(name.id, kinds: kinds) }
    return first
  }
}

extension TimetableRow {
  /// The ids that it has of a kind of things.
  fileprivate func ids(of kind: RepairRequest.Name.Kind) -> [String] {
    switch kind {
    case .session: Set([session, SessionKey(self).sessionID]).sorted()
    case .class: self.kind == .class ? [classID] : []
    case .trainee: self.kind == .mentoring ? [trainee] : []
    case .person: people
    case .room: [room]
    }
  }
}
