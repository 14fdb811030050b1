/// The cheapest way to more points: how much more to do of which items.
///
/// Cheapest means the least effort in all; the effort of one more counted is the rule's number for the item, 1 unless
/// it says otherwise, so that a person and a venture are then taken as equally hard to win. The least is exact: all
/// combinations are weighed.
package struct Closing: Hashable, Sendable {
  /// So many more of an item, and what they give.
  package struct Step: Hashable, Sendable {
    package let item: PointsRule.Item
    package let more: Quantity
    package let gain: Assessment.Points
  }

  /// In the order of the items; items that stay as they are are left out.
  package let steps: [Step]
  package let effort: Int
  package let gain: Assessment.Points
}

extension Assessment {
  /// The cheapest way to at least so many points; nil: all that is missing does not give them.
  package func closing(to goal: Points) -> Closing? {
    let needed = max(0, goal.tenths - points.tenths)
    // best[g]: the least effort that gains at least g tenths, by the items so far.
    var best: [Int?] = [0] + Array(repeating: nil, count: needed)
    var chosen: [[Option?]] = []
    for line in lines {
      var next = best
      var choices: [Option?] = Array(repeating: nil, count: needed + 1)
      for option in line.options {
        for (gained, effort) in best.enumerated() {
          guard let effort else { continue }
          let sum = min(needed, gained + option.gain)
          let cost = effort + option.more * line.item.effort
          if next[sum].map({ cost < $0 }) ?? true {
            next[sum] = cost
            choices[sum] = Option(more: option.more, gain: option.gain, from: gained)
          }
        }
      }
      best = next
      chosen.append(choices)
    }
    guard let effort = best[needed] else { return nil }
    return Closing(of: self, needed: needed, effort: effort, chosen)
  }

  /// Doing so many more of an item, and the tenths gained; `from`: what had been gained before.
  struct Option {
    let more: Int
    let gain: Int
    let from: Int
  }
}

extension Assessment.Line {
  /// The fewest more that give each number of tenths more.
  fileprivate var options: [Assessment.Option] {
    guard case .judged(let target, let done, let now) = outcome else { return [] }
    let whole = target.quantity.amount
    let last = max(done.amount, item.enough(of: whole))
    var options: [Assessment.Option] = []
    var (reached, points) = (done.amount, now.tenths)
    while reached < last, item.score(last, of: whole).tenths > points {
      // The score never falls: the first amount that gives more lies where halving finds it.
      var (low, high) = (reached + 1, last)
      while low < high {
        let middle = (low + high) / 2
        if item.score(middle, of: whole).tenths > points { high = middle } else { low = middle + 1 }
      }
      (reached, points) = (low, item.score(low, of: whole).tenths)
      options.append(Assessment.Option(more: reached - done.amount, gain: points - now.tenths, from: 0))
    }
    return options
  }
}

extension Closing {
  /// Walks back through the choices from the last item to the first.
  fileprivate init(
    of assessment: Assessment, needed: Int, effort: Int, _ chosen: [[Assessment.Option?]]
  ) {
    var place = needed
    var steps: [Step] = []
    for (line, choices) in zip(assessment.lines, chosen).reversed() {
      guard let choice = choices[place], case .judged(let target, _, _) = line.outcome else { continue }
      steps.append(
        Step(
          item: line.item, more: Quantity(choice.more, target.quantity.unit),
          gain: Assessment.Points(tenths: choice.gain)))
      place = choice.from
    }
    self.steps = steps.reversed()
    self.effort = effort
    gain = Assessment.Points(tenths: steps.reduce(0) { $0 + $1.gain.tenths })
  }
}
