/// One place that an open session could take, and the kept sessions that would have to move for it.
struct Candidate {
  let step: Replanner.Step
  let blockers: [Int]
}

/// What the search knows of an open session: every place it could take within the moves left.
struct Choices {
  var candidates: [Candidate] = []
  /// Sessions put down by the search that rule places out.
  var vetoes: Set<Int> = []
  /// Whether places were left out that need more moves than are left.
  var isCut = false
}
