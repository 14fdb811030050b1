package import Civil
package import Scheduling

/// Turns a bundle into a scheduling problem, and a solution into timetable rows.
package struct Planner: Sendable {
  package let bundle: PlanningBundle
  private let classProblem: ClassProblem

  /// - Parameter bundle: a sound one.
  package init(_ bundle: PlanningBundle) {
    self.init(bundle, fixed: [])
  }

  /// A planner that leaves sessions where they are.
  ///
  /// - Parameters:
  ///   - bundle: a sound one.
  ///   - fixed: rows of sessions that keep their date, block, period, room and people.
  package init(_ bundle: PlanningBundle, fixed: [TimetableRow]) {
    self.bundle = bundle
    var problem = ClassProblem(bundle)
    problem.fix(fixed)
    classProblem = problem
  }

  var problem: Problem { classProblem.problem }

  /// Makes a timetable: a complete one if it can, then a better one until a limit is reached.
  ///
  /// `previous` is the published timetable, of which each session that changes costs `moved`; `clock` gives seconds
  /// and never goes back; `progress` is called about ten times a second; `stop` is asked often, and true ends the
  /// search with the best so far.
  package func solve(
    _ limits: SearchLimits, weights: Weights = .standard, previous: [TimetableRow]? = nil,
    clock: @escaping @Sendable () -> Double, progress: (@Sendable (SearchProgress) -> Void)? = nil,
    stop: (@Sendable () -> Bool)? = nil
  ) -> PlanResult {
    var named = classProblem
    let published = previous.map { named.previous($0) } ?? [:]
    let solver = Solver(named.problem, weights: weights, previous: published)
    let solution = solver.solve(limits, clock: clock, progress: progress, stop: stop)
    let rows = solution.placements.map { classProblem.row($0) }.inOrder
    return PlanResult(
      rows: rows,
      unplaced: solution.unplaced.map {
        UnplacedSession(session: classProblem.keys[$0.session], reason: $0.reason)
      },
      judgement: judge(rows, previous: previous, weights: weights), steps: solution.steps,
      firstComplete: solution.firstComplete, discrepancy: solution.discrepancy)
  }

  /// What every complete timetable of the bundle must cost at least.
  package func bounds(weights: Weights = .standard, previous: [TimetableRow]? = nil) -> LowerBounds {
    var named = classProblem
    let published = previous.map { named.previous($0) } ?? [:]
    return LowerBounds(named.problem, weights: weights, previous: published)
  }

  /// All by which the hard rules of a timetable can be replayed; nil where it breaks one.
  package func certificate(
    for rows: [TimetableRow], bounds: LowerBounds?, weights: Weights = .standard,
    previous: [TimetableRow]? = nil
  ) -> Certificate? {
    let reading = RowReading(rows, in: classProblem)
    guard reading.broken.isEmpty else { return nil }
    var named = reading.classProblem
    let published = previous.map { named.previous($0) } ?? [:]
    let timetable = Timetable(named.problem, reading.placements, previous: published)
    return Certificate(timetable, bounds: bounds, weights: weights)
  }

  /// Judges any timetable of the bundle, broken ones included, by the rules of FORMATS.md.
  package func judge(
    _ rows: [TimetableRow], previous: [TimetableRow]? = nil, weights: Weights = .standard
  ) -> Judgement {
    let reading = RowReading(rows, in: classProblem)
    var named = reading.classProblem
    let published = previous.map { named.previous($0) } ?? [:]
    let timetable = Timetable(named.problem, reading.placements, previous: published)
    let constraints = [Constraint].standard
    return Judgement(
      sessions: rows.count,
      broken: reading.broken + constraints.hard.flatMap { $0.violations(in: timetable) },
      missing: reading.missing,
      cost: constraints.soft.filter { $0.isPriced(by: weights) }.map {
        SoftCost(constraint: $0.id, count: $0.total(in: timetable), weight: weights[$0])
      })
  }
}

/// What a search found.
package struct PlanResult: Sendable {
  /// Sorted by date, start, class, trainee.
  package let rows: [TimetableRow]
  package let unplaced: [UnplacedSession]
  package let judgement: Judgement
  package let steps: Int
  /// Seconds until the first timetable without an unplaced session; nil: none was found.
  package let firstComplete: Double?
  /// Where a verified search counted otherwise than the constraints, which ended it.
  package let discrepancy: Discrepancy?
}

/// A session that found no place, and the first reason found.
package struct UnplacedSession: Hashable, Sendable {
  package let session: SessionKey
  package let reason: Wording
}

extension TimetableRow {
  /// What rows are sorted by; the session's id makes the order complete.
  package var sortKey: SortKey { SortKey(row: self) }

  /// Orders rows by date, start, class, trainee and session.
  package struct SortKey: Comparable {
    let row: TimetableRow

    package static func < (left: SortKey, right: SortKey) -> Bool { left.row.precedes(right.row) }
  }

  /// Whether it stands before another in the order of ``SortKey``.
  fileprivate func precedes(_ other: TimetableRow) -> Bool {
    if (date, start) != (other.date, other.start) { return (date, start) < (other.date, other.start) }
    return (classID, trainee, session) < (other.classID, other.trainee, other.session)
  }
}

extension Collection<TimetableRow> {
  /// In the order of ``TimetableRow/SortKey``.
  package var inOrder: [TimetableRow] {
    let rows = Array(self)
    // A row is much to carry about; date and start alone mostly tell which comes first.
    let keys = rows.indices.map { (date: rows[$0].date, start: rows[$0].start, row: $0) }
    return keys.sorted { one, other in
      (one.date, one.start) == (other.date, other.start)
        ? rows[one.row].precedes(rows[other.row]) : (one.date, one.start) < (other.date, other.start)
    }.map { rows[$0.row] }
  }
}
