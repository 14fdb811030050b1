import Civil
package import Scheduling

/// Plans as many new classes as it can together with a bundle's own, a few at a time.
///
/// Each attempt begins with the timetable found before and adds classes; those that find a place for all their
/// sessions stay, and the next attempt asks for more or fewer.
struct TargetSearch {
  let bundle: PlanningBundle
  let question: TargetQuestion
  let size: Int
  let limits: SearchLimits
  let clock: @Sendable () -> Double
  let stop: @Sendable () -> Bool

  private(set) var rows: [TimetableRow] = []
  /// New classes of which every session is placed.
  private(set) var kept: [String] = []
  /// Sessions of the bundle itself without a place.
  private(set) var unplaced = 0
  private(set) var steps = 0
  private let deadline: Double?

  /// Attempts with a single class that may fail before the search ends.
  private static let mostFailures = 3

  init(
    _ bundle: PlanningBundle, _ question: TargetQuestion, size: Int, _ limits: SearchLimits,
    clock: @escaping @Sendable () -> Double, stop: @escaping @Sendable () -> Bool
  ) {
    self.bundle = bundle
    self.question = question
    self.size = size
    self.limits = limits
    self.clock = clock
    self.stop = stop
    deadline = limits.seconds.map { clock() + $0 }
  }

  /// Plans the classes wanted, then as many more as time allows, up to `most`.
  mutating func run(wanted: Int, most: Int) {
    guard let own = attempt([], share: 1) else { return }
    unplaced = own.unplaced
    guard unplaced == 0 else { return }
    rows = own.rows
    let ids = bundle.newClassIDs(most)
    var batch = min(most, max(1, wanted))
    var failures = 0
    while kept.count < most, failures < Self.mostFailures, !isOver {
      let goal = kept.count < wanted ? min(wanted, most) : most
      let more = min(batch, goal - kept.count)
      let known = Set(kept)
      let free = Array(ids.filter { !known.contains($0) }.prefix(more))
      guard let found = attempt(free, share: 0.4) else { return }
      if found.gained.isEmpty {
        if more == 1 { failures += 1 }
        batch = max(1, more / 2)
      } else {
        kept += found.gained
        rows = found.rows
        batch = found.gained.count < more ? found.gained.count : more * 2
        failures = 0
      }
    }
  }

  private var isOver: Bool { stop() || deadline.map { clock() >= $0 } ?? false }

  private struct Found {
    let rows: [TimetableRow]
    let gained: [String]
    let unplaced: Int
  }

  /// Plans what is kept and these classes more, from the timetable so far; nil: there is no time left.
  private mutating func attempt(_ ids: [String], share: Double) -> Found? {
    guard !isOver else { return nil }
    var limits = limits
    limits.untilComplete = true
    if let deadline { limits.seconds = max(0.5, (deadline - clock()) * share) }
    let classes = (kept + ids).map { (id: $0, size: size) }
    var problem = ClassProblem(bundle.adding(classes, for: question))
    let previous = problem.previous(rows)
    let solution = Solver(problem.problem, previous: previous).place(limits, clock: clock, stop: stop)
    steps += solution.steps
    var incomplete: Set<String> = []
    var lost = 0
    let placed = Set(solution.placements.map(\.session))
    for session in problem.keys.indices where !placed.contains(session) {
      if case .classSession(let id, _, _) = problem.keys[session], ids.contains(id) {
        incomplete.insert(id)
      } else {
        lost += 1
      }
    }
    let gained = lost > 0 ? [] : ids.filter { !incomplete.contains($0) }
    let rows = solution.placements.map(problem.row).filter { !incomplete.contains($0.classID) }
    return Found(rows: rows.inOrder, gained: gained, unplaced: lost)
  }
}

extension Planner {
  /// Answers whether so many trainees more can complete a course by a date.
  ///
  /// - Parameters:
  ///   - question: whose course and cohort the bundle has; its date is not before the plan's first day.
  ///   - limits: seconds over all searches, or steps of each of them.
  ///   - clock: gives seconds and never goes back.
  ///   - stop: is asked often; true ends the search with what was planned so far.
  /// - Returns: a plan, a proof, or the best found and the bound.
  package func answer(
    _ question: TargetQuestion, _ limits: SearchLimits, clock: @escaping @Sendable () -> Double,
    stop: @escaping @Sendable () -> Bool = { false }
  ) -> TargetAnswer {
    let size = bundle.classSize(of: question.course)
    let wanted = size == 0 ? 0 : (question.trainees + size - 1) / size
    let probe = bundle.newClassIDs(1).map { (id: $0, size: size) }
    let problem = ClassProblem(bundle.adding(probe, for: question)).problem
    let bound = TargetBound(problem, series: bundle.classes.count, names: bundle.newClassIDs)
    var search = TargetSearch(bundle, question, size: size, limits, clock: clock, stop: stop)
    if size > 0, bound.classes > 0 { search.run(wanted: wanted, most: bound.classes) }
    let plan = TargetPlan(search, bundle, wanted: wanted)
    return TargetAnswer(
      question: question, classSize: size, classesNeeded: wanted,
      classesAtMost: bound.classes < TargetBound.most ? bound.classes : nil, shortages: bound.shortages,
      classesPlanned: search.kept.count, plan: plan.classes, unplaced: search.unplaced, rows: plan.rows,
      steps: search.steps)
  }
}

/// The classes of a search under their final names, with as many trainees as were asked for.
private struct TargetPlan {
  let classes: [TargetAnswer.NewClass]
  let rows: [TimetableRow]

  init(_ search: TargetSearch, _ bundle: PlanningBundle, wanted: Int) {
    let own = Dictionary(grouping: search.rows.filter { $0.kind == .class }, by: \.classID)
    let spans = search.kept.compactMap { id -> (id: String, first: TimetableRow, last: TimetableRow)? in
      guard let first = own[id]?.first, let last = own[id]?.last else { return nil }
      return (id, first, last)
    }.sorted { ($0.last.date, $0.first.date, $0.id) < ($1.last.date, $1.first.date, $1.id) }
    let shown = spans.prefix(wanted)
    let asked = shown.count < wanted ? shown.count * search.size : search.question.trainees
    let names = bundle.newClassIDs(spans.count)
    classes = shown.enumerated().map { index, span in
      TargetAnswer.NewClass(
        id: names[index], trainees: asked / shown.count + (index < asked % shown.count ? 1 : 0),
        site: span.first.site, from: span.first.date, to: span.last.date)
    }
    let renamed = Dictionary(uniqueKeysWithValues: zip(spans.map(\.id), names))
    rows =
      search.rows.map { row in
        guard row.kind == .class, let name = renamed[row.classID] else { return row }
        var named = row
        named.classID = name
        named.session = SessionKey(named).sessionID
        return named
      }.inOrder
  }
}
