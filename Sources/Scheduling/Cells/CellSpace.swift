/// A problem whose sessions each take one cell, a period and a room, compiled for the search over cells.
///
/// Periods are the positions of all days in a row, cells `period * rooms + room`. Prices are whole numbers: weights
/// times `scale`.
final class CellSpace: Sendable {
  private let arena = Arena()
  let space: SearchSpace
  let prices: SoftPrices
  /// What one unit of weight is in the prices below.
  let scale: Double

  let sessions: Int
  let series: Int
  let companies: Int
  let days: Int
  /// Periods of a day and of the whole plan.
  let slots: Int
  let periods: Int
  /// Rooms, and after them as many that stand for nowhere as sessions need when the rooms have too few cells.
  let rooms: Int
  let realRooms: Int

  // By session; by period.
  let seriesOf: Table<Int32>
  let dayOf: Table<Int32>
  let slotOf: Table<Int32>
  /// The series that may not meet together with a series, itself among them: where its row begins, and all rows.
  let rivalStart: Table<Int32>
  let rivals: Table<Int32>
  let isRival: Table<Bool>
  /// Who needs a series and can be in one place only: the companies that attend it, and last its lecturer.
  let groupStart: Table<Int32>
  let groupsOf: Table<Int32>
  let groups: Int
  let isAttended: Table<Bool>
  let lonePrice: Table<Int32>
  /// By series and room: what the seats cost; a room that is unfit breaks a hard rule.
  let seatPrice: Table<Int32>
  let isUnfit: Table<Bool>
  let hasUnfit: Bool
  let wantedDays: Table<Int32>
  /// By series and period: 1 where the series or its lecturer cannot.
  let closed: Table<UInt16>
  /// By cell: whether the room is closed then.
  let isShut: Table<Bool>
  let dayPrice: Int32
  let roomPrice: Int32

  /// Nil where the problem or its prices ask for more than cells: then `Search` plans it.
  init?(_ space: SearchSpace, _ prices: SoftPrices) {
    guard Self.fits(space, prices) else { return nil }
    self.space = space
    self.prices = prices
    let problem = space.problem
    let weights = [prices.seats, prices.days, prices.rooms, prices.compactness]
    let isWhole = weights.allSatisfy { $0 == $0.rounded() }
    let scale = isWhole ? 1.0 : 64.0
    self.scale = scale
    func price(_ weight: Double, times count: Int = 1) -> Int32 {
      Int32(min(1e8, (weight * scale * Double(count)).rounded()))
    }
    dayPrice = price(prices.days)
    roomPrice = price(prices.rooms)
    let (sessions, series, days, slots) = (
      problem.sessions.count, problem.series.count, space.days, space.grid.count
    )
    (self.sessions, self.series, self.days, self.slots) = (sessions, series, days, slots)
    let periods = days * slots
    self.periods = periods
    realRooms = problem.rooms.count
    let shut = problem.rooms.indices.map { room in
      (0..<periods).map { space.roomOpen[room * days + $0 / slots] & (1 << UInt64($0 % slots)) == 0 }
    }
    let open = shut.reduce(0) { $0 + $1.count { !$0 } }
    let rooms = problem.rooms.count + (max(0, sessions - open) + periods - 1) / periods
    self.rooms = rooms
    isShut = Table(arena, periods * rooms, false)
    for room in shut.indices {
      for period in 0..<periods { isShut[period * rooms + room] = shut[room][period] }
    }
    seriesOf = space.seriesOf
    dayOf = Table(arena, (0..<periods).map { Int32($0 / slots) })
    slotOf = Table(arena, (0..<periods).map { Int32($0 % slots) })
    wantedDays = Table(arena, problem.series.map { Int32($0.wantedDays) })

    let rivalry = Self.rivalry(of: space)
    rivalStart = Table(arena, Self.starts(rivalry))
    rivals = Table(arena, rivalry.flatMap(\.self))
    isRival = Table(arena, series * series, false)
    for (one, others) in rivalry.enumerated() {
      for other in others { isRival[one * series + Int(other)] = true }
    }
    companies = space.company.count
    let needed = zip(space.companies, problem.series).map { companies, series in
      companies.map(Int32.init) + series.people.map { Int32(space.company.count + $0) }
    }
    groups = companies + problem.people.count
    groupStart = Table(arena, Self.starts(needed))
    groupsOf = Table(arena, needed.flatMap(\.self))
    isAttended = Table(arena, series * companies, false)
    for (one, attending) in space.companies.enumerated() {
      for company in attending { isAttended[one * companies + company] = true }
    }
    lonePrice = Table(arena, space.company.map { price(prices.compactness, times: $0.trainees) })
    seatPrice = Table(arena, series * rooms, 0)
    isUnfit = Table(arena, series * rooms, true)
    var hasUnfit = rooms > problem.rooms.count
    for one in 0..<series {
      guard let first = problem.series[one].sessions.first else { continue }
      let kind = space.kinds[Int(space.kindOf[first])]
      for room in problem.rooms.indices {
        seatPrice[one * rooms + room] = price(prices.seats, times: space.seatsShort(of: one, in: room))
        isUnfit[one * rooms + room] = !kind.isSuitable[room]
        if !kind.isSuitable[room] { hasUnfit = true }
      }
    }
    self.hasUnfit = hasUnfit
    closed = Table(arena, series * periods, 0)
    for one in 0..<series {
      for period in 0..<periods where !Self.isOpen(one, period, space) { closed[one * periods + period] = 1 }
    }
  }

  /// Where each row of a table of rows begins, and where the last one ends.
  private static func starts<Element>(_ rows: [[Element]]) -> [Int32] {
    rows.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
  }

  private static func isOpen(_ series: Int, _ period: Int, _ space: SearchSpace) -> Bool {
    let (day, position) = (period / space.grid.count, period % space.grid.count)
    let bit: UInt64 = 1 << UInt64(position)
    guard space.seriesOpen[series * space.days + day] & bit != 0 else { return false }
    return space.problem.series[series].people.allSatisfy { person in
      let cell = person * space.days + day
      return space.personOpen[cell] & bit != 0
        && space.personBusy[cell] & space.grid.mask(length: 1, position: position) == 0
    }
  }

  /// By series: the series with a trainee or a lecturer of its own, and itself.
  private static func rivalry(of space: SearchSpace) -> [[Int32]] {
    let problem = space.problem
    var held: [Int: [Int32]] = [:]
    for (index, series) in problem.series.enumerated() {
      for person in series.people { held[person, default: []].append(Int32(index)) }
    }
    return problem.series.enumerated().map { index, series in
      let others = space.conflicting[index] + series.people.flatMap { held[$0] ?? [] } + [Int32(index)]
      return Set(others).sorted()
    }
  }
}

// MARK: - Which problems are of this kind

extension CellSpace {
  /// Whether every rule of the problem and every price is one that cells can hold.
  private static func fits(_ space: SearchSpace, _ prices: SoftPrices) -> Bool {
    let problem = space.problem
    guard !problem.sessions.isEmpty, !problem.rooms.isEmpty, space.days > 0, space.previous.isEmpty,
      space.start.isEmpty,
      space.pins.isEmpty, Set(problem.rooms.map(\.site)).count == 1, space.grid.isOfOnePeriodEach
    else { return false }
    let timeless = [prices.span, prices.gap, prices.rest, prices.load].allSatisfy { $0 == 0 }
    let spread = [prices.seats, prices.days, prices.rooms, prices.compactness]
    guard timeless, spread.contains(where: { $0 > 0 }), spread.allSatisfy({ $0 <= 1_000 }) else {
      return false
    }
    let isSimple = problem.sessions.allSatisfy {
      $0.periods == 1 && $0.team == 1 && $0.gapDays == 0 && $0.features.isEmpty
    }
    let grid = space.grid.count
    return isSimple
      && problem.series.allSatisfy { series in
        guard series.kind == .taught, series.people.count == 1, series.minLecturers <= 1,
          let first = series.sessions.first
        else { return false }
        let sessions = series.sessions.map { problem.sessions[$0] }
        let person = series.people.allSatisfy { problem.isEligible($0, for: first) }
        return person && series.maxPeriodsDay >= grid && series.attendance <= 2_000_000
          && sessions.allSatisfy {
            $0.order == sessions[0].order && $0.qualification == sessions[0].qualification
          }
          && Set(sessions.map(\.module)).count == sessions.count
      }
      && problem.people.allSatisfy {
        $0.maxPeriodsDay >= grid && $0.maxPeriodsWeek >= grid * min(7, space.days)
      }
  }
}

extension DayGrid {
  /// Whether every block has one period, so that any two positions exclude each other only where they are the same.
  var isOfOnePeriodEach: Bool {
    guard count > 0, count <= 60, longest == 1 else { return false }
    var seen: UInt64 = 0
    for position in 0..<count {
      let mask = mask(length: 1, position: position)
      if mask == 0 || mask & seen != 0 { return false }
      seen |= mask
    }
    return (1..<count).allSatisfy {
      isNothingFree(from: end(length: 1, position: $0 - 1), to: Int(starts[$0]))
    }
  }
}
