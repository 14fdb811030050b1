import Civil

/// How placements of excerpts are looked for: in turn, by moving tasks about, by clauses.
extension Prover {
  /// Whether a placement is found soon.
  func isPlanned(_ facts: Set<Fact>) -> Bool {
    effort.within(share / 4) {
      if stop() || effort.isSpent { return false }
      let near = excerpt(facts, reach: Self.reaches[0].series)
      return greedy(near) != nil || shortage(of: near) == nil && searched(facts, Self.reaches[0]) != nil
    }
  }

  /// A placement in the days soon after each task's first; nil: none was found there.
  func searched(
    _ facts: Set<Fact>, _ reach: (series: Int, task: Int, conflicts: Int)
  ) -> [Excerpt.Spot]? {
    let near = excerpt(facts, reach: reach.series)
    let soon = near.shortened(to: reach.task) ?? near
    guard !soon.isEmpty, let encoding = encoding(soon) else { return nil }
    guard search(encoding, conflicts: reach.conflicts) == .satisfiable, let spots = spots(encoding),
      soon.holds(spots)
    else { return nil }
    keep(spots, soon)
    return spots
  }

  /// Steps of moving tasks about, where a placement of about the same is known and where not.
  static let (fewMoves, moves) = (60, 200)

  /// Whether the placement found last has most of the tasks.
  func isMostlyKnown(_ excerpt: Excerpt) -> Bool {
    !known.isEmpty && 3 * excerpt.tasks.count { known[$0.session] != nil } >= 2 * excerpt.tasks.count
  }

  /// A placement found from the last by moving tasks about.
  func moved(_ excerpt: Excerpt, steps: Int) -> [Excerpt.Spot]? {
    guard !effort.isSpent else { return nil }
    var placement = IterativePlacement(excerpt, effort: effort)
    guard let spots = placement.placed(from: known, steps: steps + excerpt.tasks.count / 2) else {
      return nil
    }
    keep(spots, excerpt)
    return spots
  }

  /// Begins the search for placements with these, of a timetable of the whole problem or of a part.
  func keep(_ placements: [Placement]) {
    for one in placements {
      guard let position = terrain.grid.position(block: one.block, first: one.first) else { continue }
      known[one.session] = Excerpt.Spot(
        start: Excerpt.Start(day: one.date - terrain.problem.planFrom, position: position), room: one.room,
        people: one.people)
    }
  }

  func keep(_ spots: [Excerpt.Spot], _ excerpt: Excerpt) {
    for (task, spot) in zip(excerpt.tasks, spots) { known[task.session] = spot }
  }

  /// Rounds of placing without search before anything is searched.
  private static let rounds = 12

  /// A placement of one series after the other, with no more than a second try.
  func placedAtOnce(_ excerpt: Excerpt) -> [Excerpt.Spot]? {
    var placement = GreedyPlacement(excerpt, effort: effort)
    guard let spots = placement.placed(rounds: 2, isMixed: false) else { return nil }
    if excerpt.members.count > 1 { keep(spots, excerpt) }
    return spots
  }

  func greedy(_ excerpt: Excerpt) -> [Excerpt.Spot]? {
    var placement = GreedyPlacement(excerpt, effort: effort)
    let spots =
      placement.placed(rounds: Self.rounds)
      ?? ClassesInTurn(excerpt, effort: effort).order.flatMap { placement.placed(inOrder: $0) }
    if let spots, excerpt.members.count > 1 { keep(spots, excerpt) }
    return spots
  }

  /// The assignment found, with rooms and people where anybody free will do; nil where something is missing.
  func spots(_ encoding: Encoding) -> [Excerpt.Spot]? {
    let excerpt = encoding.excerpt
    let starts = excerpt.tasks.indices.compactMap(encoding.start)
    guard starts.count == excerpt.tasks.count else { return nil }
    var people = excerpt.tasks.enumerated().map { index, task in
      zip(task.people, encoding.holders[index]).filter { encoding.search.holds($1) }.map(\.0)
    }
    var byMember: [Int: Set<Int>] = [:]
    for (task, held) in zip(excerpt.tasks, people) { byMember[task.member, default: []].formUnion(held) }
    for (index, task) in excerpt.tasks.enumerated() where encoding.holders[index].isEmpty {
      let others = Set(byMember.filter { $0.key != task.member }.flatMap(\.value))
      let own = byMember[task.member] ?? []
      let free = task.people.filter { !excerpt.boundPeople.contains($0) && !others.contains($0) }
      // Whom the series has already comes first: one mentor holds all the meetings.
      people[index] = Array(
        (free.filter(own.contains) + free.filter { !own.contains($0) })
          .prefix(task.team.lowerBound))
      byMember[task.member, default: []].formUnion(people[index])
    }
    var rooms: [Int?] = excerpt.tasks.enumerated().map { index, task in
      zip(task.rooms ?? [], encoding.rooms[index]).first { encoding.search.holds($1) }?.0
    }
    for (index, task) in excerpt.tasks.enumerated() where rooms[index] == nil {
      let site = encoding.site(of: index)
      rooms[index] = task.rooms?.first { room in
        excerpt.terrain.problem.rooms[room].site == site && !excerpt.boundRooms.contains(room)
          && !excerpt.tasks.indices.contains {
            rooms[$0] == room && excerpt.overlap(index, starts[index], $0, starts[$0])
          }
      }
    }
    return excerpt.tasks.indices.map {
      Excerpt.Spot(start: starts[$0], room: rooms[$0], people: people[$0])
    }
  }
}
