import Civil
import Cohorts
import Logging
package import Mentors
package import Planning
import Scheduling
import Store

/// Arranged guidance with its place in the timetable that is in force.
package struct ArrangedGuidance: Hashable, Sendable {
  package enum Standing: Hashable, Sendable {
    case ahead
    /// Its day is past, and no guidance of the trainee is on record since.
    case unrecorded
    /// Recorded, as held or as missed.
    case settled
    case cancelled(GuidanceAppointment.Cancellation)
    /// It stands in no published timetable.
    case unpublished

    package var isOpen: Bool { self == .ahead || self == .unrecorded }

    /// Whether a plan made anew still has it.
    var isInTimetable: Bool { isOpen || self == .settled }
  }

  package let appointment: GuidanceAppointment
  /// Nil: it stands in no published timetable.
  package let row: TimetableRow?
  package let standing: Standing
}

extension Centre {
  /// All arranged guidance against the timetable in force and the record, by number.
  package func arrangedGuidance() throws(CentreError) -> [ArrangedGuidance] {
    let today = try today()
    let known = try stored { store throws(StoreError) in try store.appointments(knownOn: today) }
    guard !known.isEmpty else { return [] }
    let rows = try publishedRows() ?? []
    let byKey = Dictionary(rows.map { (SessionKey($0), $0) }) { first, _ in first }
    let sessions = try guidance(knownOn: today)
    let own = Dictionary(grouping: sessions, by: \.trainee)
    return known.map { one in
      let row = byKey[one.key]
      let standing: ArrangedGuidance.Standing
      if let cancelled = one.cancelled {
        standing = .cancelled(cancelled)
      } else if let row {
        let isSettled = one.isSettled(by: own[one.trainee] ?? [], on: row.date)
        standing = isSettled ? .settled : row.date < today ? .unrecorded : .ahead
      } else {
        standing = .unpublished
      }
      return ArrangedGuidance(appointment: one, row: row, standing: standing)
    }
  }

  /// The facts with the guidance that timetables arrange: each meeting bound to its mentor, and to days around its own.
  ///
  /// Cancelled guidance is not among it, so that a timetable that still has it breaks a rule.
  func facts(with rows: [TimetableRow]) throws(CentreError) -> PlanningBundle {
    var bundle = try facts()
    let today = try today()
    let known = try stored { store throws(StoreError) in try store.appointments(knownOn: today) }
      .filter { $0.cancelled == nil }
    let byKey = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
    var added: Set<SessionKey> = []
    for row in rows where row.kind == .mentoring {
      guard let one = byKey[SessionKey(row)], added.insert(one.key).inserted else { continue }
      bundle.mentoring.append(one.request(as: row))
    }
    try name(bundle.mentoring.map(\.trainee), in: &bundle)
    return try appointing(bundle, for: rows)
  }

  /// Makes trainees known to the bundle who are on record alone: those of earlier years.
  func name(_ trainees: [String], in bundle: inout PlanningBundle) throws(CentreError) {
    let known = Set(bundle.trainees.map(\.id))
    let others = Set(trainees).subtracting(known).sorted()
    guard !others.isEmpty else { return }
    let names = try stored { store throws(StoreError) in try store.traineeNames(of: others) }
    bundle.trainees += others.map { id in
      Trainee(id: id, name: names[id]?.name ?? id, category: "", area: names[id]?.area)
    }
  }

  /// The rows in force; nil where nothing is published.
  func publishedRows() throws(CentreError) -> [TimetableRow]? {
    try publishedDraft().map { id throws(CentreError) in try rows(ofDraft: id) }
  }

  /// Cancels arranged guidance; where it is published, the timetable is published again without it.
  package func cancelAppointment(
    _ id: String, reason: String
  ) throws(CentreError) -> PublicationSummary? {
    let arranged = try expectOpen(id)
    let stamp = try recordStamp()
    let summary = try inOneStep { centre throws(CentreError) -> PublicationSummary? in
      let done = try centre.stored { store throws(StoreError) in
        try store.cancel(appointment: arranged.appointment.number, reason: reason, stamp: stamp)
      }
      guard done else { throw Self.notOpen(id) }
      guard arranged.row != nil else { return nil }
      return try centre.republish { $0.filter { SessionKey($0) != arranged.appointment.key } }
    }
    log.notice("guidance cancelled", metadata: ["appointment": "\(id)"])
    return summary
  }

  /// Puts arranged guidance elsewhere and publishes the timetable again.
  ///
  /// Throws where the new place breaks a rule: nothing is changed then.
  package func moveAppointment(
    _ id: String, to place: AppointmentPlace
  ) throws(CentreError) -> (row: TimetableRow, summary: PublicationSummary) {
    let arranged = try expectOpen(id)
    guard let old = arranged.row else { throw Self.notOpen(id) }
    let bundle = try appointing(facts())
    let row = try place.applied(to: old, bundle, today: try today())
    let summary = try inOneStep { centre throws(CentreError) -> PublicationSummary in
      try centre.republish { rows in rows.map { SessionKey($0) == arranged.appointment.key ? row : $0 } }
    }
    log.notice("guidance moved", metadata: ["appointment": "\(id)"])
    return (row, summary)
  }

  private func expectOpen(_ id: String) throws(CentreError) -> ArrangedGuidance {
    guard let number = GuidanceAppointment.number(id),
      let found = try arrangedGuidance().first(where: { $0.appointment.number == number })
    else { throw Self.notOpen(id) }
    switch found.standing {
    case .ahead, .unrecorded, .unpublished: return found
    case .settled:
      throw .refused(
        Wording(
          zh: "\(id) 已有指导记录；记录有误可用 guidance strike 作废",
          en: "\(id) is on record already; what is wrong there can be struck out with 'guidance strike'"))
    case .cancelled(let cancelled):
      throw .refused(
        Wording(zh: "\(id) 已于 \(cancelled.on) 取消", en: "\(id) was cancelled on \(cancelled.on)"))
    }
  }

  private static func notOpen(_ id: String) -> CentreError {
    .refused(
      Wording(
        zh: "没有指导预约 \(id)；可用 guidance appointments 查看",
        en: "there is no appointment \(id); 'guidance appointments' tells which there are"))
  }

  /// Keeps the rows in force, changed, as a draft and publishes it.
  private func republish(
    _ change: ([TimetableRow]) -> [TimetableRow]
  ) throws(CentreError) -> PublicationSummary {
    guard let rows = try publishedRows() else { throw .nothingPublished }
    let changed = change(rows).inOrder
    let judgement = Planner(try facts(with: changed)).judge(changed)
    if let first = judgement.broken.first {
      throw .refused(
        Wording(
          zh: "这样安排违反规则，没有改动：\(first.explanation.chinese)",
          en: "this breaks a rule, and nothing was changed: \(first.explanation.english)"))
    }
    let stamp = stamp
    let kept = try stored { store throws(StoreError) in
      try store.keep(rows: changed, unplaced: [], cost: judgement.cost, seed: 0, steps: 0, stamp: stamp)
    }
    guard let kept else { throw .noBundle }
    return try publish(draft: kept.id, incomplete: true)
  }
}

extension GuidanceAppointment {
  var key: SessionKey { .meeting(trainee: trainee, part: part) }

  /// The request that a placed meeting answers: by its mentor, on a day that was in time or on its own.
  func request(as row: TimetableRow) -> MentoringRequest {
    var request = MentoringRequest(
      trainee: trainee, mentor: row.people.first, meetings: 1, periods: row.periods,
      earliest: min(earliest, row.date), latest: max(latest ?? row.date, row.date), minGapDays: 0, mode: mode)
    request.firstPart = part
    return request
  }
}
