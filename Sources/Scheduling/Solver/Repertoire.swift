/// Plans of classes that the search has found: what a class could go back to, or have beside other plans of others.
///
/// A class keeps as many as the number of classes allows; a plan's place follows from what it says, so that the
/// same plan is kept once and a new one takes the place of an older one that is no better.
final class Repertoire {
  /// One session of a plan; its team stands in `teams`.
  private struct Spot: BitwiseCopyable {
    var day: Int32 = -1
    var position: Int32 = 0
    var room: Int32 = -1
  }

  /// A person of a plan, and the periods that he or she teaches in it.
  private struct Holder: BitwiseCopyable {
    var person: Int32 = -1
    var periods: Int32 = 0
  }

  /// Plans with more people than this are not kept.
  private static let mostHolders = 8
  /// How many plans are kept in all, and of one class.
  private static let mostPlans = 200_000
  private static let mostOfOne = 512

  private let space: SearchSpace
  private let keeper: ScoreKeeper
  private let arena = Arena()
  /// Plans of one class: a power of two.
  let size: Int
  /// By series: the first row of its sessions; -1 where no plans are kept.
  private let rows: Table<Int>
  /// By session: its place among those of its series.
  private let places: Table<Int32>
  private let spots: Table<Spot>
  private let teams: Table<Int32>
  // By plan.
  private let holders: Table<Holder>
  private let keys: Table<UInt64>
  private let costs: Table<Double>

  init(_ space: SearchSpace, _ keeper: ScoreKeeper) {
    self.space = space
    self.keeper = keeper
    let classes = space.problem.series.indices.filter { space.isTaught[$0] }
    var size = 1
    while size * 2 <= Self.mostOfOne, size * 2 * max(1, classes.count) <= Self.mostPlans { size *= 2 }
    self.size = size
    rows = Table(arena, space.problem.series.count, -1)
    places = Table(arena, space.problem.sessions.count, 0)
    var count = 0
    for series in classes {
      let sessions = space.problem.series[series].sessions
      rows[series] = count
      count += size * sessions.count
      for (place, session) in sessions.enumerated() { places[session] = Int32(place) }
    }
    // Memory is taken only where plans are written.
    spots = Table(arena, uninitialized: count)
    teams = Table(arena, uninitialized: count * space.maxTeam)
    let plans = space.problem.series.count * size
    holders = Table(arena, plans * Self.mostHolders, Holder())
    keys = Table(arena, plans, 0)
    costs = Table(arena, plans, .infinity)
  }

  /// Keeps a complete plan of a class, with what it costs by itself: all but load, rest and sites.
  func keep(_ plan: [Replanner.Step], of series: Int, cost: Double) {
    let count = space.problem.series[series].sessions.count
    guard rows[series] >= 0, plan.count == count, count > 0 else { return }
    let key = key(of: plan)
    let index = Int(truncatingIfNeeded: key) & (size - 1)
    let row = series * size + index
    if keys[row] == key || costs[row] < cost && (key >> 48) & 3 != 0 { return }
    var met: [Holder] = []
    for step in plan {
      for person in step.people {
        let periods = space.lengthOf[step.session]
        if let known = met.firstIndex(where: { Int($0.person) == person }) {
          met[known].periods += periods
        } else {
          met.append(Holder(person: Int32(person), periods: periods))
        }
      }
    }
    guard met.count <= Self.mostHolders else { return }
    for place in 0..<Self.mostHolders {
      holders[row * Self.mostHolders + place] = place < met.count ? met[place] : Holder()
    }
    for step in plan {
      let spot = rows[series] + index * count + Int(places[step.session])
      spots[spot] = Spot(day: Int32(step.day), position: Int32(step.position), room: Int32(step.room))
      for place in 0..<space.maxTeam {
        teams[spot * space.maxTeam + place] = place < step.people.count ? Int32(step.people[place]) : -1
      }
    }
    keys[row] = key
    costs[row] = cost
  }

  /// What says a plan, as a number that is never 0.
  func key(of plan: [Replanner.Step]) -> UInt64 {
    var key: UInt64 = 0
    for step in plan {
      var word = UInt64(truncatingIfNeeded: step.session) << 32 | UInt64(truncatingIfNeeded: step.day) << 16
      word |= UInt64(truncatingIfNeeded: step.position) << 8
      var part = Self.mixed(word ^ UInt64(truncatingIfNeeded: step.room + 1) << 52)
      for person in step.people { part &+= Self.mixed(UInt64(truncatingIfNeeded: person + 1) &* 0x9E37) }
      key &+= Self.mixed(part)
    }
    return key == 0 ? 1 : key
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  func key(_ series: Int, _ index: Int) -> UInt64 { keys[series * size + index] }

  /// What a plan costs given the load of all; infinite where none is kept.
  func cost(_ series: Int, _ index: Int, _ prices: SoftPrices) -> Double {
    let row = series * size + index
    var cost = costs[row]
    guard cost.isFinite else { return cost }
    for place in row * Self.mostHolders..<(row + 1) * Self.mostHolders {
      let holder = holders[place]
      guard holder.person >= 0 else { break }
      let load = Int(keeper.load[Int(holder.person)])
      let more = load + Int(holder.periods) - max(load, space.fairLoad)
      if more > 0 { cost += Double(more) * prices.load }
    }
    return cost
  }

  /// Whether rooms and people are free for a plan whose class is taken out.
  func isFree(_ series: Int, _ index: Int) -> Bool {
    let range = space.members.range(series)
    let first = rows[series] + index * range.count
    let days = space.days
    for place in 0..<range.count {
      let spot = spots[first + place]
      let day = Int(spot.day)
      let length = Int(space.lengthOf[space.members[range.lowerBound + place]])
      let mask = space.grid.mask(length: length, position: Int(spot.position))
      if spot.room >= 0, keeper.roomBusy[Int(spot.room) * days + day] & mask != 0 { return false }
      for member in (first + place) * space.maxTeam..<(first + place + 1) * space.maxTeam {
        let person = Int(teams[member])
        if person < 0 { break }
        if keeper.personBusy[person * days + day] & mask != 0 { return false }
      }
    }
    return true
  }

  /// Places a plan whose class is taken out; false, and nothing placed, where something stands against it.
  func place(_ series: Int, _ index: Int) -> Bool {
    let range = space.members.range(series)
    let first = rows[series] + index * range.count
    for place in 0..<range.count {
      let session = space.members[range.lowerBound + place]
      let spot = spots[first + place]
      let (day, position, room) = (Int(spot.day), Int(spot.position), Int(spot.room))
      let row = (first + place) * space.maxTeam
      if keeper.clashes(session, day: day, position: position, room: room, people: teams, row: row) {
        for placed in 0..<place { keeper.remove(space.members[range.lowerBound + placed]) }
        return false
      }
      keeper.place(session, day: day, position: position, room: room, people: teams, row: row)
    }
    return true
  }
}

extension ScoreKeeper {
  /// Places a plan session by session; false, and nothing placed, where something stands against it.
  func place(_ plan: [Replanner.Step]) -> Bool {
    for (index, step) in plan.enumerated() {
      let found = obstacle(
        step.session, day: step.day, position: step.position, room: step.room, people: step.people)
      guard found == nil else {
        plan[..<index].forEach { remove($0.session) }
        return false
      }
      place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    }
    return true
  }

  /// Whether other series stand against a session of a plan that broke no hard rule when it was made.
  func clashes(_ session: Int, day: Int, position: Int, room: Int, people: Table<Int32>, row: Int) -> Bool {
    let series = Int(space.seriesOf[session])
    let length = Int(space.lengthOf[session])
    let mask = space.grid.mask(length: length, position: position)
    for other in space.conflicting[series] where seriesBusy[Int(other) * space.days + day] & mask != 0 {
      return true
    }
    if room >= 0, roomBusy[room * space.days + day] & mask != 0 { return true }
    let site = room < 0 ? -1 : Int(space.siteOf[room])
    for index in row..<row + space.maxTeam {
      let person = Int(people[index])
      if person < 0 { break }
      let cell = person * space.days + day
      if personBusy[cell] & mask != 0 { return true }
      if Int(personDayPeriods[cell]) + length > Int(space.mostPerDay[person]) { return true }
      let week = person * space.weeks + Int(space.weekOf[day])
      if Int(personWeekPeriods[week]) + length > Int(space.mostPerWeek[person]) { return true }
      if personDayCount[cell] > 0, travelMask(person, day, .taught, site: site) & mask != 0 { return true }
    }
    return false
  }
}
