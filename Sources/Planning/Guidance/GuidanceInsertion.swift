import Civil
import Scheduling

/// Meetings put beside rows that stay, with why the others wait.
struct GuidanceInsertion {
  private let bundle: PlanningBundle
  private let reading: RowReading
  private let insertion: Insertion

  /// `bundle` has the meetings among its mentoring; `rows` are sessions that break no hard rule.
  init(_ bundle: PlanningBundle, beside rows: [TimetableRow]) {
    self.bundle = bundle
    reading = RowReading(rows, in: ClassProblem(bundle))
    insertion = Insertion(reading.classProblem.problem, settled: reading.placements)
  }

  struct Outcome {
    let rows: [TimetableRow]
    /// Why each of the others waits, by session.
    let reasons: [SessionKey: Wording]
    let steps: Int
  }

  /// Places the tasks, the more pressing first; those of `begun` have a place, which is kept where that helps more.
  func place(_ tasks: [GuidanceTask], begun: [TimetableRow], stop: () -> Bool) -> Outcome {
    let named = reading.classProblem
    let orders = tasks.compactMap { order(of: $0) }
    var result = insertion.place(orders, stop: stop)
    if result.placements.count < begun.count {
      result = insertion.place(orders, begun: RowReading(begun, in: named).placements, stop: stop)
    }
    let words = HindranceWording(bundle, named.problem)
    var reasons: [SessionKey: Wording] = [:]
    for (session, hindrance) in result.hindrances { reasons[named.keys[session]] = words[hindrance] }
    return Outcome(rows: result.placements.map { named.row($0) }, reasons: reasons, steps: result.steps)
  }

  private func order(of task: GuidanceTask) -> Insertion.Order? {
    let named = reading.classProblem
    return named.sessionIndex[task.key].map { session in
      Insertion.Order(
        session, wished: task.wished, block: task.trip.flatMap { named.blockIndex[$0.block] },
        person: task.trip.flatMap { named.personIndex[$0.mentor] })
    }
  }
}
