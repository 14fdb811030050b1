package import Civil
package import Cohorts
package import Courses
package import Scheduling

/// Classes proposed from wishes, with the timetable that shows that they can be held.
package struct PlannedProposal: Sendable {
  /// What was found about the timetable.
  package enum Proof: Hashable, Sendable {
    /// A complete timetable of all classes was found.
    case planned(sessions: Int)
    /// So many sessions of the new classes found no place in the time given.
    case open(unplaced: Int, classes: [String])
    /// It was not asked for.
    case notAsked
  }

  package let proposal: FormingProposal
  /// The bundle with the classes proposed.
  package let bundle: PlanningBundle
  package let proof: Proof
  /// How often classes were formed anew because some had found no place.
  package let rounds: Int
  /// Sessions of the bundle's own classes and mentoring without a place.
  package let ownUnplaced: Int
}

/// Forms classes and plans them, and forms fewer where not all find a place.
package struct FormingPlanner: Sendable {
  package let bundle: PlanningBundle
  package let offers: [ClassOffer]
  package let months: [CivilDate]
  /// The people behind the wishes, by intent.
  package let trainees: [String: Trainee]
  /// The timetable in force.
  package let rows: [TimetableRow]

  package init(
    _ bundle: PlanningBundle, offers: [ClassOffer], months: [CivilDate], trainees: [String: Trainee],
    rows: [TimetableRow]
  ) {
    self.bundle = bundle
    self.offers = offers
    self.months = months
    self.trainees = trainees
    self.rows = rows
  }

  private static let mostRounds = 12
  /// The share of the time left that a round has: one that can be planned is planned soon.
  private static let share = 0.2

  /// The proposal as it is; nothing is said about its timetable.
  package func unproved(_ proposal: FormingProposal) -> PlannedProposal {
    PlannedProposal(
      proposal: proposal, bundle: bundle.adding(proposal, trainees: trainees), proof: .notAsked, rounds: 0,
      ownUnplaced: 0)
  }

  /// Forms classes within the limits until a timetable of all of them is found, or time is over.
  ///
  /// Each round has a part of the time left; `form` is asked anew with more limits: at the site and in the month of
  /// classes with sessions left out as many classes fewer as these sessions make up. With steps in place of seconds the
  /// result is repeatable.
  package func plan(
    _ limits: [FormingLimit], _ search: SearchLimits, clock: @escaping @Sendable () -> Double,
    stop: @escaping @Sendable () -> Bool = { false }, form: ([FormingLimit]) -> FormingProposal
  ) -> PlannedProposal {
    let end = search.seconds.map { clock() + $0 }
    var limits = limits
    var round = 0
    while true {
      let proposal = form(limits)
      let wider = bundle.adding(proposal, trainees: trainees)
      let found = place(wider, search, until: end, clock, stop)
      let own = Set(proposal.classes.map(\.id))
      let failed = found.incomplete.filter { own.contains($0.key) }
      let others = found.incomplete.filter { !own.contains($0.key) }.values.reduce(0, +)
      let isOver = stop() || end.map { clock() >= $0 } ?? false
      guard !failed.isEmpty, !isOver, round < Self.mostRounds else {
        let proof: PlannedProposal.Proof =
          failed.isEmpty
          ? .planned(sessions: found.sessions)
          : .open(unplaced: failed.values.reduce(0, +), classes: failed.keys.sorted())
        return PlannedProposal(
          proposal: proposal, bundle: wider, proof: proof, rounds: round, ownUnplaced: others)
      }
      round += 1
      limits += tighter(proposal, unplaced: failed)
    }
  }

  /// Sessions without a place, by class; those of mentoring under the trainee.
  private struct Found {
    let sessions: Int
    let incomplete: [String: Int]
  }

  private func place(
    _ wider: PlanningBundle, _ search: SearchLimits, until end: Double?,
    _ clock: @escaping @Sendable () -> Double, _ stop: @escaping @Sendable () -> Bool
  ) -> Found {
    var limits = search
    limits.untilComplete = true
    if let end { limits.seconds = max(0.5, (end - clock()) * Self.share) }
    var problem = ClassProblem(wider)
    let previous = problem.previous(rows)
    let solution = Solver(problem.problem, previous: previous).place(limits, clock: clock, stop: stop)
    let placed = Set(solution.placements.map(\.session))
    var incomplete: [String: Int] = [:]
    for session in problem.keys.indices where !placed.contains(session) {
      switch problem.keys[session] {
      case .classSession(let id, _, _): incomplete[id, default: 0] += 1
      case .meeting(let trainee, _): incomplete[trainee, default: 0] += 1
      }
    }
    return Found(sessions: solution.placements.count, incomplete: incomplete)
  }

  /// For each site and month with sessions left out: as many classes fewer as they make up, one at least.
  private func tighter(_ proposal: FormingProposal, unplaced: [String: Int]) -> [FormingLimit] {
    struct Place: Hashable {
      let site: String
      let start: CivilDate
    }
    let groups = Dictionary(grouping: proposal.classes) { Place(site: $0.offer.site, start: $0.start) }
    return groups.filter { $0.value.contains { unplaced[$0.id] != nil } }
      .sorted { ($0.key.site, $0.key.start) < ($1.key.site, $1.key.start) }.map { place, classes in
        let left = classes.reduce(0) { $0 + (unplaced[$1.id] ?? 0) }
        let whole = max(1, classes.map { sessions(of: $0.offer.course) }.max() ?? 1)
        let fewer = max(1, (left + whole - 1) / whole)
        let (year, month, _) = place.start.parts
        return FormingLimit(
          name: Wording(
            zh: "\(year) 年 \(month) 月 \(place.site) 再多排不出完整课表",
            en: "no complete timetable was found with more at \(place.site) in \(year)-\(padded(month, 2))"),
          offers: Set(offers.indices.filter { offers[$0].site == place.site }),
          most: months.map { $0 == place.start ? max(0, classes.count - fewer) : Int.max / 4 })
      }
  }

  private func sessions(of course: String) -> Int {
    bundle.modules.filter { $0.course == course }.reduce(0) { $0 + $1.sessionLengths.count }
  }
}
