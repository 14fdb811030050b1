/// Combines kept plans of several classes anew: the cheapest choice of one plan each, by branch and bound.
final class Recombination {
  private struct Candidate {
    /// Where the plan is kept; -1 for the plan that the class had.
    var index: Int
    var cost: Double
  }

  /// How many choices are tried.
  private static let effort = 50

  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let prices: SoftPrices
  private let repertoire: Repertoire
  private var series: [Int] = []
  private var candidates: [[Candidate]] = []
  private var least: [Double] = []
  private var taken: [[Replanner.Step]] = []
  private var chosen: [Int] = []
  private var found: [Int]?
  private var limit = 0.0
  private var effort = 0

  init(_ space: SearchSpace, _ keeper: ScoreKeeper, _ prices: SoftPrices, _ repertoire: Repertoire) {
    self.space = space
    self.keeper = keeper
    self.prices = prices
    self.repertoire = repertoire
  }

  /// Places plans for complete classes that have been taken out, within a limit on the cost of the whole timetable.
  ///
  /// The first class gets another plan than it had. False, and nothing placed, where no such plans were found.
  func place(_ ruined: [Int], instead old: [[Replanner.Step]], limit: Double) -> Bool {
    self.limit = limit
    effort = Self.effort
    found = nil
    var lists: [(series: Int, candidates: [Candidate], old: [Replanner.Step])] = []
    let now = prices.cost(keeper.units)
    var sum = now
    for (place, one) in ruined.enumerated() {
      let list = list(one, old[place], keepsOld: place > 0)
      guard let cheapest = list.first else { return false }
      sum += cheapest.cost
      if sum > limit { return false }
      lists.append((one, list, old[place]))
    }
    // What is dearer than the cheapest by more than the slack cannot be part of a choice within the limit.
    let slack = limit - sum
    for place in lists.indices {
      let most = lists[place].candidates[0].cost + slack
      lists[place].candidates.removeAll { $0.cost > most }
    }
    lists.sort { ($0.candidates.count, $0.series) < ($1.candidates.count, $1.series) }
    series = lists.map(\.series)
    candidates = lists.map(\.candidates)
    taken = lists.map(\.old)
    least = Array(repeating: 0, count: lists.count + 1)
    for place in lists.indices.reversed() { least[place] = least[place + 1] + candidates[place][0].cost }
    chosen = []
    choose()
    guard let found else { return false }
    return found.enumerated().allSatisfy { self.place(Candidate(index: $1, cost: 0), at: $0) }
  }

  /// The plans of a class that are free now, cheapest first.
  private func list(_ series: Int, _ old: [Replanner.Step], keepsOld: Bool) -> [Candidate] {
    var list: [Candidate] = []
    let key = repertoire.key(of: old)
    for index in 0..<repertoire.size {
      let cost = repertoire.cost(series, index, prices)
      guard cost <= limit else { continue }
      if repertoire.key(series, index) == key || !repertoire.isFree(series, index) { continue }
      list.append(Candidate(index: index, cost: cost))
    }
    if keepsOld { list.append(Candidate(index: -1, cost: cost(of: old))) }
    list.sort { ($0.cost, $0.index) < ($1.cost, $1.index) }
    return list
  }

  /// What a plan adds to the cost, load included, rest and sites not: they are counted when it is placed.
  private func cost(of plan: [Replanner.Step]) -> Double {
    let before = keeper.units
    guard keeper.place(plan) else { return .infinity }
    var after = keeper.units
    plan.forEach { keeper.remove($0.session) }
    (after.rest, after.sites) = (before.rest, before.sites)
    return prices.cost(after) - prices.cost(before)
  }

  private func choose() {
    let place = chosen.count
    let now = prices.cost(keeper.units)
    guard place < series.count else {
      if now <= limit {
        found = chosen
        limit = now - 1e-6
      }
      return
    }
    for candidate in candidates[place] {
      if now + candidate.cost + least[place + 1] > limit { return }
      if candidate.index >= 0 {
        if !repertoire.isFree(series[place], candidate.index) { continue }
        let cost = repertoire.cost(series[place], candidate.index, prices)
        if now + cost + least[place + 1] > limit { continue }
      }
      effort -= 1
      if effort < 0 { return }
      guard self.place(candidate, at: place) else { continue }
      chosen.append(candidate.index)
      choose()
      chosen.removeLast()
      taken[place].forEach { keeper.remove($0.session) }
    }
  }

  /// Places a candidate; false, and nothing placed, where it cannot stand beside what is placed.
  private func place(_ candidate: Candidate, at place: Int) -> Bool {
    candidate.index < 0 ? keeper.place(taken[place]) : repertoire.place(series[place], candidate.index)
  }
}
