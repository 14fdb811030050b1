/// What any plan of a class costs at least: what pools are compared by, and what is kept for classes to come.
struct Promise {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let prices: SoftPrices
  /// By series: the kinds of its sessions, each with the periods that people teach in it.
  private let kinds: [[(kind: Int, periods: Int)]]
  private let leastSpan: LeastSpan

  init(_ space: SearchSpace, _ keeper: ScoreKeeper, _ prices: SoftPrices) {
    self.space = space
    self.keeper = keeper
    self.prices = prices
    leastSpan = LeastSpan(space, prices)
    kinds = space.problem.series.map { series in
      var periods: [(kind: Int, periods: Int)] = []
      for session in series.sessions {
        let kind = Int(space.kindOf[session])
        let taught = space.kinds[kind].length * space.kinds[kind].team
        if let index = periods.firstIndex(where: { $0.kind == kind }) {
          periods[index].periods += taught
        } else {
          periods.append((kind, taught))
        }
      }
      return periods
    }
  }

  /// The bound whoever holds the class, given the load of all people.
  func least(_ series: Int) -> Double {
    guard space.isTaught[series] else { return 0 }
    var over = 0
    for (kind, taught) in kinds[series] {
      var slack = 0
      for person in space.kinds[kind].eligible where slack < taught {
        slack += max(0, space.fairLoad - Int(keeper.load[Int(person)]))
      }
      over = max(over, taught - slack)
    }
    return Double(over) * prices.load + leastSpan.cost(series)
  }

  /// The bound for a pool of few people; nil where some session can be held by nobody of the pool.
  func cost(_ series: Int, _ pool: Pool) -> Double? {
    let count = min(8, pool.people.count)
    var slacks = 0
    for person in pool.people { slacks += max(0, space.fairLoad - Int(keeper.load[person])) }
    var periods = 0
    var needs: [(eligible: UInt, team: Int)] = []
    var over = 0
    for (kind, taught) in kinds[series] {
      let known = space.kinds[kind]
      var eligible: UInt = 0
      var slack = 0
      for (index, person) in pool.people.enumerated() where known.isEligible[person] {
        eligible |= 1 << UInt(index)
        slack += max(0, space.fairLoad - Int(keeper.load[person]))
      }
      if eligible.nonzeroBitCount < known.team { return nil }
      periods += taught
      over = max(over, taught - slack)
      if !needs.contains(where: { $0 == (eligible, known.team) }) { needs.append((eligible, known.team)) }
    }
    let load = Double(max(0, max(over, periods - slacks))) * prices.load
    let extra = max(0, fewest(needs, among: count) - space.fewestLecturers[series])
    return load + Double(extra) * prices.lecturers + leastSpan.cost(series, pool)
  }

  /// The fewest pool people that cover all needs.
  private func fewest(_ needs: [(eligible: UInt, team: Int)], among count: Int) -> Int {
    var fewest = count
    for met in UInt(1)..<(1 << UInt(count)) where met.nonzeroBitCount < fewest {
      var covers = true
      for need in needs where (met & need.eligible).nonzeroBitCount < need.team { covers = false }
      if covers { fewest = met.nonzeroBitCount }
    }
    return fewest
  }
}
