/// Work that may still be done, in about as many units as clauses, arcs and starts are looked at.
///
/// Counted, not timed: the same question ends at the same place on every machine.
final class Effort {
  private(set) var left: Int

  init(_ units: Int) { left = units }

  var isSpent: Bool { left <= 0 }

  func spend(_ units: Int) { left -= units }

  /// Allows so much more, whatever was overspent.
  func allow(_ units: Int) { left = max(0, left) + units }

  /// Does something with no more than so many units.
  func within<Result>(_ units: Int, _ work: () -> Result) -> Result {
    let before = left
    left = min(before, units)
    let share = left
    let result = work()
    left = before - (share - left)
    return result
  }
}

extension Solver {
  /// What a session of the problem costs in one step, as work.
  private static let sessionWork = 100

  /// What a first timetable costs as work: with every series put in once, and large teams drawn for each session.
  static func workToBegin(_ problem: Problem) -> Int {
    problem.sessions.count * 5 * sessionWork * teamShare(problem) * teamShare(problem)
  }

  /// How much more a step takes where teams are large.
  private static func teamShare(_ problem: Problem) -> Int {
    max(1, (problem.sessions.map(\.team).max() ?? 1) / 2)
  }

  /// How many steps cost so much.
  static func steps(for work: Int, _ problem: Problem) -> Int {
    max(0, work) / max(1, problem.sessions.count * sessionWork * teamShare(problem))
  }
}
