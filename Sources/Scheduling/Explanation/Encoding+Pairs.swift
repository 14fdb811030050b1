/// How an encoding keeps two tasks apart.
extension Encoding {
  /// The second starts when the first has ended, so many days and minutes later, unless a literal says otherwise.
  func precede(
    _ before: Int, _ after: Int, gap: Int, minutes: Int, unless literals: [Literal]
  ) {
    let (first, second) = (excerpt.tasks[before], excerpt.tasks[after])
    guard !first.starts.isEmpty, !second.starts.isEmpty else { return }
    OrderedStarts.forEachBound(before: first.starts.count, second.starts.count) { earlier, later in
      let (start, next) = (first.starts[earlier], second.starts[later])
      return start.day <= next.day - gap
        && excerpt.end(first, start) + (start.day == next.day ? minutes : 0) <= excerpt.beginning(next)
    } _: { start, bound in
      search.add(literals + [!starts(after, until: start), starts(before, until: bound)])
    }
  }

  /// A literal under which the tasks do not overlap, with so many minutes between them.
  private func apart(_ one: Int, _ other: Int, minutes: Int = 0) -> [Literal] {
    let (first, second) = (excerpt.tasks[one].starts, excerpt.tasks[other].starts)
    guard let a = first.first, let b = second.first, let c = first.last, let d = second.last else {
      return [yes]
    }
    if a.day > d.day || b.day > c.day { return [yes] }
    let (forth, back) = (search.question(), search.question())
    precede(one, other, gap: 0, minutes: minutes, unless: [!forth])
    precede(other, one, gap: 0, minutes: minutes, unless: [!back])
    return [forth, back]
  }

  /// Keeps all pairs of tasks apart.
  func separateAll() {
    for one in excerpt.tasks.indices {
      for other in excerpt.tasks.indices.dropFirst(one + 1) { separate(one, other) }
    }
  }

  /// Keeps two tasks apart as far as they share a series, trainees, a room or people.
  private func separate(_ one: Int, _ other: Int) {
    let (member, rival) = (excerpt.tasks[one].member, excerpt.tasks[other].member)
    if member == rival {
      if !follows(one, other) { search.add(apart(one, other)) }
      if excerpt.members[member].travels, excerpt.members[member].kind != .taught { addWays(one, other) }
      return
    }
    var free: [Literal]?
    func separated() -> [Literal] {
      let literals = free ?? apart(one, other)
      free = literals
      return literals
    }
    if sharers[member].contains(rival) || excerpt.wantTooMany(one, other) { search.add(separated()) }
    share(rooms[one], excerpt.tasks[one].rooms ?? [], rooms[other], excerpt.tasks[other].rooms ?? []) {
      search.add($0 + separated())
    }
    share(holders[one], excerpt.tasks[one].people, holders[other], excerpt.tasks[other].people) {
      search.add($0 + separated())
    }
    if excerpt.members[member].travels { addWays(one, other) }
  }

  /// Keeps apart the tasks that meet in the assignment found though they must not; false: there are none.
  func separate(meeting spots: [Excerpt.Spot]) -> Bool {
    let byTime = spots.indices.sorted { (spots[$0].start, $0) < (spots[$1].start, $1) }
    var found: [[Int]] = []
    for (position, one) in byTime.enumerated() {
      for other in byTime[(position + 1)...] {
        guard spots[other].start.day == spots[one].start.day else { break }
        let pair = [min(one, other), max(one, other)]
        if !separated.contains(pair), mustPart(one, other, spots) { found.append(pair) }
      }
    }
    if found.isEmpty { return false }
    search.reset()
    for pair in found {
      separated.insert(pair)
      separate(pair[0], pair[1])
    }
    return true
  }

  private func mustPart(_ one: Int, _ other: Int, _ spots: [Excerpt.Spot]) -> Bool {
    let (member, rival) = (excerpt.tasks[one].member, excerpt.tasks[other].member)
    if excerpt.overlap(one, spots[one].start, other, spots[other].start) {
      if member == rival || sharers[member].contains(rival) || excerpt.wantTooMany(one, other) { return true }
      if spots[one].room != nil, spots[one].room == spots[other].room { return true }
    }
    return spots[one].people.contains(where: spots[other].people.contains)
      && !excerpt.hasWay(one, spots[one], other, spots[other])
  }

  /// Whether a chain of precedences already orders the two.
  private func follows(_ one: Int, _ other: Int) -> Bool {
    reachable(one).contains(other) || reachable(other).contains(one)
  }

  private func reachable(_ task: Int) -> Set<Int> {
    if let known = chains[task] { return known }
    var found: Set<Int> = []
    for one in excerpt.precedences where one.before == task {
      found.insert(one.after)
      found.formUnion(reachable(one.after))
    }
    chains[task] = found
    return found
  }

  /// For each resource that both could use: the literals of which one says that they do not both use it.
  private func share(
    _ one: [Literal], _ names: [Int], _ other: [Literal], _ otherNames: [Int], _ found: ([Literal]) -> Void
  ) {
    guard !one.isEmpty, !other.isEmpty else { return }
    for (name, literal) in zip(names, one) {
      guard let index = otherNames.firstIndex(of: name) else { continue }
      found([!literal, !other[index]])
    }
  }

  /// Whoever holds both has the time for the way between them.
  private func addWays(_ one: Int, _ other: Int) {
    let (kind, otherKind) = (
      excerpt.members[excerpt.tasks[one].member].kind, excerpt.members[excerpt.tasks[other].member].kind
    )
    var byMinutes: [Int: [Literal]] = [:]
    let here: [(site: Int?, literal: Literal)] =
      sites[one].isEmpty ? [(nil, yes)] : sites[one].map { ($0, $1) }
    let there: [(site: Int?, literal: Literal)] =
      sites[other].isEmpty ? [(nil, yes)] : sites[other].map { ($0, $1) }
    share(holders[one], excerpt.tasks[one].people, holders[other], excerpt.tasks[other].people) { both in
      for from in here {
        for to in there {
          let minutes = excerpt.minutes((kind, from.site), (otherKind, to.site))
          guard minutes > 0 else { continue }
          let literals = byMinutes[minutes] ?? apart(one, other, minutes: minutes)
          byMinutes[minutes] = literals
          search.add(both + [!from.literal, !to.literal] + literals)
        }
      }
    }
  }
}
