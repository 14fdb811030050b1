import Civil
import Cohorts
import Courses
import Scheduling

/// Grows a timetable of classes round by round; keeps the best in which all classes are complete.
struct FormingGrowth {
  /// Classes that all have a complete timetable.
  struct Planned {
    var classes: [FormingProposal.HeldClass] = []
    /// With the bundle's own sessions, sorted.
    var rows: [TimetableRow] = []
    /// Days that people wait less by it.
    var saved = -1
  }

  private let planner: FormingPlanner
  private let limits: [FormingLimit]
  private let search: SearchLimits
  private let clock: @Sendable () -> Double
  private let stop: @Sendable () -> Bool
  private let end: Double?
  private let horizon: CivilDate

  private(set) var best = Planned()
  private(set) var rounds = 0
  /// Sessions of the bundle itself without a place.
  private(set) var ownUnplaced = 0
  /// What could be formed by counting alone.
  private(set) var counted = (classes: 0, people: 0)
  private var bounds: FormedClasses.Bounds?
  /// Limits that the search ran into, which may be wrong.
  private var found: [FormingLimit] = []
  private var rows: [TimetableRow]

  /// Rounds of a search that no time ends.
  private static let mostRounds = 24
  /// The share of the time left that a round has: first all months are tried soon, then each as long as it can be.
  private var share: Double { isSweeping ? 0.08 : 0.25 }
  /// Whether every class that finds no place at once is tried elsewhere.
  private var isSweeping = true

  init(
    _ planner: FormingPlanner, _ limits: [FormingLimit], _ search: SearchLimits,
    clock: @escaping @Sendable () -> Double, stop: @escaping @Sendable () -> Bool
  ) {
    self.planner = planner
    self.limits = limits
    self.search = search
    self.clock = clock
    self.stop = stop
    end = search.seconds.map { clock() + $0 }
    horizon = planner.months.last?.adding(months: 1) ?? planner.bundle.centre.planTo
    rows = planner.rows
  }

  private var isOver: Bool {
    stop() || end.map { clock() >= $0 } ?? false || (end == nil && rounds >= Self.mostRounds)
  }

  mutating func run(_ form: FormingPlanner.Form) {
    var proposal = form(limits, FormingProposal.Progress())
    bounds = proposal.formed.bounds
    counted = (proposal.classes.count, proposal.people)
    let own = place([], spared: 0)
    ownUnplaced = own.own
    rows = own.rows
    best = Planned(classes: [], rows: rows, saved: 0)
    while !isOver {
      rounds += 1
      let placed = place(proposal.classes, spared: ownUnplaced)
      rows = placed.rows
      keep(proposal.classes, placed)
      let open = open(proposal.classes, placed)
      let held = open.held.map { FormingProposal.HeldClass($0, seats: seats(of: $0, placed)) }
      if !open.given.isEmpty { learn(open.given, beside: open.held) }
      proposal = form(limits + found, FormingProposal.Progress(held: held, bounds: bounds))
      guard proposal.classes.count == held.count, placed.missing.isEmpty else { continue }
      // All are complete, and no more may be formed: is what the search ran into really so?
      guard !found.isEmpty else { return }
      found = []
      isSweeping = false
      proposal = form(limits, FormingProposal.Progress(held: held, bounds: bounds))
      guard proposal.classes.count > held.count else { return }
    }
  }

  /// The best that was found as a proposal, with the reasons for those who are left.
  mutating func final(_ form: FormingPlanner.Form) -> FormingProposal {
    let closed = planner.offers.indices.flatMap { offer in
      planner.months.indices.map { month in
        limit(on: [offer], month, beside: best.classes.map(\.one), name: name(of: planner.offers[offer]))
      }
    }
    // Who is left may still take a free seat, where the timetable bears it.
    let joined = form(limits + closed, FormingProposal.Progress(held: best.classes, bounds: bounds))
    if joined.people > best.classes.reduce(0, { $0 + $1.one.intents.count }) {
      let placed = place(joined.classes, spared: ownUnplaced, isShort: true)
      keep(joined.classes, placed)
    }
    let full = best.classes.map { FormingProposal.HeldClass($0.one, seats: $0.one.intents.count) }
    return form(limits + closed, FormingProposal.Progress(held: full, bounds: bounds))
  }

  // MARK: Planning

  /// What came of a round.
  private struct Placed {
    let rows: [TimetableRow]
    /// Sessions left out, by new class.
    let missing: [String: Int]
    /// Sessions of the bundle itself that are left out.
    let own: Int
  }

  /// Plans classes beside the bundle's own, from the timetable of the last round.
  private func place(
    _ classes: [FormingProposal.ProposedClass], spared: Int, isShort: Bool = false
  ) -> Placed {
    var limits = search
    limits.untilComplete = true
    limits.spared = spared
    limits.isWhole = true
    limits.seed = search.seed &+ UInt64(rounds)
    if let end { limits.seconds = isShort ? 0.2 : max(0.3, (end - clock()) * share) }
    let wider = planner.bundle.adding(classes, trainees: planner.trainees)
    var problem = ClassProblem(wider)
    let start = problem.previous(rows)
    let published = problem.previous(planner.rows)
    let isNew = Set(classes.map(\.id))
    let isPublished = Set(planner.rows.map(\.classID))
    let narrower = ScarceLecturers(problem.problem).sparing(problem.problem) { !isPublished.contains($0.id) }
    let solution = Solver(narrower, previous: published, start: start).place(limits, clock: clock, stop: stop)
    let placed = Set(solution.placements.map(\.session))
    var missing: [String: Int] = [:]
    var own = 0
    for session in problem.keys.indices where !placed.contains(session) {
      if case .classSession(let id, _, _) = problem.keys[session], isNew.contains(id) {
        missing[id, default: 0] += 1
      } else {
        own += 1
      }
    }
    let rows = solution.placements.map(problem.row).inOrder
    return Placed(rows: rows, missing: missing, own: own)
  }

  /// Keeps the complete classes where they are the best so far.
  private mutating func keep(_ classes: [FormingProposal.ProposedClass], _ placed: Placed) {
    guard placed.own <= ownUnplaced else { return }
    let complete = classes.filter { placed.missing[$0.id] == nil }
    let saved = complete.reduce(0) { $0 + $1.intents.count * (horizon - $1.start) }
    guard saved > best.saved else { return }
    let left = Set(placed.missing.keys)
    best = Planned(
      classes: complete.map { FormingProposal.HeldClass($0, seats: seats(of: $0, placed)) },
      rows: placed.rows.filter { !left.contains($0.classID) }, saved: saved)
  }

  /// How many people a class can have where it is held; as it is, while sessions are left out.
  private func seats(of one: FormingProposal.ProposedClass, _ placed: Placed) -> Int {
    guard placed.missing[one.id] == nil else { return one.intents.count }
    let rooms = Set(placed.rows.lazy.filter { $0.classID == one.id }.map(\.room))
    let smallest = planner.bundle.rooms.filter { rooms.contains($0.id) }.map(\.capacity).min() ?? 0
    return max(one.intents.count, min(one.offer.most, smallest))
  }

  // MARK: Giving up

  /// Which classes stay, and which are given up: those that found no place, or later in each month half of them, with
  /// the fewest people.
  private func open(
    _ classes: [FormingProposal.ProposedClass], _ placed: Placed
  ) -> (held: [FormingProposal.ProposedClass], given: [FormingProposal.ProposedClass]) {
    var given: Set<String> = []
    for (_, own) in Dictionary(grouping: classes, by: \.start) {
      let open = own.filter { placed.missing[$0.id] != nil }
        .sorted { ($0.intents.count, $0.id) < ($1.intents.count, $1.id) }
      given.formUnion(open.prefix(isSweeping ? open.count : (open.count + 1) / 2).map(\.id))
    }
    return (classes.filter { !given.contains($0.id) }, classes.filter { given.contains($0.id) })
  }

  /// No more classes than are left of an offer and month whose class was given up; none of any offer in a month in which
  /// three offers failed.
  private mutating func learn(
    _ given: [FormingProposal.ProposedClass], beside held: [FormingProposal.ProposedClass]
  ) {
    for one in given {
      guard let offer = index(of: one.offer),
        let month = planner.months.firstIndex(of: one.start)
      else { continue }
      found.append(limit(on: [offer], month, beside: held, name: name(of: one.offer)))
      let failed = Set(found.filter { $0.months.lowerBound == month }.flatMap(\.needs.keys))
      if failed.count >= 3 {
        let name = Wording(zh: "各培训点的课表", en: "a timetable of all sites")
        found.append(limit(on: Array(planner.offers.indices), month, beside: held, name: name))
      }
    }
  }

  private func name(of offer: ClassOffer) -> Wording {
    let site = planner.bundle.sites.first { $0.id == offer.site }?.name ?? offer.site
    let cohort = planner.bundle.cohorts.first { $0.id == offer.cohort }?.name ?? offer.cohort
    return Wording(zh: "\(cohort)在\(site)的课表", en: "a timetable of \(cohort) at \(site)")
  }

  /// No more classes of offers in a month than there are.
  private func limit(
    on offers: [Int], _ month: Int, beside held: [FormingProposal.ProposedClass], name: Wording
  ) -> FormingLimit {
    let chosen = Set(offers)
    return FormingLimit(
      name: name, ground: .notFound, offers: chosen, month: month,
      most: held.count { one in
        one.start == planner.months[month] && index(of: one.offer).map(chosen.contains) == true
      })
  }

  /// The offer of which a class is one, whose seats rules may have made fewer.
  private func index(of offer: ClassOffer) -> Int? {
    planner.offers.firstIndex {
      ($0.course, $0.cohort, $0.site, $0.catchment)
        == (offer.course, offer.cohort, offer.site, offer.catchment)
    }
  }
}
