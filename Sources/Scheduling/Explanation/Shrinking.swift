/// A set of facts that cannot hold together, and what is known of it.
struct Core {
  let facts: [Fact]
  /// Facts without which neither a placement nor a proof was found.
  let doubtful: [Fact]
  /// What shows that they cannot hold together.
  let proof: Prover.Proof

  /// Whether a placement was found without each single fact.
  var isMinimal: Bool { doubtful.isEmpty }
}

extension Fact {
  /// Whether it asks for sessions.
  var isWant: Bool {
    switch self {
    case .held, .module: true
    default: false
    }
  }
}

extension Prover {
  /// A minimal part of the facts that cannot hold together; nil: they were not proved to be unable to.
  ///
  /// Facts that come first are rather kept. After U. Junker, "QuickXplain" (AAAI 2004), with the cheapest proof that
  /// shows the whole, first by groups of facts, then by single ones; each fact of the result is then dropped once
  /// more and a placement asked for. Where the work allowed ends first, more facts than needed can stay.
  func core(of facts: [Fact], by proofs: [Proof] = Proof.counting + [.clauses]) -> Core? {
    guard let proof = proof(of: facts, among: proofs) else { return nil }
    return core(of: facts, shownBy: proof)
  }

  /// A minimal part of facts that the proof shows to be unable to hold together.
  ///
  /// `isFew`: the series among them are known to be hardly more than it takes.
  func core(of facts: [Fact], shownBy proof: Proof, isFew: Bool = false) -> Core {
    let few = narrowed(facts, proof)
    // First who wants what, while everything limits them and little is possible; then what limits those few.
    let wants = few.filter(\.isWant)
    var limits = relevant(few.filter { !$0.isWant }, to: wants, proof)
    var kept = wants
    if !isFew, !wants.isEmpty {
      kept = shrink(limits, wants.map { [$0] }, isChanged: true, proof).flatMap { $0 }
    }
    limits = bearing(limits, on: kept, proof)
    if wants.count > kept.count { limits = relevant(limits, to: kept, proof) }
    let groups = grouped(limits)
    // What is counted is soon checked fact by fact, and of what a series asks for itself most is needed.
    let (own, others) = (groups.filter { isLeft(to: proof, $0) }, groups.filter { !isLeft(to: proof, $0) })
    kept += own.flatMap { $0 }
    let some = shrink(kept, others, isChanged: true, proof)
    let small = some.filter { $0.count == 1 }.flatMap { $0 }
    let large = some.filter { $0.count > 1 }.flatMap { $0 }
    kept += small + shrink(kept + small, large.map { [$0] }, isChanged: true, proof).flatMap { $0 }
    return checked(facts.filter(Set(kept).contains), proof)
  }

  /// Whether a group of facts is not shrunk but checked.
  private func isLeft(to proof: Proof, _ group: [Fact]) -> Bool {
    guard proof != .clauses, group.count <= 4, let first = group.first else { return false }
    if case .series = FactGroup(first) { return true }
    return false
  }

  /// What the first look at a fact may take, as a part of what a question may.
  private static let firstLook = 6

  /// The facts without those that can be dropped, which are looked at from the last on.
  func checked(_ facts: [Fact], _ proof: Proof) -> Core {
    settled(Core(facts: facts, doubtful: facts.reversed(), proof: proof))
  }

  /// The same with those that are in doubt looked at: many first each for a short time, so that few that are hard leave
  /// enough for the others; then those still open, each for its share of the work allowed.
  func settled(_ core: Core) -> Core {
    let few = core.doubtful.count <= Self.fewDoubts
    return checked(few ? core : checked(core) { _ in share / Self.firstLook }) { effort.left / $0 }
  }

  /// Facts in doubt that are not looked at briefly first.
  private static let fewDoubts = 6

  /// `units`: the work that one may take when so many are left.
  private func checked(_ core: Core, within units: (Int) -> Int) -> Core {
    var kept = core.facts
    var doubtful: [Fact] = []
    for (position, fact) in core.doubtful.enumerated() {
      if effort.isSpent {
        doubtful += core.doubtful[position...]
        break
      }
      let rest = kept.filter { $0 != fact }
      let most = min(effort.left, units(core.doubtful.count - position))
      switch effort.within(most, { decide(Set(rest), likely: core.proof) }) {
      case .feasible: continue
      case .infeasible: kept = rest
      case .open: doubtful.append(fact)
      }
    }
    return Core(facts: kept, doubtful: doubtful, proof: core.proof)
  }

  /// Without the series and modules outside a least cut, as long as the periods of the others fall short.
  private func narrowed(_ facts: [Fact], _ proof: Proof) -> [Fact] {
    if proof == .emptiness { return narrowedToLostTask(facts) }
    if proof == .turns {
      let excerpt = excerpt(Set(facts))
      let members = ClassesInTurn(excerpt, effort: effort).impossible ?? Array(excerpt.members.indices)
      return asking(
        facts, for: members.flatMap { excerpt.members[$0].tasks.map { excerpt.tasks[$0].session } })
    }
    guard case .flow(let kind, let part) = proof else { return facts }
    var facts = facts
    while let (gap, excerpt) = gap(facts, kind, ignoringBelow: part) {
      let fewer = asking(facts, for: gap.smallest.map { excerpt.tasks[$0].session })
      guard fewer.count < facts.count, isInfeasible(fewer, by: proof) else { break }
      facts = fewer
    }
    return facts
  }

  /// The facts without the series and modules of other sessions.
  func asking(_ facts: [Fact], for sessions: [Int]) -> [Fact] {
    let series = Set(sessions.map { terrain.problem.sessions[$0].series })
    let modules = Set(sessions.compactMap { terrain.sources.moduleOf[$0] })
    return facts.filter { fact in
      switch fact {
      case .held(let one): series.contains(one)
      case .module(let one): modules.contains(one)
      default: true
      }
    }
  }

  /// Only with a session that has nowhere to go, if it has none without the others that must come before or after.
  private func narrowedToLostTask(_ facts: [Fact]) -> [Fact] {
    let excerpt = excerpt(Set(facts))
    guard let lost = excerpt.lostTask else { return facts }
    let fewer = asking(facts, for: [excerpt.tasks[lost].session])
    return fewer.count < facts.count && isInfeasible(fewer, by: .emptiness) ? fewer : facts
  }

  /// The limits without those that the proof plainly does without: of people, of rooms, of ways and lecturers met, as
  /// far as each of these can be left out whole; then of whoever and whatever cannot serve, on days that do not count.
  private func relevant(_ limits: [Fact], to wants: [Fact], _ proof: Proof) -> [Fact] {
    var kept = limits
    func tryWithout(_ isDropped: (Fact) -> Bool) -> Bool {
      let fewer = kept.filter { !isDropped($0) }
      if fewer.count == kept.count { return true }
      // A search that settles it soon is worth it; the steps that follow ask for less.
      let most = proof == .clauses ? share / 6 : effort.left
      guard !effort.isSpent, effort.within(most, { isInfeasible(wants + fewer, by: proof) }) else {
        return false
      }
      kept = fewer
      return true
    }
    if !tryWithout({ $0.family != .times }) {
      for family in [FactFamily.ways, .rooms, .people] { _ = tryWithout { $0.family == family } }
    }
    let excerpt = excerpt(Set(wants + kept))
    let people = Set(Set(excerpt.tasks.map(\.people)).flatMap(\.self))
    let rooms = Set(Set(excerpt.tasks.compactMap(\.rooms)).flatMap(\.self))
    let first = excerpt.tasks.compactMap { $0.starts.first?.day }.min() ?? 0
    let last = excerpt.tasks.compactMap { $0.starts.last?.day }.max() ?? -1
    _ = tryWithout { fact in
      switch fact {
      case .personOpen(let one), .personDay(let one), .personWeek(let one): !people.contains(one)
      case .busy(let one, let event):
        !people.contains(one)
          || !terrain.busy[one][event].contains { $0.day >= first && $0.day <= last }
      case .roomOpen(let room): !rooms.contains(room)
      default: false
      }
    }
    return kept
  }

  /// The limits without those of other series and modules than the ones kept.
  private func bearing(_ limits: [Fact], on wants: [Fact], _ proof: Proof) -> [Fact] {
    let series = wants.compactMap { fact -> Int? in
      if case .held(let series) = fact { return series }
      return nil
    }
    let own = Set(Universe(terrain: terrain).facts(of: series))
    let fewer = limits.filter(own.contains)
    return fewer.count < limits.count && isInfeasible(wants + fewer, by: proof) ? fewer : limits
  }

  /// Fewer of the facts, where single ones are too many to be tried: without the limits of other series and modules,
  /// and without those of one kind after the other that the proof does not need.
  func withoutKinds(of facts: [Fact], shownBy proof: Proof) -> [Fact] {
    let wants = facts.filter(\.isWant)
    var limits = bearing(facts.filter { !$0.isWant }, on: wants, proof)
    for kind in Set(limits.map(\.kind)).sorted().reversed() where !effort.isSpent {
      let fewer = limits.filter { $0.kind != kind }
      if isInfeasible(wants + fewer, by: proof) { limits = fewer }
    }
    let kept = Set(wants + limits)
    return facts.filter(kept.contains)
  }

  /// Limits of one person, one class, one module or one session's pins together, in the order of their first.
  private func grouped(_ facts: [Fact]) -> [[Fact]] {
    var index: [FactGroup: Int] = [:]
    var groups: [[Fact]] = []
    for fact in facts {
      let group = FactGroup(fact)
      if let known = index[group] {
        groups[known].append(fact)
      } else {
        index[group] = groups.count
        groups.append([fact])
      }
    }
    return groups
  }

  /// Which of the groups must be added to `background` so that the proof goes through.
  private func shrink(
    _ background: [Fact], _ groups: [[Fact]], isChanged: Bool, _ proof: Proof
  ) -> [[Fact]] {
    if effort.isSpent { return groups }
    if isChanged, isInfeasible(background, by: proof) { return [] }
    if groups.count == 1 { return groups }
    let half = groups.count / 2
    let (first, second) = (Array(groups[..<half]), Array(groups[half...]))
    let fromSecond = shrink(background + first.flatMap { $0 }, second, isChanged: true, proof)
    let fromFirst = shrink(
      background + fromSecond.flatMap { $0 }, first, isChanged: !fromSecond.isEmpty, proof)
    return fromFirst + fromSecond
  }
}

/// What a limit is about, as far as proofs can do without all of one.
enum FactFamily { case times, people, rooms, ways }

extension Fact {
  var family: FactFamily {
    switch self {
    case .personOpen, .personDay, .personWeek, .busy, .holders, .lecturers, .mentors, .qualification, .team,
      .people:
      .people
    case .roomOpen, .equipped, .features, .capacity, .seats, .site, .mode: .rooms
    case .travel, .defaultTravel, .variety: .ways
    default: .times
    }
  }

  /// What kind of limit it is; a higher one is rather done without.
  fileprivate var kind: Int {
    switch self {
    case .held, .module: 0
    case .earliest: 1
    case .latest: 2
    case .planStart: 3
    case .planEnd: 4
    case .open: 5
    case .personWeek: 6
    case .holders: 7
    case .qualification: 8
    case .people: 9
    case .mentors: 10
    case .lecturers: 11
    case .team: 12
    case .personOpen: 13
    case .personDay: 14
    case .dayLimit: 15
    case .roomOpen: 16
    case .equipped: 17
    case .features: 18
    case .capacity: 19
    case .seats: 20
    case .site: 21
    case .mode: 22
    case .pin: 23
    case .meetingGap: 24
    case .holiday: 25
    case .busy: 26
    case .order: 27
    case .gapDays: 28
    case .attends: 29
    case .variety: 30
    case .travel, .defaultTravel: 31
    }
  }
}

/// Limits that are taken or left together at first.
private enum FactGroup: Hashable {
  case person(Int), series(Int), owner(Int), module(Int), pins(Int), holidays, rooms, travel, other(Fact)

  init(_ fact: Fact) {
    self =
      switch fact {
      case .personOpen(let one), .personDay(let one), .personWeek(let one), .busy(let one, _): .person(one)
      case .earliest(let one), .latest(let one), .site(let one), .seats(let one), .people(let one),
        .meetingGap(let one), .mode(let one), .attends(_, let one):
        .series(one)
      case .open(let one), .dayLimit(let one), .variety(let one): .owner(one)
      case .qualification(let one), .features(let one), .team(let one), .gapDays(let one), .order(let one):
        .module(one)
      case .pin(let session, _, _): .pins(session)
      case .holiday: .holidays
      case .roomOpen, .capacity, .equipped: .rooms
      case .travel, .defaultTravel: .travel
      case .held, .module, .holders, .lecturers, .mentors, .planStart, .planEnd: .other(fact)
      }
  }
}
