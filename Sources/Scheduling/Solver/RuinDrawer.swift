/// What a step takes out: a few series in the order in which they are planned again, and who should hold them.
struct Ruin {
  var series: [Int] = []
  /// By series taken out.
  var wishes: [Wish] = []

  mutating func add(_ series: Int, _ wish: Wish = Wish()) {
    self.series.append(series)
    wishes.append(wish)
  }
}

/// A change of people that a step tries; -1 for nobody.
struct Wish {
  var leaves = -1
  var joins = -1
  /// Whether the people are drawn freely.
  var isOpen = true

  init() {}

  init(leaves: Int, joins: Int) {
    (self.leaves, self.joins, isOpen) = (leaves, joins, false)
  }
}

/// Draws what to plan anew.
struct RuinDrawer {
  let space: SearchSpace
  let keeper: ScoreKeeper
  /// The series that may be taken out; all, as long as nobody else works on the timetable.
  private var open: [Int]
  private var isOpen: [Bool]
  /// Those whose plans cost most: the classes.
  private var taught: [Int]

  init(_ space: SearchSpace, _ keeper: ScoreKeeper) {
    self.space = space
    self.keeper = keeper
    open = Array(space.problem.series.indices)
    isOpen = open.map { _ in true }
    taught = open.filter { space.isTaught[$0] }
  }

  /// From now on takes out nothing else than these; at least one.
  mutating func confine(to series: [Int]) {
    for one in open { isOpen[one] = false }
    open = series
    for one in open { isOpen[one] = true }
    taught = open.filter { space.isTaught[$0] }
  }

  func draw(using random: inout RandomSource) -> Ruin {
    let count = space.problem.series.count
    var series = open[random.below(open.count)]
    if !taught.isEmpty, random.unit() < 0.95 { series = taught[random.below(taught.count)] }
    if keeper.unplaced > 0, random.unit() < 0.7 {
      // Look for an incomplete one from a random place on.
      let start = series
      while !keeper.isIncomplete(series) {
        series = (series + 1) % count
        if series == start { break }
      }
    }
    if !keeper.isIncomplete(series), random.unit() < Cooling.handover,
      let ruin = handover(series, using: &random)
    {
      return ruin
    }
    return neighbours(series, using: &random)
  }

  // MARK: Handing over

  /// A person takes over what another holds in the class; whatever keeps that person busy then is planned anew.
  private func handover(_ series: Int, using random: inout RandomSource) -> Ruin? {
    let sessions = space.problem.series[series].sessions
    guard space.isTaught[series], !sessions.isEmpty else { return nil }
    let session = sessions[random.below(sessions.count)]
    let holders = keeper.people(of: session)
    let eligible = space.kinds[Int(space.kindOf[session])].eligible
    guard let leaver = holders.randomElement(using: &random), eligible.count > holders.count else {
      return nil
    }
    var joiner = leaver
    for _ in 0..<4 where holders.contains(joiner) { joiner = Int(eligible[random.below(eligible.count)]) }
    guard !holders.contains(joiner) else { return nil }
    var days: [Int] = []
    for other in sessions where keeper.people(of: other).contains(leaver) {
      days.append(Int(keeper.day[other]))
    }
    guard let first = days.min(), let last = days.max() else { return nil }
    var ruin = Ruin()
    ruin.add(series, Wish(leaves: leaver, joins: joiner))
    for day in first...last {
      let cell = joiner * space.days + day
      for index in 0..<Int(keeper.personDayCount[cell]) {
        let other = Int(space.seriesOf[Int(keeper.personDaySessions[cell * keeper.dayCapacity + index])])
        guard !ruin.series.contains(other) else { continue }
        guard isOpen[other], ruin.series.count < 4 else { return nil }
        let chance = random.unit()
        if chance < 0.4 {
          ruin.add(other, Wish(leaves: joiner, joins: leaver))
        } else if chance < 0.7 {
          ruin.add(other, Wish(leaves: joiner, joins: -1))
        } else {
          ruin.add(other)
        }
      }
    }
    return ruin
  }

  // MARK: Neighbours

  /// A complete class and others that hold people whom they could use.
  func company(using random: inout RandomSource) -> [Int] {
    guard !taught.isEmpty else { return [] }
    var company = [taught[random.below(taught.count)]]
    let most = 2 + random.below(Cooling.company - 1)
    for _ in 0..<most * 3 where company.count < most {
      if let other = neighbour(of: company[random.below(company.count)], using: &random),
        space.isTaught[other], !company.contains(other)
      {
        company.append(other)
      }
    }
    return company
  }

  /// The series, alone or with a few that hold people whom it could use.
  private func neighbours(_ series: Int, using random: inout RandomSource) -> Ruin {
    var ruined = [series]
    let chance = random.unit()
    var more = chance < Cooling.single ? 0 : chance < Cooling.couple ? 1 : 2
    if keeper.isIncomplete(series) { more += 1 + random.below(3) }
    for _ in 0..<more * 3 where ruined.count <= more {
      if let other = neighbour(of: ruined[random.below(ruined.count)], using: &random),
        !ruined.contains(other)
      {
        ruined.append(other)
      }
    }
    ruined.shuffle(using: &random)
    if let index = ruined.firstIndex(of: series), keeper.isIncomplete(series), random.unit() < 0.8 {
      ruined.swapAt(0, index)
    }
    return Ruin(series: ruined, wishes: ruined.map { _ in Wish() })
  }

  /// Another open series that holds a person whom this one could use, at about its time.
  private func neighbour(of series: Int, using random: inout RandomSource) -> Int? {
    let sessions = space.problem.series[series].sessions
    guard let window = space.window[series], !sessions.isEmpty else { return nil }
    var session = sessions[random.below(sessions.count)]
    if keeper.isIncomplete(series),
      let missing = sessions.filter({ !keeper.isPlaced($0) }).randomElement(using: &random)
    {
      session = missing
    }
    let day: Int
    if let around = keeper.isPlaced(session) ? Int(keeper.day[session]) : space.pins[session]?.day {
      day = min(max(around + random.below(9) - 4, 0), space.days - 1)
    } else {
      day = window.lowerBound + random.below(window.count)
    }
    if random.unit() < 0.15 {
      let room = Int(keeper.room[session])
      guard room >= 0 else { return nil }
      return inRoom(room, day: day, besides: series)
    }
    let wanted =
      space.pins[session]?.people?.sorted() ?? space.kinds[Int(space.kindOf[session])].eligible.map(Int.init)
    guard !wanted.isEmpty else { return nil }
    let person = wanted[random.below(wanted.count)]
    for offset in 0..<5 {
      let cell = person * space.days + min(space.days - 1, day + offset)
      let held = Int(keeper.personDayCount[cell])
      guard held > 0 else { continue }
      let other = Int(
        space.seriesOf[Int(keeper.personDaySessions[cell * keeper.dayCapacity + random.below(held)])])
      if other != series, isOpen[other] { return other }
    }
    return nil
  }

  /// An open series that is in the room that day.
  private func inRoom(_ room: Int, day: Int, besides series: Int) -> Int? {
    let other = Int(keeper.roomSeries[room * space.days + day])
    guard other >= 0, other != series, isOpen[other] else { return nil }
    let isThere = space.problem.series[other].sessions.contains {
      Int(keeper.day[$0]) == day && Int(keeper.room[$0]) == room
    }
    return isThere ? other : nil
  }
}

extension ScoreKeeper {
  /// Sessions of a series that are not placed.
  func missing(_ series: Int) -> Int {
    space.problem.series[series].sessions.count - Int(seriesPlaced[series])
  }

  func isIncomplete(_ series: Int) -> Bool { missing(series) > 0 }
}
