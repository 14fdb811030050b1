package import Civil

/// Counts a timetable under search anew by the readable constraints, and says where the search's own counts differ.
struct Verification: Sendable {
  let space: SearchSpace
  private let prices: SoftPrices

  init(_ space: SearchSpace, _ prices: SoftPrices) {
    self.space = space
    self.prices = prices
  }

  /// The first difference; nil: no hard rule is broken and every count is right.
  func discrepancy(in keeper: ScoreKeeper, after step: Int) -> Discrepancy? {
    let placements = space.problem.sessions.indices.filter(keeper.isPlaced).map { session in
      space.placement(
        Replanner.Step(
          session: session, day: Int(keeper.day[session]), position: Int(keeper.position[session]),
          room: Int(keeper.room[session]), people: keeper.people(of: session)))
    }
    let timetable = Timetable(space.problem, placements, previous: space.published)
    for constraint in [Constraint].standard.hard {
      let broken = constraint.violations(in: timetable)
      if let first = broken.first {
        return Discrepancy(
          step: step, constraint: constraint.id, counted: 0, recounted: broken.count,
          explanation: first.explanation)
      }
    }
    for constraint in [Constraint].standard.soft {
      // What costs nothing need not be counted by a search.
      if constraint.id == Constraint.compactness.id, prices.compactness == 0 { continue }
      let recounted = constraint.total(in: timetable)
      guard let counted = keeper.units[constraint.id], counted != recounted else { continue }
      return Discrepancy(step: step, constraint: constraint.id, counted: counted, recounted: recounted)
    }
    return nil
  }
}

/// That a search counted otherwise than the readable constraints: a fault of the program, not of the data.
package struct Discrepancy: Hashable, Sendable {
  /// Steps taken when it was found; 0: the first timetable.
  package let step: Int
  /// The id of the constraint (`H4`, `span`).
  package let constraint: String
  /// What the search counted; 0 for a hard rule.
  package let counted: Int
  /// What the readable constraint counts.
  package let recounted: Int
  /// For a hard rule how it is broken the first time.
  package let explanation: Wording?

  init(step: Int, constraint: String, counted: Int, recounted: Int, explanation: Wording? = nil) {
    self.step = step
    self.constraint = constraint
    self.counted = counted
    self.recounted = recounted
    self.explanation = explanation
  }

  /// In one sentence: where, what was counted, what it should be, what to do.
  package var wording: Wording {
    Wording(
      zh: "第 \(step) 步后复核不符：\(constraint) 搜索计为 \(counted)，按规则应为 \(recounted)"
        + (explanation.map { "（\($0.chinese)）" } ?? "") + "；这是程序的错误，请连同数据包、种子和步数一并报告",
      en: "after step \(step) the recount differs: the search counts \(counted) of \(constraint), the rule "
        + "\(recounted)" + (explanation.map { " (\($0.english))" } ?? "")
        + "; this is a fault of the program: please report it with the bundle, the seed and the steps")
  }
}
