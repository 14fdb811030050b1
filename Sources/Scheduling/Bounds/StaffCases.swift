/// Tells cases apart so that the bound on lecturers and load grows: branch and bound, the case that costs least first.
///
/// The cheapest covers at given prices may halve a class between lecturers without paying for both. In the case that
/// a class has a lecturer it pays for him; in the case that it has not, it must do without.
struct StaffCases {
  private struct Node {
    var standings: StaffPricing.Standings
    var ascent: StaffPricing.Ascent
    /// What the case costs at least: never less than the case that it is a part of.
    var value: Double
    /// Cases that cost the same are taken in the order in which they were told apart.
    let number: Int
  }

  private let pricing: StaffPricing

  private static let mostSteps = 2000
  private static let stepsByCase = 60
  /// Where there is not the effort for so many cases, none are told apart.
  private static let fewestCases = 20

  /// The best bound found, with the prices that prove it; `effort` is how many covers may be looked for to tell cases
  /// apart.
  static func best(_ space: SearchSpace, lecturers: Double, load: Double, effort: Int) -> StaffPrices {
    guard lecturers + load > 0 else {
      return StaffPrices(groups: [], cases: [], fairLoad: space.fairLoad, cost: 0)
    }
    let together = StaffPricing(StaffingNeeds(space), lecturers: lecturers, load: load)
    let root = together.ascend(from: together.middle, steps: mostSteps)
    let whole = together.proof(root.prices)
    let apart = StaffingNeeds(space, isApart: true)
    let covers = stepsByCase * apart.types.count
    let isSmall = covers * fewestCases <= effort && covers > 0
    let cases =
      isSmall && together.isExact
      ? StaffCases(pricing: StaffPricing(apart, lecturers: lecturers, load: load)).told(
        most: effort / covers) : nil
    if let cases, cases.cost > whole?.value ?? 0 { return cases }
    return StaffPrices(
      groups: together.needs.groups, cases: whole.map { [$0.case] } ?? [], fairLoad: together.needs.fairLoad,
      cost: whole?.value ?? 0)
  }

  /// The bound when so many cases are told apart at most.
  private func told(most: Int) -> StaffPrices {
    var open: [Node] = []
    var (cases, cost) = ([StaffPrices.Case](), Double.infinity)
    let root = pricing.ascend(from: pricing.middle, steps: Self.mostSteps)
    open.append(Node(standings: [:], ascent: root, value: 0, number: 0))
    var number = 0
    while number < most,
      let index = open.indices.min(by: {
        (open[$0].value, open[$0].number) < (open[$1].value, open[$1].number)
      })
    {
      // Nothing is gained by telling more apart once a case that cannot be told apart costs least.
      guard let branch = branching(open[index]) else { break }
      let node = open.remove(at: index)
      for standing in [Cover.Standing.banned, .held] {
        number += 1
        var standings = node.standings
        standings[branch.type, default: Array(repeating: .open, count: pricing.needs.groups.count)][
          branch.group] = standing
        let ascent = pricing.ascend(from: node.ascent.prices, steps: Self.stepsByCase, standings)
        if ascent.value == .infinity {
          cases.append(StaffPrices.Case(choices: pricing.choices(standings), prices: [], classes: []))
          continue
        }
        open.append(
          Node(
            standings: standings, ascent: ascent, value: max(node.value, pricing.roundedUp(ascent.value)),
            number: number))
      }
    }
    for node in open.sorted(by: { $0.number < $1.number }) {
      guard let (one, value) = pricing.proof(node.ascent.prices, node.standings) else { continue }
      cases.append(one)
      cost = min(cost, value)
    }
    return StaffPrices(
      groups: pricing.needs.groups, cases: cases, fairLoad: pricing.needs.fairLoad,
      cost: cost == .infinity ? 0 : cost)
  }

  /// The class and the lecturer of which it is least clear whether they go together; nil where all is clear.
  private func branching(_ node: Node) -> (type: Int, group: Int)? {
    var best: (type: Int, group: Int, doubt: Double)?
    for (type, usage) in node.ascent.usage.enumerated() {
      for (group, share) in usage.enumerated() {
        let doubt = min(share, 1 - share)
        guard node.standings[type]?[group] ?? .open == .open, doubt > 0.02, doubt > best?.doubt ?? 0 else {
          continue
        }
        best = (type, group, doubt)
      }
    }
    return best.map { ($0.type, $0.group) }
  }
}
