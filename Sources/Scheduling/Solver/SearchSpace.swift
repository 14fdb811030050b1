import Civil

/// A problem compiled to flat tables of numbers: what never changes during a search.
///
/// Days count from the plan's first, positions as in the day grid. A *kind* is a set of sessions with the same
/// length, eligible people, suitable rooms and team.
final class SearchSpace: Sendable {
  private let arena = Arena()
  let problem: Problem
  let grid: DayGrid
  let days: Int
  let weeks: Int
  let weekOf: Table<Int32>
  let firstBlock: Int
  let lastBlock: Int

  // By session.
  let seriesOf: Table<Int32>
  let lengthOf: Table<Int32>
  let kindOf: Table<Int32>
  let gapOf: Table<Int32>
  let members: SeriesMembers
  let previous: [Int: Spot]
  /// What the search begins with, by session.
  let start: [Int: Spot]
  /// The same as it was published, by session.
  let published: [Int: Placement]
  let pins: [Int: PinnedSpot]

  // By kind.
  let kinds: [Kind]

  // Positions that patterns, holidays and windows leave open, by room, person or series, and day.
  let roomOpen: Table<UInt64>
  let personOpen: Table<UInt64>
  let seriesOpen: Table<UInt64>
  /// Stretches that a person's own calendar takes, by person and day.
  let personBusy: Table<UInt64>

  // By series: its window in days, and the series with a trainee of its own.
  let window: [ClosedRange<Int>?]
  let conflicting: [[Int32]]
  let company: [Company]
  /// By series: the companies of trainees that attend it.
  let companies: [[Int]]
  let maxTeam: Int
  let fairLoad: Int
  // By person: the most periods in a day and in a week.
  let mostPerDay: Table<Int32>
  let mostPerWeek: Table<Int32>
  /// By series.
  let isTaught: Table<Bool>
  /// By room.
  let siteOf: Table<Int32>
  let fewestLecturers: [Int]
  let fewestDays: [Int]

  struct Kind: Sendable {
    let length: Int
    let team: Int
    let eligible: [Int32]
    let isEligible: [Bool]
    let isSuitable: [Bool]
    let suitable: [Int32]
  }

  /// A published placement; -1 for what the problem does not know.
  struct Spot: Sendable {
    let day: Int
    let position: Int
    let room: Int
    let people: Set<Int>
  }

  /// What the pins of a session leave open.
  struct PinnedSpot: Sendable {
    var day: Int?
    var positions: UInt64
    var room: Int?
    var people: Set<Int>?
    /// Two pins that contradict each other, or a day outside the plan.
    var isImpossible = false
  }

  init(_ problem: Problem, previous placements: [Int: Placement], start: [Int: Placement]? = nil) {
    self.problem = problem
    let grid = DayGrid(problem.blocks)
    self.grid = grid
    let from = problem.planFrom
    let days = max(0, problem.planTo - from + 1)
    self.days = days
    weekOf = Table(
      arena,
      (0..<days).map { Int32(((from + $0).daysSinceEpoch + 3) / 7 - (from.daysSinceEpoch + 3) / 7) })
    weeks = days == 0 ? 0 : Int(weekOf[days - 1]) + 1
    (firstBlock, lastBlock) = problem.outerBlocks ?? (-1, -1)

    let sessions = problem.sessions
    seriesOf = Table(arena, sessions.map { Int32($0.series) })
    lengthOf = Table(arena, sessions.map { Int32($0.periods) })
    members = SeriesMembers(problem)
    gapOf = Table(arena, sessions.map { Int32($0.gapDays) })
    maxTeam = sessions.map(\.team).max() ?? 1
    fairLoad = problem.fairLoad
    mostPerDay = Table(arena, problem.people.map { Int32(clamping: $0.maxPeriodsDay) })
    mostPerWeek = Table(arena, problem.people.map { Int32(clamping: $0.maxPeriodsWeek) })
    isTaught = Table(arena, problem.series.map { $0.kind == .taught })
    siteOf = Table(arena, problem.rooms.map { Int32($0.site) })
    fewestLecturers = problem.series.indices.map(problem.fewestLecturers)
    fewestDays = problem.series.indices.map(problem.fewestDays)
    let (kinds, kindOf) = Self.kinds(of: problem)
    self.kinds = kinds
    self.kindOf = Table(arena, kindOf)
    published = placements
    func spot(_ placement: Placement) -> Spot {
      Spot(
        day: placement.date - from,
        position: grid.position(block: placement.block, first: placement.first) ?? -1,
        room: placement.room ?? -1, people: Set(placement.people))
    }
    let previous = placements.mapValues(spot)
    self.previous = previous
    self.start = start?.mapValues(spot) ?? previous
    pins = Dictionary(
      uniqueKeysWithValues: sessions.indices.filter { !sessions[$0].pins.isEmpty }.map {
        ($0, Self.pinned(sessions[$0].pins, from, days, grid))
      })

    var opening = Opening(problem, grid, days)
    roomOpen = Table(
      arena,
      problem.rooms.flatMap { room in
        let open = opening.open(room.open)
        return (0..<days).map { room.closed.contains(from + $0) ? 0 : open[$0] }
      })
    personOpen = Table(arena, problem.people.flatMap { opening.open($0.open) })
    seriesOpen = Table(
      arena,
      problem.series.flatMap { series in
        let open = opening.open(series.open)
        return (0..<days).map { series.allows(from + $0) ? open[$0] : 0 }
      })
    personBusy = Table(arena, problem.people.flatMap { opening.busy($0.busy) })
    window = problem.series.map { series in
      let first = max(0, series.earliest.map { $0 - from } ?? 0)
      let last = min(days - 1, series.latest.map { $0 - from } ?? days - 1)
      return first <= last ? first...last : nil
    }
    conflicting = Self.conflicts(of: problem)
    (company, companies) = Self.companies(of: problem)
  }

  /// A session placed by the search in the problem's terms.
  func placement(_ step: Replanner.Step) -> Placement {
    let position = grid.positions[step.position]
    return Placement(
      session: step.session, date: problem.planFrom + step.day, block: position.block, first: position.first,
      periods: problem.sessions[step.session].periods, room: step.room < 0 ? nil : step.room,
      people: step.people)
  }

  private static func kinds(of problem: Problem) -> (kinds: [Kind], kindOf: [Int32]) {
    struct Signature: Hashable {
      let length: Int
      let team: Int
      let qualification: String?
      let features: Set<String>
      let people: Set<Int>
      let site: Int?
      let size: Int
      let kind: Problem.Series.Kind
    }
    struct Staffing: Hashable {
      let qualification: String?
      let people: Set<Int>
      let isMentoring: Bool
    }
    struct Housing: Hashable {
      let features: Set<String>
      let site: Int?
      let size: Int
    }
    var known: [Signature: Int32] = [:]
    // Many kinds share their people or their rooms.
    var eligibles: [Staffing: (list: [Int32], holds: [Bool])] = [:]
    var suitables: [Housing: (list: [Int32], holds: [Bool])] = [:]
    func listed(_ holds: [Bool]) -> (list: [Int32], holds: [Bool]) {
      (holds.indices.filter { holds[$0] }.map(Int32.init), holds)
    }
    var kinds: [Kind] = []
    let kindOf = problem.sessions.indices.map { index -> Int32 in
      let session = problem.sessions[index]
      let series = problem.series[session.series]
      let signature = Signature(
        length: session.periods, team: session.team, qualification: session.qualification,
        features: session.features, people: series.people, site: series.site, size: series.size,
        kind: series.kind)
      if let kind = known[signature] { return kind }
      let staffing = Staffing(
        qualification: session.qualification, people: series.people, isMentoring: series.kind.isMentoring)
      let eligible =
        eligibles[staffing] ?? listed(problem.people.indices.map { problem.isEligible($0, for: index) })
      eligibles[staffing] = eligible
      let housing = Housing(features: session.features, site: series.site, size: series.size)
      let suitable =
        suitables[housing] ?? listed(problem.rooms.indices.map { problem.isSuitable($0, for: index) })
      suitables[housing] = suitable
      kinds.append(
        Kind(
          length: session.periods, team: session.team, eligible: eligible.list, isEligible: eligible.holds,
          isSuitable: suitable.holds, suitable: suitable.list))
      known[signature] = Int32(kinds.count - 1)
      return Int32(kinds.count - 1)
    }
    return (kinds, kindOf)
  }

  private static func pinned(
    _ pins: [Problem.Pin], _ from: CivilDate, _ days: Int, _ grid: DayGrid
  ) -> PinnedSpot {
    var spot = PinnedSpot(positions: UInt64.max)
    for pin in pins {
      if let date = pin.date {
        let day = date - from
        if !(0..<days).contains(day) || spot.day ?? day != day { spot.isImpossible = true }
        spot.day = day
      }
      for (index, position) in grid.positions.enumerated()
      where (pin.block ?? position.block) != position.block || (pin.first ?? position.first) != position.first
      {
        spot.positions &= ~(1 << UInt64(index))
      }
      if let room = pin.room {
        if spot.room ?? room != room { spot.isImpossible = true }
        spot.room = room
      }
      if let people = pin.people {
        if spot.people ?? people != people { spot.isImpossible = true }
        spot.people = people
      }
    }
    return spot
  }

  private static func conflicts(of problem: Problem) -> [[Int32]] {
    var attended: [Int: [Int]] = [:]
    for (index, series) in problem.series.enumerated() {
      for trainee in series.trainees { attended[trainee, default: []].append(index) }
    }
    return problem.series.enumerated().map { index, series in
      Set(series.trainees.flatMap { attended[$0] ?? [] }).subtracting([index]).sorted().map(Int32.init)
    }
  }
}

/// What patterns, holidays and busy times leave of the plan's days.
private struct Opening {
  let problem: Problem
  let grid: DayGrid
  let days: Int
  /// Few patterns are in use by many.
  private var byPattern: [WeeklyPattern: [UInt64]] = [:]

  init(_ problem: Problem, _ grid: DayGrid, _ days: Int) {
    self.problem = problem
    self.grid = grid
    self.days = days
  }

  /// By day, the positions of the blocks that the pattern opens; none on a holiday.
  mutating func open(_ pattern: WeeklyPattern) -> [UInt64] {
    if let known = byPattern[pattern] { return known }
    let positions = (0..<days).map { open(pattern, on: $0) }
    byPattern[pattern] = positions
    return positions
  }

  private func open(_ pattern: WeeklyPattern, on day: Int) -> UInt64 {
    let date = problem.planFrom + day
    if problem.calendar.isHoliday(date) { return 0 }
    return problem.blocks.indices.reduce(0) { open, block in
      pattern.opens(problem.blocks[block].id, on: date, in: problem.calendar)
        ? open | grid.blockBits[block] : open
    }
  }

  /// By day, the stretches that busy times touch.
  func busy(_ times: [BusyTime]) -> [UInt64] {
    var masks = Array(repeating: UInt64(0), count: days)
    let start = CivilMoment(problem.planFrom).minutesSinceEpoch
    for time in times {
      let from = time.lowerBound.minutesSinceEpoch - start
      let to = time.upperBound.minutesSinceEpoch - start
      guard from < to, to > 0, from < days * 1440 else { continue }
      for day in max(0, from / 1440)...min(days - 1, (to - 1) / 1440) {
        masks[day] |= grid.mask(of: max(0, from - day * 1440)..<min(1440, to - day * 1440))
      }
    }
    return masks
  }
}
