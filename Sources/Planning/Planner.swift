package import Civil
package import Scheduling

/// Turns a bundle into a scheduling problem, and a solution into timetable rows.
package struct Planner: Sendable {
  package let bundle: PlanningBundle

  package init(_ bundle: PlanningBundle) {
    self.bundle = bundle
  }

  /// Makes a timetable.
  ///
  /// - Parameters:
  ///   - previous: the published timetable; each of its sessions that changes costs `moved`.
  ///   - clock: seconds of a clock that never goes back.
  ///   - progress: called about ten times a second.
  ///   - stop: asked often; true ends the search with the best so far.
  package func solve(
    _ limits: SearchLimits, weights: Weights = .standard, previous: [TimetableRow]? = nil,
    clock: @escaping @Sendable () -> Double, progress: (@Sendable (SearchProgress) -> Void)? = nil,
    stop: (@Sendable () -> Bool)? = nil
  ) -> PlanResult {
    PlanResult(rows: [], unplaced: [], judgement: judge([], previous: previous, weights: weights), steps: 0)
  }

  /// Judges any timetable of the bundle, broken ones included, by the rules of FORMATS.md.
  package func judge(
    _ rows: [TimetableRow], previous: [TimetableRow]? = nil, weights: Weights = .standard
  ) -> Judgement {
    Judgement(sessions: rows.count, broken: [], missing: [], cost: [])
  }
}

/// What a search found.
package struct PlanResult: Sendable {
  /// Sorted by date, start, class, trainee.
  package let rows: [TimetableRow]
  package let unplaced: [UnplacedSession]
  package let judgement: Judgement
  package let steps: Int
}

/// A session that found no place, and the first reason found.
package struct UnplacedSession: Hashable, Sendable {
  package let session: SessionKey
  package let reason: Wording
}

/// What names a session across timetables: a class's module and part, or a trainee's meeting.
package enum SessionKey: Hashable, Sendable, CustomStringConvertible {
  case classSession(classID: String, module: String, part: Int)
  case meeting(trainee: String, part: Int)

  /// As `class/C001/法律形态/1` or `mentoring/T0001//1`.
  package var description: String {
    switch self {
    case .classSession(let classID, let module, let part): "class/\(classID)/\(module)/\(part)"
    case .meeting(let trainee, let part): "mentoring/\(trainee)//\(part)"
    }
  }
}

/// What a timetable breaks, lacks and costs.
package struct Judgement: Sendable {
  /// Rows judged.
  package let sessions: Int
  /// Broken hard rules, one entry each (`H0`: the row itself is wrong).
  package let broken: [Violation]
  package let missing: [SessionKey]
  /// Every soft constraint in the order of the list.
  package let cost: [SoftCost]

  /// Sum of count × weight.
  package var total: Double { cost.reduce(0) { $0 + Double($1.count) * $1.weight } }
}

/// What a timetable costs by one soft constraint.
package struct SoftCost: Hashable, Sendable {
  /// The id of the constraint (`span`).
  package let constraint: String
  /// Units, as the constraint counts them.
  package let count: Int
  package let weight: Double
}
