import Civil

/// Meetings being placed beside a settled timetable: where each may go, where it stands, and who moves for whom.
final class InsertionBoard {
  /// A time and a person for a meeting; its room is chosen when it is placed.
  struct Option {
    let day: Int32
    let position: Int32
    let person: Int32
  }

  /// Meetings that a chain moves at most.
  private static let longestChain = 60

  let space: SearchSpace
  let keeper: ScoreKeeper
  let orders: [Insertion.Order]
  private let orderOf: [Int: Int]
  /// By order; and what was changed since, so that it can be taken back.
  private var places: [Replanner.Step?]
  private var journal: [(order: Int, place: Replanner.Step?)] = []
  /// By person: meetings given so far, so that all guide alike.
  private var given: [Int]
  /// By room and day: the meetings that are there.
  private var inRoom: [Int: [Int]] = [:]
  /// By order, made when they are asked for: on the days wished for, and on all.
  private var near: [[Option]?]
  private var all: [[Option]?]
  // What the settled timetable takes, by person or room, and day.
  private let personTaken: [UInt64]
  private let roomTaken: [UInt64]
  /// Meetings that no chain can move, and those that the present one has come by.
  private var dead: Set<Int> = []
  private var visited: Set<Int> = []
  private var wasCut = false
  private(set) var steps = 0

  init(_ space: SearchSpace, _ orders: [Insertion.Order], settled: [Placement]) {
    self.space = space
    self.orders = orders
    let keeper = ScoreKeeper(space, countsCompactness: false)
    Self.settle(settled, in: keeper)
    self.keeper = keeper
    places = orders.map { _ in nil }
    near = orders.map { _ in nil }
    all = orders.map { _ in nil }
    given = space.problem.people.map { _ in 0 }
    orderOf = Dictionary(orders.enumerated().map { ($1.session, $0) }) { first, _ in first }
    personTaken = (0..<keeper.personBusy.count).map { keeper.personBusy[$0] }
    roomTaken = (0..<keeper.roomBusy.count).map { keeper.roomBusy[$0] }
  }

  /// Places what stands, unless it takes what others have: then it breaks a rule, which is for the constraints to tell.
  private static func settle(_ settled: [Placement], in keeper: ScoreKeeper) {
    let space = keeper.space
    for one in settled where !keeper.isPlaced(one.session) {
      guard let step = space.step(one), (0..<space.days).contains(step.day) else { continue }
      let mask = space.grid.mask(length: Int(space.lengthOf[one.session]), position: step.position)
      let series = Int(space.seriesOf[one.session])
      let isFree =
        mask != 0 && keeper.seriesBusy[series * space.days + step.day] & mask == 0
        && (step.room < 0 || keeper.roomBusy[step.room * space.days + step.day] & mask == 0)
        && step.people.allSatisfy { keeper.personBusy[$0 * space.days + step.day] & mask == 0 }
      guard isFree, step.people.count <= space.maxTeam else { continue }
      keeper.place(
        one.session, day: step.day, position: step.position, room: step.room, people: step.people)
    }
  }

  /// Puts meetings where they stand already.
  func begin(with placements: [Placement]) {
    for one in placements {
      guard let order = orderOf[one.session], places[order] == nil, let step = space.step(one),
        keeper.obstacle(step) == nil
      else { continue }
      assign(order, step)
    }
  }

  func isPlaced(_ order: Int) -> Bool { places[order] != nil }
  func place(of order: Int) -> Replanner.Step? { places[order] }
  /// Meetings may go elsewhere than before: what could not be moved perhaps can.
  func forgetDeadEnds() { dead = [] }

  // MARK: Placing

  /// Places a meeting where nothing stands in its way, or else, if it may, by moving others on: within their wishes
  /// unless `others`.
  func place(_ order: Int, isWide: Bool, others: Bool, mayMoveOthers: Bool) {
    guard mayMoveOthers else {
      if let step = freePlace(order, isWide: isWide) { assign(order, step) }
      return
    }
    visited = [order]
    wasCut = false
    if !seat(order, isWide: isWide, others: others, droppingFrom: .max, depth: 0), !wasCut {
      dead.formUnion(visited)
    }
  }

  /// Places a meeting instead of the least pressing one that a chain leads to, if that one is less pressing.
  func placeInsteadOfLessPressing(_ order: Int) {
    visited = [order]
    wasCut = false
    if seat(order, isWide: true, others: true, droppingFrom: .max, depth: 0) { return }
    guard let least = visited.max(), least > order else {
      if !wasCut { dead.formUnion(visited) }
      return
    }
    visited = [order]
    _ = seat(order, isWide: true, others: true, droppingFrom: least, depth: 0)
  }

  /// Moves a meeting that missed its wish back to it, where it has a free place now.
  func bringBack(_ order: Int) {
    guard let step = places[order], !meetsWish(step, of: order) else { return }
    assign(order, nil)
    assign(order, freePlace(order, isWide: false) ?? step)
    journal = []
  }

  /// Finds a place for a meeting that has none; false: everything is as before.
  ///
  /// Meetings from `droppingFrom` on may lose their places.
  private func seat(_ order: Int, isWide: Bool, others: Bool, droppingFrom least: Int, depth: Int) -> Bool {
    if depth == 0 { journal = [] }
    if let step = freePlace(order, isWide: isWide) {
      assign(order, step)
      return true
    }
    guard depth < Self.longestChain else {
      wasCut = true
      return false
    }
    for option in options(of: order, isWide: isWide) {
      for room in rooms(of: order) {
        let step = self.step(order, option, room: room)
        guard let obstacle = obstacle(step) else { continue }
        for blockers in blockers(of: step, obstacle) where visited.isDisjoint(with: blockers) {
          let mark = journal.count
          visited.formUnion(blockers)
          for blocker in blockers { assign(blocker, nil) }
          assign(order, step)
          let fits = blockers.allSatisfy {
            $0 >= least
              || seat($0, isWide: others, others: others, droppingFrom: least, depth: depth + 1)
          }
          if fits { return true }
          takeBack(to: mark)
        }
        if !obstacle.isOfRoom { break }
      }
    }
    return false
  }

  /// Sets of one or two meetings without which nothing stands against a place.
  private func blockers(of step: Replanner.Step, _ obstacle: Obstacle) -> [[Int]] {
    var found: [[Int]] = []
    for one in suspects(step, obstacle) {
      let mark = journal.count
      assign(one, nil)
      if let next = self.obstacle(step) {
        for other in suspects(step, next) where other > one {
          let inner = journal.count
          assign(other, nil)
          if self.obstacle(step) == nil { found.append([one, other]) }
          takeBack(to: inner)
        }
      } else {
        found.append([one])
      }
      takeBack(to: mark)
    }
    return found.sorted { $0.count < $1.count }
  }

  /// Meetings that may be what stands against a place, and may still be moved.
  private func suspects(_ step: Replanner.Step, _ obstacle: Obstacle) -> [Int] {
    let person = step.people[0]
    let met: [Int]
    switch obstacle {
    case .personBusy, .personDay, .travel: met = meetings(of: person, on: step.day)
    case .personWeek:
      met = (0..<space.days).filter { space.weekOf[$0] == space.weekOf[step.day] }
        .flatMap { meetings(of: person, on: $0) }
    case .roomBusy: met = inRoom[step.room * space.days + step.day] ?? []
    default: met = []
    }
    return met.filter { !visited.contains($0) && !dead.contains($0) }.sorted()
  }

  private func meetings(of person: Int, on day: Int) -> [Int] {
    let cell = person * space.days + day
    return (0..<Int(keeper.personDayCount[cell])).compactMap {
      orderOf[Int(keeper.personDaySessions[cell * keeper.dayCapacity + $0])]
    }
  }

  // MARK: Places

  /// The free place nearest to the wish, there the one that costs people least, by the mentor who has given least.
  private func freePlace(_ order: Int, isWide: Bool) -> Replanner.Step? {
    let wish = orders[order].wished.lowerBound - space.problem.planFrom
    var best: (step: Replanner.Step, distance: Int, cost: Int, given: Int)?
    for option in options(of: order, isWide: isWide) {
      let distance = abs(Int(option.day) - wish)
      if let best, best.distance < distance { break }
      for room in rooms(of: order) {
        let step = self.step(order, option, room: room)
        if let obstacle = obstacle(step) {
          guard obstacle.isOfRoom else { break }
          continue
        }
        let cost = cost(of: step)
        let load = given[Int(option.person)]
        if best.map({ (cost, load) < ($0.cost, $0.given) }) ?? true { best = (step, distance, cost, load) }
        break
      }
    }
    return best?.step
  }

  /// What a place adds in rest and sites, by their usual weights.
  private func cost(of step: Replanner.Step) -> Int {
    let before = keeper.units
    keeper.place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    let after = keeper.units
    keeper.remove(step.session)
    return 3 * (after.rest - before.rest) + 4 * (after.sites - before.sites)
  }

  private func meetsWish(_ step: Replanner.Step, of order: Int) -> Bool {
    let wish = orders[order]
    return wish.wished.contains(space.problem.planFrom + step.day)
      && wish.block.map { $0 == Int(space.grid.blocks[step.position]) } ?? true
      && wish.person.map { step.people == [$0] } ?? true
  }

  func rooms(of order: Int) -> [Int] {
    let session = orders[order].session
    let needsRoom = space.problem.series[Int(space.seriesOf[session])].kind.needsRoom
    return needsRoom ? space.kinds[Int(space.kindOf[session])].suitable.map(Int.init) : [-1]
  }

  private func step(_ order: Int, _ option: Option, room: Int) -> Replanner.Step {
    Replanner.Step(
      session: orders[order].session, day: Int(option.day), position: Int(option.position), room: room,
      people: [Int(option.person)])
  }

  private func obstacle(_ step: Replanner.Step) -> Obstacle? {
    steps += 1
    return keeper.obstacle(step)
  }

  /// The times and people that the settled timetable leaves to a meeting, the nearest to its wish first.
  private func options(of order: Int, isWide: Bool) -> [Option] {
    if let known = isWide ? all[order] : near[order] { return known }
    let found = findOptions(of: order, isWide: isWide)
    if isWide { all[order] = found } else { near[order] = found }
    return found
  }

  private func findOptions(of order: Int, isWide: Bool) -> [Option] {
    let one = orders[order]
    let session = one.session
    let series = Int(space.seriesOf[session])
    let kind = space.kinds[Int(space.kindOf[session])]
    let rooms = rooms(of: order)
    var found: [Option] = []
    for day in space.window[series].map(Array.init) ?? []
    where isWide || one.wished.contains(space.problem.planFrom + day) {
      for position in 0..<space.grid.count {
        let mask = space.grid.mask(length: kind.length, position: position)
        let bit: UInt64 = 1 << UInt64(position)
        guard mask != 0, space.seriesOpen[series * space.days + day] & bit != 0,
          isWide || one.block.map({ $0 == Int(space.grid.blocks[position]) }) ?? true,
          !space.conflicting[series].contains(where: {
            keeper.seriesBusy[Int($0) * space.days + day] & mask != 0
          }),
          rooms.contains(where: { room in
            room < 0
              || space.roomOpen[room * space.days + day] & bit != 0
                && roomTaken[room * space.days + day] & mask == 0
          })
        else { continue }
        for person in kind.eligible where isWide || one.person.map({ $0 == Int(person) }) ?? true {
          let cell = Int(person) * space.days + day
          guard space.personOpen[cell] & bit != 0, personTaken[cell] & mask == 0 else { continue }
          found.append(Option(day: Int32(day), position: Int32(position), person: person))
        }
      }
    }
    let wish = Int32(one.wished.lowerBound - space.problem.planFrom)
    return found.sorted {
      (abs($0.day - wish), $0.day, $0.position, $0.person) < (
        abs($1.day - wish), $1.day, $1.position, $1.person
      )
    }
  }

  // MARK: Changes

  /// Gives a meeting another place, or none, and notes the one it had.
  private func assign(_ order: Int, _ step: Replanner.Step?) {
    journal.append((order, places[order]))
    change(order, to: step)
  }

  private func takeBack(to mark: Int) {
    while journal.count > mark, let last = journal.popLast() { change(last.order, to: last.place) }
  }

  private func change(_ order: Int, to step: Replanner.Step?) {
    if let old = places[order] {
      keeper.remove(old.session)
      given[old.people[0]] -= 1
      if old.room >= 0 { inRoom[old.room * space.days + old.day]?.removeAll { $0 == order } }
    }
    places[order] = step
    guard let step else { return }
    keeper.place(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
    given[step.people[0]] += 1
    if step.room >= 0 { inRoom[step.room * space.days + step.day, default: []].append(order) }
  }
}

extension ScoreKeeper {
  fileprivate func obstacle(_ step: Replanner.Step) -> Obstacle? {
    obstacle(step.session, day: step.day, position: step.position, room: step.room, people: step.people)
  }
}

extension SearchSpace {
  /// A placement in the search's terms; nil where the grid has no such position.
  fileprivate func step(_ placement: Placement) -> Replanner.Step? {
    guard placement.block >= 0, let position = grid.position(block: placement.block, first: placement.first)
    else { return nil }
    return Replanner.Step(
      session: placement.session, day: placement.date - problem.planFrom, position: position,
      room: placement.room ?? -1, people: placement.people)
  }
}

extension Obstacle {
  /// Whether another room could be free of it.
  fileprivate var isOfRoom: Bool {
    switch self {
    case .roomUnsuitable, .roomBusy, .travel: true
    default: false
    }
  }
}
