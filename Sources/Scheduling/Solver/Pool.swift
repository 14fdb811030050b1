/// The few people and rooms from which one series is planned anew, all rooms at one site.
struct Pool {
  static let mostPeople = 16
  static let mostRooms = 8

  var people: [Int] = []
  var rooms: [Int] = []
  /// -1 where the series needs no room.
  var site = -1

  func bits(of people: Set<Int>) -> UInt16? {
    var bits: UInt16 = 0
    for person in people {
      guard let index = self.people.firstIndex(of: person) else { return nil }
      bits |= 1 << UInt16(index)
    }
    return bits
  }
}

/// Draws pools: the people and rooms that a series had, some of them, or others.
struct PoolDrawer {
  let space: SearchSpace
  let keeper: ScoreKeeper
  private let rooms: RoomChoices
  /// People of the series that are taken out together: so that these can exchange them.
  var freed: [Int] = []

  init(_ space: SearchSpace, _ keeper: ScoreKeeper) {
    self.space = space
    self.keeper = keeper
    rooms = RoomChoices(space)
  }

  /// A pool for a series, given who held it and where before; nil where nobody or no room can be had.
  ///
  /// A wide one has as many people and rooms as a pool can have: it takes longer to plan from, and finds what is left
  /// where little is.
  func draw(
    for series: Int, people: [Int], rooms kept: [Int], wish: Wish, isWide: Bool = false,
    using random: inout RandomSource
  ) -> Pool? {
    let own = space.problem.series[series]
    var pool = Pool()
    var required: [Int] = []
    for session in own.sessions {
      if let pin = space.pins[session] {
        required += (pin.people ?? []).sorted().filter { !required.contains($0) }
        if let room = pin.room, !pool.rooms.contains(room) { pool.rooms.append(room) }
      }
    }
    pool.people = Array(required.prefix(Pool.mostPeople))
    if own.kind.isMentoring {
      drawMentor(for: own, people, into: &pool, using: &random)
    } else {
      drawLecturers(for: own, people, wish, into: &pool, using: &random)
      if isWide { widen(&pool, for: own, using: &random) }
    }
    guard !pool.people.isEmpty else { return nil }
    let most = isWide ? Pool.mostRooms : 3
    return drawRooms(for: series, kept, most: most, into: &pool, using: &random) ? pool : nil
  }

  private func drawMentor(
    for series: Problem.Series, _ people: [Int], into pool: inout Pool, using random: inout RandomSource
  ) {
    guard pool.people.isEmpty, let first = series.sessions.first else { return }
    let eligible = space.kinds[Int(space.kindOf[first])].eligible
    if let mentor = people.first, random.unit() < 0.4 {
      pool.people = [mentor]
    } else if !eligible.isEmpty {
      pool.people = [Int(eligible[random.below(eligible.count)])]
    }
  }

  private func drawLecturers(
    for series: Problem.Series, _ people: [Int], _ wish: Wish, into pool: inout Pool,
    using random: inout RandomSource
  ) {
    let chance = random.unit()
    var kept = people
    if !wish.isOpen {
      kept.removeAll { $0 == wish.leaves }
      if wish.joins >= 0, !kept.contains(wish.joins) { kept.insert(wish.joins, at: 0) }
    } else if chance > 1 - Cooling.fresh {
      kept = []
    } else if chance > Cooling.keep, !kept.isEmpty {
      kept.remove(at: random.below(kept.count))
    }
    pool.people += kept.filter { !pool.people.contains($0) }.prefix(Pool.mostPeople - pool.people.count)
    // Cover every kind of session, the scarcest first by chance of the draw.
    var kinds: [Int] = []
    for session in series.sessions where !kinds.contains(Int(space.kindOf[session])) {
      kinds.append(Int(space.kindOf[session]))
    }
    kinds.shuffle(using: &random)
    for kind in kinds {
      while covers(pool, kind) < space.kinds[kind].team, pool.people.count < Pool.mostPeople {
        guard let person = pick(for: kind, among: kinds, besides: pool.people, using: &random) else { break }
        pool.people.append(person)
      }
    }
    var extra = max(0, series.minLecturers - pool.people.count)
    if random.unit() < 0.5 { extra += 1 }
    if pool.people.count + extra > 7, extra > 0, pool.people.count >= series.minLecturers { extra = 0 }
    for _ in 0..<extra where pool.people.count < Pool.mostPeople {
      let kind = kinds[random.below(kinds.count)]
      if let person = pick(for: kind, among: kinds, besides: pool.people, using: &random) {
        pool.people.append(person)
      }
    }
  }

  /// Adds others who could hold some session, as many as there is room for.
  private func widen(_ pool: inout Pool, for series: Problem.Series, using random: inout RandomSource) {
    var others: [Int] = []
    for kind in Set(series.sessions.map { Int(space.kindOf[$0]) }).sorted() {
      for person in space.kinds[kind].eligible.map(Int.init)
      where !pool.people.contains(person) && !others.contains(person) {
        others.append(person)
      }
    }
    others.shuffle(using: &random)
    pool.people += others.prefix(max(0, Pool.mostPeople - pool.people.count))
  }

  private func covers(_ pool: Pool, _ kind: Int) -> Int {
    pool.people.count { space.kinds[kind].isEligible[$0] }
  }

  /// The best of a few drawn at random: who covers many kinds and has taught little.
  private func pick(
    for kind: Int, among kinds: [Int], besides taken: [Int], using random: inout RandomSource
  ) -> Int? {
    let eligible = space.kinds[kind].eligible
    guard !eligible.isEmpty else { return nil }
    var best: (person: Int, score: Double)?
    let isExchange = !freed.isEmpty && random.unit() < Cooling.exchange
    for _ in 0..<3 {
      let person =
        isExchange ? freed[random.below(freed.count)] : Int(eligible[random.below(eligible.count)])
      if isExchange, !space.kinds[kind].isEligible[person] { continue }
      if taken.contains(person) { continue }
      let breadth = Double(kinds.count { space.kinds[$0].isEligible[person] }) / Double(kinds.count)
      let over = Double(Int(keeper.load[person]) - space.fairLoad) / Double(max(1, space.fairLoad))
      let score = breadth - over + random.unit()
      if best.map({ score > $0.score }) ?? true { best = (person, score) }
    }
    if let best { return best.person }
    let start = random.below(eligible.count)
    return (0..<eligible.count).map { Int(eligible[(start + $0) % eligible.count]) }.first {
      !taken.contains($0)
    }
  }

  private func drawRooms(
    for series: Int, _ kept: [Int], most: Int, into pool: inout Pool, using random: inout RandomSource
  ) -> Bool {
    let own = space.problem.series[series]
    guard own.kind.needsRoom else { return true }
    let choices = rooms.choices[series]
    if let pinned = pool.rooms.first {
      pool.site = Int(space.siteOf[pinned])
    } else if let first = kept.first, random.unit() < 0.75 {
      pool.site = Int(space.siteOf[first])
    } else {
      guard !choices.isEmpty else { return false }
      pool.site = choices[random.below(choices.count)].site
    }
    if random.unit() < 0.7 {
      pool.rooms += kept.filter { Int(space.siteOf[$0]) == pool.site && !pool.rooms.contains($0) }.prefix(2)
    }
    guard let here = choices.first(where: { $0.site == pool.site }) else { return !pool.rooms.isEmpty }
    while pool.rooms.count < most {
      // Rooms that suit all sessions first; now and then any that suits one.
      let from = here.general.isEmpty || random.unit() < 0.2 ? here.rooms : here.general
      let left = from.filter { !pool.rooms.contains($0) }
      guard !left.isEmpty else { break }
      pool.rooms.append(left[random.below(left.count)])
    }
    for kind in rooms.kinds[series] where !pool.rooms.contains(where: { space.kinds[kind].isSuitable[$0] }) {
      let suitable = here.rooms.filter { space.kinds[kind].isSuitable[$0] }
      if pool.rooms.count < Pool.mostRooms, !suitable.isEmpty {
        pool.rooms.append(suitable[random.below(suitable.count)])
      }
    }
    return !pool.rooms.isEmpty
  }
}

/// Which rooms a series could use, site by site.
struct RoomChoices {
  struct AtSite {
    let site: Int
    /// Rooms that suit some session of the series, and those that suit all.
    let rooms: [Int]
    let general: [Int]
  }

  /// By series: the sites at which every session finds a room, or, if there are none, those with any room.
  let choices: [[AtSite]]
  /// By series: the kinds of its sessions.
  let kinds: [[Int]]

  init(_ space: SearchSpace) {
    let kinds = space.problem.series.map { Set($0.sessions.map { Int(space.kindOf[$0]) }).sorted() }
    self.kinds = kinds
    choices = kinds.map { kinds in
      // How many of the kinds each room suits, and how many find a room at each site.
      var suits: [Int: Int] = [:]
      var served: [Int: Set<Int>] = [:]
      for kind in kinds {
        for room in space.kinds[kind].suitable.map(Int.init) {
          suits[room, default: 0] += 1
          served[Int(space.siteOf[room]), default: []].insert(kind)
        }
      }
      let rooms = Dictionary(grouping: suits.keys.sorted()) { Int(space.siteOf[$0]) }
      let complete = served.filter { $0.value.count == kinds.count }.keys
      return (complete.isEmpty ? Array(served.keys) : Array(complete)).sorted().map { site in
        let here = rooms[site] ?? []
        return AtSite(site: site, rooms: here, general: here.filter { suits[$0] == kinds.count })
      }
    }
  }
}
