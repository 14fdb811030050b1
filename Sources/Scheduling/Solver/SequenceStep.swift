/// One session of a series in the order in which it is planned, in the terms of one pool.
final class SequenceStep: Sendable {
  let index: Int
  let length: Int
  /// Days after the last session of a lower order.
  let gap: Int
  /// Whether sessions of a lower order end before it.
  let startsLevel: Bool
  // Pool people that may hold it, the teams of them, and pool rooms that suit it, as bits.
  let eligible: UInt16
  let teams: [UInt16]
  let rooms: UInt8
  /// What pins leave of a day's positions, and the day.
  let positions: UInt64
  let pinnedDay: Int?
  let isImpossible: Bool
  let previous: SearchSpace.Spot?
  /// The published day, -1 if none, and the published team in the pool's terms.
  let previousDay: Int
  let previousTeam: UInt16?
  private let missingLecturers: Int
  private let slotsLeft: Int
  private let outlookCosts: Table<Double>

  private init(
    _ index: Int, _ session: Problem.Session, startsLevel: Bool, _ staff: Staff,
    _ pin: SearchSpace.PinnedSpot?,
    _ spot: SearchSpace.Spot?, _ frame: PlanFrame, slotsLeft: Int, _ outlook: Table<Double>
  ) {
    self.index = index
    length = session.periods
    gap = session.gapDays
    self.startsLevel = startsLevel
    eligible = staff.eligible
    teams = staff.teams
    rooms = staff.rooms
    positions = pin?.positions ?? UInt64.max
    pinnedDay = pin?.day
    isImpossible = staff.teams.isEmpty || pin?.isImpossible == true
    previous = spot
    previousDay = spot.flatMap { $0.position >= 0 ? $0.day : nil } ?? -1
    previousTeam = spot.flatMap { frame.pool.bits(of: $0.people) }
    missingLecturers = frame.isTaught ? frame.own.minLecturers : 0
    self.slotsLeft = slotsLeft
    outlookCosts = outlook
  }

  /// Whether the class meets too few lecturers unless this session brings a new one (H8).
  func mustVary(_ used: UInt16) -> Bool { missingLecturers - used.nonzeroBitCount >= slotsLeft }

  /// What more lecturers the sessions after this one must cost, given those met so far.
  func outlook(_ used: UInt16) -> Double { outlookCosts.count == 0 ? 0 : outlookCosts[Int(used)] }

  /// The steps of a sequence of sessions.
  static func all(_ sequence: [Int], of frame: PlanFrame, _ space: SearchSpace, _ prices: SoftPrices)
    -> [SequenceStep]
  {
    var steps: [SequenceStep] = []
    var outlook = Outlook(frame, prices)
    var slots = 0
    for index in sequence.indices.reversed() {
      let session = space.problem.sessions[sequence[index]]
      let before = index == 0 ? nil : space.problem.sessions[sequence[index - 1]].order
      let staff = Staff(sequence[index], frame, space)
      slots += session.team
      steps.append(
        SequenceStep(
          index, session, startsLevel: before.map { $0 < session.order } ?? false, staff,
          space.pins[sequence[index]], space.previous[sequence[index]], frame, slotsLeft: slots, outlook.costs
        ))
      outlook.add(eligible: staff.eligible, team: session.team)
    }
    return steps.reversed()
  }
}

/// Who of a pool can hold a session, and where.
private struct Staff {
  var eligible: UInt16 = 0
  var teams: [UInt16] = []
  var rooms: UInt8 = 0

  init(_ session: Int, _ frame: PlanFrame, _ space: SearchSpace) {
    let kind = space.kinds[Int(space.kindOf[session])]
    let pin = space.pins[session]
    for (index, person) in frame.pool.people.enumerated() where kind.isEligible[person] {
      eligible |= 1 << UInt16(index)
    }
    for (index, room) in frame.pool.rooms.enumerated()
    where kind.isSuitable[room] && (pin?.room ?? room) == room {
      rooms |= 1 << UInt8(index)
    }
    if let people = pin?.people {
      let bits = frame.pool.bits(of: people) ?? 0
      eligible &= bits
      teams = people.count == kind.team && eligible == bits && bits != 0 ? [bits] : []
    } else {
      teams = Self.subsets(of: eligible, count: kind.team)
    }
  }

  /// All subsets with that many members, at most 200.
  private static func subsets(of bits: UInt16, count: Int) -> [UInt16] {
    guard count > 0, bits.nonzeroBitCount >= count else { return [] }
    if count == 1 { return (0..<16).map { UInt16(1) << UInt16($0) }.filter { bits & $0 != 0 } }
    var found: [UInt16] = []
    var left = bits
    while left != 0, found.count < 200 {
      let lowest = left & (~left &+ 1)
      left &= ~lowest
      found += subsets(of: left, count: count - 1).map { $0 | lowest }
    }
    return Array(found.prefix(200))
  }
}

/// What lecturers the sessions still to come need besides those met: the fewest more, by those met.
private struct Outlook {
  private(set) var costs = Table<Double>(0, 0)
  private let people: Int
  private let free: Int
  private let price: Double
  private var needs: [(eligible: UInt16, team: Int)] = []

  init(_ frame: PlanFrame, _ prices: SoftPrices) {
    people = frame.isTaught ? frame.pool.people.count : 16
    free = frame.freeLecturers
    price = prices.lecturers
  }

  mutating func add(eligible: UInt16, team: Int) {
    // Beyond eight people the table would cost more than it saves.
    guard people <= 8, !needs.contains(where: { $0 == (eligible, team) }) else { return }
    needs.append((eligible, team))
    var more = Array(repeating: 0, count: 1 << people)
    for met in stride(from: more.count - 1, through: 0, by: -1) {
      let bits = UInt16(met)
      if needs.allSatisfy({ (bits & $0.eligible).nonzeroBitCount >= $0.team }) { continue }
      more[met] = 1 + ((0..<people).filter { met & (1 << $0) == 0 }.map { more[met | (1 << $0)] }.min() ?? 0)
    }
    costs = Table(
      more.indices.map { met in
        let count = met.nonzeroBitCount
        return price * Double(max(0, count + more[met] - max(free, count)))
      })
  }
}
