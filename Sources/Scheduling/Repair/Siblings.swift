/// What the other placed sessions of a series leave to one of them: order, gaps, no overlap.
struct Siblings {
  /// When another session of the series is held, and how near this one may come.
  struct Sibling {
    let session: Int
    let day: Int
    let mask: UInt64
    /// Where it is; nil: others of the series need not keep to its site and its people.
    let site: Int?
    // Minutes since the plan's first midnight, and days, between which this one must lie.
    var earliestStart = Int.min
    var latestEnd = Int.max
    var firstDay = Int.min
    var lastDay = Int.max
    /// Days that must lie between the two, before or after.
    var apart = 0

    /// Whether this one, held then, breaks a rule against the sibling; minutes since the plan's first midnight.
    func clashes(day: Int, mask: UInt64, start: Int, end: Int) -> Bool {
      day == self.day && mask & self.mask != 0 || start < earliestStart || end > latestEnd
        || day < firstDay || day > lastDay || abs(day - self.day) < apart
    }
  }

  let all: [Sibling]

  init(of session: Int, on board: RepairBoard) {
    let problem = board.space.problem
    let own = problem.series[Int(board.space.seriesOf[session])]
    let mine = problem.sessions[session]
    all = own.sessions.filter { $0 != session && board.keeper.isPlaced($0) }.map { other in
      let day = Int(board.keeper.day[other])
      var sibling = Sibling(
        session: other, day: day, mask: board.mask(other),
        site: board.standing[other] == .held ? nil : board.keeper.site(of: other))
      if own.kind.isMentoring {
        sibling.apart = own.minGapDays
        return sibling
      }
      let minutes = board.minutes(other)
      let theirs = problem.sessions[other]
      let isSameModule = theirs.module == mine.module
      if theirs.order < mine.order || isSameModule && theirs.part < mine.part {
        sibling.earliestStart = day * 1440 + minutes.upperBound
        if theirs.order < mine.order { sibling.firstDay = day + mine.gapDays }
      }
      if theirs.order > mine.order || isSameModule && theirs.part > mine.part {
        sibling.latestEnd = day * 1440 + minutes.lowerBound
        if theirs.order > mine.order { sibling.lastDay = day - theirs.gapDays }
      }
      return sibling
    }
  }
}
