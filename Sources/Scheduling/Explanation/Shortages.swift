/// Periods of people or rooms that all series together ask for and that nobody and nothing can give.
extension Reasoning {
  /// What is counted: the sessions that want one qualification, meetings, or all.
  private enum Wanting {
    case qualification(String)
    case meetings
    case all
  }

  /// Conflicts of one shortage at most.
  private static let mostOfOne = 2
  /// Series of the largest set that is made minimal: where more want the same people, what they ask for and what there
  /// is still says why.
  private static let mostShrunk = 30

  /// Looks for shortages that leave series without a place, over all series that could be planned alone.
  ///
  /// Each gives a conflict of few classes. The other series that want the same places, of which there are too few for
  /// all, are taken as explained by it: whichever of them is left out, the reason is the same.
  mutating func explainShortages(_ left: [Int], among series: [Int]) {
    guard !left.isEmpty else { return }
    let problem = terrain.problem
    let sessions = left.flatMap { problem.series[$0].sessions }
    let inTeams = Set(
      sessions.filter { problem.sessions[$0].team > 1 }.map { problem.sessions[$0].qualification })
    var questions: [(kind: PeriodShortage.Kind, wanting: Wanting)] =
      Set(sessions.compactMap { problem.sessions[$0].qualification }).sorted().flatMap { word in
        let own: [(PeriodShortage.Kind, Wanting)] = [(.people, .qualification(word))]
        return inTeams.contains(word) ? [(.teams, .qualification(word))] + own : own
      }
    if left.contains(where: { problem.series[$0].kind.isMentoring }) {
      questions += [(.people, .meetings), (.rooms, .meetings)]
    }
    questions += [(.people, .all), (.rooms, .all)]
    if !inTeams.isEmpty { questions.append((.teams, .all)) }
    let asked = questions.map { (kind: $0.kind, facts: facts(of: series, $0.wanting)) }
    // What needs less is found sooner and read more easily, whatever is short.
    for depth in ShortageDepth.allCases {
      for (kind, facts) in asked where !explained.isSuperset(of: left) && !effort.isSpent {
        explain(left, by: kind, facts.filter { depth.keeps($0, for: kind) }, depth)
      }
    }
  }

  private func facts(of series: [Int], _ wanting: Wanting) -> [Fact] {
    let problem = terrain.problem
    let wanted = problem.sessions.indices.filter { session in
      switch wanting {
      case .qualification(let word): problem.sessions[session].qualification == word
      case .meetings: problem.series[problem.sessions[session].series].kind.isMentoring
      case .all: true
      }
    }
    let modules = Set(wanted.compactMap { terrain.sources.moduleOf[$0] })
    let asking = Set(wanted.map { problem.sessions[$0].series }).intersection(series)
    effort.spend(200 * asking.count)
    return universe.facts(of: asking.sorted()).filter { fact in
      if case .module(let module) = fact { return modules.contains(module) }
      return true
    }
  }

  /// Explains those of the series left that the facts leave short of periods of that kind.
  private mutating func explain(
    _ left: [Int], by kind: PeriodShortage.Kind, _ facts: [Fact], _ depth: ShortageDepth
  ) {
    let sessions = terrain.problem.sessions
    let excerpt = prover.excerpt(Set(facts))
    let flow = FlowBound(excerpt, effort: effort)
    for part in depth.parts where !explained.isSuperset(of: left) {
      guard let gap = flow.gap(kind, ignoringBelow: part) else { continue }
      for tasks in gap.parts {
        let short = Set(tasks.map { sessions[excerpt.tasks[$0].session].series })
        guard left.contains(where: { short.contains($0) && !explained.contains($0) }) else { continue }
        if explain(tasks, of: excerpt, facts, by: .flow(kind, ignoringBelow: part)) {
          explained.formUnion(short)
        }
      }
    }
  }

  /// Finds conflicts among tasks that fall short; false: none was proved.
  private mutating func explain(
    _ tasks: [Int], of excerpt: Excerpt, _ facts: [Fact], by proof: Prover.Proof
  ) -> Bool {
    guard case .flow(let kind, let part) = proof else { return false }
    let flow = FlowBound(excerpt, effort: effort)
    var rest = tasks
    var isExplained = false
    for _ in 0..<Self.mostOfOne where !effort.isSpent {
      let few = flow.bottleneck(kind, ignoringBelow: part, of: rest)
      guard let own = asking(for: few, of: excerpt, facts, by: proof) else { break }
      let core = core(of: own, among: Set(few.map { excerpt.tasks[$0].member }).count, by: proof)
      // A second one tells more only if it is minimal.
      guard core.isMinimal || !isExplained else { break }
      isExplained = true
      record(core)
      // What is still short without the classes of this conflict gives another.
      let named = Set(conflicts.last?.series ?? [])
      let others = rest.filter { !named.contains(excerpt.members[excerpt.tasks[$0].member].series) }
      guard let gap = flow.gap(kind, ignoringBelow: part, among: others) else { break }
      rest = gap.tasks
    }
    return isExplained
  }

  /// A minimal part of facts of so many series; all that the proof needs of them by kind where they are too many.
  private func core(of facts: [Fact], among series: Int, by proof: Prover.Proof) -> Core {
    effort.within(effort.left * 3 / 4) {
      guard series > Self.mostShrunk else { return prover.core(of: facts, shownBy: proof, isFew: true) }
      return prover.checked(prover.withoutKinds(of: facts, shownBy: proof), proof)
    }
  }

  /// The facts with only those of their wants that ask for the tasks, or for all sessions of the tasks' series where
  /// the others hold them in their place; nil: neither falls short by itself.
  private func asking(
    for tasks: [Int], of excerpt: Excerpt, _ facts: [Fact], by proof: Prover.Proof
  ) -> [Fact]? {
    let few = prover.asking(facts, for: tasks.map { excerpt.tasks[$0].session })
    if prover.isInfeasible(few, by: proof) { return few }
    let members = Set(tasks.map { excerpt.tasks[$0].member })
    let all = members.sorted().flatMap { excerpt.members[$0].tasks }
    let more = prover.asking(facts, for: all.map { excerpt.tasks[$0].session })
    return prover.isInfeasible(more, by: proof) ? more : nil
  }
}

/// How much of what limits sessions is looked at for a shortage.
private enum ShortageDepth: CaseIterable {
  /// Windows, patterns, limits a week, and who or what serves.
  case plain
  /// Events, holidays and limits a day too.
  case days
  /// Everything, order and the other kind's limits too.
  case all

  var parts: [Int] {
    switch self {
    case .plain: [1]
    case .days: [1, 0]
    case .all: SessionMeasure.parts
    }
  }

  func keeps(_ fact: Fact, for kind: PeriodShortage.Kind) -> Bool {
    switch fact {
    case .order, .gapDays, .meetingGap, .attends, .travel, .defaultTravel, .variety: self == .all
    case .busy, .personDay: kind.isOfPeople ? self != .plain : self == .all
    case .holiday, .dayLimit: self != .plain
    case .personWeek, .personOpen, .holders, .qualification, .team, .lecturers:
      kind.isOfPeople || self == .all
    case .seats, .capacity, .features, .equipped, .roomOpen, .site: kind == .rooms || self == .all
    default: true
    }
  }
}
