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
