package import Civil

/// A dry-run assessment (模拟考评): the points that a unit would get today, what is missing, and how to get it.
package struct Assessment: Hashable, Sendable {
  /// Points in tenths: they are cut to one decimal, never rounded up.
  package struct Points: Hashable, Comparable, Sendable {
    package let tenths: Int

    package init(tenths: Int) { self.tenths = tenths }

    package init(_ points: Double) { tenths = Int((points * 10 + 1e-9).rounded(.down)) }

    package var value: Double { Double(tenths) / 10 }

    package static func + (left: Points, right: Points) -> Points {
      Points(tenths: left.tenths + right.tenths)
    }
    package static func < (left: Points, right: Points) -> Bool { left.tenths < right.tenths }
  }

  /// One item of the sheet.
  package struct Line: Hashable, Sendable {
    package let item: PointsRule.Item
    package let outcome: Outcome

    package var points: Points {
      if case .judged(_, _, let points) = outcome { points } else { Points(tenths: 0) }
    }
    package var most: Points { Points(item.points) }
  }

  package enum Outcome: Hashable, Sendable {
    case judged(Target, done: Quantity, Points)
    /// No points, because there is no target, no count, or two units.
    case notJudged(Wording)
  }

  package let lines: [Line]
  package let rule: RuleStamp
  package let pass: Points

  /// Judges every item of the rule by the target that is measured alike and what was done of it.
  ///
  /// - Parameters:
  ///   - rule: the items.
  ///   - targets: those of the unit assessed, for the period; of several measured alike the first counts.
  ///   - done: what was done by a measure, or why it is not known.
  package init(
    _ rule: PointsRule, targets: [Target], done: (_ measure: String) -> Result<Quantity, NotCounted>
  ) {
    self.rule = rule.stamp
    pass = Points(rule.pass)
    lines = rule.items.map { item in
      guard let target = targets.first(where: { $0.measure == item.measure }) else {
        return Line(
          item: item,
          outcome: .notJudged(Wording(zh: "没有下达该项目标", en: "there is no target for it")))
      }
      switch done(item.measure) {
      case .failure(let reason): return Line(item: item, outcome: .notJudged(reason.sentence))
      case .success(let quantity):
        guard quantity.unit == target.quantity.unit else {
          let mismatch = UnitMismatch(left: quantity.unit, right: target.quantity.unit)
          return Line(item: item, outcome: .notJudged(mismatch.sentence))
        }
        let points = item.score(quantity.amount, of: target.quantity.amount)
        return Line(item: item, outcome: .judged(target, done: quantity, points))
      }
    }
  }

  package var points: Points { lines.reduce(Points(tenths: 0)) { $0 + $1.points } }
  package var most: Points { lines.reduce(Points(tenths: 0)) { $0 + $1.most } }
  package var passes: Bool { points >= pass }
}

/// Why something that a target is measured by has no number.
package struct NotCounted: Error, Hashable, Sendable {
  package let sentence: Wording

  package init(_ sentence: Wording) { self.sentence = sentence }
}

extension PointsRule.Item {
  /// The points for so much done of a target; a target of nothing is reached.
  package func score(_ done: Int, of target: Int) -> Assessment.Points {
    let share = target <= 0 ? 1 : Double(done) / Double(target)
    // What a share falls short of by rounding alone is reached.
    func reaches(_ least: Double) -> Bool { share >= least - 1e-12 }
    switch method {
    case .proportional(let from):
      return reaches(from) ? Assessment.Points(points * max(0, min(1, share))) : Assessment.Points(tenths: 0)
    case .allOrNothing: return Assessment.Points(reaches(1) ? points : 0)
    case .steps(let steps):
      return Assessment.Points(steps.filter { reaches($0.share) }.map(\.points).max() ?? 0)
    }
  }

  /// How much done of a target gives all that the item can give.
  func enough(of target: Int) -> Int {
    guard case .steps(let steps) = method, let last = steps.map(\.share).max() else { return target }
    return Int((Double(target) * last).rounded(.up))
  }
}
