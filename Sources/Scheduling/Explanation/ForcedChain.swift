/// Whether the sessions of one class, in the only order there is, do not fit one after the other.
///
/// Where each session has either only the people that it needs or people without limits a day and a week to choose
/// from, the first start at which it can be held is the best for all that follow: who starts later has held no fewer
/// periods of the same day or week. Then what ends without a place proves that there is none.
struct ForcedChain {
  private let excerpt: Excerpt
  private let effort: Effort

  init(_ excerpt: Excerpt, effort: Effort) {
    self.excerpt = excerpt
    self.effort = effort
  }

  var isBroken: Bool {
    guard isForced else { return false }
    var placement = GreedyPlacement(excerpt, effort: effort)
    return placement.isStuck
  }

  private var isForced: Bool {
    guard excerpt.members.count == 1, let member = excerpt.members.first, member.kind == .taught,
      member.variety <= 1, excerpt.terrain.grid.isExact
    else { return false }
    return isChain(member.tasks) && endsInOrder
      && excerpt.tasks.allSatisfy { task in
        task.people.count == task.team.lowerBound
          || task.people.allSatisfy { excerpt.dayLimit(of: $0) == nil && excerpt.weekLimit(of: $0) == nil }
      }
  }

  /// Whether what starts later never ends earlier, as it could in a block of shorter periods.
  private var endsInOrder: Bool {
    let grid = excerpt.terrain.grid
    return Set(excerpt.tasks.map(\.length)).allSatisfy { length in
      let ends = (0..<grid.count).filter { grid.mask(length: length, position: $0) != 0 }.map {
        grid.end(length: length, position: $0)
      }
      return zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
    }
  }

  /// Whether each task must follow some other directly, but for the first.
  private func isChain(_ tasks: [Int]) -> Bool {
    var after: [Int: [Int]] = [:]
    for one in excerpt.precedences { after[one.before, default: []].append(one.after) }
    let led = Set(excerpt.precedences.map(\.after))
    guard var task = tasks.first(where: { !led.contains($0) }) else { return false }
    var length = 1
    while let next = after[task] {
      guard next.count == 1 else { return false }
      task = next[0]
      length += 1
    }
    return length == tasks.count
  }
}
