/// What one series could use of its days, given all else that is placed: tables for one pool, by day of a window.
///
/// Sets of positions are bits. Rows are days of the window, counted from its first day.
struct Reach {
  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let arena = Arena()
  /// By length and day: positions where the series itself and its trainees are free.
  let free: Table<UInt64>
  /// By length, day and pool person, and by length, day and pool room.
  let staffed: Table<UInt64>
  let roomed: Table<UInt64>
  // By day (or week) and pool person.
  let dayLeft: Table<Int32>
  let weekLeft: Table<Int32>
  let restIfLate: Table<Bool>
  let restIfEarly: Table<Bool>
  let leavesSite: Table<Bool>
  /// Periods taught, by pool person.
  let load: Table<Int32>

  init(_ space: SearchSpace, _ keeper: ScoreKeeper) {
    self.space = space
    self.keeper = keeper
    let days = space.days
    let lengths = space.grid.longest + 1
    free = Table(arena, lengths * days, 0)
    staffed = Table(arena, lengths * days * Pool.mostPeople, 0)
    roomed = Table(arena, lengths * days * Pool.mostRooms, 0)
    dayLeft = Table(arena, days * Pool.mostPeople, 0)
    weekLeft = Table(arena, (space.weeks + 1) * Pool.mostPeople, 0)
    restIfLate = Table(arena, days * Pool.mostPeople, false)
    restIfEarly = Table(arena, days * Pool.mostPeople, false)
    leavesSite = Table(arena, days * Pool.mostPeople, false)
    load = Table(arena, Pool.mostPeople, 0)
  }

  /// Fills the tables for the window's days; `lengths` are those of the series' sessions, each once.
  func fill(_ series: Int, _ pool: Pool, window: ClosedRange<Int>, lengths: [Int]) {
    let days = space.days
    let kind = space.problem.series[series].kind
    for day in window {
      let cell = series * days + day
      let open = space.seriesOpen[cell]
      var taken = keeper.seriesBusy[cell]
      for other in space.conflicting[series] { taken |= keeper.seriesBusy[Int(other) * days + day] }
      var any: UInt64 = 0
      for length in lengths {
        let bits = fits(open, taken, length)
        free[length * days + day] = bits
        any |= bits
      }
      if any == 0 { continue }
      for (index, person) in pool.people.enumerated() {
        fill(person, index, day, kind, site: pool.site, open, lengths)
      }
      for (index, room) in pool.rooms.enumerated() {
        let open = space.roomOpen[room * days + day] & open
        let taken = keeper.roomBusy[room * days + day]
        for length in lengths {
          roomed[(length * days + day) * Pool.mostRooms + index] = fits(open, taken, length)
        }
      }
    }
    for week in Int(space.weekOf[window.lowerBound])...Int(space.weekOf[window.upperBound]) {
      for (index, person) in pool.people.enumerated() {
        weekLeft[week * Pool.mostPeople + index] =
          Int32(space.problem.people[person].maxPeriodsWeek)
          - keeper.personWeekPeriods[person * space.weeks + week]
      }
    }
  }

  private func fill(
    _ person: Int, _ index: Int, _ day: Int, _ kind: Problem.Series.Kind, site: Int, _ seriesOpen: UInt64,
    _ lengths: [Int]
  ) {
    let days = space.days
    let cell = person * days + day
    let row = day * Pool.mostPeople + index
    let open = space.personOpen[cell] & seriesOpen
    var taken = keeper.personBusy[cell]
    if keeper.personDayCount[cell] > 0 { taken |= keeper.travelMask(person, day, kind, site: site) }
    for length in lengths {
      staffed[(length * days + day) * Pool.mostPeople + index] = fits(open, taken, length)
    }
    dayLeft[row] = Int32(space.problem.people[person].maxPeriodsDay) - keeper.personDayPeriods[cell]
    restIfLate[row] = day + 1 < days && keeper.late[cell] == 0 && keeper.early[cell + 1] > 0
    restIfEarly[row] = day > 0 && keeper.early[cell] == 0 && keeper.late[cell - 1] > 0
    leavesSite[row] = site >= 0 && keeper.personDayCount[cell] > 0 && isElsewhere(person, day, site)
  }

  /// Whether the person has a session at another site that day and none at this one.
  private func isElsewhere(_ person: Int, _ day: Int, _ site: Int) -> Bool {
    let cell = person * space.days + day
    var elsewhere = false
    for index in 0..<Int(keeper.personDayCount[cell]) {
      let other = keeper.site(of: Int(keeper.personDaySessions[cell * keeper.dayCapacity + index]))
      if other == site { return false }
      if other >= 0 { elsewhere = true }
    }
    return elsewhere
  }

  /// The open positions at which a session of this length meets nothing taken.
  private func fits(_ open: UInt64, _ taken: UInt64, _ length: Int) -> UInt64 {
    open == 0 ? 0 : open & space.grid.clear(of: taken, length: length)
  }
}
