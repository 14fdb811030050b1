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

extension CandidateList {
  /// A day and position, with the stretches that the session would take.
  struct Slot {
    let day: Int
    let position: Int
    let mask: UInt64
    /// Of the day.
    let minutes: Range<Int>
  }

  /// Sessions of which so many periods must go, whichever.
  struct Excess {
    let periods: Int
    let sessions: [Int]
  }

  /// Kept sessions in the way; nil where one cannot be moved or they are too many.
  struct Blockers {
    var sessions: [Int] = []
    var excesses: [Excess] = []
  }
}
