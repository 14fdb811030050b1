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
    return excerpt.chains(of: member)?.count == 1 && excerpt.endsInOrder
      && excerpt.tasks.allSatisfy { task in
        task.people.count == task.team.lowerBound
          || task.people.allSatisfy { excerpt.dayLimit(of: $0) == nil && excerpt.weekLimit(of: $0) == nil }
      }
  }
}
