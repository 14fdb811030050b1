/// What clauses say of starts in the order of their times, of which a question each says "this one or before".
enum OrderedStarts {
  /// Does something with each run of indices for which the condition holds.
  static func forEachRun(
    in indices: Range<Int>, where isMeant: (Int) -> Bool, _ body: (ClosedRange<Int>) -> Void
  ) {
    var from: Int?
    for index in indices {
      if isMeant(index) {
        from = from ?? index
      } else if let first = from {
        body(first...(index - 1))
        from = nil
      }
    }
    if let first = from { body(first...(indices.upperBound - 1)) }
  }

  /// Does something with the last start of each run of a task's starts that leave the same starts to one before it, and
  /// with the last of these, -1 where it is left none; not where it is left all of so many as it has.
  ///
  /// `isDone` says whether the one before is done at a start of its own when the other starts at one of its.
  static func forEachBound(
    before count: Int, _ later: Int, isDone: (_ earlier: Int, _ later: Int) -> Bool,
    _ body: (_ start: Int, _ bound: Int) -> Void
  ) {
    var last = -1
    for index in 0..<later {
      let known = last
      while last + 1 < count, isDone(last + 1, index) { last += 1 }
      if index > 0, known != last { body(index - 1, known) }
    }
    if later > 0, last < count - 1 { body(later - 1, last) }
  }
}
