import Civil

/// What a timetable breaks and costs more or less after one change, counted by the readable constraints.
///
/// A change touches only the groups that the session is in: its series, its rooms, its people, its trainees. Only the
/// placements of these are judged, before and after; whatever else they are part of is the same both times.
package struct ChangeJudge: Sendable {
  private let timetable: Timetable
  private let constraints: [Constraint]
  private let index: [Int: Int]
  private let bySeries: [Int: [Int]]
  private let byRoom: [Int: [Int]]
  private let byPerson: [Int: [Int]]
  private let attended: [Int: [Int]]

  /// The change of these constraints is told; what is not in the list is not counted.
  package init(_ timetable: Timetable, _ constraints: [Constraint] = .standard) {
    self.timetable = timetable
    self.constraints = constraints
    let placements = timetable.placed.map(\.placement)
    index = Dictionary(placements.enumerated().map { ($1.session, $0) }) { first, _ in first }
    var (bySeries, byRoom, byPerson): ([Int: [Int]], [Int: [Int]], [Int: [Int]]) = ([:], [:], [:])
    for (index, placement) in placements.enumerated() {
      bySeries[timetable.problem.sessions[placement.session].series, default: []].append(index)
      if let room = placement.room { byRoom[room, default: []].append(index) }
      for person in placement.people { byPerson[person, default: []].append(index) }
    }
    (self.bySeries, self.byRoom, self.byPerson) = (bySeries, byRoom, byPerson)
    var attended: [Int: [Int]] = [:]
    for (index, series) in timetable.problem.series.enumerated() {
      for trainee in series.trainees { attended[trainee, default: []].append(index) }
    }
    self.attended = attended
  }

  /// What it means that the placement takes the place of its session's, if it has one.
  package func change(to new: Placement) -> ChangeEffect { change(to: [new]) }

  /// The same for several sessions at once, each named once.
  package func change(to new: [Placement]) -> ChangeEffect {
    let wanted = Dictionary(new.map { ($0.session, $0) }) { first, _ in first }
    let scope = new.reduce(into: Set<Int>()) { $0.formUnion(self.scope(old($1.session), $1)) }
    let before = scope.sorted().map { timetable.placed[$0].placement }
    let known = Set(before.map(\.session))
    let after = before.map { wanted[$0.session] ?? $0 } + new.filter { !known.contains($0.session) }
    return ChangeEffect(
      Timetable(timetable.problem, before, previous: timetable.previous),
      Timetable(timetable.problem, after, previous: timetable.previous), sessions: Set(wanted.keys),
      constraints)
  }

  private func old(_ session: Int) -> Placement? { index[session].map { timetable.placed[$0].placement } }

  /// Every placement that shares something with the session that the change touches.
  private func scope(_ old: Placement?, _ new: Placement) -> Set<Int> {
    let series = timetable.problem.sessions[new.session].series
    var scope = Set(bySeries[series] ?? [])
    var people = Set(new.people).symmetricDifference(old?.people ?? [])
    if !new.isAtTime(of: old) || new.room != old?.room {
      for room in [old?.room, new.room].compactMap(\.self) { scope.formUnion(byRoom[room] ?? []) }
      people.formUnion(new.people)
    }
    for person in people { scope.formUnion(byPerson[person] ?? []) }
    if !new.isAtTime(of: old) {
      let others = Set(timetable.problem.series[series].trainees.flatMap { attended[$0] ?? [] })
      for other in others { scope.formUnion(bySeries[other] ?? []) }
    }
    return scope
  }
}

/// The difference that one change makes.
package struct ChangeEffect: Sendable {
  /// Broken hard rules that were not broken before, and those no longer broken.
  package let broken: [Violation]
  package let mended: [Violation]
  /// Units more than before, by the id of the constraint; every constraint that was to be counted.
  package let units: [String: Int]

  fileprivate init(
    _ before: Timetable, _ after: Timetable, sessions: Set<Int>, _ constraints: [Constraint]
  ) {
    var (broken, mended): ([Violation], [Violation]) = ([], [])
    var units: [String: Int] = [:]
    let (was, now) = (before.labels(of: sessions), after.labels(of: sessions))
    // Sessions are called by their places: what was broken at the old ones and is at the new ones is not new.
    let names = was.keys.sorted().compactMap { session in
      now[session].map { (old: was[session] ?? $0, new: $0) }
    }.filter { $0.old != $0.new }
    for constraint in constraints {
      guard constraint.isHard else {
        units[constraint.id] = constraint.total(in: after) - constraint.total(in: before)
        continue
      }
      let was = constraint.violations(in: before)
      let now = constraint.violations(in: after)
      units[constraint.id] = now.reduce(0) { $0 + $1.amount } - was.reduce(0) { $0 + $1.amount }
      let renamed = was.map { names.reduce($0) { $0.naming($1.old, $1.new) } }
      broken += now.without(renamed)
      mended += zip(was, renamed).map { (known: $0, renamed: $1) }.without(now)
    }
    self.broken = broken
    self.mended = mended
    self.units = units
  }
}

extension Placement {
  fileprivate func isAtTime(of other: Placement?) -> Bool {
    guard let other else { return false }
    return (date, block, first, periods) == (other.date, other.block, other.first, other.periods)
  }
}

extension Timetable {
  fileprivate func labels(of sessions: Set<Int>) -> [Int: String] {
    Dictionary(
      placed.filter { sessions.contains($0.placement.session) }.map { ($0.placement.session, $0.label) }
    ) { first, _ in first }
  }
}

extension Violation {
  /// The violation with another label of a session in its explanation.
  fileprivate func naming(_ old: String, _ new: String) -> Violation {
    Violation(
      constraint, amount: amount,
      Wording(
        zh: explanation.chinese.replacing(old, with: new), en: explanation.english.replacing(old, with: new)))
  }
}

extension [Violation] {
  /// Those left when each of the others has taken one like it away.
  fileprivate func without(_ others: [Violation]) -> [Violation] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return filter { one in
      guard let count = counts[one], count > 0 else { return true }
      counts[one] = count - 1
      return false
    }
  }
}

extension [(known: Violation, renamed: Violation)] {
  fileprivate func without(_ others: [Violation]) -> [Violation] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return compactMap { one in
      guard let count = counts[one.renamed], count > 0 else { return one.known }
      counts[one.renamed] = count - 1
      return nil
    }
  }
}
